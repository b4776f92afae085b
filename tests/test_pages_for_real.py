"""Pages as news: what is quoted in a page is found as in its plain text, and its furniture says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.analysis.model import DEFAULT
from tui.analysis.model_loading import load
from tui.analysis.pipeline import Analyser
from tui.article.article import Article
from tui.article.files import from_bytes
from tui.article.html.extraction import extract

PAGES = Path(__file__).parent / "fixtures" / "pages"


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(load(DEFAULT))


def said(analyser: Analyser, article: Article) -> list[tuple[str, str | None]]:
    """Return each quote's words, and who said them."""
    *_, analysis = analyser.run(article)
    names = {speaker.id: speaker.name for speaker in analysis.speakers}
    return [
        (" ".join(span.of(article.text) for span in quote.content), names.get(quote.speaker or ""))
        for quote in analysis.attributions
    ]


@pytest.mark.parametrize("name", ["harbour", "divs", "keys-1252", "amp-sheep"])
def test_a_pages_quotes_are_those_of_its_plain_text(name: str, analyser: Analyser) -> None:
    page = extract((PAGES / f"{name}.html").read_bytes(), name, url="https://harbourpost.example/x")
    lines = (PAGES / f"{name}.txt").read_text("utf-8").split("\n")
    plain = from_bytes("\n\n".join([page.title or "", *lines]).encode(), name)
    found = said(analyser, page)
    assert found
    assert [words.split() for words, _ in found] == [words.split() for words, _ in said(analyser, plain)]
    assert [speaker for _, speaker in found] == [speaker for _, speaker in said(analyser, plain)]
