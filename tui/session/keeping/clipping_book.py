"""The clippings of all articles, looked through: filtered, noted on, tagged, let go and taken back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from tui.library.clippings import Clipping, Clippings, tags_in
from tui.session.filtering.query import Query, parse
from tui.session.filtering.record_index import RecordIndex
from tui.session.filtering.records import RECORD_FIELDS, Record


@dataclass(frozen=True, slots=True)
class _Done:
    """What was done to one clipping: how it was before and is after; None where it was or is not there."""

    before: Clipping | None
    after: Clipping | None


class ClippingBook:
    """Clippings are named by their index in `clippings`, the newest first."""

    def __init__(self, kept: Clippings) -> None:
        self._kept = kept
        self._done: list[_Done] = []
        self._undone: list[_Done] = []
        self.filter_text = ""
        self.load()

    def load(self) -> None:
        """Look all of them up anew."""
        self.clippings = self._kept.all()
        self.index = RecordIndex([_record(each) for each in self.clippings], RECORD_FIELDS)
        self.set_filter(self.filter_text)

    @property
    def unreadable(self) -> int:
        """How many make no sense to this quoth; they stay in the library."""
        return self._kept.unreadable

    def set_filter(self, text: str) -> None:
        """Leave the clippings that `text`, in the filter's language, leaves."""
        self.filter_text = text
        self.query: Query = parse(text, RECORD_FIELDS)
        self.left = self.index.left(self.query)

    @property
    def tags(self) -> list[str]:
        """Every tag there is, the most used first."""
        return [tag for tag, _ in Counter(tag for each in self.clippings for tag in each.tags).most_common()]

    def note(self, index: int, note: str) -> bool:
        """Give a clipping another note; whether that is kept."""
        return self._change(self.clippings[index], note=" ".join(note.split()))

    def tag(self, index: int, typed: str) -> bool:
        """Give a clipping the tags that were typed, and no other; whether that is kept."""
        return self._change(self.clippings[index], tags=tags_in(typed))

    def remove(self, index: int) -> bool:
        """Let a clipping go; whether it is gone."""
        return self._do(_Done(self.clippings[index], None))

    def undo(self) -> bool | None:
        """Take back what was done last; None where nothing was, False where that could not be kept."""
        return self._repeat(self._done, self._undone, back=True)

    def redo(self) -> bool | None:
        """Do it again."""
        return self._repeat(self._undone, self._done, back=False)

    def _change(self, clipping: Clipping, **changes: object) -> bool:
        changed = replace(clipping, **changes)  # type: ignore[arg-type]
        return changed == clipping or self._do(_Done(clipping, changed))

    def _do(self, done: _Done) -> bool:
        if not self._write(done.before, done.after):
            return False
        self._done.append(done)
        self._undone.clear()
        self.load()
        return True

    def _repeat(self, from_: list[_Done], to: list[_Done], *, back: bool) -> bool | None:
        if not from_:
            return None
        done = from_[-1]
        before, after = (done.after, done.before) if back else (done.before, done.after)
        if not self._write(before, after):
            return False
        to.append(from_.pop())
        self.load()
        return True

    def _write(self, before: Clipping | None, after: Clipping | None) -> bool:
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
