"""Names in subheadings, which no model reads."""

from __future__ import annotations

from tests.spoken import model
from tui.analysis.analysis import Analysis
from tui.analysis.entities.heading_names import names_in_headings
from tui.analysis.entities.name_parts import key
from tui.analysis.pipeline import Analyser
from tui.article.article import Article, Block, BlockKind
from tui.article.files import from_bytes
from tui.article.spans import Span

ARTICLE = """Ada Quill wins the seat

Ada Quill beat Tom Wardle of the Harbour Party on Tuesday, and the count went on until the morning in Leeds.

Quill of the Harbour Party

She said that nobody had expected it. Quill will move to Leeds, and her party may come to rule the town.
"""


def in_headings(text: str, *names: str) -> list[str]:
    article = Article(text, "seat.txt", (Block(BlockKind.SUBHEADING, Span(0, len(text))),))
    found = names_in_headings(article, {key(name): n for n, name in enumerate(names)})
    return [span.of(text) for _, span in found]


def analysed(text: str) -> Analysis:
    *_, analysis = Analyser(model()).run(from_bytes(text.encode(), "seat.txt"))
    return analysis


def test_the_longest_name_is_found() -> None:
    text = "On Harbour Party’s plans: Leeds and the U.S. wait."
    assert in_headings(text, "Harbour Party", "Party", "Leeds", "U.S.") == ["Harbour Party", "Leeds", "U.S."]


def test_words_in_lower_case_are_no_names() -> None:
    assert in_headings("What may come to the party", "May", "Party") == []


def test_names_of_the_sentences_are_found_in_subheadings() -> None:
    analysis = analysed(ARTICLE)
    start = ARTICLE.index("Quill of the Harbour Party")
    there = {e.name for e in analysis.entities for m in e.mentions if start <= m.start < start + 26}
    assert there == {"Ada Quill", "Harbour Party"}
