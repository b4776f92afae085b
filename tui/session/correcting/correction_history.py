"""The corrections of one article: those that the library keeps and those made since; done, undone and redone.

A change holds at once. It is written to the library in the background; `when_written` waits for that.
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
    """Return the corrections of an article: from `histories`, by its text, else new ones, which are put there.

    Corrections that only this session keeps follow an article whose text has changed, as kept ones do.
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
    row: int | None = None  # in the library; None for this session only
    undone: int = 0  # as in the library: see `correction_store`
    unkept: bool = False  # whether `undone` could not be written, and holds for this session


class CorrectionHistory:
    """One article's corrections, in the order they were made.

    Without a library, or with one that cannot be written, they last for this session only.
    """

    def __init__(self, article: Article, library: Library | None) -> None:
        self.notice = ""
        """A sentence if the last change could not be kept, or if some that are kept cannot be read."""
        self.article = article
        self.run: Runner = run_inline
        """Runs what writes."""
        self._library = library
        self._store: CorrectionStore | None = None
        self._entries: list[_Entry] = []
        self._callbacks: deque[list[Callable[[], object]]] = deque()  # of each change that is being written
        if library is not None:
            from tui.library.correction_store import CorrectionStore

            self._store = CorrectionStore(library)
            self.refresh()
            if self._store.unreadable:
                self.notice = (
                    "Some corrections of this article need a newer quoth; update this one to see them."
                )

    def refresh(self) -> None:
        """Read what another process has corrected or undone in the same article in the meantime."""
        if self._store is not None and not self._callbacks:  # what is being written brings the others along
            self._merge(self._store.of(self.article))

    def _merge(self, kept: list[KeptCorrection]) -> None:
        known = {entry.row: entry for entry in self._entries if entry.row is not None}
        for each in kept:  # empty where the library cannot be read: then nothing changes
            if each.row in known:
                entry = known[each.row]
                entry.undone = entry.undone if entry.unkept else each.undone
            else:
                at = next((i for i, entry in enumerate(self._entries) if (entry.row or 0) > each.row), None)
                entry = _Entry(each.correction, each.row, each.undone)
                self._entries.insert(len(self._entries) if at is None else at, entry)

    @property
    def has_library(self) -> bool:
        """Whether there is a library to keep the corrections in."""
        return self._store is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was corrected, and nothing undone either."""
        return not self._entries

    @property
    def has_unkept(self) -> bool:
        """Whether any correction is for this session only."""
        return any(entry.row is None for entry in self._entries)

    def copy_unkept(self, other: CorrectionHistory) -> None:
        """Add what another history has for this session only."""
        mine = {entry.correction.id for entry in self._entries}
        self._entries += [
            _Entry(entry.correction, None, entry.undone)
            for entry in other._entries
            if entry.row is None and entry.correction.id not in mine
        ]

    @property
    def active(self) -> tuple[Correction, ...]:
        """The corrections that were not undone."""
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
        """Undo the last correction and return it; None where there is none."""
        entry = next((entry for entry in reversed(self._entries) if not entry.undone), None)
        return None if entry is None else self._undo(entry)

    def drop(self, correction: Correction) -> None:
        """Undo a certain correction."""
        for entry in self._entries:
            if entry.correction.id == correction.id and not entry.undone:
                self._undo(entry)

    def redo(self) -> Correction | None:
        """Redo what was undone last and return it; None where nothing was."""
        entry = max(self._entries, key=lambda entry: entry.undone, default=None)
        if entry is None or entry.undone <= 0:
            return None
        entry.undone = 0
        if (store := self._store) is not None:
            self._write(entry, lambda: entry.row is None or store.redo(entry.row))
        return entry.correction

    def when_written(self, callback: Callable[[], object]) -> None:
        """Call `callback` once the last change was written or could not be: `notice` then says why."""
        if self._callbacks:
            self._callbacks[-1].append(callback)
        else:
            callback()

    def update_library(self, before: Analysis, analysis: Analysis) -> None:
        """Correct the clippings and the search index in the background, after the analysis was `before`."""
        library, article = self._library, self.article
        if library is None:
            return
        from tui.library.clippings import Clippings
        from tui.session.keeping.clipping import update_clippings

        self.run(lambda: update_clippings(Clippings(library), article, before, analysis), lambda _: None)
        if analysis.complete:
            library.enqueue(lambda: library.index(article, analysis))

    def _undo(self, entry: _Entry) -> Correction:
        entry.undone = max(0, *(each.undone for each in self._entries)) + 1
        if (store := self._store) is not None:
            self._write(entry, lambda: entry.row is None or store.undo(entry.row))
        return entry.correction

    def _write(self, entry: _Entry, work: Callable[[], bool]) -> None:
        """Run `work`, which writes how an entry is now, after all that was to be written before."""
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
