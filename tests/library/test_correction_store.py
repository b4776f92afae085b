"""Corrections are kept, found again by text and by place, and never taken out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.session.article_with_quotes import ANALYSIS, ARTICLE, TEXT
from tui.article.article import Article
from tui.corrections.action import Action
from tui.corrections.correction import Correction, quote_reference
from tui.library.correction_store import CorrectionStore, origin
from tui.library.library import Library


def correction(quote: int = 0) -> Correction:
    return Correction(Action.REJECT, (quote_reference(TEXT, ANALYSIS.attributions[quote], None),))


def rows(library: Library) -> list[tuple[int, int]]:
    return (
        library.query(lambda db: db.execute("SELECT id, undone FROM corrections ORDER BY id").fetchall())
        or []
    )


def test_kept_whole_and_in_order() -> None:
    library = Library.open()
    kept = CorrectionStore(library)
    its = [correction(n) for n in (2, 0, 1)]
    numbers = [kept.add(ARTICLE, each) for each in its]
    library.close()
    again = Library.open()
    found = CorrectionStore(again).of(ARTICLE)
    assert [each.correction for each in found] == its
    assert [each.row for each in found] == numbers
    assert CorrectionStore(again).of(Article("Another text", "elsewhere")) == []
    again.close()


def test_undone_and_done_again() -> None:
    library = Library.open()
    kept = CorrectionStore(library)
    first, second = (kept.add(ARTICLE, correction(n)) for n in (0, 1))
    assert first is not None
    assert second is not None
    assert kept.undo(second)
    assert kept.undo(first)
    assert rows(library) == [(first, 2), (second, 1)]
    assert kept.all() == []
    assert kept.redo(first)
    assert [each.row for each in kept.all()] == [first]
    third = kept.add(ARTICLE, correction(2))
    assert rows(library) == [(first, 0), (second, -1), (third, 0)]
    assert not kept.undo(99)
    library.close()


def test_they_follow_a_page_and_a_file_whose_text_changes(tmp_path: Path) -> None:
    library = Library.open()
    kept = CorrectionStore(library)
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    page = replace(ARTICLE, url="https://example.org/a#top")
    file = replace(ARTICLE, source=str(path))
    for article in (page, file):
        kept.add(article, correction())
    assert len(kept.of(replace(page, text="Another text.", url="https://example.org/a"))) == 1
    assert len(kept.of(replace(file, text="Another text."))) == 1
    assert len(kept.of(ARTICLE)) == 2
    library.close()


def test_what_has_no_lasting_place_has_no_origin(tmp_path: Path) -> None:
    assert origin(Article("x", "-")) is None
    assert origin(Article("x", "pasted text")) is None
    assert origin(Article("x", "a\0b")) is None
    assert origin(Article("x", str(tmp_path))) is None
    assert origin(Article("x", "https://example.org/")) == "https://example.org/"


def test_what_makes_no_sense_is_counted_and_left_where_it_is() -> None:
    library = Library.open()
    kept = CorrectionStore(library)
    kept.add(ARTICLE, correction())
    for nonsense in ("", "[]", "{", '{"id": "x", "action": "fly"}', "[" * 100_000):
        library.transact(
            lambda db, data=nonsense: db.execute("UPDATE corrections SET data = ?", (data,))  # type: ignore[misc]
        )
        assert kept.of(ARTICLE) == []
        assert kept.unreadable == 1
    assert len(rows(library)) == 1
    library.close()


def test_a_closed_library_keeps_nothing_and_says_nothing_wrong() -> None:
    library = Library.open()
    library.close()
    kept = CorrectionStore(library)
    assert kept.add(ARTICLE, correction()) is None
    assert kept.of(ARTICLE) == []
    assert not kept.undo(1)
