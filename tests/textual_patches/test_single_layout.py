"""A screen comes to rest at the terminal's size after any number of changes of it."""

from __future__ import annotations

import asyncio

import pytest
from textual.events import Resize
from textual.geometry import Size

from tests.screens.driving import reader
from tui.textual_patches.single_layout import SingleLayoutScreen

TURNS = 1_000
"""Turns of the event loop: all is laid out after a fifth of them."""


async def test_sizes_that_come_together_do_not_follow_each_other_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A layout tells the screen of its own size, behind the next one that it had been told of already."""
    laid_out = []
    lay_out = SingleLayoutScreen._screen_resized

    def counted(screen: SingleLayoutScreen[None], size: Size) -> None:
        laid_out.append(size)
        lay_out(screen, size)

    async with reader(size=(100, 30)) as (screen, _):
        monkeypatch.setattr(SingleLayoutScreen, "_screen_resized", counted)
        for size in (Size(60, 20), screen.app.size) * 3:
            screen.post_message(Resize(size, size))
            screen.call_later(lambda: None)  # Textual joins only those that follow each other at once
        for _ in range(TURNS):
            await asyncio.sleep(0)
        assert len(laid_out) < 10
        assert screen.size == screen.app.size == Size(100, 30)
