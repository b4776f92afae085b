"""What a court, a jury or an inquiry heard, or was told: The court heard that Doe had fled.

Nobody is named who says it; the learned steps take "heard" for no cue.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.analysis import Stance
from tui.analysis.attribution.claimed_text import ClaimedText
from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.quotation_kind import kind_of
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE
from tui.analysis.raw_attribution import RawAttribution
from tui.article.spans import Span

PROBABILITY = 0.7

_HEARERS = frozenset(
    "bench commission committee court hearing inquest inquiry judge juror jury magistrate mp panel parliament "
    "sheriff tribunal".split()
)
_STARTS = frozenset({"that", "how"})
_REACH = 25  # tokens before the verb of the clause


def find(arrays: TokenArrays, attributions: Sequence[RawAttribution]) -> list[RawAttribution]:
    """Return the attributions of what was heard, where none of `attributions` has any of the words."""
    parsed = arrays.parsed
    out: list[RawAttribution] = []
    claimed: ClaimedText | None = None
    for verb in range(1, arrays.count):
        heard = parsed.lemma[verb] == "hear" and parsed.tag[verb] == "VBD"
        told = parsed.word[verb] == "told" and parsed.lemma[verb - 1] == "be"
        has_been = told and parsed.lemma[verb - 2] == "have"
        first = verb - (2 if has_been else 1 if told else 0)
        if not (heard or told) or arrays.quote_of[verb] >= 0:
            continue
        subject = first - 1
        if subject < 0 or parsed.lemma[subject].casefold() not in _HEARERS:
            continue
        begin = max(arrays.left[subject], subject - 3)
        content = _clause(arrays, verb) or _before(arrays, begin, verb)
        if content is None:
            continue
        if claimed is None:
            claimed = ClaimedText(parsed.text, attributions)
        if not claimed.holds_any_of(content):
            # "The court heard": who hears is no speaker, but worth reading
            cue = parsed.span(begin, verb + 1)
            kind = kind_of(parsed.text, (content,), arrays.quotes)
            out.append(RawAttribution(kind, Stance.SPEECH, (content,), (cue,), (), PROBABILITY))
    return out


def heard(
    arrays: TokenArrays, cue: int, source: TokenRanges, marked: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return source and cue of a reading in which a court hears: nobody is the source, and it is of the cue."""
    if arrays.parsed.lemma[cue] != "hear" or len(source) != 1 or source[0][1] > cue:
        return source, marked
    if arrays.parsed.lemma[source[0][1] - 1].casefold() not in _HEARERS:
        return source, marked
    return (), ((source[0][0], cue + 1),)


def _clause(arrays: TokenArrays, verb: int) -> Span | None:
    """Return the clause after a verb, to the end of its sentence."""
    parsed = arrays.parsed
    end = parsed.sentences[parsed.sentence[verb]][1]
    first = verb + 1
    while end > first and parsed.word[end - 1] in (".", "?", "!"):
        end -= 1
    if first + 2 >= end or parsed.pos[first] not in ("DET", "PROPN", "PRON", "SCONJ", "NOUN", "NUM", "ADJ"):
        return None
    # not: heard evidence that Doe had fled
    clause = parsed.word[first] in _STARTS or any(
        parsed.dep[i] == "ccomp" and first <= i < end for i in arrays.children[verb]
    )
    if not clause or FINITE.isdisjoint(parsed.tag[first + 1 : min(end, first + _REACH)]):
        return None
    return parsed.span(first, end)


def _before(arrays: TokenArrays, begin: int, verb: int) -> Span | None:
    """Return the sentence in front of such a frame that ends it: He had no chance, | an inquest heard."""
    parsed = arrays.parsed
    start, end = parsed.sentences[parsed.sentence[verb]]
    ends = verb + 1 >= end or parsed.word_at(verb + 1) in (".", "?", "!")
    if not ends or begin - 1 <= start or parsed.word[begin - 1] != ",":
        return None
    return None if FINITE.isdisjoint(parsed.tag[start:begin]) else parsed.span(start, begin - 1)
