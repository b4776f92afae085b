"""Tell whether quoth runs over SSH, on another machine than the one the person sits at."""

from __future__ import annotations

from collections.abc import Mapping


def over_ssh(environ: Mapping[str, str]) -> bool:
    """Tell whether the session was logged in to over SSH, as sshd says in the environment."""
    return any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))
