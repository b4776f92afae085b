"""The blocks that footnotes, tables and the lines above an article become."""

from __future__ import annotations

import pytest

from tests.article.html.test_page import BODY, FIRST, PROSE, SECOND, THIRD, body
from tui.article.article import BlockKind
from tui.article.html.page import read_page


def test_footnote_marks_are_left_out_and_powers_kept() -> None:
    first = f"<p>{FIRST}<sup><a href='#fn1'>1</a></sup></p>"
    second = f"<p>{BODY[1]}<a class='ref' href='#fn2'><sup>[2]</sup></a></p>"
    third = "<p>It covers 40 km<sup>2</sup> of sea, it said, and <a href='#map'>the map</a> shows them.</p>"
    rest = "".join(f"<p>{line}</p>" for line in BODY[2:])
    assert body(f"<article>{first}{second}{third}{rest}") == [
        *BODY[:2],
        "It covers 40 km2 of sea, it said, and the map shows them.",
        *BODY[2:],
    ]


def test_the_cells_of_a_row_are_joined_with_their_links() -> None:
    berth = "<a href='/q'>Quay 3</a>"
    table = f"<table><tr><th>Boat</th><th>Berth</th></tr><tr><td>Anna</td><td>{berth}</td></tr></table>"
    page = read_page(
        f"<body><article>{PROSE}{table}<p>{THIRD} {SECOND}</p>".encode(), "x", "https://a.example/b"
    )
    article = page.article
    shown = [block.span.of(article.text) for block in article.blocks]
    assert "Boat | Berth" in shown
    assert "Anna | Quay 3" in shown
    assert [(link.span.of(article.text), link.address) for link in article.links] == [
        ("Quay 3", "https://a.example/q")
    ]


@pytest.mark.parametrize("when", ["14 May 2025", "10:02"])
def test_dates_and_times_stay_in_their_rows(when: str) -> None:
    rows = "".join(f"<tr><td>Boat {n}</td><td>{when}</td></tr>" for n in range(3))
    article = read_page(
        f"<body><article>{PROSE}<table>{rows}</table><p>{THIRD} {SECOND}</p>".encode(), "x"
    ).article
    assert [f"Boat {n} | {when}" in article.text for n in range(3)] == [True] * 3
    assert BlockKind.TIMESTAMP not in {block.kind for block in article.blocks}


def test_lines_of_a_cell_that_lays_out_a_page_stay_apart() -> None:
    lines = "<br><br>".join(["<font>Harbour to close</font><br>By Mina Sallow", *BODY * 2])
    article = read_page(
        f"<title>Harbour to close</title><table><tr><td>{lines}</td></tr></table>".encode(), "x"
    ).article
    assert article.byline == "Mina Sallow"
    small = f"<body><article>{PROSE}<table><tr><td>Sark<br>Herm</td><td>12</td></tr></table><p>{THIRD} {SECOND}</p>"
    assert "Sark Herm | 12" in read_page(small.encode(), "x").article.text


def test_cells_of_a_layout_table_are_paragraphs() -> None:
    cells = "".join(f"<td>{line[:60]}.</td>" for line in BODY)
    assert body(f"<table><tr><td>{PROSE}</td></tr><tr>{cells}</tr></table>")[4:] == [
        f"{line[:60]}." for line in BODY
    ]


def test_byline_and_date_are_read_from_the_text_shown() -> None:
    head = "<h1>Harbour to close</h1><p class='byline'>By Mina Sallow</p><p>Published 20 May 2025</p>"
    article = read_page(f"<body><article>{head}{PROSE}".encode(), "x").article
    assert (article.byline, article.published) == ("Mina Sallow", "2025-05-20")
    assert [block.kind for block in article.blocks][:3] == [
        BlockKind.HEADLINE,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
    ]
