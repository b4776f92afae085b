"""E-books: the chapters of an EPUB in the order of its spine.

ebooklib, which reads them, is under the AGPL; the packages beside it read the title only, or are no longer kept.
"""

from __future__ import annotations

from posixpath import dirname, join, normpath
from urllib.parse import unquote

from tui.article.article import BlockKind
from tui.article.documents.archives import DAMAGED, Archive
from tui.article.documents.draft import LARGEST, Draft, Refused
from tui.article.documents.markup import add_markup

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_PACKAGE = "{http://www.idpf.org/2007/opf}"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_MARKUP = ("application/xhtml+xml", "text/html")
_SHORT = 400  # characters; a chapter with fewer is a cover or a title page, and is read with what follows
_NO_TITLES = ("unknown", "unknown title", "untitled")  # as programs name a book whose writer has not

MOST_CHAPTERS = 2_000


def read_epub(data: bytes) -> tuple[str, list[Draft]]:
    """Return the title of a book and its chapters. Raises Refused for a damaged or encrypted one."""
    archive = Archive(data)
    if "META-INF/encryption.xml" in archive and b"#aes" in archive.read("META-INF/encryption.xml").lower():
        raise Refused("is encrypted for another program; open it there")
    container = archive.xml("META-INF/container.xml")
    root_file = container.find(f".//{_CONTAINER}rootfile")
    path = "" if root_file is None else root_file.get("full-path") or ""
    package = archive.xml(path)
    title = " ".join((package.findtext(f".//{_DUBLIN_CORE}title") or "").split())
    if title.lower() in _NO_TITLES:
        title = ""
    author = ", ".join(
        " ".join(each.text.split()) for each in package.findall(f".//{_DUBLIN_CORE}creator") if each.text
    )
    files = {
        item.get("id"): item.get("href")
        for item in package.iter(f"{_PACKAGE}item")
        if item.get("media-type") in _MARKUP
    }
    chapters: list[Draft] = []
    size = 0
    pending = Draft()
    for reference in list(package.iter(f"{_PACKAGE}itemref"))[:MOST_CHAPTERS]:
        href = files.get(reference.get("idref"))
        name = normpath(join(dirname(path), unquote(href or "").partition("#")[0]))
        if not href or name not in archive:
            continue
        add_markup(pending, archive.read(name))
        length = sum(len(each.text) for each in pending.paragraphs)
        if length < _SHORT:
            continue
        headings = (BlockKind.HEADLINE, BlockKind.SUBHEADING)
        pending.title = next((each.text for each in pending.paragraphs if each.kind in headings), None)
        pending.byline = author or None
        chapters.append(pending)
        pending = Draft()
        size += length
        if size > LARGEST:
            break
    if pending.paragraphs:
        chapters.append(pending)
    if not chapters:
        raise Refused(DAMAGED)
    return title, chapters
