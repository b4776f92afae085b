"""The words that a feed itself gives travel with its items, within bounds."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.article.feeds.made_up_feeds import HOME, item, read, rss
from tui.article.feeds import feed_items, feed_parsing, item_texts

WORDS = "“We shall sail again,” said the harbour master on Monday, and nobody believed her. " * 5
BODY = f"<content:encoded><![CDATA[<p>{WORDS}</p>]]></content:encoded>"


def notes(*items: dict[str, Any]) -> bytes:
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Notes", "items": items}
    ).encode()


def test_an_item_with_a_page_keeps_a_long_text_and_no_short_one() -> None:
    listing = read(rss(item(1, BODY) + item(2, "<description>The ferry is late.</description>")))
    assert f"<p>{WORDS}" in (listing.items[0].html or "")
    assert listing.items[1].html is None
    assert all(each.has_page for each in listing.items)


def test_an_item_without_a_link_is_listed_with_its_words() -> None:
    feed = rss(
        "<item><title>Note</title><guid isPermaLink='false'>n1</guid><description>Late.</description></item>"
    )
    (found,) = read(feed).items
    assert (found.title, found.html, found.has_page) == ("Note", "Late.", False)
    again = feed_parsing.parse(feed, HOME)
    assert again is not None
    assert again.items[0].source == HOME + found.source  # the name is the same whenever the feed is read


def test_a_link_that_looks_like_a_name_is_a_page() -> None:
    (found,) = read(rss(f"<item><title>A</title><link>https://a.example/n#item-3</link>{BODY}</item>")).items
    assert found.has_page


def test_atom_says_what_is_text() -> None:
    atom = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title>
      <entry><title>T</title><id>x:1</id><content type="text">1 &lt; 2.\n\nThree\nfour.</content></entry></feed>"""
    assert read(atom).items[0].html == "<p>1 &lt; 2.</p><p>Three<br>four.</p>"


@pytest.mark.parametrize(
    ("given", "html"),
    [
        ({"content_text": "Late.\n\nAgain & again."}, "<p>Late.</p><p>Again &amp; again.</p>"),
        ({"content_html": "<p>Late.</p>"}, "<p>Late.</p>"),
        ({"content_html": "<p>Late.</p><p>So.</p>", "content_text": "Late."}, "<p>Late.</p><p>So.</p>"),
    ],
)
def test_a_json_feed_of_notes_lists_them(given: dict[str, str], html: str) -> None:
    (found,) = read(notes({"id": "7", **given})).items
    assert (found.html, found.has_page, found.title) == (html, False, found.summary or found.title)
    assert found.title.startswith("Late.")


def test_an_item_with_neither_link_nor_words_is_left_out() -> None:
    assert read(notes({"id": "7", "title": "Nothing"})).items == ()


def test_items_and_all_of_a_feed_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(item_texts, "LONGEST", 1000)
    monkeypatch.setattr(feed_items, "LONGEST_IN_ALL", 2500)
    long = "<p>" + "word " * 1000
    listing = read(notes(*({"id": str(i), "url": f"https://a.example/{i}", "content_html": long} for i in range(4)),
                         {"id": "n", "content_html": "<p>A note."}))  # fmt: skip
    assert [len(each.html or "") for each in listing.items] == [1000, 1000, 0, 0]


@pytest.mark.parametrize(
    "name", ["G&G, the firm", "R&D costs", "D&D!", "A & B", "AT&T; and more", "caf&eacute;"]
)
def test_a_bare_ampersand_gets_no_semicolon(name: str) -> None:
    feed = rss(f"<item><title>{name}</title><link>/1</link></item>")
    assert read(feed).items[0].title == name.replace("&eacute;", "é")
    kept = rss(f"<item><title><![CDATA[{name}]]></title><link>/1</link></item>")
    assert read(kept).items[0].title == name.replace("&eacute;", "é")
