"""The addresses in an article: its links, and addresses in its plain text.

Only http and https. Nothing here opens anything.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from tui.article.article import Article
from tui.article.folding import fold
from tui.article.http.urls import safe_link
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.article.text_markup import ShownText

# It begins with what has no case and is searched as such, four times as fast in a text of 20 MB.
_IN_TEXT = re.compile(
    r"""://(?:(?<=http://)|(?<=(https)://))[^\s<>"“”„«»\\^`{|}\x00-\x20\x7f-\xa0]+""", re.IGNORECASE
)
MAX_LINKS = 5_000
"""The most links of an article that are listed: each takes some 40 microseconds."""
_CLOSED = {")": "(", "]": "[", "}": "{"}
_NEVER_LAST = ".,;:!?'’…*_"


@dataclass(frozen=True, slots=True)
class ArticleLink:
    """An address in the article, with the words that link to it.

    The address is ASCII, with an international host in Punycode; `words` is "" if it is in the text itself.
    """

    address: str
    words: str
    span: Span

    @property
    def host(self) -> str:
        """The host of the address."""
        return urlsplit(self.address).hostname or ""


def links_of(article: Article) -> list[ArticleLink]:
    """Return each address once, in the order of the article, at most MAX_LINKS."""
    links = article.links[:MAX_LINKS]
    found = [(link.span, link.address, one_line(article.shown(link.span))) for link in links]
    shown = ShownText(article.text, article.markup)
    for match in islice(_IN_TEXT.finditer(shown.text), MAX_LINKS):
        start = match.start() - len(match[1] or "http")
        bare = _trimmed(shown.text[start : match.end()])
        place = shown.span_in_text(Span(start, start + len(bare)))
        found.append((place, bare, ""))
    out: dict[str, ArticleLink] = {}
    for span, written, words in sorted(found, key=lambda one: (one[0], not one[2]))[:MAX_LINKS]:
        address = safe_link(None, written)
        if address is None:
            continue
        known = out.setdefault(address, ArticleLink(address, words, span))
        if words and not known.words:
            out[address] = ArticleLink(address, words, known.span)
    return list(out.values())


def can_open(address: str) -> bool:
    """Tell whether an address may be followed: http or https."""
    return safe_link(None, address) is not None


def matching_links(links: list[ArticleLink], text: str) -> list[int]:
    """Return the indices of the links whose words or address contain every word of `text`."""
    wanted = fold(text).split()
    return [
        i
        for i, link in enumerate(links)
        if all(word in fold(f"{link.words} {link.address}") for word in wanted)
    ]


def _trimmed(address: str) -> str:
    """Return an address from plain text without the punctuation of the sentence after it."""
    counts = Counter(address)
    end = len(address)
    while end:
        last = address[end - 1]
        opening = _CLOSED.get(last)
        if last not in _NEVER_LAST and not (opening and counts[last] > counts[opening]):
            break
        counts[last] -= 1
        end -= 1
    return address[:end]
