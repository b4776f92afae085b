"""The title is the article's, not the site's, a section's or a search engine's."""

from __future__ import annotations

import pytest

from tui.article.html.dom import parse
from tui.article.html.titles import article_title

TITLE = "Harbour wall to close for the winter"
SEO = "Wexcombe port 2025: what we know"
PROSE = "".join(
    f"<p>On day {n} of the work at the wall, the council said on Monday, no boat may sail at all.</p>"
    for n in range(5)
)
H1, H2 = f"<h1>{TITLE}</h1>", f"<h2>{TITLE}</h2>"


def title(stated: str, body: str, site: str | None = None) -> str | None:
    return article_title(parse(f"<body>{body}</body>"), [stated], site, "https://www.post.example/2025/wall")


@pytest.mark.parametrize(
    "stated",
    [
        TITLE,
        f"{TITLE} | The Post",
        f"{TITLE} | News | The Post",
        f"{TITLE} - The Post",
        f"The Post - {TITLE}",
        f"The Post | {TITLE}",
    ],
)
@pytest.mark.parametrize("site", ["The Post", None])
def test_the_sites_name_is_no_part_of_the_title(stated: str, site: str | None) -> None:
    assert title(stated, PROSE, site) == TITLE


@pytest.mark.parametrize(
    "stated", ["Ferry to Sark - and back again", "Gone: the wall – a history", "Sark | Herm"]
)
def test_a_dash_in_a_headline_stays(stated: str) -> None:
    assert title(stated, PROSE) == stated


@pytest.mark.parametrize(
    "above",
    [
        "<header><h1><a href=/>The Post</a></h1></header>",
        "<div id=top><h1>Your daily news from the coast and beyond</h1></div>",
        "<h1>Business and economy news</h1>",
        "<div class=consent><h1>We care about your privacy</h1></div>",
        "<h1 style='display:none'>Latest breaking news and videos</h1>",
    ],
)
def test_an_h1_that_is_not_the_articles(above: str) -> None:
    assert title(TITLE, f"{above}<article>{H2}{PROSE}</article>") == TITLE


@pytest.mark.parametrize(
    "body",
    [
        f"<div class=login><h1>Sign in to read on today</h1></div><article>{PROSE}</article>",
        f"<article>{PROSE}</article><div><h1>More stories from the coast</h1></div>",
        f"<h1>News of the Port</h1><article>{PROSE}</article>",
    ],
)
def test_an_h1_of_a_box_or_below_the_article_is_no_headline(body: str) -> None:
    assert (
        title("The wall in the port of Wexcombe", body, "News of the Port")
        == "The wall in the port of Wexcombe"
    )


@pytest.mark.parametrize(
    "body",
    [
        f"<article>{H1}{PROSE}</article>",
        f"<div>{H1}{PROSE}</div>",
        f"<h1 class=x>Harbour wall to close<br>for the winter</h1>{PROSE}",
    ],
)
def test_the_headline_that_is_shown_comes_before_one_for_search_engines(body: str) -> None:
    assert title(SEO, body) == TITLE


@pytest.mark.parametrize("stated", ["The Post", TITLE])
def test_the_right_one_of_several_h1(stated: str) -> None:
    body = f"<h1>Ports</h1><article>{H1}{PROSE}</article><div class=more><h1>Film star is back on stage</h1></div>"
    assert title(stated, body, "The Post") == TITLE
