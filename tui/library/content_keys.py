"""What things are kept under, and text made fit for SQLite."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import Any

from tui.article.sanitising import one_line


@lru_cache(maxsize=4)  # one article is asked for several times
def text_hash(text: str) -> bytes:
    """The SHA-256 of an article's text in UTF-8: what articles, analyses, corrections and clippings hang on."""
    digest: bytes = _sha256()(text.encode("utf-8", "surrogatepass")).digest()
    return digest


def _sha256() -> Callable[[bytes], Any]:
    """Python's own: hashlib loads OpenSSL first, which an article that is opened would wait for."""
    for module in ("_sha2", "_sha256"):  # since Python 3.12, and before; none of them is promised to be there
        try:
            return import_module(module).sha256  # type: ignore[no-any-return]
        except (ImportError, AttributeError):
            continue
    return import_module("hashlib").sha256  # type: ignore[no-any-return]


def plain(text: str | None) -> str | None:
    """`text` without what SQLite cannot take: a path that is not UTF-8 comes with lone surrogates."""
    return None if text is None else text.encode("utf-8", "backslashreplace").decode("utf-8")


def called(title: str | None, source: str | None) -> str:
    """What to call an article, on one line: its title, or the last part of its path or address."""
    if title and (shown := one_line(title)):
        return shown
    return one_line(re.split(r"[/\\]", (source or "").rstrip("/\\"))[-1]) or one_line(source or "")
