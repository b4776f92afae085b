"""Read an item of a feed: its page, or the feed's own words where those are more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.article.article import Article
from tui.article.body_text import body_text
from tui.article.errors import Cancelled, CannotRead, NoArticle
from tui.article.http.urls import is_url
from tui.article.listing import OWN_NAME, Item, Listing
from tui.article.sanitising import one_line

if TYPE_CHECKING:
    from threading import Event

SHORTEST = 140  # characters of the feed's words that are read where the page cannot be
_MORE = 1.15  # how much longer the feed's words are than the page's before they are read instead

PageReader = Callable[[], "Article | Listing"]
"""Reads what an item's address leads to. Raises CannotRead."""


def read_item(item: Item, read_page: PageReader, *, cancel: Event | None = None) -> Article | Listing:
    """Return the article of an item of a feed.

    An item without words in the feed is what `read_page` returns. Where there are some, they are read if there is
    no page, if it cannot be read, is a list, or has less text; `Article.notice` says so. Raises what `read_page`
    raises, where the feed has hardly any words; Cancelled.
    """
    if item.html is None:
        return read_page()
    if not item.has_page:
        return replace(_own_words(item, cancel), notice="This is the feed's own text; it gives no page.")
    try:
        page = read_page()
    except Cancelled:
        raise
    except CannotRead as error:
        why = one_line(error.message)
        if isinstance(error, NoArticle):
            why = why.partition(";")[0] + "."
        own = _own_words_if_any(item, cancel)
        if own is None or len(body_text(own)[0]) < SHORTEST:
            raise
        return replace(own, notice=f"From the feed, as its page cannot be read: {why}")
    if isinstance(page, Article) and len(item.html) <= _MORE * len(body_text(page)[0]):
        return page  # even with all its tags it is no longer
    own = _own_words_if_any(item, cancel)
    if own is None:
        return page
    length = len(body_text(own)[0])
    if isinstance(page, Listing):
        return page if length < SHORTEST else replace(own, notice="From the feed, as its page is a list.")
    if length <= _MORE * len(body_text(page)[0]):
        return page
    return replace(
        own,
        byline=own.byline or page.byline,
        published=own.published or page.published,
        site=page.site,
        url=page.url,
        notice="From the feed, which has more of the text than the page.",
    )


def _own_words_if_any(item: Item, cancel: Event | None) -> Article | None:
    try:
        return _own_words(item, cancel)
    except Cancelled:
        raise
    except CannotRead:
        return None


def _own_words(item: Item, cancel: Event | None) -> Article:
    """Return the article that the feed itself gives. Raises CannotRead."""
    from tui.article.html import extraction

    url = item.source if item.has_page else None
    base = url or item.source.partition(OWN_NAME)[0]  # what its links are relative to: the feed
    article = extraction.extract_fragment(
        item.html or "", item.source, title=item.title, url=base if is_url(base) else None, cancel=cancel
    )
    return replace(
        article,
        title=item.title,
        byline=item.author,
        published=item.published,
        url=url,
        format="item of a feed (quoth)",
    )
