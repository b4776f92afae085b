"""The process that parses documents.

A request is {"kind", "source", "member"} with the bytes of the document; the member, from 1, is a chapter, a
message or an attachment; 0 asks for the whole. The answer is {"article"}, {"items"} with the titles of the members,
{"name", "data"} of an attachment, {"refused"} with the end of a sentence, or {"failed"}.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from tui.article.article import BlockKind
from tui.article.article_transport import packed
from tui.article.documents.draft import Draft, Refused, build_article, squeezed
from tui.article.source_kind import SourceKind
from tui.worker.serving import Message, serve, take_stdout

_TITLE_CUT = 120
_Member = TypeVar("_Member")


def main() -> None:
    """Serve until standard input ends."""
    serve(take_stdout(), _answer)


def _answer(request: Message, data: bytes) -> Message:
    try:
        return _read(SourceKind[request["kind"]], request["source"], request["member"], data)
    except Refused as refusal:
        return {"refused": refusal.reason}
    except MemoryError:
        raise
    except Exception as error:
        return {"failed": f"{type(error).__name__}: {error}"[:300]}


def _read(kind: SourceKind, source: str, member: int, data: bytes) -> Message:
    match kind:
        case SourceKind.EPUB:
            return _of_book(read_book(data), source, member)
        case SourceKind.MAIL | SourceKind.OUTLOOK_MESSAGE:
            return _of_message(kind, source, member, data)
        case SourceKind.MAILBOX:
            return _of_mailbox(source, member, data)
    return _article(kind, _READERS[kind](data), source)


def _article(kind: SourceKind, draft: Draft, source: str) -> Message:
    """Answer with the article made from a draft, and what parsed it."""
    from importlib.metadata import version

    library = _LIBRARIES.get(kind)
    by = f"{library} {version(library)}" if library else "quoth"
    draft.format = f"{kind.value.partition(' ')[2] or kind.value} ({by})"
    article, data = packed(build_article(draft, source))
    return {"article": article, "data": data}


def _pdf(data: bytes) -> Draft:
    from tui.article.documents.pdf import read_pdf

    return read_pdf(data)


def _docx(data: bytes) -> Draft:
    from tui.article.documents.office import read_docx

    return read_docx(data)


def _odt(data: bytes) -> Draft:
    from tui.article.documents.office import read_odt

    return read_odt(data)


def _rtf(data: bytes) -> Draft:
    from tui.article.documents.rich_text import read_rtf

    return read_rtf(data)


def _subtitles(data: bytes) -> Draft:
    from tui.article.documents.subtitles import read_subtitles

    return read_subtitles(data)


_READERS: dict[SourceKind, Callable[[bytes], Draft]] = {
    SourceKind.PDF: _pdf,
    SourceKind.DOCX: _docx,
    SourceKind.ODT: _odt,
    SourceKind.RTF: _rtf,
    SourceKind.SUBTITLES: _subtitles,
}


_LIBRARIES = {
    SourceKind.PDF: "pypdfium2",
    SourceKind.DOCX: "mammoth",
    SourceKind.RTF: "striprtf",
    SourceKind.OUTLOOK_MESSAGE: "olefile",
}
"""The packages that parse some kinds; quoth and the standard library parse the others."""


def read_book(data: bytes) -> list[Draft]:
    """Return the chapters of a book."""
    from tui.article.documents.epub import read_epub

    title, chapters = read_epub(data)
    for chapter in chapters:
        chapter.title = chapter.title or title or None
    return chapters


def _of_book(drafts: list[Draft], source: str, member: int) -> Message:
    """Answer with a chapter, or with the titles of all; one alone is the whole book."""
    if member or len(drafts) == 1:
        return _article(SourceKind.EPUB, _chosen(drafts, member or 1), source)
    return {"items": [_title(draft, number) for number, draft in enumerate(drafts, 1)]}


def _chosen(members: list[_Member], member: int) -> _Member:
    if not 1 <= member <= len(members):
        raise Refused(f"has {len(members)} parts, and no number {member}; open it without the number")
    return members[member - 1]


def _title(draft: Draft, number: int) -> str:
    first = next((each.text for each in draft.paragraphs), "")
    return squeezed(draft.title or first)[:_TITLE_CUT] or f"Part {number}"


def _of_message(kind: SourceKind, source: str, member: int, data: bytes) -> Message:
    """Answer with a message, or with a list of it and its attachments."""
    from tui.article.documents import mail

    message = mail.read_message(data) if kind is SourceKind.MAIL else mail.read_outlook(data)
    if not message.attachments or member == 1:
        return _article(kind, message.draft, source)
    if member:
        attachment = _chosen([None, *message.attachments], member)
        assert attachment is not None
        return {"name": attachment.name, "data": attachment.data}
    return {"items": [_title(message.draft, 1), *(each.name for each in message.attachments)]}


def _of_mailbox(source: str, member: int, data: bytes) -> Message:
    """Answer with a message of a mailbox, or with the subjects of all; attachments are named below it."""
    from tui.article.documents import mail

    messages = mail.split_mailbox(data)
    if not member and len(messages) > 1:
        return {"items": [_title(mail.read_message(each).draft, n) for n, each in enumerate(messages, 1)]}
    read = mail.read_message(_chosen(messages, member or 1))
    for attachment in read.attachments:
        read.draft.add(f"Attachment: {attachment.name}", BlockKind.NEWSLETTER)
    return _article(SourceKind.MAILBOX, read.draft, source)
