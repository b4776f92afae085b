"""What a text says of itself before it begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.article import BlockKind
from tui.article.body_text import body_text
from tui.article.files import from_bytes
from tui.article.text.front_matter import read

TOML = """+++
title = 'The “long” wait'
authors = ["Jane Doe", "Bob Roe"]
date = 2024-05-01T10:00:00Z
draft = false
+++

It was long.
"""


def test_toml_between_plus_signs() -> None:
    front = read(TOML)
    assert front is not None
    assert front.get("title") == "The “long” wait"
    assert front.get("byline") == "Jane Doe, Bob Roe"
    assert front.get("published") == "2024-05-01T10:00:00+00:00"
    assert TOML[front.span.end :] == "\n\nIt was long.\n"


def test_plain_lines_that_name_what_they_hold() -> None:
    text = (
        "Title: Mayor resigns\nAuthor: Jane Doe\nDate: 3 May 2024\nURL: https://a.example/b\n\n"
        "The mayor said so.\n"
    )
    article = from_bytes(text.encode(), "a.txt")
    assert article.text == text
    assert (article.title, article.byline, article.published) == ("Mayor resigns", "Jane Doe", "2024-05-03")
    assert article.url == "https://a.example/b"
    assert article.blocks[0].kind is BlockKind.BYLINE
    assert body_text(article)[0] == "The mayor said so."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---\n\nJust an ornament.\n\n---\n\nAnd on.\n",
        "---\ntitle: never closed\n",
        "Title: one line is no front matter\n\nText.\n",
        "Note: he said: no.\nTitle: x\n\nText.\n",
        "Dear all: this is a letter.\nSource: me\n\nText.\n",
        "***\ntitle: x\n***\n",
    ],
)
def test_what_only_looks_like_it_is_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("line", "what", "value"),
    [
        ("title: It's no. 1 # really", "title", "It's no. 1"),
        ("title: 'It''s'", "title", "It's"),
        ('title: "a \\"b\\" c"', "title", 'a "b" c'),
        ("title: |", "title", None),
        ("date: 2024-13-45", "published", None),
        ("date: May 3, 2024", "published", "2024-05-03"),
        ("date: 2024-05-03 10:00 +0200", "published", "2024-05-03T10:00:00+02:00"),
        ("date: 2024-05-03T10:00 +02:00", "published", "2024-05-03T10:00:00+02:00"),
        ("date: 2024-05-03T10:00:30Z", "published", "2024-05-03T10:00:30+00:00"),
        ('author: "[[Jo Berg]]"', "byline", "Jo Berg"),
        ("author: [[Jo Berg]]", "byline", "Jo Berg"),
        ('author:\n  - "[[Jo Berg]]"\n  - "[[People/Ann Lee|Ann Lee]]"', "byline", "Jo Berg, Ann Lee"),
        ('authors: ["[[Jo Berg]]", "[[Ann Lee]]"]', "byline", "Jo Berg, Ann Lee"),
        ("author: [Jane Doe, 'Ada Quill']", "byline", "Jane Doe, Ada Quill"),
        ("author: [[Jane Doe], [Ada Quill]]", "byline", "Jane Doe, Ada Quill"),
        (f"title: {'[' * 5000}x{']' * 5000}", "title", "x"),
        ("url: javascript:alert(1)", "url", None),
        ("author: {name: Jane Doe, url: x}", "byline", "Jane Doe"),
        ("title: a\x1b]0;x\x07\u202eb", "title", "a␛]0;x␇ b"),
        ("lang: en-GB", "language", "en-GB"),
        ("language: <b>", "language", None),
        ("!!python/object: os.system", "title", None),
    ],
)
def test_a_field_is_read_or_passed_over(line: str, what: str, value: str | None) -> None:
    front = read(f"---\nlayout: post\n{line}\n---\nText.\n")
    assert (front.get(what) if front else None) == value


@given(st.text(alphabet="-+:=[]{}'\"#|> \n\r\tabtile,.\\\x00\u2028", max_size=200))
def test_whatever_comes_is_front_matter_or_not(text: str) -> None:
    for begin in ("---\n", "+++\n", "title: x\n"):
        front = read(begin + text)
        if front is not None:
            assert front.fields
            assert 0 <= front.span.start < front.span.end <= len(begin + text)


def test_a_comment_is_left_out_and_a_very_long_run_of_spaces_is_none() -> None:
    front = read("---\ntitle: a  b # noted\nauthor: x\n---\n")
    assert front is not None
    assert front.get("title") == "a b"
    spaces = " " * 1_000_000  # a search that begins anew at each of them would not end today
    assert read(f"---\ntitle: a{spaces}b\nauthor: x\n---\n") is None
