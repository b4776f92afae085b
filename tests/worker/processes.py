"""What tests ask of processes."""

from __future__ import annotations

from pathlib import Path


def is_gone(pid: int) -> bool:
    """Tell whether no process has this id, or only one that nobody has reaped yet."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return True
    return state == "Z"
