"""What the reader's screen looks like: the article, its panels and the filter, drawn as the reading stands.

The panels' modules are imported when the panels are mounted, after the first frame (see `first_page`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual.content import Content

from tui.article.article import Article
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.screens.reader.first_page import FirstPage
from tui.session.reading.plurals import many
from tui.session.settings import Settings
from tui.widgets.article.gutter import Gutter
from tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.library.library import Library
    from tui.session.correcting.correction_history import CorrectionHistory
    from tui.session.correcting.corrector import Corrector
    from tui.session.reading.reading import Reading
    from tui.session.reading.text_search import TextSearch
    from tui.widgets.filter_bar import FilterBar
    from tui.widgets.panels.side_panels import SidePanels, Stage

IDLE = 0.05
"""Seconds between two pieces of work that nobody waits for."""
AROUND = 5_000
"""How many characters before and after the screen are marked at once."""


class ReaderView(FirstPage):
    """What is seen of one article being read. What is chosen is decided by the `Reading`; this draws it."""

    side: SidePanels
    """The panels beside or under the article, once they are mounted."""
    filter_bar: FilterBar
    """The filter below, once it is mounted."""

    library: Library | None = None
    """Where what is done to the article is kept; None where nothing is to be."""
    seeking: TextSearch | None = None
    """The words that are sought in the article."""
    books: dict[str, CorrectionHistory]
    """The corrections of every article of this session, by its text."""

    def __init__(
        self,
        article: Article,
        analysis: Analysis | None = None,
        *,
        settings: Settings,
        position: int = 0,
        filter_text: str = "",
    ) -> None:
        super().__init__(article, measure=settings.measure, position=position)
        self.settings = settings
        self._analysis = analysis
        self._filter_text = filter_text
        self._stage: Stage = "done" if analysis is not None and analysis.complete else "waiting"
        self._entities_marked = False
        self._marked = Span(0, 0)
        self._ticked = -1
        self.books = {}
        self._instead: dict[tuple[Span, ...], tuple[Span, ...]] = {}

    @cached_property
    def reading(self) -> Reading:
        """What the reader is doing with the article."""
        from tui.session.correcting.correction_history import history_of
        from tui.session.reading.reading import Reading

        corrections = history_of(self.article, self.library, self.books)
        reading = Reading(self.article, self._analysis, corrections)
        if self._filter_text:
            reading.set_filter(self._filter_text)
        return reading

    def on_mount(self) -> None:
        """Say that the analysis is under way."""
        if self._stage == "waiting":
            self.query_one(TitleBar).progress = "reading who said what"

    @cached_property
    def corrector(self) -> Corrector:
        """Corrects the article."""
        from tui.screens.corrections.correction_view import corrector_for

        return corrector_for(self)

    async def furnish(self) -> None:
        """Mount the panels, the filter and the hints."""
        from tui.widgets.filter_bar import FilterBar
        from tui.widgets.key_hints import KeyHints
        from tui.widgets.panels.side_panels import SidePanels

        self.side = SidePanels(id="panels")
        self.filter_bar = FilterBar(id="filter")
        await self.query_one("#beside").mount(self.side)
        await self.query_one("#foot").mount(self.filter_bar, KeyHints(id="hints"))
        if self._filter_text:
            self.filter_bar.put(self._filter_text)

        self._prepare_filter()
        if self._stage == "waiting":
            from tui.session.reading.speaker_styles import HUES

            self._mix_colours(iter(range(1, HUES + 1)))
        history = self.reading.corrections
        if history is not None and (history.notice or not history.is_empty):
            self.corrector.announce_kept()

    def _mix_colours(self, hues: Iterator[int]) -> None:
        """Have the speakers' colours ready when the first quotes come: all at once they would be felt."""
        hue = next(hues, None)
        if hue is not None and self.is_running and self._stage == "waiting":
            name = f"speaker-{hue}"
            self.article_pane.colours.style((name,))
            self.query_one(Gutter).colours.style((name,))
            self.side.speakers.hue(name)
            self.side.quotes.hue(name)
            self.set_timer(IDLE, partial(self._mix_colours, hues))

    def _prepare_filter(self) -> None:
        """Have the filter's index ready when it is first typed, without keeping anybody waiting for it now."""
        if self._stage == "done":
            index = self.reading.index
            steps = index.prepare()

            def step() -> None:
                if not self.is_running or index is not self.reading.index:
                    return
                if next(steps, self) is None:
                    self.set_timer(IDLE, step)

            self.set_timer(IDLE, step)

    # Drawing the state

    def adopt(self, analysis: Analysis) -> None:
        """Show a newer analysis of the article."""
        self.reading.adopt(analysis)
        if analysis.complete:
            self._stage = "done"
            self.query_one(TitleBar).progress = ""
        if self.furnished:
            self._prepare_filter()
        for notice in analysis.notices:
            self.notify(Content(one_line(notice)).plain, markup=False, timeout=8)
        if self.furnished:
            # One frame for the lists, one for the article: both at once would be felt.
            self._draw_lists()
            self.call_after_refresh(self._draw_article)
        self.announce_unplaced()

    def announce_unplaced(self) -> None:
        """Say which corrections do not fit the article, if any were made at all."""
        if self.reading.corrections is not None and not self.reading.corrections.is_empty:
            self.corrector.announce_unplaced()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far the analysis is, in characters."""
        self.query_one(TitleBar).progress = f"reading who said what {100 * done // max(1, total)} %"

    def give_up(self) -> None:
        """Stop waiting for an analysis."""
        self._stage = "failed"
        some = self.reading.analysis.attributions or self.reading.analysis.entities
        self.query_one(TitleBar).progress = "only part was analysed" if some else "not analysed"
        self.redraw()

    def redraw(self) -> None:
        """Draw everything that depends on what is chosen, filtered or found."""
        if self.furnished:
            self._draw_article()
            self._draw_lists()

    def _draw_article(self) -> None:
        if not self.children:
            return  # it was closed meanwhile
        self._draw_marks()
        self._draw_gutter()

    def _draw_lists(self) -> None:
        self.side.show(self.reading, self.here, stage=self._stage)
        self._draw_counts()

    @property
    def here(self) -> int | None:
        """The index of the quote the reader is at."""
        return self.reading.current(self.article_pane.visible_span)

    def _draw_marks(self) -> None:
        """Mark what is on the screen and some way round it: an article may hold thousands of quotes."""
        from tui.session.reading.highlights import highlights

        visible = self.article_pane.visible_span
        length = len(self.article.text)
        self._marked = Span(max(0, visible.start - AROUND), min(length, visible.end + AROUND))
        self.article_pane.set_marks(
            *highlights(
                self.reading,
                self._marked,
                entities=self._entities_marked,
                instead=self._instead,
                seeking=self.seeking,
            )
        )

    def seek(self, seeking: TextSearch | None) -> None:
        """Mark the places of a search, and bring the one it is at into sight; None ends it."""
        self.seeking = seeking
        if seeking is not None and seeking.place is not None:
            self.article_pane.reveal(seeking.place)
        self._draw_marks()

    def preview(self, content: tuple[Span, ...], instead: tuple[Span, ...] | None) -> None:
        """Draw the quote with this content as if it had other words; None draws it as it is again."""
        self._instead = {} if instead is None else {content: instead}
        self._draw_marks()

    def _draw_gutter(self) -> None:
        from tui.session.reading.highlights import ticks

        if self._ticked != self.reading.revision:
            self._ticked = self.reading.revision
            self.query_one(Gutter).set_letters(ticks(self.reading), len(self.article.text))

    def _draw_counts(self) -> None:
        reading = self.reading
        title = self.query_one(TitleBar)
        title.counts = f"{many(reading.quoted, 'speaker')} · {many(reading.total, 'quote')}"
        if reading.query.problem:
            self.filter_bar.say(reading.query.problem, problem=True)
        else:
            left = f"{len(reading.quotes)} of {many(reading.total, 'quote')}" if reading.narrowed else ""
            self.filter_bar.say(left)

    # Bringing into sight

    def reveal_chosen(self) -> None:
        """Bring the chosen quote into sight."""
        quote = self.reading.chosen_quote
        if quote is not None:
            self.article_pane.reveal(quote.content[0])

    def reveal_first_left(self) -> None:
        """Bring a quote that is left into sight, where none is."""
        visible = self.article_pane.visible_span
        if self.reading.speaker and self.reading.quotes and self.reading.current(visible) is None:
            first = self.reading.analysis.attributions[self.reading.quotes[0]]
            self.article_pane.reveal(first.content[0])

    def reveal_entity(self) -> None:
        """Bring a mention of the chosen entity into sight, where none is."""
        entity = self.reading.chosen_entity
        if entity is not None and entity.mentions:
            visible = self.article_pane.visible_span
            if not any(visible.overlaps(mention) for mention in entity.mentions):
                self.article_pane.reveal(entity.mentions[0])
