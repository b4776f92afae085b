"""An article with what the library knows about it, looked up before there is a screen.

The analysis process is started only once the article is drawn, because starting both at once slows both down,
and not at all if the library has the analysis.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from tui.analysis import model as models
from tui.analysis.process.analysis_client import AnalysisProcess
from tui.article.article import Article
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.library.library import Library
from tui.session.settings import Settings

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.analysis.process.events import Event

SCREENFUL = 3000
"""Roughly the number of characters on the first screen, which are analysed first."""


@dataclass(eq=False, repr=False)  # identity is enough, and generating more would delay the first screen
class Opening:
    """An article with everything that is known about it before it is shown."""

    article: Article
    analysis: Analysis | None = None
    position: int = 0
    filter_text: str = ""
    notices: list[str] = field(default_factory=list)
    process: AnalysisProcess | None = None
    library: Library | None = None
    outdated: bool = False
    """Tells whether `analysis` was made by an older version or another model, and is shown until it is renewed."""
    settled: bool = False
    """Tells whether the analysis has ended."""
    kept: bool = False
    """Tells whether the article was taken from the library or the history, and not read from its source now."""
    on_new_version: Callable[[bytes], None] | None = None
    """What to call, in another thread, with the hash of the text that stood there before, if there is one."""
    on_settled: Callable[[], None] | None = None
    """What to call once the analysis has ended."""
    _marked_read: bool = False
    _unsaved: bool = False

    def start_analysis(self, on_event: Callable[[Event], None]) -> None:
        """Start the analysis unless the library had it; `on_event` is called in another thread."""
        if self.process is not None:
            here = Span(self.position, self.position + SCREENFUL)
            self.process.analyse(self.article, on_event, focus=here)

    def refocus(self, visible: Span) -> None:
        """Analyse the visible span next."""
        if self.process is not None:
            self.process.refocus(visible)

    def finish_analysis(self, analysis: Analysis | None) -> None:
        """Record that the analysis is complete or, with None, that it failed."""
        self.settled = True
        if analysis is not None:
            self.analysis, self.outdated, self._unsaved = analysis, False, analysis.complete
        tell, self.on_settled = self.on_settled, None
        if tell is not None:
            tell()

    def keep_analysis(self) -> None:
        """Save the analysis in the library, in the background, once."""
        if self.library is not None and self.analysis is not None and self._unsaved:
            self._unsaved = False
            self.library.enqueue(partial(self.library.keep, self.article, self.analysis))

    def mark_read(self) -> None:
        """Save the article as read, in the background, as a novel takes a second."""
        if self.library is not None and not self._marked_read:
            self._marked_read = True
            analysis = None if self.outdated else self.analysis
            mark = partial(self.library.mark_read, self.article, analysis, from_source=not self.kept)
            self.library.enqueue(mark, self._marked)

    def _marked(self, before: bytes | None) -> None:
        if before is not None and self.on_new_version is not None:
            self.on_new_version(before)

    def leave(self, position: int, filter_text: str) -> None:
        """Save position and filter; the process and the library stay for the next article."""
        self.keep_analysis()
        self.mark_read()
        if self.library is not None:
            self.library.set_position(self.article.text, position)
            self.library.set_filter(self.article.text, filter_text)

    def close(self, position: int, filter_text: str) -> None:
        """Stop the analysis, and save position and filter."""
        if self.process is not None:
            self.process.stop()
        self.leave(position, filter_text)
        if self.library is not None:
            self.library.close()


def open_article(
    article: Article,
    settings: Settings,
    *,
    library: Library | None = None,
    process: AnalysisProcess | None = None,
    known: Analysis | None = None,
) -> Opening:
    """Return an article with what the library knows about it; nothing is analysed yet.

    With `settings.private` the library is neither read nor written. `library` and `process` are those of the
    article before, if there was one; `known` is an analysis that need not be looked up.
    """
    model = settings.model or models.DEFAULT
    process = process or AnalysisProcess(model)
    if library is None and not settings.private:
        library = Library.open()
    opening = Opening(article, known, process=process, library=library)
    if article.notice is not None:
        opening.notices.append(one_line(article.notice))
    if library is not None:
        recalled = library.recall(article.text, model if known is None else None)
        if known is None:
            opening.analysis, opening.outdated = recalled.analysis, recalled.is_outdated
        opening.position = min(recalled.position or 0, len(article.text))
        opening.filter_text = recalled.filter_text or ""
        if opening.filter_text.strip():
            opening.notices.append(
                f"The filter from last time is still set: {opening.filter_text}; Esc clears it."
            )
        opening.notices += [sentence for sentence in (library.notice, library.caught_up) if sentence]
    if opening.analysis is not None and not opening.outdated:
        opening.process, opening.settled = None, True
    return opening
