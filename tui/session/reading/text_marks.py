"""The marks in the article: spans with a style, and the letters beside them."""

from __future__ import annotations

from typing import NamedTuple

from tui.article.spans import Span


class TextMark(NamedTuple):
    """A span of the article drawn in a style.

    `style` is "speaker-1" to "speaker-9", "indirect", "dim", "cue", "source", "entity", "hit", "chosen" or
    "unsure": the article pane draws each with the component class of that name.
    """

    span: Span
    style: str


class MarginLetter(NamedTuple):
    """A letter drawn in the left margin beside every line with part of `span`."""

    span: Span
    letter: str
    style: str
