"""What is marked in the article: which stretches, in which style, and the letters beside them."""

from __future__ import annotations

from dataclasses import dataclass

from tui.article.spans import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the article drawn in a style.

    `style` is "speaker-1" to "speaker-8", "indirect", "dim", "cue", "source", "entity", "hit", "chosen" or
    "unsure": the article pane draws each with the component class of that name.
    """

    span: Span
    style: str


@dataclass(frozen=True, slots=True)
class MarginLetter:
    """A letter drawn in the left margin beside every line that holds part of `span`."""

    span: Span
    letter: str
    style: str
