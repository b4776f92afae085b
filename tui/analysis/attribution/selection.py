"""Choosing among the readings of each cue, and among cues: no two may claim the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tui.analysis.attribution.candidates import CueReading

_SHARED = 0.3  # of a candidate's words may be another's


def apart(found: Sequence[CueReading], probability: NDArray[np.float64], least: Sequence[float]) -> list[int]:
    """The candidates to report: one of each cue, none claiming much of what another claims.

    First the likeliest are taken. Then one that found its words taken gets them after all if the cue that took
    them has another reading without them, and both together are worth more than the first alone. A candidate is
    worth what its probability is above its `least`: what is reported is then best for F1.
    """
    odds = (probability - np.array(least)).tolist()
    ways: dict[int, list[int]] = {}
    tokens: dict[int, set[int]] = {}
    chosen: dict[int, int] = {}  # cue: candidate
    owner: dict[int, int] = {}  # token: cue
    blocked: list[int] = []

    def mine(n: int) -> set[int]:
        if n not in tokens:
            tokens[n] = {i for first, last in found[n].content for i in range(first, last)}
        return tokens[n]

    def rivals(n: int) -> set[int]:
        """The cues that stand in the way of a candidate."""
        claimed = Counter(owner[i] for i in mine(n) if i in owner)
        claimed.pop(found[n].cue, None)
        return set(claimed) if sum(claimed.values()) > _SHARED * len(mine(n)) else set()

    def give(n: int) -> None:
        chosen[found[n].cue] = n
        for i in mine(n):
            owner.setdefault(i, found[n].cue)

    def take(cue: int) -> None:
        for i in mine(chosen.pop(cue)):
            if owner.get(i) == cue:
                del owner[i]

    for n in np.argsort(-probability, kind="stable").tolist():
        if odds[n] < 0:
            continue
        ways.setdefault(found[n].cue, []).append(n)
        if found[n].cue in chosen:
            continue
        if rivals(n):
            blocked.append(n)
        else:
            give(n)
    for n in blocked:
        if found[n].cue in chosen:
            continue
        against = rivals(n)
        if not against:
            give(n)
        elif len(against) == 1:
            (cue,) = against
            old = chosen[cue]
            for other in ways[cue]:
                if odds[other] + odds[n] <= odds[old] or other == old:
                    continue
                take(cue)
                if not rivals(n):
                    give(n)
                    if not rivals(other):
                        give(other)
                        break
                    take(found[n].cue)
                give(old)
    return sorted(chosen.values())
