"""Title, byline, date and outlet of pages whose publishers state them in different ways."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from tui.article.html.dom import parse
from tui.article.html.metadata import iso_date, read_metadata

URL = "https://post.example/news/harbour-to-close"
PROSE = "".join(f"<p>On day {n} of the work, the council said, no boat may sail.</p>" for n in range(6))
SITE = "<meta property='og:site_name' content='The Harbour Post'>"
TITLE = "<title>Harbour to close - The Harbour Post</title>"
HEADLINE = "<h1>Harbour to close</h1>"


def ld(**properties: Any) -> str:
    return f"<script type='application/ld+json'>{json.dumps(properties)}</script>"


def named(name: str, content: str) -> str:
    return f"<meta name='{name}' content='{content}'>"


def script(text: str) -> str:
    return f"<script type='application/ld+json'>{text}</script>"


DATED = named("date", "2025-05-20")
STORY = {"@type": "NewsArticle", "headline": "Harbour to close", "datePublished": "2025-05-20T10:00:00Z"}
OTHER = {"@type": "BlogPosting", "headline": "No boats", "author": {"name": "Ann Other"}}


SIGNED = json.dumps({**STORY, "author": {"name": "Mina Sallow"}})


@dataclass(frozen=True)
class Case:
    """What a page holds in its head and in its body, and what is to be read there."""

    head: str
    body: str = HEADLINE
    byline: str | None = "Mina Sallow"
    published: str | None = "2025-05-20"
    title: str = "Harbour to close"
    site: str | None = "The Harbour Post"
    url: str = URL


TIME = "2025-05-20T10:00:00Z"
CASES = {
    "JSON-LD": Case(
        TITLE + ld(**STORY, author={"name": "Mina Sallow"}, publisher={"name": "The Harbour Post"}),
        published=TIME,
    ),
    "a graph": Case(
        SITE + ld(**{"@graph": [{"@type": "WebPage"}, {**STORY, "author": {"name": "Mina Sallow"}}]}),
        published=TIME,
    ),
    "several authors": Case(
        SITE + ld(**STORY, author=[{"name": "Mina Sallow"}, {"name": "Jon McBride"}]),
        byline="Mina Sallow, Jon McBride",
        published=TIME,
    ),
    "a live blog": Case(
        SITE
        + ld(**{**STORY, "@type": "LiveBlogPosting"}, author="Mina Sallow", liveBlogUpdate=[OTHER]),
        published=TIME,
    ),
    "Open Graph": Case(
        SITE
        + "<meta property='og:title' content='Harbour to close'>"
        + "<meta property='article:modified_time' content='2025-05-20T22:00:00Z'>"
        + "<meta property='article:published_time' content='2025-05-20T17:30:00+01:00'>"
        + named("author", "Mina Sallow"),
        published="2025-05-20T17:30:00+01:00",
    ),
    "an author's address": Case(
        SITE + named("article:author", "https://post.example/mina") + named("byl", "By Mina Sallow"),
        f"{HEADLINE}<time datetime='2025-05-20'>today</time>",
    ),
    "names of Parse.ly": Case(
        SITE + named("parsely-author", "Mina Sallow") + named("parsely-pub-date", TIME), published=TIME
    ),
    "an updated page": Case(
        SITE
        + "<meta property='og:updated_time' content='2025-06-01T10:00:00Z'>"
        + named("author", "Mina Sallow")
        + named("pubdate", TIME),
        published=TIME,
    ),
    "microdata": Case(
        SITE + "<meta itemprop=datePublished content='2025-05-20'>",
        f"{HEADLINE}<span itemprop=author itemscope><span itemprop=name>Mina Sallow</span></span>",
    ),
    "a link to the author": Case(
        SITE, f"{HEADLINE}<a rel=author href=/mina>Mina Sallow</a><time datetime=2025-05-20>May 20</time>"
    ),
    "classes": Case(
        SITE,
        f"{HEADLINE}<div class=article-byline><a href=/mina>Mina Sallow</a></div><p class=date>May 20, 2025</p>",
    ),
    "a date in the address": Case(
        SITE + named("author", "Mina Sallow"), url="https://post.example/2025/05/20/harbour-to-close"
    ),
    "the year of a copyright": Case(SITE, f"{HEADLINE}<footer>© 2019 Post Media</footer>", None, None),
    "a date in the text": Case(SITE, f"{HEADLINE}<p>It closed on 4 March 2018, too.</p>", None, None),
    "a commenter": Case(
        SITE, f"{HEADLINE}<div class=comments><b class=author>angryfish of Hull</b></div>", None, None
    ),
    "CDATA in a comment": Case(SITE + script(f"/*<![CDATA[*/ {SIGNED} /*]]>*/"), published=TIME),
    "CDATA in lines": Case(SITE + script(f"\n//<![CDATA[\n{SIGNED}\n//]]>\n"), published=TIME),
    "a trailing comma": Case(SITE + script(SIGNED[:-1] + ', "keywords": ["a, ]",],}'), published=TIME),
    "two objects in a script": Case(SITE + script('{"@type": "Person", "name": "X"}\n' + SIGNED), published=TIME),
    "authors by their @id": Case(
        SITE
        + ld(**{"@graph": [{**STORY, "author": [{"@id": "#a"}, {"@id": "#b"}]},
                           {"@id": "#a", "name": "Mina Sallow"}]})
        + ld(**{"@type": "Person", "@id": "#b", "name": "Jon McBride"}),
        byline="Mina Sallow, Jon McBride",
        published=TIME,
    ),
    "an outlet by its @id": Case(
        ld(**{"@graph": [{**STORY, "author": "Mina Sallow", "publisher": {"@id": "#o"}},
                         {"@id": "#o", "name": "The Harbour Post"}]}),
        published=TIME,
    ),
    "a date that is none": Case(
        SITE + ld(**{**STORY, "author": "Mina Sallow", "datePublished": "0001-01-01T00:00:00"})
        + "<meta property='article:published_time' content='2025-05-20T10:00:00Z'>",
        published=TIME,
    ),
    "only dates that are none": Case(
        SITE + ld(**{**STORY, "author": "Mina Sallow", "datePublished": "0001-01-01T00:00:00"}), published=None
    ),
    "a span": Case(SITE, f"{HEADLINE}<span class=author>By Mina Sallow</span><time datetime=2025-05-20>May</time>"),
    "a byline with the paper": Case(named("author", "Mina Sallow | The Harbour Post") + DATED),
    "a byline with an agency": Case(SITE + named("author", "Mina Sallow. Associated Press") + DATED),
    "a user's name": Case(SITE + named("author", "admin") + DATED, f"{HEADLINE}<p class=byline>By Mina Sallow</p>"),
    "an outlet for its writer": Case(
        SITE + ld(**STORY, author={"@type": "Organization", "name": "The Harbour Post"}),
        f"{HEADLINE}<p class=byline>By Mina Sallow</p>",
        published=TIME,
    ),
    "an outlet with its slogan": Case(
        "<meta property='og:site_name' content='The Harbour Post | News of the coast'>"
        + DATED + named("author", "Mina Sallow"),
    ),
    "staff, and nobody else": Case(SITE + DATED + named("author", "Post Staff"), byline="Post Staff"),
    "given and family name": Case(
        SITE + ld(**STORY, author={"givenName": "Mina", "familyName": "Sallow"}), published=TIME
    ),
    "a page of Facebook for a name": Case(
        SITE + DATED + "<meta property='article:author' content='https://www.facebook.com/post'>",
        f"{HEADLINE}<p>By <a rel=author href=/m>Mina Sallow</a>, Harbour correspondent</p>",
    ),
    "two meta elements": Case(
        SITE + DATED + named("author", "Mina Sallow") + named("author", "Jon Bell"), byline="Mina Sallow, Jon Bell"
    ),
    "Dublin Core": Case(SITE + named("dcterms.creator", "Mina Sallow") + named("dcterms.created", "2025-05-20")),
    "Parse.ly's page": Case(
        SITE + named("parsely-page", json.dumps({"author": "Mina Sallow", "pub_date": TIME})), published=TIME
    ),
    "a label and its data": Case(
        SITE + DATED + named("twitter:label1", "Written by") + named("twitter:data1", "Mina Sallow")
    ),
    "two links to authors": Case(
        SITE + DATED,
        f"{HEADLINE}<p class=byline>By <a rel=author href=/m>Mina Sallow</a> and <a href=/j>Jon Bell</a></p>",
        byline="Mina Sallow, Jon Bell",
    ),
    "a name over a role": Case(
        SITE + DATED,
        f"{HEADLINE}<div class=byline><b>Mina Sallow</b><i>Political editor</i> <a href=/f>Follow</a></div>",
    ),
    "a role on the next line": Case(
        SITE + DATED, f"{HEADLINE}<p class=byline>By MINA SALLOW<br>Staff Writer</p>", byline="MINA SALLOW"
    ),
    "a note on the writer": Case(
        SITE + DATED, f"{HEADLINE}<div class=author-bio>Mina covers the sea for us.</div>", byline=None
    ),
    "soft hyphens": Case(
        SITE + "<title>Har&shy;bour to close</title>" + named("author", "Mina Sal&shy;low") + DATED,
        "<h1>Har&shy;bour to close</h1>",
    ),
    "a title for search engines": Case(
        SITE + "<meta property='og:title' content='Wexcombe port 2025: what we know'>"
        + named("author", "Mina Sallow") + named("date", "2025-05-20"),
    ),
    "a slogan in the heading": Case(
        SITE + "<meta property='og:title' content='Harbour to close'>"
        + named("author", "Mina Sallow") + named("date", "2025-05-20"),
        "</article><div class=site-title><h1>All that happens on the coast</h1></div><article>",
    ),
    "the site's name in the heading": Case(
        TITLE + SITE + "<meta property='og:title' content='Harbour to close'>"
        + named("author", "Mina Sallow") + named("date", "2025-05-20"),
        "<h1>The Harbour Post</h1><h2>Harbour to close</h2>",
    ),
    "the outlet at the end of the title": Case(
        "<title>Harbour to close - Harbour-Post.example</title>" + DATED + named("author", "Mina Sallow"),
        site="Harbour-Post.example", url="https://www.harbour-post.example/a",
    ),
    "the outlet of Dublin Core": Case(
        TITLE + DATED + named("author", "Mina Sallow") + named("DC.publisher", "The Harbour Post"),
    ),
    "the creator of a card": Case(TITLE + SITE + DATED + named("twitter:creator", "Mina Sallow")),
    "a handle is nobody": Case(TITLE + SITE + DATED + named("twitter:creator", "@msallow"), byline=None),
    "an outlet is nobody": Case(TITLE + SITE + DATED + named("twitter:creator", "The Harbour Post"), byline=None),
    "an address for the outlet's name": Case(
        TITLE + DATED + named("author", "Mina Sallow")
        + "<meta property='og:site_name' content='http://www.post.example/'>",
        site="post.example",
    ),
    "no outlet: what stands beside the writer is a place, or a count": Case(
        TITLE + DATED + named("author", "Mina Sallow | Wexcombe | 4,094"), site=None,
    ),
    "a headline that says more": Case(
        "<meta property='og:title' content='Harbour to close for weeks'>"
        + SITE + named("author", "Mina Sallow") + named("date", "2025-05-20"),
        "<h1>Harbour to close for six weeks, council decides</h1>",
        title="Harbour to close for six weeks, council decides",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CASES)
def test_title_byline_date_and_outlet(what: str) -> None:
    case = CASES[what]
    root = parse(f"<html><head>{case.head}</head><body><article>{case.body}{PROSE}</article></body></html>")
    meta = read_metadata(root, case.url)
    found = (meta.title, meta.byline, meta.published, meta.site)
    assert found == (case.title, case.byline, case.published, case.site)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025-05-20T17:30:00.123+0100", "2025-05-20T17:30:00+01:00"),
        ("2025-05-20 17:30", "2025-05-20T17:30:00"),
        ("20 May 2025, updated", "2025-05-20"),
        ("2025-02-30", None),
        ("0001-01-01T00:00:00Z", None),
        ("1970-01-01", None),
        ("2025-05-20T25:00", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_become_iso_8601(text: str | None, date: str | None) -> None:
    assert iso_date(text) == date
