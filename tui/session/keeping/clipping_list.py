"""The clippings of all articles: filtered, given notes and tags, deleted, with undo and redo.

A `Runner` writes the changes in the order they are made, and calls back once each is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from tui.library.clippings import Clipping, Clippings, tags_in
from tui.library.write_queue import Runner, run_inline
from tui.session.filtering.query import Query, parse
from tui.session.filtering.record_index import RecordIndex
from tui.session.filtering.records import RECORD_FIELDS, Record


@dataclass(frozen=True, slots=True)
class _Edit:
    """A change of one clipping: the clipping before and after; None if it does not exist."""

    before: Clipping | None
    after: Clipping | None


_Callback = Callable[[bool | None], object]
"""Called with whether a change was kept, or with None if there was nothing to change."""


def _ignore(kept: bool | None) -> None:
    """Ignore whether a change was kept."""


class ClippingList:
    """All clippings, the newest first; each is given by its index in `clippings`."""

    def __init__(self, kept: Clippings) -> None:
        self.run: Runner = run_inline
        """Runs the work that writes changes."""
        self._kept = kept
        # Only work that `run` runs changes these two.
        self._done: list[_Edit] = []
        self._undone: list[_Edit] = []
        self.filter_text = ""
        self.load()

    def load(self) -> None:
        """Load all clippings from the library."""
        self._show(self._kept.all())

    def refresh(self, callback: Callable[[], object]) -> None:
        """Load the clippings again once all writes are done; call `callback` if any have changed."""

        def found(clippings: list[Clipping]) -> None:
            if clippings != self.clippings:
                self._show(clippings)
                callback()

        self.run(self._kept.all, found)

    def _show(self, clippings: list[Clipping]) -> None:
        self.clippings = clippings
        self.index = RecordIndex([_record(each) for each in clippings], RECORD_FIELDS)
        self.set_filter(self.filter_text)

    @property
    def unreadable(self) -> int:
        """The number of clippings that this version cannot read; they stay in the library."""
        return self._kept.unreadable

    def set_filter(self, text: str) -> None:
        """Narrow the list to the clippings that match `text`, in the filter's language."""
        self.filter_text = text
        self.query: Query = parse(text, RECORD_FIELDS)
        self.left = self.index.matching(self.query)

    @property
    def tags(self) -> list[str]:
        """All tags, the most used first."""
        return [tag for tag, _ in Counter(tag for each in self.clippings for tag in each.tags).most_common()]

    def note(self, index: int, note: str, callback: _Callback = _ignore) -> None:
        """Replace the note of a clipping."""
        self._change(self.clippings[index].id, callback, note=" ".join(note.split()))

    def tag(self, index: int, typed: str, callback: _Callback = _ignore) -> None:
        """Replace the tags of a clipping by those in `typed`."""
        self._change(self.clippings[index].id, callback, tags=tags_in(typed))

    def remove(self, index: int, callback: _Callback = _ignore) -> None:
        """Delete a clipping."""
        identifier = self.clippings[index].id
        self._run(lambda: self._do(self._kept.get(identifier), None), callback)

    def undo(self, callback: _Callback = _ignore) -> None:
        """Undo the last change."""
        self._run(lambda: self._repeat(self._done, self._undone, back=True), callback)

    def redo(self, callback: _Callback = _ignore) -> None:
        """Redo the change that was undone last."""
        self._run(lambda: self._repeat(self._undone, self._done, back=False), callback)

    def _change(self, clipping: str, callback: _Callback, **changes: object) -> None:
        def change() -> bool | None:
            before = self._kept.get(clipping)
            return self._do(before, before and replace(before, **changes))  # type: ignore[arg-type]

        self._run(change, callback)

    def _run(self, change: Callable[[], bool | None], callback: _Callback) -> None:
        """Run a change, show the result, and pass it to `callback`."""

        def work() -> tuple[bool | None, list[Clipping]]:
            kept = change()
            return kept, self._kept.all() if kept else []

        def written(result: tuple[bool | None, list[Clipping]]) -> None:
            kept, clippings = result
            if kept:
                self._show(clippings)
            callback(kept)

        self.run(work, written)

    def _do(self, before: Clipping | None, after: Clipping | None) -> bool | None:
        if before is None or before == after:
            return None if before is None else True
        if not self._write(before, after):
            return False
        self._done.append(_Edit(before, after))
        self._undone.clear()
        return True

    def _repeat(self, from_: list[_Edit], to: list[_Edit], *, back: bool) -> bool | None:
        if not from_:
            return None
        done = from_[-1]
        before, after = (done.after, done.before) if back else (done.before, done.after)
        if not self._write(before, after):
            return False
        to.append(from_.pop())
        return True

    def _write(self, before: Clipping | None, after: Clipping | None) -> bool:
        """Write a change; tell whether it was kept."""
        if after is not None:
            return self._kept.add(after) is not None
        return before is not None and self._kept.remove(before.id) is not None


def _record(clipping: Clipping) -> Record:
    where = (clipping.article, clipping.byline, clipping.site, clipping.source, clipping.url)
    return Record(
        words=" ".join(clipping.words.split()),
        speaker=clipping.speaker or clipping.named,
        role=clipping.role or "",
        cue=clipping.cue,
        kind=clipping.kind,
        stance=clipping.stance,
        certainty=clipping.certainty,
        article=" ".join(part for part in where if part),
        note=clipping.note,
        title=clipping.article,
        tags=clipping.tags,
    )
