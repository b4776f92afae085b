"""What one cue may be read as: each of its labellings that has a content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.analysis.attribution.crf_features import KINDS
from tui.analysis.attribution.cue_windows import CueWindow
from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.attribution.viterbi import Path

_CONTENT = 1

Pieces = tuple[tuple[int, int], ...]
"""Half-open ranges of tokens, in reading order."""


@dataclass(slots=True)
class CueReading:
    """One way to read one cue: `cue` is its index among the cues; pieces are ranges of tokens.

    `short` is how far its labelling falls short of the best, `lead` how far the second best does, `many` how many
    there are. `top` and `source_top` are the tokens that stand highest in their trees, -1 for no source.
    """

    cue: int
    rank: int
    short: float
    lead: float
    many: int
    content: Pieces
    source: Pieces
    marked: Pieces  # the words of the cue itself
    top: int
    source_top: int


def candidates(
    layout: TokenArrays, windows: Sequence[CueWindow], paths: Sequence[Sequence[Path]]
) -> list[CueReading]:
    """All labellings that have a content."""
    depth, pos = layout.depth, layout.parsed.pos
    found = []
    for n, (window, ways) in enumerate(zip(windows, paths, strict=True)):
        starts, ends, heads = window.starts, window.ends, window.heads
        lead = ways[1].short if len(ways) > 1 else 9.0
        for rank, path in enumerate(ways):
            pieces: tuple[list[tuple[int, int]], ...] = ([], [], [])
            tops = [-1, -1, -1]
            for k, label in enumerate(path.labels):
                if not label:
                    if k != window.cue:
                        continue
                    kind = 0
                else:
                    kind = KINDS[label]
                mine = pieces[kind]
                if mine and mine[-1][1] == starts[k]:
                    mine[-1] = (mine[-1][0], ends[k])
                else:
                    mine.append((starts[k], ends[k]))
                top, head = tops[kind], heads[k]
                if top < 0 or (depth[head] < depth[top] and pos[head] != "PUNCT"):
                    tops[kind] = head
            if pieces[_CONTENT]:
                cue, content, source = (tuple(p) for p in pieces)
                found.append(
                    CueReading(
                        n,
                        rank,
                        path.short,
                        lead,
                        len(ways),
                        content,
                        source,
                        cue,
                        tops[1],
                        tops[2],
                    )
                )
    return found
