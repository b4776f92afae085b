"""Figures: samples of a thing and of its yardstick, taken in turn on the same machine."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass


class Missing(Exception):
    """Why a figure cannot be taken here."""


@dataclass(frozen=True)
class Figure:
    """One line of the table. `ours` and `yardstick` are in `unit`; `at_most` is a ratio where there is a yardstick.

    `judged` says which statistic is held against `at_most`.
    """

    what: str
    ours: Sequence[float]
    at_most: float
    unit: str = "s"
    yardstick: Sequence[float] = ()
    beside: str = "–"
    judged: str = "median"

    @property
    def values(self) -> list[float]:
        """Ratios pair by pair; without a yardstick the samples themselves."""
        if self.yardstick:
            return [a / b for a, b in zip(self.ours, self.yardstick, strict=True)]
        return list(self.ours)

    @property
    def value(self) -> float:
        """What is held against `at_most`."""
        return p95(self.values) if self.judged == "p95" else statistics.median(self.values)

    @property
    def met(self) -> bool:
        """True if the ratio is at most as wanted."""
        return self.value <= self.at_most

    def to_json(self) -> dict[str, object]:
        """Return everything, the samples too."""
        return {
            "what": self.what,
            "yardstick": self.beside,
            "unit": self.unit,
            "ours": list(self.ours),
            "beside": list(self.yardstick),
            "median": statistics.median(self.ours),
            "p95": p95(self.ours),
            "judged": self.judged,
            "value": self.value,
            "at_most": self.at_most,
            "met": self.met,
        }


def p95(values: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def in_turn(
    pairs: int, ours: Callable[[], float], yardstick: Callable[[], float]
) -> tuple[list[float], list[float]]:
    """Take `pairs` samples of both, after one of each that only warms the disk's cache."""
    ours(), yardstick()
    both = [(ours(), yardstick()) for _ in range(pairs)]
    return [a for a, _ in both], [b for _, b in both]


HEAD = f"{'what':<46}{'median':>10}{'p95':>10}{'beside':>10}{'value':>9}{'at most':>9}"
"""What stands above the lines of `row`."""


def row(figure: Figure) -> str:
    """Return a figure as a line of the table; times of an absolute figure in milliseconds."""
    scale, unit = (
        (1000, figure.unit.replace("s", "ms", 1)) if figure.unit.startswith("s") else (1, figure.unit)
    )
    beside = f"{statistics.median(figure.yardstick) * scale:.1f}" if figure.yardstick else "–"
    times = "×" if figure.yardstick else ""
    value, most = (figure.value, figure.at_most) if times else (figure.value * scale, figure.at_most * scale)
    return (
        f"{figure.what + ' (' + unit + ')':<46}{statistics.median(figure.ours) * scale:>10.1f}"
        f"{p95(figure.ours) * scale:>10.1f}{beside:>10}{value:>8.2f}{times or ' '}{most:>8.2f}{times or ' '}"
        f"  {'met' if figure.met else 'NOT MET'}{'' if not times else ' beside ' + figure.beside}"
    )
