"""An analysis process that is none: what a test wants of an article comes at once, from the same thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import pytest

from tui.analysis.process.events import Event
from tui.article.article import Article
from tui.commands import parallel_analysis


class ImmediateProcess:
    """Stands in for AnalysisProcess; `answer` gives the event for an article, `models` holds those asked for."""

    answer: ClassVar[Callable[[Article], Event]]
    models: ClassVar[list[str]]

    def __init__(self, model: str) -> None:
        self.models.append(model)

    def analyse(self, article: Article, on_event: Callable[[Event], None]) -> None:
        """Report the answer."""
        on_event(type(self).answer(article))

    def stop(self) -> None:
        """Do nothing: no process runs."""


def analyse_at_once(monkeypatch: pytest.MonkeyPatch, answer: Callable[[Article], Event]) -> list[str]:
    """Have commands get this answer to each article; return the list of models that they ask for."""
    monkeypatch.setattr(ImmediateProcess, "models", [], raising=False)
    monkeypatch.setattr(ImmediateProcess, "answer", staticmethod(answer), raising=False)
    monkeypatch.setattr(parallel_analysis, "AnalysisProcess", ImmediateProcess)
    return ImmediateProcess.models
