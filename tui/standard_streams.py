"""Repair the standard streams of a process that was started with one of them closed."""

from __future__ import annotations

import os
import sys


def open_closed_streams() -> None:
    """Open the null device for each closed standard stream, so that no file opened later takes its number.

    The system then refuses writes to a closed standard output; writes to a closed standard error are discarded.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_WRONLY if number == 2 else os.O_RDONLY)  # takes the lowest free number
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
