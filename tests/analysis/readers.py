"""Texts read by the model that quoth comes with, as somebody who reads them sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tui.analysis.analysis import Analysis, Attribution, Kind
from tui.analysis.pipeline import Analyser
from tui.article.article import Article
from tui.article.text.blocks import find_blocks

OPENING = (
    "The harbour master, Jane Doe, closed the port of Northport on Monday. She met the mayor, Peter Marsh, "
    "after the storm had sunk four boats."
)
CLOSING = "The storm moved north on Tuesday. Four boats were raised from the harbour in the afternoon."
DOE, MARSH = "Jane Doe", "Peter Marsh"


@dataclass(frozen=True)
class Quote:
    """An attribution as a reader sees it."""

    kind: Kind
    words: tuple[str, ...]
    speaker: str | None


class Reader:
    """Analyses texts with one pipeline."""

    def __init__(self, nlp: Any) -> None:
        self.analyser = Analyser(nlp)

    def analysis(self, text: str) -> Analysis:
        article = Article(text, "test", find_blocks(text))
        *_, last = self.analyser.run(article)
        return last

    def read(self, article: Article) -> tuple[Analysis, str]:
        *_, last = self.analyser.run(article)
        return last, article.text

    def quotes(self, paragraph: str, opening: str = OPENING) -> list[Quote]:
        """Return the quotes found in `paragraph`, which stands in an article between two others."""
        text = f"{opening}\n\n{paragraph}\n\n{CLOSING}"
        start, end = len(opening) + 2, len(opening) + 2 + len(paragraph)
        analysis = self.analysis(text)
        return [
            as_read(a, analysis, text) for a in analysis.attributions if a.start >= start and a.end <= end
        ]


def as_read(attribution: Attribution, analysis: Analysis, text: str) -> Quote:
    speaker = analysis.speaker(attribution.speaker)
    return Quote(
        attribution.kind,
        tuple(span.of(text) for span in attribution.content),
        speaker.name if speaker else None,
    )
