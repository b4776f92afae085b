"""Where the words of a passage stand in a text that may have changed since they were noted down.

They are looked for as they were; else by their letters and digits alone, so that other white space, quotation
marks and cases of letters do no harm; else, between the same neighbours, by nearly the same words. Where they
stand several times, the text around them decides (as the text-quote selectors of the W3C's Web Annotation model
do, section 4.2.4). Nothing is guessed: where that does not decide, they have no place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from tui.article.spans import Span
from tui.corrections.correction import CONTEXT, Passage
from tui.corrections.near_words import nearly_the_same
from tui.corrections.normalised_text import NormalisedText, alike, is_mark, letters, words

LONG_ENOUGH = 20
"""So many letters are known again wherever they stand; fewer only beside some of their old neighbours."""
NEIGHBOURS = 6
"""So many letters of the text around a passage, next to it, make it known again, and tell it from its likes."""
ANCHOR = 16
"""So many letters next to it, on either side, have to be as they were where some of its own words are not."""
_MOST = 500  # places of the same words that are looked at, those nearest to the old one
_FEW = 8  # places between the same neighbours that are looked at: of more, none will be the only one


class Anchors:
    """Finds passages in one text. What a changed text needs is worked out when it is first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.changed: set[Passage] = set()
        """Those that were placed although some of their words are others now."""
        self._found: dict[tuple[Passage, int | None], Span | None] = {}

    def place(self, passage: Passage, shift: int | None = None) -> Span | None:
        """Where its words stand now; None where they do not, or where several places are equally likely.

        `shift`, where it is known, is how far their surroundings have moved: it decides between such places. The
        span is never empty and holds the words' own marks.
        """
        if self._unmoved(passage):
            return passage.span
        key = passage, shift
        if key not in self._found:
            self._found[key] = self._looked_for(passage, shift)
        return self._found[key]

    def _unmoved(self, passage: Passage) -> bool:
        start, end = passage.span
        return (
            self.text.startswith(passage.words, start)
            and end <= len(self.text)
            and self.text[max(0, start - len(passage.before)) : start] == passage.before
            and self.text.startswith(passage.after, end)
        )

    def _looked_for(self, passage: Passage, shift: int | None) -> Span | None:
        short = len(letters(passage.words)) < LONG_ENOUGH
        expected = passage.span.start + (shift or 0)
        ranked = []
        for span in self._exact(passage.words, expected) or self._folded(passage.words, expected):
            around = self._alike(span, passage)
            if around >= NEIGHBOURS or not short:
                ranked.append((around, -abs(span.start - expected), span))
        if not ranked:
            return self._nearly(passage)
        ranked.sort(reverse=True)
        doubtful = len(ranked) > 1 and ranked[0][0] - ranked[1][0] < NEIGHBOURS
        return None if doubtful and shift is None else ranked[0][2]

    def _exact(self, wanted: str, expected: int) -> list[Span]:
        out, at = [], self.text.find(wanted)
        while at >= 0:
            out.append(at)
            at = self.text.find(wanted, at + 1)
        return [Span(start, start + len(wanted)) for start in _nearest(out, expected)]

    def _folded(self, wanted: str, expected: int) -> list[Span]:
        """The same letters and digits, with the marks that stand directly at their ends, if the words had some."""
        found, text = letters(wanted), self._letters
        spans = {}
        for first in text.all(found):
            last = first + len(found)
            if text.is_border(first) and text.is_border(last):
                span = text.span(first, last, lead=is_mark(wanted[0]), trail=is_mark(wanted[-1]))
                spans[span.start] = span
        return [spans[start] for start in _nearest(list(spans), expected)]

    def _nearly(self, passage: Passage) -> Span | None:
        """The one place between the same neighbours where nearly the same words stand."""
        text, old = self._letters, words(passage.words)
        length = sum(map(len, old))
        lasts = self._beginnings_of_what_follows(passage)
        between = []
        for first in self._ends_of_what_leads(passage):
            least, most = first + max(1, length * 3 // 4), first + length * 5 // 4 + ANCHOR
            lasts_near = lasts[bisect_left(lasts, least) : bisect_right(lasts, most)]
            between += [(first, last) for last in lasts_near]
            if len(between) > _FEW:
                return None
        found = [ends for ends in between if nearly_the_same(old, text.words(*ends))]
        if len(found) != 1:
            return None
        self.changed.add(passage)
        return text.span(*found[0], lead=is_mark(passage.words[0]), trail=is_mark(passage.words[-1]))

    def _ends_of_what_leads(self, passage: Passage) -> list[int]:
        """Where, among the letters, the passage may begin: after what stood before it."""
        text, before = self._letters, letters(passage.before)
        if len(before) < ANCHOR:  # only at the beginning of the text is that all there was
            whole = len(passage.before) == passage.span.start and text.letters.startswith(before)
            found = [0] if whole else []
        else:
            before = before[-ANCHOR:]
            found = list(text.all(before))
        return [end for at in found if text.is_border(end := at + len(before))]

    def _beginnings_of_what_follows(self, passage: Passage) -> list[int]:
        """Where, among the letters, it may end: before what stood after it."""
        text, after = self._letters, letters(passage.after)
        if len(after) < ANCHOR:
            whole = len(passage.after) < CONTEXT and text.letters.endswith(after)
            found = [len(text.letters) - len(after)] if whole else []
        else:
            found = list(text.all(after[:ANCHOR]))
        return [at for at in found if text.is_border(at)]

    @cached_property
    def _letters(self) -> NormalisedText:
        return NormalisedText(self.text)

    def _alike(self, span: Span, passage: Passage) -> int:
        """How many letters before and after it, from the passage outwards, are those of its old place."""
        # Three times as many characters hold as many letters in all but strange texts.
        before = letters(self.text[max(0, span.start - 3 * len(passage.before)) : span.start])
        after = letters(self.text[span.end : span.end + 3 * len(passage.after)])
        old_before, old_after = letters(passage.before), letters(passage.after)
        return alike(before[::-1], old_before[::-1]) + alike(after, old_after)


def _nearest(starts: list[int], expected: int) -> list[int]:
    """At most _MOST of the starts, in order."""
    first = max(0, min(bisect_left(starts, expected) - _MOST // 2, len(starts) - _MOST))
    return starts[first : first + _MOST]
