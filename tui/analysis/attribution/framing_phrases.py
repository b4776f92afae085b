"""Phrases that frame a sentence and say whose it is: “…,” as Jane Doe puts it; According to Jane Doe, it is “over”.

They are looked for only around quotations that the learned steps leave to nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_LONGEST = 40  # tokens of a frame
_STOPS = frozenset(".?!;")
_CLAUSE_STOPS = frozenset({",", ":", ";", "—", "–", "--", "(", ")"})
_IN_WORDS = ["in", "the", "words", "of"]
_MAX_NAME = 14  # tokens of a source between its frame and the quotation
_PUT = ("it", "that")


@dataclass(frozen=True, slots=True)
class FramedSentence:
    """The tokens of a framed content, of its cue and of its source."""

    content: range
    cue: range
    source: range


def find(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Return the framed sentence that the quotation of tokens `[first, last)` stands in, if it stands in one."""
    return _put_behind(arrays, first, last) or _in_front(arrays, first) or _in_words_of(arrays, first, last)


def _in_words_of(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Find: It was, in the words of the mayor Jane Doe, “a long night”."""
    parsed = arrays.parsed
    end = first - 1 if parsed.word[first - 1] == "," else first
    floor = max(parsed.sentences[parsed.sentence[first]][0], end - _MAX_NAME - len(_IN_WORDS))
    for at in range(end - len(_IN_WORDS) - 1, floor - 1, -1):
        name = at + len(_IN_WORDS)
        if arrays.quote_of[name] >= 0 or parsed.word[name] in _CLAUSE_STOPS | _STOPS:
            return None
        if [w.casefold() for w in parsed.word[at:name]] == _IN_WORDS:
            return FramedSentence(range(first, last), range(at, name), range(name, end))
    return None


def _put_behind(arrays: TokenArrays, first: int, last: int) -> FramedSentence | None:
    """Find: The road is “sliding away,” as Jane Doe puts it."""
    parsed = arrays.parsed
    at = last + 1 if last < arrays.count and parsed.word[last] == "," else last
    if at >= arrays.count or parsed.word[at] != "as" or parsed.word[at - 1 if at > last else last - 2] != ",":
        return None
    put = _put(arrays, at, parsed.paragraphs[arrays.paragraph_of[first]][1])
    if put is None:
        return None
    verb, source = put
    # all of the clause is Doe's, not what stands before its comma
    begin = first
    start = parsed.sentences[parsed.sentence[first]][0]
    while begin > start and arrays.quote_of[begin - 1] < 0 and parsed.word[begin - 1] not in _CLAUSE_STOPS:
        begin -= 1
    return FramedSentence(range(begin, last), range(verb, verb + 2), source)


def _put(arrays: TokenArrays, at: int, stop: int) -> tuple[int, range] | None:
    """Return the verb and the source of the clause "as Jane Doe puts it" that begins at token `at`."""
    parsed = arrays.parsed
    end = min(stop, at + _LONGEST) - 1
    verb = next(
        (i for i in range(at + 2, end) if parsed.lemma[i] == "put" and parsed.word[i + 1] in _PUT), -1
    )
    if verb < 0 or any(parsed.word[i] in _STOPS or arrays.quote_of[i] >= 0 for i in range(at, verb)):
        return None
    source_end = verb
    while source_end > at + 1 and (parsed.word[source_end - 1] == "," or parsed.pos[source_end - 1] == "AUX"):
        source_end -= 1
    return (verb, range(at + 1, source_end)) if source_end > at + 1 else None


def _in_front(arrays: TokenArrays, quote: int) -> FramedSentence | None:
    """Find: As Jane Doe put it, the road is “sliding away”; According to Jane Doe, it is “over”."""
    parsed = arrays.parsed
    start, end = _sentence(arrays, quote)
    opening = parsed.word[start].casefold()
    if opening == "as":
        put = _put(arrays, start, quote)
        if put is None:
            return None
        verb, source = put
        comma = _comma(arrays, verb + 2, quote)
        cue = range(verb, verb + 2)
    elif (opening == "according" and start + 2 < quote and parsed.word[start + 1] == "to") or (
        opening == "in" and start + 4 < quote and parsed.word[start + 1 : start + 4] == _IN_WORDS[1:]
    ):
        cue = range(start, start + (2 if opening == "according" else 4))
        comma = _comma(arrays, cue.stop, quote)
        behind = _comma(arrays, comma + 1, quote) if comma >= 0 else -1
        # According to Jane Doe, the mayor, it is “over”: the frame ends behind what the mayor is called
        if behind >= 0 and FINITE.isdisjoint(parsed.tag[comma + 1 : behind]):
            comma = behind
        source = range(cue.stop, comma)
    else:
        return None
    return FramedSentence(range(comma + 1, end), cue, source) if comma >= 0 and source else None


def _comma(arrays: TokenArrays, start: int, stop: int) -> int:
    """Return the first comma from token `start` to `stop`, -1 where there is none or a sentence ends before it."""
    for i in range(start, min(stop, start + _LONGEST)):
        if arrays.parsed.word[i] == ",":
            return i
        if arrays.parsed.word[i] in _STOPS:
            break
    return -1


def _sentence(arrays: TokenArrays, quote: int) -> tuple[int, int]:
    """Return the tokens from the beginning of a quotation's sentence to before the full stop that ends it."""
    parsed = arrays.parsed
    start, end = parsed.sentences[parsed.sentence[quote]]
    if end - 1 > quote and parsed.word[end - 1] in _STOPS and arrays.quote_of[end - 1] < 0:
        end -= 1
    return start, end
