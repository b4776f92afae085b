"""The corrections of one article, from the library and from this session, with undo and redo.

A change takes effect at once and is written to the library in the background; `when_written` waits for that.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article.article import Article
from tui.library.write_queue import Runner, run_inline

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.corrections.correction import Correction
    from tui.library.correction_store import CorrectionStore, KeptCorrection
    from tui.library.library import Library


def history_of(
    article: Article, library: Library | None, histories: MutableMapping[str, CorrectionHistory]
) -> CorrectionHistory:
    """Return the history of an article from `histories`, where it is stored by its text, or else add a new one.

    Corrections that only this session has follow an article whose text has changed, as kept ones do.
    """
    if article.text in histories:
        histories[article.text].refresh()
        return histories[article.text]
    history = histories[article.text] = CorrectionHistory(article, library)
    others = [other for other in histories.values() if other is not history and other.has_unkept]
    if others:
        from tui.library.correction_store import origin

        here = origin(article)
        for other in others:
            if here is not None and origin(other.article) == here:
                history.copy_unkept(other)
    return history


@dataclass(slots=True)
class _Entry:
    correction: Correction
    row: int | None = None  # its row in the library; None for this session only
    undone: int = 0  # as in the library; see `correction_store`
    unkept: bool = False  # `undone` could not be written and holds for this session only


class CorrectionHistory:
    """One article's corrections, in the order they were made.

    Without a library, or with one that cannot be written, they last for this session only.
    """

    def __init__(self, article: Article, library: Library | None) -> None:
        self.notice = ""
        """A sentence if the last change could not be kept, or some kept ones cannot be read; otherwise empty."""
        self.article = article
        self.run: Runner = run_inline
        """Runs the work that writes to the library."""
        self._library = library
        self._store: CorrectionStore | None = None
        self._entries: list[_Entry] = []
        self._newest: Analysis | None = None  # the one to be indexed
        self._callbacks: deque[list[Callable[[], object]]] = deque()  # one for each change being written
        if library is not None:
            from tui.library.correction_store import CorrectionStore

            self._store = CorrectionStore(library)
            self.refresh()
            if self._store.unreadable:
                self.notice = (
                    "Some corrections of this article need a newer version of quoth; update it to see them."
                )

    def refresh(self) -> None:
        """Read what another process has meanwhile corrected or undone in the same article."""
        if self._store is not None and not self._callbacks:  # the writes in progress will read the others
            self._merge(self._store.of(self.article))

    def _merge(self, kept: list[KeptCorrection]) -> None:
        known = {entry.row: entry for entry in self._entries if entry.row is not None}
        for each in kept:  # empty if the library cannot be read: then nothing changes
            if each.row in known:
                entry = known[each.row]
                entry.undone = entry.undone if entry.unkept else each.undone
            else:
                at = next((i for i, entry in enumerate(self._entries) if (entry.row or 0) > each.row), None)
                entry = _Entry(each.correction, each.row, each.undone)
                self._entries.insert(len(self._entries) if at is None else at, entry)

    @property
    def has_library(self) -> bool:
        """Tell whether there is a library to keep the corrections in."""
        return self._store is not None

    @property
    def is_empty(self) -> bool:
        """Tell whether there are no corrections, not even undone ones."""
        return not self._entries

    @property
    def has_unkept(self) -> bool:
        """Tell whether any correction is for this session only."""
        return any(entry.row is None for entry in self._entries)

    def copy_unkept(self, other: CorrectionHistory) -> None:
        """Add the corrections that another history has for this session only."""
        mine = {entry.correction.id for entry in self._entries}
        self._entries += [
            _Entry(entry.correction, None, entry.undone)
            for entry in other._entries
            if entry.row is None and entry.correction.id not in mine
        ]

    @property
    def active(self) -> tuple[Correction, ...]:
        """Return the corrections that are not undone."""
        return tuple(entry.correction for entry in self._entries if not entry.undone)

    def do(self, correction: Correction) -> None:
        """Add a correction; what was undone before can no longer be redone."""
        for entry in self._entries:
            entry.undone = -1 if entry.undone else 0
        entry = _Entry(correction)
        self._entries.append(entry)
        if (store := self._store) is not None:

            def add() -> bool:
                entry.row = store.add(self.article, correction)
                return entry.row is not None

            self._write(entry, add)

    def undo(self) -> Correction | None:
        """Undo the last correction and return it; None if there is none."""
        entry = next((entry for entry in reversed(self._entries) if not entry.undone), None)
        return None if entry is None else self._undo(entry)

    def drop(self, correction: Correction) -> None:
        """Undo this correction, wherever it is in the order."""
        for entry in self._entries:
            if entry.correction.id == correction.id and not entry.undone:
                self._undo(entry)

    def redo(self) -> Correction | None:
        """Redo the correction that was undone last and return it; None if there is none."""
        entry = max(self._entries, key=lambda entry: entry.undone, default=None)
        if entry is None or entry.undone <= 0:
            return None
        entry.undone = 0
        if (store := self._store) is not None:
            self._write(entry, lambda: entry.row is None or store.redo(entry.row))
        return entry.correction

    def when_written(self, callback: Callable[[], object]) -> None:
        """Call `callback` once the last change has been written, or could not be and `notice` says why."""
        if self._callbacks:
            self._callbacks[-1].append(callback)
        else:
            callback()

    def update_library(self, before: Analysis, analysis: Analysis) -> None:
        """Update clippings and search index in the background after a correction of the analysis `before`."""
        library, article = self._library, self.article
        if library is None:
            return
        from tui.library.clippings import Clippings
        from tui.session.keeping.clipping import update_clippings

        self.run(lambda: update_clippings(Clippings(library), article, before, analysis), lambda _: None)
        if analysis.complete:
            self._newest = analysis
            # Of several corrections made while the library was busy, the last is indexed.
            library.enqueue(lambda: library.index(article, analysis) if self._newest is analysis else None)

    def _undo(self, entry: _Entry) -> Correction:
        entry.undone = max(0, *(each.undone for each in self._entries)) + 1
        if (store := self._store) is not None:
            self._write(entry, lambda: entry.row is None or store.undo(entry.row))
        return entry.correction

    def _write(self, entry: _Entry, work: Callable[[], bool]) -> None:
        """Run `work`, which writes the state of an entry, after all earlier writes."""
        store, library = self._store, self._library
        assert store is not None
        assert library is not None

        def write() -> tuple[bool, str, list[KeptCorrection]]:
            done = work()
            return done, "" if done else library.notice, store.of(self.article)

        def written(result: tuple[bool, str, list[KeptCorrection]]) -> None:
            done, reason, found = result
            callbacks = self._callbacks.popleft()
            entry.unkept = not done
            self.notice = "" if done else f"This holds until quoth is closed. {reason}".strip()
            if not self._callbacks:
                self._merge(found)
            for callback in callbacks:
                callback()

        self._callbacks.append([])
        self.notice = ""
        self.run(write, written)
