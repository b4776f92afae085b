"""tui.library.library: what is kept is found again, and nothing that goes wrong with it stops the reader."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tui.analysis.analysis import Analysis, Attribution, Entity, Kind, Speaker, Stance, Step
from tui.analysis.model import DEFAULT, identify
from tui.analysis.version import VERSION
from tui.article.article import Article
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks
from tui.corrections.action import Action
from tui.corrections.correction import Correction, SpeakerReference, quote_reference
from tui.library import reading_state
from tui.library.content_keys import text_hash
from tui.library.correction_store import CorrectionStore
from tui.library.library import FILE, Library
from tui.library.people import People
from tui.library.schema import clear_index

STORY = Article(
    "Ferry stays in port\n\nIt “stays”, she said.", "ferry.txt", title="Ferry stays in port", encoding="utf-8"
)
FOUND = Analysis(
    (
        Attribution(
            "q1", Kind.DIRECT, Stance.SPEECH, (Span(24, 31),), (Span(37, 41),), (Span(33, 36),), "s1", 0.9,
            (Step("“she” is near", Span(33, 36)),),
        ),
    ),
    (Speaker("s1", "Jane Doe", role="harbour master", mentions=(Span(33, 36),)),),
    (Entity("e1", "Northport", "GPE", (Span(0, 5),)),),
    model=identify(),
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / FILE


def test_an_analysis_is_found_again(path: Path) -> None:
    first = Library.open(path)
    assert first.recall(STORY.text, DEFAULT).analysis is None
    first.keep(STORY, FOUND)
    first.close()
    second = Library.open(path)
    assert second.recall(STORY.text, DEFAULT).analysis == FOUND
    assert second.recall(STORY.text, FOUND.model).analysis == FOUND
    assert second.recall(STORY.text + " ", DEFAULT).analysis is None
    assert second.recall(STORY.text).analysis is None, "none was asked for"
    assert second.recall(STORY.text, "en_other_model").is_outdated
    assert first.notice == second.notice == ""
    second.close()


def test_an_analysis_of_another_version_is_not_used(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Library.open(path)
    kept.keep(STORY, FOUND)
    assert not kept.recall(STORY.text, DEFAULT).is_outdated
    monkeypatch.setattr(reading_state, "VERSION", VERSION + 1)
    assert kept.recall(STORY.text, DEFAULT).is_outdated


def test_a_partial_analysis_is_not_kept(path: Path) -> None:
    kept = Library.open(path)
    kept.keep(STORY, Analysis(model=FOUND.model, complete=False))
    assert kept.recall(STORY.text, DEFAULT).analysis is None
    assert kept.recent() == []


def test_no_analysis_is_dropped_for_another_article(path: Path) -> None:
    kept = Library.open(path)
    stories = [Article(f"story {n} “stays”, she said, as ever", "x") for n in range(30)]
    for story in stories:
        kept.keep(story, FOUND)
    assert all(kept.recall(story.text, DEFAULT).analysis == FOUND for story in stories)
    assert kept.count() == 30


def test_an_outdated_analysis_is_offered_until_it_is_renewed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Library.open(path)
    other = replace(FOUND, model="another 1.0", notices=("by another",))
    kept.keep(STORY, other)
    assert kept.recall(STORY.text, DEFAULT)[2:] == (other, True)
    kept.keep(STORY, FOUND)
    assert kept.recall(STORY.text, DEFAULT)[2:] == (FOUND, False)
    monkeypatch.setattr(reading_state, "VERSION", VERSION + 1)
    assert kept.recall(STORY.text, DEFAULT)[2:] == (FOUND, True), "the same model before another"
    newer = replace(FOUND, version=VERSION + 1)
    kept.keep(STORY, newer)
    assert kept.recall(STORY.text, DEFAULT)[2:] == (newer, False)
    assert kept.query(lambda db: db.execute("SELECT count(*) FROM analyses").fetchone()) == (2,), (
        "of one model only the newest is kept"
    )


def test_position_and_filter(path: Path) -> None:
    kept = Library.open(path)
    assert kept.recall(STORY.text).position is None
    assert kept.recall(STORY.text).filter_text is None
    kept.set_position(STORY.text, 17)
    kept.set_filter(STORY.text, "speaker:doe “x\ud800")
    kept.set_position(STORY.text, 18)
    kept.keep(STORY, FOUND)
    kept.close()
    again = Library.open(path)
    assert again.recall(STORY.text).position == 18
    assert again.recall(STORY.text).filter_text == "speaker:doe “x\\ud800"
    assert again.recall("another").position is None


def test_what_was_read_last(path: Path) -> None:
    kept = Library.open(path)
    other = Article("other", "other\udcff.txt")
    kept.keep(STORY, FOUND)
    kept.keep(other, FOUND)
    kept.set_position(STORY.text, 3)
    kept.set_position("only a position", 3)
    assert [(read.source, read.title) for read in kept.recent()] == [
        ("ferry.txt", "Ferry stays in port"),
        ("other\\udcff.txt", None),
    ]
    first, second = kept.recent()
    assert first.opened > second.opened
    assert first.opened.tzinfo is not None
    assert len(kept.recent(1)) == 1


def test_quoth_home_moves_it(quoth_home: Path) -> None:
    Library.open().keep(STORY, FOUND)
    assert (quoth_home / FILE).exists()
    assert Library.open().recall(STORY.text, DEFAULT).analysis == FOUND


def test_an_analysis_that_cannot_be_read_is_replaced(path: Path) -> None:
    kept = Library.open(path)
    kept.keep(STORY, FOUND)
    db = sqlite3.connect(path)
    with db:
        db.execute("UPDATE analyses SET data = x'00'")
    assert kept.recall(STORY.text, DEFAULT).analysis is None
    kept.keep(STORY, FOUND)
    assert kept.recall(STORY.text, DEFAULT).analysis == FOUND
    assert db.execute("SELECT count(*) FROM analyses").fetchone() == (1,)
    db.close()
    assert kept.notice == ""


def test_from_several_threads(path: Path) -> None:
    kept = Library.open(path)

    def write(n: int) -> None:
        for at in range(20):
            kept.set_position(f"story {n}", at)
            kept.keep(Article(f"story {n}", "x"), FOUND)

    threads = [threading.Thread(target=write, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert kept.notice == ""
    assert [kept.recall(f"story {n}").position for n in range(4)] == [19] * 4


def test_after_closing_it_answers_as_an_empty_one(path: Path) -> None:
    kept = Library.open(path)
    kept.set_position(STORY.text, 1)
    kept.close()
    kept.close()
    assert kept.recall(STORY.text).position is None


def test_a_home_of_nobody_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUOTH_HOME", "~no_such_user_anywhere/quoth")
    kept = Library.open()
    kept.keep(STORY, FOUND)
    assert kept.recall(STORY.text, DEFAULT).analysis == FOUND


def test_reading_is_noted(path: Path) -> None:
    kept = Library.open(path)
    kept.keep(STORY, FOUND)
    assert [(a.times, a.quotes, a.speakers, a.words) for a in kept.articles()] == [(1, 1, 1, 8)]
    kept.mark_read(STORY)
    kept.mark_read(STORY, FOUND)
    (article,) = kept.articles()
    assert article.times == 2
    assert article.first < article.opened
    other = Article("Another text", "some/where/other.txt")
    kept.mark_read(other, None)
    assert [(a.title, a.whole) for a in kept.articles()] == [
        ("other.txt", True),
        ("Ferry stays in port", True),
    ]
    assert kept.article(text_hash(other.text)) == other
    assert [a.title for a in kept.articles(order="title")] == ["Ferry stays in port", "other.txt"]
    assert [a.title for a in kept.articles(order="quotes")] == ["Ferry stays in port", "other.txt"]
    assert [a.title for a in kept.articles("stays")] == ["Ferry stays in port"]
    assert (kept.count(), kept.count("stays"), kept.count("nothing")) == (2, 1, 0)
    assert [a.title for a in kept.articles(limit=1)] == ["other.txt"]
    assert kept.id_of(other.text) == 2


def test_only_where_the_reader_was_is_no_article(path: Path) -> None:
    kept = Library.open(path)
    kept.set_position("a text", 3)
    assert (kept.count(), kept.articles()) == (0, [])


def test_preferences(path: Path) -> None:
    kept = Library.open(path)
    assert kept.preference("theme") is None
    kept.set_preference("theme", "nord")
    kept.set_preference("theme", "gruvbox")
    assert kept.preference("theme") == "gruvbox"
    kept.set_preference("theme", None)
    assert kept.preference("theme") is None


def test_corrections_are_in_what_is_searched(path: Path) -> None:
    kept = Library.open(path)
    kept.keep(STORY, FOUND)
    said = quote_reference(STORY.text, FOUND.attributions[0], FOUND.speakers[0])
    correction = Correction(Action.SPEAKER, quotes=(said,), to=SpeakerReference("Olga Novak"))
    assert CorrectionStore(kept).add(STORY, correction) is not None
    kept.keep(STORY, FOUND)
    assert [(p.name, p.quotes) for p in People(kept).all()] == [("Olga Novak", 1)]
    assert kept.recall(STORY.text, DEFAULT).analysis == FOUND, "the analysis is kept as it was made"
    kept.transact(clear_index)
    kept.index_pending()
    assert [(p.name, p.quotes) for p in People(kept).all()] == [("Olga Novak", 1)]
    assert [hit.corrected for hit in kept.search("novak")] == [True]
    assert kept.notice == ""


def test_markdown_that_an_older_version_kept_with_its_marks_is_shown_without_them(path: Path) -> None:
    text = "# Boats\n\n“We **must** go,” said Bob Hill.\n"
    with closing(Library.open(path)) as library:
        library.keep(
            Article(text, "notes.md", find_blocks(text), title="# Boats"), Analysis(model="m", complete=True)
        )
        kept = library.article(text_hash(text))
        assert kept is not None
        assert (kept.text, kept.title) == (text, "Boats")
        assert [kept.shown(block.span) for block in kept.blocks] == ["Boats", "“We must go,” said Bob Hill."]
        plain = text.replace("Boats", "Ships")
        library.keep(Article(plain, "notes.txt", find_blocks(plain)), Analysis(model="m", complete=True))
        kept = library.article(text_hash(plain))
        assert kept is not None
        assert not kept.markup
