"""Find the words of a passage in a text that may have changed since the passage was noted.

The exact words are looked for first; then their letters and digits alone, so that changes of white space,
quotation marks and case do no harm; then nearly the same words between the same neighbours. If they occur
several times, the text around them decides (as with the text-quote selectors of the W3C's Web Annotation model,
section 4.2.4). Nothing is guessed: if the surroundings do not decide, the passage is not placed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cached_property

from tui.article.spans import Span
from tui.corrections.correction import CONTEXT, Passage
from tui.corrections.normalised_text import (
    NormalisedText,
    common_prefix_length,
    is_punctuation,
    normalise,
    normalised_words,
)

LONG_ENOUGH = 20
"""A passage of this many letters is found anywhere; a shorter one only next to some of its old neighbours."""
NEIGHBOURS = 6
"""The number of neighbouring letters that identify a passage, or tell it from another with the same words."""
ANCHOR = 16
"""The number of letters on either side that must be unchanged if some of the passage's own words have changed."""
MOST_WORDS = 600
"""The most words of a passage that are compared one by one: more would take too long."""
SAME_WORDS = 0.9
"""The share of the longer passage's words that another must have, in the same order, to be nearly the same."""
_MOST_PLACES = 500  # occurrences of the words that are examined: those nearest to the old place
_MOST_GAPS = 8  # candidate starts or ends: with more of them, no place would be the only one


class Anchors:
    """Finds passages in one text. What only a changed text needs is computed on first use."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.changed: set[Passage] = set()
        """The passages that were placed although some of their words have changed."""
        self._found: dict[tuple[Passage, int | None], Span | None] = {}

    def place(self, passage: Passage, shift: int | None = None) -> Span | None:
        """Return the span of the words now, or None if they are gone or several places are equally likely.

        `shift` is how many characters their surroundings have moved, if that is known; it decides between
        places. The span is never empty and includes the punctuation at the ends of the words.
        """
        if self._is_unmoved(passage):
            return passage.span
        key = passage, shift
        if key not in self._found:
            self._found[key] = self._search(passage, shift)
        return self._found[key]

    def _is_unmoved(self, passage: Passage) -> bool:
        start, end = passage.span
        return (
            self.text.startswith(passage.words, start)
            and end <= len(self.text)
            and self.text[max(0, start - len(passage.before)) : start] == passage.before
            and self.text.startswith(passage.after, end)
        )

    def _search(self, passage: Passage, shift: int | None) -> Span | None:
        short = len(normalise(passage.words)) < LONG_ENOUGH
        expected = passage.span.start + (shift or 0)
        ranked = []
        for span in self._exact_places(passage.words, expected) or self._normalised_places(
            passage.words, expected
        ):
            context = self._matching_context(span, passage)
            if context >= NEIGHBOURS or not short:
                ranked.append((context, -abs(span.start - expected), span))
        if not ranked:
            return self._place_of_changed_words(passage)
        ranked.sort(reverse=True)
        ambiguous = len(ranked) > 1 and ranked[0][0] - ranked[1][0] < NEIGHBOURS
        return None if ambiguous and shift is None else ranked[0][2]

    def _exact_places(self, words: str, expected: int) -> list[Span]:
        starts, start = [], self.text.find(words)
        while start >= 0:
            starts.append(start)
            start = self.text.find(words, start + 1)
        return [Span(start, start + len(words)) for start in _nearest(starts, expected)]

    def _normalised_places(self, words: str, expected: int) -> list[Span]:
        """Find the same letters and digits, with adjoining punctuation if the words began or ended with some."""
        letters, text = normalise(words), self._normalised
        spans = {}
        for first in text.find_all(letters):
            last = first + len(letters)
            if text.is_word_boundary(first) and text.is_word_boundary(last):
                span = text.span(first, last, lead=is_punctuation(words[0]), trail=is_punctuation(words[-1]))
                spans[span.start] = span
        return [spans[start] for start in _nearest(list(spans), expected)]

    def _place_of_changed_words(self, passage: Passage) -> Span | None:
        """Return the only place between the same neighbours that has nearly the same words, or None."""
        text, old = self._normalised, normalised_words(passage.words)
        length = sum(map(len, old))
        ends = self._possible_ends(passage)
        gaps = []
        for first in self._possible_starts(passage):
            least, most = first + max(1, length * 3 // 4), first + length * 5 // 4 + ANCHOR
            gaps += [(first, last) for last in ends[bisect_left(ends, least) : bisect_right(ends, most)]]
            if len(gaps) > _MOST_GAPS:
                return None
        found = [gap for gap in gaps if nearly_the_same(old, text.words(*gap))]
        if len(found) != 1:
            return None
        self.changed.add(passage)
        lead, trail = is_punctuation(passage.words[0]), is_punctuation(passage.words[-1])
        return text.span(*found[0], lead=lead, trail=trail)

    def _possible_starts(self, passage: Passage) -> list[int]:
        """Return where the passage may begin, in letters: after the text that preceded it."""
        text, before = self._normalised, normalise(passage.before)
        if len(before) < ANCHOR:  # so little came before it only at the beginning of the text
            complete = len(passage.before) == passage.span.start and text.letters.startswith(before)
            found = [0] if complete else []
        else:
            before = before[-ANCHOR:]
            found = list(text.find_all(before))
        return [start for at in found if text.is_word_boundary(start := at + len(before))]

    def _possible_ends(self, passage: Passage) -> list[int]:
        """Return where the passage may end, in letters: before the text that followed it."""
        text, after = self._normalised, normalise(passage.after)
        if len(after) < ANCHOR:
            complete = len(passage.after) < CONTEXT and text.letters.endswith(after)
            found = [len(text.letters) - len(after)] if complete else []
        else:
            found = list(text.find_all(after[:ANCHOR]))
        return [at for at in found if text.is_word_boundary(at)]

    @cached_property
    def _normalised(self) -> NormalisedText:
        return NormalisedText(self.text)

    def _matching_context(self, span: Span, passage: Passage) -> int:
        """Count the letters around `span`, from it outwards, that also stood around the passage."""
        # Three times as many characters contain enough letters in all but strange texts.
        before = normalise(self.text[max(0, span.start - 3 * len(passage.before)) : span.start])
        after = normalise(self.text[span.end : span.end + 3 * len(passage.after)])
        old_before, old_after = normalise(passage.before), normalise(passage.after)
        return common_prefix_length(before[::-1], old_before[::-1]) + common_prefix_length(after, old_after)


def nearly_the_same(old: Sequence[str], new: Sequence[str]) -> bool:
    """Tell whether two passages differ in a few words only, such as a corrected typing error or a replaced word.

    A tenth of the words (at least one) may differ by a letter and still count as the same.
    """
    longest = max(len(old), len(new))
    if not 0 < longest <= MOST_WORDS:
        return False
    same = near = 0
    for operation, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation == "equal":
            same += last - first
        elif operation == "replace" and last - first == end - start:
            near += sum(map(_one_letter_apart, old[first:last], new[start:end]))
    return near <= max(1, longest // 10) and same + near >= SAME_WORDS * longest


def _one_letter_apart(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter added, removed or replaced, or by two neighbours swapped."""
    if min(len(one), len(other)) < 3 or abs(len(one) - len(other)) > 1:
        return False
    prefix = common_prefix_length(one, other)
    one, other = one[prefix:], other[prefix:]
    suffix = common_prefix_length(one[::-1], other[::-1])
    one, other = one[: len(one) - suffix], other[: len(other) - suffix]
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])


def _nearest(starts: list[int], expected: int) -> list[int]:
    """Return the `_MOST_PLACES` starts around the expected one, or all of them if there are fewer, in order."""
    first = max(0, min(bisect_left(starts, expected) - _MOST_PLACES // 2, len(starts) - _MOST_PLACES))
    return starts[first : first + _MOST_PLACES]
