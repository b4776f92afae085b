"""Selection among the readings of all cues: no two may claim the same words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tui.analysis.attribution.cue_readings import CueReading

_MAX_OVERLAP = 0.3  # the share of a reading's words that another may claim


def select(
    readings: Sequence[CueReading], probability: NDArray[np.float64], thresholds: Sequence[float]
) -> list[int]:
    """Return the readings to report, by index: at most one a cue, none claiming much of another's words.

    The likeliest are chosen first. A reading whose words were taken gets them after all if the cue that took them
    has another reading without them, and both together gain more than the first alone. The gain of a reading is
    its probability less its threshold, which is best for F1.
    """
    gains = (probability - np.array(thresholds)).tolist()
    readings_of: dict[int, list[int]] = {}
    tokens: dict[int, set[int]] = {}
    chosen: dict[int, int] = {}  # cue: reading
    owner: dict[int, int] = {}  # token: cue
    blocked: list[int] = []

    def tokens_of(n: int) -> set[int]:
        if n not in tokens:
            tokens[n] = {i for first, last in readings[n].content for i in range(first, last)}
        return tokens[n]

    def rivals(n: int) -> set[int]:
        """Return the cues that stand in the way of a reading."""
        claimed = Counter(owner[i] for i in tokens_of(n) if i in owner)
        claimed.pop(readings[n].cue, None)
        return set(claimed) if sum(claimed.values()) > _MAX_OVERLAP * len(tokens_of(n)) else set()

    def choose(n: int) -> None:
        chosen[readings[n].cue] = n
        for i in tokens_of(n):
            owner.setdefault(i, readings[n].cue)

    def drop(cue: int) -> None:
        for i in tokens_of(chosen.pop(cue)):
            if owner.get(i) == cue:
                del owner[i]

    for n in np.argsort(-probability, kind="stable").tolist():
        if gains[n] < 0:
            continue
        readings_of.setdefault(readings[n].cue, []).append(n)
        if readings[n].cue in chosen:
            continue
        if rivals(n):
            blocked.append(n)
        else:
            choose(n)
    for n in blocked:
        if readings[n].cue in chosen:
            continue
        against = rivals(n)
        if not against:
            choose(n)
        elif len(against) == 1:
            (cue,) = against
            old = chosen[cue]
            for other in readings_of[cue]:
                if gains[other] + gains[n] <= gains[old] or other == old:
                    continue
                drop(cue)
                if not rivals(n):
                    choose(n)
                    if not rivals(other):
                        choose(other)
                        break
                    drop(readings[n].cue)
                choose(old)
    return sorted(chosen.values())
