"""Whether quoth runs on another machine than the one the person sits at."""

from __future__ import annotations

from collections.abc import Mapping


def over_ssh(environ: Mapping[str, str]) -> bool:
    """Whether it was logged in to, as sshd says it."""
    return any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))
