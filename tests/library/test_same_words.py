"""tui.library.same_words: quotes of a library that are the same words."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from tests.library.made_up import story
from tests.printed_papers import SAID, paper
from tui.analysis.analysis import Analysis
from tui.article.article import Article
from tui.library.comparing.compared_quote import ComparedQuote
from tui.library.comparing.compared_words import compared_words
from tui.library.library import Library
from tui.library.same_words import SameWords
from tui.library.same_words_index import pairs
from tui.library.schema import clear_index


def titles(library: Library, words: str = SAID, speaker: str | None = "Jane Doe") -> list[str]:
    asked = ComparedQuote(compared_words(words), speaker)
    return [each.occurrence.title for each in SameWords(library).elsewhere(asked)]


def library_of(path: Path, *kept: tuple[Article, Analysis]) -> Library:
    library = Library.open(path / "library.sqlite3")
    for article, analysis in kept:
        library.keep(article, analysis)
    return library


def test_found_by_date_with_speaker_and_cue(tmp_path: Path) -> None:
    library = library_of(
        tmp_path, paper(7, "leave the old harbour with all our nets"), paper(3, SAID, "John Roe")
    )
    same = SameWords(library)
    found = same.elsewhere(ComparedQuote(compared_words(SAID), "Doe"))
    assert [(each.occurrence.title, each.same_speaker) for each in found] == [
        ("Paper 3", False),
        ("Paper 7", True),
    ]
    assert set(same.cues([each.occurrence for each in found]).values()) == {"said"}
    library.close()


def test_the_article_itself_and_other_texts_of_its_source_are_not_elsewhere(tmp_path: Path) -> None:
    here, analysis = paper(1, SAID)
    later = replace(here, text=here.text + "\n\nUpdated.")
    library = library_of(tmp_path, (here, analysis), (later, analysis), paper(2, SAID))
    asked = ComparedQuote(compared_words(SAID), "Jane Doe")
    assert [each.occurrence.title for each in SameWords(library).elsewhere(asked, here)] == ["Paper 2"]
    assert SameWords(library).counts({"q": asked}, here) == {"q": 1}
    library.close()


def test_the_article_itself_is_not_elsewhere_if_it_is_kept_meanwhile(tmp_path: Path) -> None:
    here, analysis = paper(1, SAID)
    library = library_of(tmp_path, paper(2, SAID))
    asked = {"q": ComparedQuote(compared_words(SAID), "Jane Doe")}
    same = SameWords(library)
    assert same.counts(asked, here, lambda: bool(library.keep(here, analysis))) == {"q": 1}
    assert same.counts(asked, here, lambda: True) == {}, "it was cancelled"
    library.close()


def test_versions_of_an_article_are_one(tmp_path: Path) -> None:
    library = library_of(tmp_path, paper(1, SAID))
    for said in (SAID, f"{SAID} before dawn"):
        article, analysis = paper(2, said)
        library.keep(article, analysis)
        library.mark_read(article, from_source=True)
    asked = ComparedQuote(compared_words(SAID), "Jane Doe")
    same = SameWords(library)
    assert [each.alignment.there.text for each in same.elsewhere(asked, paper(1, SAID)[0])] == [
        f"“{SAID} before dawn,”"
    ]
    assert same.counts({"q": asked}, paper(1, SAID)[0]) == {"q": 1}
    assert sorted(each.title for each, _ in same.shared()) == ["Paper 1", "Paper 2"]
    library.close()


def test_forgotten_and_indexed_again(tmp_path: Path) -> None:
    library = library_of(tmp_path, paper(1, SAID), paper(2, SAID))
    assert titles(library) == ["Paper 1", "Paper 2"]
    library.index(paper(2, SAID)[0], Analysis())  # all its quotes were corrected away
    assert titles(library) == ["Paper 1"]
    library.forget(1)

    def left(db: sqlite3.Connection) -> list[tuple[int]]:
        pairs(db)  # makes the table of terms
        terms = db.execute("SELECT count(*) FROM quote_run_terms").fetchall()
        return [*db.execute("SELECT count(*) FROM quote_words"), *terms]

    assert library.query(left) == [(0,), (0,)]
    library.close()


def test_what_was_kept_before_is_compared_in_the_background(tmp_path: Path) -> None:
    library = library_of(tmp_path, paper(1, SAID), paper(2, SAID))

    def forget(db: sqlite3.Connection) -> bool:
        db.execute("DELETE FROM quote_words")
        db.execute("INSERT INTO quote_runs (quote_runs) VALUES ('delete-all')")
        db.execute("UPDATE articles SET compared = 0")
        return True

    library.transact(forget)
    assert titles(library) == []
    library.compare_pending()
    done = Event()
    library.enqueue(done.set)
    assert done.wait(120)
    assert titles(library) == ["Paper 1", "Paper 2"]
    library.transact(clear_index)
    library.index_pending()
    assert titles(library) == ["Paper 1", "Paper 2"]
    library.close()


def test_a_short_part_is_found_with_its_speaker_only(tmp_path: Path) -> None:
    library = library_of(
        tmp_path,
        paper(1, "That was an unmitigated disaster"),
        paper(2, "An unmitigated disaster", "John Roe"),
    )
    assert titles(library, "an unmitigated disaster") == ["Paper 1"]
    assert titles(library, "an unmitigated disaster", "Roe") == ["Paper 2"]
    library.close()


def test_families_that_share_a_speakers_words(tmp_path: Path) -> None:
    library = library_of(
        tmp_path,
        paper(1, SAID),
        paper(2, SAID, "John Roe"),
        paper(3, "Nobody in Brussels mends a net", "Ann Poe"),
    )
    person = library.query(lambda db: db.execute("SELECT id FROM people WHERE name = 'Jane Doe'").fetchone())
    assert person is not None
    found = SameWords(library).shared(person[0])
    assert sorted(each.title for each, _ in found) == ["Paper 1", "Paper 2"]
    assert len(SameWords(library).shared()) == 2
    library.close()


def test_a_closed_library_answers_as_an_empty_one(tmp_path: Path) -> None:
    library = library_of(tmp_path, paper(1, SAID))
    library.close()
    assert titles(library) == []
    assert SameWords(library).counts({1: ComparedQuote(compared_words(SAID))}, None) == {}


SCHOOL, HOSPITAL = "We will never close the school", "We will never close the hospital"


@pytest.mark.parametrize(
    ("there", "speaker", "shares", "found"),
    [
        ([HOSPITAL], "Doe", True, 1),
        ([HOSPITAL], "Doe", False, 0),  # nothing says that both tell of one occasion
        ([HOSPITAL], "Ann Poe", True, 0),
        ([HOSPITAL, SCHOOL], "Doe", True, 1),  # who prints both quotes two sentences
        (["We will never talk to anybody"], "Doe", True, 0),
    ],
)
def test_a_telling_word_exchanged_where_two_tell_of_one_occasion(
    tmp_path: Path, there: list[str], speaker: str, shares: bool, found: int
) -> None:
    shared = [(SAID, "Jane Doe", "")] if shares else []
    other, its = story(*shared, *((words, speaker, "") for words in there), title="Other")
    other = replace(other, source="https://other.example/a", url="https://other.example/a")
    library = library_of(tmp_path, (other, its))
    here, _ = story((SAID, "Jane Doe", ""), (SCHOOL, "Jane Doe", ""), title="Here")
    asked = {words: ComparedQuote(compared_words(words), "Jane Doe") for words in (SAID, SCHOOL)}
    same = SameWords(library)
    assert same.counts(asked, here).get(SCHOOL, 0) == found
    elsewhere = same.elsewhere(asked[SCHOOL], here, [asked[SAID]], [asked[SAID]])
    changes = [change for each in elsewhere for change in each.alignment.changes]
    assert len(elsewhere) == found
    assert changes == ([("school", "hospital")] if found and SCHOOL not in there else [])
    library.close()


def test_both_sentences_here_are_two(tmp_path: Path) -> None:
    library = library_of(
        tmp_path, paper(1, SAID), story((SAID, "Doe", ""), (HOSPITAL, "Doe", ""), title="Other")
    )
    asked = {words: ComparedQuote(compared_words(words), "Jane Doe") for words in (SAID, SCHOOL, HOSPITAL)}
    assert SCHOOL not in SameWords(library).counts(asked, None)
    library.close()
