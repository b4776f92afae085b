"""What things are kept under, and text made fit for SQLite."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256


@lru_cache(maxsize=4)  # one article is asked for several times
def text_hash(text: str) -> bytes:
    """The SHA-256 of an article's text in UTF-8: what articles, analyses, corrections and clippings hang on."""
    return sha256(text.encode("utf-8", "surrogatepass")).digest()


def plain(text: str | None) -> str | None:
    """`text` without what SQLite cannot take: a path that is not UTF-8 comes with lone surrogates."""
    return None if text is None else text.encode("utf-8", "backslashreplace").decode("utf-8")
