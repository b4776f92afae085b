"""What goes wrong on the way to an Article."""

from __future__ import annotations


class CannotRead(Exception):
    """A source that cannot be read. `message` is one sentence: what is wrong, and what to do next."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
