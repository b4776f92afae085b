"""The clippings, looked through and changed, without a screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.spoken_library import QUOTES, article_of, small_library
from tui.library.clippings import Clippings
from tui.library.library import FILE, Library
from tui.session.keeping.clipping import clip
from tui.session.keeping.clipping_list import ClippingList


@pytest.fixture
def book() -> ClippingList:
    """Return all quotes of the small library, clipped; the newest clipping first."""
    clippings = Clippings(small_library())
    for name in QUOTES:
        article, analysis = article_of(name)
        for quote in analysis.attributions:
            clippings.add(clip(article, analysis, quote))
    return ClippingList(clippings)


def kept(change: Callable[..., None], *arguments: object) -> bool | None:
    answers: list[bool | None] = []
    change(*arguments, answers.append)
    (answer,) = answers
    return answer


def words(book: ClippingList) -> list[str]:
    return [book.clippings[i].words for i in book.left]


def test_the_filter_leaves_what_holds(book: ClippingList) -> None:
    assert len(words(book)) == 4
    book.set_filter("speaker:marsh")
    assert words(book) == ["“Nobody asked us.”", "“The harbour is open again.”"]
    book.set_filter("speaker:marsh article:opens")
    assert words(book) == ["“The harbour is open again.”"]


def test_notes_and_tags_are_kept_and_found(book: ClippingList, quoth_home: Path) -> None:
    assert kept(book.note, 0, " ask \n again ") is True
    assert kept(book.tag, 0, "#port, local news") is True
    assert (book.clippings[0].note, book.clippings[0].tags) == ("ask again", ("port", "local", "news"))
    book.set_filter("tag:port note:ask")
    assert len(book.left) == 1
    assert book.tags == ["port", "local", "news"]
    again = Clippings(Library.open(quoth_home / FILE)).all()[0]
    assert (again.note, again.tags) == ("ask again", ("port", "local", "news"))


def test_what_is_let_go_comes_back_as_it_was(book: ClippingList) -> None:
    before = book.clippings
    assert kept(book.remove, 1) is True
    assert len(book.clippings) == 3
    assert kept(book.undo) is True
    assert book.clippings == before
    assert kept(book.redo) is True
    assert len(book.clippings) == 3
    assert kept(book.undo) is True
    assert kept(book.undo) is None


def test_a_change_after_undo_ends_what_could_be_done_again(book: ClippingList) -> None:
    book.note(0, "one")
    book.undo()
    book.note(0, "two")
    assert kept(book.redo) is None
    book.undo()
    assert book.clippings[0].note == ""


def test_what_cannot_be_kept_is_not_done(book: ClippingList, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Clippings, "add", lambda *_: None)
    assert kept(book.note, 0, "lost?") is False
    assert book.clippings[0].note == ""
    assert kept(book.undo) is None
