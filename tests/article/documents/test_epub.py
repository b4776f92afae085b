"""E-books: their chapters in order."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.article.documents import made_documents as made
from tui.article.documents.draft import Refused, build_article
from tui.article.documents.epub import read_epub


def test_chapters_in_the_order_of_the_spine() -> None:
    title, chapters = read_epub(made.epub(1, 3).data)
    assert title == "The Wall"
    assert [chapter.title for chapter in chapters] == ["Chapter 1", "Chapter 2", "Chapter 3"]
    article = build_article(chapters[1], "a.epub")
    assert article.byline == "Ann Roe"
    assert article.text.startswith("Chapter 2\n\n")


def test_the_name_that_a_program_gives_a_book_without_one_is_no_title() -> None:
    data = made.epub(1, 1).data
    nameless = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(nameless, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"The Wall", b"Unknown Title"))
    assert read_epub(nameless.getvalue())[0] == ""


def test_all_words_of_all_chapters_come_out() -> None:
    document = made.epub(2, 2)
    _, chapters = read_epub(document.data)
    assert [each.text for chapter in chapters for each in chapter.paragraphs] == document.paragraphs


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04", made.docx(1).data, made.epub(1).data[:-200]], ids=["nothing", "Word", "cut"]
)
def test_what_is_no_book_is_refused(data: bytes) -> None:
    with pytest.raises(Refused):
        read_epub(data)
