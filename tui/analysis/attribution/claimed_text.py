"""The parts of an article that are claimed by attributions: those that stand in their contents."""

from __future__ import annotations

from collections.abc import Iterable

from tui.analysis.raw_attribution import RawAttribution
from tui.article.spans import Span


class ClaimedText:
    """The characters that are claimed, so that one quotation is not compared with every content."""

    def __init__(self, text: str, attributions: Iterable[RawAttribution]) -> None:
        self._claimed = bytearray(len(text))
        for attribution in attributions:
            self.add(attribution)

    def add(self, attribution: RawAttribution) -> None:
        """Claim the content of an attribution."""
        for span in attribution.content:
            self._claimed[span.start : span.end] = b"\1" * (span.end - span.start)

    def holds_any_of(self, span: Span) -> bool:
        """Tell whether any character of the span is claimed."""
        return self._claimed.find(1, span.start, span.end) >= 0
