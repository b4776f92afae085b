"""Selection among the readings of all cues: no two may claim the same words."""

from __future__ import annotations

from collections import Counter, defaultdict
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
    gains: list[float] = (probability - np.array(thresholds)).tolist()
    selection = _Selection(readings)
    readings_of: dict[int, list[int]] = defaultdict(list)  # by cue, the likeliest first
    blocked: list[int] = []
    for n in np.argsort(-probability, kind="stable").tolist():
        if gains[n] >= 0:
            readings_of[readings[n].cue].append(n)
            if not selection.choose(n):
                blocked.append(n)
    for n in blocked:
        if readings[n].cue in selection.chosen or selection.choose(n) or len(selection.rivals(n)) != 1:
            continue
        (cue,) = selection.rivals(n)
        old = selection.chosen[cue]
        for other in readings_of[cue]:
            better = other != old and gains[other] + gains[n] > gains[old]
            if better and selection.exchange(cue, n, other):
                break
    return sorted(selection.chosen.values())


class _Selection:
    """The readings that are chosen, by cue, and which cue owns each token of their contents."""

    def __init__(self, readings: Sequence[CueReading]) -> None:
        self.chosen: dict[int, int] = {}
        self._readings = readings
        self._tokens: dict[int, set[int]] = {}
        self._owner: dict[int, int] = {}

    def rivals(self, n: int) -> set[int]:
        """Return the cues that stand in the way of a reading."""
        tokens = self._tokens_of(n)
        claimed = Counter(self._owner[i] for i in tokens if i in self._owner)
        claimed.pop(self._readings[n].cue, None)
        return set(claimed) if sum(claimed.values()) > _MAX_OVERLAP * len(tokens) else set()

    def choose(self, n: int) -> bool:
        """Choose a reading unless something stands in its way; tell whether its cue has a reading now."""
        cue = self._readings[n].cue
        if cue in self.chosen:
            return True
        if self.rivals(n):
            return False
        self.chosen[cue] = n
        for i in self._tokens_of(n):
            self._owner.setdefault(i, cue)
        return True

    def exchange(self, cue: int, n: int, other: int) -> bool:
        """Choose `n`, and `other` in place of the reading of `cue`, if both can be; else change nothing."""
        old = self.chosen[cue]
        self._drop(cue)
        if self.choose(n):
            if self.choose(other):
                return True
            self._drop(self._readings[n].cue)
        self.choose(old)
        return False

    def _drop(self, cue: int) -> None:
        for i in self._tokens_of(self.chosen.pop(cue)):
            if self._owner.get(i) == cue:
                del self._owner[i]

    def _tokens_of(self, n: int) -> set[int]:
        if n not in self._tokens:
            self._tokens[n] = {i for first, last in self._readings[n].content for i in range(first, last)}
        return self._tokens[n]
