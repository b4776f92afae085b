"""A stand-in for the analysis process."""

from __future__ import annotations

from collections.abc import Callable

from textual.pilot import Pilot

from tests.screens.opening_app import until
from tui.analysis.process.events import Event
from tui.article.article import Article
from tui.article.spans import Span


class FakeProcess:
    """Says what a test has it say of the article it was given last; notes what it is asked."""

    def __init__(self) -> None:
        self.say: Callable[[Event], None] = lambda event: None
        self.sources: list[str] = []
        self.focus: list[Span | None] = []
        self.stopped = False

    def analyse(self, article: Article, on_event: Callable[[Event], None], focus: Span | None = None) -> None:
        self.say = on_event
        self.sources.append(article.source)
        self.focus.append(focus)

    def refocus(self, span: Span | None) -> None:
        self.focus.append(span)

    def stop(self) -> None:
        self.stopped = True

    async def asked(self, pilot: Pilot[None]) -> None:
        """Wait until it is given an article: that is drawn first."""
        await until(pilot, lambda: self.sources)
