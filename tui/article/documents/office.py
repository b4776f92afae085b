"""Office documents: DOCX by way of mammoth, ODT from its own XML, RTF by way of striprtf.

An ODT is XML whose paragraphs stand in the order in which they are read, so that lxml is all it takes: odfdo gives
the same tree, odfpy, not kept since 2020, one of its own; what is left out would be decided here all the same.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from lxml import etree

from tui.article.article import BlockKind
from tui.article.documents.archives import DAMAGED, Archive
from tui.article.documents.draft import Draft, Refused
from tui.article.documents.markup import BETWEEN_CELLS, add_markup

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_TEXT, _TABLE, _OFFICE, _STYLE = (f"{{{_ODF}:{name}:1.0}}" for name in ("text", "table", "office", "style"))
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
"""
"""Word's styles that would else be ordinary paragraphs, in mammoth's language."""


def read_docx(data: bytes) -> Draft:
    """Read a Word document: comments and deletions of tracked changes are left out, footnotes stand at the end."""
    import mammoth

    archive = Archive(data)
    archive.check_size()
    if "word/document.xml" not in archive:
        raise Refused(DAMAGED)
    try:
        made = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda _: {"src": ""}),
        )
    except (KeyError, ValueError, IndexError, AttributeError, TypeError, OSError):
        raise Refused(DAMAGED) from None
    draft = Draft()
    add_markup(draft, made.value)
    draft.paragraphs = [each._replace(text=each.text.removesuffix("↑").rstrip()) for each in draft.paragraphs]
    if "docProps/core.xml" in archive:
        core = archive.xml("docProps/core.xml")
        _take_facts(draft, core.findtext(f"{_DUBLIN_CORE}title"), None)
    return draft


def read_odt(data: bytes) -> Draft:
    """Read an OpenDocument text: annotations and tracked deletions are left out, notes stand at the end."""
    archive = Archive(data)
    content = archive.xml("content.xml")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise Refused("is encrypted; save a copy without its password first")
        raise Refused(DAMAGED)
    # What is set by hand has a style of its own, “P1”, made from one with a name.
    styles = {
        style.get(f"{_STYLE}name"): style.get(f"{_STYLE}parent-style-name") or ""
        for style in content.iterfind(f"{_OFFICE}automatic-styles/{_STYLE}style")
    }
    draft = Draft()
    notes: list[str] = []
    rows: set[Any] = set()
    for element in body.iter(f"{_TABLE}table-row", f"{_TEXT}h", f"{_TEXT}p"):
        if _is_within(element, (f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note")):
            continue
        if element.tag == f"{_TABLE}table-row":
            cells = list(element.iterfind(f"{_TABLE}table-cell"))
            if all(len(cell) < 2 and cell.find(f".//{_TABLE}table") is None for cell in cells):
                rows.add(element)
                words = (_odt_words(cell, notes).strip() for cell in cells)
                draft.add(BETWEEN_CELLS.join(filter(None, words)))
        elif not any(above in rows for above in element.iterancestors(f"{_TABLE}table-row")):
            draft.add(_odt_words(element, notes), _odt_kind(element, styles))
    for note in notes:
        draft.add(note)
    if "meta.xml" in archive:
        title = archive.xml("meta.xml").find(f".//{_DUBLIN_CORE}title")
        _take_facts(draft, None if title is None else title.text, None)
    return draft


def _odt_kind(element: Any, styles: Mapping[str, str]) -> BlockKind:
    """Return the kind of a paragraph. `styles` holds, for those made by hand, the name of the style they are of."""
    style = element.get(f"{_TEXT}style-name") or ""
    style = styles.get(style, style).replace("_20_", " ")
    if element.tag == f"{_TEXT}h" or style == "Title":
        level = element.get(f"{_TEXT}outline-level") or "1"
        return BlockKind.HEADLINE if style == "Title" or level == "1" else BlockKind.SUBHEADING
    if style.startswith(("Quotation", "Quote", "Intense Quote", "Block Quot")):
        return BlockKind.BLOCK_QUOTE
    is_listed = _is_within(element, (f"{_TEXT}list-item",))
    return BlockKind.LIST_ITEM if is_listed else BlockKind.PARAGRAPH


def _is_within(element: Any, tags: tuple[str, ...]) -> bool:
    return any(above.tag in tags for above in element.iterancestors())


def _odt_words(element: Any, notes: list[str]) -> str:
    """Return the words of a paragraph; the texts of its notes are put into `notes`."""
    out: list[str] = []
    skipped = 0
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        tag = inner.tag if isinstance(inner.tag, str) else ""
        if tag in (f"{_TEXT}note", f"{_OFFICE}annotation"):
            if event == "start" and tag == f"{_TEXT}note" and not skipped:
                body = inner.find(f"{_TEXT}note-body")
                notes.append(" ".join(body.itertext()) if body is not None else "")
            skipped += 1 if event == "start" else -1
        if event == "start" and not skipped:
            out.append(" " if tag in (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break") else "")
            out.append(inner.text or "" if tag else "")
        elif event == "end" and not skipped and inner is not element:
            out.append(inner.tail or "")
    return "".join(out)


def read_rtf(data: bytes) -> Draft:
    """Read a rich text document: its words, a paragraph a line."""
    from striprtf.striprtf import rtf_to_text

    if b"\\rtf" not in data[:40]:
        raise Refused(DAMAGED)
    try:
        text: str = rtf_to_text(  # type: ignore[no-untyped-call]
            data.decode("latin-1"), encoding="cp1252", errors="replace"
        )
    except (ValueError, IndexError, KeyError, LookupError):
        raise Refused(DAMAGED) from None
    draft = Draft()
    for line in (
        text.replace("|", " ").split("\n") if "\\cell" in data.decode("latin-1") else text.split("\n")
    ):
        draft.add(line)
    return draft


def _take_facts(draft: Draft, title: str | None, byline: str | None) -> None:
    """Take the title of a document's properties where it stands in the text, too: templates leave others behind."""
    title = " ".join((title or "").split())
    heading = next((each.text for each in draft.paragraphs if each.kind is BlockKind.HEADLINE), None)
    if heading:
        draft.title = heading
    elif title and any(title in each.text for each in draft.paragraphs[:5]):
        draft.title = title
    draft.byline = byline
