"""Two voices in one attribution: “I am tired,” Doe said. “Resign!” Marsh shouted. "How high?" "High enough." """

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise, takewhile

from tui.analysis.analysis import Kind
from tui.analysis.attribution import free_quotations
from tui.analysis.attribution.inscriptions import is_borne
from tui.analysis.attribution.speech_words import SPEECH_WORDS
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.raw_attribution import RawAttribution
from tui.article.spans import Span

_SENTENCE_ENDS = tuple(".?!…")
_ANSWERS = frozenset({"answer", "call", "chorus", "cry", "reply", "response", "retort", "shout"})
_LONGEST_NAME = 8  # tokens, marks included
_CLOSING = "”’\"'»"


def separate(arrays: TokenArrays, attributions: Sequence[RawAttribution]) -> list[RawAttribution]:
    """Return attributions without the quotations that are another voice's, which are left unclaimed.

    A quotation is another's if a verb of speech with a subject stands right after it, after a full stop that
    ended what came before; or if it touches the next one, with nothing between: nobody closes and opens the
    marks again without a word. Nor are those of two sentences one person's that a deed stands between.
    """
    number = {span: n for n, span in enumerate(arrays.quotes)}
    out = []
    for attribution in attributions:
        content = attribution.content
        if len(content) > 1 and attribution.cue:
            kept = [
                span
                for n, span in enumerate(content)
                if span not in number
                or not (
                    (n and _is_anothers(arrays, attribution, number[span]))
                    or (n and _is_spoken_of(arrays, number[span]))
                    or is_borne(arrays.parsed, arrays.unit_start[arrays.quote_units[number[span]]])
                )
            ]
            content = _in_sentence(arrays, attribution, tuple(kept))
        for n, span in enumerate(content):
            if (cut := _without_neighbour(arrays, attribution, span)) != span:
                content = (*content[:n], cut, *content[n + 1 :])
        if content != attribution.content:
            kind = Kind.DIRECT if all(span in number for span in content) else attribution.kind
            attribution = replace(attribution, content=content, kind=kind)
        out.append(attribution)
    return out


def _is_anothers(arrays: TokenArrays, attribution: RawAttribution, quote: int) -> bool:
    parsed = arrays.parsed
    unit = arrays.quote_units[quote]
    first, last = arrays.unit_start[unit], arrays.unit_end[unit]
    if first == 0 or not parsed.word[first - 1].endswith(_SENTENCE_ENDS):
        return False
    if parsed.word[last : last + 1] == ["came"] and not _ANSWERS.isdisjoint(parsed.word[last + 2 : last + 4]):
        return True  # “Shame!” came the reply
    beside = free_quotations.speaker_after(arrays, first, last)
    if beside is None:
        return False
    cue, _ = beside
    at = parsed.span(cue.start, cue.start + 1)
    return parsed.lemma[cue.start] in SPEECH_WORDS and not any(at.overlaps(span) for span in attribution.cue)


def _is_spoken_of(arrays: TokenArrays, quote: int) -> bool:
    """Tell whether a quotation is what the narrator's next sentence is about: … “The Long Road” was read by all."""
    parsed = arrays.parsed
    unit = arrays.quote_units[quote]
    first, last = arrays.unit_start[unit], arrays.unit_end[unit]
    return (
        first > 0
        and last < arrays.count
        and parsed.word[first - 1].endswith(_SENTENCE_ENDS)
        and parsed.word[last - 2][-1].isalnum()
        and last - first <= _LONGEST_NAME
        and parsed.tag[last] in ("VBD", "VBZ")
        and parsed.lemma[last] not in SPEECH_WORDS
    )


def _in_sentence(
    arrays: TokenArrays, attribution: RawAttribution, content: tuple[Span, ...]
) -> tuple[Span, ...]:
    """Return the quotations after a deed, without what stands before it and what is done, where stops part them.

    “We should go.” Doe shook her head. “Not yet.”: only the last words are Doe's, unless the first begin the
    paragraph.
    """
    parsed = arrays.parsed
    cue = bisect_left(parsed.start, attribution.cue[0].start)
    quotes = frozenset(arrays.quotes)
    behind = [span for span in content if span.start > attribution.cue[-1].end and span in quotes]
    if not behind or parsed.lemma[cue] in SPEECH_WORDS:
        return content
    begin, end = parsed.sentences[parsed.sentence[cue]]
    ended = parsed.word[end - 1].endswith(_SENTENCE_ENDS) and behind[0].start >= parsed.end[end - 1]
    heads = parsed.paragraphs[arrays.paragraph_of[cue]][0]
    if not ended or content[0].start == parsed.start[heads]:
        return content
    before = [span for span in content if span.end <= parsed.start[begin]]
    if any(not span.of(parsed.text).rstrip(_CLOSING).endswith(".") for span in before):
        return content  # “Should we go?” Doe shook her head. “No.”
    return tuple(span for span in content if span not in before)


def _without_neighbour(arrays: TokenArrays, attribution: RawAttribution, span: Span) -> Span:
    """Return a span of two quotations that touch without the one that is farther from the cue."""
    text = arrays.parsed.text
    if not attribution.cue:
        return span
    at = bisect_left(arrays.quotes, Span(span.start, span.start))
    inside = [*takewhile(lambda quote: quote.end <= span.end, islice(arrays.quotes, at, None))]
    for a, b in pairwise(inside):
        between = text[a.end : b.start]
        if between.strip() or "\n" in between or not between:
            continue
        if not text[a.start : a.end].rstrip(_CLOSING).endswith(_SENTENCE_ENDS):
            continue
        if a.start == span.start and attribution.cue[0].start >= b.end:
            return Span(b.start, span.end)
        if b.end == span.end and attribution.cue[-1].end <= a.start:
            return Span(span.start, a.end)
    return span
