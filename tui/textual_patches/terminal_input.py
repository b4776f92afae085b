"""Input from the terminal: pastes that cannot act, and an Escape key that is recognised sooner.

What Textual does: its parser looks for keys even inside a bracketed paste, so that some thirty characters after
an ESC in a paste act as if they were typed. It waits a tenth of a second before it takes an ESC for the key.
What ours gains: pasted text never acts, as keys or on the terminal, and a line takes no more of it than it can be
drawn with at once; Escape acts 50 ms sooner.
Concerns: `XTermParser` in textual/_xterm_parser.py, and the Windows driver, which looks it up in its own module.
Can go: when tests/textual_patches/test_terminal_input.py passes with `XTermParser`; its first test says when.
"""

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

LONGEST = 4096
"""The most characters of a paste that a line takes: those of the longest path."""


class SafePasteApp(App[None]):
    """An app whose inputs, the palette's and every dialog's, hold nothing that acts on the terminal."""

    async def on_event(self, event: Event) -> None:
        """Turn pasted lines into a single one that is safe to draw where an input has the focus."""
        if isinstance(event, events.Paste) and not event.is_forwarded:
            from textual.widgets import Input

            if isinstance(self.focused, Input):
                if len(event.text) > LONGEST:
                    self.notify(f"Only the first {LONGEST:,} characters were pasted.", markup=False)
                event.text = one_line(event.text[:LONGEST])
        await super().on_event(event)


ESCAPE_DELAY = 0.05
"""Seconds after which an ESC that nothing followed is the key; the bytes of a sequence come together."""
_PARTIAL_ENDS = [BRACKETED_PASTE_END[:length] for length in range(len(BRACKETED_PASTE_END) - 1, -1, -1)]


class PasteParser(XTermParser):
    """A parser that takes everything in a paste for text.

    Most terminals remove ESC from what they paste; tmux does not.
    """

    _pasting = False
    _last = ""  # the end of the previous data: the mark of a paste may come in pieces

    @property
    def timeout(self) -> float | None:
        """Seconds until `tick` is to take an unfinished sequence as it is; None if there is none."""
        return None if self._timeout_time is None else max(0.0, self._timeout_time - get_time())

    def feed(self, data: str) -> Iterable[Message]:
        """Yield the events that `data` stands for; "" means that nothing more comes."""
        text = self._escape_pastes(data)
        return super().feed(text) if text or not data else ()

    def _escape_pastes(self, data: str) -> str:
        """Return `data` with every ESC inside a paste replaced by the symbol ␛, except the one that ends it."""
        out: list[str] = []
        while data:
            if not self._pasting:
                both = self._last + data
                start = both.find(BRACKETED_PASTE_START)
                if start < 0:
                    self._last = both[1 - len(BRACKETED_PASTE_START) :]
                    return "".join([*out, data])
                start += len(BRACKETED_PASTE_START) - len(self._last)
                out.append(data[:start])
                self._pasting, self._last, data = True, "", data[start:]
            else:
                data, self._last = self._last + data, ""
                end = data.find(BRACKETED_PASTE_END)
                if end < 0:
                    self._last = next(part for part in _PARTIAL_ENDS if data.endswith(part))
                    return "".join([*out, _without_escapes(data.removesuffix(self._last))])
                out += (_without_escapes(data[:end]), BRACKETED_PASTE_END)
                self._pasting, data = False, data[end + len(BRACKETED_PASTE_END) :]
        return "".join(out)


def _without_escapes(text: str) -> str:
    return text.replace("\x1b", "␛")


def shorten_escape_delay() -> None:
    """Recognise Escape in half of Textual's time, unless ESCDELAY (milliseconds) is set."""
    if "ESCDELAY" not in os.environ:
        constants.ESCAPE_DELAY = ESCAPE_DELAY  # type: ignore[misc]


def parse_pastes_on_windows() -> None:
    """Use `PasteParser` on Windows too; elsewhere `terminal_driver` uses it."""
    if sys.platform == "win32":
        from textual.drivers import win32

        win32.XTermParser = PasteParser  # type: ignore[attr-defined]
