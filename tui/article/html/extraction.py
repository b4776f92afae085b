"""Articles from web pages. The work is done in a process of its own, so that no page can hang the reader, eat
its memory or bring it down; neither lxml nor trafilatura is imported here."""

from __future__ import annotations

import atexit
import contextlib
import json
import re
import subprocess
import threading
from time import monotonic
from typing import IO, Any, cast

from tui import worker
from tui.article.article import Article, Block, BlockKind, Link
from tui.article.errors import Cancelled, CannotRead, NoArticle, named
from tui.article.sanitising import one_line
from tui.article.spans import Span

LARGEST = 20 * 1024 * 1024  # bytes of a page
TIME_LIMIT = 4.5  # seconds a page, once the process is up
_START_LIMIT = 30.0  # seconds for the process to come up, on a machine that is busy
_TICK = 0.05  # seconds between looks at whether to give up
_HEAD = 4096  # bytes that show whether something is HTML
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1|h2|title|meta|table|span|nav|header)\b",
    re.IGNORECASE,
)
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)


def looks_like_html(data: bytes) -> bool:
    """Whether `data` is an HTML page, by its content: it begins as one, or its beginning is full of elements."""
    head = data[:_HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"):  # UTF-16
        head = head.replace(b"\0", b"").removeprefix(head[:2] if head[0] >= 128 else b"")
    if _START.match(head):
        return True
    text = head.lstrip()
    if not text.startswith(b"<") or text.startswith(b"<?xml"):
        return False
    return len(_MARKUP.findall(head)) >= 3


def extract(
    data: bytes,
    source: str,
    *,
    url: str | None = None,
    charset: str | None = None,
    cancel: threading.Event | None = None,
) -> Article:
    """The article of the HTML page `data`.

    `source` is what the reader named, `url` where the page came from (links are read from there), `charset` what
    the server said. May be called from several threads; pages wait for one another. Raises NoArticle for a page
    that holds none (its `raw` is all its text), CannotRead for what is no page, is too large, takes longer than
    `TIME_LIMIT` or more memory than it may, Cancelled after `cancel.set()`; the next page is read all the same.
    """
    name = named(source)
    if len(data) > LARGEST:
        raise CannotRead(
            f"{name} is larger than {LARGEST >> 20} MB, too large for a page; open it in the browser."
        )
    request = {"size": len(data), "source": source, "url": url, "charset": charset}
    answer = _PROCESS.ask(request, data, name, cancel)
    if "no_page" in answer:
        raise CannotRead(
            f"{name} is {one_line(answer['no_page'])}, not a page that can be read; open it elsewhere."
        )
    if "no_memory" in answer:
        raise CannotRead(f"{name} takes more memory to read than a page may; open it in the browser.")
    if "failed" in answer:
        reason = one_line(answer["failed"])
        raise CannotRead(f"{name} cannot be read as a page ({reason}); open it in the browser.")
    article = _article(answer["article"], source)
    if answer["sentence"] is not None:
        raise NoArticle(
            one_line(answer["sentence"]),
            article if article.text.strip() else None,
            is_list="is a list of articles" in answer["sentence"],
        )
    return article


def stop() -> None:
    """End the process; the next page starts another."""
    _PROCESS.stop()


def _article(data: dict[str, Any], source: str) -> Article:
    blocks = tuple(Block(BlockKind(kind), Span(start, end)) for kind, start, end in data.pop("blocks"))
    links = tuple(Link(Span(start, end), address) for start, end, address in data.pop("links"))
    return Article(source=source, blocks=blocks, links=links, page=True, **data)


class _Process:
    """The extraction process, started with the first page and again after a page that ended it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._popen: subprocess.Popen[bytes] | None = None

    def ask(
        self, request: dict[str, Any], data: bytes, name: str, cancel: threading.Event | None
    ) -> dict[str, Any]:
        """The answer to one request. Raises CannotRead where none comes, Cancelled after `cancel.set()`."""
        while not self._lock.acquire(timeout=_TICK):  # another page is being read
            _go_on(cancel, name)
        try:
            popen = self._started(cancel, name)
            message = json.dumps(request).encode("ascii") + b"\n" + data
            answer, late = _answer(popen, message, TIME_LIMIT, cancel)
            if answer is None or "no_memory" in answer or (cancel is not None and cancel.is_set()):
                self._end()
        finally:
            self._lock.release()
        _go_on(cancel, name)
        if answer is not None:
            return answer
        if late:
            raise CannotRead(
                f"{name} takes longer than {TIME_LIMIT:g} seconds to read and was given up; open it in the browser."
            )
        raise CannotRead(f"{name} brought down the process that reads pages; open it in the browser.")

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._end()

    def _started(self, cancel: threading.Event | None, name: str) -> subprocess.Popen[bytes]:
        if self._popen is not None and self._popen.poll() is None:
            return self._popen
        self._end()
        try:
            self._popen = popen = worker.start("tui.article.html.extraction_worker")
        except OSError as error:
            reason = one_line(error.strerror or str(error))
            raise CannotRead(
                f"The process that reads pages cannot be started ({reason}); try again."
            ) from None
        ready, _ = _answer(popen, b"", _START_LIMIT, cancel)
        if ready is None:
            self._end()
            _go_on(cancel, name)
            raise CannotRead("The process that reads pages does not start; try again, or install quoth anew.")
        return popen

    def _end(self) -> None:
        popen, self._popen = self._popen, None
        if popen is None:
            return
        popen.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            popen.wait(1)
        for pipe in (popen.stdin, popen.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def _go_on(cancel: threading.Event | None, name: str) -> None:
    if cancel is not None and cancel.is_set():
        raise Cancelled(f"Reading {name} was given up.")


def _answer(
    popen: subprocess.Popen[bytes], message: bytes, limit: float, cancel: threading.Event | None = None
) -> tuple[dict[str, Any] | None, bool]:
    """What the process answers to `message` within `limit` seconds, else None; and whether it was too late.

    A watchdog kills the process when the time is over, or once `cancel` is set, which ends the writing or the
    waiting here.
    """
    late, done = threading.Event(), threading.Event()
    end = monotonic() + limit

    def watch() -> None:
        while not done.wait(_TICK):
            if monotonic() >= end:
                late.set()
            if late.is_set() or (cancel is not None and cancel.is_set()):
                popen.kill()
                return

    threading.Thread(target=watch, name="quoth-page", daemon=True).start()
    try:
        if message:
            incoming = cast(IO[bytes], popen.stdin)
            incoming.write(message)
            incoming.flush()
        line = cast(IO[bytes], popen.stdout).readline()
        answer = json.loads(line) if line.endswith(b"\n") else None
    except (OSError, ValueError):
        answer = None
    finally:
        done.set()
    return answer, late.is_set()


_PROCESS = _Process()
atexit.register(stop)
