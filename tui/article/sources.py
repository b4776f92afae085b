"""The one door: whatever can be named (a path, a folder, an address, piped bytes) becomes an Article or a Listing.

What something is, is told by its content. This module stands on the way to the first screen of a text file:
everything that only a page or a feed needs is imported when there is one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from tui.article.article import Article
from tui.article.errors import Cancelled, CannotRead, NoArticle
from tui.article.files import bytes_of, from_bytes
from tui.article.source_kind import SourceKind, source_kind
from tui.debug_log import log

if TYPE_CHECKING:
    from threading import Event

    from tui.article.http.fetching import Fetched
    from tui.article.listing import Listing

Progress = Callable[[str, int, int | None], None]
"""What is being done in words, bytes so far, bytes in all or None."""

SHORTEST_LONG_TEXT = 500_000
"""Bytes: a shorter text is read sooner than a process starts, in steps of a few milliseconds."""
_REFRESHES = 3  # pages that only send on, followed one after the other


def read(
    source: str,
    *,
    cancel: Event | None = None,
    on_progress: Progress | None = None,
    typed: bool = True,
    came_from: str | None = None,
    private_origins: set[str] | None = None,
) -> Article | Listing:
    """Read a file, a folder, or what is at an http(s) address: an article, a feed, a list of feeds.

    `typed` is False for a source that came from a page or a feed: such a one may only be an address, and may lead
    to this computer or a private network only if that page, at the address `came_from`, was there itself, as
    `private_origins` knows: a set that the caller keeps and every page from such a place adds to.
    A site's front page, or a page that is a list of articles, gives the feed that it names. `Article.source` is the
    source as it was given, an address without its login. `on_progress` is called from the calling thread.
    Raises CannotRead; NoArticle, with all the text, for a page that holds none; Cancelled after `cancel.set()`.
    """
    lead = source.lstrip()[:5].lower()
    if lead in ("http:", "https", "feed:") or lead.startswith(("www.", "<http")) or not typed:
        from tui.article.http.urls import is_url

        if is_url(source) and (not lead.startswith("www.") or not os.path.lexists(source)):
            reading = _SourceReading(cancel, on_progress, private_origins)
            return reading.address(source, typed, came_from)
        if not typed:
            raise CannotRead("A link from a page or a feed that leads to no web page is not opened.")
    if os.path.isdir(source):
        from tui.article import folders

        return folders.listing(source)
    _refuse_scheme(source)
    path, member = source, 0
    if "#" in source:
        from tui.article.documents.document_reading import split_member

        path, member = split_member(source)
    return read_bytes(bytes_of(path), path, member=member, cancel=cancel, on_progress=on_progress)


def read_bytes(
    data: bytes,
    source: str,
    *,
    url: str | None = None,
    charset: str | None = None,
    content_type: str = "",
    member: int = 0,
    cancel: Event | None = None,
    on_progress: Progress | None = None,
) -> Article | Listing:
    """Read what came another way: from standard input ("-"), a file, the clipboard, the net.

    `url` is where it was fetched, `charset` and `content_type` what its server says of it; `member` the number of a
    part of a book, a mailbox or a message, 0 for the whole. Raises as `read`.
    """
    name = None
    if url is not None:
        from tui.article.http.urls import display_url

        name = display_url(url)
    kind = source_kind(data, name or source, content_type)
    log.info("read %d bytes of %r as %s", len(data), name or source, kind.value)
    if kind.is_feed:
        from tui.article.feeds import feed_parsing

        listing = feed_parsing.parse(data, url or source, charset=charset, cancel=cancel)
        if listing is not None:
            return listing
    elif kind.is_document:
        from tui.article.documents.document_reading import AttachedFile, read_document

        if on_progress is not None:
            on_progress("Taking the document apart", len(data), len(data))
        document = read_document(data, source, kind, member, cancel=cancel)
        if isinstance(document, AttachedFile):
            found = read_bytes(document.data, document.name, cancel=cancel, on_progress=on_progress)
            return replace(found, source=f"{source}#{member}") if isinstance(found, Article) else found
        return document if url is None or isinstance(document, Listing) else _own_url(document, url)
    elif kind in (SourceKind.PAGE, SourceKind.SAVED_PAGE):
        from tui.article.html import extraction

        if on_progress is not None:
            on_progress("Looking for the article", len(data), len(data))
        if kind is SourceKind.PAGE:
            page = extraction.extract(data, source, url=url, charset=charset, cancel=cancel)
            return _own_url(page, url)
        if (saved := extraction.extract_saved(data, source, cancel=cancel)) is not None:
            return _own_url(saved, url)
    if cancel is not None and cancel.is_set():
        raise Cancelled("Opening was cancelled.")
    if len(data) < SHORTEST_LONG_TEXT:
        article = from_bytes(data, source, charset=charset, url=url, name=name, kind=kind)
    else:
        from tui.article.text import long_text

        article = long_text.read_text(
            data, source, charset=charset, url=url, name=name, kind=kind, cancel=cancel
        )
    return article if url is None else _own_url(article, url)


class _SourceReading:
    """One address being read, with all it leads to."""

    def __init__(
        self, cancel: Event | None, on_progress: Progress | None, private_origins: set[str] | None
    ) -> None:
        self._private_origins = set() if private_origins is None else private_origins
        self._cancel = cancel
        self._on_progress = on_progress
        self._until: float | None = None

    def address(self, address: str, typed: bool, came_from: str | None) -> Article | Listing:
        """Return what is at `address`."""
        from tui.article.http.urls import normalise_url

        source = normalise_url(address)
        fetched = self._fetched(address, typed, came_from)
        for _ in range(_REFRESHES):
            if typed and _is_front(fetched.url) and (listing := self._feed_of(fetched)) is not None:
                return listing
            try:
                return self._read(fetched, source)
            except NoArticle as error:
                if (onward := _sends_on(fetched)) is None:
                    if typed and error.is_list and (listing := self._feed_of(fetched)) is not None:
                        return listing
                    raise
            fetched = self._fetched(onward, typed=False, came_from=fetched.url)
        return self._read(fetched, source)

    def _fetched(self, address: str, typed: bool, came_from: str | None) -> Fetched:
        from tui.article.http.fetching import fetch
        from tui.article.http.limits import Limits

        if self._until is None:  # all that one source leads to has the time of one page
            self._until = monotonic() + Limits().whole
        return fetch(
            address,
            cancel=self._cancel,
            on_progress=self._on_progress,
            typed=typed,
            came_from=came_from,
            private_origins=self._private_origins,
            until=self._until,
        )

    def _read(self, fetched: Fetched, source: str) -> Article | Listing:
        return read_bytes(
            fetched.data,
            source,
            url=fetched.url,
            charset=fetched.charset,
            content_type=fetched.content_type,
            cancel=self._cancel,
            on_progress=self._on_progress,
        )

    def _feed_of(self, page: Fetched) -> Listing | None:
        """Return the feed that a page names, if it can be had: of several the first that is not of comments."""
        if source_kind(page.data).is_feed:
            return None
        from tui.article.feeds import feed_parsing

        named = feed_parsing.named_by(page.data, page.url)
        for address in sorted(named, key=lambda each: "comment" in each.lower())[:2]:
            try:
                fetched = self._fetched(address, typed=False, came_from=page.url)
                listing = feed_parsing.parse(
                    fetched.data, fetched.url, charset=fetched.charset, cancel=self._cancel
                )
            except Cancelled:
                raise
            except CannotRead:
                continue
            if listing is not None and listing.items:
                return listing
        return None


def _is_front(url: str) -> bool:
    path = url.split("//", 1)[-1].partition("/")[2]
    return path.partition("?")[0] in ("", "index.html", "index.php")


def _sends_on(page: Fetched) -> str | None:
    from tui.article.html.meta_refresh import refresh_target

    return refresh_target(page.data, page.url)


def _own_url(article: Article, url: str | None) -> Article:
    """Return `article` with the address it was fetched from, unless its own is of the same site."""
    from tui.article.http.urls import safe_link, same_site

    own = safe_link(url, article.url) if article.url else None
    if url is not None and (own is None or not same_site(own, url)):
        own = url
    return replace(article, url=own)


def _refuse_scheme(source: str) -> None:
    """Say of a source that can only be meant as an address of another kind that quoth does not open those."""
    scheme, colon, _ = source.lstrip().partition(":")
    if colon and scheme.lower() in _OTHER_SCHEMES and not os.path.lexists(source):
        raise CannotRead(
            f"quoth opens no “{scheme.lower()}:” addresses; give one that begins with https:// or a file's path."
        )


_OTHER_SCHEMES = frozenset(
    "file javascript data ftp sftp ssh mailto gopher gemini about view-source blob".split()
)
