"""What things are kept under, and text made fit for SQLite."""

from __future__ import annotations

import re
from functools import lru_cache

from tui.article.cleaning import one_line


@lru_cache(maxsize=4)  # one article is asked for several times
def text_hash(text: str) -> bytes:
    """The SHA-256 of an article's text in UTF-8: what articles, analyses, corrections and clippings hang on."""
    from hashlib import sha256  # loads OpenSSL: not needed where no article is read

    return sha256(text.encode("utf-8", "surrogatepass")).digest()


def plain(text: str | None) -> str | None:
    """`text` without what SQLite cannot take: a path that is not UTF-8 comes with lone surrogates."""
    return None if text is None else text.encode("utf-8", "backslashreplace").decode("utf-8")


def called(title: str | None, source: str | None) -> str:
    """What to call an article, on one line: its title, or the last part of its path or address."""
    if title and (shown := one_line(title)):
        return shown
    return one_line(re.split(r"[/\\]", (source or "").rstrip("/\\"))[-1]) or one_line(source or "")
