"""The body is found on pages that each hold one difficulty."""

from __future__ import annotations

import json

import pytest

from tui.article.article import BlockKind
from tui.article.body_text import body_text
from tui.article.html.dom import page_text
from tui.article.html.extraction import extract
from tui.article.html.page import read_page

FIRST = "The harbour at Wexcombe will close for six weeks, the council decided on Tuesday evening."
SECOND = "“We cannot wait for another winter,” said the harbour master, who had asked for it twice."
THIRD = "The work is put at four million pounds, of which the county is to pay half by the spring."
FOURTH = "It is the third time since the war that the boats will have to lie in the river instead."
BODY = [FIRST, SECOND, THIRD, FOURTH]
PROSE = "".join(f"<p>{line}</p>" for line in BODY)
OTHER = "Somebody else’s words stand here, long enough for prose, and “not one of them” is the article’s."


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def body(html: str, **given: str) -> list[str]:
    page = read_page(f"<html><body>{html}</body></html>".encode(), "x", "https://a.example/b", **given)
    assert page.sentence is None
    return body_text(page.article)[0].split("\n\n")


COMMENTS = "".join(f"<p>{OTHER} {i}</p>" for i in range(3))
CARDS = "".join(
    f"<div class='c'><h3><a href='/{i}'>Another story {i}</a></h3><p>{OTHER}</p></div>" for i in range(4)
)
REST = f"<p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p>"
DIFFICULT = {
    "signs on the whole article": f"<article class='post comments-open tag-share'>{PROSE}</article>",
    "all in a form": f"<form action='x.aspx'><div>{PROSE}</div></form>",
    "a sidebar's name on the page": f"<div class='sidebar-layout widget'>{PROSE}</div>",
    "a box a paragraph": "".join(f"<div class='par'><p>{line}</p></div>" for line in BODY),
    "no paragraphs": "<div>" + "<br><br>".join(BODY) + "</div>",
    "comments": f"<article>{PROSE}</article><div class='comments'>{COMMENTS}</div>",
    "comments inside": f"<article>{PROSE}<div class='comments'>{COMMENTS}</div></article>",
    "an aside": f"<main>{PROSE}<aside><p>{OTHER}</p></aside></main>",
    "cards after it": f"<article>{PROSE}</article><div class='list'>{CARDS}</div>",
    "a related story in it": f"<article><p>{FIRST}</p><div class='related'><p>{OTHER}</p></div>{REST}</article>",
    "a link in it": f"<article><p>{FIRST}</p><p><a href='/x'>Boats: ten things to know</a></p>{REST}</article>",
    "chrome under it": f"<article>{PROSE}<p>Share this article</p><p>© 2025 The Post. All rights reserved.</p>",
    "hidden words": f"<article>{PROSE}<p style='display: none'>{OTHER}</p><p hidden>{OTHER}</p></article>",
    "a caption": f"<article><figure><img><figcaption>{OTHER}</figcaption></figure>{PROSE}</article>",
    "links under it": f"<article>{PROSE}<h2>More from the coast</h2><ul><li><a href='/1'>One</a></li></ul>",
    "a template": f"<article>{PROSE}<p>{{{{ footer.text }}}}</p></article>",
    "what a video shows": f"<article><p>{FIRST}</p><div><p class=ui-video-desc>{OTHER}</p></div>{REST}</article>",
    "a pulled quotation": f"<article><p>{FIRST}</p><blockquote>{SECOND[1:34]}</blockquote>{REST}</article>",
}
TEASER = "“We will not close it,” says the minister, and others agree with her in this."
TEASERS = "".join(f"<li><a href='/{i}'>Ferry number {i}</a> <span>{TEASER}</span></li>" for i in range(6))
LINKED = "".join(f"<div><a href='/{i}'><h3>Ferry {i}</h3></a><p>{TEASER}</p></div>" for i in range(6))
BOXED = "".join(f"<div><a href='/{i}'>Ferry number {i}</a><div>{TEASER}</div></div>" for i in range(6))
ASKING = "<div class=paywall><p>Get unlimited access for $1 a week, and cancel at any time.</p></div>"
BOLD = (
    "<b>DON'T MISS</b>",
    "<b>Ferry late, says “angry” captain [VIDEO]</b>",
    "<b>Crabs are dear [INSIGHT]</b>",
)
WHEN = "Published 10:02", "Posted 3h ago", "20 May 2025 / 10:02 / Post News"
DIFFICULT |= {
    "some of it for subscribers": f"{paragraphs(*BODY[:3])}<p class=paywall>{FOURTH}</p>",
    "a part for subscribers": f"{paragraphs(*BODY[:2])}<div class=paywall>{paragraphs(*BODY[2:])}</div>",
    "an offer": f"<article>{PROSE}{ASKING}</article>",
    "a list of teasers over it": f"<main><h1>Harbour to close</h1><ul>{TEASERS}</ul>{PROSE}</main>",
    "cards over it": f"<main><div>{LINKED}</div><h1>Harbour to close</h1><div>{PROSE}</div></main>",
    "teasers in boxes over it": f"<main><h1>Harbour to close</h1><div>{BOXED}</div>{PROSE}</main>",
    "a ticker": f"<main><div class='breaking-news-bar'>{TEASER}</div>{PROSE}</main>",
    "breaking news": f"<article class='post breaking-news'>{PROSE}</article>",
    "titles in bold": f"<article><p>{FIRST}</p>{paragraphs(*BOLD)}{REST}</article>",
    "when it was published": f"<article>{paragraphs(*WHEN)}{PROSE}",
}
ANOTHER = "".join(f"<p>{OTHER} {OTHER}</p>" for _ in range(4))
DIFFICULT["other articles under it"] = "<h1>News</h1>" + "".join(
    f"<div><article><h2>{title}</h2>{prose}</article></div>"
    for title, prose in (("Harbour to close", PROSE), ("Ferry late", ANOTHER), ("Crabs dear", ANOTHER))
)
TITLE = "<meta property='og:title' content='Harbour to close'>"


@pytest.mark.parametrize("what", DIFFICULT)
def test_the_body_is_the_four_paragraphs(what: str) -> None:
    assert body(TITLE + DIFFICULT[what]) == BODY


def test_a_subheading_over_a_paragraph_is_kept_whatever_it_says() -> None:
    html = f"<article><p>{FIRST}</p><p>{SECOND}</p><h2>More than a wall</h2><p>{THIRD}</p><p>{FOURTH}</p></article>"
    assert body(html) == [FIRST, SECOND, "More than a wall", THIRD, FOURTH]


def test_short_paragraphs_and_lists_of_the_article_are_kept() -> None:
    html = f"<article><p>No.</p><p>{FIRST}</p><ul><li>a wall</li><li>a boat</li></ul><p>{SECOND}</p><p>{THIRD}</p>"
    assert body(html) == ["No.", FIRST, "a wall", "a boat", SECOND, THIRD]


def test_the_body_in_the_metadata_bounds_the_body() -> None:
    given = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(BODY)})
    html = f"<script type='application/ld+json'>{given}</script><article>{PROSE}<p>{OTHER}</p></article>"
    assert body(html) == BODY


def test_a_list_of_the_articles_own_links_is_kept() -> None:
    items = [f"Boat {i} sails on Mondays, and on Fridays it goes to the island." for i in range(4)]
    listed = "".join(f"<li><a href='/{i}'>{item[:6]}</a>{item[6:]}</li>" for i, item in enumerate(items))
    found = body(f"{TITLE}<main><p>{FIRST}</p><ul>{listed}</ul>{REST}</main>")
    assert found == [FIRST, *items, SECOND, THIRD, FOURTH]


SIGNED = "— Union (@union) <a href=https://x.com/u>May 2</a>"
POST = f"<p>We told them in May that this would happen, and nobody listened.</p>{SIGNED}"


@pytest.mark.parametrize(
    "names", ["social-media-embed", "embed social", "c-social", "oembed", "tweet-wrapper"]
)
def test_a_post_in_the_article_is_kept(names: str) -> None:
    quote = f"<blockquote class=twitter-tweet>{POST}</blockquote>"
    found = body(f"{TITLE}<article><p>{FIRST}</p><div class='{names}'>{quote}</div>{REST}</article>")
    assert found[1].startswith("We told them in May")
    assert found[2:] == BODY[1:]


def test_posts_in_a_box_beside_the_article_are_not() -> None:
    quotes = f"<blockquote class=twitter-tweet>{POST}</blockquote>" * 2
    box = f"<div class=social-box><h3>From our accounts</h3>{quotes}</div>"
    assert body(f"{TITLE}<article><p>{FIRST}</p>{box}{REST}</article>") == BODY


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("Roses are red<br>violets are blue<br>and so on", ["Roses are red", "violets are blue", "and so on"]),
        ("Ann Lee, master<br>Phone 0123<br>1 Quay Road", ["Ann Lee, master", "Phone 0123", "1 Quay Road"]),
        ("Boats:<br>- Anna<br>- Berta", ["Boats:", "- Anna", "- Berta"]),
        ("They were led by<br>Ann Lee of the port, and left.", ["They were led by Ann Lee of the port, and left."]),
        ("“The wall will not stand another winter.”<br>Ann Lee",
         ["“The wall will not stand another winter.”", "Ann Lee"]),
        ("They met in London<br>on Tuesday, and went home.", ["They met in London on Tuesday, and went home."]),
        ("The harbour at Wexcombe closes for six weeks, as the<br>Council decided in the night, nobody objected",
         ["The harbour at Wexcombe closes for six weeks, as the Council decided in the night, nobody objected"]),
    ],
)  # fmt: skip
def test_lines_stay_apart_unless_a_sentence_goes_on(html: str, lines: list[str]) -> None:
    found = body(f"{TITLE}<article><p>{FIRST}</p><p>{html}</p>{REST}</article>")
    assert found == [FIRST, *lines, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize(
    "words",
    ["To play this video you need to enable JavaScript in your browser.", "Listen to this article"],
)
def test_what_stands_in_place_of_a_video_is_not_read(words: str) -> None:
    assert body(f"{TITLE}<article><p>{FIRST}</p><div><p>{words}</p></div>{REST}</article>") == BODY


@pytest.mark.parametrize("tag", ["article", "div", "li"])
def test_every_entry_of_a_live_blog_has_its_heading(tag: str) -> None:
    hours = ("Ships are held", "Quay is shut", "Mayor speaks", "Storm passes")
    entries = "".join(
        f"<{tag} class=live-post><time class=lb-time>1{n}:05</time><h2 class=lb-title>{heading}</h2>"
        f"<div class=lb-body><p>{line}</p></div></{tag}>"
        for n, (heading, line) in enumerate(zip(hours, BODY, strict=True))
    )
    article = extract(f"{TITLE}<h1>Harbour to close</h1><div>{entries}</div>".encode(), "page")
    kinds = [(block.kind, article.text[slice(*block.span)]) for block in article.blocks[1:]]
    assert [words for kind, words in kinds if kind is BlockKind.SUBHEADING] == list(hours)
    assert sum(kind is BlockKind.TIMESTAMP for kind, _ in kinds) == 4
    assert sum(words.removeprefix("• ") in BODY for _, words in kinds) == 4


POINTS = "<h2>Summary</h2><ul><li>Six weeks without boats</li><li>The county pays half</li></ul>"


@pytest.mark.parametrize(
    ("over", "kept"),
    [
        (f"<div class=sum>{POINTS}</div>", 3),
        ("<div><ul><li>Print the page now</li></ul></div>", 0),
        ("<ul><li><a href=/1>Ferry is late again</a></li><li><a href=/2>Crabs are dear now</a></li></ul>", 0),
        ("<ul><li>Print</li><li>Email</li></ul>", 0),
    ],
    ids=["points", "one", "links", "buttons"],
)
def test_the_points_over_a_live_blog_are_kept(over: str, kept: int) -> None:
    entries = "".join(
        f"<article class=e><time>1{n}:05</time><p>{line}</p></article>" for n, line in enumerate(BODY)
    )
    article = extract(f"{TITLE}<main><h1>Harbour to close</h1>{over}{entries}</main>".encode(), "page")
    kinds = [block.kind for block in article.blocks[1:]]
    assert kinds[kept:] == [BlockKind.TIMESTAMP, BlockKind.PARAGRAPH] * 4
    without = extract(f"{TITLE}<main><h1>Harbour to close</h1>{over}{PROSE}</main>".encode(), "page")
    assert body_text(without)[0].split("\n\n") == BODY


DECK = "Boats must lie in the river until the wall is built"


@pytest.mark.parametrize(
    ("under", "kept"),
    [
        (f"<h2>{DECK}</h2>", True),
        (f"<p>{DECK}, for the third time since 1945.</p>", True),
        ("<p>By the staff of the Post, 20 May 2025 at 10:02</p>", False),
        ("<p>20 May 2025 at 10:02 (last changed 21 May 2025 at 11:05)</p>", False),
        (f"<p class=social-share>{DECK}</p>", False),
        (f"</div><div><p>{DECK}</p>", False),
    ],
)
def test_the_summary_right_under_the_headline_is_kept(under: str, kept: bool) -> None:
    page = f"{TITLE}<div class=head><h1>Harbour to close</h1>{under}</div><main>{PROSE * 2}</main>"
    article = extract(page.encode(), "page")
    found = [article.text[slice(*b.span)] for b in article.blocks if b.kind is BlockKind.SUBHEADING]
    assert bool(found) is kept
    assert body_text(article)[0].split("\n\n") == BODY


def test_what_stands_over_the_article_is_read_where_its_title_is_another() -> None:
    head = f"<h1>No boats!</h1><h3>{DECK}</h3><p>By Mina Sallow</p>"
    article = extract(f"{TITLE}<h1>The Harbour Post</h1><main>{head}{PROSE}</main>".encode(), "page")
    assert article.byline == "Mina Sallow"
    assert DECK in article.text


def test_a_list_of_things_among_paragraphs_holds_no_teasers() -> None:
    things = "".join(
        f"<li><a href='/{n}'>The wall of {n}</a> (Wexcombe, dry) is “old” and was built of oak, they say.</li>"
        for n in range(1901, 1905)
    )
    assert len(body(f"{TITLE}<article><p>{FIRST}</p><ul>{things}</ul>{REST}</article>")) == 8


def test_text_beside_paragraphs_in_their_box_belongs_to_them() -> None:
    box = f"<div class=copy>From what the council says:{PROSE}</div>"
    assert body(f"{TITLE}<main><h1>Harbour to close</h1>{box}</main>") == [
        "From what the council says:",
        *BODY,
    ]
    after = f"<div class=copy>{PROSE}Video: what the harbour looks like now, when no boat lies in it</div>"
    assert body(f"{TITLE}<main><h1>Harbour to close</h1>{after}</main>") == BODY
    beside = f"<aside>From what others say:<p>{OTHER}</p></aside>{PROSE}"
    assert body(f"{TITLE}<main><h1>Harbour to close</h1>{beside}</main>") == BODY


def test_the_first_of_several_subheadings_stays_and_a_strapline_is_none() -> None:
    parts = "".join(
        f"<section class=part><h2>Part {n}</h2><p>{line}</p></section>" for n, line in enumerate(BODY)
    )
    page = f"{TITLE}<h1>Harbour to close</h1><h2>A strapline</h2><main>{parts}</main>"
    article = extract(page.encode(), "page")
    found = [article.text[slice(*b.span)] for b in article.blocks if b.kind is BlockKind.SUBHEADING]
    assert found == ["Part 0", "Part 1", "Part 2", "Part 3"]


@pytest.mark.parametrize(
    "time", ["<time>{}:02</time>", "<p class=time>{} hours ago</p>", "<span class=timestamp>{}:02 GMT</span>"]
)
def test_every_entry_of_a_live_blog_has_its_time(time: str) -> None:
    entries = "".join(
        f"<div class=entry>{time.format(14 - i)}<p>{line}</p></div>" for i, line in enumerate(BODY)
    )
    article = read_page(f"{TITLE}<main><h1>Harbour to close</h1>{entries}</main>".encode(), "x").article
    kinds = [block.kind for block in article.blocks[1:]]
    assert kinds == [BlockKind.TIMESTAMP, BlockKind.PARAGRAPH] * 4


def test_an_interview_is_recognised_by_its_labels() -> None:
    turns = "".join(
        f"<p><b>{who}:</b> {line}</p>" for who, line in zip(["INTERVIEWER", "SABLE"] * 2, BODY, strict=True)
    )
    page = read_page(f"<article>{turns}</article>".encode(), "x")
    assert {block.kind for block in page.article.blocks} == {BlockKind.TURN}


def test_a_list_with_labels_is_no_interview() -> None:
    places = "Sark", "Herm", "Herm", "Sark", "Jersey", "Alderney", "Brecqhou", "Jethou"
    lines = "".join(f"<p><b>{place}:</b> {line}</p>" for place, line in zip(places, BODY * 2, strict=True))
    article = read_page(f"<article><p>{OTHER}</p>{lines}</article>".encode(), "x").article
    assert BlockKind.TURN not in {block.kind for block in article.blocks}


@pytest.mark.parametrize(
    ("data", "charset", "encoding"),
    [
        ("<p>Café".encode(), "iso-8859-1", "utf-8"),
        ("<meta charset=windows-1252><p>“Café”".encode("cp1252"), None, "cp1252"),
        ("<meta charset=iso-8859-1><p>“Café”".encode("cp1252"), None, "cp1252"),
        ("<p>„Žluťoučký kůň“".encode("cp1250"), "windows-1250", "cp1250"),
        ("<p>“Café”".encode("utf-16"), None, "utf-16-le"),
        ("<meta charset=nonsense><p>“Café” is open, he said to them".encode("cp1252"), "utf-7", "cp1252"),
    ],
)
def test_the_encoding_is_the_one_that_decodes_the_page(
    data: bytes, charset: str | None, encoding: str
) -> None:
    text, found = page_text(data, charset)
    assert found == encoding
    assert "\ufffd" not in text


def test_of_several_articles_in_a_script_none_is_taken() -> None:
    def page(*articles: list[str]) -> bytes:
        state = {"pages": [{"blocks": [{"text": line} for line in lines]} for lines in articles]}
        return f"<html><body><div id=root></div><script>window.S = {json.dumps(state)};</script>".encode()

    longer = [line + " " + line for line in BODY]
    alone = read_page(page(longer), "x")
    assert alone.sentence is None
    assert body_text(alone.article)[0].split("\n\n") == longer
    others = [line.replace("the", "a") for line in longer]
    assert read_page(page(longer, others), "x").sentence is not None


def test_the_caption_of_the_picture_above_the_body_is_kept() -> None:
    body = "".join(
        f"<p>The ferry is late again, said Ann Lee, who waits on pier {n} each day.</p>" for n in range(9)
    )
    figure = (
        "<figure><img src=x><figcaption>The old ferry at dusk. Photograph: Jon Bell</figcaption></figure>"
    )
    date = "<p class=byline>By Eva Holm</p><time>20 November 2026</time>"
    for head in (date + figure, figure + date):
        page = f"<html><body><main><article><h1>Ferry late</h1>{head}{body}</article></main></body></html>"
        found = extract(page.encode(), "x")
        kinds = [block.kind for block in found.blocks]
        assert kinds.count(BlockKind.CAPTION) == 1, head
        assert kinds.index(BlockKind.CAPTION) < kinds.index(BlockKind.PARAGRAPH)
        assert "dusk" not in body_text(found)[0]


@pytest.mark.parametrize(
    ("html", "sentence"),
    [
        (f"<body>{'<div>' * 100_000}deep", "The text of this page is nested in more than 200 elements"),
        ("<body><div id=root></div><script src=a.js></script>", "This page holds only scripts"),
        ("<body><noscript>Enable JavaScript.</noscript><script>start(everything, there, is, to, be, seen)</script>",
         "This page holds only scripts"),
        ("<body><div></div>", "This page holds no text"),
    ],
)  # fmt: skip
def test_a_page_without_text_is_refused_with_the_reason(html: str, sentence: str) -> None:
    page = read_page(html.encode(), "x")
    assert page.sentence is not None
    assert page.sentence.startswith(sentence)
    assert page.sentence.endswith("; open it in the browser.")


ASKS = "<h2>Subscribe to continue reading</h2><p>£1 a week. Already a subscriber? Log in.</p>"
WALL = f"<div class='paywall'>{ASKS}</div>"
IS_ARTICLE = "<meta property='og:type' content='article'>"


def schema(words: str) -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": "Harbour to close", "articleBody": words})
    return f"<script type='application/ld+json'>{data}</script>"


@pytest.mark.parametrize("shown", ["<div id=app></div>", "<p>Loading…</p>", f"<article>{WALL}</article>"])
@pytest.mark.parametrize(
    "given",
    [
        "\n".join(BODY),
        f"<p>{'</p><p>'.join(BODY)}</p>",
        f"&lt;p&gt;{'&lt;/p&gt;&lt;p&gt;'.join(BODY)}&lt;/p&gt;",
    ],
    ids=["lines", "HTML", "HTML escaped twice"],
)
def test_a_body_that_stands_only_in_the_metadata_is_read(given: str, shown: str) -> None:
    assert body(schema(given) + shown) == BODY


def test_a_wall_without_the_article_is_refused() -> None:
    page = read_page(f"<head>{IS_ARTICLE}</head><article><h1>Harbour to close</h1>{WALL}".encode(), "x")
    assert page.sentence is not None
    assert page.sentence.startswith("This page asks to log in or subscribe first")


def test_the_beginning_before_a_wall_is_read() -> None:
    assert (
        body(f"{IS_ARTICLE}<article><h1>Harbour to close</h1><p>{FIRST}</p><p>{SECOND}</p>{WALL}") == BODY[:2]
    )


def test_definition_lists_belong_to_the_article() -> None:
    terms = "<dl><dt>When</dt><dd>In June.</dd><dt>Where</dt><dd>At Wexcombe.</dd></dl>"
    found = body(f"<article><p>{FIRST}</p><p>{SECOND}</p>{terms}<p>{THIRD}</p><p>{FOURTH}</p>")
    assert found == [*BODY[:2], "When", "In June.", "Where", "At Wexcombe.", *BODY[2:]]


def test_a_list_between_the_lead_and_a_box_with_the_rest_is_kept() -> None:
    points = "<ul><li>Six weeks without boats</li><li>The county pays half</li></ul>"
    rest = "".join(f"<p>{i}. {line}</p>" for i in range(3) for line in (SECOND, THIRD, FOURTH))
    found = body(f"<main><h1>Harbour to close</h1><p>{FIRST}</p>{points}<div class='cf'>{rest}</div></main>")
    assert found[:3] == [FIRST, "Six weeks without boats", "The county pays half"]
