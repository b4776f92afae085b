"""E-books: the chapters of an EPUB in the order of its spine.

ebooklib, which reads them, is under the AGPL; the packages beside it read the title only, or are no longer kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from tui.article.article import BlockKind
from tui.article.documents.archives import DAMAGED, Archive
from tui.article.documents.draft import LARGEST, Draft, Refused, heading_above, squeezed
from tui.article.documents.markup import add_markup

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_PACKAGE = "{http://www.idpf.org/2007/opf}"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_CONTENTS = "{http://www.daisy.org/z3986/2005/ncx/}"
_NCX = "application/x-dtbncx+xml"
_ANCHOR = "{http://www.w3.org/1999/xhtml}a"
_MARKUP = ("application/xhtml+xml", "text/html")
_SHORT = 400  # characters; a chapter with fewer is a cover or a title page, and is read with what follows
_HEADINGS = (BlockKind.HEADLINE, BlockKind.SUBHEADING)
_TOP = 3  # paragraphs of a file in which its name is looked for
_NO_AUTHORS = ("unknown", "unknown author")
_NO_NAME = re.compile(r"(?i)section \d+|start|cover")  # as programs name what has no heading
_NO_TITLES = ("unknown", "unknown title", "untitled")  # as programs name a book whose writer has not

MOST_CHAPTERS = 2_000


class _Name(NamedTuple):
    """An entry of the contents: its words, and whether it leads to all of a file or to a place within it."""

    words: str
    of_whole: bool


def read_epub(data: bytes) -> tuple[str, list[Draft]]:
    """Return the title of a book and its chapters. Raises Refused for a damaged or encrypted one."""
    archive = Archive(data)
    if "META-INF/encryption.xml" in archive and b"#aes" in archive.read("META-INF/encryption.xml").lower():
        raise Refused("is encrypted for another program; open it there")
    container = archive.xml("META-INF/container.xml")
    root_file = container.find(f".//{_CONTAINER}rootfile")
    path = "" if root_file is None else root_file.get("full-path") or ""
    package = archive.xml(path)
    title = squeezed(package.findtext(f".//{_DUBLIN_CORE}title") or "")
    if title.lower() in _NO_TITLES:
        title = ""
    creators = (squeezed(each.text or "") for each in package.findall(f".//{_DUBLIN_CORE}creator"))
    author = ", ".join(each for each in creators if each and each.lower() not in _NO_AUTHORS)
    items = list(package.iter(f"{_PACKAGE}item"))
    files = {item.get("id"): item.get("href") for item in items if item.get("media-type") in _MARKUP}
    names = _names_in_contents(archive, items, dirname(path))
    chapters: list[Draft] = []
    size = 0
    pending = Draft(byline=author or None)
    for reference in list(package.iter(f"{_PACKAGE}itemref"))[:MOST_CHAPTERS]:
        href = files.get(reference.get("idref"))
        name = _part(dirname(path), href)
        if not href or name not in archive:
            continue
        before = len(pending.paragraphs)
        add_markup(pending, archive.read(name))
        if name in names:
            _take_name(pending, before, names[name])
        length = sum(len(each.text) for each in pending.paragraphs)
        if length < _SHORT:
            continue
        chapters.append(pending)
        pending = Draft(byline=author or None)
        size += length
        if size > LARGEST:
            break
    if pending.paragraphs:
        chapters.append(pending)
    for chapter in chapters:
        chapter.title = heading_above(chapter.paragraphs, _HEADINGS) or chapter.title
    if not chapters:
        raise Refused(DAMAGED)
    return title, chapters


def _part(folder: str, href: str | None) -> str:
    """Return the name within the archive of what is linked to from a part in `folder`."""
    return normpath(join(folder, unquote(href or "").partition("#")[0]))


def _names_in_contents(archive: Archive, items: Iterable[etree._Element], folder: str) -> dict[str, _Name]:
    """Return what the table of contents calls each file: the first entry that leads there."""
    names: dict[str, _Name] = {}
    for item in items:
        is_contents = item.get("media-type") == _NCX or "nav" in (item.get("properties") or "").split()
        path = _part(folder, item.get("href"))
        if not is_contents or path not in archive:
            continue
        try:
            contents = archive.xml(path)
        except Refused:  # the book can be read without it
            continue
        entries = [(each.get("href"), "".join(each.itertext())) for each in contents.iter(_ANCHOR)]
        for point in contents.iter(f"{_CONTENTS}navPoint"):
            target = point.find(f"{_CONTENTS}content")
            label = point.findtext(f"{_CONTENTS}navLabel/{_CONTENTS}text")
            entries.append((None if target is None else target.get("src"), label or ""))
        for href, label in entries:
            words = squeezed(label)
            if href and words and not _NO_NAME.fullmatch(words):
                names.setdefault(_part(dirname(path), href), _Name(words, "#" not in href))
    return names


def _take_name(chapter: Draft, start: int, name: _Name) -> None:
    """Take what the contents call a file for its title; a paragraph with these words at its top is a heading."""
    for at in range(start, min(start + _TOP, len(chapter.paragraphs))):
        paragraph = chapter.paragraphs[at]
        if paragraph.text == name.words and paragraph.kind is BlockKind.PARAGRAPH:
            kind = BlockKind.SUBHEADING if at else BlockKind.HEADLINE
            chapter.paragraphs[at] = paragraph._replace(kind=kind)
            return
    if name.of_whole:
        chapter.title = chapter.title or name.words
