"""Plain text as text browsers, feed readers and spreadsheets leave it: what is no word is not shown."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.article import Article, BlockKind
from tui.article.files import from_bytes

LYNX = """   #[1]Home [2]Next

                            Harbour to close

   By [3]Mina Sallow

   The [4]harbour at Wexcombe will close for six weeks, the council decided
   on Tuesday evening. “We cannot wait for another [5]winter,” said [6]Jane
   Doe, the harbour master, who had asked for it twice, and was refused each
   time.

   The work is put at four million pounds, of which the county is to pay
   half by the spring, [6]Doe said. See the footnote [99].

References

   1. https://a.example/home
   2. https://a.example/next
   3. https://a.example/mina
   4. https://a.example/harbour
   5. https://a.example/winter
   6. https://a.example/doe
"""
W3M = """Harbour to close

The [1]harbour at Wexcombe will close for six weeks, said [2]Jane Doe.

References:

[1] https://a.example/harbour
[2] https://a.example/doe
"""
NEWSBOAT = """Feed: The Harbour Post
Title: Harbour to close
Author: Mina Sallow
Link: https://a.example/1
Date: Mon, 23 Nov 2026 09:30:00 +0100

The harbour[1] at Wexcombe will close for six weeks, said Jane Doe[2].

Links:
[1]: https://a.example/harbour (link)
[2]: https://a.example/doe (link)
"""


def read(text: str) -> Article:
    return from_bytes(text.encode(), "a.txt")


def shown(article: Article, kind: BlockKind) -> list[str]:
    return [" ".join(article.shown(b.span).split()) for b in article.blocks if b.kind is kind]


def test_link_numbers_of_lynx_are_not_shown() -> None:
    article = read(LYNX)
    assert (article.text, article.title, article.byline) == (LYNX, "Harbour to close", "Mina Sallow")
    first, second = shown(article, BlockKind.PARAGRAPH)
    assert "another winter,” said Jane Doe, the harbour master" in first
    assert "\n" not in article.shown(article.blocks[3].span)
    assert second.endswith("Doe said. See the footnote [99].")  # no address has that number
    head, references = shown(article, BlockKind.LINK_LIST)
    assert head == "#Home Next"
    assert references.startswith("References 1. https://a.example/home")
    words = {link.span.of(LYNX): link.address.rpartition("/")[2] for link in article.links}
    assert words == {"Home": "home", "Next": "next", "Mina": "mina", "harbour": "harbour", "winter": "winter",
                     "Jane": "doe", "Doe": "doe"}  # fmt: skip


def test_what_lynx_saves_of_menus_and_buttons_is_no_headline_and_no_paragraph() -> None:
    article = read(
        "   [1]Home [2]News\n\n     * [3]Sport\n     * [4]Weather\n\nHarbour to close\n\n"
        "   The [5]harbour at Wexcombe will close, said Jane Doe.\n\n   (BUTTON) Share\n\n   [6]IMAGE\n\n"
        "References\n\n" + "".join(f"   {n}. https://a.example/{n}\n" for n in range(1, 7))
    )
    assert article.title == "Harbour to close"
    assert shown(article, BlockKind.PARAGRAPH) == ["The harbour at Wexcombe will close, said Jane Doe."]


def test_a_headline_that_is_a_link_stays() -> None:
    body = "The harbour at Wexcombe will close for six weeks, said Jane Doe.\n\nIt is late, she said.\n\n"
    article = read(f"[1]Harbour to close\n\n{body}References\n\n1. https://a.example/1\n")
    assert article.title == "Harbour to close"


@pytest.mark.parametrize("text", [W3M, NEWSBOAT])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_link_numbers_of_w3m_and_newsboat_are_not_shown(text: str, end: str) -> None:
    article = read(text.replace("\n", end))
    assert article.title == "Harbour to close"
    assert shown(article, BlockKind.PARAGRAPH) == [
        "The harbour at Wexcombe will close for six weeks, said Jane Doe."
    ]
    assert [link.address for link in article.links] == ["https://a.example/harbour", "https://a.example/doe"]


def test_an_article_of_newsboat_says_who_when_and_where() -> None:
    article = read(NEWSBOAT)
    found = (article.byline, article.published, article.url, article.site)
    assert found == ("Mina Sallow", "2026-11-23", "https://a.example/1", "The Harbour Post")


@pytest.mark.parametrize(
    "text",
    [
        "It closes, says a study [1], and so does another [2].\n\nReferences\n\n[1] Doe, J. (2020), p. 3.\n",
        "The harbour closes [1].\n\nIt was late.\n",
        "Links:\n\nThe harbour closes, see [1](https://a.example/1) for more of it.\n",
    ],
)  # fmt: skip
def test_brackets_that_stand_for_no_link_stay(text: str) -> None:
    assert read(text).markup == ()


def test_soft_hyphens_are_not_shown() -> None:
    article = read("The trans\u00adport secre\u00adtary, Ma\u00adry Doe, said that she was glad of it.\n")
    assert shown(article, BlockKind.PARAGRAPH) == [
        "The transport secretary, Mary Doe, said that she was glad of it."
    ]


def test_rows_of_tabs_are_a_table() -> None:
    prose = "The county has counted all of its votes, it said on Monday, and this came out."
    article = read(f"{prose}\n\nTown\tVotes\nWexcombe\t1200\nHull\t900\n\n{prose}\n")
    assert shown(article, BlockKind.PARAGRAPH) == [prose, prose]
    (table,) = [block for block in article.blocks if block.kind is BlockKind.TABLE]
    assert article.shown(table.span).replace("\xa0", " ").split("\n") == [
        "Town      Votes", "Wexcombe  1200", "Hull      900",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["\tSet in by a tab, said Doe.\n\n\tAnd again, she said.\n", "One\ttwo\n\nthree\n"]
)
def test_other_tabs_are_no_table(text: str) -> None:
    assert not shown(read(text), BlockKind.TABLE)


TURNS = "INTERVIEWER: Why?", "DOE: I was tired of it.", "INTERVIEWER: And now?", "DOE: Now I grow roses."


@pytest.mark.parametrize(
    "codes",
    [
        ["[00:00:03]", "[00:00:09]", "[00:01:12]", "[00:01:15]"],
        ["0:03", "0:09", "1:12", "1:15"],
        ["(00:03)", "(00:09)", "(01:12)", "(01:15)"],
        ["00:00:03,120 --> 00:00:09,000", "00:00:09.1 - 00:00:10.0", "00:01:12", "00:01:15"],
        ["00:00:03 -", "00:00:09 -", "00:01:12 -", "00:01:15 -"],
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_time_codes_stand_before_the_turns(codes: list[str], between: str) -> None:
    article = read(between.join(f"{code} {turn}" for code, turn in zip(codes, TURNS, strict=True)) + "\n")
    assert [block.kind for block in article.blocks] == [BlockKind.TIMESTAMP, BlockKind.TURN] * 4
    assert shown(article, BlockKind.TURN) == list(TURNS)
    assert shown(article, BlockKind.TIMESTAMP) == codes


@pytest.mark.parametrize(
    "text",
    [
        "10:30 a.m. is when she came, said Doe.\n\n11:30 p.m. is when she left.\n\n9:15 am is early.\n",
        "4:3 is how the match ended.\n\nIt was late.\n\nNobody had seen it coming, said Doe.\n",
        "14:05 was the time.\n\nShe left.\n\nHe stayed at home with the dog, and that was that.\n",
    ],
)
def test_other_times_stay_among_the_words(text: str) -> None:
    assert BlockKind.TIMESTAMP not in [block.kind for block in read(text).blocks]


ADDRESSES = ["References\n", "1. https://a.example/x\n", "[2]: https://b.example\n", "#[1]x\n", "[1]", "[2]"]
TIMES = ["00:12 ", "[00:01:02] ", "- ", "DOE: "]
PIECES = [
    *ADDRESSES,
    *TIMES,
    "\t",
    "a\tb\tc\n",
    "\u00ad",
    "\n\n",
    "\r\n",
    "w ",
    "said “no” ",
    "Feed: x\nTitle: y\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_all_that_is_written_is_in_a_block_or_is_markup(pieces: list[str]) -> None:
    text = "w " + "".join(pieces)
    article = read(text)
    covered = [*(block.span for block in article.blocks), *(mark.span for mark in article.markup)]
    held = {i for span in covered for i in range(*span)}
    assert not [i for i, char in enumerate(text) if i not in held and not char.isspace()]
    spans = [block.span for block in article.blocks]
    assert all(before.end <= after.start for before, after in pairwise(spans))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Get the letter [5](sample) by mail.", "Get the letter (sample) by mail."),
        ("[3]© 2026 The Harbour Post", "© 2026 The Harbour Post"),  # a link without an address
        ("See the footnote [99].", "See the footnote [99]."),
        ("Read [1](https://a.example/x) first.", "Read [1](https://a.example/x) first."),
    ],
)
def test_a_number_missing_in_a_full_list_led_nowhere(line: str, words: str) -> None:
    listed = "\n".join(f"   {n}. https://a.example/{n}" for n in (1, 2, 4, 5, 6, 7, 8))
    article = read(f"The [1]harbour will close.\n\n{line}\n\nReferences\n\n{listed}\n")
    assert [article.shown(block.span) for block in article.blocks][1] == words


def test_a_number_missing_in_a_list_with_gaps_is_a_footnote() -> None:
    article = read(
        "The [1]harbour closes.[3]\n\nReferences\n\n   1. https://a.example/1\n   9. https://a.example/9\n"
    )
    assert article.shown(article.blocks[0].span) == "The harbour closes.[3]"


@pytest.mark.parametrize(
    "line",
    ["IFRAME: https://a.example/frame?id=1", "Skip to main content", "(BUTTON) Share", "jump to navigation"],
)
def test_what_is_for_the_browser_is_no_title(line: str) -> None:
    article = read(f"   {line}\n\n   Harbour to close for six [2]weeks\n\n{LYNX.partition('Sallow')[2]}")
    assert article.title != line
    assert line in shown(article, BlockKind.LINK_LIST)
