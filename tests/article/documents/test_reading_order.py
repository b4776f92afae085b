"""Lines of a page in the order in which they are read."""

from __future__ import annotations

from tui.article.documents.pdf_lines import Line
from tui.article.documents.reading_order import in_reading_order


def line(left: float, right: float, bottom: float, text: str, height: float = 10.0) -> Line:
    return Line(left, bottom, right, bottom + height, text, 11.0, False)


def test_the_words_of_a_spread_line_stay_in_order_whatever_their_heights() -> None:
    # As LibreOffice justifies a narrow column; letters without ascenders or descenders have lower boxes.
    row = [
        line(316, 343, 458.7, "visit. ", 10.0),
        line(371, 392, 458.7, "The ", 10.3),
        line(420, 496, 458.2, "responsibility ", 10.8),
        line(524, 540, 458.7, "for ", 10.3),
    ]
    below = [line(316, 540, 445.0, "building it anew is the county's.")]
    [column] = in_reading_order([*below, *reversed(row)])
    assert [each.text.strip() for each in column] == [
        "visit. The responsibility for",
        "building it anew is the county's.",
    ]


def test_rows_that_do_not_share_a_height_are_two() -> None:
    [column] = in_reading_order([line(72, 300, 700, "one"), line(310, 500, 686, "two")])
    assert [each.text for each in column] == ["one", "two"]


def test_columns_are_read_one_after_the_other_and_a_title_over_both_first() -> None:
    left = [line(72, 290, 600 - 13 * n, f"left {n} of a column of text") for n in range(4)]
    right = [line(310, 540, 600 - 13 * n, f"right {n} of a column of text") for n in range(4)]
    title = line(72, 540, 640, "A title over both columns of the page")
    order = [each.text.split()[0] for part in in_reading_order([*right, *left, title]) for each in part]
    assert order == ["A", *["left"] * 4, *["right"] * 4]


def test_key_words_beside_a_summary_over_both_columns_are_read_apart() -> None:
    def side(left: float, right: float, top: float, name: str, lines: int) -> list[Line]:
        return [line(left, right, top - 13 * n, f"{name} goes on with a row of words") for n in range(lines)]

    title = [line(72, 540, 740, "title of two lines that"), line(72, 540, 727, "title spans both")]
    words = [line(72, 150, 680 - 13 * n, f"word {n}") for n in range(4)]
    page = [*title, *words, *side(200, 540, 680, "summary", 5)]
    page += [*side(72, 290, 560, "left", 14), *side(310, 540, 560, "right", 14)]
    parts = [{each.text.split()[0] for each in part} for part in in_reading_order(page)]
    assert parts == [{"title"}, {"word"}, {"summary"}, {"left"}, {"right"}]
