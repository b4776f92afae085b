"""PDF documents: columns, running heads, hyphens, headings, pages."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2
import pytest

from tests.article.documents import made_documents as made
from tests.article.documents import made_papers
from tui.article.article import BlockKind
from tui.article.documents.draft import Refused, build_article
from tui.article.documents.pdf import read_pdf
from tui.article.documents.pdf_lines import page_lines


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


@pytest.mark.parametrize(
    "document",
    [made_papers.release(1), made_papers.ruling(2), made_papers.hearing(3), made_papers.speech(4)],
    ids=lambda document: document.name,
)
def test_what_reporters_are_sent_comes_out_paragraph_by_paragraph(document: made.Made) -> None:
    assert paragraphs(document.data) == document.paragraphs


def drawn(*pages: Sequence[tuple[float, float, str]], bold: int = 0) -> bytes:
    """Return a PDF with words at these places, in points from the left and the bottom, the first few in bold."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for page in pages:
        for n, (x, y, words) in enumerate(page):
            canvas.setFont("Helvetica-Bold" if n < bold else "Helvetica", 12)
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


def test_a_name_at_the_top_of_a_page_goes_on_with_the_sentence_before() -> None:
    data = drawn(
        [
            (72, 714, "The wall was built when the port was young, and it"),
            (72, 700, "fell in the storm, said the mayor,"),
        ],
        [(72, 700, "Anna Holt, who saw it. It will not be built again."), (72, 686, "So she said.")],
    )
    assert len(paragraphs(data)) == 1


def test_a_year_at_the_top_of_a_page_is_no_page_number() -> None:
    data = drawn([(72, 700, "Ships by year"), (300, 30, "1")], [(72, 700, "2024"), (300, 30, "2")])
    assert paragraphs(data) == ["Ships by year", "2024"]


def test_the_title_of_a_release_is_no_label_above_it() -> None:
    page = [
        (72, 700, "FOR IMMEDIATE RELEASE"),
        (72, 670, "Port to close"),
        (72, 640, "It closes on Monday, they said."),
    ]
    assert read_pdf(drawn(page, bold=2)).title == "Port to close"
    assert read_pdf(made_papers.speech(5).data).title == "Remarks by Anna Holt at the Port of Lowhaven"


def test_a_word_in_bold_at_the_beginning_of_a_line_makes_no_heading() -> None:
    draft = read_pdf(made_papers.release(6).data)
    assert draft.paragraphs[1].text.startswith("LOWHAVEN, 2 November 2026 – ")
    assert draft.paragraphs[1].kind is BlockKind.PARAGRAPH


def test_letters_of_one_column_are_lines_of_their_own() -> None:
    page = [(72, 700 - 30 * n, text) for n, text in enumerate(("4", "5", "six", "7"))]
    document = pypdfium2.PdfDocument(drawn(page))
    assert [line.text.strip() for line in page_lines(document, 0)] == ["4", "5", "six", "7"]


def test_a_power_is_no_mark_of_a_footnote() -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for y, words in ((700, "It has 40 m"), (660, "It holds 10"), (620, "So he said.")):
        canvas.setFont("Times-Roman", 12)
        canvas.drawString(72, y, words)
        end = 72 + canvas.stringWidth(words, "Times-Roman", 12)
        canvas.setFont("Times-Roman", 7)
        canvas.drawString(end, y + 5, "2")
    canvas.save()
    assert paragraphs(out.getvalue()) == ["It has 40 m2 It holds 102 So he said."]


def test_headings_are_told_from_text() -> None:
    kinds = {each.text: each.kind for each in read_pdf(made.pdf_report(9).data).paragraphs}
    assert kinds["Annual report of the port"] is BlockKind.HEADLINE
    assert kinds["Chapter 2: the quays"] is BlockKind.SUBHEADING
    assert set(kinds.values()) == {BlockKind.HEADLINE, BlockKind.SUBHEADING, BlockKind.PARAGRAPH}


def placed(
    *lines: tuple[float, float, float, str], turned: Sequence[str] = (), in_one: bool = False, way: int = 0
) -> bytes:
    """Return a PDF with lines (left, bottom, size, words), some turned by 45 degrees, all of them by `way` degrees.

    With `in_one` all is set in size 1 and enlarged by a matrix, as some programs do.
    """
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.translate(*{0: (0, 0), 90: (850, 0), 180: (600, 850), 270: (0, 600)}[way])
    canvas.rotate(way)
    for left, bottom, size, words in lines:
        text = canvas.beginText()
        slant = 0.7 * size if words in turned else 0
        text.setFont("Times-Roman", 1 if in_one or slant else size)
        if in_one or slant:
            text.setTextTransform(size, slant, -slant, size, left, bottom)
        else:
            text.setTextOrigin(left, bottom)
        text.textOut(words)
        canvas.drawText(text)
    canvas.save()
    return out.getvalue()


LONG = "The ferry to the northern islands will not sail before the spring, its owner told the town on"
STORY = [
    (72.0, 700.0, 20.0, "No ferry before spring"),
    (72.0, 670.0, 11.0, LONG),
    (72.0, 656.0, 11.0, "Monday evening."),
]


@pytest.mark.parametrize("in_one", [False, True])
def test_how_large_letters_are_drawn_makes_a_title(in_one: bool) -> None:
    assert read_pdf(placed(*STORY, in_one=in_one)).title == "No ferry before spring"


def test_what_is_drawn_across_a_page_is_left_out_and_a_page_that_was_turned_whole_is_kept() -> None:
    with_mark = placed((150, 300, 60, "EMBARGOED"), *STORY, turned=["EMBARGOED"])
    assert paragraphs(with_mark) == ["No ferry before spring", f"{LONG} Monday evening."]
    assert "Monday" in " ".join(paragraphs(placed(*STORY, turned=[words for *_, words in STORY])))


@pytest.mark.parametrize("way", [0, 90, 180, 270])
def test_a_page_that_was_set_across_the_paper_is_read_as_it_is_held(way: int) -> None:
    page = placed((150, 300, 60, "EMBARGOED"), *STORY, turned=["EMBARGOED"], way=way)
    assert paragraphs(page) == ["No ferry before spring", f"{LONG} Monday evening."]


def test_paragraphs_of_two_lines_are_parted_by_the_space_between_them() -> None:
    lines = []
    for n in range(5):
        lines += [(72.0, 700.0 - 38 * n, 11.0, LONG), (72.0, 686.0 - 38 * n, 11.0, f"Monday {n}, as it did")]
    assert len(paragraphs(placed(*lines))) == 5


def test_a_title_of_two_lines_is_one() -> None:
    lines = [(72, 730, 20, "No ferry to the islands"), (72, 706, 20, "before spring"), *STORY[1:]]
    assert read_pdf(placed(*lines)).title == "No ferry to the islands before spring"


def test_a_column_of_addresses_beside_a_letter_is_read_apart_and_a_table_row_by_row() -> None:
    beside = ["Ferry Office", "1 Quay Street", "Tel. 12345", "Open daily"]
    lines = [(200.0, 700.0 - 13 * n, 10.0, LONG[:70]) for n in range(6)]
    lines += [(40.0, 695.0 - 10 * n, 8.0, words) for n, words in enumerate(beside)]
    found = " ".join(paragraphs(placed(*lines)))
    assert " ".join(beside) in found
    text = [
        *["closed until the spring, its owner told the town, and so"] * 3,
        "Nobody may sail before it is safe to.",
    ]
    lines = [(200.0, 700.0 - 13 * n, 10.0, words) for n, words in enumerate(text * 2)]
    lines += [(40.0, 700.0 - 13 * n, 10.0, words) for n, words in enumerate(beside)]
    assert " ".join(beside) in " ".join(paragraphs(placed(*lines)))
    table = [
        (x, 700.0 - 13 * n, 10.0, words)
        for n in range(4)
        for x, words in ((40, f"Day {n}"), (200, "No ferry sails to any of the islands"))
    ]
    assert paragraphs(placed(*table))[0].startswith("Day 0 No ferry")


def test_an_item_ends_where_text_stands_left_of_its_mark_and_a_number_in_a_line_begins_none() -> None:
    items = [(90, 700, 11, "• " + LONG[:70]), (72, 684, 11, "Farmers were told on Sunday, and came.")]
    assert len(paragraphs(placed(*items))) == 2
    number = [(72, 700, 11, LONG[:-3]), (72, 686, 11, "12. The other boat sails."), (72, 672, 11, LONG)]
    assert "12. The other boat sails." in paragraphs(placed(*number))[0]


def test_an_initial_over_two_lines_is_the_first_letter() -> None:
    lines = [(72, 668, 30, "T"), (92, 682, 11, LONG[1:]), (92, 668, 11, LONG), (72, 654, 11, "Monday.")]
    assert paragraphs(placed(*lines)) == [f"{LONG} {LONG} Monday."]


@pytest.mark.parametrize(
    ("mark", "is_left_out"),
    [("-more-", True), ("(more)", True), ("41", True), ("2024", False), ("No more", False)],
)
def test_what_stands_alone_at_the_edge_of_one_page(mark: str, is_left_out: bool) -> None:
    assert (mark not in " ".join(paragraphs(placed(*STORY, (290, 40, 11, mark))))) is is_left_out


def test_words_that_are_written_with_a_hyphen_keep_it() -> None:
    page = [
        (72, 700, "It pays the well-"),
        (72, 686, "established firms; in-"),
        (72, 672, "surers pay more."),
    ]
    assert paragraphs(drawn(page)) == ["It pays the well-established firms; insurers pay more."]


def test_what_an_office_program_made_is_read_with_its_ligatures_and_bullets() -> None:
    data = (Path(__file__).parent / "office" / "report.pdf").read_bytes()
    found = paragraphs(data)
    assert "“It will close,” said Anna Holt." in found
    assert any("confirmed" in text for text in found)


def test_a_document_with_more_pages_than_are_read_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.article.documents.pdf.MOST_PAGES", 2)
    pages = [[(72, 700, f"Page {word} tells of ships.")] for word in ("one", "two", "three")]
    article = build_article(read_pdf(drawn(*pages)), "a.pdf")
    assert article.notice == "Only the first 2 of this document's 3 pages were read."
    assert "three" not in article.text


def test_words_without_an_end_take_no_more_than_linear_time() -> None:
    words = " ".join(["harbour"] * 12)
    pages = [
        [(72.0, 790.0 - 7 * n, f"{chr(97 + page)}{n} {words}") for n in range(100)] for page in range(20)
    ]
    found = paragraphs(drawn(*pages))
    assert sum(len(each.split()) for each in found) == 26_000
    assert max(map(len, found)) < 30_000


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
