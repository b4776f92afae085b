"""Sources that a reading took for the end of its content, or content for its source: “We sail,” | Doe | said."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.attribution.cue_readings import CueReading
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.parsed_article import FINITE

_LONGEST = 25  # tokens
_SAID = frozenset({",", "?", "!", "…", "—"})


def put_right(arrays: TokenArrays, cues: Sequence[int], readings: Sequence[CueReading]) -> None:
    """Give readings that have no source the one that stands between a quotation of theirs and the cue.

    Where the source holds the quotation, it is cut to what follows. `cues` are the tokens of the cues.
    """
    parsed = arrays.parsed
    for reading in readings:
        cue = cues[reading.cue]
        if reading.source:
            _give_back_quotation(arrays, cue, reading)
            continue
        if parsed.tag[cue] not in ("VBD", "VBZ", "VBP"):
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


def _give_back_quotation(arrays: TokenArrays, cue: int, reading: CueReading) -> None:
    """Give the content what stands before the speaker in a source: The boats “never sailed,” | Doe | told us."""
    parsed = arrays.parsed
    first, last = reading.source[0]
    if len(reading.source) != 1 or last != cue or arrays.quoted_until[last] == arrays.quoted_until[first]:
        return
    end = next(i for i in range(last, first, -1) if arrays.quote_of[i - 1] >= 0)
    if end == last or parsed.word[end - 2] not in _SAID or parsed.word[last - 1] == ",":
        return  # the singer “Birdie,” Jane Doe, | said she would sing
    begins = all(cue < a for a, _ in reading.content) and parsed.sentence[first] == parsed.sentence[end - 2]
    if not begins or not _names(arrays, range(end, last)):
        return
    quoted = arrays.quoted_until
    # told | us | is no part of it
    behind = [(a, b) for a, b in reading.content if quoted[b] > quoted[a]]
    reading.content = ((first, end), *behind)
    reading.source = ((end, last),)
    reading.source_top = min(range(end, last), key=arrays.depth.__getitem__)
    reading.top = min(range(first, end), key=arrays.depth.__getitem__)


def _names(arrays: TokenArrays, tokens: range) -> bool:
    """Tell whether tokens begin with somebody's name and hold no verb but in a relative clause."""
    parsed = arrays.parsed
    begins = parsed.pos[tokens.start] in ("PROPN", "PRON") or parsed.word[tokens.start][0].isupper()
    verb = next((i for i in tokens if parsed.tag[i] in FINITE), tokens.stop)
    return begins and (
        verb == tokens.stop or not {"who", "which", "whose"}.isdisjoint(parsed.word[tokens.start : verb])
    )
