"""The Quotes panel while quotes are corrected: each keeps its own number of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from textual.app import App, ComposeResult

from tui.analysis.analysis import Analysis, Attribution, Kind, Stance
from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span
from tui.session.reading.reading import Reading
from tui.widgets.panels.quotes_list import MAX_LINES, QuotesList

WORDS = ("No.", "We shall see about that " * 20 + "then.", "Maybe not.", "It is raining again " * 2 + "here.")


def article_with_quotes() -> tuple[Article, Analysis]:
    text, quotes = "", []
    for number, words in enumerate(WORDS):
        content = Span(len(text), len(text) + len(words) + 2)
        quotes.append(Attribution(f"q{number}", Kind.DIRECT, Stance.SPEECH, (content,)))
        text += f"“{words}” she said. "
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return Article(text, "a.txt", (block,)), Analysis(tuple(quotes), complete=True)


class Panel(App[None]):
    def compose(self) -> ComposeResult:
        yield QuotesList()


@pytest.fixture(name="reading")
def _reading() -> Reading:
    article, analysis = article_with_quotes()
    return Reading(article, analysis)


def heights(panel: QuotesList, reading: Reading) -> list[tuple[str, int]]:
    panel.show(reading)
    return [(row.key, row.lines - 1) for row in panel.rows(panel.scrollable_content_region.width)]


def with_quotes(reading: Reading, quotes: Sequence[Attribution]) -> None:
    reading.adopt(replace(reading.analysis, attributions=tuple(quotes)))


async def test_the_lines_of_each_quote_follow_what_is_corrected(reading: Reading) -> None:
    async with Panel().run_test(size=(42, 50)) as pilot:
        panel = pilot.app.query_one(QuotesList)
        quotes = reading.analysis.attributions
        assert heights(panel, reading) == [("0", 1), ("1", MAX_LINES), ("2", 1), ("3", 2)]
        with_quotes(reading, [quotes[0], *quotes[2:]])  # one is no quote
        assert heights(panel, reading) == [("0", 1), ("1", 1), ("2", 2)]
        with_quotes(reading, quotes)
        assert heights(panel, reading) == [("0", 1), ("1", MAX_LINES), ("2", 1), ("3", 2)]
        start = quotes[1].content[0].start
        with_quotes(reading, [quotes[0], replace(quotes[1], content=(Span(start, start + 9),)), *quotes[2:]])
        assert heights(panel, reading) == [("0", 1), ("1", 1), ("2", 1), ("3", 2)]


async def test_a_narrower_panel_gives_quotes_more_lines(reading: Reading) -> None:
    async with Panel().run_test(size=(60, 50)) as pilot:
        panel = pilot.app.query_one(QuotesList)
        panel.show(reading)
        assert [row.lines - 1 for row in panel.rows(60)] == [1, MAX_LINES, 1, 1]
        assert [row.lines - 1 for row in panel.rows(40)] == [1, MAX_LINES, 1, 2]
        assert [row.lines - 1 for row in panel.rows(14)] == [1, MAX_LINES, 2, MAX_LINES]
