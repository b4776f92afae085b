"""Lets a Pilot wait until an app has nothing left to do, instead of for a time in which it used little CPU.

Textual's Pilot sleeps for a fiftieth of a second after each key, twice, and takes an app for idle that has used
no CPU meanwhile: slow on an idle machine, and wrong on a busy one, where the app was only waiting for its turn.
"""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

FRAME = 0.02
"""Seconds within which a timer counts as something left to do: Textual draws once in 1/60 s."""
MOST_TIMERS = 100
"""Timers waited for before an app that always has one due, such as an animation, counts as idle."""


async def until_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Return when nothing in the running loop is ready to run and no timer is due within a frame."""
    loop: Any = asyncio.get_running_loop()
    timers = 0
    while timers < MOST_TIMERS:
        if loop._ready:
            await asyncio.sleep(0)
            continue
        due = min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=None)
        if due is None or due > loop.time() + FRAME:
            return
        timers += 1
        await asyncio.sleep(max(0, due - loop.time()))


@pytest.fixture(autouse=True)
def pilots_wait_until_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every Pilot wait so."""
    monkeypatch.setattr("textual.pilot.wait_for_idle", until_idle)
    monkeypatch.setattr("textual.app.wait_for_idle", until_idle)
