"""Notices to show as soon as there is a screen to show them on."""

from __future__ import annotations

from collections.abc import Iterable

MAX_AT_ONCE = 3
"""The most notices shown one by one; more would cover the text."""


class Notices:
    """Sentences waiting to be shown, each only once in a session."""

    def __init__(self) -> None:
        self._waiting: list[str] = []
        self._shown: set[str] = set()

    def add(self, sentences: Iterable[str]) -> None:
        """Add sentences to be shown."""
        self._waiting += sentences

    def take(self) -> list[str]:
        """Return what has not been shown yet; the last of too many notices says how many are left out."""
        new = [sentence for sentence in dict.fromkeys(self._waiting) if sentence not in self._shown]
        self._waiting.clear()
        self._shown.update(new)
        if len(new) > MAX_AT_ONCE:
            more = f"… and {len(new) - MAX_AT_ONCE + 1} more like these."
            new = ["\n".join((*new[: MAX_AT_ONCE - 1], more))]
        return new
