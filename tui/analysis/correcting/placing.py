"""Where the words of a passage stand in a text that may have changed since they were noted down.

They are looked for as they were; else by their letters and digits alone, so that other white space, quotation
marks and cases of letters do no harm. Where they stand several times, the text around them decides (as the
text-quote selectors of the W3C's Web Annotation model do, section 4.2.4), then nearness to their old place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from tui.analysis.correcting.correction import CONTEXT, Passage
from tui.article.spans import Span

LONG_ENOUGH = 20
"""So many letters are known again wherever they stand; fewer only beside some of their old neighbours."""
NEIGHBOURS = 6
"""So many letters of the text around a passage, next to it, make it known again."""
_MOST = 500  # places of the same words that are looked at, those nearest to the old one
_WORD = re.compile(r"[^\W_]+")
_MARKS = 4  # that may stand together at an end
_REACH = 3 * CONTEXT  # characters that hold CONTEXT letters in all but strange texts


class Places:
    """Finds passages in one text. What a changed text needs is worked out when it is first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[tuple[Passage, int], Span | None] = {}

    def place(self, passage: Passage, shift: int = 0) -> Span | None:
        """Where its words stand now; None where they do not. `shift` is how far their surroundings have moved.

        The span is never empty and holds the words' own marks.
        """
        if self._unmoved(passage):
            return passage.span
        key = passage, shift
        if key not in self._found:
            self._found[key] = self._looked_for(passage, shift)
        return self._found[key]

    def _looked_for(self, passage: Passage, shift: int) -> Span | None:
        letters = _letters(passage.words)
        expected = passage.span.start + shift
        best: tuple[int, int, Span] | None = None
        for span in self._exact(passage.words, expected) or self._folded(passage.words, expected):
            around = self._alike(span, passage)
            if len(letters) < LONG_ENOUGH and around < NEIGHBOURS:
                continue
            rank = (around, -abs(span.start - expected), span)
            best = max(best, rank) if best is not None else rank
        return None if best is None else best[2]

    def _unmoved(self, passage: Passage) -> bool:
        start, end = passage.span
        return (
            self.text.startswith(passage.words, start)
            and end <= len(self.text)
            and self.text[max(0, start - len(passage.before)) : start] == passage.before
            and self.text.startswith(passage.after, end)
        )

    def _exact(self, words: str, expected: int) -> list[Span]:
        out, at = [], self.text.find(words)
        while at >= 0:
            out.append(at)
            at = self.text.find(words, at + 1)
        return [Span(start, start + len(words)) for start in _nearest(out, expected)]

    def _folded(self, words: str, expected: int) -> list[Span]:
        """The same letters and digits, with the marks that stand directly at their ends, if the words had some."""
        wanted = _letters(words)
        if not wanted:
            return []
        folded, _, _ = self._letters_of_text
        out, at = [], folded.find(wanted)
        while at >= 0:
            out.append(at)
            at = folded.find(wanted, at + 1)
        lead, trail = _is_mark(words[0]), _is_mark(words[-1])
        spans = {}
        for first in out:
            start, end = self._offset(first), self._offset(first + len(wanted) - 1) + 1
            if not (self._inside_word(start) or self._inside_word(end)):
                start = self._marks_before(start) if lead else start
                spans[start] = Span(start, self._marks_after(end) if trail else end)
        return [spans[start] for start in _nearest(list(spans), expected)]

    @cached_property
    def _letters_of_text(self) -> tuple[str, list[int], list[int]]:
        """All letters and digits, lower case; where each run of them begins there, and where in the text."""
        runs = [(match.start(), _lower(match.group())) for match in _WORD.finditer(self.text)]
        begins = list(accumulate((len(run) for _, run in runs), initial=0))
        return "".join(run for _, run in runs), begins, [start for start, _ in runs]

    def _offset(self, place: int) -> int:
        _, begins, starts = self._letters_of_text
        run = bisect_right(begins, place) - 1
        return starts[run] + place - begins[run]

    def _inside_word(self, at: int) -> bool:
        return 0 < at < len(self.text) and self.text[at - 1].isalnum() and self.text[at].isalnum()

    def _marks_before(self, start: int) -> int:
        least = max(0, start - _MARKS)
        while start > least and _is_mark(self.text[start - 1]):
            start -= 1
        return start

    def _marks_after(self, end: int) -> int:
        most = min(len(self.text), end + _MARKS)
        while end < most and _is_mark(self.text[end]):
            end += 1
        return end

    def _alike(self, span: Span, passage: Passage) -> int:
        """How many letters before and after it, from the passage outwards, are those of its old place."""
        now_before = _letters(self.text[max(0, span.start - _REACH) : span.start])
        now_after = _letters(self.text[span.end : span.end + _REACH])
        return _shared(now_before[::-1], _letters(passage.before)[::-1]) + _shared(
            now_after, _letters(passage.after)
        )


def _nearest(starts: list[int], expected: int) -> list[int]:
    """At most _MOST of the starts, in order."""
    first = max(0, min(bisect_left(starts, expected) - _MOST // 2, len(starts) - _MOST))
    return starts[first : first + _MOST]


def _is_mark(character: str) -> bool:
    return not (character.isalnum() or character.isspace())


def _letters(text: str) -> str:
    return "".join(_lower(run) for run in _WORD.findall(text))


def _lower(run: str) -> str:
    low = run.lower()
    return low if len(low) == len(run) else run


def _shared(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
