"""Align two quotes word by word: what they share, and what differs.

The rule for being the same words: six words are shared, or two thirds of the shorter quote; what is shared tells
something (see `stock_phrases`); and it outweighs what stands against it. Words that only one quote has, at an end
or at an ellipsis, do not stand against it: it is just longer. Words that both have in the same place do:

    I have a dream that the harbour will open again
    I have a dream that every child will learn to swim     – another sentence of the speech
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from tui.library.comparing.compared_words import ComparedWords
from tui.library.comparing.stock_phrases import NUMBERS, weights

_ENOUGH = 6  # words
_SHARE = 2 / 3  # of a shorter quote
_SAME_SPEAKER, _UNKNOWN_SPEAKER, _OTHER_SPEAKER = 2.0, 3.0, 4.5
"""How much shared words must tell, by whether the speaker is the same: another needs more to be no chance."""
_WHOLE_BONUS = 1.0  # less is enough where all of a quote is shared and no other speaker is named
_RARE_BONUS = 1.0  # less is enough of another speaker where two of the words are not common
_AGAINST = 0.38  # the most that may stand against what is shared, as a part of it
_LONG = 11
"""Where fewer words are shared, a word exchanged for another counts twice: it may be a sentence built alike. So do
several in a longer quote, and numbers."""
_OFTEN = 8  # a word that stands in a quote more often begins no run: what is compared stays linear
_TELLS = 0.5  # the least that words tell which are not just of the grammar
_FEWEST_SHARED = 4  # words of a short quote that has another word elsewhere
_FEW = 2  # words that are shared by chance


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

    def is_same(self, same_speaker: bool | None) -> bool:
        """Tell whether these are the same words; `same_speaker` is None if a quote's is not known."""
        shorter = min(len(self.here.keys), len(self.there.keys))
        if not shorter or self.shared < min(_ENOUGH, _SHARE * shorter):
            return False
        told = weights(self.here.keys)
        telling = sum(sum(told[p.start : p.end]) for p in self.parts if p.difference is Difference.SAME)
        if same_speaker is False:
            least = _OTHER_SPEAKER if self._rare(told) < _FEW else _OTHER_SPEAKER - _RARE_BONUS
        else:
            least = _SAME_SPEAKER if same_speaker else _UNKNOWN_SPEAKER
            least -= _WHOLE_BONUS if self.shared == shorter else 0
        return telling >= least and self._against(told) <= _AGAINST * telling

    @property
    def is_misquoted(self) -> bool:
        """Tell whether all but a word or two in one place is shared, and those are exchanged in quotation marks."""
        longer = max(len(self.here.keys), len(self.there.keys))
        changed = [part for part in self.parts if part.difference is not Difference.SAME]
        return (
            len(changed) == 1
            and changed[0].difference is Difference.CHANGED
            and changed[0].quoted
            and all(
                0 < words <= _FEW
                for words in (
                    changed[0].end - changed[0].start,
                    changed[0].other_end - changed[0].other_start,
                )
            )
            and self.shared >= max(_FEWEST_SHARED, _SHARE * longer)
        )

    def _rare(self, told: list[float]) -> int:
        """Return how many distinct uncommon words are shared."""
        same = (part for part in self.parts if part.difference is Difference.SAME)
        places = (at for part in same for at in range(part.start, part.end))
        return len({self.here.keys[at] for at in places if told[at] >= 1})

    def _against(self, told: list[float]) -> float:
        """Return how much speaks against the quotes being the same."""
        others = weights(self.there.keys)
        against = 0.0
        exchanged: list[float] = []
        is_number = False
        for part in self.parts:
            mine = sum(told[part.start : part.end])
            theirs = sum(others[part.other_start : part.other_end])
            both = part.start < part.end and part.other_start < part.other_end
            if part.difference is Difference.CHANGED:
                counted = max(mine, theirs) if both else max(mine, theirs) / 2
            else:
                counted = min(mine, theirs) if part.difference is Difference.LONGER else 0.0
            is_exchange = False
            if part.difference is Difference.CHANGED and both:
                here = self.here.keys[part.start : part.end]
                there = self.there.keys[part.other_start : part.other_end]
                if all(map(_is_number, here)) and all(map(_is_number, there)):
                    is_exchange = is_number = True
                    counted = max(counted, 1.0)
                elif len(here) == len(there) and all(map(_are_forms, here, there)):
                    counted /= 2
                else:
                    is_exchange = min(mine, theirs) >= _TELLS
            counted /= 1 if part.quoted else 2  # a paraphrase has words of its own
            against += counted
            exchanged += [counted] * is_exchange
        # “We will build schools for the poor” and “roads for the poor” are two sentences, built alike.
        if is_number or len(exchanged) > 1 or self.shared < _LONG:
            against += sum(exchanged)
        return against


def _is_number(key: str) -> bool:
    return key in NUMBERS or key[0].isdigit()


def _are_forms(one: str, other: str) -> bool:
    """Tell whether two words may be forms of one, as at least half of the longer is shared: pays, paid."""
    half = max(2, (max(len(one), len(other)) + 1) // 2)
    return one[:half] == other[:half]


def may_be_misquoted(here: ComparedWords, there: ComparedWords) -> bool:
    """Tell quickly whether `is_misquoted` may be true of two quotes."""
    one, other = here.keys, there.keys
    return abs(len(one) - len(other)) < _FEW and (one[:_FEW] == other[:_FEW] or one[-_FEW:] == other[-_FEW:])


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
