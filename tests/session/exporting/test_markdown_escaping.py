"""Text as Markdown that shows it to the letter; a CommonMark reader is the judge."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tui.article.cleaning import clean
from tui.session.exporting.markdown_escaping import autolink, escape_markdown

READER = MarkdownIt("gfm-like", {"linkify": False})
BITS = [
    *(
        "*",
        "_",
        "`",
        "~~",
        "<b>",
        "[a](b)",
        "![a](b)",
        "&amp;",
        "&",
        "#",
        "# ",
        "- ",
        "+ ",
        "1. ",
        "1) ",
        ">",
    ),
    *("|", "a", "\\", " ", "---", "===", "[x]: y", "```", "$a$", "http://a.b", "www.a.b", "“", ":", "<!--"),
    *("&#65;", "(", "!", "99999999. "),
]


def shown(markdown: str) -> tuple[list[str], str]:
    """Return what a reader makes of it: the kinds of its parts, and the text."""
    kinds, text = [], ""
    for block in READER.parse(markdown):
        kinds.append(block.type)
        for part in block.children or []:
            kinds.append(part.type)
            text += part.content
    return kinds, text


@given(st.lists(st.sampled_from(BITS)).map("".join) | st.text())
def test_any_line_is_one_paragraph_of_itself(text: str) -> None:
    text = clean(text)
    if text:
        assert shown(escape_markdown(text)) == (["paragraph_open", "inline", "text", "paragraph_close"], text)


@given(st.lists(st.sampled_from(BITS)).map("".join))
def test_so_it_is_in_a_block_quote(text: str) -> None:
    text = clean(text)
    if text:
        kinds, said = shown(f"> {escape_markdown(text)}\n>\n> — x")
        assert said == f"{text}— x"
        assert kinds == [
            "blockquote_open",
            *["paragraph_open", "inline", "text", "paragraph_close"] * 2,
            "blockquote_close",
        ]


def test_ordinary_prose_is_left_alone() -> None:
    prose = "“It’s 5-3 — a $5 gain (about 3.5%), isn’t it?” Mr O'Neil & Co. said: “Yes!”"
    assert escape_markdown(prose) == prose


def test_addresses_do_not_become_links() -> None:
    assert (
        escape_markdown("see https://evil.example or www.evil.example")
        == "see https\\://evil.example or www\\.evil.example"
    )


@pytest.mark.parametrize(
    ("url", "markdown"),
    [
        ("https://example.org/a?b=c&d=e#f", "<https://example.org/a?b=c&d=e#f>"),
        ("https://example.org/a>b c", "<https://example.org/a%3Eb%20c>"),
        ("https://example.org/ü", "<https://example.org/%C3%BC>"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("x](http://y)", "x\\](http\\://y)"),
    ],
)
def test_addresses_of_articles(url: str, markdown: str) -> None:
    assert autolink(url) == markdown


def test_half_a_character_in_an_address_is_no_error() -> None:
    assert autolink("https://a.b/\ud800c") == "<https://a.b/%3Fc>"
