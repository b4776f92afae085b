"""A quote as it is clipped: everything about it that is worth keeping when its article is gone."""

from __future__ import annotations

from tui.analysis.analysis import Analysis, Attribution
from tui.article.article import Article
from tui.library.clippings import Clipping
from tui.library.keys import plain, text_hash
from tui.session.naming import name_of
from tui.session.wording import clean, spoken, words


def clip(article: Article, analysis: Analysis, attribution: Attribution) -> Clipping:
    """The clipping of a quote, not yet kept: `Clippings.add` does that."""
    speaker = analysis.speaker(attribution.speaker)
    return Clipping(
        words=words(article, attribution),
        speaker=clean(speaker.name) if speaker else None,
        role=(clean(speaker.role or "") or None) if speaker else None,
        named=spoken(article, attribution.source),
        cue=spoken(article, attribution.cue),
        kind=str(attribution.kind),
        stance=str(attribution.stance),
        certainty=round(attribution.certainty, 3),
        corrected=attribution.corrected or bool(speaker and speaker.corrected),
        article=name_of(article),
        titled=bool(article.title and clean(article.title)),
        source=plain(article.source) or "",
        text_hash=text_hash(article.text),
        content=attribution.content,
        cue_spans=attribution.cue,
        source_spans=attribution.source,
        byline=_clean(article.byline),
        published=_clean(article.published),
        url=_clean(article.url),
        site=_clean(article.site),
    )


def _clean(text: str | None) -> str | None:
    return (clean(text) or None) if text else None
