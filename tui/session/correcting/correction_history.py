"""The corrections of one article: those kept of it, and those made since; done, undone and done again.

What is done holds at once; it is kept apart, and `settled` is called when it is known whether that was done.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.article.article import Article
from tui.library.write_queue import Apart, at_once

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.corrections.correction import Correction
    from tui.library.correction_store import CorrectionStore, KeptCorrection
    from tui.library.library import Library


def book_of(
    article: Article, library: Library | None, books: MutableMapping[str, CorrectionHistory]
) -> CorrectionHistory:
    """The corrections of an article: the book that was opened before in this session, else a new one in `books`.

    What holds for this session only follows an article whose text has changed, as what is kept does.
    """
    if article.text in books:
        books[article.text].refresh()
        return books[article.text]
    book = books[article.text] = CorrectionHistory(article, library)
    others = [other for other in books.values() if other is not book and other.unkept]
    if others:
        from tui.library.correction_store import origin

        here = origin(article)
        for other in others:
            if here is not None and origin(other.article) == here:
                book.take(other)
    return book


@dataclass(slots=True)
class _Entry:
    correction: Correction
    row: int | None = None  # in the library; None: for this session only
    undone: int = 0
    own: bool = False  # whether `undone` could not be kept: it holds for this session


class CorrectionHistory:
    """One article's corrections, in the order they were made.

    Without a library they are for this session only. The same holds where it cannot be written: `notice` says
    so then, in a sentence.
    """

    def __init__(self, article: Article, library: Library | None) -> None:
        self.notice = ""
        self.article = article
        self.apart: Apart = at_once
        """Who writes."""
        self.settled: Callable[[], object] = lambda: None
        """Called when what was done is kept, or is not: `notice` then says why."""
        self._library = library
        self._kept: CorrectionStore | None = None
        self._entries: list[_Entry] = []
        self._pending = 0  # what was done and is not yet known to be kept
        if library is not None:
            from tui.library.correction_store import CorrectionStore

            self._kept = CorrectionStore(library)
            self.refresh()
            if self._kept.unreadable:
                self.notice = (
                    "Some corrections of this article are of a newer quoth; update this one to see them."
                )

    def refresh(self) -> None:
        """Have what another reader of the same article, in another process, has corrected or undone meanwhile."""
        if self._kept is not None and not self._pending:  # which comes with what there is then
            self._merge(self._kept.of(self.article))

    def _merge(self, kept: list[KeptCorrection]) -> None:
        known = {entry.row: entry for entry in self._entries if entry.row is not None}
        for each in kept:  # none where the library cannot be read: then nothing changes
            if each.row in known:
                entry = known[each.row]
                entry.undone = entry.undone if entry.own else each.undone
            else:
                at = next((i for i, entry in enumerate(self._entries) if (entry.row or 0) > each.row), None)
                entry = _Entry(each.correction, each.row, each.undone)
                self._entries.insert(len(self._entries) if at is None else at, entry)

    @property
    def kept(self) -> bool:
        """Whether there is a library to keep them in."""
        return self._kept is not None

    @property
    def unkept(self) -> bool:
        """Whether any is for this session only."""
        return any(entry.row is None for entry in self._entries)

    def take(self, other: CorrectionHistory) -> None:
        """Have what is for this session only in another book in this one, too."""
        mine = {entry.correction.id for entry in self._entries}
        self._entries += [
            _Entry(entry.correction, None, entry.undone)
            for entry in other._entries
            if entry.row is None and entry.correction.id not in mine
        ]

    @property
    def active(self) -> tuple[Correction, ...]:
        """Those that hold."""
        return tuple(entry.correction for entry in self._entries if not entry.undone)

    def do(self, correction: Correction) -> None:
        """One more; what was undone before it cannot be done again any more."""
        for entry in self._entries:
            entry.undone = -1 if entry.undone else 0
        entry = _Entry(correction)
        self._entries.append(entry)
        if (kept := self._kept) is not None:

            def add() -> bool:
                entry.row = kept.add(self.article, correction)
                return entry.row is not None

            self._write(entry, add)

    def undo(self) -> Correction | None:
        """Take back the last one that holds; None where none does."""
        entry = next((entry for entry in reversed(self._entries) if not entry.undone), None)
        return None if entry is None else self._undone(entry)

    def drop(self, correction: Correction) -> None:
        """Take back a certain one."""
        for entry in self._entries:
            if entry.correction.id == correction.id and not entry.undone:
                self._undone(entry)

    def redo(self) -> Correction | None:
        """Do again what was undone last; None where nothing was."""
        entry = max(self._entries, key=lambda entry: entry.undone, default=None)
        if entry is None or entry.undone <= 0:
            return None
        entry.undone = 0
        if (kept := self._kept) is not None:
            self._write(entry, lambda: entry.row is None or kept.redo(entry.row))
        return entry.correction

    def follow(self, before: Analysis, analysis: Analysis) -> None:
        """Have what is kept follow a correction: clippings, and what is searched, behind the reader's back.

        `before` is the analysis without it.
        """
        library, article = self._library, self.article
        if library is None:
            return
        from tui.library.clippings import Clippings
        from tui.session.keeping.clipping import follow

        self.apart(lambda: follow(Clippings(library), article, before, analysis), lambda _: None)
        if analysis.complete:
            library.behind(lambda: library.index(article, analysis))

    def _undone(self, entry: _Entry) -> Correction:
        entry.undone = max(0, *(each.undone for each in self._entries)) + 1
        if (kept := self._kept) is not None:
            self._write(entry, lambda: entry.row is None or kept.undo(entry.row))
        return entry.correction

    def _write(self, entry: _Entry, work: Callable[[], bool]) -> None:
        """Have `work` keep how an entry is now, after all that was done before."""
        kept, library = self._kept, self._library
        assert kept is not None
        assert library is not None

        def write() -> tuple[bool, str, list[KeptCorrection]]:
            done = work()
            return done, "" if done else library.notice, kept.of(self.article)

        def told(result: tuple[bool, str, list[KeptCorrection]]) -> None:
            done, reason, found = result
            self._pending -= 1
            entry.own = not done
            if not done:
                self.notice = f"This holds until quoth is closed. {reason}".strip()
            if not self._pending:
                self._merge(found)
            self.settled()

        self._pending += 1
        self.notice = ""
        self.apart(write, told)
