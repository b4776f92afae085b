"""What a paste into the reader means: an address or a path to open, or a text to read."""

from __future__ import annotations

import contextlib
import os
import shlex
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tui.article.http.urls import is_url
from tui.session.opening.article_links import can_open

LARGEST = 20 * 1024 * 1024
"""The most characters of a paste; nobody pastes more on purpose."""


@dataclass(frozen=True, slots=True)
class PasteMeaning:
    """A `source` to open, or a `text` to read if the user agrees."""

    source: str = ""
    text: str = ""


def interpret_paste(pasted: str) -> PasteMeaning:
    """Return what a paste means; both fields are empty for white space alone.

    A file that is dragged into a terminal arrives as its path, quoted or escaped for a shell, or as a file: URL.
    """
    text = pasted.strip()
    if "\n" not in text and "\r" not in text and len(text) < 4_000:
        if (is_url(text) or can_open(text)) and len(text.split()) == 1:
            return PasteMeaning(source=text)
        for path in _paths(text):
            if path and _exists(path):
                return PasteMeaning(source=path)
    return PasteMeaning(text=pasted[:LARGEST]) if text else PasteMeaning()


def _paths(text: str) -> list[str]:
    out = [text]
    with contextlib.suppress(RuntimeError, ValueError):  # an unknown user's home folder, or an invalid URL
        if text.startswith("~/"):
            out.append(str(Path(text).expanduser()))
        if text.lower().startswith("file://"):
            out.append(unquote(urlsplit(text).path))
    try:
        words = shlex.split(text)
    except ValueError:
        words = []
    if len(words) == 1:
        out.append(words[0])
    return out


def _exists(path: str) -> bool:
    try:
        return os.path.exists(path)
    except (OSError, ValueError):
        return False
