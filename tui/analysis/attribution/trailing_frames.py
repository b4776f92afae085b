"""Quotations that end in a comma, which whoever speaks after them says: “Sold it,” grinned Doe. “Cheap.”"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.analysis import Kind, Stance
from tui.analysis.attribution import channels, free_quotations
from tui.analysis.attribution.claimed_text import ClaimedText
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.work_titles import is_headed
from tui.analysis.raw_attribution import RawAttribution
from tui.article.spans import Span


def put_right(arrays: TokenArrays, attributions: Sequence[RawAttribution]) -> list[RawAttribution]:
    """Return the attributions, each with the quotation that ends in a comma right before its frame.

    One thing was left to say: “Bring soup,” Doe texted. It is Doe's too, though "say" had claimed it.
    """
    parsed = arrays.parsed
    out = list(attributions)
    claimed = ClaimedText(parsed.text, out)
    owner = {span: n for n, attribution in enumerate(out) for span in attribution.content}
    begins = {_behind(attribution): n for n, attribution in enumerate(out) if attribution.cue}
    for n, unit in enumerate(arrays.quote_units):
        span, first, last = arrays.quotes[n], arrays.unit_start[unit], arrays.unit_end[unit]
        if last >= arrays.count or last - first < 3 or parsed.word[last - 2] != ",":
            continue
        if is_headed(parsed.word, first):
            continue  # In a post titled “Why I go,” Doe wrote
        whose = begins.get(parsed.start[last])
        if span not in owner:
            direct = whose is not None and out[whose].kind is Kind.DIRECT
            if whose is not None and direct and not claimed.holds_any_of(span):
                out[whose] = replace(out[whose], content=tuple(sorted((span, *out[whose].content))))
        elif whose is None and _is_only_led_in(arrays, out[owner[span]], span):
            beside = free_quotations.speaker_after(arrays, first, last)
            if beside is not None:
                cue, source = (parsed.span(t.start, t.stop) for t in beside)
                out[owner[span]] = replace(
                    out[owner[span]], cue=(cue,), source=(source,), stance=Stance.SPEECH, channel=()
                )
    return out


def _behind(attribution: RawAttribution) -> int:
    """Return where the frame of an attribution begins that names who speaks in front of its verb or after it."""
    return min(span.start for span in (*attribution.cue, *attribution.source))


def _is_only_led_in(arrays: TokenArrays, attribution: RawAttribution, span: Span) -> bool:
    """Tell whether the cue of an attribution stands before its only quotation and is no finite verb of speech."""
    if attribution.content != (span,) or not attribution.cue or attribution.cue[-1].end > span.start:
        return False
    at = bisect_left(arrays.parsed.start, attribution.cue[0].start)
    end = bisect_left(arrays.parsed.start, attribution.cue[-1].end)
    return not any(channels.is_speech_verb(arrays, i) for i in range(at, end))
