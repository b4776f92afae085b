"""Timers that cannot stop everything.

What Textual does: when it makes a toast it computes how much time that has left, a moment after it saw that there
is some. If there is none by then, the timer waits for less than nothing: it counts backwards for ever, no key
acts again, and no signal ends the app.
What ours gains: such a timer acts at once.
Concerns: `Timer._start` and `Timer._interval` of textual/timer.py; `Toast` of textual/widgets/_toast.py makes such.
Can go: when tests/textual_patches/test_timers.py passes without `shorten_no_timer_below_zero`.
"""

from __future__ import annotations

from textual.timer import Timer

SHORTEST = 0.001
"""Seconds that a timer waits at the least; of none at all Textual's divides by it."""

_begin = Timer._start


def _begin_in_time(timer: Timer) -> None:
    timer._interval = max(timer._interval, SHORTEST)
    _begin(timer)


def shorten_no_timer_below_zero() -> None:
    """Have every timer wait for a moment at the least."""
    Timer._start = _begin_in_time  # type: ignore[method-assign, assignment]
