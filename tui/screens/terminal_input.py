"""What the terminal sends: pastes that are no UTF-8, and pastes that would act once they are drawn in a line."""

from __future__ import annotations

import codecs
import sys
from functools import partial

from textual import events
from textual.app import App
from textual.events import Event

from tui.article.cleaning import one_line


class CleanPastes(App[None]):
    """An app whose lines to type in, the palette's and every dialog's, hold nothing that acts on the terminal."""

    async def on_event(self, event: Event) -> None:
        """Several pasted lines become one, fit to be drawn, where a line has the focus."""
        if isinstance(event, events.Paste) and not event.is_forwarded:
            from textual.widgets import Input

            if isinstance(self.focused, Input):
                event.text = one_line(event.text)
        await super().on_event(event)


def tolerate_bad_bytes() -> None:
    """Have Textual's input thread take bytes that are no UTF-8 as “\ufffd”; Textual 8 ends the app at the first."""
    if sys.platform == "win32":  # there characters come from the console as such
        return
    from textual.drivers import linux_driver

    def tolerant(encoding: str) -> partial[codecs.IncrementalDecoder]:
        return partial(codecs.getincrementaldecoder(encoding), errors="replace")

    linux_driver.getincrementaldecoder = tolerant  # type: ignore[assignment, attr-defined]
