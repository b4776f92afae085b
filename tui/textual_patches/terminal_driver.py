"""The terminal's driver where terminals are POSIX's: it is left at once, and nothing that comes in ends it.

Textual 8's own waits a tenth of a second for a key that nobody will press, and then another; that is most of the
time it takes to leave. At bytes that are no UTF-8 it ends the app, and where nothing can come any more it asks for
more without end. At every SIGCONT, which a terminal that goes away sends too, it begins to read anew beside the
thread that reads already.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import selectors
import signal
import termios
from threading import Event
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from tui.textual_patches.terminal_input import PasteParser

_AT_ONCE = 4_096  # bytes


class Waking(Event):
    """An event beside which `woken`, a file descriptor, can be read while it is set."""

    def __init__(self) -> None:
        super().__init__()
        self.woken, self._wake = os.pipe()
        os.set_blocking(self.woken, False)

    def set(self) -> None:
        """Let what waits for `woken` go on."""
        super().set()
        os.write(self._wake, b"!")

    def clear(self) -> None:
        """Let it wait again."""
        super().clear()
        with contextlib.suppress(BlockingIOError):
            os.read(self.woken, _AT_ONCE)


class TerminalDriver(LinuxDriver):
    """Textual's driver with an input thread of its own."""

    exit_event: Waking

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.exit_event = Waking()
        self._stopped = False  # until SIGCONT
        self._has_terminal = False

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._stopped, self._has_terminal = False, True
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Give it back."""
        self._has_terminal = False
        super().stop_application_mode()

    def suspend_application_mode(self) -> None:
        """Give it back for a while."""
        self._stopped = True
        super().suspend_application_mode()

    def _sigtstp_application(self, *_: object) -> None:
        """Give the terminal back and stop. Where it went away meanwhile nobody could have us go on: then end."""
        if self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        os.kill(os.getpid(), signal.SIGSTOP if self._terminal_is_there else signal.SIGHUP)

    @property
    def _terminal_is_there(self) -> bool:
        try:
            termios.tcgetattr(self.fileno)
        except (OSError, termios.error):
            return False
        return True

    def _sigcont_application(self, *_: object) -> None:
        """Go on: after SIGTSTP, or after SIGSTOP, which leaves no time to give the terminal back; not once left."""
        if self._has_terminal and self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        if self._stopped:
            super()._sigcont_application()

    def run_input_thread(self) -> None:
        """Hand on what is typed, until the app is left or nothing can come any more."""
        parser = PasteParser(self._debug)
        decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.exit_event.woken, selectors.EVENT_READ)
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(parser.patience)}
                if self.fileno in ready:
                    typed = self._read()
                    if not typed:
                        selector.unregister(self.fileno)
                    # Nothing decoded: the rest of a character is to come. To the parser it would be the end.
                    for event in parser.feed(text) if (text := decode(typed)) else ():
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        """What was typed; nothing at the end of a file, or where the terminal is gone."""
        try:
            return os.read(self.fileno, _AT_ONCE)
        except OSError:
            return b""
