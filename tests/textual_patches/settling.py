"""Lets a Pilot wait until an app has nothing left to do, instead of for a time in which it used little CPU.

Textual's Pilot sleeps for a fiftieth of a second after each key, twice, and takes an app for idle that has used
no CPU meanwhile: slow on an idle machine, and wrong on a busy one, where the app was only waiting for its turn.
"""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import pytest

FRAME = 0.02
"""Seconds within which a timer counts as something left to do: Textual draws once in 1/60 s."""
MOST_TIMERS = 100
"""Timers waited for before an app that always has one due, such as an animation, counts as idle."""
ENDING = ("library", "quoth-source")
"""Names of threads that end when they have nothing left to do."""
LONGEST = 1.0
"""Seconds after which work of another thread counts as held up by the test, and is not waited for any more."""
LOOK = 0.002
"""Seconds between two looks at other threads."""


class OtherThreads:
    """What other threads have begun and not ended."""

    def __init__(self) -> None:
        self._futures: set[object] = set()
        self._held = set[object](threading.enumerate())  # of an earlier test
        self._seen: dict[object, float] = {}

    def add(self, future: asyncio.Future[Any]) -> None:
        """Count what a worker of the app does in a thread."""
        self._futures.add(future)
        future.add_done_callback(self._futures.discard)

    def are_busy(self) -> bool:
        """Tell whether there is something to wait for."""
        now = asyncio.get_running_loop().time()
        threads = {thread for thread in threading.enumerate() if thread.name in ENDING}
        busy = (threads | self._futures) - self._held
        self._seen = {work: self._seen.get(work, now) for work in busy}
        self._held |= {work for work, since in self._seen.items() if now - since > LONGEST}
        return bool(busy)


async def until_idle(others: OtherThreads) -> None:
    """Return when no other thread is at work, nothing in the running loop is ready to run and no timer is due
    within a frame.
    """
    loop: Any = asyncio.get_running_loop()
    timers = 0
    while timers < MOST_TIMERS:
        if others.are_busy():
            await asyncio.sleep(LOOK)
            continue
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
    others = OtherThreads()
    run_in_executor = asyncio.BaseEventLoop.run_in_executor

    def counted(loop: asyncio.BaseEventLoop, *args: Any) -> asyncio.Future[Any]:
        future = run_in_executor(loop, *args)
        others.add(future)
        return future

    async def wait_for_idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
        await until_idle(others)

    monkeypatch.setattr(asyncio.BaseEventLoop, "run_in_executor", counted)
    monkeypatch.setattr("textual.pilot.wait_for_idle", wait_for_idle)
    monkeypatch.setattr("textual.app.wait_for_idle", wait_for_idle)
