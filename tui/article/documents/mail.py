"""Mail: messages as files (EML), mailboxes (mbox) and Outlook's own (MSG).

The words of a message are told apart from what it answers (block quotes) and from its signature.
"""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator, Sequence
from email.message import EmailMessage
from typing import NamedTuple

from tui.article.article import BlockKind
from tui.article.documents.archives import DAMAGED
from tui.article.documents.draft import Draft, Paragraph, Refused

MOST_MESSAGES = 5_000
MOST_PARTS = 100

_WROTE = re.compile(
    r"(?i)^(?:-{2,4}\s)?(?:on|am|le|el|il)\s.{5,160}(?:wrote|schrieb.{0,60}|a écrit|escribió|ha scritto)\s*:\s*$"
)
_FORWARDED = re.compile(
    r"(?i)^-{2,}\s*(?:(?:original|forwarded) message|ursprüngliche nachricht|messaggio originale)\s*-{2,}\s*$"
    r"|^(?:begin forwarded message|anfang der weitergeleiteten nachricht|inizio messaggio inoltrato)\s?:$"
)
_RULE = re.compile(r"[_=*-]{5,}$")
# The fields over a message that is answered or sent on, as programs write them in several languages.
_FROM, _WHEN = r"(?:from|von|de|da)", r"(?:sent|date|gesendet|datum|envoyé|inviato|data|enviado|fecha)"
_TO = r"(?:to|subject|an|betreff|à|objet|a|oggetto|para|asunto)"
_OF_HEADER = re.compile(rf"(?i)^\*?(?:{_FROM}|{_WHEN}|{_TO}|b?cc|reply-to)\s?:\*?(?:\s|$)")
_HEADER_ON_A_LINE = re.compile(rf"(?i)^{_FROM}\s?:\s.{{2,300}}?\s{_WHEN}\s?:\s.{{2,300}}?\s{_TO}\s?:\s")
_BEGINS_HEADER = re.compile(rf"(?i)^\*?{_FROM}\s?:")
# What telephones and programs put under a message, and what they make of links and pictures in plain text.
_SENT_WITH = re.compile(
    r"(?i)^(?:sent (?:from|via|with) \S.{0,60}|get outlook for \w+.{0,60}|von meinem .{2,30} gesendet"
    r"|envoyé de mon .{2,40})$"
)
_LEFT_OF_MARKUP = re.compile(r"(?<=[^\s<>])<(?:https?://|mailto:)[^\s<>]+>|\[(?:cid:|https?://)[^\[\]\s]+\]")
_FEWEST_LINES = 3  # of such a header, with which programs begin the message that is answered or sent on
_SIGNATURE = re.compile(
    r"(?i)\b(?:gmail_signature|moz-signature|ms-outlook-mobile-signature|applemailsignature|signature)\b"
)
_OF_SIGNING = frozenset("pkcs7-signature x-pkcs7-signature pgp-signature pgp-encrypted".split())
_LITTLE = 0.5  # of the words that the markup holds; plain text with fewer asks to open the message elsewhere
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
    """Read a message as it is sent (RFC 5322). Raises Refused if it is not a message."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except (ValueError, LookupError, AttributeError, IndexError):
        raise Refused(DAMAGED) from None
    assert isinstance(message, EmailMessage)
    return _message(message)


def read_outlook(data: bytes) -> Message:
    """Read a message that Outlook saved (MSG). Raises Refused if it is damaged."""
    from tui.article.documents.outlook import as_sent

    return _message(as_sent(data))


def _message(message: EmailMessage) -> Message:
    draft = Draft([], _header(message, "subject"), _sender(message), _date(message))
    return Message(draft, _take_body(draft, message))


def _header(message: email.message.Message, name: str) -> str | None:
    """Return a header on one line. Headers that are damaged are read as far as they go."""
    try:
        value = message.get(name)
        return " ".join(str(value).split()) if value else None
    except (ValueError, LookupError, AttributeError, IndexError, TypeError):
        return None


def _sender(message: email.message.Message) -> str | None:
    """Return the sender's name, or else the address."""
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
    """Add the words of a message to a draft, and return its attachments.

    The plain text is taken where it is all that the markup says: its writer's program has told answers apart there.
    """
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
                if isinstance(inner, EmailMessage):
                    title = name or _header(inner, "subject") or "message"
                    attachments.append(
                        Attachment(f"{title.removesuffix('.msg').removesuffix('.eml')}.eml", inner.as_bytes())
                    )
            elif (name or part.get_content_disposition() == "attachment") and not _is_of_the_body(part):
                payload = part.get_payload(decode=True)
                attachments.append(
                    Attachment(name or "attachment", payload if isinstance(payload, bytes) else b"")
                )
        except (ValueError, LookupError, AttributeError, TypeError, KeyError, IndexError):
            continue  # a part that is damaged; the others are read
    written = _of_markup(markup) if markup else []
    if not written or sum(len(text.split()) for text in plain) >= _LITTLE * sum(
        len(each.text.split()) for each in written
    ):
        for text in plain:
            _add_plain(draft, text)
    draft.paragraphs = draft.paragraphs or written
    return attachments


def _is_of_the_body(part: EmailMessage) -> bool:
    """Tell whether a file belongs to how a message looks or is signed, as the pictures of a letterhead do."""
    if part.get_content_maintype() == "image":
        return part.get_content_disposition() != "attachment" or part.get("content-id") is not None
    return part.get_content_subtype() in _OF_SIGNING


def _of_markup(pieces: list[str]) -> list[Paragraph]:
    """Return the paragraphs of HTML, read as a page's are, the answered message and the signature told apart."""
    from tui.article.html.dom import NoTree, parse
    from tui.article.html.page import read_fragment
    from tui.article.html.text_blocks import squeezed as only_letters

    draft = Draft()
    for piece in pieces:
        try:
            root = parse(piece)
            signatures = [
                only_letters(element.text_content())
                for element in root.iter("div", "p", "table", "span")
                if _SIGNATURE.search(f"{element.get('class') or ''} {element.get('id') or ''}"[:200])
            ]
            article = read_fragment(root, "mail", None, None)
        except NoTree:
            continue
        for block in article.blocks:
            words = article.text[block.span.start : block.span.end]
            of_signature = any(only_letters(words) in each for each in signatures) or _SENT_WITH.match(words)
            draft.add(words, BlockKind.NEWSLETTER if of_signature else block.kind)
    lines = [each.text for each in draft.paragraphs]
    out: list[Paragraph] = []
    answered, header = False, 0
    for at, paragraph in enumerate(draft.paragraphs):
        header = max(header - 1, _header_length(lines, at))
        answered = answered or (header > 0 and any(each.kind is not BlockKind.BYLINE for each in out))
        if header or _is_introduction(paragraph.text):
            paragraph = paragraph._replace(kind=BlockKind.BYLINE)
        elif answered and paragraph.kind is BlockKind.PARAGRAPH:
            paragraph = paragraph._replace(kind=BlockKind.BLOCK_QUOTE)
        out.append(paragraph)
    return out


def _is_introduction(line: str) -> bool:
    """Tell whether a line introduces another message: "On Monday Jo Berg wrote:"."""
    if _FORWARDED.match(line) is not None:
        return True
    # “On Monday the minister wrote:” is a sentence of a release: programs give a date, or an address.
    return _WROTE.match(line) is not None and re.search(r"[\d@]", line) is not None


def _header_length(lines: Sequence[str], at: int) -> int:
    """Return how many lines from here are the header of a message that is answered or sent on; 0 for none."""
    end = at
    while end < len(lines) and end < at + 8 and _OF_HEADER.match(lines[end]):
        end += 1
    if end - at >= _FEWEST_LINES and any(_BEGINS_HEADER.match(line) for line in lines[at:end]):
        return end - at
    return 1 if _HEADER_ON_A_LINE.match(lines[at][:1000]) else 0


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts with content, except those inside an attached message."""
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
    has_words = any(each.kind is not BlockKind.BYLINE for each in draft.paragraphs)

    def flush() -> None:
        nonlocal has_words
        if paragraph:
            draft.add(" ".join(paragraph), kind)
            paragraph.clear()
            has_words = True

    in_signature, answered, header = False, False, 0
    lines = text.splitlines()
    has_marks = any(line.startswith(">") for line in lines)
    bare_lines = [line.lstrip("> \t") if line.startswith(">") else line.strip() for line in lines]
    for at, (line, bare) in enumerate(zip(lines, bare_lines, strict=True)):
        if line.rstrip() == "--" or (not in_signature and _SENT_WITH.match(line)):
            flush()
            in_signature = True
            if line.startswith("--"):
                continue
        header = max(header - 1, _header_length(bare_lines, at))
        if header or _is_introduction(bare):
            flush()
            # Without words of its own before it, the message only sends another on: that one is its text.
            answered = has_words
            in_signature = False
            draft.add(bare, BlockKind.BYLINE)
            continue
        is_quoted = line.startswith(">") or (answered and not has_marks)
        here = BlockKind.BLOCK_QUOTE if is_quoted else BlockKind.PARAGRAPH
        if in_signature:
            here = BlockKind.NEWSLETTER
        if not bare or here is not kind or _RULE.match(bare):
            flush()
        kind = here
        bare = _LEFT_OF_MARKUP.sub("", bare)
        if bare and not _RULE.match(bare):
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
