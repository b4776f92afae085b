"""Mail: messages as files (EML), mailboxes (mbox) and Outlook's own (MSG).

The words of a message are told apart from what it answers (block quotes) and from its signature.
"""

from __future__ import annotations

import email
import email.policy
import io
import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import NamedTuple

from tui.article.article import BlockKind
from tui.article.documents.archives import DAMAGED
from tui.article.documents.draft import Draft, Refused
from tui.article.documents.markup import add_markup

MOST_MESSAGES = 5_000
MOST_PARTS = 100

_WROTE = re.compile(r"(?i)^(?:on|am|le|el)\s.{5,160}(?:wrote|schrieb|a écrit|escribió)\s*:\s*$")
_FORWARDED = re.compile(r"(?i)^-{2,}\s*(?:original|forwarded) message\s*-{2,}\s*$|^begin forwarded message:$")
_MBOX_LINE = re.compile(rb"(?m)^From \S[^\n]{0,150}\d{4}[ \t\r]{0,4}$")


class Attachment(NamedTuple):
    """A file that came with a message."""

    name: str
    data: bytes


class Message(NamedTuple):
    """A message: its words, and the files that came with it."""

    draft: Draft
    attachments: list[Attachment]


def read_message(data: bytes) -> Message:
    """Read a message as it is sent (RFC 5322). Raises Refused where it is none."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except (ValueError, LookupError, AttributeError, IndexError):
        raise Refused(DAMAGED) from None
    draft = Draft([], _header(message, "subject"), _sender(message), _date(message))
    assert isinstance(message, EmailMessage)
    attachments = _take_body(draft, message)
    return Message(draft, attachments)


def _header(message: email.message.Message, name: str) -> str | None:
    """Return a header on one line. Headers that are damaged are read as far as they go."""
    try:
        value = message.get(name)
        return " ".join(str(value).split()) if value else None
    except (ValueError, LookupError, AttributeError, IndexError, TypeError):
        return None


def _sender(message: email.message.Message) -> str | None:
    """Return the name of who sent a message, else the address."""
    from email.utils import parseaddr

    name, address = parseaddr(_header(message, "from") or "")
    return name or address or None


def _date(message: email.message.Message) -> str | None:
    """Return the date of a message in ISO 8601."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(_header(message, "date") or "").isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _take_body(draft: Draft, message: EmailMessage) -> list[Attachment]:
    """Add the words of a message to a draft, the plain text where there is one, and return its attachments."""
    plain: list[str] = []
    markup: list[str] = []
    attachments: list[Attachment] = []
    for part in _parts(message):
        kind = part.get_content_type()
        if kind.startswith("multipart/"):  # parts whose boundary is not named
            kind = "text/plain"
        name = part.get_filename()
        is_text = kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment"
        try:
            if is_text and not name:
                (plain if kind == "text/plain" else markup).append(_text_of(part))
            elif kind == "message/rfc822":
                inner = part.get_payload(0) if part.is_multipart() else None
                if inner is not None:
                    attachments.append(Attachment(name or "message.eml", inner.as_bytes()))  # type: ignore[union-attr]
            elif name or part.get_content_disposition() == "attachment":
                payload = part.get_payload(decode=True)
                attachments.append(
                    Attachment(name or "attachment", payload if isinstance(payload, bytes) else b"")
                )
        except (ValueError, LookupError, AttributeError, TypeError, KeyError, IndexError):
            continue  # a part that is damaged; the others are read
    if any(each.strip() for each in plain):
        for text in plain:
            _add_plain(draft, text)
    else:
        for each in markup:
            add_markup(draft, each)
    return attachments


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that hold something; those of a message inside the message are its own."""
    waiting = [message]
    seen = 0
    while waiting and seen < MOST_PARTS:
        part = waiting.pop()
        seen += 1
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            waiting += [inner for inner in reversed(part.get_payload()) if isinstance(inner, EmailMessage)]  # type: ignore[arg-type]
        else:
            yield part


def _text_of(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or "utf-8"
    try:
        return data.decode(charset, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def _add_plain(draft: Draft, text: str) -> None:
    """Add plain text: lines that were wrapped are joined, answers and the signature told apart."""
    paragraph: list[str] = []
    kind = BlockKind.PARAGRAPH

    def flush() -> None:
        if paragraph:
            draft.add(" ".join(paragraph), kind)
            paragraph.clear()

    in_signature = False
    for line in text.splitlines():
        bare = line.lstrip("> \t") if line.startswith(">") else line.strip()
        here = BlockKind.BLOCK_QUOTE if line.startswith(">") else BlockKind.PARAGRAPH
        if line.rstrip() == "--" or line == "-- ":
            flush()
            in_signature = True
            continue
        if in_signature:
            here = BlockKind.NEWSLETTER
        if _WROTE.match(bare) or _FORWARDED.match(bare):
            flush()
            draft.add(bare, BlockKind.BYLINE)
            continue
        if not bare or here is not kind:
            flush()
        kind = here
        if bare:
            paragraph.append(bare)
            if len(line) < 50 and bare.endswith((".", ":", "!", "?", ",")) and here is BlockKind.PARAGRAPH:
                flush()  # a short line ends its paragraph: Dear all,
    flush()


def split_mailbox(data: bytes) -> list[bytes]:
    """Return the messages of a mailbox (mbox), at most MOST_MESSAGES."""
    starts = [found.start() for found in _MBOX_LINE.finditer(data)][: MOST_MESSAGES + 1]
    ends = [*starts[1:], len(data)]
    messages = []
    for start, end in zip(starts[:MOST_MESSAGES], ends, strict=False):
        body = data[start:end].partition(b"\n")[2]
        messages.append(re.sub(rb"(?m)^>(>*From )", rb"\1", body))
    return messages


def read_outlook(data: bytes) -> Message:
    """Read a message that Outlook saved (MSG), by its properties' numbers (MS-OXPROPS). Raises Refused."""
    import olefile

    try:
        file = olefile.OleFileIO(io.BytesIO(data))
    except (OSError, ValueError, IndexError):
        raise Refused(DAMAGED) from None

    def text(number: str) -> str:
        for suffix, encoding in (("001F", "utf-16-le"), ("001E", "cp1252")):
            name = f"__substg1.0_{number}{suffix}"
            if file.exists(name):
                return str(file.openstream(name).read(), encoding, "replace").replace("\0", "")
        return ""

    try:
        draft = Draft([], text("0037") or None, text("0C1A") or None)
        body = text("1000")
        markup = "__substg1.0_10130102"
        if body.strip():
            _add_plain(draft, body)
        elif file.exists(markup):
            add_markup(draft, file.openstream(markup).read())
        elif file.exists("__substg1.0_10090102"):
            raise Refused("holds its words in a form that only Outlook reads; save it as text or HTML there")
        if headers := text("007D"):
            sent = email.message_from_string(headers, policy=email.policy.default)
            draft.published = _date(sent)
        return Message(draft, list(_outlook_attachments(file)))
    except (OSError, ValueError, IndexError, UnicodeError):
        raise Refused(DAMAGED) from None


def _outlook_attachments(file: object) -> Iterator[Attachment]:
    folders = {
        entry[0]
        for entry in file.listdir(streams=True, storages=False)  # type: ignore[attr-defined]
        if entry[0].startswith("__attach_version1.0_")
    }
    for folder in sorted(folders)[:MOST_PARTS]:
        data = [folder, "__substg1.0_37010102"]
        if not file.exists(data):  # type: ignore[attr-defined]
            continue
        name = "attachment"
        for number in ("3707001F", "3704001F"):
            if file.exists([folder, f"__substg1.0_{number}"]):  # type: ignore[attr-defined]
                stream = file.openstream([folder, f"__substg1.0_{number}"])  # type: ignore[attr-defined]
                name = stream.read().decode("utf-16-le", "replace").replace("\0", "")
                break
        yield Attachment(name, file.openstream(data).read())  # type: ignore[attr-defined]
