"""A page's bytes to a tree that is safe to walk: which encoding, how deep, what never holds text."""

from __future__ import annotations

import codecs
import re

from lxml import etree, html

from tui.article.text.charsets import codec
from tui.article.text.decoding import NotText, decode

DEEPEST = 200  # elements one within another; what lies deeper is cut off
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE)
_XML = re.compile(rb"""\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,30})""")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
# A tag so long holds whole pictures, or thousands of attributes, which take quadratic time: it loses them.
_LONG_TAG = re.compile(r"(<[A-Za-z][^\s<>/]{0,60})[^<>]{60000,}")


class NoTree(ValueError):
    """The bytes hold no page; `what` says what they look like."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


def page_text(data: bytes, charset: str | None = None) -> tuple[str, str]:
    """The page's text and the name of its encoding.

    A byte order mark is believed first, then UTF-8 that holds without a fault, then the header's `charset`, the
    page's own `<meta>`, and last the likeliest encoding. Raises NoTree for bytes that are no text.
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
        if "\x00" not in text[:4096] and "\x1b$" not in text:  # UTF-16 and ISO-2022-JP look like it
            return text, "utf-8"
    for name in _named(data, charset):
        text = data.decode(name, "replace")
        if text.count("\ufffd") <= max(3, len(text) // 200):
            return text, name
    try:
        decoded = decode(data)
    except NotText as error:
        raise NoTree(error.what) from None
    return decoded.text, decoded.encoding


def _named(data: bytes, charset: str | None) -> list[str]:
    """The encodings that the header and the page name and Python knows, in that order."""
    names = [charset or ""]
    names += [
        match[1].decode("ascii") for match in (_XML.search(data[:300]), _META.search(data[:8192])) if match
    ]
    return list(dict.fromkeys(known for name in names if (known := codec(name)) is not None))


def parse(text: str) -> html.HtmlElement:
    """The tree of a page. Raises NoTree for a page without elements."""
    text = _CONTROLS.sub("", _DECLARATION.sub("", text, count=1))
    text = _LONG_TAG.sub(r"\1", text)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, remove_pis=True, recover=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        raise NoTree("a page without text") from None
    _cut_depths(root)
    return root


def _cut_depths(root: html.HtmlElement) -> None:
    """Cut off what lies deeper than `DEEPEST`: nothing that a person wrote does."""
    depth = 0
    deep: list[html.HtmlElement] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        if depth == DEEPEST:
            deep.append(element)
    for element in deep:
        for child in list(element):
            element.remove(child)
