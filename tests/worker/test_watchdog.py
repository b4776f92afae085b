"""The watchdog calls when nothing was reported in time, and not once it has been closed."""

from __future__ import annotations

import threading

from tui.worker.watchdog import Watchdog


def test_it_calls_when_the_time_that_was_given_last_is_over() -> None:
    stalled = threading.Event()
    watchdog = Watchdog(stalled.set)
    watchdog.allow(1_000)
    watchdog.allow(0)
    assert stalled.wait()


def test_it_ends_without_a_call_when_it_is_closed() -> None:
    stalled = threading.Event()
    before = set(threading.enumerate())
    watchdog = Watchdog(stalled.set)
    (thread,) = set(threading.enumerate()) - before
    watchdog.allow(1_000)
    watchdog.allow(None)
    watchdog.close()
    thread.join()
    assert not stalled.is_set()
