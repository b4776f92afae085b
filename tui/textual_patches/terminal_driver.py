"""A driver for POSIX terminals that is left at once and that no input can end.

What Textual does: on leaving, its input thread waits up to two tenths of a second for another key. Bytes that are
not UTF-8 end the app (https://github.com/Textualize/textual/issues/6456). At the end of input it polls without
pause. At every SIGCONT, which a closing terminal sends too, it starts a second input thread beside the first.
What ours gains: quitting takes 70 ms with it, 272 ms without.
Concerns: `LinuxDriver.run_input_thread`, `_sigtstp_application` and `_sigcont_application` in
textual/drivers/linux_driver.py.
Can go: when tests/textual_patches/test_terminal_driver.py passes with `LinuxDriver`, and quitting in
tests/benchmarks takes the same.
"""

from __future__ import annotations

import codecs
import contextlib
import os
import selectors
import signal
import sys
import termios
from threading import Event
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from tui.textual_patches.terminal_input import PasteParser

assert sys.platform != "win32"  # the app takes Textual's own driver there

_READ_SIZE = 4_096  # bytes


class SelectableEvent(Event):
    """An event with a file descriptor, `fileno`, that can be read while the event is set."""

    def __init__(self) -> None:
        super().__init__()
        self.fileno, self._write_end = os.pipe()
        os.set_blocking(self.fileno, False)

    def set(self) -> None:
        """Set the event and make `fileno` readable."""
        super().set()
        os.write(self._write_end, b"!")

    def clear(self) -> None:
        """Clear the event and empty `fileno`."""
        super().clear()
        with contextlib.suppress(BlockingIOError):
            os.read(self.fileno, _READ_SIZE)


class TerminalDriver(LinuxDriver):
    """Textual's driver with an input thread of its own."""

    exit_event: SelectableEvent

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.exit_event = SelectableEvent()
        self._stopped = False  # until SIGCONT
        self._has_terminal = False

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._stopped, self._has_terminal = False, True
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self._has_terminal = False
        super().stop_application_mode()

    def suspend_application_mode(self) -> None:
        """Give the terminal back until SIGCONT."""
        self._stopped = True
        super().suspend_application_mode()

    def _sigtstp_application(self, *_: object) -> None:
        """Give the terminal back and stop the process; end it where no terminal is left to continue it from."""
        if self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        os.kill(os.getpid(), signal.SIGSTOP if self._has_live_terminal else signal.SIGHUP)

    @property
    def _has_live_terminal(self) -> bool:
        try:
            termios.tcgetattr(self.fileno)
        except (OSError, termios.error):
            return False
        return True

    def _sigcont_application(self, *_: object) -> None:
        """Continue after SIGTSTP, or after SIGSTOP, which leaves no time to give the terminal back."""
        if self._has_terminal and self._auto_restart:
            self.suspend_application_mode()
            self._must_signal_resume = True
        if self._stopped:
            super()._sigcont_application()

    def run_input_thread(self) -> None:
        """Pass on what is typed until the app exits; stop reading at the end of input."""
        parser = PasteParser(self._debug)
        decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.exit_event.fileno, selectors.EVENT_READ)
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(parser.timeout)}
                if self.fileno in ready:
                    typed = self._read()
                    if not typed:
                        selector.unregister(self.fileno)
                    # "" is part of a character, the rest of which is to come; the parser would take it for the end.
                    for event in parser.feed(text) if (text := decode(typed)) else ():
                        self.process_message(event)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        """Return what was typed, b"" at the end of input or where the terminal is gone."""
        try:
            return os.read(self.fileno, _READ_SIZE)
        except OSError:
            return b""
