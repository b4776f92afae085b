"""Timers that are asked to wait for nothing, or for less."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App
from textual.timer import Timer

from tui.textual_patches.timers import shorten_no_timer_below_zero


@pytest.mark.timeout(60)
@pytest.mark.parametrize("delay", [-0.003, -1000.0, 0.0, 0.002])
async def test_a_timer_acts_however_late_it_is_set(delay: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Timer, "_start", Timer._start)  # put back afterwards
    shorten_no_timer_below_zero()
    app = App[None]()
    async with app.run_test():
        acted = asyncio.Event()
        app.set_timer(delay, acted.set)
        await acted.wait()
