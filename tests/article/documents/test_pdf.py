"""PDF documents: columns, running heads, hyphens, headings, pages."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.article.documents import made_documents as made
from tui.article.article import BlockKind
from tui.article.documents.draft import Refused, build_article
from tui.article.documents.pdf import read_pdf


def paragraphs(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read_pdf(data).paragraphs]


@pytest.mark.parametrize(
    "document",
    [
        made.pdf_columns(1),
        made.pdf_columns(2, 3),
        made.pdf_columns(3, 1, justified=False),
        made.pdf_report(4),
        made.pdf_report(5, indented=True),
    ],
    ids=lambda document: document.name,
)
def test_paragraphs_in_reading_order_without_running_heads(document: made.Made) -> None:
    found = paragraphs(document.data)
    assert found[0] == document.paragraphs[0]
    missing = [text for text in document.paragraphs if text not in found]
    assert len(missing) <= len(document.paragraphs) // 12, (
        missing
    )  # one that a page's end parts after a full stop
    assert " ".join(found) == " ".join(document.paragraphs)


def test_line_numbers_and_hyphens_at_line_ends_go() -> None:
    document = made.pdf_transcript(7)
    assert " ".join(paragraphs(document.data)) == " ".join(document.paragraphs)


def drawn(*pages: Sequence[tuple[float, float, str]]) -> bytes:
    """Return a PDF with words at these places, in points from the left and the bottom."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for page in pages:
        for x, y, words in page:
            canvas.drawString(x, y, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_hyphen_that_the_word_has_elsewhere_stays() -> None:
    page = [
        (72, 700, "The company is state-"),
        (72, 686, "owned, and the state-owned quays are in-"),
        (72, 672, "sured against storms by the state."),
    ]
    assert paragraphs(drawn(page)) == [
        "The company is state-owned, and the state-owned quays are insured against storms by the state."
    ]


def test_a_sentence_goes_on_over_a_pages_end() -> None:
    data = drawn(
        [(72, 700, "The wall was built when the port")],
        [(72, 700, "was young."), (72, 660, "It fell in the storm"), (72, 646, "of that year.")],
    )
    article = build_article(read_pdf(data), "a.pdf")
    assert article.text == "The wall was built when the port was young.\n\nIt fell in the storm of that year."
    assert article.page_number(0) == 1
    assert article.page_number(article.text.index("It fell")) == 2


def test_a_year_at_the_top_of_a_page_is_no_page_number() -> None:
    data = drawn([(72, 700, "Ships by year"), (300, 30, "1")], [(72, 700, "2024"), (300, 30, "2")])
    assert paragraphs(data) == ["Ships by year", "2024"]


def test_headings_are_told_from_text() -> None:
    kinds = {each.text: each.kind for each in read_pdf(made.pdf_report(9).data).paragraphs}
    assert kinds["Annual report of the port"] is BlockKind.HEADLINE
    assert kinds["Chapter 2: the quays"] is BlockKind.SUBHEADING
    assert set(kinds.values()) == {BlockKind.HEADLINE, BlockKind.SUBHEADING, BlockKind.PARAGRAPH}


def test_what_an_office_program_made_is_read_with_its_ligatures_and_bullets() -> None:
    data = (Path(__file__).parent / "office" / "report.pdf").read_bytes()
    found = paragraphs(data)
    assert "“It will close,” said Anna Holt." in found
    assert any("confirmed" in text for text in found)


def encrypted() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(72, 700, "Nobody reads this.")
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (encrypted, "encrypted"),
        (lambda: drawn([]), "recognise their text"),
        (lambda: b"%PDF-1.4\nnothing", "damaged"),
        (lambda: drawn([(72, 700, "Words")])[:300], "damaged"),
    ],
)
def test_what_cannot_be_read_is_said(make: Callable[[], bytes], told: str) -> None:
    with pytest.raises(Refused, match=told):
        read_pdf(make())
