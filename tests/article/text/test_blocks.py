"""tui.article.text.blocks: every character that is not white space stands in one block, of the right kind."""

import textwrap
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.article import BlockKind
from tui.article.text.blocks import facts, find_blocks

LEAD = "The ferry to the islands did not sail on Monday because of a storm that had begun the night before."
MORE = (
    "Passengers with tickets may travel on another day, the company that runs the ferry said in a statement."
)
LONG = (
    "The harbour master, who has held the post for twelve years, watched the waves come over the wall and "
    "decided a little before noon that nothing would leave the port until the wind had turned to the west."
)


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(text)) for block in find_blocks(text)]


PIECES = st.sampled_from(
    [
        *(
            "Read more:",
            "By Jane Doe",
            "> quoted",
            "- item",
            "Q: why?",
            "A: so.",
            "# Title",
            "Is it so?",
            "* * *",
        ),
        *("12 May 2025", LEAD, "    set in", "(Photo: AFP)", "HI: you"),
        *("\n", "\r\n", "\r", "\u2029", "\t", "\x00", "\u200b"),
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=30))).map("\n".join))
def test_blocks_cover_all_that_is_not_white_space(text: str) -> None:
    last = 0
    for block in find_blocks(text):
        start, end = block.span
        assert last <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        assert not text[last:start].strip()
        last = end
    assert not text[last:].strip()


@given(st.lists(st.sampled_from([LEAD, MORE, LONG]), min_size=2, max_size=6), st.integers(40, 100))
def test_wrapped_paragraphs_are_found_again(paragraphs: list[str], width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    assert [" ".join(words.split()) for _, words in kinds(wrapped)] == paragraphs


def test_wrapped_paragraphs_told_apart_by_indentation() -> None:
    text = textwrap.fill(LONG, 66, initial_indent="  ") + "\n" + textwrap.fill(LONG, 66, initial_indent="  ")
    assert [" ".join(words.split()) for _, words in kinds(text)] == [LONG, LONG]


def test_short_lines_that_are_paragraphs_are_not_joined() -> None:
    lines = ["He went home.", "She stayed.", "Nobody knew why they had come.", "It rained all night."]
    assert [words for _, words in kinds("\n".join(lines))] == lines


def test_a_line_separator_breaks_no_paragraph_but_where_it_is_the_only_line_end() -> None:
    soft = "The ferry stayed in port.\u2028“We wait,” she said, and they did.\n\nOn Monday it left for Ostende.\n"
    assert [words for _, words in kinds(soft)] == [part for part in soft.split("\n") if part]
    alone = "The ferry stayed in port on Sunday.\u2028On Monday it left for Ostende, they said.\u2028It came back."
    assert [words for _, words in kinds(alone)] == alone.split("\u2028")


def test_line_ends_of_every_system() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert [words for _, words in kinds(end.join([LEAD, MORE]))] == [LEAD, MORE]
        assert [words for _, words in kinds((end * 2).join([LEAD, MORE]))] == [LEAD, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "Ferry stays in port as storm batters coast",
        "Ferry Stays in Port.",
        "Storm keeps the island ferry in port.",
        "Why the ferry did not sail",
        "Islanders ask: ‘When will it sail?’",
        "# Ferry stays in port",
    ],
)
def test_headlines(line: str) -> None:
    text = f"{line}\n\n{LONG}\n\n{MORE}"
    assert kinds(text)[0] == (BlockKind.HEADLINE, line)
    assert facts(text, find_blocks(text)).title == line.removeprefix("# ").removesuffix(".")


@pytest.mark.parametrize("below", ["By Ada Quill", "20 May 2025"])
@pytest.mark.parametrize("line", ["“The wall moves when you lean on it”", "He would not sail. She did."])
def test_what_stands_over_a_byline_is_the_headline(line: str, below: str) -> None:
    text = f"{line}\n\n{below}\n\n{LONG}\n\n{MORE}"
    assert facts(text, find_blocks(text)).title == line.removesuffix(".")


@pytest.mark.parametrize(
    "line",
    [
        "The harbour master has said he is “thinking” of keeping the ferry in port until the wind turns.",
        "“We cannot sail,” she said.",
        "He was tired.",
        "HARBOUR TOWN (AP) — Nothing sailed on Monday.",
        "It was cold, and it had rained for a week.",
        "She said:",
    ],
)
def test_a_first_line_that_is_a_paragraph(line: str) -> None:
    text = f"{line}\n{LONG}\n{MORE}"
    assert kinds(text)[0][0] is BlockKind.PARAGRAPH
    assert facts(text, find_blocks(text)).title is None


@pytest.mark.parametrize(
    "line",
    [
        "Company playing for time?",
        "What happens next?",
        "THE BACKGROUND",
        "A long winter",
        "## Tickets",
        "2. April",
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_subheadings(line: str, between: str) -> None:
    found = kinds(between.join([LONG, MORE, line, LONG, MORE]))
    expected = BlockKind.LIST_ITEM if line[0] == "2" else BlockKind.SUBHEADING
    assert found[2] == (expected, line)
    assert {kind for kind, _ in found[:2] + found[3:]} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize(
    "line",
    [
        "But why does it matter?",
        "What, then, is to be done?",
        "Why did they do it?",
        "Was it true?",
        "Why?",
        "“Is it safe?”",
        "Nobody came.",
        "The reasons are these:",
        "and then nothing",
    ],
)
def test_short_paragraphs_of_prose(line: str) -> None:
    assert kinds("\n\n".join([LONG, line, MORE]))[1] == (BlockKind.PARAGRAPH, line)


def test_a_poem_has_no_subheadings() -> None:
    lines = ["The ship goes out", "Under the moon", "Nobody calls", "The ship goes on"]
    assert {kind for kind, _ in kinds("\n".join([*lines, "", *lines]))} == {BlockKind.PARAGRAPH}


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
    ("line", "kind"),
    [
        ("- a ticket", BlockKind.LIST_ITEM),
        ("• a ticket that is good for a year", BlockKind.LIST_ITEM),
        ("3. The third reason", BlockKind.LIST_ITEM),
        ("> We cannot sail.\n> The sea is too high.", BlockKind.BLOCK_QUOTE),
        ("Image source, Getty Images", BlockKind.CAPTION),
        ("Waves come over the wall. (AP Photo/Jane Doe)", BlockKind.CAPTION),
        ("Updated 13 May 2025 at 10:15 BST", BlockKind.DATELINE),
        ("9:34 p.m.", BlockKind.DATELINE),
        ("* * *", BlockKind.SUBHEADING),
    ],
)
def test_other_kinds(line: str, kind: BlockKind) -> None:
    assert kinds(f"{LONG}\n\n{line}\n\n{MORE}")[1] == (kind, line)


def test_a_paragraph_set_in_is_a_block_quote() -> None:
    assert kinds(f"{LONG}\n\n    {MORE}\n\n{LONG}\n\n{LONG}")[1] == (BlockKind.BLOCK_QUOTE, MORE)
    assert {kind for kind, _ in kinds(f"    {LONG}\n\n    {MORE}")} == {BlockKind.PARAGRAPH}


def test_a_colon_before_a_quotation_makes_no_transcript() -> None:
    said = [
        "He said: “It is over.”",
        "He said: “It is late.”",
        "Jane Doe: “No.”",
        "Jane Doe: “Yes.”",
        "He said: “So.”",
    ]
    assert {kind for kind, _ in kinds("\n".join([LONG, *said]))} == {BlockKind.PARAGRAPH}


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


@pytest.mark.parametrize(
    "text", ["", " \n\t\u2029 ", "word " * 100_000, "[" * 10_000, "a:" * 50_000, "(" * 400]
)
def test_odd_texts(text: str) -> None:
    assert len(find_blocks(text)) == (1 if text.strip() else 0)


def test_a_line_without_end_takes_little_memory() -> None:
    text = "and so on " * 100_000
    tracemalloc.start()
    try:
        find_blocks(text)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 8 * len(text)


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


def test_chapters_are_headings_wherever_they_stand() -> None:
    found = kinds(
        "\n\n".join(["THE FERRY", "CHAPTER I", LONG, "* * *", "Chapter 2: The storm", "“No.”", LONG])
    )
    assert [kind for kind, _ in found] == [
        BlockKind.HEADLINE,
        BlockKind.SUBHEADING,
        BlockKind.PARAGRAPH,
        *[BlockKind.SUBHEADING] * 2,
        *[BlockKind.PARAGRAPH] * 2,
    ]


def test_a_question_above_a_short_answer_is_somebody_s_thought() -> None:
    assert (
        kinds("\n\n".join([LONG, "What was to be done?", "He did not know.", LONG]))[1][0]
        is BlockKind.PARAGRAPH
    )
