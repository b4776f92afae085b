"""What others take for the body of a page: trafilatura, within a time; and whether a piece is in such a text."""

from __future__ import annotations

import logging
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from time import monotonic

import trafilatura

from tui.article.html.text_blocks import Element, TextBlock, squeezed

_MOST_PIECES, _MOST_TEXT = 4000, 500_000  # pieces, characters
_SLOW = 1.0  # seconds
_LONGEST = 2.0  # seconds
_TICK = 0.05  # seconds of the processor's
_SEARCHED = 1_000_000_000  # characters that are searched for pieces of one page: about half a second

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


class ExtractedBody:
    """A text that somebody else takes for the body; `has` tells whether a piece is in it."""

    def __init__(self, text: str = "") -> None:
        self._whole = squeezed(text)
        self._lines = set(map(squeezed, text.splitlines()))
        self._left = _SEARCHED

    def has(self, piece: TextBlock) -> bool:
        """Whether the words of `piece` stand in it one after another; of a huge text, whether they are a line."""
        words = piece.key
        if not words or words in self._lines:
            return bool(words)
        self._left -= len(self._whole)
        return self._left > 0 and words in self._whole

    def __bool__(self) -> bool:
        return len(self._whole) > 100


class _TooSlow(BaseException):
    """No Exception, for trafilatura goes on after those."""


def hear(root: Element, found: Sequence[TextBlock]) -> tuple[str, str]:
    """The body in its strict and in its generous mode. Of a page far larger than any article's it is not asked,
    for its time grows faster than the page; nor a second time when it was slow."""
    if len(found) > _MOST_PIECES or sum(len(piece.text) for piece in found) > _MOST_TEXT:
        return "", ""
    start = monotonic()
    strict = _said_by(root, strict=True)
    return strict, _said_by(root) if monotonic() - start < _SLOW else strict


def _said_by(root: Element, *, strict: bool = False) -> str:
    """What it says, "" where it finds no body, fails or takes too long."""
    try:
        with _limited(_LONGEST):
            return trafilatura.extract(deepcopy(root), favor_precision=strict, include_comments=False) or ""
    except (Exception, _TooSlow):  # a page that one witness cannot read is still read by the others
        return ""


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raise _TooSlow inside once it has lasted so long, on systems that can interrupt."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    end = monotonic() + seconds

    def look(*_: object) -> None:
        if monotonic() > end:
            raise _TooSlow

    # Not the timer of alarm(), which the process keeps for itself; and again and again, for what is raised in a
    # finalizer is lost.
    before = signal.signal(signal.SIGVTALRM, look)
    signal.setitimer(signal.ITIMER_VIRTUAL, _TICK, _TICK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
