"""Align two quotes word by word: what they share, and what differs."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from tui.library.comparing.compared_words import ComparedWords

_OFTEN = 8  # a word that stands in a quote more often begins no run: what is compared stays linear
_FEW = 2  # words that are shared, or exchanged, by chance


class Difference(StrEnum):
    """How a part of one quote compares with that of the other."""

    SAME = "same"
    LONGER = "longer"
    """One of them goes on, at an end or where the other has an ellipsis."""
    BRACKETED = "bracketed"
    """An editor's words in square brackets stand in one of them."""
    CHANGED = "changed"
    """One has other words than the other, or words that the other leaves out without a sign."""


class Part(NamedTuple):
    """Words of one quote, from index `start` to before `end`, against those of the other."""

    difference: Difference
    start: int
    end: int
    other_start: int
    other_end: int
    quoted: bool
    """True if both stand inside quotation marks there."""


@dataclass(frozen=True)
class Alignment:
    """Two quotes and their parts in order; one side of a part may be empty."""

    here: ComparedWords
    there: ComparedWords
    parts: tuple[Part, ...]

    @cached_property
    def shared(self) -> int:
        """The number of words that are shared."""
        return sum(part.end - part.start for part in self.parts if part.difference is Difference.SAME)

    @property
    def changes(self) -> list[tuple[str, str]]:
        """The words that differ though they stand in quotation marks in both: those here, those there."""
        return [
            (self.here.words(part.start, part.end), self.there.words(part.other_start, part.other_end))
            for part in self.parts
            if part.difference is Difference.CHANGED and part.quoted
        ]

    @cached_property
    def share(self) -> float:
        """The part of the longer quote that is shared, 0 to 1."""
        return self.shared / max(1, len(self.here.keys), len(self.there.keys))


def align(here: ComparedWords, there: ComparedWords) -> Alignment:
    """Align two quotes word by word."""
    blocks = _blocks(here, there)
    parts: list[Part] = []
    at = other = 0
    for start, other_start, size in [*blocks, (len(here.keys), len(there.keys), 0)]:
        if at < start or other < other_start:
            parts.append(_between(here, there, at, start, other, other_start))
        if size:
            at, other = start + size, other_start + size
            parts.append(Part(Difference.SAME, start, at, other_start, other, True))
    return Alignment(here, there, tuple(parts))


def _blocks(here: ComparedWords, there: ComparedWords) -> list[tuple[int, int, int]]:
    """Return the runs that are shared, in order: index here, index there, number of words."""
    matcher = SequenceMatcher(None, here.keys, there.keys, autojunk=False)
    places: dict[str, list[int]] = matcher.b2j  # type: ignore[attr-defined]  # where each word stands in `there`
    for key in [key for key, those in places.items() if len(those) > _OFTEN]:
        del places[key]
    found = [(a, b, size) for a, b, size in matcher.get_matching_blocks() if size]
    return _without_chance(_slid_to_ellipses(found, here, there), here, there)


def _slid_to_ellipses(
    blocks: list[tuple[int, int, int]], here: ComparedWords, there: ComparedWords
) -> list[tuple[int, int, int]]:
    """Return the runs with words on the right side of an ellipsis: of “to … achieve” the run before it has “to”.

    Where the other quote has the word twice (“to look for ways to achieve”), either could be meant.
    """
    out = list(blocks)
    for at in range(1, len(out)):
        (a, b, size), (c, d, length) = out[at - 1], out[at]
        for words, start in ((here, c), (there, d)):
            if start != (a + size if words is here else b + size):
                continue
            moved = next((gap - start for gap in range(start + 1, start + length) if gap in words.gaps), 0)
            end, other_end = a + size + moved, b + size + moved
            if moved and end <= c + moved and here.keys[a + size : end] == there.keys[b + size : other_end]:
                out[at - 1], out[at] = (a, b, size + moved), (c + moved, d + moved, length - moved)
                break
    return out


def _without_chance(
    blocks: list[tuple[int, int, int]], here: ComparedWords, there: ComparedWords
) -> list[tuple[int, int, int]]:
    """Return the runs without those of a word or two that are shared by chance, far from the others."""
    if len(blocks) < 2:
        return blocks
    longest = max(size for _, _, size in blocks)
    if longest > _FEW:
        while blocks[0][2] <= _FEW and _far(blocks[0], blocks[1], here, there):
            blocks = blocks[1:]
            if len(blocks) < 2:
                return blocks
        while blocks[-1][2] <= _FEW and _far(blocks[-2], blocks[-1], here, there):
            blocks = blocks[:-1]
            if len(blocks) < 2:
                return blocks
    inner = [
        block
        for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False)
        if block[2] > 1 or not (_far(before, block, here, there) and _far(block, after, here, there))
    ]
    return [blocks[0], *inner, blocks[-1]]


def _far(
    one: tuple[int, int, int], next: tuple[int, int, int], here: ComparedWords, there: ComparedWords
) -> bool:
    """Tell whether more lies between two runs than the smaller one holds, and no ellipsis explains it."""
    end, other_end = one[0] + one[2], one[1] + one[2]
    if (next[0] == end and end in here.gaps) or (next[1] == other_end and other_end in there.gaps):
        return False
    return max(next[0] - end, next[1] - other_end) > min(one[2], next[2])


def _between(
    here: ComparedWords, there: ComparedWords, start: int, end: int, other_start: int, other_end: int
) -> Part:
    """Return the part that lies between two shared runs, or before the first, or after the last."""
    mine, theirs = end - start, other_end - other_start
    is_outer = (start == other_start == 0) or (end == len(here.keys) and other_end == len(there.keys))
    one_sided = not mine or not theirs
    if (mine and all(here.bracketed[start:end])) or (theirs and all(there.bracketed[other_start:other_end])):
        difference = Difference.BRACKETED
    elif is_outer:  # one word for another at an end is a change; else one goes on, or both do
        swapped = not one_sided and abs(mine - theirs) <= 1 and max(mine, theirs) <= _FEW
        difference = Difference.CHANGED if swapped else Difference.LONGER
    else:
        cut = _cut_at(here, start, end, mine < theirs) or _cut_at(
            there, other_start, other_end, theirs < mine
        )
        difference = Difference.LONGER if cut else Difference.CHANGED
    quoted = _stands_quoted(here, start, end) and _stands_quoted(there, other_start, other_end)
    return Part(difference, start, end, other_start, other_end, quoted)


def _cut_at(words: ComparedWords, start: int, end: int, is_shorter: bool) -> bool:
    """Tell whether an ellipsis of the quote that has fewer words there says that some are left out."""
    return is_shorter and any(at in words.gaps for at in range(start, end + 1))


def _stands_quoted(words: ComparedWords, start: int, end: int) -> bool:
    """Tell whether words, or the neighbours of an empty part, stand inside quotation marks."""
    if start < end:
        return all(words.quoted[start:end])
    return all(words.quoted[max(0, start - 1) : start + 1])
