"""Paragraphs and quotes worded for listening: who speaks, and where each quotation begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.analysis.analysis import Attribution, Kind, Polarity, Stance
from tui.article.cleaning import clean
from tui.article.folding import fold
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.session.reading.plurals import pluralise
from tui.session.reading.quote_links import LONGEST
from tui.session.reading.quote_sentence import sentence
from tui.session.reading.quote_text import span_words, words_on_one_line

if TYPE_CHECKING:
    from tui.session.reading.reading import Reading

SOMEBODY = "Somebody who is not named"
_DOUBLE = re.compile('[“”„«»"]')
_SINGLE = re.compile(r"^[‘']|(?<=[.,!?…])[’']|[’']$")  # any other is an apostrophe, as in “the boys’ boat”
_OPENING = "“„«‘"
_PLAIN_VERB = re.compile("[a-z]+ed|said|says|wrote|writes|asks")  # “told” would want to know whom


def speak_block(reading: Reading, block: Span) -> str:
    """Return a paragraph with its quotations told in words.

    “He is late,” she said. becomes: Ann Roe said, quote: He is late, end quote, she said. Where the paragraph
    itself names the speaker before the words, the name is not said again.
    """
    text = reading.article.text
    out: list[str] = []
    at = block.start
    for start, words in sorted(dict(_spoken_marks(reading, block)).items()):
        out += [text[at:start], words]
        at = start + 1
    return _tidy("".join([*out, text[at : block.end]]))


def _spoken_marks(reading: Reading, block: Span) -> Iterator[tuple[int, str]]:
    """Yield the offset of each quotation mark of a quote in a block, with the words that replace it."""
    quotes = reading.analysis.attributions
    starts = reading.links.starts
    text = reading.article.text
    for index in range(bisect_left(starts, block.start - LONGEST), bisect_left(starts, block.end)):
        quote = quotes[index]
        if quote.stance is not Stance.SPEECH:
            continue
        introduced = _is_introduced(reading, quote, block)
        for span in quote.content:
            here = Span(max(span.start, block.start), min(span.end, block.end))
            if here.start >= here.end:
                continue
            for at, opens in _marks(here.of(text)):
                if opens:
                    goes_on = at == 0 and span.start < block.start
                    yield here.start + at, "quote: " if introduced else _opening(reading, quote, goes_on)
                    introduced = True
                else:
                    yield here.start + at, ", end quote"


def _marks(words: str) -> Iterator[tuple[int, bool]]:
    """Yield the offset of each quotation mark, and whether it opens a quotation; nested ones are left out."""
    is_open = False
    for found in (_SINGLE if words[:1] in ("‘", "'") else _DOUBLE).finditer(words):
        is_open = found[0] in _OPENING or (found[0] in "\"'" and not is_open)
        yield found.start(), is_open


def _opening(reading: Reading, quote: Attribution, goes_on: bool) -> str:
    """Return the words that announce a quotation."""
    return f"{_name(reading, quote)} {'goes on' if goes_on else _verb(reading, quote)}, quote: "


def _name(reading: Reading, quote: Attribution) -> str:
    speaker = reading.analysis.speaker(quote.speaker)
    if speaker is not None:
        return clean(speaker.name)
    return span_words(reading.article, quote.source) or SOMEBODY


def _verb(reading: Reading, quote: Attribution) -> str:
    """Return the cue if it is a plain verb, else "said", as for “according to”."""
    cue = span_words(reading.article, quote.cue)
    return cue if _PLAIN_VERB.fullmatch(cue) else "said"


def _is_introduced(reading: Reading, quote: Attribution, block: Span) -> bool:
    """Tell whether the block names the speaker before the words: Mr Roe said: “…”."""
    if not quote.source or not block.start <= quote.source[0].start < quote.content[0].start:
        return False
    named = set(re.findall(r"\w{2,}", fold(span_words(reading.article, quote.source))))
    return not named.isdisjoint(re.findall(r"\w{2,}", fold(_name(reading, quote))))


def speak_quote(reading: Reading, index: int) -> str:
    """Return a quote by itself: its speaker, the cue, the words and where they end."""
    quote = reading.analysis.attributions[index]
    if told := sentence(reading.article, quote, reading.speaker_of(index)):
        return _tell_marks(told)
    said = words_on_one_line(reading.article, quote)
    lead = f"{_name(reading, quote)} {_verb(reading, quote)}"
    if quote.kind is Kind.DIRECT:
        bare = re.sub(r"^[“„«‘\"']|[,.]?[”»’\"']$", "", said)
        return f"{lead}, quote: {_tell_marks(bare)}, end quote."
    return f"{lead}: {_tell_marks(said)}"


def _tell_marks(words: str) -> str:
    """Return words with their quotation marks spelt out: “late” as quote: late, end quote."""
    out: list[str] = []
    at = 0
    for place, opens in _marks(words):
        out += [words[at:place], "quote: " if opens else ", end quote"]
        at = place + 1
    return _tidy("".join([*out, words[at:]]))


def _tidy(words: str) -> str:
    """Return words on one line, cleaned, without a stop on either side of “end quote” that its comma stands for."""
    told = re.sub(r"([,.!?…]?) ?, end quote (\w)", _go_on, clean(words))
    told = re.sub(r"(?<=\w)[:,]? quote: ", ", quote: ", told)
    told = re.sub(r"[,.] ?, end quote", ", end quote", told)
    told = re.sub(r"(?<=[!?…]), end quote", " end quote", told)
    return one_line(re.sub(r"end quote$", "end quote.", told.rstrip()))


def _go_on(match: re.Match[str]) -> str:
    """Return the end of a quotation with the pause after it: a stop where a sentence ended within the marks."""
    last, first = match[1], match[2]
    stop = "." if last in (".", "!", "?", "…") and first.isupper() else ","
    return f"{last if last in ('!', '?', '…') else ','} end quote{stop} {first}"


def speak_place(reading: Reading, index: int) -> str:
    """Return which of the matching quotes this is and, unless it is an ordinary one, what sets it apart."""
    quote = reading.analysis.attributions[index]
    if index in reading.quotes:
        parts = [f"Quote {reading.quotes.index(index) + 1} of {len(reading.quotes)}"]
    else:
        parts = [pluralise(len(reading.quotes), "quote")]
    parts.append(str(quote.kind))
    if quote.polarity is not Polarity.AFFIRMED:
        parts.append(str(quote.polarity))
    if quote.corrected:
        parts.append("corrected by hand")
    elif quote.certainty < 0.8:
        parts.append("fairly sure" if quote.certainty >= 0.5 else "hardly sure")
    if quote.content in reading.clipped:
        parts.append("clipped")
    return f"{', '.join(parts)}."
