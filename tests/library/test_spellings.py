"""tui.library.spellings: what is typed without a letter that is printed."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.library.made_up import story
from tui.library.library import Library
from tui.library.people import People
from tui.library.spellings import EVEN, pattern, spellings

NAMES = ["Łukasz Wałęsa", "Søren Bjørnstad", "Đoković", "Straße", "Ærø", "Þórður", "Œuvre", "Yıldız"]
TYPED = ["lukasz walesa", "Soren Bjornstad", "Dokovic", "strasse", "aero", "thordur", "oeuvre", "yildiz"]


@pytest.mark.parametrize(("name", "typed"), zip(NAMES, TYPED, strict=True))
def test_what_is_typed_plainly_finds_what_is_printed_and_marks_it(
    kept: Library, name: str, typed: str
) -> None:
    kept.keep(*story((f"We saw {name} there", "Jane Doe", "So it was.")))
    for query in (typed, f'"{typed}"', name, typed[:4]):
        article, quote = kept.search(query)
        for hit in (quote, article):
            assert hit.marks
            assert all(hit.snippet[slice(*mark)] in name for mark in hit.marks)
    assert kept.search(f"there -{typed.split()[-1]}") == []


@pytest.mark.parametrize(("name", "typed"), zip(NAMES, TYPED, strict=True))
def test_what_is_printed_plainly_is_found_either_way(kept: Library, name: str, typed: str) -> None:
    kept.keep(*story((f"We saw {typed} there", "Jane Doe", "So it was.")))
    assert len(kept.search(name)) == len(kept.search(typed)) == 2


@pytest.mark.parametrize("query", ["Łukasz Wałęsa", "lukasz", "wal", "WALESA lu"])
@pytest.mark.parametrize("name", ["Łukasz Wałęsa", "Lukasz Walesa"])
def test_speakers_are_found_so_too(kept: Library, name: str, query: str) -> None:
    kept.keep(*story(("So it was", name, "More.")))
    kept.keep(*story(("So be it", "Jane Doe", "Else.")))
    assert [person.name for person in People(kept).all(query)] == [name]


@given(st.text("aelosthdiłøđßæœþıx ", max_size=30))
def test_a_text_is_among_the_spellings_of_what_it_is_plainly(text: str) -> None:
    every = spellings(text)
    assert every[0] == text
    assert len(every) == len(set(every)) <= 65
    assume("sss" not in every[-1].replace("ß", "ss"))  # of three, where the ß stands cannot be told
    assert all(re.fullmatch(pattern(text), each.translate(EVEN)) for each in every)
