"""Several articles one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.samples import seed_analysis, seed_article
from tui.analysis.analysis import Analysis
from tui.analysis.model import DEFAULT, identify
from tui.analysis.process.events import Event
from tui.article.article import Article
from tui.article.listing import Item, Listing, ListingKind
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks
from tui.library.library import Library
from tui.session.opening.history import History
from tui.session.opening.list_place import ListPlace
from tui.session.opening.opening import Opening
from tui.session.opening.read_marks import Counts
from tui.session.settings import Settings


class FakeProcess:
    """Stands for the analysis process; `asked` holds the sources it was given."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.stopped = False

    def analyse(self, article: Article, on_event: Callable[[Event], None], focus: Span | None = None) -> None:
        self.asked.append(article.source)

    def refocus(self, span: Span | None) -> None:
        pass

    def stop(self) -> None:
        self.stopped = True


def article(name: str, text: str = "") -> Article:
    text = text or f"This is {name}."
    return Article(text, name, find_blocks(text))


def keep(one: Article) -> None:
    library = Library.open()
    library.keep(one, Analysis(model=identify(DEFAULT), complete=True))
    library.close()


def begun(name: str, settings: Settings | None = None) -> tuple[History, Opening, FakeProcess]:
    process = FakeProcess()
    opening = Opening(article(name), process=process)  # type: ignore[arg-type]
    return History.starting_with(settings or Settings(), opening), opening, process


def ignore(event: Event) -> None:
    pass


def test_one_process_serves_every_article() -> None:
    history, first, process = begun("a")
    history.start_analysis(first, ignore)
    assert process.asked == []  # it was listened to before there was a desk
    second = history.open(article("b"))
    history.start_analysis(second, ignore)
    history.start_analysis(second, ignore)
    assert process.asked == ["b"]
    history.start_analysis(first, ignore)  # shown again: it had lost the process
    assert process.asked == ["b", "a"]
    history.finish_analysis(first, Analysis(complete=True))
    history.start_analysis(first, ignore)
    assert process.asked == ["b", "a"]
    history.close()
    assert process.stopped


def test_an_analysis_goes_on_while_something_is_read_that_needs_none() -> None:
    keep(article("b"))
    history, _, process = begun("a")
    second = history.open(article("b"))
    history.start_analysis(second, ignore)
    assert second.process is None
    assert process.asked == []
    assert not process.stopped


def test_back_and_forth_as_it_was_left() -> None:
    keep(article("a"))
    keep(article("b"))
    history = History(Settings())
    first = history.open(article("a"))
    history.leave(first, 7, "kind:direct")
    history.open(article("b"))
    assert history.step_back(1) is None
    back = history.step_back(-1)
    assert back is not None
    assert (back.article.source, back.position, back.filter_text) == ("a", 7, "kind:direct")
    assert history.step_back(-1) is None
    forward = history.step_back(1)
    assert forward is not None
    assert forward.article.source == "b"
    history.step_back(-1)
    history.open(article("b", "Another b."))
    assert history.step_back(1) is None  # what came after is gone once something else was opened


def test_nothing_of_private_reading_is_kept_but_one_can_go_back_in_it() -> None:
    history, first, _ = begun("a", Settings(private=True))
    history.finish_analysis(first, Analysis(complete=True))
    history.leave(first, 5, "x")
    history.remember_typed("https://example.org/b")
    history.open(article("b"))
    back = history.step_back(-1)
    assert back is not None
    assert (back.position, back.filter_text, back.process) == (5, "x", None)
    assert history.library is None
    assert history.opened_before() == [("https://example.org/b", None)]


def test_what_is_analysed_is_counted_also_under_the_name_a_list_gives_it() -> None:
    seed = replace(seed_article(), source="https://example.org/a")
    listing = Listing("f", "f", ListingKind.FEED, (Item("HTTPS://Example.org/a#top", "A"), Item("b", "B")))
    history = History(Settings())
    opening = history.open(seed, ListPlace(listing, 0))
    history.finish_analysis(opening, seed_analysis(seed))
    assert history.read_marks.read_before(["HTTPS://Example.org/a#top", "b", "https://example.org/a"]) == {
        "HTTPS://Example.org/a#top": Counts(8, 5),
        "https://example.org/a": Counts(8, 5),
    }
    history.close()


def test_what_was_left_before_its_analysis_came_is_kept_and_known_as_not_analysed() -> None:
    library = Library.open()
    opening = Opening(article("a"), library=library)
    opening.mark_read()
    opening.mark_read()
    opening.leave(3, "said")
    library.close()
    again = Library.open()
    assert [(kept.times, kept.whole, kept.analysed) for kept in again.articles()] == [(1, True, False)]
    assert again.recall("This is a.").position == 3
    assert again.index_pending() == 1  # it is found by its words, and still not analysed
    assert [hit.article for hit in again.search("this")] == [1]
    again.close()
    assert History(Settings()).read_marks.read_before(["a"]) == {"a": None}


def test_an_analysis_is_kept_once_and_none_is_kept_that_is_not_whole() -> None:
    library = Library.open()
    opening = Opening(article("a"), library=library)
    opening.finish_analysis(Analysis(model=identify(DEFAULT), complete=True))
    opening.keep_analysis()
    kept: list[object] = []
    library.keep = lambda *of: kept.append(of)  # type: ignore[method-assign]
    opening.keep_analysis()
    opening.leave(0, "")
    opening.finish_analysis(Analysis(model=identify(DEFAULT), complete=False))
    opening.keep_analysis()
    opening.finish_analysis(None)
    opening.leave(0, "")
    library.close()
    assert kept == []
    assert Library.open().recall("This is a.", DEFAULT).analysis is not None


def test_history_holds_what_was_typed_and_what_was_read_but_no_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("read.txt", "other.txt"):
        (tmp_path / name).write_text("x")
    other, read = str(tmp_path / "other.txt"), str(tmp_path / "read.txt")
    keep(replace(article("read.txt"), title="What was read"))
    keep(article("gone.txt"))
    history = History(Settings())
    for typed in ("https://me:secret@example.org/x", "other.txt", "https://example.org/x", "missing\0.txt"):
        history.remember_typed(typed)
    assert history.opened_before() == [
        ("https://example.org/x", None),
        (other, None),
        (read, "What was read"),
    ]
    history.close()
    monkeypatch.chdir("/")
    assert History(Settings()).opened_before()[:2] == [("https://example.org/x", None), (other, None)]


def test_an_analysis_of_an_older_quoth_is_shown_until_it_is_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    process = FakeProcess()
    monkeypatch.setattr("tui.session.opening.opening.AnalysisProcess", lambda model: process)
    older = replace(seed_analysis(seed_article()), model=identify(DEFAULT), version=0, complete=True)
    library = Library.open()
    library.keep(seed_article(), older)
    library.close()
    history = History(Settings())
    opening = history.open(seed_article())
    assert opening.outdated
    assert opening.analysis is not None
    assert len(opening.analysis.attributions) == 9
    history.start_analysis(opening, ignore)
    assert process.asked == [seed_article().source]
    history.leave(opening, 3, "")
    back = history.step_back(0)
    assert back is not None
    assert back.outdated  # not taken for the newest
    history.finish_analysis(back, Analysis(model=identify(DEFAULT), complete=True))
    history.leave(back, 0, "")
    assert not back.outdated
    history.close()
    assert not History(Settings()).open(seed_article()).outdated


def test_what_cannot_be_read_is_stepped_over_when_asked_again() -> None:
    items = tuple(Item(name, name) for name in "abcd")
    listing = Listing("f", "f", ListingKind.SEVERAL, items)
    for item in items:
        keep(article(item.source))
    history = History(Settings())
    history.open(article("b"), ListPlace(listing, 1))
    for direction, name in ((1, "c"), (1, "d"), (1, None), (-1, "a"), (1, "c")):
        place = history.step_in_list(direction)
        assert (place.item.source if place else None) == name
    history.open(article("c"), ListPlace(listing, 2))
    place = history.step_in_list(1)
    assert place is not None
    assert place.item.source == "d"
