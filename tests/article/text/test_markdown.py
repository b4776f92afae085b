"""Markdown texts: what their parts are, and that the text stays the file's own."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.article.article import Article, BlockKind
from tui.article.files import from_bytes
from tui.article.spans import Span
from tui.article.text import headings, markdown
from tui.article.text.blocks import Unit
from tui.article.text_markup import ShownText

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
    return [(str(b.kind), article.shown(b.span)) for b in article.blocks]


def test_each_part_has_its_kind_and_the_text_is_unchanged() -> None:
    article = read(TEXT)
    assert article.text == TEXT
    assert kinds(article) == [
        ("headline", "A fine day"),
        ("byline", "By Jane Doe"),
        (
            "paragraph",
            "The mayor said on Monday that all\nwas well. See https://valley.example/all, not a picture.",
        ),
        ("block quote", "“It is fine,” she said.\nReally."),
        ("list item", "one item"),
        ("list item", "two items\n  goes on"),
        ("list item", "1. first"),
        ("subheading", "What comes"),
        ("turn", "INTERVIEWER: How are you?"),
        ("turn", "SMITH: Well."),
        ("turn", "INTERVIEWER: And now?"),
        ("turn", "SMITH: Well again."),
        ("caption", "A picture"),
        ("code", "# no heading"),
        ("subheading", "———"),
    ]


def test_front_matter_says_who_and_when_and_is_not_shown() -> None:
    article = read(TEXT)
    assert (article.title, article.byline) == ("A fine day", "Jane Doe, Bob Roe")
    assert article.published == "2024-05-01T10:00:00+02:00"
    assert article.url == "https://valley.example/fine"
    assert "layout" not in ShownText(article.text, article.markup).text


def test_a_heading_as_long_as_a_text_is_no_title() -> None:
    assert read("# The ferry\n\nIt stays in port today.\n").title == "The ferry"
    assert read(f"# {'The ferry ' * 200}\n\nIt stays in port today.\n").title is None


def test_links_lead_from_the_texts_own_address() -> None:
    article = read(TEXT)
    assert [(link.span.of(TEXT), link.address) for link in article.links] == [
        ("on Monday", "https://valley.example/a_(b)"),
        ("https://valley.example/all", "https://valley.example/all"),
    ]
    assert read("[x](javascript:alert(1)) [y](file:///etc/passwd) [z](data:text/html,x)").links == ()


def test_links_by_reference_are_found_wherever_the_address_stands() -> None:
    text = "See [the plan][p], [its cost][] and [Ferry].\n\n[P]: https://a.example/1 'x'\n"
    text += "[its  Cost]: <https://a.example/2>\n[ferry]: /3\n"
    article = read(f"---\nurl: https://a.example/\ntitle: x\n---\n{text}")
    assert [(article.shown(link.span), link.address) for link in article.links] == [
        ("the plan", "https://a.example/1"),
        ("its cost", "https://a.example/2"),
        ("Ferry", "https://a.example/3"),
    ]
    assert kinds(article) == [("paragraph", "See the plan, its cost and Ferry.")]


def test_a_table_is_rows_with_its_columns_under_one_another() -> None:
    table = "Shares:\n\n| Town | Share |\n|:--|--:|\n| Rome | **52** |\n| Wexcombe | 7 |\n| a \\| b |\n\nEnd."
    article = read(table)
    assert kinds(article)[1] == (
        "table",
        "Town     │ Share\nRome     │    52\nWexcombe │     7\na | b".replace(" ", "\xa0").replace(
            "a\xa0|\xa0b", "a | b"
        ),
    )
    assert not BlockKind.TABLE.speaks
    assert kinds(read("One | two\nand three."))[0][0] == "paragraph"  # no line of dashes under it
    wide = f"| {'a' * 50} | {'b' * 50} |\n|--|--|\n| c | d |"
    assert kinds(read(wide))[0][1].endswith("c │ d")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a **b** c", "a b c"),
        ("a __b__ *c* _d_ ***e***", "a b c d e"),
        ("**a *b* c** and *a **b** c*", "a b c and a b c"),
        ("snake_case_name, 2 * 3 * 4, a*b", "snake_case_name, 2 * 3 * 4, a*b"),
        ("un*frigging*believable", "unfriggingbelievable"),
        ("“**We won**,” he said", "“We won,” he said"),
        ("**“We won,”** he said", "“We won,” he said"),
        ("a \\*b\\* and \\# c \\d", "a *b* and # c \\d"),
        ("`a *b*` and ``c ` d`` and ` e", "a *b* and c ` d and ` e"),
        ("~~gone~~ ==lit== a == b ~5", "gone lit a == b ~5"),
        ("[a](b) [c](<d e> 'f') [g] [h]() ![i](j)", "a c [g] h i"),
        ("[![pic](p.png)](https://x.example)", "pic"),
        ("[a [b](c) d](e)", "[a b d](e)"),
        ("[[Note]] [[Note|that]] ![[pic.png]] x[^1]", "Note that  x[1]"),
        ("AT&amp;T &ldquo;x&rdquo; &nosuch; &#8212; R&D;", "AT&T “x” &nosuch; — R&D;"),
        ("a<br>b <em>c</em> <!-- d --> 3 < 4 > 2 <x>", "a b c  3 < 4 > 2 <x>"),
        ("**open and *open", "**open and *open"),
        ("<ann@mail.example> says", "ann@mail.example says"),
        ("*a*b* **c*d**", "ab* c*d"),
    ],
)
def test_inline_marks_are_not_shown(written: str, shown: str) -> None:
    assert markdown.without_marks(written) == shown


def test_which_words_stand_out() -> None:
    article = read("A **b *c* d**, [e](https://x.example), `f`, ~~g~~ and ***h***.")
    assert [(article.shown(each.span), str(each.emphasis)) for each in article.emphasis] == [
        ("b c d", "strong"),
        ("c", "emphasised"),
        ("e", "link"),
        ("f", "code"),
        ("g", "struck"),
        ("h", "emphasised"),
        ("h", "strong"),
    ]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("## A heading ##", "A heading"),
        ("> [!note] Mind\n> this", "Mind\nthis"),
        ("> # Said\n> so", "Said\nso"),
        ("- [x] done", "☑ done"),
        ("<!-- a\n\nb -->\n\nc", "c"),
        ("<script>\nx('**a**')\n</script>\n\nc", "c"),
        ('c\n\n<div align="center">\n\nd\n\n</div>', "c / d"),
        ("a[^1]\n\n[^1]: b", "a[1] / [1] b"),
        ("![](p.png)\n\na", "a"),
        ("```\n```\n\na", "a"),
        ("~~~\na", "a"),
        ("a\r\n\r\n> b\r\n> *c\r\n> d*\r\n", "a / b\nc\nd"),
    ],
)
def test_marks_of_blocks_are_not_shown(written: str, shown: str) -> None:
    found = " / ".join(words for _, words in kinds(read(written)))
    assert found.replace("\r\n", "\n") == shown


def test_of_very_many_links_the_first_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "LINKS_AT_MOST", 2)
    text = "<https://a.example/1> [b](https://a.example/2) <https://a.example/3> [d](https://a.example/4)"
    assert [link.address[-1] for link in read(text).links] == ["1", "2"]


def test_a_plain_text_stays_plain() -> None:
    article = read("Mayor resigns\n\nThe mayor said on Monday that she would go.\n", "a.txt")
    assert [kind for kind, _ in kinds(article)][-1] == "paragraph"
    assert article.links == ()


@settings(max_examples=150)
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
                    *(
                        "**",
                        "*",
                        "_",
                        "`",
                        "[",
                        "]",
                        "(",
                        ")",
                        "|",
                        "|--|",
                        "|\n|--|\n|",
                        "~~",
                        "\\",
                        "<!--",
                        "-->",
                    ),
                    *("<br>", "&amp;", "[[", "]]", "[^1]: ", "[x]: y", "- [ ] ", "<div>", "<script>"),
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
            assert not article.shown(Span(at, block.span.start)).strip()
            assert block.span.of(article.text) == block.span.of(article.text).strip() != ""
            assert block.kind in BlockKind
            at = block.span.end
        assert not article.shown(Span(at, len(text))).strip()
        marks = [mark.span for mark in article.markup]
        assert all(a.end <= b.start for a, b in pairwise(marks))
        assert all(0 <= a < b <= len(text) for a, b in marks)


def test_the_line_of_a_note_is_not_the_head_of_a_table() -> None:
    article = read("x\n[^1]: |\n|--|\n|")
    assert [article.shown(block.span) for block in article.blocks][1].startswith("[1] |")


def test_a_paragraph_of_many_lines_is_copied_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def unit(span: Span, text: str, *more: object) -> Unit:
        made.append(text)
        return Unit(span, text, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(markdown, "Unit", unit)
    text = "line\n" * 500
    markdown.read(text)
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
