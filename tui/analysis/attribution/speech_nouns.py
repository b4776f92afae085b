"""Nouns of speech with a colon behind them: Among her lessons: Neighbours can be “too polite”."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

SPEECH_NOUNS = frozenset(
    """
    accusation admission advice allegation analysis answer apology appeal argument assertion assessment
    assurance boast claim comeback comment complaint concern conclusion confession contention counsel
    criticism defence defense demand denial description doubt excuse explanation fear guess hope insight
    instruction judgement judgment justification lesson line message objection observation offer opinion
    order plea pledge point prediction promise proposal question reaction reason rebuke recollection
    recommendation regret remark reply request response retort rule statement suggestion summary theory
    thought threat tip verdict view vow warning wish word
    """.split()
)
"""Nouns of what somebody says."""
_OF_WHOM = frozenset({"from", "by", "of"})
_STOPS = frozenset(".?!;")
_LONGEST = 20  # tokens before the colon


def find(arrays: TokenArrays, quote: int) -> tuple[range, range, range] | None:
    """Return the tokens of content, cue and source where a noun and a colon introduce the sentence of `quote`.

    `quote` is the first token of a quotation.
    """
    parsed = arrays.parsed
    begin, end = parsed.paragraphs[arrays.paragraph_of[quote]]
    colon = quote - 1
    while colon >= begin and parsed.word[colon] != ":":
        if parsed.word[colon] in _STOPS or arrays.quote_of[colon] >= 0 or quote - colon > 2 * _LONGEST:
            return None
        colon -= 1
    start = colon
    while start > begin and parsed.word[start - 1] not in _STOPS and arrays.quote_of[start - 1] < 0:
        start -= 1
    if colon < begin or colon - start > _LONGEST or not FINITE.isdisjoint(parsed.tag[start:colon]):
        return None
    for noun in range(colon - 1, start, -1):
        if parsed.lemma[noun] not in SPEECH_NOUNS or parsed.pos[noun] != "NOUN":
            continue
        whose = _possessor(arrays, noun, start, colon)
        if whose is not None:
            return range(colon + 1, _content_end(arrays, quote, end)), range(noun, noun + 1), whose
    return None


def own(
    arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return source and content of a colon, or of such a noun before one, read as `find` does.

    Her advice: Never trust “a dry well”. The advice is hers, and all that follows the colon is said.
    """
    parsed = arrays.parsed
    colon = cue
    stop = parsed.paragraphs[arrays.paragraph_of[cue]][1]
    while colon < stop and colon - cue < _LONGEST and parsed.word[colon] != ":":
        if (
            parsed.lemma[cue] not in SPEECH_NOUNS
            or parsed.word[colon] in _STOPS
            or arrays.quote_of[colon] >= 0
        ):
            return source, content
        colon += 1
    if colon >= stop or parsed.word[colon] != ":" or len(source) != 1 or source[0][1] > colon:
        return source, content
    first, last = source[0]
    if parsed.word[cue] == ":" and parsed.lemma[last - 1] in SPEECH_NOUNS and parsed.pos[last - 1] == "NOUN":
        whose = _possessor(arrays, last - 1, first, colon)
        if whose is not None:
            source = ((whose.start, whose.stop),)
    begin, end = content[0]
    quoted = arrays.quote_of[begin] >= 0 and begin > colon + 1
    if quoted and all(
        arrays.quote_of[i] < 0 and parsed.word[i] not in _STOPS for i in range(colon + 1, begin)
    ):
        content = ((colon + 1, end), *content[1:])
    return source, content


def _possessor(arrays: TokenArrays, noun: int, start: int, colon: int) -> range | None:
    """Return whose a noun is: her lessons; the first of Doe's rules; a warning from the coastguard."""
    parsed = arrays.parsed
    for child in arrays.children[noun]:
        if parsed.dep[child] == "poss" and start <= child < noun:
            left, right = max(arrays.left[child], start), child + 1
            return range(left, right)
        if parsed.word[child] in _OF_WHOM and noun < child < colon:
            below = next((i for i in arrays.children[child] if parsed.dep[i] == "pobj"), -1)
            if child < below < colon:
                return range(arrays.left[below], min(arrays.right[below] + 1, colon))
    head = parsed.head[noun]
    # his first piece of advice
    if parsed.dep[noun] == "pobj" and parsed.word[head] == "of" and start < parsed.head[head] < noun:
        whole = parsed.head[head]
        for child in arrays.children[whole]:
            if parsed.dep[child] == "poss" and start <= child < whole:
                return range(max(arrays.left[child], start), child + 1)
    return None


def _content_end(arrays: TokenArrays, quote: int, end: int) -> int:
    """Return the token behind the sentence of a quotation, its full stop left out where it stands outside."""
    parsed = arrays.parsed
    at = arrays.unit_end[arrays.unit_of[quote]]
    if parsed.word[at - 2] in _STOPS:
        return at
    while at < end and (arrays.quote_of[at] >= 0 or parsed.word[at] not in _STOPS):
        at += 1
    return at
