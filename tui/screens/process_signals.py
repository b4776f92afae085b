"""Signals: when ended from outside, quoth saves its state and restores the terminal."""

from __future__ import annotations

import asyncio
import signal
import threading

from textual.app import App

ENDING = ("SIGTERM", "SIGHUP")
"""The signals that end a reader: kill, a closed window, a lost connection. Windows has no SIGHUP."""


def exit_on_signals(app: App[None]) -> None:
    """Have a signal end the app in good order, with the exit status that shells give to a signal.

    Signals cannot be listened to on Windows, nor outside the main thread.
    """
    if threading.current_thread() is not threading.main_thread() or app.is_headless:
        return

    def leave(number: int) -> None:
        app.exit(return_code=128 + number)

    loop = asyncio.get_running_loop()
    for number in (getattr(signal, name) for name in ENDING if hasattr(signal, name)):
        try:
            loop.add_signal_handler(number, leave, number)
        except NotImplementedError:
            return
