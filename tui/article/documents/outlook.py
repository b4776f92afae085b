"""Messages that Outlook saved (MSG), turned into messages as they are sent, so that both are read alike.

Such a file is a compound file whose streams are named for the properties that they hold (MS-OXMSG); times and
numbers stand in one stream of sixteen bytes a property. An attached message is a folder of the same kind. olefile
takes the compound file apart; extract-msg, which reads more of what is in it, is under the GPL.
"""

from __future__ import annotations

import codecs
import io
import struct
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from typing import NamedTuple

import olefile

from tui.article.documents.archives import DAMAGED
from tui.article.documents.draft import Refused
from tui.article.html.dom import NoTree, page_text

_SUBJECT, _BODY, _HTML, _COMPRESSED_RTF = 0x0037, 0x1000, 0x1013, 0x1009
_SENDER_NAMES, _SENDER_ADDRESSES = (0x0C1A, 0x0042), (0x5D01, 0x0C1F, 0x0065)
_TIMES = (0x0039, 0x0E06, 0x3007)  # sent, delivered, made
_CODE_PAGE, _HTML_CODE_PAGE = 0x3FFD, 0x3FDE
_FILE_NAMES, _FILE, _MEDIA_TYPE, _CONTENT_ID, _IS_HIDDEN = (
    (0x3707, 0x3704, 0x3001),
    0x3701,
    0x370E,
    0x3712,
    0x7FFE,
)

_STRING, _STRING_IN_CODE_PAGE, _BINARY, _OBJECT = 0x001F, 0x001E, 0x0102, 0x000D
_PROPERTIES = "__properties_version1.0"
_ENTRY = struct.Struct("<HHI8s")  # type, number, flags, value

MOST_ATTACHMENTS = 100
_DAMAGE = (OSError, ValueError, IndexError, KeyError, AttributeError, struct.error, MessageError)
_DEEPEST = 4  # messages in messages
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_KNOWN_CODE_PAGES = {
    65001: "utf-8",
    20127: "ascii",
    20866: "koi8-r",
    21866: "koi8-u",
    50220: "iso-2022-jp",
    51932: "euc-jp",
}


def as_sent(data: bytes) -> EmailMessage:
    """Return the message in an MSG file. Raises Refused if it is damaged."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as file:
            return _message(_Folder(file, ()), 0)
    except _DAMAGE:
        raise Refused(DAMAGED) from None


class _Folder(NamedTuple):
    """A message or an attachment within the file, with its properties."""

    file: olefile.OleFileIO
    path: tuple[str, ...]

    def below(self, name: str) -> _Folder:
        return self._replace(path=(*self.path, name))

    def holds(self, name: str) -> bool:
        return bool(self.file.exists([*self.path, name]))

    def attachments(self) -> list[_Folder]:
        depth = len(self.path)
        names = {
            entry[depth]
            for entry in self.file.listdir(streams=True, storages=True)
            if tuple(entry[:depth]) == self.path
            and "".join(entry[depth : depth + 1]).startswith("__attach_version1.0_")
        }
        return [self.below(name) for name in sorted(names)[:MOST_ATTACHMENTS]]

    def stream(self, number: int, kind: int) -> bytes | None:
        """Return the bytes of a property, None if it is not there."""
        name = f"__substg1.0_{number:04X}{kind:04X}"
        return self.file.openstream([*self.path, name]).read() if self.holds(name) else None

    def text(self, *numbers: int, encoding: str) -> str:
        """Return the first of these properties that is a text; "" for none."""
        for number in numbers:
            for kind, name in ((_STRING, "utf-16-le"), (_STRING_IN_CODE_PAGE, encoding)):
                if data := self.stream(number, kind):
                    return data.decode(name, "replace").replace("\0", "")
        return ""

    def numbers(self) -> dict[int, int]:
        """Return the properties that are numbers or times, as unsigned integers of eight bytes."""
        if not self.holds(_PROPERTIES):
            return {}
        data = self.file.openstream([*self.path, _PROPERTIES]).read()
        last = self.path[-1] if self.path else ""
        head = 32 if not last else 8 if last.startswith("__attach") else 24  # bytes before the first property
        entries = _ENTRY.iter_unpack(data[head : len(data) - (len(data) - head) % _ENTRY.size])
        return {number: int.from_bytes(value, "little") for _, number, _, value in entries}


def _message(folder: _Folder, depth: int) -> EmailMessage:
    numbers = folder.numbers()
    encoding = _encoding(numbers.get(_CODE_PAGE), "cp1252")
    message = EmailMessage()
    _set(message, "Subject", folder.text(_SUBJECT, encoding=encoding))
    name = folder.text(*_SENDER_NAMES, encoding=encoding)
    address = next(
        (each for n in _SENDER_ADDRESSES if "@" in (each := folder.text(n, encoding=encoding))), ""
    )
    _set(message, "From", _written(name, address))
    _set(message, "Date", next((date for n in _TIMES if (date := _date(numbers.get(n, 0)))), ""))
    body = folder.text(_BODY, encoding=encoding)
    markup = _markup(folder, _encoding(numbers.get(_HTML_CODE_PAGE), ""))
    if not body.strip() and not markup:
        body = _rich_text(folder)
    message.set_content(body)
    if markup:
        message.add_alternative(markup, subtype="html")
    for attachment in folder.attachments():
        with suppress(*_DAMAGE):  # the words are read all the same
            _attach(message, attachment, encoding, depth)
    return message


def _set(message: EmailMessage, name: str, value: str) -> None:
    """Set a header, unless there is nothing to say or it cannot be written."""
    if words := " ".join(value.split()):
        try:
            message[name] = words
        except (ValueError, IndexError, AttributeError, MessageError):
            del message[name]


def _written(name: str, address: str) -> str:
    """Return a sender as a header has it, "" for nobody. Addresses of use only inside a company are left out."""
    return formataddr((name, address if address.isascii() else "")) if name or address else ""


def _date(ticks: int) -> str:
    """Return a time, in tenths of a microsecond since 1601, as mail writes it; "" for none."""
    try:
        return format_datetime(_EPOCH + timedelta(microseconds=ticks // 10)) if ticks else ""
    except OverflowError:
        return ""


def _encoding(code_page: int | None, otherwise: str) -> str:
    if not code_page:
        return otherwise
    code_page &= 0xFFFF
    name = _KNOWN_CODE_PAGES.get(code_page) or (
        f"iso-8859-{code_page - 28590}" if 28590 < code_page < 28606 else f"cp{code_page}"
    )
    try:
        return codecs.lookup(name).name
    except LookupError:
        return otherwise


def _markup(folder: _Folder, encoding: str) -> str:
    data = folder.stream(_HTML, _BINARY)
    if data is None:
        return folder.text(_HTML, encoding=encoding or "utf-8")
    try:
        return page_text(data, encoding or None)[0]
    except NoTree:
        return ""


def _rich_text(folder: _Folder) -> str:
    """Return the words of a message that has nothing but compressed rich text."""
    data = folder.stream(_COMPRESSED_RTF, _BINARY)
    if data is None:
        return ""
    import compressed_rtf

    from tui.article.documents.rich_text import read_rtf

    try:
        draft = read_rtf(compressed_rtf.decompress(data))
    except Exception:  # what it raises is no more than that
        return ""
    return "\n\n".join(paragraph.text for paragraph in draft.paragraphs)


def _attach(message: EmailMessage, folder: _Folder, encoding: str, depth: int) -> None:
    """Attach a file or a message, unless Outlook does not list it either: the pictures of a signature."""
    name = folder.text(*_FILE_NAMES, encoding=encoding)
    inner = f"__substg1.0_{_FILE:04X}{_OBJECT:04X}"
    if folder.holds(inner):
        if depth < _DEEPEST and folder.below(inner).holds(_PROPERTIES):
            message.add_attachment(_message(folder.below(inner), depth + 1), filename=name or None)
        return
    data = folder.stream(_FILE, _BINARY)
    content_id = folder.text(_CONTENT_ID, encoding=encoding)
    if data is None or (folder.numbers().get(_IS_HIDDEN, 0) & 1 and content_id):
        return
    main, _, sub = folder.text(_MEDIA_TYPE, encoding=encoding).lower().partition("/")
    is_plain = (
        main in ("application", "image", "audio", "video") and sub.replace("-", "").replace(".", "").isalnum()
    )
    message.add_attachment(
        data,
        maintype=main if is_plain else "application",
        subtype=sub if is_plain else "octet-stream",
        filename=name or "attachment",
        cid=f"<{content_id}>" if content_id.isascii() and content_id.isprintable() and content_id else None,
    )
