"""Read a source in a thread that nothing has to wait for.

It is a daemon thread: cancelling takes effect at once, even during a name lookup in a network that does not
answer, and closing quoth does not wait for it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tui.article.article import Article
from tui.article.errors import CannotRead, NoArticle
from tui.article.http.urls import display_url, is_url, normalise_url
from tui.article.listing import OWN_NAME, Item, Listing
from tui.article.sanitising import one_line


@dataclass(frozen=True, slots=True)
class ReadProgress:
    """What is being done, in words, with the bytes read so far and their total if known."""

    what: str
    done: int = 0
    total: int | None = None


@dataclass(frozen=True, slots=True)
class ReadDone:
    """The source was read; nothing follows."""

    result: Article | Listing


@dataclass(frozen=True, slots=True)
class ReadFailed:
    """The source could not be read: `sentence` says why; `raw` is all the text of a page without an article."""

    sentence: str
    raw: Article | None = None


MAX_NAME = 240
"""The most characters of a name, about three lines of the dialog."""
Event = ReadProgress | ReadDone | ReadFailed
Work = Callable[[threading.Event, Callable[[str, int, "int | None"], None]], "Article | Listing"]
"""Reads a source unless the event is set, and reports progress to the function. Raises CannotRead."""


class SourceReader:
    """One source being read. `name` is shown on the screen, `address` is for a browser."""

    def __init__(self, source: str, work: Work) -> None:
        name = one_line(spelling(source))
        self.name = name if len(name) <= MAX_NAME else f"{name[: MAX_NAME - 40]}…{name[-39:]}"
        self.address = spelling(source) if is_url(source) else ""
        self._work = work
        self._cancel = threading.Event()

    def start(self, on_event: Callable[[Event], None]) -> None:
        """Start reading, or start again.

        `on_event` is called in another thread, never once `cancel` has returned.
        """
        self._cancel = cancel = threading.Event()
        threading.Thread(target=self._run, args=(cancel, on_event), name="quoth-source", daemon=True).start()

    def cancel(self) -> None:
        """Stop waiting for the source."""
        self._cancel.set()

    def _run(self, cancel: threading.Event, on_event: Callable[[Event], None]) -> None:
        def send(event: Event) -> None:
            if not cancel.is_set():
                on_event(event)

        try:
            result = self._work(
                cancel, lambda what, done, total: send(ReadProgress(one_line(what), done, total))
            )
        except NoArticle as error:
            send(ReadFailed(one_line(error.message), error.raw))
        except CannotRead as error:
            send(ReadFailed(one_line(error.message)))
        except Exception as error:
            what = one_line(f"{type(error).__name__}: {error}")[:200]
            send(
                ReadFailed(
                    f"“{self.name}” could not be read, which is a fault of quoth ({what}); please report it."
                )
            )
        else:
            send(ReadDone(result))


def source_reader(
    source: str,
    *,
    typed: bool = True,
    came_from: str | None = None,
    private_origins: set[str] | None = None,
    item: Item | None = None,
) -> SourceReader:
    """Return a reader of a path or address, which may be that of an item of a feed.

    `typed` is False if the page or feed at `came_from` named it. `private_origins` are the origins on this
    computer or in a private network from which pages were read, and to which their links may therefore lead.
    The origin of this source is added if it is one of these.
    """

    def work(
        cancel: threading.Event, on_progress: Callable[[str, int, int | None], None]
    ) -> Article | Listing:
        from tui.article import sources  # imported here: fetching is not needed to show a file

        read = partial(
            sources.read,
            source,
            cancel=cancel,
            on_progress=on_progress,
            typed=typed,
            came_from=came_from,
            private_origins=private_origins,
        )
        if item is None or item.html is None:
            return read()
        from tui.article.feed_articles import read_item

        return read_item(item, read, cancel=cancel)

    return SourceReader(source, work)


def text_reader(text: str) -> SourceReader:
    """Return a reader of a pasted text; HTML is recognised by its content."""
    return bytes_reader(text.encode("utf-8", "replace"), "pasted text", charset="utf-8")


def bytes_reader(data: bytes, source: str, charset: str | None = None) -> SourceReader:
    """Return a reader of bytes that have been read already.

    `source` is "-" for standard input, `charset` the codec if it is known.
    """

    def work(
        cancel: threading.Event, on_progress: Callable[[str, int, int | None], None]
    ) -> Article | Listing:
        from tui.article import sources

        return sources.read_bytes(data, source, charset=charset, cancel=cancel, on_progress=on_progress)

    return SourceReader("standard input" if source == "-" else source, work)


def spelling(source: str) -> str:
    """Return the normalised spelling of a source: an address without login and fragment.

    The name of a feed's item without a page stays: its fragment is all that tells it from the others.
    """
    feed, mark, item = source.rpartition(OWN_NAME)
    if mark:
        return spelling(feed) + mark + item
    if not is_url(source):
        return source
    try:
        return normalise_url(source)
    except CannotRead:
        return display_url(source)
