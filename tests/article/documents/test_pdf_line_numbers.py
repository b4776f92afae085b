"""The numbers of a PDF's lines go, those of lists and tables stay."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.article.documents.test_pdf import paragraphs
from tui.article.documents.pdf_line_numbers import without_line_numbers
from tui.article.documents.pdf_lines import Line

TOP, STEP = 740.0, 15.0


def at(left: float, row: int, text: str, width: float = 200.0) -> Line:
    return Line(left, TOP - STEP * row, left + width, TOP - STEP * row + 12, text, 12.0, False)


def numbered(values: Sequence[int | None], left: float = 30.0, text: float = 60.0) -> list[Line]:
    """Return a row for each value, with it before the row's words; None for a row without a number."""
    rows = [at(text, row, "The boat had left") for row in range(len(values))]
    return rows + [at(left, row, str(value), 12.0) for row, value in enumerate(values) if value is not None]


def left_over(*pages: list[Line]) -> list[list[str]]:
    """Return the numbers that are still there, page by page."""
    return [[line.text for line in page if line.text.isdigit()] for page in without_line_numbers(pages)]


@pytest.mark.parametrize(
    "values",
    [
        [1, 2, 3, 4, 5, 6],
        [34, 35, 36, 37, 38, 39],
        [5, 10, 15, 20, 25, 30],
        [1, 2, 3, 4, 5, 6, 1, 2],  # the footnotes have their own
        [20, 21, 22, 23, 24, 25, 26, 7, 8],
        [1, 2, None, 3, 4, None, 5, 6],
    ],
)
def test_numbers_of_lines_go(values: list[int | None]) -> None:
    assert left_over(numbered(values)) == [[]]


@pytest.mark.parametrize(
    "values",
    [
        [1, 2, 3, 4],
        [2021, 1987, 2003, 12, 5, 99],
        [302001, 302007, 302008, 310020, 310040, 313001],  # codes of goods go up, but not evenly
        [1, 1, 1, 1, 1, 1],
        [6, 5, 4, 3, 2, 1],
    ],
)
def test_numbers_that_do_not_count_lines_stay(values: list[int]) -> None:
    assert left_over(numbered(values)) == [[str(value) for value in values]]


def test_a_last_page_with_few_lines_loses_its_numbers_too() -> None:
    assert left_over(numbered([1, 2, 3, 4, 5, 6]), numbered([7, 8]), numbered([9])) == [[], [], []]


def test_few_numbers_elsewhere_on_a_later_page_stay() -> None:
    later = [at(60, 0, "The boat had left"), at(300, 0, "17", 12)]
    assert left_over(numbered([1, 2, 3, 4, 5, 6]), later) == [[], ["17"]]


@pytest.mark.parametrize(("first_beside", "kept"), [(7, 0), (3, 12)])
def test_a_second_column_has_numbers_if_they_go_on(first_beside: int, kept: int) -> None:
    beside = numbered(range(first_beside, first_beside + 6), left=300, text=330)
    assert len(left_over(numbered([1, 2, 3, 4, 5, 6]) + beside)[0]) == kept


def test_chapters_and_their_pages_in_a_table_of_contents_stay() -> None:
    pages = [at(400, row, str(2 + row // 3), 12.0) for row in range(9)]
    assert len(left_over(numbered(range(1, 10)) + pages)[0]) == 18


def test_a_note_whose_mark_touches_its_first_word_is_parted_from_it() -> None:
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    for row in range(8):
        canvas.drawString(
            60, TOP - STEP * row, "The boat had left the quay before they came, and the crew knew it."
        )
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 90, "1The harbour office was told.")
    canvas.drawString(60, 78, "23D drawings are kept there.")
    canvas.save()
    assert paragraphs(out.getvalue())[-2:] == [
        "1 The harbour office was told.",
        "23D drawings are kept there.",
    ]
