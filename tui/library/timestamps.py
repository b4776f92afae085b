"""The time as the library writes it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Return the time in UTC, in the form of all times in the library."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def stamp() -> str:
    """Return the time in UTC for the name of a file."""
    return datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
