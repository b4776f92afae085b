"""Finding the quotes, speakers and entities of an analysis again in a newer one of the same article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TypeVar

from tui.analysis.analysis import Attribution, Entity, Speaker
from tui.article.spans import Span
from tui.session.reading.quote_links import LONGEST

_Named = TypeVar("_Named", Speaker, Entity)


def counterpart_quote(old: Attribution, new: tuple[Attribution, ...]) -> int | None:
    """Return the index of `old` in a newer analysis: of the same start, else of the largest overlap."""
    starts = [a.start for a in new]
    at = bisect_left(starts, old.start)
    same = range(at, bisect_right(starts, old.start))
    if same:
        return next((i for i in same if new[i].content == old.content), at)
    near = range(bisect_left(starts, old.start - LONGEST), bisect_left(starts, old.end))
    whole = Span(old.start, old.end)
    shared = {i: min(new[i].end, whole.end) - max(new[i].start, whole.start) for i in near}
    best = max(shared, key=lambda i: shared[i], default=None)
    return best if best is not None and 2 * shared[best] > whole.end - whole.start else None


def counterpart_by_name(old: _Named | None, new: tuple[_Named, ...]) -> str | None:
    """Return the id of `old` in a newer analysis: the one of the same name or with its first mention."""
    if old is None:
        return None
    for candidate in new:
        if candidate.name == old.name or (old.mentions and old.mentions[0] in candidate.mentions):
            return candidate.id
    return None
