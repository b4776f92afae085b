"""Arrays of an article's tokens, their trees and its quotations, as the finder of attributions needs them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

import numpy as np

from tui.analysis.attribution.feature_hashing import IntArray, codes
from tui.analysis.parsed_article import ParsedArticle
from tui.article.spans import Span

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_INHERITING = frozenset("conj xcomp advcl ccomp acl pcomp prep dobj attr acomp relcl".split())
_OF_WHOM = frozenset({"of", "from", "by", "to", "among"})


class TokenArrays:
    """What is known of the tokens of some blocks, worked out once.

    `left[i]` and `right[i]` are the first and last token of i's subtree, `depth[i]` its distance from the root.
    A *unit* is a token outside quotations or a whole quotation; `unit_start`, `unit_end` are its tokens,
    `unit_head` the one that stands highest in its tree. `unit_of` gives the unit of a token, `quote_of` the
    quotation it stands in or -1. `quote_units` lists the unit of each quotation that holds tokens.
    """

    def __init__(self, parsed: ParsedArticle, quotations: Iterable[Span]) -> None:
        self.parsed = parsed
        self.count = len(parsed)
        self.children = parsed.children()
        self._subjects: dict[int, tuple[int, str] | None] = {}
        self._trees()
        self._units(quotations)
        self.lemma: IntArray = np.array(codes(parsed.lemma), dtype=np.int64)
        self.word: IntArray = np.array(codes(w.lower() for w in parsed.word), dtype=np.int64)
        self.pos: IntArray = np.array(codes(parsed.pos), dtype=np.int64)
        self.tag: IntArray = np.array(codes(parsed.tag), dtype=np.int64)
        self.dep: IntArray = np.array(codes(parsed.dep), dtype=np.int64)
        self.entity: IntArray = np.array(codes(parsed.entity), dtype=np.int64)
        self.head: IntArray = np.array(parsed.head, dtype=np.int64)

    def _trees(self) -> None:
        head = self.parsed.head
        depth = [-1] * self.count
        for i in range(self.count):
            trail = []
            j = i
            while depth[j] < 0 and head[j] != j:
                trail.append(j)
                j = head[j]
            if depth[j] < 0:
                depth[j] = 0
            for step, k in enumerate(reversed(trail), depth[j] + 1):
                depth[k] = step
        left, right = list(range(self.count)), list(range(self.count))
        for i in sorted(range(self.count), key=depth.__getitem__, reverse=True):
            h = head[i]
            if left[i] < left[h]:
                left[h] = left[i]
            if right[i] > right[h]:
                right[h] = right[i]
        self.depth, self.left, self.right = depth, left, right

    def _units(self, quotations: Iterable[Span]) -> None:
        parsed = self.parsed
        self.quote_of = [-1] * self.count
        self.quotes: list[Span] = []
        self.unit_start: list[int] = []
        self.unit_end: list[int] = []
        self.unit_head: list[int] = []
        self.quote_units: list[int] = []
        at = 0

        def singles(stop: int) -> None:
            self.unit_start.extend(range(at, stop))
            self.unit_end.extend(range(at + 1, stop + 1))
            self.unit_head.extend(range(at, stop))

        for span in quotations:
            first = bisect_left(parsed.end, span.start + 1, at)
            last = bisect_left(parsed.start, span.end, first)
            if last <= first:
                continue
            singles(first)
            self.quote_units.append(len(self.unit_start))
            self.unit_start.append(first)
            self.unit_end.append(last)
            self.unit_head.append(min(range(first, last), key=self._rank))
            self.quote_of[first:last] = [len(self.quotes)] * (last - first)
            self.quotes.append(span)
            at = last
        singles(self.count)
        self.unit_is_quote = [False] * len(self.unit_start)
        for unit in self.quote_units:
            self.unit_is_quote[unit] = True
        inside = np.array(self.quote_of, dtype=np.int64) >= 0
        self.quoted_until: list[int] = [0, *np.cumsum(inside).tolist()]
        self.paragraph_of: list[int] = []
        for number, (first, last) in enumerate(parsed.paragraphs):
            self.paragraph_of += [number] * (last - first)
        self.unit_of: list[int] = []
        for unit, (first, last) in enumerate(zip(self.unit_start, self.unit_end, strict=True)):
            self.unit_of += [unit] * (last - first)

    def _rank(self, i: int) -> tuple[int, bool]:
        return self.depth[i], self.parsed.pos[i] == "PUNCT"

    def quotes_within(self, span: Span) -> list[Span]:
        """Return the quotations that stand in `span`, in reading order."""
        first = bisect_left(self.quotes, Span(span.start, span.start))
        return [
            quote
            for quote in self.quotes[first : bisect_left(self.quotes, Span(span.end, 0))]
            if quote.end <= span.end
        ]

    def subject(self, i: int) -> tuple[int, str]:
        """Return the token of the logical subject of `i` and the path to it; -1 and "" if none is found."""
        parsed = self.parsed
        how = ""
        for _ in range(4):
            if i in self._subjects:
                found = self._subjects[i]
            else:
                found = self._subjects[i] = self._own_subject(i)
            if found:
                return found[0], how + found[1]
            dep, head = parsed.dep[i], parsed.head[i]
            if head == i:
                break
            # the man claiming it: the noun that the clause hangs on
            if dep in {"relcl", "acl"} and parsed.pos[head] not in {"VERB", "AUX"}:
                return head, how + dep
            if dep not in _INHERITING:
                break
            # Doe stood and said: "said" has the subject of "stood".
            how += dep + "/"
            i = head
        return -1, ""

    def _own_subject(self, i: int) -> tuple[int, str] | None:
        parsed = self.parsed
        passive = False
        fallback: tuple[int, str] | None = None
        for child in self.children[i]:
            dep = parsed.dep[child]
            if dep == "auxpass":
                passive = True
            if dep in _SUBJECTS:
                fallback = fallback or (child, dep)
            elif dep == "agent":  # denied by Doe
                for below in self.children[child]:
                    if parsed.dep[below] == "pobj":
                        return below, "agent"
            elif dep == "poss" and parsed.pos[i] not in {"VERB", "AUX"}:
                return child, dep  # Doe's claim
            elif (  # a claim by Doe, according to Doe
                dep == "prep"
                and parsed.lemma[child] in _OF_WHOM
                and (parsed.pos[i] == "NOUN" or parsed.lemma[i] == "accord")
            ):
                for below in self.children[child]:
                    if parsed.dep[below] == "pobj":
                        fallback = fallback or (below, f"prep {parsed.lemma[child]}")
        if passive and fallback and fallback[1] == "nsubj":
            return fallback[0], "nsubjpass"
        return fallback
