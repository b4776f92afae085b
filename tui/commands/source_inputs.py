"""Read the sources of the command line one after the other, and report failures."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.article.article import Article
from tui.article.errors import CannotRead, NoArticle
from tui.article.sanitising import one_line
from tui.commands.console import SourceProgress, print_notice

if TYPE_CHECKING:
    from tui.article.listing import Item, Listing


class SourceInputs:
    """Reads sources and reports what fails.

    `failed` tells whether anything failed, `has_several` whether a source turned out to hold several articles.
    """

    def __init__(self, bar: SourceProgress) -> None:
        self.bar = bar
        self.failed = False
        self.has_several = False
        self._private_origins: set[str] = set()
        self.given: bytes | None = None
        """The content of the only source if it was read already, from the clipboard or standard input."""

    def articles(self, sources: Sequence[str]) -> Iterator[Article]:
        """Yield every article, those in folders and feeds included, fetched one by one."""
        for source in sources:
            result = self.result(source)
            if isinstance(result, Article):
                yield result
            elif result is not None:
                yield from self.articles_of(result)
            self.bar.finish_article()

    def articles_of(self, listing: Listing) -> Iterator[Article]:
        """Yield the readable articles of a list; a list of feeds has none."""
        from tui.article.folders import is_subfolder

        self.has_several = True
        self.notice_empty(listing)
        if listing.kind == "feeds":
            self.report_failure(f"“{listing.source}” is a list of feeds; name the feeds that you want.")
            return
        self.bar.add_articles(len(listing.items))
        for item in listing.items:
            if listing.kind == "folder" and is_subfolder(item):
                self.bar.finish_article()
                continue
            came_from = listing.source if listing.kind == "feed" else None
            result = self.result(item.source, came_from, item)
            if isinstance(result, Article):
                yield result
            elif result is not None and result.kind == "parts":
                yield from self.articles_of(result)
            elif result is not None and listing.kind != "folder":  # a feed that lies in it is not meant
                self.report_failure(
                    f"“{item.source}” is not an article but a list of several; name it by itself."
                )
            self.bar.finish_article()

    def result(
        self, source: str, came_from: str | None = None, item: Item | None = None
    ) -> Article | Listing | None:
        """Return what a source contains; None if it could not be read, which has been reported.

        `came_from` is the feed that named it, if any: such a source may only lead to the public web; `item` is
        what that feed says of it.
        """
        try:
            if item is None or item.html is None:
                found = self.read(source, came_from)
            else:
                from tui.article.feed_articles import read_item

                found = read_item(item, lambda: self.read(source, came_from))
            if isinstance(found, Article) and found.notice is not None:
                name = source if item is None else item.title
                self.print_notice(f"“{one_line(name)}”: {found.notice}")
            return found
        except CannotRead as error:
            self.report_failure(_message_with_name(source, error))
            return None

    def read(self, source: str, came_from: str | None = None) -> Article | Listing:
        """Read a source, as `result` does. Raises CannotRead."""
        from tui.article import sources

        if came_from is None and (source == "-" or self.given is not None):
            data = standard_input() if self.given is None else self.given
            return sources.read_bytes(data, source)
        on_progress = self.bar.fetch_callback(source)
        return sources.read(
            source,
            typed=came_from is None,
            came_from=came_from,
            private_origins=self._private_origins,
            on_progress=on_progress,
        )

    def notice_empty(self, listing: Listing) -> None:
        """Print a notice if a list is empty; otherwise a feed without items would print nothing at all."""
        if not listing.items:
            self.print_notice(f"“{listing.source}” lists nothing that can be opened; try again later.")

    def report_failure(self, sentence: str) -> None:
        """Print what went wrong, and record that something did."""
        self.failed = True
        self.print_notice(sentence)

    def print_notice(self, sentence: str) -> None:
        """Print a sentence without disturbing the bar."""
        with self.bar.hidden_from(sys.stderr):
            print_notice(sentence)


def _message_with_name(source: str, error: CannotRead) -> str:
    """Return the error's sentence, with the source's name if it lacks it: most only name an address's host."""
    from tui.session.opening.source_reader import spelling

    message = error.message
    if isinstance(error, NoArticle) and error.raw is not None:
        message += " quoth text --raw prints that text."
    name = one_line(spelling(source))
    if source == "-" or name[-100:] in message:
        return message
    return f"{name if len(name) <= 200 else f'{name[:160]}…{name[-39:]}'}: {message}"


def standard_input() -> bytes:
    """Return standard input, up to just over the limit of a source. Raises CannotRead if there is none."""
    from tui.article.files import LARGEST

    if sys.stdin is None:
        raise CannotRead("There is no standard input; name a file instead.")
    return sys.stdin.buffer.read(LARGEST + 1)


def is_piped() -> bool:
    """Tell whether standard input is a pipe or a file, rather than a terminal or closed."""
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)
