"""Extracts articles from web pages in a process of its own.

So no page can hang the reader, eat its memory or bring it down, and neither lxml nor trafilatura is imported here.
"""

from __future__ import annotations

import threading
from dataclasses import replace

from tui.article.article import Article
from tui.article.errors import Cancelled, CannotRead, NoArticle, named
from tui.article.sanitising import one_line
from tui.json_codec import decode
from tui.worker.serving import Message
from tui.worker.supervisor import Failure, NoAnswer, SupervisedProcess

LARGEST = 20 * 1024 * 1024  # bytes of a page
TIME_LIMIT = 4.5  # seconds a page, once the process is ready
MEMORY_LIMIT = 480 * 1024 * 1024  # bytes of address space, where the system can limit it
_TICK = 0.05  # seconds between two looks at whether the caller has given up


def extract(
    data: bytes,
    source: str,
    *,
    url: str | None = None,
    charset: str | None = None,
    cancel: threading.Event | None = None,
) -> Article:
    """Return the article of the HTML page `data`.

    `source` is what the user named, `url` the address that the page came from and relative links start at,
    `charset` what the server said. It may be called from several threads; pages wait for one another. Raises
    NoArticle for a page without one (`raw` is all its text); CannotRead for data that is no page or takes more
    than `LARGEST` bytes, `TIME_LIMIT` or `MEMORY_LIMIT`; Cancelled after `cancel.set()`. The next page can be read
    whatever happened to this one.
    """
    answer = _ask({"source": source, "url": url, "charset": charset, "saved": False}, data, cancel)
    return _article(answer, source)


def extract_saved(data: bytes, source: str, *, cancel: threading.Event | None = None) -> Article | None:
    """Return the article of a page that a browser saved as one file, None where the file holds no page.

    The file is taken apart in the process, too. Raises as `extract`.
    """
    answer = _ask({"source": source, "url": None, "charset": None, "saved": True}, data, cancel)
    return None if "nothing_saved" in answer else _article(answer, source)


def _ask(request: Message, data: bytes, cancel: threading.Event | None) -> Message:
    """Return the answer to a request. Raises CannotRead where it holds no page."""
    name = named(request["source"])
    if len(data) > LARGEST:
        raise CannotRead(
            f"{name} is larger than {LARGEST >> 20} MB, too large for a page; open it in the browser."
        )
    answer = PROCESS.ask(request, data, name, cancel)
    if "no_page" in answer:
        raise CannotRead(
            f"{name} is {one_line(answer['no_page'])}, not a page that can be read; open it elsewhere."
        )
    if "no_memory" in answer:
        raise CannotRead(f"{name} takes more memory to read than a page may; open it in the browser.")
    if "failed" in answer:
        reason = one_line(answer["failed"])
        raise CannotRead(f"{name} cannot be read as a page ({reason}); open it in the browser.")
    return answer


def _article(answer: Message, source: str) -> Article:
    """Return the article in an answer. Raises NoArticle where the page holds none."""
    article = replace(decode(Article, answer["article"]), source=source, page=True)
    if answer["sentence"] is not None:
        raise NoArticle(
            one_line(answer["sentence"]),
            article if article.text.strip() else None,
            is_list=answer["is_list"],
        )
    return article


def stop() -> None:
    """End the process; the next page starts another."""
    PROCESS.stop()


class PageProcess:
    """The extraction process, started with the first page and again after a page that ended it."""

    def __init__(self) -> None:
        self._turn = threading.Lock()  # held while a page is being read
        self._starting = threading.Lock()
        self._process: SupervisedProcess | None = None

    def ask(self, request: Message, data: bytes, name: str, cancel: threading.Event | None) -> Message:
        """Return the answer to one request. Raises CannotRead where none comes, Cancelled after `cancel.set()`."""
        while not self._turn.acquire(timeout=_TICK):
            if cancel is not None and cancel.is_set():
                raise _cannot_read(Failure.CANCELLED, name)
        try:
            process = self._running()
            answer = process.ask(request, data, seconds=TIME_LIMIT, cancel=cancel)
            if "no_memory" in answer:
                process.kill()
            return answer
        except NoAnswer as error:
            raise _cannot_read(error.failure, name) from None
        except OSError as error:
            reason = one_line(error.strerror or str(error))
            raise CannotRead(
                f"The process that reads pages cannot be started ({reason}); try again."
            ) from None
        finally:
            self._turn.release()

    @property
    def pid(self) -> int | None:
        """The process's id while it runs."""
        process = self._process
        return process.pid if process is not None and process.is_running else None

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        with self._starting:
            process, self._process = self._process, None
        if process is not None:
            process.kill()

    def _running(self) -> SupervisedProcess:
        with self._starting:
            if self._process is None or not self._process.is_running:
                self._process = SupervisedProcess("tui.article.html.extraction_worker", memory=MEMORY_LIMIT)
            return self._process


def _cannot_read(failure: Failure, name: str) -> CannotRead:
    """Return what to raise for a page that got no answer."""
    match failure:
        case Failure.CANCELLED:
            return Cancelled(f"Reading {name} was given up.")
        case Failure.NOT_STARTED:
            return CannotRead(
                "The process that reads pages does not start; try again, or install quoth anew."
            )
        case Failure.TOO_SLOW:
            return CannotRead(
                f"{name} takes longer than {TIME_LIMIT:g} seconds to read and was given up; open it in the browser."
            )
        case Failure.ENDED:
            return CannotRead(f"{name} brought down the process that reads pages; open it in the browser.")


PROCESS = PageProcess()
