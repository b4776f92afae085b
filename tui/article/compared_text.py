"""The text of an article as versions of it are compared: without furniture, with marks set one way."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256

from tui.article.article import Article, BlockKind
from tui.article.cleaning import clean, single_spaced
from tui.article.furniture import FURNITURE_KINDS, is_furniture
from tui.article.spans import Span

_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_PLAIN = str.maketrans(
    {**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’‚`", "'"), **dict.fromkeys("–—―‑‐", "-")}
)


class ComparedParagraph:
    """A paragraph that is compared: its span, its cleaned words, and the key that makes it the same as another."""

    def __init__(self, span: Span, words: str, kind: BlockKind) -> None:
        self.span, self.words, self.kind = span, words, kind
        self.key = compared(words)

    @cached_property
    def bag(self) -> Counter[str]:
        """Its words, and how often each stands in it."""
        return Counter(self.key.split())


def compared(words: str) -> str:
    """Return words as they are compared: quotation marks, dashes and spaces set one way."""
    return " ".join(
        part if part.isascii() else unicodedata.normalize("NFC", part).translate(_PLAIN)
        for part in single_spaced(words)
    )


def compared_paragraphs(article: Article) -> list[ComparedParagraph]:
    """Return the paragraphs that are compared; a text without blocks is parted at its empty lines."""
    return [*_compared_paragraphs(article)]


def _compared_paragraphs(article: Article) -> Iterator[ComparedParagraph]:
    for kind, span in article.blocks or _parts(article.text):
        if kind in FURNITURE_KINDS:
            continue
        words = clean(article.shown(span))
        if words and not is_furniture(words):
            yield ComparedParagraph(span, words, kind)


def fingerprint(article: Article) -> bytes:
    """Return a hash of what is compared of an article: two versions with the same one do not differ."""
    title, byline = (compared(clean(value or "")) for value in (article.title, article.byline))
    mark = sha256(f"{title}\0{byline}".encode("utf-8", "surrogatepass"))
    for paragraph in _compared_paragraphs(article):
        mark.update(f"\0{paragraph.key}".encode("utf-8", "surrogatepass"))
    return mark.digest()


def _parts(text: str) -> list[tuple[BlockKind, Span]]:
    ends = [*_EMPTY_LINE.finditer(text)]
    starts = [0, *(end.end() for end in ends)]
    stops = [*(end.start() for end in ends), len(text)]
    return [(BlockKind.PARAGRAPH, Span(start, stop)) for start, stop in zip(starts, stops, strict=True)]
