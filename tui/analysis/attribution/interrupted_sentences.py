"""Sentences that a frame interrupts: The staff, Doe explained on Monday, are “well paid”."""

from __future__ import annotations

from tui.analysis.attribution.cue_readings import TokenRanges
from tui.analysis.attribution.speech_words import SPEECH_WORDS
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_LONGEST = 12  # tokens between the cue and the comma that ends the frame
_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"})
_SUBORDINATING = frozenset(
    "although as because before even if once since so though unless until when where while".split()
)


def whole(arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges) -> TokenRanges:
    """Return a content with both parts of a sentence around the frame that names who said it.

    The sentence must go on in quotation marks after the frame as one does that began before it: with its verb, or
    with a small letter after a clause: When the deal came, Doe said, “we were floored.”
    """
    parsed = arrays.parsed
    if len(source) != 1 or source[0][1] != cue or parsed.lemma[cue] not in SPEECH_WORDS:
        return content
    start, end = parsed.sentences[parsed.sentence[cue]]
    begin = source[0][0]
    if begin - 1 <= start or parsed.word[begin - 1] != ",":
        return content
    stated = ((start, begin - 1), *content)
    if is_listed(arrays, cue, stated):
        return stated
    closing = next((i for i in range(cue + 1, min(end, cue + _LONGEST)) if parsed.word[i] == ","), -1)
    if closing < 0 or closing + 1 >= end or any(arrays.quote_of[i] >= 0 for i in range(start, closing)):
        return content
    if not FINITE.isdisjoint(parsed.tag[cue + 1 : closing]):
        return content
    if end - 1 > closing + 1 and parsed.word[end - 1] in (".", "?", "!") and arrays.quote_of[end - 1] < 0:
        end -= 1
    following = closing + 1
    if arrays.quoted_until[end] == arrays.quoted_until[closing]:
        # The mill, Doe maintains, | will turn again
        goes_on = parsed.tag[following] in FINITE and _is_subject(arrays, start, begin - 1)
        cut = content[0][0] == following and len(content) == 1
        return ((start, begin - 1), *content) if goes_on and cut else content
    if arrays.quote_of[following] < 0:
        goes_on = parsed.tag[following] in FINITE and _is_subject(arrays, start, begin - 1)
    else:
        goes_on = parsed.word[following + 1][0].islower() and _is_clause(arrays, start, begin - 1)
    if not goes_on:
        return content
    more = tuple(piece for piece in content if piece[0] >= end)
    return ((start, begin - 1), (following, end), *more)


def is_listed(arrays: TokenArrays, cue: int, content: TokenRanges) -> bool:
    """Tell whether a sentence is said that a frame and a colon divide: All is lost, Doe said: the mill, …

    Not: Asked when she would go, Doe said: on Monday.
    """
    parsed = arrays.parsed
    if len(content) < 2 or parsed.word_at(cue + 1) != ":" or content[1][0] != cue + 2:
        return False
    (first, last), following = content[0], content[1][0]
    leads = parsed.word[first].casefold() in _SUBORDINATING or parsed.tag[first] in ("VBG", "VBN", "IN")
    plain = all(arrays.quote_of[i] < 0 for i in (*range(first, last), following))
    return plain and not leads and last < cue and _has_verb(arrays, first, last)


def turned_round(
    arrays: TokenArrays, cue: int, source: TokenRanges, content: TokenRanges
) -> tuple[TokenRanges, TokenRanges]:
    """Return source and content of a sentence whose frame names who speaks after the verb.

    The firm, said Doe, does not pay its staff: Doe says so, not the firm.
    """
    parsed = arrays.parsed
    start, end = parsed.sentences[parsed.sentence[cue]]
    lead = cue - 1
    misread = len(source) == 1 and source[0][1] in (cue, lead) and content[0][0] == cue + 1
    if not misread or parsed.word[lead] != "," or parsed.lemma[cue] not in SPEECH_WORDS:
        return source, content
    named = cue + 1
    while (
        named < end
        and (parsed.pos[named] in _NOMINAL or parsed.word[named] == "and")
        and arrays.quote_of[named] < 0
    ):
        named += 1
    if named == cue + 1 or named >= end or parsed.word[named] != "," or not _is_subject(arrays, start, lead):
        return source, content
    # said Doe, the mayor, is dead: the frame ends where the verb of the sentence comes
    for following in range(named + 1, min(end, named + _LONGEST)):
        if parsed.word[following - 1] == "," and parsed.tag[following] in FINITE:
            rest = content[0][1] if content[0][1] > following else end
            return ((cue + 1, following - 1),), ((start, lead), (following, rest), *content[1:])
    return source, content


def _is_subject(arrays: TokenArrays, first: int, last: int) -> bool:
    """Tell whether tokens may be a sentence's subject: they begin as a noun does and hold no verb."""
    return arrays.parsed.pos[first] in _NOMINAL and not _has_verb(arrays, first, last)


def _has_verb(arrays: TokenArrays, first: int, last: int) -> bool:
    return not FINITE.isdisjoint(arrays.parsed.tag[first:last])


def _is_clause(arrays: TokenArrays, first: int, last: int) -> bool:
    """Tell whether tokens are a clause that depends on what follows: So when the deal came."""
    words = [word.casefold() for word in arrays.parsed.word[first : first + 2]]
    return not _SUBORDINATING.isdisjoint(words) and _has_verb(arrays, first, last)
