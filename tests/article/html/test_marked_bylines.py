"""The writers whom a page's elements mark are the article's, not those of other stories or of comments."""

from __future__ import annotations

import pytest

from tui.article.html.dom import parse
from tui.article.html.marked_bylines import marked_byline

HEADLINE = "<h1>Harbour to close</h1>"
LINE = "<p>On the first day of the work at the wall, the council said, no boat may sail at all.</p>"


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("<p class=byline>By Mina Sallow</p>", "Mina Sallow"),
        ("<p class=byline>By Mina Sallow, Jon Bell and Ada Lin</p>", "Mina Sallow, Jon Bell, Ada Lin"),
        ("<div class=author><a href=/m>Mina Sallow</a> <a href=/f>Follow</a></div>", "Mina Sallow"),
        ("<p>By <a rel=author href=/m>Mina Sallow</a></p>", "Mina Sallow"),
        ("<span itemprop=author><span itemprop=name>Mina Sallow</span></span>", "Mina Sallow"),
        ("<div data-testid=byline-new-contributors>Mina Sallow<div>BBC News</div></div>", "Mina Sallow"),
        ("<div class=byline><b>Mina Sallow</b><i>Harbour reporter, </i><i>Wexcombe</i></div>", "Mina Sallow"),
        ("<div class=submitted>Submitted by Mina Sallow on Mon, 05/12/2025 - 14:03</div>", "Mina Sallow"),
        ("<div class=submitted>Submitted by <b>Mina Sallow</b> on 12 May 2025</div>", "Mina Sallow"),
        ("<div class=meta><time>20 May</time><span class=byline>Mina Sallow</span></div>", "Mina Sallow"),
    ],
)
def test_names_without_what_stands_beside_them(markup: str, names: str) -> None:
    assert marked_byline(parse(f"<article>{HEADLINE}{markup}{LINE * 4}</article>")) == names
    assert marked_byline(parse(f"<article>{markup}{HEADLINE}{LINE * 4}</article>")) == names


@pytest.mark.parametrize(
    "markup",
    [
        f"{LINE * 4}<div class=card><span class=author>Ann Other</span></div>",
        f"<aside><span class=author>Ann Other</span></aside>{LINE}",
        f"<div class=comments><b class=author>Ann Other</b></div>{LINE}",
        f"<div class=byline style='display:none'>Ann Other</div>{LINE}",
        f"<div class=author-bio>Mina covers the harbour and the sea for the paper.</div>{LINE}",
        f"<div class=byline>Share</div>{LINE}",
        f"<div class=submitted>Submitted by <b>msallow</b> on 12 May 2025 - 2:03pm</div>{LINE}",
    ],
)
def test_nobody_else_is_the_writer(markup: str) -> None:
    assert marked_byline(parse(f"<article>{HEADLINE}{markup}</article>")) is None
