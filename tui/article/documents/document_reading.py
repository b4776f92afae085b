"""The client of the process that parses documents: PDF, office documents, e-books, mail, subtitles."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from tui.article.article import Article
from tui.article.article_transport import unpacked
from tui.article.errors import CannotRead, named
from tui.article.listing import Item, Listing, ListingKind
from tui.article.sanitising import one_line
from tui.article.source_kind import SourceKind
from tui.article.source_process import SourceLimits, SourceProcess

LIMITS = SourceLimits(
    seconds=30.0,  # a book of a thousand pages takes some ten
    memory=400 * 1024 * 1024,  # with what the reader holds itself, less than 500 MB
    what="documents",
    advice="save it as text and open that",
)


class AttachedFile(NamedTuple):
    """A file that came with a message, to be read as any other."""

    data: bytes
    name: str


def split_member(source: str) -> tuple[str, int]:
    """Return a file and the number of a part of it: "book.epub#3"; (source, 0) if no part is named."""
    path, mark, number = source.rpartition("#")
    if (
        mark
        and number.isdecimal()
        and len(number) < 6
        and not os.path.lexists(source)
        and os.path.isfile(path)
    ):
        return path, int(number)
    return source, 0


def is_there(source: str) -> bool:
    """Tell whether there is a file or a folder of this name, or the file that it names a part of."""
    return os.path.lexists(source) or split_member(source)[1] > 0


def read_document(
    data: bytes, source: str, kind: SourceKind, member: int = 0, *, cancel: threading.Event | None = None
) -> Article | Listing | AttachedFile:
    """Read a document, or its part with the number `member`.

    `source` names the file, without the part. A book, a mailbox and a message with attachments are lists, if they
    are files that their parts can be read from later. Raises CannotRead, and Cancelled after `cancel.set()`.
    """
    named_safely = source.encode("utf-8", "replace").decode("utf-8")
    request = {"kind": kind.name, "source": named_safely, "member": member}
    name = named(source)
    answer = PROCESS.ask(request, data, name, cancel)
    if "refused" in answer:
        raise CannotRead(f"{name} {one_line(answer['refused'])}.")
    if "failed" in answer or "no_memory" in answer:
        raise CannotRead(f"{name} cannot be read as {kind.value}; open it elsewhere, and save it as text.")
    if "name" in answer:
        return AttachedFile(answer["data"], one_line(str(answer["name"])) or "attachment")
    if "items" in answer:
        if not os.path.isfile(source):
            return _first(data, source, kind, cancel)
        items = tuple(
            Item(f"{source}#{number}", one_line(title) or "?")
            for number, title in enumerate(answer["items"], 1)
        )
        is_message = kind in (SourceKind.MAIL, SourceKind.OUTLOOK_MESSAGE)
        title = items[0].title if is_message else Path(source).name
        return Listing(source, one_line(title), ListingKind.PARTS, items)
    article = unpacked(answer["article"], answer["data"])
    return replace(article, source=source if not member else f"{source}#{member}")


def _first(
    data: bytes, source: str, kind: SourceKind, cancel: threading.Event | None
) -> Article | Listing | AttachedFile:
    """Read the first part of what came from a pipe or an address: a message without its attachments."""
    if kind is SourceKind.EPUB or kind is SourceKind.MAILBOX:
        raise CannotRead(
            f"{named(source)} is {kind.value} with several parts; save it as a file and open that."
        )
    article = read_document(data, source, kind, 1, cancel=cancel)
    return replace(article, source=source) if isinstance(article, Article) else article


def stop() -> None:
    """End the process; the next document starts another."""
    PROCESS.stop()


PROCESS = SourceProcess("tui.article.documents.document_worker", LIMITS)
"""The process that parses documents."""
