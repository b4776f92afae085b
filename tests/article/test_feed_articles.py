"""An item of a feed is its page, or the feed's own words where there is no page or they are more."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tui.article.article import Article, BlockKind
from tui.article.body_text import body_text
from tui.article.errors import Cancelled, CannotRead, NoArticle
from tui.article.feed_articles import read_item
from tui.article.html import extraction
from tui.article.listing import OWN_NAME, Item, Listing, ListingKind

LINES = [
    "The harbour at Wexcombe will close for six weeks, the council decided on Tuesday evening.",
    "“We cannot wait for another winter,” said the harbour master, who had asked for it twice.",
]
HTML = f"<p>{LINES[0]}</p><p>{LINES[1]} <a href='/more'>More</a></p><p><a href='/x'>Read more: Ferry late</a></p>"
LINK = "https://a.example/1"


@pytest.fixture(autouse=True, scope="module")
def process() -> Iterator[None]:
    yield
    extraction.stop()


def item(html: str | None = HTML, source: str = LINK) -> Item:
    return Item(source, "Harbour to close", "2026-11-23", None, "Ann Lee", html)


def fails(error: CannotRead) -> Callable[[], Article]:
    def read() -> Article:
        raise error

    return read


def page(words: str) -> Callable[[], Article]:
    return lambda: Article(words, LINK, url=LINK, site="The Post")


def test_an_item_without_a_page_is_an_article_of_its_own() -> None:
    source = f"https://a.example/feed{OWN_NAME}1"
    found = read_item(item(source=source), fails(AssertionError))  # type: ignore[arg-type]
    assert isinstance(found, Article)
    assert (found.title, found.byline, found.published) == ("Harbour to close", "Ann Lee", "2026-11-23")
    assert (found.source, found.url) == (source, None)
    assert body_text(found)[0].split("\n\n") == [LINES[0], f"{LINES[1]} More"]
    assert found.blocks[0].kind is BlockKind.HEADLINE
    assert found.links[0].address == "https://a.example/more"
    assert found.notice == "This is the feed's own text; it gives no page."


@pytest.mark.parametrize(
    "error",
    [
        CannotRead("“a.example” says 404 Not Found; check it."),
        NoArticle("This page is an error page; open it.", None),
    ],
)
def test_a_page_that_cannot_be_read_leaves_the_feeds_words(error: CannotRead) -> None:
    found = read_item(item(), fails(error))
    assert isinstance(found, Article)
    assert LINES[1] in found.text
    assert found.url == LINK
    assert found.notice is not None
    assert found.notice.startswith("From the feed, as its page cannot be read: ")


def test_a_page_with_less_text_leaves_the_feeds_words() -> None:
    found = read_item(item(), page(LINES[0][:40]))
    assert isinstance(found, Article)
    assert LINES[1] in found.text
    assert (found.site, found.notice) == (
        "The Post",
        "From the feed, which has more of the text than the page.",
    )


@pytest.mark.parametrize("html", [HTML, None, "<p>The harbour closes.</p>"])
def test_a_page_with_as_much_text_is_read(html: str | None) -> None:
    found = read_item(item(html), page("\n\n".join([*LINES, "More"])))
    assert isinstance(found, Article)
    assert (found.text, found.notice) == ("\n\n".join([*LINES, "More"]), None)


def test_a_list_in_the_pages_place_leaves_the_feeds_words() -> None:
    listing = Listing(LINK, "Front", ListingKind.FEED)
    found = read_item(item(), lambda: listing)
    assert isinstance(found, Article)
    assert read_item(item("<p>Late.</p>"), lambda: listing) is listing


def test_hardly_any_words_are_no_article() -> None:
    with pytest.raises(CannotRead, match="404"):
        read_item(item("<p>The harbour closes.</p>"), fails(CannotRead("404")))
    with pytest.raises(CannotRead, match="404"):
        read_item(item(None), fails(CannotRead("404")))


def test_giving_up_is_not_an_error_of_the_page() -> None:
    with pytest.raises(Cancelled):
        read_item(item(), fails(Cancelled("Reading was given up.")))


def test_markup_without_words_is_one_sentence() -> None:
    with pytest.raises(CannotRead):
        read_item(item("<img src=x>", f"feed.xml{OWN_NAME}1"), page(""))
