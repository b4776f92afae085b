"""An attribution before its speaker is known."""

from __future__ import annotations

from dataclasses import dataclass

from tui.analysis.analysis import Kind, Polarity, Stance
from tui.article.spans import Span


@dataclass(slots=True)
class RawAttribution:
    """One attribution as `attribution_finder.find` hands it to `speakers.resolve`.

    `probability` is how likely content and source are both right. `source` is empty where the text names
    nobody beside the words. `continues` is the index, in the list it stands in, of the attribution whose
    run a free-standing quotation goes on with, and whose source it shares; None for all others. `turn` is
    whether all of a block is its speaker's: a transcript's turn, a post; `answers`, whether it is the answer to a
    question that is set in bold. `channel` names the paper, agency or document that passes the words on, where it
    is not their source.
    """

    kind: Kind
    stance: Stance
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    probability: float
    continues: int | None = None
    turn: bool = False
    channel: tuple[Span, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    answers: bool = False
