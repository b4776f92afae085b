"""Markdown texts: what their parts are, and that the text stays the file's own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article.article import Article, BlockKind
from tui.article.files import from_bytes
from tui.article.spans import Span
from tui.article.text import headings, markdown
from tui.article.text.blocks import Unit
from tui.article.text.markdown import find_links

TEXT = """\
---
title: "A *fine* day"
author:
  - Jane Doe
  - Bob Roe
date: 2024-05-01 10:00:00 +0200
url: https://valley.example/fine
---

# A fine day

By Jane Doe

The mayor said [on Monday](/a_(b) "why") that all
was **well**. See <https://valley.example/all>, not ![a picture](p.png).

> “It is fine,” she said.
> Really.

- one item
- two items
  goes on
1. first

What comes
----------

INTERVIEWER: How are you?

SMITH: Well.

INTERVIEWER: And now?

SMITH: Well again.

![A picture](x.png)

```
# no heading
```

***

[1]: https://valley.example/1
"""


def read(text: str, source: str = "a.md") -> Article:
    return from_bytes(text.encode(), source)


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(str(b.kind), b.span.of(article.text)) for b in article.blocks]


def test_each_part_has_its_kind_and_the_text_is_unchanged() -> None:
    article = read(TEXT)
    assert article.text == TEXT
    assert [kind for kind, _ in kinds(article)] == [
        *["byline"] * 8, "headline", "byline", "paragraph", "block quote", "list item", "list item", "list item",
        "subheading", "turn", "turn", "turn", "turn", "caption", "paragraph", "subheading", "link list",
    ]  # fmt: skip
    found = dict(reversed(kinds(article)))
    assert found["headline"] == "# A fine day"
    assert found["block quote"] == "> “It is fine,” she said.\n> Really."
    assert [words for _, words in kinds(article)[:8]] == [line.strip() for line in TEXT.splitlines()[:8]]
    assert kinds(article)[13] == ("list item", "- two items\n  goes on")
    assert found["subheading"] == "What comes\n----------"


def test_front_matter_says_who_and_when() -> None:
    article = read(TEXT)
    assert (article.title, article.byline) == ("A fine day", "Jane Doe, Bob Roe")
    assert article.published == "2024-05-01T10:00:00+02:00"
    assert article.url == "https://valley.example/fine"


def test_links_lead_from_the_texts_own_address() -> None:
    article = read(TEXT)
    assert [(link.span.of(TEXT), link.address) for link in article.links] == [
        ("on Monday", "https://valley.example/a_(b)"),
        ("https://valley.example/all", "https://valley.example/all"),
    ]
    assert find_links("[x](javascript:alert(1)) [y](file:///etc/passwd) [z](data:text/html,x)") == ()


def test_of_very_many_links_the_first_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "LINKS_AT_MOST", 2)
    text = "<https://a.example/1> [b](https://a.example/2) <https://a.example/3> [d](https://a.example/4)"
    assert [link.address[-1] for link in find_links(text)] == ["1", "2"]


def test_a_plain_text_stays_plain() -> None:
    article = read("Mayor resigns\n\nThe mayor said on Monday that she would go.\n", "a.txt")
    assert [kind for kind, _ in kinds(article)][-1] == "paragraph"
    assert article.links == ()


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "# ",
                    "## A",
                    "> ",
                    "- ",
                    "1. ",
                    "```",
                    "---",
                    "===",
                    "\n",
                    "\n\n",
                    " ",
                    "a",
                    "A b. ",
                    "[a](b)",
                ),
                *(
                    "![a](b)",
                    "[1]: x",
                    "***",
                    "\t",
                    "\r\n",
                    "“Q”",
                    "Q: ",
                    "title: x",
                    "+++",
                    "By Jo Doe",
                    "\u2028",
                ),
            ]
        ),
        max_size=40,
    )
)
def test_blocks_hold_every_character_and_do_not_overlap(parts: list[str]) -> None:
    text = "x" + "".join(parts)
    for source in ("a.md", "a.txt"):
        article = read(text, source)
        at = 0
        for block in article.blocks:
            assert block.span.start >= at
            assert not article.text[at : block.span.start].strip()
            assert block.span.of(article.text) == block.span.of(article.text).strip() != ""
            assert block.kind in BlockKind
            at = block.span.end
        assert not article.text[at:].strip()


def test_a_paragraph_of_many_lines_is_copied_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def unit(span: Span, text: str, *more: object) -> Unit:
        made.append(text)
        return Unit(span, text, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(markdown, "Unit", unit)
    text = "line\n" * 500
    markdown.find_blocks(text, 0)
    assert made == [text.strip()]


def test_a_title_of_any_length_loses_its_marks() -> None:
    assert (
        markdown.without_marks("A **bold** [link](x) and `code`, not 2 * 3")
        == "A bold link and code, not 2 * 3"
    )
    long = "A. B. *a" * 15_000
    assert markdown.without_marks(long) == long
    spaced = f"# A{' ' * 100_000}b ##"
    assert headings.without_marks(spaced) == spaced[2:-3]
