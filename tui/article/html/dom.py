"""Parse a page's bytes into a tree that is safe to walk: encoding, depth, huge tags and scripts."""

from __future__ import annotations

import codecs
import re
from itertools import pairwise
from unicodedata import normalize

from lxml import etree, html

from tui.article.text.charset_labels import codec
from tui.article.text.decoding import NotText, decode

DEEPEST = 200  # levels of nested elements; deeper ones are cut off
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE)
_XML = re.compile(rb"""\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,30})""")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
# A tag this long holds a whole picture, or thousands of attributes, which take quadratic time.
_LONG_TAG = re.compile(r"(<[A-Za-z][^\s<>/]{0,60}+)([^<>]{4000,}+)")
_KEPT = re.compile(
    r"""\s(?:class|id|role|itemprop|href|style)\s{0,3}=\s{0,3}(?:"[^"<>]{0,500}"|'[^'<>]{0,500}')|\shidden(?![\w-])""",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"<(?=/?script\b)", re.IGNORECASE)
_HEAD_ELEMENTS = frozenset("title meta link script style base noscript template".split())
_LONGEST_SCRIPT = 5_000_000  # characters; at ten million libxml2 gives up on the whole page


class NoTree(ValueError):
    """The bytes are not a page; `what` says what they look like."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def page_text(data: bytes, charset: str | None = None) -> tuple[str, str]:
    """Return the page's text and the name of its encoding.

    A byte order mark decides first, then whether the bytes are valid UTF-8, then the header's `charset`, then
    the page's own declaration, and finally a guess. Raises NoTree for bytes that are not text.
    """
    for bom, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace"), name
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if "\x00" not in text[:4096] and "\x1b$" not in text:  # UTF-16 and ISO-2022-JP can be valid UTF-8
            return text, "utf-8"
    for name in _declared_encodings(data, charset):
        text = data.decode(name, "replace")
        if text.count("\ufffd") <= max(3, len(text) // 200):
            return text, name
    try:
        decoded = decode(data)
    except NotText as error:
        raise NoTree(error.what) from None
    return decoded.text, decoded.encoding


def _declared_encodings(data: bytes, charset: str | None) -> list[str]:
    """Return the encodings that the header, then the page, declare, without those that Python does not know."""
    names = [charset or ""]
    names += [
        match[1].decode("ascii") for match in (_XML.search(data[:300]), _META.search(data[:8192])) if match
    ]
    return list(dict.fromkeys(known for name in names if (known := codec(name)) is not None))


def parse(text: str) -> html.HtmlElement:
    """Return the tree of a page. Raises NoTree for a page without elements."""
    # Compose letters with their accents, as fonts, searches and language models expect.
    text = normalize("NFC", _CONTROLS.sub("", _DECLARATION.sub("", text, count=1)))
    text = _LONG_TAG.sub(_shortened, _without_huge_scripts(text))
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=False, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        if "memory" in str(error).lower():
            raise MemoryError from None
        raise NoTree("a page without text") from None
    _move_out_of_head(root)
    _cut_depths(root)
    return root


def _move_out_of_head(root: html.HtmlElement) -> None:
    """Move what libxml2 puts into the head of a page without head and body tags to the body.

    It does not know `<article>` and the like, and takes `<title>Ferry</title><article>…` for a head only.
    """
    head = root.find("head")
    moved = (
        [] if head is None else [e for e in head if isinstance(e.tag, str) and e.tag not in _HEAD_ELEMENTS]
    )
    if not moved:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    moved[-1].tail = (moved[-1].tail or "") + (body.text or "")
    body.text = None
    body[:0] = moved


def _shortened(tag: re.Match[str]) -> str:
    """Return a long tag with only those attributes that are read later."""
    return tag[1] + "".join(found[0] for found in list(_KEPT.finditer(tag[2]))[:20])


def _without_huge_scripts(text: str) -> str:
    """Return the page with scripts longer than `_LONGEST_SCRIPT` emptied."""
    if len(text) < _LONGEST_SCRIPT:
        return text
    marks = [found.start() for found in _SCRIPT.finditer(text)]
    parts: list[str] = []
    at = 0
    for start, end in pairwise((*marks, len(text))):
        if end - start > _LONGEST_SCRIPT and text[start + 1] != "/":
            parts += [text[at:start], "<script>"]
            at = end
    return "".join((*parts, text[at:]))


def _cut_depths(root: html.HtmlElement) -> None:
    """Remove elements nested deeper than `DEEPEST`, which nothing written by a person is."""
    for element in _deepest_elements(root):
        for child in list(element):
            element.remove(child)


def is_truncated(root: html.HtmlElement) -> bool:
    """Tell whether `parse` may have cut off deeply nested elements of this tree."""
    return bool(_deepest_elements(root))


def _deepest_elements(root: html.HtmlElement) -> list[html.HtmlElement]:
    """Return the elements at the depth `DEEPEST`."""
    depth = 0
    deep: list[html.HtmlElement] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        if depth == DEEPEST:
            deep.append(element)
    return deep
