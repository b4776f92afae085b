"""E-books: their chapters in order."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.article.documents import made_documents as made
from tui.article.article import BlockKind
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


LONG = (
    "The ferry had been late since the morning, and those who waited said that they knew the reason well. "
    * 5
)


def book(*bodies: str, contents: str = "", creator: str = "Ann Roe") -> bytes:
    """Return a book of these files, with a table of contents as EPUB 2 (`<ncx`) or EPUB 3 has it."""
    kind = "application/x-dtbncx+xml" if contents.startswith("<ncx") else "application/xhtml+xml"
    items = "".join(
        f'<item id="i{n}" href="t/{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(len(bodies))
    )
    order = "".join(f'<itemref idref="i{n}"/>' for n in range(len(bodies)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:title>Late boats</dc:title><dc:creator>{creator}</dc:creator></metadata><manifest>{items}"
        f'<item id="toc" href="toc.xml" media-type="{kind}" properties="nav"/></manifest>'
        f'<spine toc="toc">{order}</spine></package>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="E/book.opf"/></rootfiles></container>',
        )
        archive.writestr("E/book.opf", package)
        archive.writestr("E/toc.xml", contents)
        for n, body in enumerate(bodies):
            page = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
            archive.writestr(f"E/t/{n}.xhtml", f"{page}<body>{body}</body></html>")
    return out.getvalue()


def ncx(**labels: str) -> str:
    points = "".join(
        f'<navPoint><navLabel><text>{label}</text></navLabel><content src="t/{name[1:]}.xhtml"/></navPoint>'
        for name, label in labels.items()
    )
    return f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>'


@pytest.mark.parametrize(
    ("body", "contents", "title"),
    [
        (f"<p>At the quay</p><p>{LONG}</p>", ncx(_0="At the quay"), "At the quay"),
        (f"<p>{LONG}</p>", ncx(_0="At the quay"), "At the quay"),
        (f"<h1>On deck</h1><p>{LONG}</p>", ncx(_0="At the quay"), "On deck"),
        (f"<p>{LONG}</p>", ncx(_0="Section 1"), None),  # LibreOffice's name for what has no heading
        (f"<p>{LONG}</p><p>{LONG}</p><h1>On deck</h1>", ncx(), None),
        (f"<p>{LONG}</p><p>{LONG}</p><h1 id='d'>On deck</h1>",
            '<nav xmlns="http://www.w3.org/1999/xhtml"><a href="t/0.xhtml#d">On deck</a></nav>', None),
        (f"<p>{LONG}</p>", '<nav xmlns="http://www.w3.org/1999/xhtml"><a href="t/0.xhtml">Ashore</a></nav>',
            "Ashore"),
        (f"<h1>On deck</h1><p>{LONG}</p>", "no contents <", "On deck"),
    ],
)  # fmt: skip
def test_a_chapter_is_called_as_its_heading_or_the_contents_call_it(
    body: str, contents: str, title: str | None
) -> None:
    _, (chapter,) = read_epub(book(body, contents=contents))
    assert chapter.title == title


def test_the_last_chapter_may_be_short_and_has_title_and_author() -> None:
    _, chapters = read_epub(
        book(f"<p>{LONG}</p>", "<p>Ashore</p><p>They went.</p>", contents=ncx(_1="Ashore"))
    )
    article = build_article(chapters[1], "a.epub")
    assert (article.title, article.byline, article.text) == ("Ashore", "Ann Roe", "Ashore\n\nThey went.")
    assert article.blocks[0].kind is BlockKind.HEADLINE


@pytest.mark.parametrize("creator", ["Unknown", "Unknown Author"])
def test_an_author_that_a_program_made_up_is_none(creator: str) -> None:
    assert read_epub(book(f"<p>{LONG}</p>", creator=creator))[1][0].byline is None


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ('late.<a href="#n" epub:type="noteref">1</a> All', "late. All"),
        ('late.<sup><a class="noteref" href="z.html#n">1</a></sup> All', "late. All"),
        ('late.<a href="#n" class="footnote-ref" role="doc-noteref">1</a> All', "late. All"),
        ('late.<a href="#b" role="doc-backlink">↩︎</a>', "late."),
        ('[<a href="z.html#b">←1</a>] late.', "[] late."),
        ('late on <a href="#n">12</a> days', "late on 12 days"),
        ('late.<a href="z.html">↑</a>', "late.↑"),
        ('<a href="#all">All</a> were late', "All were late"),
        ("10 m<sup>2</sup> of deck", "10 m2 of deck"),
    ],
)
def test_marks_of_notes_and_the_links_back_are_left_out(marked: str, shown: str) -> None:
    assert read_epub(book(f"<p>{marked}</p>"))[1][0].paragraphs[0].text == shown


def test_brackets_that_held_a_link_back_are_no_paragraph() -> None:
    data = book('<dl><dt>[<a href="z.html#b">←1</a>]</dt><dd><p>See the log.</p></dd></dl><p>* * *</p>')
    assert [each.text for each in read_epub(data)[1][0].paragraphs] == ["See the log.", "* * *"]
