"""What stands between the paragraphs of an article, in plain text and in Markdown."""

from __future__ import annotations

import pytest

from tui.article.article import Article, BlockKind
from tui.article.body_text import body_text
from tui.article.files import from_bytes
from tui.article.text import text_boilerplate

PROSE = "The harbour at Wexcombe will close for six weeks, the council decided on Tuesday evening."
HEAD = f"Harbour to close\n\nBy Ada Quill\n\n20 May 2025\n\n{PROSE}"
NEWSLETTER = "Sign up to our newsletter to get the news in your inbox. “I love it,” says Fen, a reader."
POST = "The wall has moved since 1962."
AUTHOR = "— Old Salt (@oldsalt) May 19, 2025"


def read(text: str, name: str) -> Article:
    return from_bytes(text.encode(), name)


def of_kind(article: Article, kind: BlockKind) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.kind is kind]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_box_that_asks_to_subscribe_is_no_prose(name: str) -> None:
    article = read(f"{HEAD}\n\n{NEWSLETTER}\n\n{PROSE}\n", name)
    assert of_kind(article, BlockKind.NEWSLETTER) == [NEWSLETTER]
    assert not BlockKind.NEWSLETTER.speaks


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_the_times_of_a_live_blog(name: str) -> None:
    entries = f"14:05\n\n{PROSE}\n\n1.50pm\n\n{PROSE}\n\n2 hours ago\n\n{PROSE}\n"
    article = read(f"{HEAD}\n\n{entries}", name)
    assert of_kind(article, BlockKind.TIMESTAMP) == ["14:05", "1.50pm", "2 hours ago"]
    assert of_kind(article, BlockKind.DATELINE) == ["20 May 2025"]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_one_time_under_an_article_is_a_date_line(name: str) -> None:
    article = read(f"{HEAD}\n\n{PROSE}\n\nUpdated 14:05\n\n{PROSE}", name)
    assert of_kind(article, BlockKind.TIMESTAMP) == []
    assert "Updated 14:05" in of_kind(article, BlockKind.DATELINE)


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("a.txt", f"{POST}\n\n{AUTHOR}"),
        ("a.txt", f"{POST}\n{AUTHOR}"),
        ("a.md", f"> {POST}\n> {AUTHOR}"),
        ("a.md", f"> {POST}\n>\n> {AUTHOR}"),
        ("a.md", f"> {POST}\n\n{AUTHOR}"),
    ],
)
def test_a_post_and_its_authors_line_are_one_block(name: str, post: str) -> None:
    article = read(f"{HEAD}\n\n{post}\n\n{PROSE}\n", name)
    embed = "\n".join(of_kind(article, BlockKind.EMBED))
    assert embed.startswith(post.removeprefix("> ")[:10])
    assert embed.endswith(AUTHOR)


def test_links_of_markdown_are_lists_of_links() -> None:
    inline = "**Read more:** [“It will be fine,” says council](https://a.example/1)"
    related = "## Related\n\n- [Ferry late](https://a.example/2)\n- [Crabs “dear”](https://a.example/3)"
    own = "## What it costs\n\n- [The plan](https://a.example/4)"
    article = read(f"# Harbour to close\n\n{PROSE}\n\n{inline}\n\n{PROSE}\n\n{own}\n\n{related}\n", "a.md")
    assert of_kind(article, BlockKind.LINK_LIST) == [inline, related.removeprefix("## ")]
    assert of_kind(article, BlockKind.LIST_ITEM) == ["[The plan](https://a.example/4)"]
    assert "Crabs" not in body_text(article)[0]


@pytest.mark.parametrize("line", ["Advertisement", "ADVERTISEMENT —", "Story continues below", "Skip ad"])
def test_the_place_of_an_advertisement_is_no_prose(line: str) -> None:
    article = read(f"{HEAD}\n\n{PROSE}\n\n{line}\n\n{PROSE}\n", "page.txt")
    assert of_kind(article, BlockKind.NEWSLETTER) == [line]
    assert not text_boilerplate.is_advert(f"{line} for the marathon")


@pytest.mark.parametrize(
    "text",
    [
        "Sign up for the marathon before the end of May, the club told its members on Monday.",
        "Join our party, he told the voters who had come to hear him at the harbour.",
        "By signing up new voters the party hopes to win, said Ada Quill, who leads it.",
        "Get the boats out, the harbour master said.",
        "Get the parcel delivered by noon, she told him, or do not come back to this house.",
    ],
)
def test_prose_is_no_newsletter(text: str) -> None:
    assert not text_boilerplate.is_newsletter(text)
