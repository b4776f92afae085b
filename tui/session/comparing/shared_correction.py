"""A speaker that was corrected in one article, given to the same words in another, as a correction of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.corrections.action import Action
from tui.corrections.applying import apply
from tui.corrections.correction import Correction, SpeakerReference, quote_reference
from tui.library.article_texts import kept_analysis
from tui.library.content_keys import text_hash
from tui.library.correction_store import CorrectionStore

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis, Speaker
    from tui.article.article import Article
    from tui.library.library import Library
    from tui.library.same_words import Occurrence


def correct_speaker(
    library: Library, article: Article, occurrence: Occurrence, speaker: Speaker
) -> int | None:
    """Give a quote of an article of the library a speaker; return the row of the correction, None if not kept."""
    analysis = _corrected(library, article)
    if analysis is None:
        return None
    quote = next((each for each in analysis.attributions if each.content == occurrence.content), None)
    if quote is None:
        return None
    correction = Correction(
        Action.SPEAKER,
        (quote_reference(article.text, quote, analysis.speaker(quote.speaker)),),
        to=SpeakerReference(speaker.name, speaker.kind, speaker.role),
    )
    row = CorrectionStore(library).add(article, correction)
    _index_again(library, article)
    return row


def undo_correction(library: Library, article: Article, row: int) -> None:
    """Undo such a correction."""
    CorrectionStore(library).undo(row)
    _index_again(library, article)


def _index_again(library: Library, article: Article) -> None:
    if (analysis := _corrected(library, article)) is not None:
        library.index(article, analysis)


def _corrected(library: Library, article: Article) -> Analysis | None:
    """Return the kept analysis of an article with its corrections applied."""
    analysis = library.query(lambda db: kept_analysis(db, text_hash(article.text)))
    if analysis is None:
        return None
    made = [each.correction for each in CorrectionStore(library).of(article) if each.undone == 0]
    return apply(article, analysis, made).analysis
