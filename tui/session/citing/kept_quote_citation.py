"""What is copied of a speaker's page: each quote as the reader copies it, from its kept article and analysis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.session.citing.bibliographic_reference import Reference
from tui.session.citing.citation import cite, cite_words, safe_words, said_by
from tui.session.keeping.library_view import short_title

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.article.article import Article
    from tui.library.library import Library
    from tui.library.people import KeptQuote
    from tui.session.settings import Style


class KeptQuoteCiter:
    """Cites quotes of many articles, of which it holds one at a time. May be called in a thread."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._held: tuple[int, tuple[Article, Analysis] | None] | None = None

    def words(self, said: KeptQuote) -> str:
        """Return the words of a quote; with speaker and cue where they would mislead alone."""
        if (kept := self._kept(said.article)) is not None:
            article, analysis = kept
            for quote in analysis.attributions:
                if quote.content == said.content:
                    return safe_words(article, quote, analysis.speaker(quote.speaker))
        return said.words if said.kind == "direct" else cited_quote(said)

    def cited(self, said: KeptQuote, style: Style) -> str:
        """Return a quote with its speaker, article and place."""
        if (kept := self._kept(said.article)) is not None:
            article, analysis = kept
            for quote in analysis.attributions:
                if quote.content == said.content:
                    return cite(article, analysis, quote, style)
        return cited_quote(said, style)

    def _kept(self, article: int) -> tuple[Article, Analysis] | None:
        """Return an article with its corrected analysis; None if its text or analysis is not kept."""
        if self._held is None or self._held[0] != article:
            self._held = article, self._look_up(article)
        return self._held[1]

    def _look_up(self, number: int) -> tuple[Article, Analysis] | None:
        from tui.analysis.model import DEFAULT
        from tui.corrections.applying import apply
        from tui.library.correction_store import CorrectionStore

        article = self._library.article(number)
        analysis = None if article is None else self._library.recall(article.text, DEFAULT).analysis
        if article is None or analysis is None:
            return None
        made = [each.correction for each in CorrectionStore(self._library).of(article) if not each.undone]
        return article, apply(article, analysis, made).analysis if made else analysis


def cited_quote(said: KeptQuote, style: Style = "plain") -> str:
    """Return a quote from what the library's table has of it; with its cue unless it is direct speech."""
    who = said_by(
        said.name,
        said.role,
        "",
        kind=said.kind,
        stance=said.stance,
        corrected=said.corrected,
        cue="" if said.kind == "direct" else said.cue,
    )
    is_address = said.source.startswith(("http://", "https://"))
    source = Reference(
        name=short_title(said.title, said.source),
        titled=bool(said.title) and said.title != said.source,
        published=said.date[:10],
        url=said.source if is_address else "",
    )
    return cite_words(said.words, who, "", source, style)
