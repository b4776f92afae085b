"""What goes wrong on the way to an Article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.article.sanitising import one_line

if TYPE_CHECKING:
    from tui.article.article import Article


class CannotRead(Exception):
    """A source that cannot be read. `message` is one sentence: what is wrong, and what to do next."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NoArticle(CannotRead):
    """A page that holds no article (a consent wall, a list, a log-in). `raw` is all its text, to read instead;
    `is_list` tells a page that leads to articles, as a section's does."""

    def __init__(self, message: str, raw: Article | None, *, is_list: bool = False) -> None:
        super().__init__(message)
        self.raw = raw
        self.is_list = is_list


class ServerRefused(CannotRead):
    """A server's answer that is no page: its HTTP status, and what it says of when to ask again (Retry-After)."""

    def __init__(self, message: str, status: int, retry_after: str | None) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after


class Cancelled(CannotRead):
    """Whoever asked has given up waiting."""


def quoted(path: str) -> str:
    """Return a file's name for a message: in quotation marks, a long one cut at its beginning."""
    shown = one_line(path)
    return f"“{shown if len(shown) <= 200 else '…' + shown[-199:]}”"


def named(source: str) -> str:
    """Return the name of a source for a message; "-" is standard input."""
    return "Standard input" if source == "-" else quoted(source)
