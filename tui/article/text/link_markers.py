"""Link numbers that text browsers and feed readers put among the words: "[3]report" of lynx and w3m, "report[3]" of
newsboat, with the addresses in a list at the end."""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.article.article import Link
from tui.article.http.urls import safe_link
from tui.article.spans import Span
from tui.article.text_markup import Markup

_HEADING = re.compile(
    r"(?im)^[ \t]*(?:references|links|link list|visible links|hidden links|image links)[ \t]*:?[ \t]*\r?$"
)
_ADDRESS = re.compile(
    r"(?m)^[ \t]{0,12}\[?(\d{1,5})[\].]:?[ \t]{1,9}((?:https?|ftp|file|mailto|gopher|gemini):\S{1,4000})"
)
_MARKER = re.compile(r"\[(\d{1,5})\](?!\([^\s()]{0,200}[/:.#])")  # not [1](https://…)
_WORD = re.compile(r"[\w’'-]{1,60}")
_NEARLY_ALL = 0.8
_NEAR = 400  # characters between the heading and the first address


class LinkMarkers(NamedTuple):
    """The markers, the links that they stand for, and where the list of addresses begins."""

    markup: tuple[Markup, ...] = ()
    links: tuple[Link, ...] = ()
    end: int | None = None


def find_markers(text: str) -> LinkMarkers:
    """Return the link numbers in a text that ends in a list of their addresses; none of any other text.

    Brackets whose number is not listed stay words: footnotes, "[1] see page 3". A number that is missing from a
    nearly complete list is a link that led nowhere.
    """
    heading = None
    for found in _HEADING.finditer(text):
        first = _ADDRESS.search(text, found.end(), found.end() + _NEAR + 4000)
        if first is not None and first.start() - found.end() <= _NEAR:
            heading = found
            break
    if heading is None:
        return LinkMarkers()
    addresses = {int(found[1]): found[2] for found in _ADDRESS.finditer(text, heading.end())}
    most = max(addresses, default=0)
    most = most if len(addresses) >= _NEARLY_ALL * most else 0
    markup: list[Markup] = []
    links: list[Link] = []
    for marker in _MARKER.finditer(text, 0, heading.start()):
        number = int(marker[1])
        if number not in addresses and not 0 < number < most:
            continue
        markup.append(Markup(Span(*marker.span())))
        word = _word_beside(text, marker)
        if word is not None and (address := safe_link(None, addresses.get(number, ""))) is not None:
            links.append(Link(word, address))
    return LinkMarkers(tuple(markup), tuple(links), heading.start())


def _word_beside(text: str, marker: re.Match[str]) -> Span | None:
    """Return the word that a marker belongs to: the one after it or, if there is none, the one before."""
    if (found := _WORD.match(text, marker.end())) is not None:
        return Span(*found.span())
    start = marker.start()
    while start > max(0, marker.start() - 60) and not text[start - 1].isspace() and text[start - 1] != "]":
        start -= 1
    return Span(start, marker.start()) if start < marker.start() else None
