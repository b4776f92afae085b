"""Windows: the words around a cue in which its content and source are looked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tui.analysis.attribution.token_arrays import TokenArrays

REACH = 90
"""The units that a window holds on each side of its cue, adjoining quotations not counted."""

QUOTES = 10
"""The quotations that a window holds on each side of its cue."""

_ENDS = frozenset(".?!:;…\"”’'")
_LEADS_ON = frozenset({":", ",", "—", "–", "-"})


@dataclass(slots=True)
class CueWindow:
    """Units in reading order: half-open ranges of tokens, and the highest token of each.

    `cue` is the index among them of the cue's own unit. A quotation is one unit, unless the cue stands in it.
    """

    token: int
    cue: int
    starts: list[int]
    ends: list[int]
    heads: list[int]

    @property
    def quotes(self) -> bool:
        """Tell whether a quotation is one of its units."""
        return self.ends[-1] - self.starts[0] > len(self.starts)


def window(arrays: TokenArrays, token: int) -> CueWindow:
    """Return the window of the cue `token`: its sentence, the quotations that touch it, and those that follow."""
    parsed = arrays.parsed
    first, last = parsed.sentences[parsed.sentence[token]]
    if arrays.quote_of[token] >= 0:
        quote = arrays.unit_of[token]
        first = max(first, arrays.unit_start[quote], token - REACH)
        last = min(last, arrays.unit_end[quote], token + REACH)
        tokens = list(range(first, last))
        return CueWindow(token, token - first, tokens, [i + 1 for i in tokens], tokens)
    paragraph = parsed.paragraphs[arrays.paragraph_of[token]]
    at = arrays.unit_of[token]
    low, high = arrays.unit_of[max(first, paragraph[0])], arrays.unit_of[last - 1]
    low, high = max(low, at - REACH), min(high, at + REACH)
    is_quote = arrays.unit_is_quote
    for _ in range(3):  # extend to the left a sentence that the parser cut at a quotation
        while low > 0 and is_quote[low - 1] and arrays.unit_end[low - 1] > paragraph[0]:
            low -= 1
        start = arrays.unit_start[low]
        if start <= paragraph[0] or at - low >= REACH or parsed.word[start - 1][-1] in _ENDS:
            break
        low = max(arrays.unit_of[parsed.sentences[parsed.sentence[start - 1]][0]], at - REACH)
    for _ in range(2):  # and to the right
        end = arrays.unit_end[high]
        if end >= paragraph[1] or high - at >= REACH or is_quote[high] or parsed.word[end - 1][-1] in _ENDS:
            break
        following = parsed.sentences[parsed.sentence[end]][1]
        high = min(arrays.unit_of[min(following, paragraph[1]) - 1], at + REACH)
    count = len(is_quote)
    while high + 1 < count and is_quote[high + 1] and high + 1 - at < REACH:
        begins = arrays.unit_start[high + 1]
        if begins >= paragraph[1] and parsed.word[begins - 1] not in _LEADS_ON:
            break
        high += 1
    low, high = _few_quotes(arrays, low, at, high)
    return CueWindow(
        token,
        at - low,
        arrays.unit_start[low : high + 1],
        arrays.unit_end[low : high + 1],
        arrays.unit_head[low : high + 1],
    )


def _few_quotes(arrays: TokenArrays, low: int, at: int, high: int) -> tuple[int, int]:
    """Return the units from `low` to `high`, cut where more than `QUOTES` quotations stand on one side of `at`."""
    units = arrays.quote_units
    before, after = bisect_left(units, at), bisect_right(units, at)
    if before >= QUOTES:
        low = max(low, units[before - QUOTES])
    if after + QUOTES <= len(units):
        high = min(high, units[after + QUOTES - 1])
    return low, high
