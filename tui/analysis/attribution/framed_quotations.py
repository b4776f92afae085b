"""Quotations whose words around them leave no doubt who speaks, whatever the learned steps made of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from tui.analysis.analysis import Stance
from tui.analysis.attribution import channels, framing_phrases, naming_clauses, overheard_speech, speech_nouns
from tui.analysis.attribution.framing_phrases import FramedSentence
from tui.analysis.attribution.quotation_kind import kind_of
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import is_headed
from tui.analysis.parsed_article import FINITE
from tui.analysis.raw_attribution import RawAttribution
from tui.article.spans import Span

PROBABILITY = 0.65
"""How often content and source were both right, on training articles of publishers not learned from."""


def put_right(arrays: TokenArrays, attributions: Sequence[RawAttribution]) -> list[RawAttribution]:
    """Return the attributions, those of framed quotations being the frame's."""
    out = list(attributions)
    for unit in arrays.quote_units:
        first, last = arrays.unit_start[unit], arrays.unit_end[unit]
        if is_headed(arrays.parsed.word, first):
            framed = naming_clauses.find(arrays, first, last)  # a paper titled “How to Sail” by Doe
            out = _with(arrays, out, framed, yielding=_does_not_say) if framed is not None else out
            continue
        framed = (
            framing_phrases.find_certain(arrays, first, last)
            or overheard_speech.find(arrays, first, last)
            or speech_nouns.find_behind(arrays, first, last)
        )
        if framed is not None:
            out = _with(arrays, out, framed)
            continue
        framed = overheard_speech.find_done(arrays, first, last)
        if framed is not None:
            out = _with(arrays, out, framed, yielding=_swallows_cue)
            continue
        framed = naming_clauses.find(arrays, first, last)
        if framed is not None:
            out = _with(arrays, out, framed, yielding=_does_not_say)
            continue
        framed = speech_nouns.find_inscribed(arrays, first, last)
        if framed is not None:
            out = _with(arrays, out, framed, yielding=_swallows)
            continue
        framed = speech_nouns.find(arrays, first)
        if framed is not None:
            out = _with(arrays, out, framed, yielding=_is_doubtful)
    return out


def _does_not_say(arrays: TokenArrays, attribution: RawAttribution, framed: FramedSentence) -> bool:
    """Tell whether the cue of an attribution is no verb of speech, or is the frame's own."""
    at = bisect_left(arrays.parsed.start, attribution.cue[0].start) if attribution.cue else framed.cue.start
    cue = range(at, at + sum(len(span.of(arrays.parsed.text).split()) for span in attribution.cue) or at + 1)
    if any(i in framed.cue for i in cue):
        return True
    if not any(channels.is_speech_verb(arrays, i) for i in cue):
        return True
    # The firm recalled | the kettle it described as “safe”: a thing, and no clause
    begin = bisect_left(arrays.parsed.start, attribution.content[0].start)
    outside = range(begin, framed.source.start)
    return bool(outside) and FINITE.isdisjoint(arrays.parsed.tag[i] for i in outside)


def _swallows(arrays: TokenArrays, attribution: RawAttribution, framed: FramedSentence) -> bool:
    """Tell whether an attribution is of the deed in a frame: posted | a cat with the caption: “Done.”"""
    return _swallows_cue(arrays, attribution, framed) or _does_not_say(arrays, attribution, framed)


def _swallows_cue(arrays: TokenArrays, attribution: RawAttribution, framed: FramedSentence) -> bool:
    """Tell whether the content of an attribution holds the frame's cue."""
    cue = _span(arrays, framed.cue)
    return any(span.overlaps(cue) for span in attribution.content)


def _is_doubtful(arrays: TokenArrays, attribution: RawAttribution, framed: FramedSentence) -> bool:
    """Tell whether an attribution names nobody, is no speech, or has the frame's own words for its cue."""
    begin = arrays.parsed.start[framed.cue.start]
    own = any(
        span.overlaps(Span(begin, arrays.parsed.start[framed.content[0].start])) for span in attribution.cue
    )
    return own or not attribution.source or attribution.stance is not Stance.SPEECH


def attribution_of(arrays: TokenArrays, framed: FramedSentence) -> RawAttribution:
    """Return the attribution of a framed sentence."""
    content = tuple(_span(arrays, tokens) for tokens in framed.content)
    return RawAttribution(
        kind_of(arrays.parsed.text, content, arrays.quotes),
        Stance.SPEECH,
        content,
        (_span(arrays, framed.cue),),
        (_span(arrays, framed.source),),
        PROBABILITY,
    )


def _with(
    arrays: TokenArrays,
    attributions: Sequence[RawAttribution],
    framed: FramedSentence,
    yielding: Callable[[TokenArrays, RawAttribution, FramedSentence], bool] | None = None,
) -> list[RawAttribution]:
    """Return the attributions with that of a framed sentence, which takes its quotations from the others.

    Nothing is taken where one that claims them is not `yielding`.
    """
    new = attribution_of(arrays, framed)
    frame = (*new.cue, *new.source)
    quoted = [quote for span in new.content for quote in arrays.quotes_within(span)]
    out = []
    for attribution in attributions:
        claims = [span for span in attribution.content if any(span.overlaps(quote) for quote in quoted)]
        if not claims:
            out.append(attribution)
            continue
        same = any(a.overlaps(b) for a in attribution.source for b in new.source)
        swallowed = any(a.overlaps(b) for a in attribution.content for b in frame)
        whole = all(any(a.overlaps(b) for a in attribution.content) for b in new.content)
        if same and whole and not swallowed and attribution.stance is Stance.SPEECH:
            return list(attributions)  # it was read so already
        if yielding is not None and not yielding(arrays, attribution, framed):
            return list(attributions)
        left = tuple(span for span in attribution.content if span not in claims)
        if any(arrays.quotes_within(span) for span in left):
            kind = kind_of(arrays.parsed.text, left, arrays.quotes)
            out.append(replace(attribution, content=left, kind=kind))
    return sorted([*out, new], key=lambda attribution: attribution.content)


def _span(arrays: TokenArrays, tokens: range) -> Span:
    return arrays.parsed.span(tokens.start, tokens.stop)
