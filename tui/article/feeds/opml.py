"""OPML: a list of feeds, as feed readers import and export it.

Read with expat, one event at a time, so that nothing grows with depth. A document that declares an entity is
refused, and nothing outside it is ever fetched (expat fetches nothing unless it is told how).
"""

from __future__ import annotations

import re
from xml.parsers import expat

from tui.article.feeds.feed_values import SUMMARY_CUT, TITLE_CUT, shortened
from tui.article.http.urls import safe_link
from tui.article.listing import Item, Listing, ListingKind

ITEMS_AT_MOST = 2_000
_DEEPEST = 50  # groups in groups that are named

_BARE_AMPERSAND = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")


class DamagedOpml(ValueError):
    """No OPML that could be read, not even in part; `args[0]` says what is wrong with it."""


class _Enough(Exception):
    """As many items as are taken."""


def parse(data: bytes, source: str) -> Listing:
    """Return the feeds of an OPML document; those in a group have its name in their summary. Raises Damaged.

    Each feed is listed once. Of a document that breaks off, what comes before is taken.
    """
    reader = _read(data, source)
    if reader.broken and (mended := _BARE_AMPERSAND.sub(b"&amp;", data)) != data:
        again = _read(mended, source)  # a bare & in a title or address is what is wrong most often
        if len(again.items) > len(reader.items):
            reader = again
    if reader.broken and not reader.items:
        raise DamagedOpml(reader.broken)
    title = shortened(reader.title, TITLE_CUT) or source
    return Listing(source, title, ListingKind.FEEDS, tuple(reader.items.values()))


def _read(data: bytes, source: str) -> _Reader:
    reader = _Reader(source)
    try:
        reader.parser.Parse(data, True)
    except _Enough:
        pass
    except expat.ExpatError as error:
        reader.broken = expat.ErrorString(error.code)
    except (DamagedOpml, ValueError, LookupError) as error:
        reader.broken = str(error)
    return reader


class _Reader:
    def __init__(self, source: str) -> None:
        self.base = source
        self.items: dict[str, Item] = {}
        self.title = ""
        self.broken = ""
        self._groups: list[str | None] = []  # the name of each outline that is open
        self._in_title = False
        self.parser = parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._entity

    def _entity(self, *_: object) -> None:
        self.items.clear()
        raise DamagedOpml("it declares entities of its own")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "title":
            self._in_title = not self.title
        if name != "outline":
            return
        named = {key.lower(): value for key, value in attributes.items()}
        title = shortened(named.get("title") or named.get("text") or "", TITLE_CUT)
        link = named.get("xmlurl") or (named.get("url") if named.get("type") == "link" else None)
        found = safe_link(self.base, link or "")
        self._groups.append(None if found else title)
        if found and found not in self.items:
            where = " › ".join(group for group in self._groups[:_DEEPEST] if group)
            about = shortened(" · ".join(filter(None, (where, named.get("description")))), SUMMARY_CUT)
            self.items[found] = Item(found, title or found, summary=about or None)
            if len(self.items) >= ITEMS_AT_MOST:
                raise _Enough

    def _end(self, name: str) -> None:
        self._in_title = False
        if name == "outline":
            self._groups.pop()

    def _characters(self, text: str) -> None:
        if self._in_title and len(self.title) < TITLE_CUT:
            self.title += text
