"""Selected words of an article, as a part of a quote or as words of the article's own."""

from __future__ import annotations

from dataclasses import replace

from tui.analysis.analysis import Attribution, Kind
from tui.article.cleaning import clean
from tui.article.spans import Span
from tui.library.clippings import PASSAGE, Clipping
from tui.session.citing.cited_place import place_in
from tui.session.keeping.clipping import clip, clip_article
from tui.session.reading.reading import Reading

_MARKS = "“”\"‘’'«»„"


def quote_around(reading: Reading, selected: Span) -> Attribution | None:
    """Return the quote of whose content the selected words are a part; None if they are more, or of no quote."""
    index = reading.links.quote_at(selected.start)
    if index is None:
        return None
    quote = reading.analysis.attributions[index]
    return quote if any(span.contains(selected) for span in quote.content) else None


def in_marks(quote: Attribution, text: str) -> str:
    """Return a part of a quote in quotation marks if it is direct speech and has not kept them."""
    if quote.kind is not Kind.DIRECT or any(mark in text[:1] + text[-1:] for mark in _MARKS):
        return text
    return f"“{text}”"


def clip_selection(reading: Reading, selected: Span, text: str) -> Clipping:
    """Return a clipping of selected words, with their speaker if they are a part of one quote."""
    article = reading.article
    words = "\n".join(filter(None, map(clean, text.split("\n"))))
    quote = quote_around(reading, selected)
    if quote is None:
        made = clip_article(article, words, PASSAGE)
    else:
        made = replace(clip(article, reading.analysis, quote), words=in_marks(quote, words), sentence="")
    return replace(made, content=(selected,), place=place_in(article, selected.start))
