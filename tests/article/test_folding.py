"""What a person types finds what an article prints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.folding import fold, folded_with_offsets


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("erdogan", "Erdoğan"),
        ("strasse", "STRAẞE"),
        ("don't", "don’t"),
        ('"peace"', "“peace”"),
        ("10-20", "10–20"),
        ("lodz", "Łódź"),
        ("istanbul", "İstanbul"),
        ("a b", "a\u00a0\n b"),
        ("co-operate", "co\u2011operate"),
        ("wait...", "wait…"),
        ("cafe", "cafe\u0301"),
        ("hyphenated", "hyphen\u00adated"),
    ],
)
def test_printed_and_typed_fold_to_the_same(typed: str, printed: str) -> None:
    assert fold(printed) == fold(typed) == typed


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.text())
def test_offsets_lead_back_to_the_characters(before: str, after: str) -> None:
    text = f"{before}Zürich{after}"
    folded, offsets = folded_with_offsets(text)
    assert len(offsets) == len(folded) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    at = len(folded_with_offsets(before)[0])
    assert folded[at : at + 6] == "zurich"
    assert text[offsets[at] : offsets[at + 6]].startswith("Zürich")


@given(st.text(alphabet=st.characters(exclude_categories=["Mn", "Mc", "Me"])))
def test_both_foldings_agree(text: str) -> None:
    assert folded_with_offsets(text)[0] == fold(text)
