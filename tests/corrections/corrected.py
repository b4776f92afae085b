"""Helpers for tests of corrections: references to an article's quotes and speakers, and corrections applied."""

from __future__ import annotations

from tests.session.article_with_quotes import ANALYSIS, ARTICLE, TEXT
from tui.analysis.analysis import Analysis, Attribution
from tui.article.article import Article
from tui.corrections.applying import apply
from tui.corrections.correction import (
    Correction,
    QuoteReference,
    SpeakerReference,
    quote_reference,
    speaker_reference,
)

Q = {quote.id: quote for quote in ANALYSIS.attributions}
S = {speaker.id: speaker for speaker in ANALYSIS.speakers}


def at(quote: str) -> tuple[QuoteReference]:
    return (quote_reference(TEXT, Q[quote], S.get(Q[quote].speaker or "")),)


def by(speaker: str) -> SpeakerReference:
    return speaker_reference(TEXT, S[speaker])


def correct(*corrections: Correction, analysis: Analysis = ANALYSIS, article: Article = ARTICLE) -> Analysis:
    done = apply(article, analysis, corrections)
    assert done.unplaced == ()
    assert done.placed == corrections
    return done.analysis


def said(analysis: Analysis, quote: str) -> Attribution:
    return next(a for a in analysis.attributions if a.id == quote)


def name_of(analysis: Analysis, quote: str) -> str | None:
    speaker = analysis.speaker(said(analysis, quote).speaker)
    return speaker.name if speaker else None


NEW = SpeakerReference("Ada Novak", "person", "engineer")
