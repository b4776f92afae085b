"""What y, Y and A copy of a reading, and how the reader is told."""

from __future__ import annotations

from collections.abc import Callable

from tui.article.spans import Span
from tui.session.citing import citation
from tui.session.citing.bibliographic_reference import reference_of
from tui.session.citing.cited_place import place_in
from tui.session.keeping.selected_words import in_marks, quote_around
from tui.session.reading.reading import Reading
from tui.session.settings import Style


def words(reading: Reading, visible: Span) -> str | None:
    """Return the words of the quote that the reader is at; None if no quote is visible.

    Words that were denied, refused or asked come with their speaker and cue.
    """
    here = reading.current(visible)
    if here is None:
        return None
    attribution = reading.analysis.attributions[here]
    return citation.safe_words(reading.article, attribution, reading.analysis.speaker(attribution.speaker))


def note_on_words(reading: Reading, visible: Span) -> str:
    """Return why the words of the quote that the reader is at come with their cue; "" if they do not."""
    here = reading.current(visible)
    if here is None or not citation.misleads_alone(reading.analysis.attributions[here]):
        return ""
    return "with its cue"


def selection_with_citation(reading: Reading, selected: Span, text: str, style: Style) -> str:
    """Return selected words, cited: with the speaker if they are part of one quote, else by the article alone."""
    article = reading.article
    quote = quote_around(reading, selected)
    who = ""
    if quote is not None:
        who = citation.speaker_line(article, quote, reading.analysis.speaker(quote.speaker))
        text = in_marks(quote, text)
    return citation.cite_words(text, who, place_in(article, selected.start), reference_of(article), style)


def words_with_citation(reading: Reading, visible: Span, style: Style) -> str | None:
    """Return the quote that the reader is at with its speaker, role and article; None if there is none."""
    here = reading.current(visible)
    if here is None:
        return None
    return citation.cite(reading.article, reading.analysis, reading.analysis.attributions[here], style)


def all_with_citations(reading: Reading, style: Style) -> Callable[[], str] | None:
    """Return what cites all matching quotes with their speakers, in any thread; None if nothing matches."""
    article, analysis = reading.article, reading.analysis
    quotes = [analysis.attributions[i] for i in reading.quotes]
    return (lambda: citation.cite_all(article, analysis, quotes, style)) if quotes else None
