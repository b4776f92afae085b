"""tui.article.text.text_boilerplate, in blocks: links to others, bylines and dates."""

from __future__ import annotations

import pytest

from tests.article.text.ferry import LEAD, LONG, MORE, kinds
from tui.article.article import BlockKind
from tui.article.text.blocks import facts, find_blocks


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("heading", ["Read more:", "Related stories", "More on this story", "READ MORE"])
def test_a_list_of_links_is_one_block(heading: str, between: str) -> None:
    links = ["Why the ferry matters", "Our reporter on the night of the storm", "Is the harbour too old?"]
    found = kinds(between.join([LONG, heading, *links, LONG, MORE]))
    assert found[1] == (BlockKind.LINK_LIST, between.join([heading, *links]))
    assert [kind for kind, _ in found] == [
        BlockKind.PARAGRAPH,
        BlockKind.LINK_LIST,
        *[BlockKind.PARAGRAPH] * 2,
    ]


def test_a_blank_line_ends_a_list_of_links() -> None:
    found = kinds(f"{LONG}\nRead more:\nWhy the ferry matters\n\nThe long night\n\n{LONG}")
    assert [kind for kind, _ in found[1:3]] == [BlockKind.LINK_LIST, BlockKind.SUBHEADING]


def test_links_by_themselves() -> None:
    links = [
        "https://example.org/a",
        "- [A storm](https://example.org/b)",
        "Read more: Why the ferry matters",
    ]
    found = kinds("\n".join([LONG, *links, LONG]))
    assert found[1] == (BlockKind.LINK_LIST, "\n".join(links))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE AND RICHARD ROE", "JANE DOE AND RICHARD ROE"),
        ("By Jane Doe, Richard Roe and Ann Poe", "Jane Doe, Richard Roe and Ann Poe"),
        ("By Jane van der Doe, Political Editor", "Jane van der Doe"),
        ("Words by Jane Doe in Geneva", "Jane Doe"),
    ],
)
def test_bylines(line: str, names: str) -> None:
    text = f"Ferry stays in port\n\n{line}\n\n{LONG}\n\n{MORE}"
    assert kinds(text)[1] == (BlockKind.BYLINE, line)
    assert facts(text, find_blocks(text)).byline == names


@pytest.mark.parametrize("line", ["By Christmas Eve the port was shut.", "By Monday Evening", "By and by"])
def test_no_bylines(line: str) -> None:
    assert BlockKind.BYLINE not in {kind for kind, _ in kinds(f"{LONG}\n{line}\n{MORE}\n{LONG}")}


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("12 May 2025", "2025-05-12"),
        ("Published: Monday, Sept. 1st, 2025, 9:30 a.m.", "2025-09-01"),
        ("2025-05-12T10:15:00Z", "2025-05-12"),
        ("31 February 2025", None),
        ("Published 3 hours ago", None),
    ],
)
def test_dates(line: str, date: str | None) -> None:
    text = f"Ferry stays in port\n{line}\n{LONG}\n{MORE}"
    assert kinds(text)[1][0] is BlockKind.DATELINE
    assert facts(text, find_blocks(text)).published == date


def test_the_head_of_a_page_as_broadcasters_write_it() -> None:
    text = "\n".join(
        [
            "Ferry boss quits over cancelled sailings",
            "Jane Doe",
            "Transport correspondent",
            "Published",
            "12 May 2025",
            "Image source, Getty Images",
            "Image caption,",
            "The ferry in port on Monday",
            MORE,
            LEAD,
        ]
    )
    assert [kind for kind, _ in kinds(text)] == [
        BlockKind.HEADLINE,
        *[BlockKind.BYLINE] * 2,
        *[BlockKind.DATELINE] * 2,
        *[BlockKind.CAPTION] * 3,
        *[BlockKind.PARAGRAPH] * 2,
    ]
    known = facts(text, find_blocks(text))
    assert (known.title, known.byline, known.published) == (
        "Ferry boss quits over cancelled sailings",
        "Jane Doe",
        "2025-05-12",
    )


def test_a_markdown_byline_with_its_date() -> None:
    text = f"# Ferry stays in port\n\n*By Jane Doe* | 12 May 2025\n\n{LONG}"
    known = facts(text, find_blocks(text))
    assert (known.title, known.byline, known.published) == ("Ferry stays in port", "Jane Doe", "2025-05-12")
