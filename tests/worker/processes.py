"""What tests ask of processes."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path


def is_gone(pid: int) -> bool:
    """Tell whether no process has this id, or only one that nobody has reaped yet."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"


def wait_until_gone(pid: int) -> None:
    """Wait until a process has ended; leave none behind where it does not."""
    try:
        while not is_gone(pid):
            time.sleep(0.01)
    finally:
        if not is_gone(pid):
            os.kill(pid, signal.SIGKILL)
