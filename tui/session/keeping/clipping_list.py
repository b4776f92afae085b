"""The clippings of all articles, looked through: filtered, noted on, tagged, let go and taken back.

What changes one is done apart and answers later, in the order asked for: see `ClippingBook.apart`.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from tui.library.clippings import Clipping, Clippings, tags_in
from tui.library.write_queue import Apart, at_once
from tui.session.filtering.query import Query, parse
from tui.session.filtering.record_index import RecordIndex
from tui.session.filtering.records import RECORD_FIELDS, Record


@dataclass(frozen=True, slots=True)
class _Done:
    """What was done to one clipping: how it was before and is after; None where it was or is not there."""

    before: Clipping | None
    after: Clipping | None


_Told = Callable[[bool | None], object]
"""Told whether a change was kept; None where there was nothing to change."""


def _nobody(done: bool | None) -> None:
    """Nobody is told."""


class ClippingList:
    """Clippings are named by their index in `clippings`, the newest first."""

    def __init__(self, kept: Clippings) -> None:
        self.apart: Apart = at_once
        """Who writes."""
        self._kept = kept
        self._asked: deque[Callable[[], None]] = deque()  # what is to be changed: the first is being written
        self._done: list[_Done] = []
        self._undone: list[_Done] = []
        self.filter_text = ""
        self.load()

    def load(self) -> None:
        """Look all of them up anew."""
        self._show(self._kept.all())

    def refresh(self, told: Callable[[], object]) -> None:
        """Have what is being written now among them, `told` once it is, if there is anything new."""

        def found(clippings: list[Clipping]) -> None:
            if clippings != self.clippings:
                self._show(clippings)
                told()

        self.apart(self._kept.all, found)

    def _show(self, clippings: list[Clipping]) -> None:
        self.clippings = clippings
        self.index = RecordIndex([_record(each) for each in clippings], RECORD_FIELDS)
        self.set_filter(self.filter_text)

    @property
    def unreadable(self) -> int:
        """How many make no sense to this quoth; they stay in the library."""
        return self._kept.unreadable

    def set_filter(self, text: str) -> None:
        """Leave the clippings that `text`, in the filter's language, leaves."""
        self.filter_text = text
        self.query: Query = parse(text, RECORD_FIELDS)
        self.left = self.index.matching(self.query)

    @property
    def tags(self) -> list[str]:
        """Every tag there is, the most used first."""
        return [tag for tag, _ in Counter(tag for each in self.clippings for tag in each.tags).most_common()]

    def note(self, index: int, note: str, told: _Told = _nobody) -> None:
        """Give a clipping another note."""
        self._change(self.clippings[index].id, told, note=" ".join(note.split()))

    def tag(self, index: int, typed: str, told: _Told = _nobody) -> None:
        """Give a clipping the tags that were typed, and no other."""
        self._change(self.clippings[index].id, told, tags=tags_in(typed))

    def remove(self, index: int, told: _Told = _nobody) -> None:
        """Let a clipping go."""
        it = self.clippings[index].id
        self._ask(lambda: self._do(self._now(it), None, told))

    def undo(self, told: _Told = _nobody) -> None:
        """Take back what was done last."""
        self._ask(lambda: self._repeat(self._done, self._undone, told, back=True))

    def redo(self, told: _Told = _nobody) -> None:
        """Do it again."""
        self._ask(lambda: self._repeat(self._undone, self._done, told, back=False))

    def _now(self, clipping: str) -> Clipping | None:
        return next((each for each in self.clippings if each.id == clipping), None)

    def _change(self, clipping: str, told: _Told, **changes: object) -> None:
        def change() -> None:
            now = self._now(clipping)
            self._do(now, now and replace(now, **changes), told)  # type: ignore[arg-type]

        self._ask(change)

    def _ask(self, change: Callable[[], None]) -> None:
        """Change something when all that was asked for before is done."""
        self._asked.append(change)
        if len(self._asked) == 1:
            change()

    def _answer(self, done: bool | None, told: _Told) -> None:
        self._asked.popleft()
        told(done)
        if self._asked:
            self._asked[0]()

    def _do(self, before: Clipping | None, after: Clipping | None, told: _Told) -> None:
        def written(kept: tuple[bool, list[Clipping]]) -> None:
            if kept[0]:
                self._done.append(_Done(before, after))
                self._undone.clear()
                self._show(kept[1])
            self._answer(kept[0], told)

        if before == after:
            self._answer(None if before is None else True, told)
        else:
            self.apart(lambda: self._write(before, after), written)

    def _repeat(self, from_: list[_Done], to: list[_Done], told: _Told, *, back: bool) -> None:
        def written(kept: tuple[bool, list[Clipping]]) -> None:
            if kept[0]:
                to.append(from_.pop())
                self._show(kept[1])
            self._answer(kept[0], told)

        if not from_:
            self._answer(None, told)
            return
        done = from_[-1]
        before, after = (done.after, done.before) if back else (done.before, done.after)
        self.apart(lambda: self._write(before, after), written)

    def _write(self, before: Clipping | None, after: Clipping | None) -> tuple[bool, list[Clipping]]:
        """Whether it is kept, and all there are now."""
        if after is not None:
            kept = self._kept.add(after) is not None
        else:
            kept = before is not None and self._kept.remove(before.id) is not None
        return kept, self._kept.all() if kept else []


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
