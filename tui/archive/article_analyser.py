"""Analyse articles one after another in a process that is killed if it makes no progress."""

from __future__ import annotations

import atexit
from functools import cache
from queue import SimpleQueue
from typing import TYPE_CHECKING

from tui.analysis import model as models
from tui.analysis.process.analysis_client import AnalysisProcess
from tui.analysis.process.events import AnalysisComplete, AnalysisFailed, Event
from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis


class ArticleFailed(Exception):
    """An article that could not be analysed; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class ArticleAnalyser:
    """Analyses one article at a time, in a process that is reused."""

    def __init__(self, model: str | None = None) -> None:
        self._process = AnalysisProcess(model or models.DEFAULT)

    def analyse(self, article: Article) -> Analysis:
        """Return the whole analysis. Raises ArticleFailed, and CannotAnalyse if no article can be analysed."""
        events: SimpleQueue[Event] = SimpleQueue()
        self._process.analyse(article, events.put)
        while True:
            event = events.get()
            if isinstance(event, AnalysisComplete):
                return event.analysis
            if isinstance(event, AnalysisFailed):
                if event.is_permanent:
                    raise models.CannotAnalyse(event.sentence)
                raise ArticleFailed(event.sentence)

    def load(self) -> None:
        """Start the process, and wait until it has loaded the model. Raises CannotAnalyse."""
        self.analyse(Article("Nobody spoke.", "", (Block(BlockKind.PARAGRAPH, Span(0, 13)),)))

    def close(self) -> None:
        """End the process."""
        self._process.stop()


@cache
def analyser(model: str | None = None) -> ArticleAnalyser:
    """Return this process's analyser for a model; it ends with the process."""
    made = ArticleAnalyser(model)
    atexit.register(made.close)
    return made
