"""A feed's own words in the reader: they open as an article does, and it says which words were taken."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.article.loopback import Behaviour, Visitor, serving
from tests.screens.opening_app import app_with, keep_analysis, sees
from tui.article.article import Article
from tui.article.html import extraction
from tui.article.text.blocks import find_blocks
from tui.screens.opening.listing_screen import ListingScreen

LINES = [
    "The harbour at Wexcombe will close for six weeks, the council decided on Tuesday evening in its hall.",
    "“We cannot wait for another winter,” said the harbour master, who had asked for it twice before.",
    "The work is put at four million pounds, of which the county is to pay half by the spring of next year.",
]
TEXT = "".join(f"<p>{line}</p>" for line in LINES)


@pytest.fixture(autouse=True)
def process() -> Iterator[None]:
    yield
    extraction.stop()


TITLES = [
    "A page that is gone",
    "A page with its first words",
    "A note without a page",
    "A page with all of it",
]


def feed(server_url: str) -> bytes:
    items = [
        {"id": "1", "title": TITLES[0], "url": f"{server_url}/gone", "content_html": TEXT},
        {
            "id": "2",
            "title": TITLES[1],
            "url": f"{server_url}/short",
            "content_html": TEXT,
        },
        {"id": "3", "title": TITLES[2], "content_html": TEXT},
        {
            "id": "4",
            "title": TITLES[3],
            "url": f"{server_url}/whole",
            "content_html": f"<p>{LINES[0]}</p>",
        },
    ]
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Port news", "items": items}
    ).encode()


def site() -> Behaviour:
    def behave(visitor: Visitor) -> None:
        host = f"http://{visitor.header('host')}"
        page = "<!doctype html><title>Harbour to close</title><article><h1>Harbour to close</h1>{}</article>".format
        match visitor.path:
            case "/feed":
                visitor.answer(feed(host), content_type="application/feed+json")
            case "/short":
                visitor.answer(page(f"<p>{LINES[0]}</p><p>{LINES[1]}</p>").encode(), content_type="text/html")
            case "/whole":
                visitor.answer(page(TEXT + TEXT.replace("six", "ten")).encode(), content_type="text/html")
            case _:
                visitor.answer(b"<h1>Not found</h1>", "404 Not Found")

    return behave


def keep_analyses() -> None:
    """Have the library hold an analysis of each article, so that no process analyses them."""
    ten = [line.replace("six", "ten") for line in LINES]
    for title, lines in (*((title, LINES) for title in TITLES[:3]), ("Harbour to close", [*LINES, *ten])):
        text = "\n\n".join((title, *lines)) + "\n"
        keep_analysis(Article(text, "kept", find_blocks(text)))


async def test_each_item_says_whether_its_words_are_the_feeds() -> None:
    keep_analyses()
    with serving(site()) as server:
        async with app_with(f"{server.url}/feed") as (app, pilot):
            await sees(pilot, "A note without a page")
            for notice in (
                "From the feed, as its page cannot be read",
                "which has more of the text",
                "the feed's own text; it gives no page",
            ):
                await pilot.press("enter")
                await sees(pilot, notice)
                await sees(pilot, "who had asked for it twice")
                await pilot.press("backspace")
                await sees(pilot, "A note without a page")
                assert isinstance(app.screen, ListingScreen)
                await pilot.press("j")
            await pilot.press("enter")
            shown = await sees(pilot, "close for ten weeks")
            assert shown.count("From the feed") == 2  # the toasts of before, which stay here
