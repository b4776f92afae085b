"""The keys of articles in the library, and text that SQLite accepts."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import Any

from tui.article.sanitising import one_line

_STEP = 1 << 20  # bytes
_SHOWN = 8000  # characters; an import may have brought a title as long as a text, but no address is longer


@lru_cache(maxsize=4)  # the same article is looked up several times
def text_hash(text: str) -> bytes:
    """Return the SHA-256 of an article's text in UTF-8, the key to everything kept about it."""
    data = memoryview(text.encode("utf-8", "surrogatepass"))
    machine = _sha256()(b"")
    for at in range(0, len(data), _STEP):  # a call holds up all other threads before Python 3.12
        machine.update(data[at : at + _STEP])
    digest: bytes = machine.digest()
    return digest


def _sha256() -> Callable[[bytes], Any]:
    """Return Python's own SHA-256: hashlib loads OpenSSL first, which would delay the first screen."""
    for module in ("_sha2", "_sha256"):  # since Python 3.12 and before that; neither is guaranteed
        try:
            return import_module(module).sha256  # type: ignore[no-any-return]
        except (ImportError, AttributeError):
            continue
    return import_module("hashlib").sha256  # type: ignore[no-any-return]


def without_surrogates(text: str) -> str:
    """Return `text` with lone surrogates escaped, as SQLite refuses them: a path that is not UTF-8 has some."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def display_title(title: str | None, source: str | None) -> str:
    """Return a name for an article on one line: its title, or else the last part of its path or address."""
    if title and (shown := display_field(title)):
        return shown
    return display_field(re.split(r"[/\\]", (source or "").rstrip("/\\"))[-1]) or display_field(source or "")


def display_field(value: str) -> str:
    """Return a field of an article on one line, and cut off where it is longer than anybody reads."""
    return one_line(value[:_SHOWN])
