"""What is seen while corrections are made."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.screens.driving import drawn
from tui.analysis.analysis import Attribution
from tui.screens.reader.reader_screen import ReaderScreen
from tui.textual_patches.app_internals import notifications


def chosen(screen: ReaderScreen) -> Attribution:
    quote = screen.reading.chosen_quote
    assert quote is not None
    return quote


def speaker(screen: ReaderScreen) -> str | None:
    found = screen.reading.analysis.speaker(chosen(screen).speaker)
    return found.name if found else None


def said(pilot: Pilot[None]) -> str:
    return [notification.message for notification in notifications(pilot.app)][-1]


def shown(pilot: Pilot[None]) -> str:
    return "\n".join(drawn(pilot.app.screen))


async def typed(pilot: Pilot[None], text: str) -> None:
    await pilot.press(*("space" if c == " " else c for c in text))
    await pilot.pause()
