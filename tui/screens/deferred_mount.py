"""Screens that are mounted in two steps: what is read first, and everything else with the second frame."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Sequence

from textual import events

from tui.resources import folder
from tui.screens import garbage_collection
from tui.textual_patches.single_layout import SingleLayoutScreen

WRITTEN = 0.001
"""Seconds for the thread that writes to the terminal to draw the first frame."""


class DeferredMount(SingleLayoutScreen[None]):
    """A screen whose first frame waits only for what it shows to be imported, styled and mounted."""

    STYLES: Sequence[str] = ()
    """The files in styles/ that the first frame needs."""
    LATER_STYLES: Sequence[str] = ()
    """The further files that the second frame needs."""

    fully_mounted = False
    """True once all widgets are mounted; no key is handled before."""
    first_frame_callback: Callable[[], None] | None = None
    """What to call once the first frame is drawn, before the rest is mounted."""
    _drawn = False

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Skip styling again: what is on the screen at first was styled a moment ago, when it was mounted."""
        if not self.fully_mounted:
            event.refresh_styles = False
        if not self._drawn:
            self._drawn = True
            self.call_next(self._go_on)

    async def _go_on(self) -> None:
        """Go on as soon as the first frame is drawn, as it has been by now.

        What Textual calls after a refresh waits for the next tick of its clock and for another layout.
        """
        await asyncio.sleep(WRITTEN)
        if self.is_running:
            if self.first_frame_callback is not None:
                self.first_frame_callback()
            await self.after_first_frame()
            self.draw_soon()

    async def after_first_frame(self) -> None:
        """Continue after the first frame."""
        await self.mount_deferred()

    async def mount_deferred(self) -> None:
        """Mount the rest, once the first frame is drawn."""
        if not self.children:
            return  # the screen was closed meanwhile
        stylesheet = self.app.stylesheet
        stylesheet.read_all([folder("styles") / name for name in self.LATER_STYLES])
        stylesheet.parse()
        with self.app.batch_update():
            await self.mount_rest()
        self.fully_mounted = True
        garbage_collection.begin()

    @abstractmethod
    async def mount_rest(self) -> None:
        """Mount what only the second frame shows."""
