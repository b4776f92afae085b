"""Lists of feeds as feed readers export them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.article.feeds import feed_parsing, opml
from tui.article.listing import Item, ListingKind
from tui.article.sanitising import displayable


def made(body: str, before: str = "") -> bytes:
    head = "<head><title>Mine</title></head>"
    return f'<?xml version="1.0"?>{before}<opml version="2.0">{head}<body>{body}</body></opml>'.encode()


def test_groups_are_flattened_and_named() -> None:
    listing = opml.parse(
        made(
            """<outline text="News"><outline text="World &amp; Europe">
              <outline type="rss" text="Gazette" title="The Gazette"
                xmlUrl="https://a.example/rss" description="All of it"/>
              </outline><outline text="Local" xmlURL="http://b.example/feed"/></outline>
              <outline text="Alone" xmlUrl="https://c.example/"/>
              <outline text="Twice" xmlUrl="https://c.example/"/>
              <outline text="A page" type="link" url="https://d.example/list"/>
              <outline text="Bad" xmlUrl="file:///etc/passwd"/><outline text="Worse" xmlUrl="javascript:x"/>"""
        ),
        "mine.opml",
    )
    assert (listing.title, listing.kind) == ("Mine", ListingKind.FEEDS)
    assert listing.items == (
        Item("https://a.example/rss", "The Gazette", summary="News › World & Europe · All of it"),
        Item("http://b.example/feed", "Local", summary="News"),
        Item("https://c.example/", "Alone"),
        Item("https://d.example/list", "A page"),
    )


def test_in_a_process() -> None:
    data = made('<outline text="A" xmlUrl="https://a.example/"/>')
    assert feed_parsing.parse(data, "mine.opml") == opml.parse(data, "mine.opml")


def test_relative_to_the_address_it_came_from() -> None:
    data = made('<outline text="A" xmlUrl="/feed"/>')
    assert opml.parse(data, "https://a.example/x/list.opml").items[0].source == "https://a.example/feed"
    assert opml.parse(data, "list.opml").items == ()


def test_broken_ones_are_read_as_far_as_they_go() -> None:
    bare = made(
        '<outline text="R&D" xmlUrl="https://a.example/?a=1&b=2"/><outline text="B" xmlUrl="https://b.example/"/>'
    )
    assert [each.source for each in opml.parse(bare, "x").items] == [
        "https://a.example/?a=1&b=2",
        "https://b.example/",
    ]
    cut = made('<outline text="A" xmlUrl="https://a.example/"/><outline text="B" xml')[:-20]
    assert [each.title for each in opml.parse(cut, "x").items] == ["A"]
    with pytest.raises(opml.DamagedOpml):
        opml.parse(b"<opml", "x")


def test_entities_are_refused() -> None:
    laughs = '<!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    with pytest.raises(opml.DamagedOpml, match="entities"):
        opml.parse(made('<outline text="&b;" xmlUrl="https://a.example/"/>', laughs), "x")


def test_depth_and_length_are_no_matter() -> None:
    deep = made(
        "<outline text='g'>" * 50_000
        + "<outline text='A' xmlUrl='https://a.example/'/>"
        + "</outline>" * 50_000
    )
    (found,) = opml.parse(deep, "x").items
    assert len(found.summary or "") <= 400
    many = made("".join(f"<outline text='{i}' xmlUrl='https://a.example/{i}'/>" for i in range(2_100)))
    assert len(opml.parse(many, "x").items) == 2_000


@given(st.text(max_size=100), st.text(max_size=30))
@example("", "\U0001f1ae")
def test_anything_is_read_or_refused(body: str, name: str) -> None:
    for data in (made(body), made(f'<outline text="{name}" xmlUrl="https://a.example/{name}"/>')):
        try:
            listing = opml.parse(data.decode().encode("utf-8", "replace"), "x")
        except opml.DamagedOpml:
            continue
        assert all(each.source.isascii() and displayable(each.title) == each.title for each in listing.items)
