"""Folders as lists of articles."""

from __future__ import annotations

import os
import re
from itertools import islice
from pathlib import Path

from tui.article.errors import CannotRead
from tui.article.listing import Item, Listing, ListingKind
from tui.article.sanitising import one_line
from tui.article.text.decoding import NotText, decode

SUFFIXES = frozenset(
    ".txt .text .md .markdown .mdown .html .htm .xhtml .xht .mhtml .mht .asc .article .news".split()
)
"""Of files that are articles. One without a suffix is, too, if it is text."""
DOCUMENT_SUFFIXES = frozenset(".pdf .docx .odt .rtf .epub .eml .msg .mbox .srt .vtt".split())
"""Of documents: they are listed by their suffix, as it takes long to look into them."""

ITEMS_AT_MOST = 2_000
_LOOKED_AT = 2_048  # bytes of each file
_ENTRIES_AT_MOST = 100_000
_NUMBER = re.compile(r"(\d+)")


def listing(path: str) -> Listing:
    """Return the articles that lie in a folder itself, by name, "2" before "10".

    Hidden files, what is not text, and what is empty are left out; what may not be read is not, so that it is
    said. Raises CannotRead where there is no such folder, or nothing in it that could be read.
    """
    name = f"“{one_line(path)[-200:]}”"
    try:
        with os.scandir(path) as entries:
            names = [entry.name for entry in islice(entries, _ENTRIES_AT_MOST) if _may_be_article(entry)]
    except PermissionError:
        raise CannotRead(f"The folder {name} may not be read by you; ask for permission first.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CannotRead(f"The folder {name} cannot be read ({one_line(reason)}); check the path.") from None
    names.sort(key=natural)
    found = ((os.path.join(path, name), name) for name in names)  # noqa: PTH118
    items = tuple(
        Item(source, one_line(name) or "?")
        for source, name in islice((pair for pair in found if _is_text(pair[0])), ITEMS_AT_MOST)
    )
    if not items:
        raise CannotRead(f"The folder {name} holds no article: no text, page or document lies in it.")
    title = one_line(Path(path).resolve().name) or one_line(path)
    return Listing(path, title, ListingKind.FOLDER, items)


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
    if (
        entry.name.startswith(".")
        or not (suffix in SUFFIXES or suffix in DOCUMENT_SUFFIXES or not suffix)
        or entry.name.endswith("~")
    ):
        return False
    try:
        return entry.is_file()
    except OSError:
        return False


def _is_text(path: str) -> bool:
    try:
        with Path(path).open("rb") as file:
            start = file.read(_LOOKED_AT)
        if path.lower().endswith(tuple(DOCUMENT_SUFFIXES)):
            return bool(start)
        return bool(decode(start).text.strip())
    except PermissionError:
        return True
    except (OSError, NotText):
        return False
