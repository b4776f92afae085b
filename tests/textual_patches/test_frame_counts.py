"""A key leads to one frame, and what comes from the analysis lays the screen out once at most."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from textual.events import Key
from textual.message import Message
from textual.message_pump import MessagePump
from textual.messages import Update
from textual.pilot import Pilot

from tests.benchmarks.made_up import made_up
from tests.screens.driving import reader
from tui.screens.reader.reader_screen import ReaderScreen
from tui.textual_patches.compositor import Frames


class Counts:
    def __init__(self) -> None:
        self.frames = self.layouts = 0


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counts]:
    """What the screen draws and lays out meanwhile."""
    counts = Counts()
    draw, lay_out = Frames.render_partial_update, Frames.reflow

    def drawing(self: Frames) -> Any:
        update = draw(self)
        counts.frames += update is not None
        return update

    def laying_out(self: Frames, *arguments: Any) -> Any:
        counts.layouts += 1
        return lay_out(self, *arguments)

    with monkeypatch.context() as patching:
        patching.setattr(Frames, "render_partial_update", drawing)
        patching.setattr(Frames, "reflow", laying_out)
        yield counts


async def settle(screen: ReaderScreen, pilot: Pilot[None]) -> None:
    """Until no frame is to come: a frame may ask for another, and that for a third."""
    quiet = 0
    async with asyncio.timeout(20):
        while quiet < 3:
            await pilot.pause()
            timer = screen._update_timer
            quiet = 0 if timer._active.is_set() or screen._dirty_widgets else quiet + 1


async def test_the_reader_comes_in_two_steps_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    with counted(monkeypatch) as counts:
        async with reader() as (screen, pilot):
            await settle(screen, pilot)
    assert counts.layouts == 2
    assert counts.frames <= 3  # the hints hear of the keys of what has the focus, when it has it


@pytest.mark.parametrize(
    ("before", "key"),
    [
        ((), "n"),
        (("n",), "n"),
        (("n", "n"), "N"),
        ((), "j"),
        ((), "space"),
        ((), "G"),
        ((), "f"),
        (("tab",), "j"),
        (("tab", "j"), "j"),
        (("tab", "tab"), "j"),
        (("slash", "w"), "i"),
        (("slash", "w", "i"), "backspace"),
        (("n",), "escape"),
    ],
)
async def test_one_key_is_one_frame(
    before: tuple[str, ...], key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    article, analysis = made_up(200)
    async with reader(article=article, analysis=analysis) as (screen, pilot):
        await one_frame(screen, pilot, before, key, monkeypatch)


async def test_an_entity_chosen_is_one_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reader() as (screen, pilot):
        await one_frame(screen, pilot, ("tab", "tab", "tab", "j"), "j", monkeypatch)
        assert screen.reading.entity


async def test_what_a_key_changes_is_drawn_without_a_message_for_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dispatched: list[type[Message]] = []
    dispatch = MessagePump._dispatch_message

    async def note(pump: MessagePump, message: Message) -> None:
        dispatched.append(type(message))
        await dispatch(pump, message)

    article, analysis = made_up(200)
    async with reader(article=article, analysis=analysis) as (screen, pilot):
        await pilot.press("tab", "j")
        await settle(screen, pilot)
        monkeypatch.setattr(MessagePump, "_dispatch_message", note)
        before = screen.reading.speaker
        await pilot.press("j")
        await settle(screen, pilot)
        assert screen.reading.speaker != before
        assert Key in dispatched
        assert Update not in dispatched


async def one_frame(
    screen: ReaderScreen,
    pilot: Pilot[None],
    before: tuple[str, ...],
    key: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await pilot.press(*before)
    await settle(screen, pilot)
    with counted(monkeypatch) as counts:
        await pilot.press(key)
        await settle(screen, pilot)
    assert counts.frames == 1
    assert counts.layouts <= 1


async def test_what_the_analysis_found_lays_the_screen_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    article, analysis = made_up(200)
    nothing = replace(analysis, attributions=(), speakers=(), entities=(), complete=False)
    async with reader(article=article, analysis=nothing) as (screen, pilot):
        await settle(screen, pilot)
        with counted(monkeypatch) as counts:
            screen.adopt(analysis)
            await settle(screen, pilot)
        assert counts.layouts == 1
        assert counts.frames == 2  # the lists, then the article: both at once would be felt
        with counted(monkeypatch) as counts:
            screen.adopt(replace(analysis))
            await settle(screen, pilot)
        assert counts.layouts == 0
