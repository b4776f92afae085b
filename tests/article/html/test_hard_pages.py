"""Pages that once took too long, or that a parser refuses, still give their article."""

from __future__ import annotations

import pytest

from tests.article.html.test_page import BODY, PROSE
from tui.article.body_text import body_text
from tui.article.html.extraction import extract

ARTICLE = f"<article><h1>Harbour to close</h1>{PROSE}</article>"
ATTRIBUTES = " ".join(f"a{i}=1" for i in range(5000))
HARD = {
    "300,000 comments": "<!-- x -->" * 300_000,
    "300,000 comments in a paragraph": f"<p>{'<!-- x -->' * 300_000}</p>",
    "5,000 attributes each": f"<div {ATTRIBUTES}></div>" * 60,
    "20 MB of tags without end": ("<" + "a" * 3990) * 4800,
    "a script of 12 MB": f"<script>{'x' * 12_000_000}</script>",
    "a picture of 15 MB": f"<img src='data:image/png;base64,{'A' * 15_000_000}'>",
}


@pytest.mark.parametrize("what", HARD)
def test_the_article_is_read_in_time(what: str) -> None:
    html = f"<html><head><title>Harbour to close</title></head><body>{ARTICLE}{HARD[what]}"
    text = body_text(extract(html.encode(), "hard"))[0]
    assert text.split("\n\n")[:4] == BODY
