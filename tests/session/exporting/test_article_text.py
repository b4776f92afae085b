"""An article alone: as text, as Markdown that acts as nothing it was not, as JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tui.article.article import Article, Block, BlockKind, Link
from tui.article.files import from_bytes
from tui.article.listing import Item, Listing, ListingKind
from tui.article.spans import Span
from tui.session.exporting.article_text import as_markdown, render_article, render_listing

K = BlockKind
READER = MarkdownIt("gfm-like", {"linkify": False})
PAGE: list[tuple[BlockKind, str]] = [
    (K.HEADLINE, "Ferry will not sail"),
    (K.BYLINE, "By Ann Lee"),
    (K.DATELINE, "23 November 2026"),
    (K.PARAGRAPH, "The *ferry* will not sail, said the [mayor]."),
    (K.CAPTION, "The harbour at noon"),
    (K.SUBHEADING, "What now #"),
    (K.LIST_ITEM, "• One boat"),
    (K.LIST_ITEM, "- Two boats"),
    (K.LIST_ITEM, "3. Three"),
    (K.BLOCK_QUOTE, "> “We wait.\n> All of us.”"),
    (K.BLOCK_QUOTE, "“Still.”"),
    (K.LINK_LIST, "Read more:\nThe ferry that sailed"),
    (K.NEWSLETTER, "Subscribe"),
    (K.EMBED, "Late again! — A Passenger"),
    (K.TURN, "MAYOR: 1. We #wait."),
    (K.PARAGRAPH, "# not a heading"),
]


def page(blocks: list[tuple[BlockKind, str]] = PAGE, **facts: Any) -> Article:
    """Return an article as a page gives it: its blocks with an empty line between."""
    text, made = "", []
    for kind, words in blocks:
        made.append(Block(kind, Span(len(text), len(text) + len(words))))
        text += words + "\n\n"
    known: dict[str, Any] = {"title": "Ferry will not sail", "byline": "Ann Lee", "published": "2026-11-23"}
    return Article(
        text.rstrip(),
        "https://a.example/x",
        tuple(made),
        **{**known, "url": "https://a.example/x", "page": True, **facts},
    )


def linked_page(words: str, lead: str, address: str = "https://b.example/") -> Article:
    """Return a page of one paragraph in which the words `lead` lead elsewhere."""
    at = words.index(lead)
    return page(
        [(K.PARAGRAPH, words)], links=(Link(Span(at, at + len(lead)), address),), title=None, byline=None
    )


def test_markdown_as_text_is_what_a_page_of_it_shows() -> None:
    own = "---\ntitle: x\nauthor: Ann Lee\n---\n\n# A *fine* day\n\nIt is [so](https://a.example).\n\n- **one**\n"
    article = from_bytes(own.encode(), "notes.md")
    assert render_article(article, "text") == "x\nAnn Lee\n\nIt is so.\n\none\n"
    assert json.loads(render_article(article, "jsonl"))["text"] == "It is so.\n\none"
    assert (
        render_article(article, "markdown")
        == "# x\n\nAnn Lee\n\nIt is [so](https://a.example).\n\n- **one**\n"
    )


def test_markdown_keeps_the_addresses_of_its_links_and_no_line_under_a_heading() -> None:
    own = "A day\n=====\n\nIt is [so][s].\n\nMore\n----\n\n[s]: https://a.example\n"
    assert render_article(from_bytes(own.encode(), "notes.md"), "markdown") == (
        "# A day\n\nIt is [so][s].\n\nMore\n----\n\n[s]: https://a.example\n"
    )


def test_markdown() -> None:
    assert as_markdown(page()) == (
        "# Ferry will not sail\n\n"
        "Ann Lee, 23 Nov 2026, <https://a.example/x>\n\n"
        "The \\*ferry\\* will not sail, said the \\[mayor\\].\n\n"
        "## What now \\#\n\n"
        "- One boat\n- Two boats\n3. Three\n\n"
        "> “We wait. All of us.”\n>\n> “Still.”\n\n"
        "> Late again! — A Passenger\n\n"
        "MAYOR: 1. We \\#wait.\n\n"
        "\\# not a heading\n"
    )


def test_a_markdown_file_stays_as_it_is_written() -> None:
    own = (
        "---\ntitle: Notes\n---\n\n# Notes\n\nSome **bold** and a [link](https://a.example/x).\n\n"
        "- One\n    - Two\x1b[31m\n\n> “We wait,”\n> said Tom.\n\n## Next\n\n\tcode\n"
    )
    assert as_markdown(from_bytes(own.encode(), "notes.md")) == (
        "# Notes\n\nSome **bold** and a [link](https://a.example/x).\n\n"
        "- One\n    - Two␛[31m\n\n> “We wait,”\n> said Tom.\n\n## Next\n\n\tcode\n"
    )


def paragraph(article: Article) -> str:
    return as_markdown(article).split("\n\n", 1)[1].rstrip("\n")


def test_links() -> None:
    assert (
        paragraph(linked_page("So he said *today*.", "he said"))
        == "So [he said](<https://b.example/>) \\*today\\*."
    )
    assert paragraph(linked_page("Wow!this", "this")) == "Wow\\![this](<https://b.example/>)"
    assert paragraph(linked_page("a b c", " b ")) == "a [b](<https://b.example/>) c"
    assert paragraph(linked_page("x](y) z", "](y)")) == "x[\\](y)](<https://b.example/>) z"
    assert paragraph(linked_page("see it", "it", "javascript:alert(1)")) == "see it"
    assert paragraph(linked_page("$1 and $2", "and")) == "\\$1 [and](<https://b.example/>) \\$2"


BITS = [
    "*",
    "_",
    "`",
    "[a](b)",
    "![a](b)",
    "&amp;",
    "#",
    "# ",
    "- ",
    "1. ",
    ">",
    "|",
    "\\",
    " ",
    "---",
    "<b>",
    "!",
    "x",
]
LINE = st.lists(st.sampled_from(BITS), min_size=1).map("".join).filter(lambda text: bool(text.strip()))


@given(LINE, LINE, LINE)
@example("*", "* ", " *")
def test_nothing_in_a_text_acts_as_markdown(before: str, words: str, after: str) -> None:
    text = f"x{before}{words}{after}"
    start = 1 + len(before)
    article = page(
        [(K.PARAGRAPH, text)],
        links=(Link(Span(start, start + len(words)), "https://b.example/"),),
        title=None,
        byline=None,
        published=None,
        url=None,
    )
    made = READER.parse(as_markdown(article))
    assert [block.type for block in made] == ["paragraph_open", "inline", "paragraph_close"]
    parts = made[1].children or []
    assert {part.type for part in parts} == {"text", "link_open", "link_close"}
    assert "".join(part.content for part in parts) == " ".join(text.split())


@given(st.sampled_from(list(K)), st.text())
def test_any_block_can_be_written(kind: BlockKind, text: str) -> None:
    text = text.strip() or "x"
    written = as_markdown(page([(kind, text)]))
    assert written.endswith("\n")
    assert not set(written) & set("\x1b\x9b\u202e\u200b\r")


def test_text_of_a_page() -> None:
    written = render_article(page(), "text")
    assert written.startswith(
        "Ferry will not sail\nAnn Lee · 23 Nov 2026\n\nThe *ferry* will not sail, said the [mayor].\n"
    )
    assert "Subscribe" not in written
    assert "Read more" not in written
    assert written.endswith("# not a heading\n")


def test_text_of_a_file_is_its_own() -> None:
    article = from_bytes("Title\r\n\r\n  “Hi,” said\x1b[31m Ann.\tYes\n\n".encode(), "a.txt")
    assert render_article(article, "text") == "Title\n\n  “Hi,” said␛[31m Ann. Yes\n"
    assert json.loads(render_article(article, "jsonl"))["text"] == article.text


def test_json() -> None:
    line = render_article(replace(page(), language="en", byline="A\u202eB\x9b"), "jsonl")
    assert line.count("\n") == 1
    assert "\u202e" not in line
    assert "\x9b" not in line
    data = json.loads(line)
    assert list(data) == [
        *("source", "title", "byline", "published", "url", "language"),
        *("format", "text", "blocks"),
    ]
    assert data["byline"] == "A\u202eB\x9b"
    kinds = {data["text"][block["start"] : block["end"]]: block["kind"] for block in data["blocks"]}
    assert kinds["# not a heading"] == "paragraph"
    assert kinds["Late again! — A Passenger"] == "embed"
    assert not {"headline", "byline", "dateline", "link list", "newsletter", "caption"} & set(kinds.values())


def test_lists() -> None:
    items = (
        Item("https://a.example/1", "One\tand *all*", "2026-11-23T10:00:00+00:00", "Short.", "Ann"),
        Item("https://a.example/2", "\x1b[31m"),
    )
    listing = Listing("https://a.example/rss", "A", ListingKind.FEED, items)
    assert (
        render_listing(listing, "text")
        == "2026-11-23\tOne and *all*\thttps://a.example/1\n-\t[31m\thttps://a.example/2\n"
    )
    assert render_listing(listing, "markdown").splitlines() == [
        "- [One and \\*all\\*](<https://a.example/1>) (2026-11-23): Short.",
        "- [\\[31m](<https://a.example/2>)",
    ]
    first, second = map(json.loads, render_listing(listing, "jsonl").splitlines())
    assert first["source"] == "https://a.example/1"
    assert (first["byline"], first["published"]) == ("Ann", "2026-11-23T10:00:00+00:00")
    assert (second["title"], second["list"]) == ("\x1b[31m", "https://a.example/rss")
