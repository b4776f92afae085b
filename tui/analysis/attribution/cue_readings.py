"""The readings of each cue: one for each of its labellings that has a content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.attribution.crf_features import LABEL_CLASSES
from tui.analysis.attribution.cue_windows import CueWindow
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.viterbi import Labelling

_CONTENT = 1

TokenRanges = tuple[tuple[int, int], ...]
"""Half-open ranges of tokens, in reading order."""


@dataclass(slots=True)
class CueReading:
    """One way to read one cue; `cue` is its index among the cues.

    `shortfall` is how far its labelling scores below the best, `margin` how far the second best does,
    `alternatives` how many labellings there are. `top` and `source_top` are the tokens of content and source
    that stand highest in their trees, -1 for no source.
    """

    cue: int
    rank: int
    shortfall: float
    margin: float
    alternatives: int
    content: TokenRanges
    source: TokenRanges
    cue_words: TokenRanges  # the words of the cue itself
    top: int
    source_top: int


@dataclass(frozen=True, slots=True)
class AttributionParts:
    """The tokens of an attribution: its cue, whose words they are, which they are, and the channel, if any."""

    cue: TokenRanges
    source: TokenRanges
    content: TokenRanges
    channel: TokenRanges


def cue_readings(
    arrays: TokenArrays, windows: Sequence[CueWindow], by_window: Sequence[Sequence[Labelling]]
) -> list[CueReading]:
    """Return the readings of all labellings that have a content."""
    depth, pos = arrays.depth, arrays.parsed.pos
    readings = []
    for n, (window, labellings) in enumerate(zip(windows, by_window, strict=True)):
        starts, ends, heads = window.starts, window.ends, window.heads
        margin = labellings[1].shortfall if len(labellings) > 1 else 9.0
        for rank, labelling in enumerate(labellings):
            ranges: tuple[list[tuple[int, int]], ...] = ([], [], [])
            tops = [-1, -1, -1]
            for k, label in enumerate(labelling.labels):
                if not label:
                    if k != window.cue:
                        continue
                    kind = 0
                else:
                    kind = LABEL_CLASSES[label]
                current = ranges[kind]
                if current and current[-1][1] == starts[k]:
                    current[-1] = (current[-1][0], ends[k])
                else:
                    current.append((starts[k], ends[k]))
                top, head = tops[kind], heads[k]
                if top < 0 or (depth[head] < depth[top] and pos[head] != "PUNCT"):
                    tops[kind] = head
            if ranges[_CONTENT]:
                cue, content, source = (tuple(p) for p in ranges)
                readings.append(
                    CueReading(
                        n,
                        rank,
                        labelling.shortfall,
                        margin,
                        len(labellings),
                        content,
                        source,
                        cue,
                        tops[1],
                        tops[2],
                    )
                )
    return readings
