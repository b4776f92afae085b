"""Papers that print the same words, each in its own way."""

from __future__ import annotations

from dataclasses import replace

from tests.library.made_up import story
from tui.analysis.analysis import Analysis, Kind, Polarity
from tui.article.article import Article
from tui.library.library import Library

SAID = "We will leave the old harbour with all our nets"

PAPERS = (
    ("The Courier", "2020-11-21", f"{SAID} before Christmas", "Jane Doe"),
    ("Harbour Gazette", "2020-11-22", "We would leave the old harbour with all our nets", "Jane Doe"),
    ("Morning [b]Post[/b] \x1b[31m", "2020-11-23", SAID, "John Roe"),
    ("The Anchor", "2020-11-24", "[The crew] will leave … with all our nets", "Doe"),
    ("Coast Weekly", "2020-11-25", SAID, None),
    ("Inland Times", "2020-11-25", "Nobody asked the farmers", "Ann Poe"),
)
"""Outlet, day, words and speaker; the last one prints other words."""


def paper(
    number: int,
    words: str,
    speaker: str | None = "Jane Doe",
    *,
    outlet: str | None = None,
    published: str | None = None,
) -> tuple[Article, Analysis]:
    """Return an article of one quote, at an address of its own."""
    day = published or f"2026-11-{number % 28 + 1:02}"
    article, analysis = story((words, speaker, ""), title=f"Paper {number}", published=day)
    address = f"https://paper{number}.example/nets"
    return replace(article, source=address, url=address, site=outlet), analysis


def indirect_paper(number: int, words: str) -> tuple[Article, Analysis]:
    """Return the same as indirect speech that somebody denied, as far as the analysis knows."""
    article, analysis = paper(number, words)
    said = replace(analysis.attributions[0], kind=Kind.INDIRECT, polarity=Polarity.DENIED)
    return article, replace(analysis, attributions=(said,))


def papers() -> list[tuple[Article, Analysis]]:
    """Return PAPERS as articles."""
    return [
        paper(number, words, speaker, outlet=outlet, published=day)
        for number, (outlet, day, words, speaker) in enumerate(PAPERS)
    ]


def library_of_papers() -> Library:
    """Return the user's library, with all of them kept."""
    library = Library.open()
    for article, analysis in papers():
        library.keep(article, analysis)
    return library
