"""What was found out about one source."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.analysis.analysis import Step
from tui.article.spans import Span


@dataclass(slots=True)
class Resolution:
    """Whom a source means, how sure that is, and the evidence for it."""

    referent: int | None  # None if the article names nobody
    certainty: float
    steps: list[Step] = field(default_factory=list)
    mentions: tuple[Span, ...] = ()  # pronouns and descriptions that count as mentions of the speaker
    role: str | None = None  # what the description says the speaker is
