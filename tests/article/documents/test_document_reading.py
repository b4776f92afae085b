"""Documents opened as a reader opens them, in a process that may be ended."""

from __future__ import annotations

import io
import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.article.documents import made_documents as made
from tui.article.article import Article, BlockKind
from tui.article.documents import document_reading
from tui.article.documents.draft import Draft, build_article
from tui.article.errors import Cancelled, CannotRead
from tui.article.listing import Listing, ListingKind
from tui.article.source_kind import SourceKind, source_kind
from tui.article.source_process import SourceProcess
from tui.article.sources import read, read_bytes


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (made.pdf_columns(1), SourceKind.PDF),
        (made.docx(1), SourceKind.DOCX),
        (made.odt(1), SourceKind.ODT),
        (made.rtf(1), SourceKind.RTF),
        (made.epub(1), SourceKind.EPUB),
        (made.message(1), SourceKind.MAIL),
        (made.subtitles(1), SourceKind.SUBTITLES),
        (made.subtitles(1, vtt=True), SourceKind.SUBTITLES),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_document_is_known_by_what_it_holds(document: made.Made, kind: SourceKind) -> None:
    assert source_kind(document.data, "something") is kind


@pytest.mark.parametrize(
    "text",
    [
        "Subject: the port\n\nIt closes.",
        "From: Jo Berg\nTo: everybody\n\nIt closes.",
        "From here on the port is closed.",
        "1\n2\n3\n",
        "PK is short for a name.",
        "% a comment",
        "To: whom it may concern\nFrom the port.\n\n“It closes,” he said.",
    ],
)
def test_a_text_that_begins_alike_is_a_text(text: str) -> None:
    assert not source_kind(text.encode(), "a.txt").is_document


def test_what_looks_like_a_headline_below_a_known_title_is_no_headline() -> None:
    draft = Draft(title="Closing of the port")
    for text in ("Port of Lowhaven closes", "The harbour master said so on Monday, after the storm."):
        draft.add(text)
    known = build_article(draft, "a.eml")
    assert [block.kind for block in known.blocks] == [BlockKind.SUBHEADING, BlockKind.PARAGRAPH]
    draft.title = None
    assert build_article(draft, "a.eml").blocks[0].kind is BlockKind.HEADLINE


def test_a_document_is_an_article_that_says_what_it_was(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(made.pdf_columns(1).data)
    article = read(str(file))
    assert isinstance(article, Article)
    assert article.source == str(file)
    assert article.format is not None
    assert article.format.startswith("PDF document (pypdfium2 ")
    assert len(article.page_starts) >= 1


def test_a_message_with_an_attachment_is_a_list_to_open(tmp_path: Path) -> None:
    file = tmp_path / "a.eml"
    attached = made.subtitles(1)
    file.write_bytes(made.message(1, attachment=attached).data)
    listing = read(str(file))
    assert isinstance(listing, Listing)
    assert listing.kind is ListingKind.PARTS
    assert [item.title for item in listing.items] == ["Port of Lowhaven to close", attached.name]
    message, opened = (read(item.source) for item in listing.items)
    assert isinstance(message, Article)
    assert isinstance(opened, Article)
    assert message.text.startswith("Dear all,")
    assert opened.text.startswith("ANNA HOLT:")
    assert opened.source == f"{file}#2"
    with pytest.raises(CannotRead, match="no number 9"):
        read(f"{file}#9")
    # From a pipe there is no file that the parts could be read from: the message alone.
    piped = read_bytes(file.read_bytes(), "-")
    assert isinstance(piped, Article)
    assert piped.text == message.text


def test_books_and_mailboxes_are_lists_and_refused_from_a_pipe(tmp_path: Path) -> None:
    book = tmp_path / "a#1.epub"  # a name with the mark in it
    book.write_bytes(made.epub(1).data)
    listing = read(str(book))
    assert isinstance(listing, Listing)
    assert [item.title for item in listing.items] == ["Chapter 1", "Chapter 2"]
    chapter = read(listing.items[1].source)
    assert isinstance(chapter, Article)
    assert chapter.title == "Chapter 2"
    with pytest.raises(CannotRead, match="save it as a file"):
        read_bytes(book.read_bytes(), "-")


def unclosed() -> bytes:
    """Return a Word document whose last tag is never closed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made.docx(1).data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"</w:document>", b""))
    return out.getvalue()


@pytest.mark.parametrize("data", [made.docx(1).data[:3_000], unclosed()], ids=["cut off", "not closed"])
def test_damage_is_one_sentence(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(data)
    with pytest.raises(CannotRead, match=r"a\.docx” is damaged; open it elsewhere"):
        read(str(file))


def test_one_that_takes_too_long_or_is_given_up_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made.pdf_columns(1).data
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(Cancelled):
        document_reading.read_document(data, "a.pdf", SourceKind.PDF, cancel=cancel)
    limits = replace(document_reading.LIMITS, seconds=0.0)
    hasty = SourceProcess("tui.article.documents.document_worker", limits)
    monkeypatch.setattr(document_reading, "PROCESS", hasty)
    with pytest.raises(CannotRead, match="takes longer"):
        document_reading.read_document(data, "a.pdf", SourceKind.PDF)
    hasty.stop()


def test_words_that_would_act_on_a_terminal_do_not(tmp_path: Path) -> None:
    file = tmp_path / "a.srt"
    file.write_bytes(b"1\n00:00:01,000 --> 00:00:02,000\n\x1b[2JHOLT: It \x1b]0;x\x07 closes.\n")
    article = read(str(file))
    assert isinstance(article, Article)
    from tui.session.exporting.article_text import as_text

    assert "\x1b" not in as_text(article)
