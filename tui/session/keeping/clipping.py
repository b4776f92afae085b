"""Make clippings from quotes, with all that is needed to use a quote when its article is gone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.analysis.analysis import Analysis, Attribution
from tui.article.article import Article
from tui.article.cleaning import clean
from tui.article.spans import Span
from tui.library.clippings import Clipping, Clippings
from tui.library.content_keys import text_hash, without_surrogates
from tui.session.citing.cited_place import place_in
from tui.session.reading.article_name import name_of
from tui.session.reading.quote_sentence import sentence
from tui.session.reading.quote_text import span_words, words

if TYPE_CHECKING:
    from tui.library.connection import Connection


@dataclass(frozen=True, slots=True)
class ClippingToggled:
    """The outcome of clipping a quote, or of deleting its clipping."""

    is_clipped: bool
    """Tells whether the quote is now clipped."""
    failed: str
    """A sentence that says why nothing changed; empty if something did."""
    all: frozenset[tuple[Span, ...]]
    """The contents of all quotes of the article that are clipped."""


def clip(article: Article, analysis: Analysis, attribution: Attribution) -> Clipping:
    """Return a clipping of a quote, which `Clippings.add` then keeps."""
    speaker = analysis.speaker(attribution.speaker)
    return replace(
        clip_article(article, words(article, attribution), str(attribution.kind)),
        speaker=clean(speaker.name) if speaker else None,
        role=(clean(speaker.role or "") or None) if speaker else None,
        named=span_words(article, attribution.source),
        cue=span_words(article, attribution.cue),
        stance=str(attribution.stance),
        certainty=round(attribution.certainty, 3),
        corrected=attribution.corrected or bool(speaker and speaker.corrected),
        content=attribution.content,
        cue_spans=attribution.cue,
        source_spans=attribution.source,
        polarity=str(attribution.polarity),
        sentence=sentence(article, attribution, speaker) or "",
        place=place_in(article, attribution.start),
    )


def clip_article(article: Article, words: str, kind: str) -> Clipping:
    """Return a clipping of words of an article of which nothing is known but the article."""
    return Clipping(
        words=words,
        speaker=None,
        role=None,
        named="",
        cue="",
        kind=kind,
        stance="speech",
        certainty=1.0,
        corrected=False,
        article=name_of(article),
        titled=bool(article.title and clean(article.title)),
        source=without_surrogates(article.source),
        text_hash=text_hash(article.text),
        byline=_clean(article.byline),
        published=_clean(article.published),
        url=_clean(article.url),
        site=_clean(article.site),
    )


def toggle_clipping(library: Connection, clipping: Clipping) -> ClippingToggled:
    """Keep a clipping, or delete it if its quote is clipped already."""
    clippings = Clippings(library)
    there = [each for each in clippings.of(clipping.text_hash) if each.content == clipping.content]
    done = all(map(clippings.remove, [each.id for each in there])) if there else clippings.add(clipping)
    failed = "" if done else library.notice or "The clipping could not be kept."
    now = frozenset(each.content for each in clippings.of(clipping.text_hash))
    return ClippingToggled(clipping.content in now, failed, now)


def update_clippings(clippings: Clippings, article: Article, before: Analysis, after: Analysis) -> None:
    """Update the clippings of quotes that were just corrected.

    `before` and `after` are the analysis without and with the correction. Notes and tags stay; a clipping whose
    quote was rejected stays as it was.
    """
    there = clippings.of(article.text)
    if not there:
        return
    old = {quote.content: quote for quote in before.attributions}
    new = {quote.id: quote for quote in after.attributions}
    for clipping in there:
        quote = old.get(clipping.content)
        now = new.get(quote.id) if quote is not None else None
        if now is not None:
            it = clip(article, after, now)
            it = replace(it, id=clipping.id, made=clipping.made, note=clipping.note, tags=clipping.tags)
            if it != clipping:
                clippings.add(it)


def _clean(text: str | None) -> str | None:
    return (clean(text) or None) if text else None
