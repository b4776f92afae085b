"""What the parts of a reader screen know of it: its article and reading, and the widgets that show them.

The screen itself, in `reader_screen`, makes the parts.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tui.article.article import Article
from tui.screens.reader.article_screen import ArticleScreen
from tui.session.settings import Settings

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.library.library import Library
    from tui.session.correcting.correction_history import CorrectionHistory
    from tui.session.reading.reading import Reading
    from tui.widgets.filter_bar import FilterBar
    from tui.widgets.panels.side_panels import SidePanels, Stage


class ReaderView(ArticleScreen):
    """An article, what the reader does with it, and where it is shown."""

    side: SidePanels
    """The panels beside or below the article, once they are mounted."""
    filter_bar: FilterBar
    """The filter below, once it is mounted."""

    def __init__(
        self,
        article: Article,
        analysis: Analysis | None = None,
        *,
        settings: Settings,
        position: int = 0,
        filter_text: str = "",
        library: Library | None = None,
        histories: dict[str, CorrectionHistory] | None = None,
    ) -> None:
        """Show an article with its analysis, if there is one already.

        `library` keeps what is done to the article; `histories` holds the corrections of all articles of the
        session, by text.
        """
        super().__init__(article, measure=settings.measure, position=position)
        self.settings = settings
        self.library = library
        self._analysis = analysis
        self._filter_text = filter_text
        self._histories = {} if histories is None else histories

    @cached_property
    def reading(self) -> Reading:
        """What the reader is doing with the article."""
        from tui.session.correcting.correction_history import history_of
        from tui.session.reading.reading import Reading

        history = history_of(self.article, self.library, self._histories)
        reading = Reading(self.article, self._analysis, history)
        if self._filter_text:
            reading.set_filter(self._filter_text)
        return reading

    @property
    def stage(self) -> Stage:
        """How far the analysis is."""
        raise NotImplementedError

    @property
    def here(self) -> int | None:
        """The index of the quote that the reader is at."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Draw everything that depends on what is chosen, filtered or found."""
        raise NotImplementedError

    def redraw_in_two_frames(self) -> None:
        """Draw the lists, then the article: both in one frame would be felt."""
        raise NotImplementedError
