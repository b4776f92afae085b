"""Read pages that browsers save as one file: MHTML (Chrome, Edge; RFC 2557) and Safari's webarchive.

Only the page itself is extracted, in time linear in the size of the file; pictures and frames are ignored.
"""

from __future__ import annotations

import binascii
import re
import struct
from dataclasses import dataclass

from tui.article.http.urls import safe_link
from tui.article.text.charset_labels import codec, parse_content_type

_HEAD = 16_384  # bytes of the headers of a file or of a part
_PARTS = 500  # parts of a file that are searched for the page, which is among the first
_BOUNDARY = re.compile(r"boundary\s{0,9}=\s{0,9}(?:\"([^\"\n]{1,200})\"|([^\s;\"]{1,200}))", re.IGNORECASE)
_PLIST = b"bplist00"


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """A saved page: its HTML, and its address and codec if they are known."""

    data: bytes
    url: str | None
    charset: str | None


def archived_page(data: bytes) -> ArchivedPage | None:
    """Return the page in a file of the kind `SourceKind.SAVED_PAGE`; None if it holds none."""
    return _webarchive(data) if data.startswith(_PLIST) else _mhtml(data)


def _mhtml(data: bytes) -> ArchivedPage | None:
    file_headers, at = _headers(data, 0)
    found = _BOUNDARY.search(file_headers.get("content-type", ""))
    if found is None:
        return None
    mark = b"--" + (found[1] or found[2]).encode("latin-1", "replace")
    at = data.find(mark, at)
    for _ in range(_PARTS):
        if at < 0:
            return None
        headers, start = _headers(data, at + len(mark))
        end = data.find(b"\n" + mark, start)
        media, charset = parse_content_type(headers.get("content-type", ""))
        if media in ("text/html", "application/xhtml+xml"):
            body = _decoded(
                data[start : end if end >= 0 else None], headers.get("content-transfer-encoding", "")
            )
            address = headers.get("content-location") or file_headers.get("snapshot-content-location") or ""
            return ArchivedPage(body, safe_link(None, address), charset)
        at = end + 1 if end >= 0 else -1
    return None


def _headers(data: bytes, at: int) -> tuple[dict[str, str], int]:
    """Return the headers at `at` up to the first empty line, and the offset after it."""
    head = data[at : at + _HEAD].lstrip(b"\r\n ")
    at += len(data[at : at + _HEAD]) - len(head)
    end = re.search(rb"\r?\n\r?\n", head)
    text = head[: end.start() if end else None].decode("utf-8", "replace")
    found: dict[str, str] = {}
    for line in re.sub(r"\r?\n[ \t]+", " ", text).splitlines():
        name, colon, value = line.partition(":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    return found, at + (end.end() if end else len(head))


def _decoded(body: bytes, encoding: str) -> bytes:
    encoding = encoding.lower()
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body)
    if encoding == "base64":
        try:
            return binascii.a2b_base64(body)
        except binascii.Error:
            return b""
    return body


def _is_bounded(data: bytes) -> bool:
    """Tell whether the objects of a binary property list take no more bytes than it has.

    If objects overlap in the file, some 100 kilobytes can unfold into gigabytes. The format is
    described in CFBinaryPList.c of Apple's Core Foundation. Raises IndexError and struct.error for a damaged file.
    """
    offset_size, reference_size, objects, _, table = struct.unpack(">6xBBQQQ", data[-32:])
    # Bytes for each member, by object type: data and strings (4 to 6), arrays, sets and dictionaries (10 to 13).
    widths = {4: 1, 5: 1, 6: 2, 10: reference_size, 12: reference_size, 13: 2 * reference_size}
    size = 0
    for number in range(min(objects, len(data))):
        at = table + number * offset_size
        offset = int.from_bytes(data[at : at + offset_size], "big")
        kind, count = data[offset] >> 4, data[offset] & 15
        if count == 15:
            width = 1 << (data[offset + 1] & 3)
            count = int.from_bytes(data[offset + 2 : offset + 2 + width], "big")
        size += count * widths.get(kind, 0)
        if size > len(data):
            return False
    return int(objects) <= len(data)


def _webarchive(data: bytes) -> ArchivedPage | None:
    import plistlib

    try:
        if not _is_bounded(data):
            return None
        page = plistlib.loads(data, fmt=plistlib.FMT_BINARY)["WebMainResource"]
        body, address = page["WebResourceData"], page.get("WebResourceURL")
        label = page.get("WebResourceTextEncodingName")
    except MemoryError:
        raise
    except Exception:  # plistlib raises nearly any kind of error for a damaged file
        return None
    if not isinstance(body, bytes):
        return None
    url = safe_link(None, address) if isinstance(address, str) else None
    return ArchivedPage(body, url, codec(label) if isinstance(label, str) else None)
