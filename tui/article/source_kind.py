"""What a source is (a page, a feed, Markdown, plain text), told once by what it holds.

Everything is decided on the first `HEAD` bytes, in linear time, and mostly without a regular expression: this
stands on the way to the first screen.
"""

from __future__ import annotations

import re
from enum import Enum

HEAD = 65_536  # bytes

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PAGE_TYPES = ("text/html", "application/xhtml+xml")
_PAGE_ELEMENTS = frozenset(b"html head body title meta article main section div p h1".split())
_MARKUP = rb"(?i)<(?:html|head|body|article|main|section|div|p|h1|h2|title|meta|table|span|nav|header)\b"
_ELEMENT = rb"<(?:([\w.-]{1,40}):)?(\w{1,20})(?=[\s/>])"
_SPACE = rb"\s*"
_MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdwn")
_HEADING = rb"(?m)^#{1,6} \S"
_LINK = rb"(?<!!)\[[^\[\]\n]{1,300}\]\([^\s()<>]"
_SUBRIP = rb"(?:\d{1,6}\s{1,4})?\d{1,3}:\d{2}:\d{2}[.,]\d{3}(?: --> |,)\d"
_MAILBOX_LINE = rb"From \S{1,200} [^\n]{0,60}\d{4}\r?\n[A-Za-z-]{2,40}: "
_HEADER = rb"[A-Za-z][A-Za-z0-9-]{1,40}: ?\S"
_MAIL_HEADERS = frozenset(b"from to subject date message-id mime-version received return-path".split())
_HEADERS = 16_384  # bytes in which they are looked for


class SourceKind(Enum):
    """What a source is, and so what reads it."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    PAGE = "an HTML page"
    SAVED_PAGE = "a page saved as one file: MHTML, or Safari's webarchive"
    XML_FEED = "RSS or Atom"
    JSON_FEED = "JSON Feed"
    OPML = "a list of feeds"
    PDF = "a PDF document"
    DOCX = "a Word document"
    ODT = "an OpenDocument text"
    RTF = "a rich text document"
    EPUB = "an e-book"
    MAIL = "a message"
    MAILBOX = "a mailbox"
    OUTLOOK_MESSAGE = "an Outlook message"
    SUBTITLES = "subtitles"

    @property
    def is_feed(self) -> bool:
        """Tell whether it lists things to read."""
        return self in (SourceKind.XML_FEED, SourceKind.JSON_FEED, SourceKind.OPML)

    @property
    def is_document(self) -> bool:
        """Tell whether it is a document, which a process of its own takes apart."""
        return self in _DOCUMENTS


_DOCUMENTS = frozenset(
    {
        *(
            SourceKind.PDF,
            SourceKind.DOCX,
            SourceKind.ODT,
            SourceKind.RTF,
            SourceKind.EPUB,
            SourceKind.SUBTITLES,
        ),
        *(SourceKind.MAIL, SourceKind.MAILBOX, SourceKind.OUTLOOK_MESSAGE),
    }
)

_FEED_ELEMENTS = {
    **dict.fromkeys((b"rss", b"feed", b"rdf", b"channel"), SourceKind.XML_FEED),
    b"opml": SourceKind.OPML,
}


def source_kind(data: bytes, name: str = "", content_type: str = "") -> SourceKind:
    """Tell what `data` is.

    `name` is what it is called, for its suffix alone; `content_type` the media type that its server names, which is
    believed of a page only, and only where there is any markup: servers send plain text as pages, and feeds, too.
    """
    if (document := _document_kind(data, name)) is not None:
        return document
    head = _without_zeros(data[:HEAD])
    if _is_saved_page(head):
        return SourceKind.SAVED_PAGE
    if head.startswith(b"{"):
        # The members of a JSON object come in any order: the version may come after all items.
        if b"jsonfeed.org/version" in data or b"jsonfeed.org\\/version" in data:
            return SourceKind.JSON_FEED
    elif head.startswith(b"<"):
        doctype, element = _beginning(head)
        if (feed := _FEED_ELEMENTS.get(element)) is not None:
            return feed
        if doctype == b"html" or element in _PAGE_ELEMENTS:
            return SourceKind.PAGE
        if not head.startswith(b"<?xml") and len(re.findall(_MARKUP, head)) >= 3:
            return SourceKind.PAGE
    if content_type in _PAGE_TYPES and b"<" in head:
        return SourceKind.PAGE
    return SourceKind.MARKDOWN if _is_markdown(head, name) else SourceKind.TEXT


def _document_kind(data: bytes, name: str) -> SourceKind | None:
    """Tell which document `data` is by its signature, mail and subtitles by how they begin; None for another."""
    first = data[:1]
    if first == b"%" and data.startswith(b"%PDF-"):
        return SourceKind.PDF
    if first == b"P" and data.startswith(b"PK\x03\x04"):
        if data.startswith(b"mimetypeapplication/epub+zip", 30):
            return SourceKind.EPUB
        if data.startswith(b"mimetypeapplication/vnd.oasis.opendocument.text", 30):
            return SourceKind.ODT
        return SourceKind.DOCX if b"word/document" in data else None
    if first == b"{" and data.startswith(b"{\\rtf"):
        return SourceKind.RTF
    if first == b"\xd0" and data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            return SourceKind.DOCX
        return SourceKind.OUTLOOK_MESSAGE if "__substg1.0_".encode("utf-16-le") in data else None
    head = data[:HEAD].removeprefix(_BYTE_ORDER_MARKS[0])
    if head.startswith(b"WEBVTT") or (head[:1].isdigit() and re.match(_SUBRIP, head)):
        return SourceKind.SUBTITLES
    if re.match(_MAILBOX_LINE, head):
        return SourceKind.MAILBOX
    return SourceKind.MAIL if _is_mail(head, name) else None


def _is_mail(head: bytes, name: str) -> bool:
    """Tell whether these are a message's headers: several of those that only mail has, or two and the suffix."""
    if not re.match(_HEADER, head) or _is_saved_page(head):
        return False
    headers = head[:_HEADERS].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    found = len(_MAIL_HEADERS & {line.partition(b":")[0].lower() for line in headers.split(b"\n")})
    return found >= (2 if name.lower().endswith(".eml") else 4)


def _without_zeros(head: bytes) -> bytes:
    """Return the beginning without byte order mark, white space and the zeros of UTF-16."""
    if b"\0" in head and not head.startswith(b"bplist00"):
        head = head.replace(b"\0", b"")
    for mark in _BYTE_ORDER_MARKS:
        head = head.removeprefix(mark)
    return head.lstrip()


def _is_saved_page(head: bytes) -> bool:
    return head.startswith(b"bplist00") or (
        head[:9].lower() in (b"from: <sa", b"mime-vers", b"content-t", b"subject: ", b"snapshot-")
        and b"multipart/related" in head.lower()
    )


def _beginning(head: bytes) -> tuple[bytes, bytes]:
    """Return the document type and the first element's local name in small letters, b"" for none.

    Comments, processing instructions and declarations are skipped, each by one search that goes on where the last
    one ended.
    """
    doctype = b""
    at = 0
    while head.startswith(b"<", at):
        if head.startswith(b"<?", at):
            end = head.find(b"?>", at) + 2
        elif head.startswith(b"<!--", at):
            end = head.find(b"-->", at) + 3
        elif head.startswith(b"<!", at):
            doctype = doctype or head[at : at + 40].lower().partition(b"<!doctype")[2].lstrip()[:4]
            close = head.find(b">", at)
            bracket = head.find(b"[", at, close)  # of declarations inside: <!DOCTYPE rss [<!ENTITY …>]>
            inner = head.find(b"]", bracket) if bracket >= 0 else at
            end = head.find(b">", inner) + 1 if inner >= 0 else 0
        else:
            found = re.compile(_ELEMENT).match(head, at)
            return doctype, found[2].lower() if found else b""
        if end <= at:
            break
        space = re.compile(_SPACE).match(head, end)
        at = space.end() if space else end
    return doctype, b""


def _is_markdown(head: bytes, name: str) -> bool:
    """Tell whether a text is Markdown: by its suffix, by headings, or by one heading and a link or code."""
    if name.lower().endswith(_MARKDOWN_SUFFIXES):
        return True
    if b"#" not in head:
        return False
    headings = len(re.findall(_HEADING, head))
    return headings >= 3 or (headings >= 1 and (b"\n```" in head or re.search(_LINK, head) is not None))
