"""The items of feeds of every format, well made, broken and hostile."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.article.feeds.made_up_feeds import HOME, item, read, rss
from tui.article.feeds import feed_items as feed_items
from tui.article.listing import Item, ListingKind
from tui.article.source_kind import SourceKind, source_kind


def test_rss_2() -> None:
    body = """<pubDate>Mon, 23 Nov 2026 09:30:00 +0100</pubDate><dc:creator>Éloïse Brandt</dc:creator>
      <description>&lt;p&gt;The ferry &lt;b&gt;will not&lt;/b&gt; sail.&lt;/p&gt;&lt;p&gt;
      Not &amp;amp; never.&lt;/p&gt;</description>"""
    listing = read(rss(item(1, body) + item(2)))
    assert (listing.source, listing.title, listing.kind) == (HOME, "The Harbour Gazette", ListingKind.FEED)
    assert listing.items == (
        Item(
            "https://paper.example/stories/1",
            "Story 1",
            "2026-11-23T08:30:00+00:00",
            "The ferry will not sail. Not & never.",
            "Éloïse Brandt",
        ),
        Item("https://paper.example/stories/2", "Story 2"),
    )


def test_rss_1_and_rss_0_91_with_its_doctype() -> None:
    one = b"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://a.example/"><title>Old</title><link>https://a.example/</link></channel>
      <item rdf:about="https://a.example/1"><title>First</title><link>https://a.example/1</link>
      <dc:date>2026-11-23</dc:date></item></rdf:RDF>"""
    assert read(one).items == (Item("https://a.example/1", "First", "2026-11-23"),)
    old = (
        b'<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" '
        b'"http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>T</title>'
        b"<item><title>A</title><link>http://a.example/x</link></item></channel></rss>"
    )
    assert read(old).items == (Item("http://a.example/x", "A"),)


def test_atom_with_bases_and_kinds_of_text() -> None:
    atom = b"""<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/blog/">
      <title type="text">Bread &amp;amp; butter</title>
      <entry xml:base="2026/"><title type="html">&lt;i&gt;Rye&lt;/i&gt; &amp;lt;3</title>
        <link rel="enclosure" href="sound.mp3"/><link rel="alternate" href="rye.html"/>
        <updated>2026-11-22T10:00:00Z</updated><author><name>Ann</name></author>
        <content type="html">&lt;div&gt;Made of rye.&lt;/div&gt;</content></entry>
      <entry><title type="text">&lt;b&gt;No&lt;/b&gt; type</title><link href="/no"/></entry>
      <entry><title>Plain &lt;b&gt; text</title><link href="https://b.example/plain"/>
        <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">So <em>it</em> is.</div></summary></entry>
    </feed>"""
    rye, untyped, text = read(atom).items
    assert untyped.title == "No type"
    assert rye == Item(
        "https://b.example/blog/2026/rye.html", "Rye <3", "2026-11-22T10:00:00+00:00", "Made of rye.", "Ann"
    )
    assert (text.title, text.summary) == ("Plain <b> text", "So it is.")
    assert read(atom).title == "Bread &amp; butter"


def test_json_feed() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "J",
        "items": [
            {
                "id": "1",
                "url": "/one",
                "title": "One",
                "date_published": "2026-11-23T10:00:00-05:00",
                "content_html": "<p>Hello&nbsp;there</p>",
                "authors": [{"name": "A"}, {"name": "B"}, 7],
            },
            {"id": "https://j.example/two", "content_text": "No title, but words.", "author": {"name": "C"}},
            {"id": "3", "url": "javascript:alert(1)"},
            "no item",
            {"id": 4, "url": ["x"], "title": {}},
        ],
    }
    listing = read(json.dumps(feed).encode())
    assert listing.items == (
        Item("https://paper.example/one", "One", "2026-11-23T10:00:00-05:00", "Hello there", "A, B"),
        Item("https://j.example/two", "No title, but words.", None, None, "C"),
    )
    without_items = {**feed, "items": dict[str, int]()}
    assert read(json.dumps(without_items).encode()).items == ()


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://a.example/",
        "jav&#10;ascript:alert(1)",
        "mailto:a@b.example",
        "http://[",
        "",
    ],
)
def test_what_is_no_page_is_left_out(link: str) -> None:
    bad = f"<item><title>Bad</title><link>{link}</link></item>"
    assert [each.title for each in read(rss(bad + item(1)), "feed.xml").items] == ["Story 1"]


def test_a_feed_from_a_file_takes_its_site_for_its_base() -> None:
    assert read(rss(item(1)), "/tmp/feed.xml").items[0].source == "https://paper.example/stories/1"  # noqa: S108
    assert read(rss(item(1)), "-").items[0].source == "https://paper.example/stories/1"


def test_from_old_to_new_is_turned_round_and_any_other_order_kept() -> None:
    def dated(number: int, day: int) -> str:
        return item(number, f"<pubDate>{day:02} Nov 2026 10:00:00 GMT</pubDate>")

    def order(items: str) -> list[str]:
        return [each.title[-1] for each in read(rss(items)).items]

    assert order(dated(1, 1) + dated(2, 2) + dated(3, 3)) == ["3", "2", "1"]
    assert order(dated(3, 3) + dated(1, 1) + dated(2, 2)) == ["3", "1", "2"]
    assert order(dated(1, 1) + item(2) + dated(3, 3)) == ["1", "2", "3"]


def test_nothing_of_a_feed_acts_on_a_terminal() -> None:
    hostile = "a&#x1b;[31m \u202ered\u200b\u2028<![CDATA[\x9b[bold]<script>steal()</script>]]>"
    for encoded in (hostile, hostile.replace("&#x1b;", "\x1b")):
        listing = read(rss(f"<item><title>{encoded}</title><link>https://a.example/\u202e\x9b</link></item>"))
        (found,) = listing.items
        for text in (found.title, found.source):
            assert all(char.isprintable() for char in text)
            assert not set(text) & set("\u202e\u200b")
        assert "steal" not in found.title
        assert "[bold]" in found.title


def test_where_feedburner_led_an_item_twice_and_a_summary_that_says_nothing_more() -> None:
    burnt = """<item xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><title>A</title>
      <link>http://feedproxy.example/1</link><feedburner:origLink>https://paper.example/a</feedburner:origLink>
      <description>A</description></item>"""
    assert read(rss(burnt + item(1) + burnt + item(1))).items == (
        Item("https://paper.example/a", "A"),
        Item("https://paper.example/stories/1", "Story 1"),
    )


def test_long_summaries_end_after_a_word() -> None:
    summary = read(rss(item(1, f"<description>{'harbour ' * 200}</description>"))).items[0].summary
    assert summary is not None
    assert len(summary) <= 400
    assert summary.endswith("harbour…")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_encodings(encoding: str) -> None:
    feed = rss("<item><title>Tromsø</title><link>/x</link></item>").decode()
    data = feed.replace('encoding="utf-8"', f'encoding="{encoding.removesuffix("-sig")}"').encode(encoding)
    assert source_kind(data) is SourceKind.XML_FEED
    assert [each.title for each in read(data).items] == ["Tromsø"]


def test_an_encoding_that_is_a_lie() -> None:
    data = rss("<item><title>Tromsø</title><link>/x</link></item>").decode().encode("cp1252")
    assert [each.title for each in read(data).items] == ["Tromsø"]


BROKEN = {
    "cut off": rss(item(1) + item(2))[:-40],
    "bare ampersand": rss(item(1, "<description>Fish & chips</description>")),
    "unknown entity": rss(item(1, "<description>Fish&nbsp;and&hellip;</description>")),
    "wrong nesting": rss(item(1, "<a><b></a></b>")),
    "stray tag": rss(item(1) + "</nonsense>"),
    "space before": b"\n\n " + rss(item(1)),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_broken_xml_is_read_as_far_as_it_goes(data: bytes) -> None:
    assert source_kind(data) is SourceKind.XML_FEED
    assert read(data).items[0].title == "Story 1"


def laughs() -> str:
    lines = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return f'<!DOCTYPE rss [<!ENTITY l0 "ha">{lines}]>'


def test_entities_are_not_expanded() -> None:
    own = '<!DOCTYPE rss [<!ENTITY a "expanded"><!ENTITY b "&a;&a;">]>'
    assert "expanded" not in str(read(rss(item(1, "<description>&a; &b;</description>"), before=own)))
    many = read(rss(item(1, "<description>&l9;</description>"), before=laughs()))
    assert [each.title for each in many.items] == ["Story 1"]
    assert "haha" not in str(many)
    once = "<!DOCTYPE rss [<!ENTITY a '" + "ha" * 10_000 + "'>]>"
    squared = read(rss(item(1, f"<description>{'&a;' * 1_000}</description>"), before=once))
    assert [each.title for each in squared.items] == ["Story 1"]
    assert "haha" not in str(squared)


@pytest.mark.parametrize("before", ["", "<!DOCTYPE x []>", "<!DOCTYPE x []><!DOCTYPE y []>"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_entities_are_not_expanded_however_they_are_hidden(before: str, charset: str) -> None:
    own = f"{before}<!DOCTYPE rss [<!ENTITY a 'expanded'><!ENTITY b '&a;&a;'>]>"
    feed = rss(item(1, "<description>&a; &b;</description>"), before=own).decode()
    (found,) = read(feed.replace('encoding="utf-8"', f'encoding="{charset}"').encode(charset)).items
    assert found.title == "Story 1"
    assert "expanded" not in str(found)


def test_names_that_a_feed_declares_as_html_does_are_known_all_the_same() -> None:
    declared = '<!DOCTYPE rss [<!ENTITY nbsp "&#160;"><!ENTITY hellip "&#8230;">]>'
    (found,) = read(rss(item(1, "<description>Fish&nbsp;and&hellip;</description>"), before=declared)).items
    assert (found.title, found.summary) == ("Story 1", "Fish and…")


def test_nothing_outside_is_read() -> None:
    outside = f"<!DOCTYPE rss [<!ENTITY a SYSTEM 'file://{__file__}'>]>"
    found = read(rss(item(1, "<description>&a;</description>"), before=outside))
    assert "Hypothesis" not in str(found)
    assert "hypothesis" not in str(found)


def test_deep_nesting() -> None:
    deep = rss(item(1) + "<a>" * 10_000 + "</a>" * 10_000)
    assert read(deep).items[0].title == "Story 1"
    assert read(rss(item(1, "<description>" + "&lt;div&gt;" * 30_000 + "</description>"))).items


def test_only_so_many_items_are_taken() -> None:
    listing = read(rss("".join(map(item, range(2_100))), channel="<language>en</language>"))
    assert [each.title for each in (listing.items[0], listing.items[-1])] == ["Story 0", "Story 1999"]
    assert len(listing.items) == 2_000
    many = {"version": "https://jsonfeed.org/version/1", "items": [{"url": f"/{i}"} for i in range(2_100)]}
    assert len(read(json.dumps(many).encode()).items) == 2_000


PIECES = st.sampled_from(
    "<item> </item> <title> </title> <link> </link> http://a.example/ <![CDATA[ ]]> & &amp; &#x1b; &lol; <!-- --> "
    "< > \" <a b=' é \x1b <description> x".split(" ")
)


@given(st.lists(PIECES, max_size=40))
def test_any_rss_is_read_or_refused(pieces: list[str]) -> None:
    try:
        listing = read(rss("".join(pieces)))
    except feed_items.DamagedFeed:
        return
    for each in listing.items:
        assert each.source.startswith(("http://", "https://"))
        assert each.source.isascii()
        assert "\x1b" not in f"{each.title}{each.summary}{each.author}"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["url", "id", "title", "authors", "name", "date_published"]), inner, max_size=4
        )
    ),
    max_leaves=20,
)


@given(VALUES)
def test_any_json_feed_is_read(items: object) -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": items, "title": items}
    listing = read(json.dumps(feed).encode())
    assert all(each.source.startswith(("http://", "https://")) for each in listing.items)
