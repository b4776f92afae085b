"""Office documents: DOCX by way of mammoth, ODT from its own XML.

An ODT is XML whose paragraphs stand in the order in which they are read, so that lxml is all it takes: odfdo gives
the same tree, odfpy, not kept since 2020, one of its own; what is left out would be decided here all the same.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any
from xml.parsers.expat import ExpatError

from lxml import etree

from tui.article.article import BlockKind
from tui.article.documents.archives import DAMAGED, Archive
from tui.article.documents.draft import Draft, Refused, take_title
from tui.article.documents.markup import BETWEEN_CELLS, LINE_BREAK, add_markup, own_lines

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_TEXT, _TABLE, _OFFICE, _STYLE = (f"{{{_ODF}:{name}:1.0}}" for name in ("text", "table", "office", "style"))
_CELL = f"{_TABLE}table-cell"
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT_BOX = "{urn:schemas-microsoft-com:vml}textbox"
_DOCUMENT = "word/document.xml"
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

    if not data.startswith(b"PK"):  # Word keeps a document with a password in an envelope of another kind
        raise Refused("is encrypted; save a copy without its password first")
    archive = Archive(data)
    if _DOCUMENT not in archive:
        raise Refused(DAMAGED)
    try:
        made = mammoth.convert_to_html(
            _for_mammoth(archive),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda _: {"src": ""}),
        )
    except (ExpatError, KeyError, ValueError, IndexError, AttributeError, TypeError, OSError):
        raise Refused(DAMAGED) from None
    draft = Draft()
    add_markup(draft, made.value)
    draft.paragraphs = [each._replace(text=each.text.removesuffix("↑").rstrip()) for each in draft.paragraphs]
    if "docProps/core.xml" in archive:
        core = archive.xml("docProps/core.xml")
        take_title(draft, core.findtext(f"{_DUBLIN_CORE}title"))
    return draft


def _for_mammoth(archive: Archive) -> io.BytesIO:
    """Return a Word document without pictures and hidden words, its text boxes where mammoth looks for them."""
    parts = {name: archive.read(name) for name in archive.names() if name.endswith((".xml", ".rels"))}
    if b"w:vanish" in parts[_DOCUMENT] or b":txbx" in parts[_DOCUMENT]:
        root = archive.parsed(parts[_DOCUMENT])
        for hidden in root.findall(f".//{_WORD}r/{_WORD}rPr/{_WORD}vanish"):
            run = hidden.getparent().getparent()
            if hidden.get(f"{_WORD}val", "1") not in ("0", "false", "off") and run.getparent() is not None:
                run.getparent().remove(run)
        # The other way to draw a shape, for older programs, is what mammoth reads; not all programs write it.
        for shape in root.findall(f".//{_COMPATIBILITY}AlternateContent"):
            choice, older = shape.find(f"{_COMPATIBILITY}Choice"), shape.find(f"{_COMPATIBILITY}Fallback")
            box = None if choice is None else choice.find(f".//{_WORD}txbxContent")
            if box is not None and (older is None or older.find(f".//{_WORD}txbxContent") is None):
                shape[:] = [etree.Element(f"{_COMPATIBILITY}Fallback")]
                etree.SubElement(etree.SubElement(shape[0], f"{_WORD}pict"), _TEXT_BOX).append(box)
        parts[_DOCUMENT] = etree.tostring(root)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return out


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
    hidden = {
        style.get(f"{_STYLE}name")
        for style in content.iterfind(f"{_OFFICE}automatic-styles/{_STYLE}style")
        if (look := style.find(f"{_STYLE}text-properties")) is not None
        and look.get(f"{_TEXT}display") == "none"
    }
    for span in body.findall(f".//{_TEXT}span"):
        if span.get(f"{_TEXT}style-name") in hidden:
            span.tag = f"{_TEXT}hidden-text"
    draft = Draft()
    notes: list[str] = []
    rows: set[Any] = set()
    for element in body.iter(f"{_TABLE}table-row", f"{_TEXT}h", f"{_TEXT}p"):
        if _is_within(element, (f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note")):
            continue
        if element.tag == f"{_TABLE}table-row":
            cells = list(element.iterfind(_CELL))
            if all(len(cell) < 2 and cell.find(f".//{_TABLE}table") is None for cell in cells):
                rows.add(element)
                words = (_odt_words(cell, notes).strip() for cell in cells)
                draft.add(BETWEEN_CELLS.join(filter(None, words)))
        elif not any(above in rows for above in element.iterancestors(f"{_TABLE}table-row")):
            kind = _odt_kind(element, styles)
            for line in own_lines(_odt_words(element, notes), kind):
                draft.add(line, kind)
    for note in notes:
        draft.add(note)
    if "meta.xml" in archive:
        title = archive.xml("meta.xml").find(f".//{_DUBLIN_CORE}title")
        take_title(draft, None if title is None else title.text)
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
    """Return the words of a paragraph or of a cell; the texts of its notes are put into `notes`.

    What stands in a box that hangs on a paragraph is a paragraph of its own.
    """
    out: list[str] = []
    skipped = 0
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        tag = inner.tag if isinstance(inner.tag, str) else ""
        is_boxed = tag in (f"{_TEXT}p", f"{_TEXT}h") and inner is not element and element.tag != _CELL
        if is_boxed or tag in (f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}hidden-text"):
            if event == "start" and tag == f"{_TEXT}note" and not skipped:
                body = inner.find(f"{_TEXT}note-body")
                notes.append(" ".join(body.itertext()) if body is not None else "")
            skipped += 1 if event == "start" else -1
        if event == "start" and not skipped:
            out.append(" " if tag in (f"{_TEXT}s", f"{_TEXT}tab") else "")
            out.append(LINE_BREAK if tag == f"{_TEXT}line-break" else "")
            out.append(inner.text or "" if tag else "")
        elif event == "end" and not skipped and inner is not element:
            out.append(inner.tail or "")
    return "".join(out)
