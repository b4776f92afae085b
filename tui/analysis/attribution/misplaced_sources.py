"""Sources that a reading took for the end of its content: “We sail,” | Doe, the mayor, | said."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.attribution.cue_readings import CueReading
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_LONGEST = 25  # tokens
_SAID = frozenset({",", "?", "!", "…", "—"})


def put_right(arrays: TokenArrays, cues: Sequence[int], readings: Sequence[CueReading]) -> None:
    """Give readings that have no source the one that stands between a quotation of theirs and the cue.

    `cues` are the tokens of the cues.
    """
    parsed = arrays.parsed
    for reading in readings:
        cue = cues[reading.cue]
        if reading.source or parsed.tag[cue] not in ("VBD", "VBZ", "VBP"):
            continue
        for n, (first, last) in enumerate(reading.content):
            if not first < last <= cue <= last + 1 or arrays.quote_of[first] < 0:
                continue
            end = arrays.unit_end[arrays.unit_of[first]]
            stop = last - 1 if parsed.word[last - 1] == "," else last
            if not end < stop <= end + _LONGEST or parsed.word[end - 2] not in _SAID:
                continue
            outside = range(end, stop)
            if any(arrays.quote_of[i] >= 0 for i in outside) or not _names(arrays, outside):
                continue
            reading.content = (*reading.content[:n], (first, end), *reading.content[n + 1 :])
            reading.source = ((end, stop),)
            reading.source_top = min(outside, key=arrays.depth.__getitem__)
            reading.top = arrays.unit_head[arrays.unit_of[first]]


def _names(arrays: TokenArrays, tokens: range) -> bool:
    """Tell whether tokens begin with somebody's name and hold no verb but in a relative clause."""
    parsed = arrays.parsed
    begins = parsed.pos[tokens.start] in ("PROPN", "PRON") or parsed.word[tokens.start][0].isupper()
    verb = next((i for i in tokens if parsed.tag[i] in FINITE), tokens.stop)
    return begins and (
        verb == tokens.stop or not {"who", "which", "whose"}.isdisjoint(parsed.word[tokens.start : verb])
    )
