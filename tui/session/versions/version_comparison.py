"""Two versions being compared: what is shown, and where the next change is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tui.article.article import Article
from tui.article.sanitising import one_line
from tui.session.reading.article_name import name_of
from tui.session.versions.changes_export import summary
from tui.session.versions.quote_changes import QuoteChange, compare_quotes
from tui.session.versions.sequence_alignment import go_on
from tui.session.versions.text_changes import compare

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis


class VersionComparison:
    """How `old` became `new`. `quotes` is None if those of either are not known."""

    def __init__(
        self,
        old: Article,
        old_analysis: Analysis | None,
        new: Article,
        new_analysis: Analysis | None,
        dates: tuple[str, str],
        check: Callable[[], None] = go_on,
    ) -> None:
        """Compare two versions named by `dates`; what `check` raises ends the comparison."""
        self.old, self.new = old, new
        self.changes = compare(old, new, check)
        self.quotes: Sequence[QuoteChange] | None = None
        self._old_analysis, self._new_analysis = old_analysis, new_analysis
        if old_analysis is not None and new_analysis is not None:
            self.quotes = compare_quotes(old, old_analysis, new, new_analysis, check)
        self.name = f"{name_of(new)} · {dates[0]} → {dates[1]}"

    @cached_property
    def summary(self) -> str:
        """The changes in a few words."""
        return summary(self.changes, self.quotes) or "nothing changed"

    @property
    def facts_line(self) -> str:
        """The title and byline before and after, on one line, if they changed."""
        return " · ".join(
            f"{name.capitalize()}: {one_line(before) or 'none'} → {one_line(after) or 'none'}"
            for name, before, after in self.changes.facts
        )

    def further(self, here: str | None, step: int) -> int | None:
        """Return the next changed paragraph (1), or the one before (-1), from the row `here`; None past an end."""
        at = -1 if here is None else int(here)
        changed = self.changes.changes
        if step > 0:
            return next((n for n in changed if n > at), None)
        return next((n for n in reversed(changed) if n < at), None)

    def paragraph_of(self, quote: QuoteChange) -> int | None:
        """Return the index of the paragraph in which a quote begins."""
        if quote.new is not None and self._new_analysis is not None:
            start = self._new_analysis.attributions[quote.new].start
            spans = [each.new for each in self.changes.paragraphs]
        elif quote.old is not None and self._old_analysis is not None:
            start = self._old_analysis.attributions[quote.old].start
            spans = [each.old for each in self.changes.paragraphs]
        else:
            return None
        return next(
            (n for n, span in enumerate(spans) if span is not None and span.start <= start < span.end), None
        )
