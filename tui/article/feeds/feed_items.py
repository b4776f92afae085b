"""The items of a feed: RSS and Atom by feedparser, JSON Feed by json.

Loaded in the process that `tui.article.feeds.feed_parsing` starts, never in the reader: feeds are hostile, and
feedparser takes seconds for a large one. References: RSS 2.0 (rssboard.org), RFC 4287 (Atom), JSON Feed 1.1.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from tui.article.feeds import entity_free_sax, opml
from tui.article.feeds.feed_values import SUMMARY_CUT, TITLE_CUT, iso, iso_of, plain, shortened
from tui.article.feeds.item_texts import LONGEST_IN_ALL, SHORTEST, as_html, longest, own_name
from tui.article.http.urls import is_url, safe_link
from tui.article.listing import OWN_NAME, Item, Listing, ListingKind
from tui.json_codec import encode
from tui.worker.serving import Message, serve, take_stdout

ITEMS_AT_MOST = opml.ITEMS_AT_MOST

# A document's own declarations: without them there is no entity to expand. HTML's names feedparser knows itself.
_DECLARATIONS = re.compile(rb"<!DOCTYPE[^\[>]{0,1000}\[.*?\]\s{0,9}>", re.DOTALL)
_LONGEST_DECLARATION = 1_000  # bytes
_PROLOG = (
    65_536  # bytes; `tui.article.feeds.feed_parsing` takes nothing for a feed whose first element comes later
)
_AMPERSAND_OR_CDATA = re.compile(
    rb"(<!\[CDATA\[(?s:.*?)(?:\]\]>|\Z))|&(?!#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{1,31};)"
)
_LEAD = 200  # bytes
_CLOSES = re.compile(r"</[a-z]", re.IGNORECASE)
_ITEM_END = re.compile(rb"</(?:[\w.-]{1,40}:)?(?:item|entry)\s{0,9}>")


class DamagedFeed(ValueError):
    """Nothing of the feed could be read; `args[0]` says what is wrong with it."""


class NoFeed(DamagedFeed):
    """Good XML of another kind, that begins as a feed does."""


def of_xml(data: bytes, source: str, charset: str | None = None) -> Listing:
    """Return the items of RSS 0.9x, 1.0, 2.0 or Atom; broken XML is read as far as it can be. Raises Damaged.

    `source` is the base of its links, where it is an address and the feed names no other.
    """
    import feedparser

    headers = {"content-location": source} if is_url(source) else {}
    if charset and re.fullmatch(r"[\w.:-]{1,40}", charset):
        headers["content-type"] = f"application/xml; charset={charset}"
    feedparser.api.PREFERRED_XML_PARSERS[:] = [entity_free_sax.__name__]
    # As a stream: feedparser takes bytes for the name of a file or an address first.
    found = feedparser.parse(
        io.BytesIO(_first_items(_escaped(_undeclared(_declared_alone(data))))),
        response_headers=headers,
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not found.get("version") and not found.entries:
        raise DamagedFeed(str(found["bozo_exception"])) if found.get("bozo") else NoFeed("it is not a feed")
    channel = found.feed
    base = source if is_url(source) else safe_link(None, str(channel.get("link") or ""))
    typed = str(found.get("version")).startswith("atom")
    items = (_item(entry, base, typed) for entry in found.entries[:ITEMS_AT_MOST])
    return _listing(source, _words(channel, "title", TITLE_CUT, typed), [item for item in items if item])


def _item(entry: Any, base: str | None, typed: bool) -> Item | None:
    # FeedBurner puts addresses of its own for those of the items, which it gives beside them.
    link = safe_link(base, str(entry.get("feedburner_origlink") or entry.get("link") or ""))
    html = longest(
        _html(detail, typed) for detail in (*(entry.get("content") or ()), entry.get("summary_detail") or {})
    )
    if link is None and not html:
        return None
    summary = _words(entry, "summary", SUMMARY_CUT, typed)
    if not summary and entry.get("content"):
        summary = _plain(entry["content"][0], SUMMARY_CUT, typed)
    author = (entry.get("author_detail") or {}).get("name") or entry.get("author") or ""
    published = None
    for name in ("published", "updated", "created"):
        published = published or iso(entry.get(f"{name}_parsed"), str(entry.get(name) or ""))
    source = link or own_name(str(entry.get("id") or ""), html)
    title, name = _words(entry, "title", TITLE_CUT, typed), plain(str(author), cut=TITLE_CUT)
    return _made(source, title, published, summary, name, html)


def _html(detail: Any, typed: bool) -> str:
    value = str(detail.get("value") or "")
    return as_html(value) if _is_text(detail, value, typed) else value


def _words(about: Any, name: str, cut: int, typed: bool) -> str:
    return _plain(about.get(f"{name}_detail") or {"value": about.get(name) or ""}, cut, typed)


def _plain(detail: Any, cut: int, typed: bool) -> str:
    """Return the words of a text.

    Only Atom says whether (`typed`) it is HTML, of RSS feedparser guesses it; where Atom
    says nothing it is none, but text in which a tag is closed was meant to be."""
    value = str(detail.get("value") or "")
    return shortened(value, cut) if _is_text(detail, value, typed) else plain(value, cut=cut)


def _is_text(detail: Any, value: str, typed: bool) -> bool:
    return typed and detail.get("type") == "text/plain" and not _CLOSES.search(value)


def _declared_alone(data: bytes) -> bytes:
    """Return `data` with its XML declaration on a line of its own. Raises DamagedFeed for one that does not end.

    feedparser looks for the encoding in the first line, in the cube of its length.
    """
    if not data.lstrip().startswith(b"<?"):
        return data
    end = data.find(b"?>", 0, _LONGEST_DECLARATION) + 2
    if end < 2:
        raise DamagedFeed("its XML declaration does not end")
    return data[:end] + b"\n" + data[end:]


def _undeclared(data: bytes) -> bytes:
    """Return `data` without the declarations before its first element."""
    begins = data[:_PROLOG]
    found = _DECLARATIONS.search(begins)
    return data if found is None else data[: found.start()] + data[found.end() :]


def _escaped(data: bytes) -> bytes:
    """Return `data` with an ampersand that begins no entity written as one ("G&G, Ltd"): feedparser, which reads
    broken XML by other means, would end it with a semicolon."""
    if b"\0" in data[:_LEAD]:  # UTF-16
        return data
    return _AMPERSAND_OR_CDATA.sub(lambda found: found[1] or b"&amp;", data)


def _first_items(data: bytes) -> bytes:
    """Return `data` without the items that are too many: the end of the feed follows the last that is kept."""
    ends = [found.end() for found in _ITEM_END.finditer(data)]
    return data if len(ends) <= ITEMS_AT_MOST else data[: ends[ITEMS_AT_MOST - 1]] + data[ends[-1] :]


def of_json(data: bytes, source: str) -> Listing:
    """Return the items of a JSON Feed. Raises Damaged."""
    try:
        feed = json.loads(data.decode("utf-8-sig", "replace"), parse_int=str, parse_float=str)
    except RecursionError:
        raise DamagedFeed("it is too deeply nested") from None
    except ValueError as error:
        raise DamagedFeed(str(error)) from None
    if not isinstance(feed, dict) or "jsonfeed.org/version" not in _text(feed, "version"):
        raise DamagedFeed("it is not a JSON Feed")
    base = source if is_url(source) else _text(feed, "home_page_url")
    made = []
    entries = feed.get("items")
    for entry in entries[:ITEMS_AT_MOST] if isinstance(entries, list) else ():
        if not isinstance(entry, dict):
            continue
        link = safe_link(base, _text(entry, "url")) or safe_link(base, _text(entry, "external_url"))
        link = link or safe_link(None, _text(entry, "id"))
        html = longest((_text(entry, "content_html"), as_html(_text(entry, "content_text"))))
        if link is None and not html:
            continue
        own_source = link or own_name(_text(entry, "id"), html)
        published = iso_of(_text(entry, "date_published")) or iso_of(_text(entry, "date_modified"))
        summary = shortened(_text(entry, "summary") or _text(entry, "content_text"), SUMMARY_CUT)
        summary = summary or plain(_text(entry, "content_html"), cut=SUMMARY_CUT)
        title = shortened(_text(entry, "title"), TITLE_CUT)
        made.append(_made(own_source, title, published, summary, _authors(entry), html))
    return _listing(source, shortened(_text(feed, "title"), TITLE_CUT), made)


def _text(data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _authors(entry: dict[str, Any]) -> str:
    authors = entry.get("authors")
    given = authors if isinstance(authors, list) else [entry.get("author")]  # the latter in JSON Feed 1.0
    names = (_text(author, "name") for author in given[:20] if isinstance(author, dict))
    return shortened(", ".join(filter(None, names)), TITLE_CUT)


def _made(source: str, title: str, published: str | None, summary: str, author: str, html: str) -> Item:
    named = title or shortened(summary, 80) or source
    kept = html if len(html) >= SHORTEST or source.startswith(OWN_NAME) else None
    about = summary if summary != named and summary else None
    return Item(source, named, published, about, author or None, kept)


def _listing(source: str, title: str, items: list[Item]) -> Listing:
    """Return a listing in the feed's own order, which is its editors'; one from old to new is reversed."""
    items = _bounded(dict.fromkeys(items))  # some feeds hold an item twice
    dates = [item.published for item in items]
    if len(dates) > 1 and all(dates) and dates == sorted(dates, key=str) and dates[0] != dates[-1]:
        items = items[::-1]
    return Listing(source, title or source, ListingKind.FEED, tuple(items))


def _bounded(items: Iterable[Item]) -> list[Item]:
    """Return the items without the texts that are too many, and without those that are nothing else."""
    left = LONGEST_IN_ALL
    kept: list[Item] = []
    for item in items:
        left -= len(item.html or "")
        if left >= 0:
            kept.append(item)
        elif item.has_page:
            kept.append(replace(item, html=None))
    return kept


def main() -> None:
    """Serve until standard input ends: a request is {"form", "source", "charset"} with the bytes of the feed."""
    serve(take_stdout(), _answer)


def _answer(request: Message, data: bytes) -> Message:
    """Return {"listing"}, {"damaged"} with what is wrong, or {} where `data` is no feed."""
    form, source = request["form"], request["source"]
    try:
        if form == "json":
            listing = of_json(data, source)
        elif form == "opml":
            listing = opml.parse(data, source)
        else:
            listing = of_xml(data, source, request["charset"] or None)
    except NoFeed:
        return {}
    except (DamagedFeed, opml.DamagedOpml) as error:
        return {"damaged": str(error)}
    return {"listing": encode(listing)}
