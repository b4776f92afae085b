"""The body, the byline and the date that trafilatura and htmldate find in a page, within a time limit."""

from __future__ import annotations

import logging
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from time import monotonic
from typing import TypeVar

import htmldate
import trafilatura
import trafilatura.metadata

from tui.article.html.text_blocks import Element, TextBlock, squeezed

_MOST_BLOCKS, _MOST_TEXT = (
    4000,
    500_000,
)  # the most blocks and characters of a page that is passed to trafilatura
_SLOW = 1.0  # seconds; after a slower run there is no second one
_TIME_LIMIT = 2.0  # seconds for one call
_TICK = 0.05  # seconds of processor time between two checks of the clock
_SEARCH_LIMIT = 1_000_000_000  # the most characters searched for one page's blocks, in about half a second

for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)

T = TypeVar("T")


class ExtractedBody:
    """A text that another extractor, or the page itself, states as the body."""

    def __init__(self, text: str = "") -> None:
        self._whole = squeezed(text)
        self._lines = set(map(squeezed, text.splitlines()))
        self._searches_left = _SEARCH_LIMIT

    def contains(self, block: TextBlock) -> bool:
        """Tell whether it contains the words of `block` in a row, or in a huge text, as one of its lines."""
        words = block.key
        if not words or words in self._lines:
            return bool(words)
        self._searches_left -= len(self._whole)
        return self._searches_left > 0 and words in self._whole

    def __bool__(self) -> bool:
        return len(self._whole) > 100


class _TooSlow(BaseException):
    """A run took too long. Not an Exception, because trafilatura catches those and goes on."""


def extract_bodies(root: Element, blocks: Sequence[TextBlock]) -> tuple[str, str]:
    """Return the body that trafilatura finds when favouring precision, and the one it finds by default.

    Both are "" for a page far larger than any article, because running time grows faster than the page does.
    After a slow first run the second body is the first.
    """
    if len(blocks) > _MOST_BLOCKS or sum(len(block.text) for block in blocks) > _MOST_TEXT:
        return "", ""
    start = monotonic()
    precise = _extract(root, favor_precision=True)
    return precise, _extract(root) if monotonic() - start < _SLOW else precise


def _extract(root: Element, *, favor_precision: bool = False) -> str:
    def extract() -> str:
        text = trafilatura.extract(deepcopy(root), favor_precision=favor_precision, include_comments=False)
        return text or ""

    return _within_limit(extract, "")


def find_byline(root: Element) -> str | None:
    """Return the byline that elements such as `<a rel="author">` and classes such as "byline" mark, if any."""
    authors = _within_limit(lambda: trafilatura.metadata.extract_author(root), None)
    return authors.replace("; ", ", ") if authors else None


def find_day(root: Element, url: str | None) -> str | None:
    """Return the day of publication that meta elements, markup or the address give, as "2025-05-20", if any."""
    # The extensive search of htmldate also takes the year of a copyright notice for a date.
    return _within_limit(
        lambda: htmldate.find_date(deepcopy(root), url=url, extensive_search=False, original_date=True), None
    )


def _within_limit(call: Callable[[], T], default: T) -> T:
    """Return the result of `call`, or `default` if it fails or takes too long."""
    try:
        with _interrupted_after(_TIME_LIMIT):
            return call()
    except (Exception, _TooSlow):  # the page can still be read without it
        return default


@contextmanager
def _interrupted_after(seconds: float) -> Iterator[None]:
    """Raise _TooSlow in the block after `seconds`, on systems that can interrupt it."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    end = monotonic() + seconds

    def check_time(*_: object) -> None:
        if monotonic() > end:
            raise _TooSlow

    # Not alarm()'s timer, which the process uses for its own limit; and repeatedly, because an exception raised
    # in a finalizer is lost.
    before = signal.signal(signal.SIGVTALRM, check_time)
    signal.setitimer(signal.ITIMER_VIRTUAL, _TICK, _TICK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
