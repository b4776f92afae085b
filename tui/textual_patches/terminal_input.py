"""What the terminal sends: pastes that would act as keys, or once they are drawn."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from textual import constants, events
from textual._time import get_time
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.app import App
from textual.events import Event
from textual.message import Message

from tui.article.sanitising import one_line


class CleanPastes(App[None]):
    """An app whose lines to type in, the palette's and every dialog's, hold nothing that acts on the terminal."""

    async def on_event(self, event: Event) -> None:
        """Several pasted lines become one, fit to be drawn, where a line has the focus."""
        if isinstance(event, events.Paste) and not event.is_forwarded:
            from textual.widgets import Input

            if isinstance(self.focused, Input):
                event.text = one_line(event.text)
        await super().on_event(event)


ESC = 0.05
"""Seconds after which an Esc that nothing followed is the key: what else begins with one comes in one go."""
_BEGUN_ENDS = [BRACKETED_PASTE_END[:length] for length in range(len(BRACKETED_PASTE_END) - 1, -1, -1)]


class PasteParser(XTermParser):
    """Reads what is pasted as text, whatever is in it.

    Textual 8 looks for keys even there: of what follows an ESC in a paste some thirty characters act as if typed.
    Most terminals take ESC out of what they paste, tmux does not.
    """

    _pasting = False
    _last = ""  # how what came before ends: the mark of a paste may come in pieces

    @property
    def patience(self) -> float | None:
        """Seconds until what has come is to be taken as it is, by `tick`; None where all was understood."""
        return None if self._timeout_time is None else max(0.0, self._timeout_time - get_time())

    def feed(self, data: str) -> Iterable[Message]:
        """What `data` means; "" says that nothing more comes."""
        text = self._defused(data)
        return super().feed(text) if text or not data else ()

    def _defused(self, data: str) -> str:
        """`data` with every ESC in a paste as its picture, but for that which ends it."""
        out: list[str] = []
        while data:
            if not self._pasting:
                seen = self._last + data
                begun = seen.find(BRACKETED_PASTE_START)
                if begun < 0:
                    self._last = seen[1 - len(BRACKETED_PASTE_START) :]
                    return "".join([*out, data])
                at = begun + len(BRACKETED_PASTE_START) - len(self._last)
                out.append(data[:at])
                self._pasting, self._last, data = True, "", data[at:]
            else:
                data, self._last = self._last + data, ""
                end = data.find(BRACKETED_PASTE_END)
                if end < 0:
                    self._last = next(part for part in _BEGUN_ENDS if data.endswith(part))
                    return "".join([*out, _without_escapes(data.removesuffix(self._last))])
                out += (_without_escapes(data[:end]), BRACKETED_PASTE_END)
                self._pasting, data = False, data[end + len(BRACKETED_PASTE_END) :]
        return "".join(out)


def _without_escapes(text: str) -> str:
    return text.replace("\x1b", "␛")


def hear_esc_soon() -> None:
    """Have Esc taken for the key in half of Textual's time; ESCDELAY, in milliseconds, still says otherwise."""
    if "ESCDELAY" not in os.environ:
        constants.ESCAPE_DELAY = ESC  # type: ignore[misc]


def defuse_pastes() -> None:
    """Have pastes taken as text on Windows, too; elsewhere the input thread is our own (`terminal_driver`)."""
    if sys.platform == "win32":
        from textual.drivers import win32

        win32.XTermParser = PasteParser  # type: ignore[attr-defined]
