"""Read and analyse articles one after the other in this process; each failure is a sentence."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.article.sanitising import one_line
from tui.commands.console import Bar
from tui.commands.source_inputs import SourceInputs

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.analysis.pipeline import Analyser
    from tui.article.article import Article


class Analyst:
    """Reads and analyses; the model is loaded when it is first needed."""

    def __init__(self, model: str | None, bar: Bar) -> None:
        self._model = model
        self._bar = bar
        self._analyser: Analyser | None = None
        self.reading = SourceInputs(bar)

    @property
    def failed(self) -> bool:
        """Whether anything could not be read or analysed."""
        return self.reading.failed

    def articles(self, sources: Sequence[str]) -> Iterator[tuple[Article, Analysis]]:
        """Yield each article that can be read with its analysis. Raises CannotAnalyse where there is no model."""
        for article in self.reading.articles(sources):
            analysis = self.analysed(article)
            if analysis is not None:
                yield article, analysis

    def analysed(self, article: Article) -> Analysis | None:
        """Return the whole analysis; None where that failed, which has been reported. Raises CannotAnalyse."""
        from tui.analysis import model
        from tui.analysis.model_loading import load
        from tui.analysis.pipeline import Analyser

        self._bar.begin(article.source, len(article.text))
        if self._analyser is None:
            self._analyser = Analyser(load(self._model or model.DEFAULT))
        try:
            *_, analysis = self._analyser.run(article, on_progress=self._bar.within)
        except Exception as error:
            if os.environ.get("QUOTH_DEBUG"):
                raise
            self.reading.fail(f"“{article.source}” could not be analysed, {fault(error)}")
            return None
        self.tell_notices(article, analysis)
        return analysis

    def tell_notices(self, article: Article, analysis: Analysis) -> None:
        """Report what the reader should know of an analysis, such as that the article is not in English."""
        for notice in analysis.notices:
            self.reading.tell(f"“{article.source}”: {notice}")


def fault(error: BaseException) -> str:
    """Word a fault of quoth's own, so that nobody takes it for their own mistake."""
    what = one_line(str(error))[:200]
    return f"which is a fault of quoth ({type(error).__name__}: {what}); please report it."
