"""Which marks fall on a line, for thousands of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from tui.session.marking import MarginLetter, Mark

_SHORT = 1_024  # characters; what is longer is looked for in a list of its own


class _Index:
    """Half-open spans, to be asked which of them overlap a stretch of text."""

    def __init__(self, items: Sequence[Mark] | Sequence[MarginLetter]) -> None:
        order = range(len(items))
        starts = [item.span[0] for item in items]
        ends = [item.span[1] for item in items]
        long = [i for i in order if ends[i] - starts[i] > _SHORT]
        if long:
            kept = set(long)
            order = [i for i in order if i not in kept]  # type: ignore[assignment]
        self._long = [(starts[i], ends[i], i) for i in long]
        self._short = sorted(order, key=starts.__getitem__)
        self._starts = [starts[i] for i in self._short]
        self._ends = [ends[i] for i in self._short]

    def over(self, start: int, end: int) -> list[int]:
        """The indices of the spans that share a character with `[start, end)`, in their own order."""
        low = bisect_left(self._starts, start - _SHORT)
        high = bisect_left(self._starts, end)
        ends = self._ends
        found = [self._short[k] for k in range(low, high) if ends[k] > start]
        found.extend(i for first, last, i in self._long if first < end and last > start)
        found.sort()
        return found


class Marks:
    """Marks and margin letters; of marks that overlap, later ones are laid over earlier ones."""

    def __init__(self, marks: Sequence[Mark] = (), letters: Sequence[MarginLetter] = ()) -> None:
        self._marks = marks
        self._letters = letters
        self._mark_index = _Index(marks)
        self._letter_index = _Index(letters)

    def runs(self, start: int, end: int) -> list[tuple[int, int, tuple[str, ...]]]:
        """`[start, end)` cut into runs of the same styles: start, end, styles from the lowest up."""
        found = [self._marks[i] for i in self._mark_index.over(start, end)]
        if not found:
            return [(start, end, ())]
        cuts = {start, end}
        for mark in found:
            cuts.add(max(start, mark.span.start))
            cuts.add(min(end, mark.span.end))
        out: list[tuple[int, int, tuple[str, ...]]] = []
        for a, b in pairwise(sorted(cuts)):
            styles = tuple(mark.style for mark in found if mark.span.start <= a and b <= mark.span.end)
            if out and out[-1][2] == styles:
                out[-1] = (out[-1][0], b, styles)
            else:
                out.append((a, b, styles))
        return out

    def letters(self, start: int, end: int) -> list[tuple[str, str]]:
        """The letters beside `[start, end)` with their styles, in reading order, each once."""
        found = [self._letters[i] for i in self._letter_index.over(start, end)]
        found.sort(key=lambda item: item.span.start)
        return list(dict.fromkeys((item.letter, item.style) for item in found))
