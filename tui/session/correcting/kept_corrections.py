"""Apply kept corrections to what is analysed without a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from tui.article.article import Article
from tui.article.sanitising import one_line
from tui.session.reading.plurals import pluralise

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis


def corrected(
    analysed: Iterable[tuple[Article, Analysis]], tell: Callable[[str], None]
) -> Iterator[tuple[Article, Analysis]]:
    """Yield each article with its corrected analysis; pass `tell` a sentence if corrections do not fit."""
    from tui.library.database_file import has_file
    from tui.library.library import FILE, Library

    if not has_file(FILE):  # no library is created for this
        yield from analysed
        return
    from tui.library.correction_store import CorrectionStore

    library = Library.open()
    try:
        for sentence in filter(None, (library.notice, library.caught_up)):
            tell(sentence)
        kept = CorrectionStore(library)
        for article, analysis in analysed:
            active = [each.correction for each in kept.of(article) if not each.undone]
            if not active:
                yield article, analysis
                continue
            from tui.corrections.applying import apply

            done = apply(article, analysis, active)
            if done.unplaced:
                corrections = pluralise(len(done.unplaced), "correction")
                tell(f"“{one_line(article.source)}”: {corrections} could not be applied: the words are gone.")
            yield article, done.analysis
    finally:
        library.close()
