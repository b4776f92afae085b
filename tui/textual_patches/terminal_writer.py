"""An output thread that goes on when the terminal is gone.

What Textual does: its output thread ends with an OSError when the terminal is closed, and leaving the app then
waits forever for the thread to empty its queue.
What ours gains: the app ends, and saves what it has to, when the terminal's window is closed.
Concerns: `WriterThread` in textual/drivers/_writer_thread.py, which `LinuxDriver` looks up in its own module.
Can go: when tests/test_signals.py passes without `outlive_terminal`.
"""

from __future__ import annotations

import sys


def outlive_terminal() -> None:
    """Have Textual's driver for POSIX terminals use an output thread that survives its terminal."""
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver
    from textual.drivers._writer_thread import WriterThread

    class SurvivingWriterThread(WriterThread):
        def run(self) -> None:
            try:
                super().run()
            except OSError:
                while self._queue.get() is not None:
                    pass

    setattr(linux_driver, "WriterThread", SurvivingWriterThread)  # noqa: B010 (mypy does not see it as a variable)
