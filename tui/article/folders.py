"""Folders as lists of articles."""

from __future__ import annotations

import os
import re
from itertools import islice
from pathlib import Path

from tui.article.errors import CannotRead
from tui.article.html.page_head import read_page_head
from tui.article.listing import Item, Listing, ListingKind
from tui.article.sanitising import one_line
from tui.article.source_kind import source_kind
from tui.article.text.decoding import NotText, decode

SUFFIXES = frozenset(
    ".txt .text .md .markdown .mdown .html .htm .xhtml .xht .mhtml .mht .asc .article .news".split()
)
"""Of files that are articles. One without a suffix is, too, if it is text."""
DOCUMENT_SUFFIXES = frozenset(".pdf .docx .odt .rtf .epub .eml .msg .mbox .srt .vtt".split())
"""Of documents: they are listed by their suffix, as it takes long to look into them."""

PAGE_SUFFIXES = frozenset(".html .htm .xhtml .xht".split())
FEED_SUFFIXES = frozenset(".xml .rss .atom .rdf .opml".split())
"""Of files that are listed where they are feeds or lists of feeds."""

ITEMS_AT_MOST = 2_000
_LOOKED_AT = 2_048  # bytes of each file
_PAGE_LOOKED_AT = 16_384  # of pages: their title may come after scripts and styles
_ENTRIES_AT_MOST = 100_000
_NUMBER = re.compile(r"(\d+)")


def listing(path: str) -> Listing:
    """Return the subfolders of a folder, then the articles and feeds in it, by name, "2" before "10".

    Hidden files, what is not text, and what is empty are left out; what may not be read is not, so that it is
    said. Raises CannotRead if there is no such folder, or nothing in it that could be read.
    """
    name = f"“{one_line(path)[-200:]}”"
    try:
        with os.scandir(path) as entries:
            found = list(islice(entries, _ENTRIES_AT_MOST))
    except PermissionError:
        raise CannotRead(f"You may not read the folder {name}; ask for permission first.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotRead(f"The folder {name} cannot be read ({one_line(reason)}); check the path.") from None
    folders = sorted((entry.name for entry in found if _is_subfolder(entry)), key=natural)
    files = sorted((entry.name for entry in found if _may_be_article(entry)), key=natural)
    within = (_file_item(os.path.join(path, each), each) for each in files)  # noqa: PTH118
    items = (
        *(
            Item(os.path.join(path, each, ""), f"{one_line(each)}{os.sep}")  # noqa: PTH118
            for each in folders[:ITEMS_AT_MOST]
        ),
        *islice((item for item in within if item is not None), ITEMS_AT_MOST),
    )
    if not items:
        raise CannotRead(f"The folder {name} holds no article: no text, page, feed or document lies in it.")
    title = one_line(Path(path).resolve().name) or one_line(path)
    return Listing(path, title, ListingKind.FOLDER, items)


def is_subfolder(item: Item) -> bool:
    """Tell whether an item of a folder is itself a folder, whose path ends as those of folders do."""
    return item.source.endswith(os.sep)


def _file_item(path: str, name: str) -> Item | None:
    """Return the item of a file, a page's with its title, outlet and date; None for no article and no feed."""
    suffix = os.path.splitext(name)[1].lower()  # noqa: PTH122
    title = one_line(name) or "?"
    try:
        with Path(path).open("rb") as file:
            start = file.read(_PAGE_LOOKED_AT if suffix in PAGE_SUFFIXES else _LOOKED_AT)
        if suffix in DOCUMENT_SUFFIXES:
            return Item(path, title) if start else None
        if suffix in FEED_SUFFIXES:
            return Item(path, title, author="feed") if source_kind(start, name).is_feed else None
        text = decode(start).text
    except PermissionError:
        return None if suffix in FEED_SUFFIXES else Item(path, title)
    except (OSError, NotText):
        return None
    if not text.strip():
        return None
    if suffix not in PAGE_SUFFIXES:
        return Item(path, title)
    head = read_page_head(text)
    about = " · ".join(part for part in (head.site, title if head.title else "") if part)
    return Item(path, head.title or title, head.published or None, author=about or None)


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts names as people do: numbers by value, letters without regard to case."""
    parts = enumerate(_NUMBER.split(name.casefold()))
    keys = ((0, _value(part), "") if i % 2 else (1, 0, part) for i, part in parts)
    return (*keys, (-1, 0, name))  # what ends here comes first; names that differ in case alone stay in order


def _value(digits: str) -> int:
    """Return the value of a run of digits; Python refuses very long ones."""
    return int(digits[:300])


def _may_be_article(entry: os.DirEntry[str]) -> bool:
    suffix = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122
    known = not suffix or suffix in SUFFIXES or suffix in DOCUMENT_SUFFIXES or suffix in FEED_SUFFIXES
    if entry.name.startswith(".") or not known or entry.name.endswith("~"):
        return False
    try:
        return entry.is_file()
    except OSError:
        return False


def _is_subfolder(entry: os.DirEntry[str]) -> bool:
    """Tell whether a folder is listed in the one above it: not where it is hidden."""
    try:
        return not entry.name.startswith(".") and entry.is_dir()
    except OSError:
        return False
