"""Told to end from outside: what was read is kept, the terminal left as it was found. Stopped, and gone on with."""

from __future__ import annotations

import asyncio
import signal
import sys
import threading

from textual import on
from textual.app import App
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.widget import MountError

ENDING = ("SIGTERM", "SIGHUP")
"""What ends a reader from outside: kill, a closed window, a lost connection. Windows has no SIGHUP."""


class ProcessSignals(App[None]):
    """An app that is left by a signal as it is by its key, and that is whole again after Ctrl+Z."""

    def on_mount(self) -> None:
        """Listen, where signals can be listened to: not on Windows, nor outside the main thread."""
        if threading.current_thread() is not threading.main_thread() or self.is_headless:
            return
        loop = asyncio.get_running_loop()
        for name in ENDING:
            if (number := getattr(signal, name, None)) is not None:
                try:
                    loop.add_signal_handler(number, self._told_to_end, number)
                except NotImplementedError:
                    return

    def _handle_exception(self, error: Exception) -> None:
        """Told to end, widgets go while others still look for them; that is nothing to end otherwise for."""
        if not (self._exit and isinstance(error, (MountError, NoMatches))):
            super()._handle_exception(error)

    @on(Driver.SignalResume)
    def _in_the_foreground_again(self) -> None:
        self.action_draw_again()

    def action_draw_again(self) -> None:
        """Draw everything, whatever another program has left on the screen."""
        self.screen.refresh()

    def _told_to_end(self, number: int) -> None:
        """Leave, with the exit status that shells give to a signal."""
        self.exit(return_code=128 + number)


def outlive_the_terminal() -> None:
    """Have Textual's output thread go on when the terminal is gone; else leaving waits for it without end."""
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver
    from textual.drivers._writer_thread import WriterThread

    class Writer(WriterThread):
        def run(self) -> None:
            try:
                super().run()
            except OSError:
                while self._queue.get() is not None:
                    pass

    linux_driver.WriterThread = Writer  # type: ignore[attr-defined]
