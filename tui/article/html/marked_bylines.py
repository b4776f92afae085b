"""The people whom a page's elements mark as its writers: `rel="author"`, schema.org's `author`, classes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.article.html.bylines import is_name, without_trimmings
from tui.article.html.class_hints import Region, hints
from tui.article.html.text_blocks import Element, is_hidden

_MARKS = ("byline", "author", "writer", "reporter", "contributor", "submitted")
_TAGS = frozenset("div span p a address cite em strong b i li ul h2 h3 h4 h5 section header".split())
_LONGEST = 240  # characters of an element that is a byline, and no article
_LONGEST_MARK = 60  # characters of one class: longer ones are generated
_ELSEWHERE = frozenset(
    {Region.COMMENTS, Region.RELATED, Region.SHARE, Region.CHROME, Region.CAPTION, Region.PULLED}
)
_PROSE = 80  # characters of a paragraph
_MOST_BEFORE = (
    3  # paragraphs of an article before its byline: further down writers are those of other stories
)
_MOST_NAMES = 8
_BETWEEN = re.compile(r"\||,|\s(?:and|AND|&)\s")


def marked_byline(root: Element) -> str | None:
    """Return the names of an article's writers, with commas between, None if its elements mark none.

    They are looked for below the headline, and above the article's fourth paragraph.
    """
    for element in _near_headline(root):
        if _is_mark(element) and not _is_elsewhere(element):
            words = list(_pieces(element))
            if sum(map(len, words)) <= _LONGEST and (names := _names(words)):
                return ", ".join(names)
    return None


def _near_headline(root: Element) -> Iterator[Element]:
    """Yield the elements from the first h1 on, or from the beginning, until three paragraphs have passed."""
    headline = next((h for h in root.iter("h1") if h.text_content().strip()), None)
    for start in (headline, None) if headline is not None else (None,):
        began, paragraphs = start is None, 0
        for element in root.iter():
            began = began or element is start
            if not began or not isinstance(element.tag, str):
                continue
            if element.tag == "p" and len(element.text_content()) >= _PROSE:
                paragraphs += 1
            if paragraphs > _MOST_BEFORE or (start is None and element is headline):
                break
            yield element


def _is_mark(element: Element) -> bool:
    """Tell whether an element's attributes say that it names a writer."""
    if "author" in (element.get("rel") or "").split() or element.get("itemprop") in ("author", "creator"):
        return element.tag not in ("link", "meta")
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}"[:400]
    return element.tag in _TAGS and any(
        mark in name for name in names.lower().split() if len(name) <= _LONGEST_MARK for mark in _MARKS
    )


def _is_elsewhere(element: Element) -> bool:
    """Tell whether an element stands in comments, related stories or the page's own parts, or is not shown."""
    if element.tag == "body" or is_hidden(element):
        return True
    return any(
        is_hidden(above) or any(says in _ELSEWHERE for _, says in hints(above))
        for above in element.iterancestors()
        if above.tag not in ("body", "html", "main", "article")
    )


def _pieces(element: Element) -> Iterator[str]:
    """Yield the text of an element, each stretch between two tags by itself."""
    for words in element.itertext():
        if words.strip():
            yield " ".join(words.split())


def _names(pieces: list[str]) -> list[str]:
    """Return the names in the pieces of a byline; [] if the first that says anything is no name."""
    names: list[str] = []
    for piece in pieces:
        parts = [part.strip(" ,·•–—-") for part in _BETWEEN.split(without_trimmings(piece))]
        # “Mina” of “Mina covers the harbour” is no byline.
        is_sentence = len(parts) == 1 and " " not in parts[0] and len(piece.split()) > 2
        found = [] if is_sentence else [part for part in parts if is_name(part)]
        names += found
        if not names and len(piece.split()) > _MOST_NAMES:
            return []
    # Beside a whole name, a single word is the place where it was written.
    whole = [name for name in names if " " in name or not name.isascii()]
    return list(dict.fromkeys(whole or names))[:_MOST_NAMES]
