"""The mark that says that changes are still being written, the sentence if they cannot be, and their runner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

from textual.app import App

from tui.library.write_queue import Runner, queued_runner
from tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.library.library import Library

_T = TypeVar("_T")
PERIOD = 0.2
"""Seconds after which what is not written yet is marked; mostly it is written before."""


def background_runner(app: App[Any], library: Library) -> Runner:
    """Return a runner that writes to the library in the background, and marks on the screen that it does."""
    run = queued_runner(library.enqueue, app.call_later)

    def run_marked(work: Callable[[], _T], callback: Callable[[_T], object], /) -> None:
        run(work, callback)
        _mark_of(app, library).watch()

    return run_marked


class SavingMark:
    """Shows in the title bar of each screen whether changes are still being written."""

    def __init__(self, app: App[Any], library: Library) -> None:
        self._app = app
        self._library = library
        self._is_watching = False
        self._told = ""

    def watch(self) -> None:
        """Look at the library in a moment, and then until everything is written."""
        if not self._is_watching:
            self._is_watching = True
            self._app.set_timer(PERIOD, self._look)

    def _look(self) -> None:
        is_saving = self._is_watching = self._library.unwritten > 0
        for screen in self._app.screen_stack:
            for title in screen.query(TitleBar):
                title.saving = is_saving
        if (sentence := self._library.unwritable) != self._told:
            self._told = sentence
            self._app.notify(sentence, severity="warning", markup=False)
        if is_saving:
            self._app.set_timer(PERIOD, self._look)


_marks: WeakKeyDictionary[App[Any], SavingMark] = WeakKeyDictionary()


def _mark_of(app: App[Any], library: Library) -> SavingMark:
    if app not in _marks:
        _marks[app] = SavingMark(app, library)
    return _marks[app]
