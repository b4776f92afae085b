"""Bytes to text: which encoding, and whether it is text at all."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from tui.article.language import looks_english

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive, an office document or an e-book"),
    (b"\x89PNG\r\n\x1a\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ\x00", "a compressed file"),
    (b"(\xb5/\xfd", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "a rich text document"),
)
# Curly marks as old Macs wrote them, where cp1252 would read TrumpÕs and ÒWe.
_MAC_MARKS = rb"[A-Za-z]\xd5(?:s|t|re|ll|ve|d|m)(?![A-Za-z\x80-\xff])|(?<![A-Za-z\x80-\xff])\xd2[A-Z]"
_SAMPLE = 65536  # bytes that the guesses are made from
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1b\x08")


class NotText(ValueError):
    """The bytes are no text; `what` says what they look like ("a PDF document")."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class Decoded(NamedTuple):
    """Text without its byte order mark, line ends as they were, and the name of its encoding."""

    text: str
    encoding: str


def decode(data: bytes, charset: str | None = None) -> Decoded:
    """Decode a text file: by its byte order mark, as UTF-8, as UTF-16, or as the likeliest 8-bit encoding.

    `charset` is the codec its server names (tui.article.text.charset_labels), taken before the likeliest one but
    after UTF-8, which hardly any text in another encoding is by chance and which servers often forget. Bytes that
    the encoding does not allow become U+FFFD. Raises NotText for anything that is no text.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(data[len(bom) :].decode(encoding, "replace"), encoding)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise NotText(what)
    if (wide := _utf_16(data)) is not None:
        return Decoded(data.decode(wide, "replace"), wide)
    if _share_of_controls(data[:_SAMPLE]) > 0.1:
        raise NotText("a binary file")
    if charset is not None and charset.startswith("iso2022"):  # 7-bit: it looks like UTF-8
        return Decoded(data.decode(charset, "replace"), charset)
    if charset is None and _shifts_to_japanese(data):
        return Decoded(data.decode("iso2022_jp", "replace"), "iso2022_jp")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if charset is not None and not charset.startswith("utf"):
        return Decoded(data.decode(charset, "replace"), charset)
    if _nearly_utf_8(data):
        return Decoded(data.decode("utf-8", "replace"), "utf-8")
    if _share_of_controls(data[:_SAMPLE]) > 0.01:
        raise NotText("a binary file")
    encoding = _legacy(data)
    return Decoded(data.decode(encoding, "replace"), encoding)


def _utf_16(data: bytes) -> str | None:
    """Recognise UTF-16 without a mark: in most scripts every other byte of a space or stop is zero."""
    sample = data[: _SAMPLE // 16 * 2]
    if len(sample) < 16 or len(data) % 2 or b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    for zeros, others, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > 0.1 * half and others < 0.05 * half:
            text = sample.decode(name, "replace")
            if sum(c.isprintable() or c in "\r\n\t" for c in text) > 0.95 * len(text):
                return name
    return None


def _shifts_to_japanese(data: bytes) -> bool:
    """Tell whether escape sequences lead into JIS X 0208 and back, and all between them is of it: ISO-2022-JP."""
    sample = data[:_SAMPLE]
    if b"\x1b$" not in sample or max(sample) >= 128:
        return False
    last = sample.rfind(b"\x1b(")
    try:
        return last > 0 and "\x1b" not in sample[:last].decode("iso2022_jp")
    except UnicodeDecodeError:
        return False


def _share_of_controls(sample: bytes) -> float:
    controls = bytes(b for b in range(32) if b not in _TEXT_CONTROLS) + b"\x7f"
    return (len(sample) - len(sample.translate(None, controls))) / max(1, len(sample))


def _nearly_utf_8(data: bytes) -> bool:
    """Tell whether all but a few of the characters beyond ASCII are good UTF-8: a damaged or cut file."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return beyond - bad >= 10 * bad


def _legacy(data: bytes) -> str:
    sample = data[:_SAMPLE]
    plain = sample.decode("ascii", "ignore")
    if len(plain) > 0.8 * len(sample) and looks_english(plain):
        # What English was written in; statistics over its few other bytes go astray.
        return "mac_roman" if re.search(_MAC_MARKS, sample) else "cp1252"
    from charset_normalizer import from_bytes  # 30 ms to import, and hardly ever needed

    first = next(i for i, byte in enumerate(data) if byte >= 128)
    begin = max(0, first - _SAMPLE // 4)
    best = from_bytes(data[begin : begin + _SAMPLE // 2]).best()
    if best is None or best.encoding.startswith("utf"):
        return "cp1252"
    return best.encoding
