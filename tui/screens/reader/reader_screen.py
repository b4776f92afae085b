"""The reader screen: one article being read, with its panels, its filter and its keys.

Its actions and handlers are one-liners: what they do is in the objects that the screen holds, imported when they
are first needed. The panels are imported after the first frame, so their messages are handled by name.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import events, on
from textual.message import Message

from tui.article.article import Article
from tui.article.spans import Span
from tui.screens.default_keys import READER
from tui.screens.reader.analysis_display import AnalysisDisplay
from tui.screens.reader.article_screen import ArticleScreen
from tui.session.settings import Settings
from tui.widgets.article.article_pane import ArticlePane
from tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.library.library import Library
    from tui.screens.reader.article_chord import ArticleChord
    from tui.screens.reader.article_finder import ArticleFinder
    from tui.screens.reader.clipper import Clipper
    from tui.screens.reader.quote_comparer import QuoteComparer
    from tui.screens.reader.quote_copier import QuoteCopier
    from tui.screens.reader.reader_navigator import ReaderNavigator
    from tui.screens.reader.reader_panes import ReaderPanes
    from tui.screens.reader.selection_mode import SelectionMode
    from tui.session.correcting.correction_history import CorrectionHistory
    from tui.session.correcting.corrector import Corrector
    from tui.session.reading.reading import Reading
    from tui.widgets.filter_bar import FilterBar
    from tui.widgets.panels.row_list import RowList


class ReaderScreen(ArticleScreen):
    """One article being read."""

    BINDINGS = list(READER)

    initial_span: Span | None = None
    """What to scroll to once everything is mounted; a quote there is chosen."""

    class FullyMounted(Message):
        """All widgets are mounted."""

    class Moved(Message):
        """Other words than before are visible while the analysis is still under way."""

        def __init__(self, visible: Span) -> None:
            super().__init__()
            self.visible = visible

        def can_replace(self, message: Message) -> bool:
            """Replace earlier ones: only the newest matters."""
            return isinstance(message, ReaderScreen.Moved)

    class Resumed(Message):
        """The screen, which other screens had covered, is on top again."""

    def __init__(
        self,
        article: Article,
        analysis: Analysis | None = None,
        *,
        settings: Settings,
        position: int = 0,
        filter_text: str = "",
        outdated: bool = False,
        library: Library | None = None,
        histories: dict[str, CorrectionHistory] | None = None,
    ) -> None:
        """Show an article with its analysis, if there is one already.

        `outdated` says that the analysis is of an older quoth and is being renewed; `library` keeps what is done
        to the article; `histories` holds the corrections of all articles of the session, by text.
        """
        super().__init__(article, measure=settings.measure, position=position)
        self.settings = settings
        self.library = library
        self.analysis_display = AnalysisDisplay(self, analysis, lambda: self.panes)
        self._analysis = analysis
        self._filter_text = filter_text
        self._outdated = outdated
        self._histories = {} if histories is None else histories
        self._was_on_top = False

    @cached_property
    def reading(self) -> Reading:
        """What the reader is doing with the article."""
        from tui.session.correcting.correction_history import history_of
        from tui.session.reading.reading import Reading

        corrections = history_of(self.article, self.library, self._histories)
        reading = Reading(self.article, self._analysis, corrections)
        if self._filter_text:
            reading.set_filter(self._filter_text)
        return reading

    @cached_property
    def panes(self) -> ReaderPanes:
        """Draws the reading."""
        from tui.screens.reader.reader_panes import ReaderPanes

        return ReaderPanes(self, self.reading, lambda: self.analysis_display.stage)

    @cached_property
    def navigator(self) -> ReaderNavigator:
        """Moves, chooses and filters."""
        from tui.screens.reader.reader_navigator import ReaderNavigator

        return ReaderNavigator(self, self.panes)

    @cached_property
    def chord(self) -> ArticleChord:
        """Waits for the second key of ]a and [a."""
        from tui.screens.reader.article_chord import ArticleChord

        return ArticleChord(self, self.settings.keymap)

    @cached_property
    def selection_mode(self) -> SelectionMode:
        """Selects by keys as in vim."""
        from tui.screens.reader.selection_mode import SelectionMode

        return SelectionMode(self, lambda: self.navigator.begin_selection())

    @cached_property
    def copier(self) -> QuoteCopier:
        """Copies quotes."""
        from tui.screens.reader.quote_copier import QuoteCopier

        return QuoteCopier(self, self.reading, self.settings.citation, self.comparer)

    @cached_property
    def finder(self) -> ArticleFinder:
        """Searches the article."""
        from tui.screens.reader.article_finder import ArticleFinder

        return ArticleFinder(self, self.panes)

    @cached_property
    def clipper(self) -> Clipper:
        """Clips quotes."""
        from tui.screens.reader.clipper import Clipper

        return Clipper(self, self.panes, self.library)

    @cached_property
    def comparer(self) -> QuoteComparer:
        """Looks for the same words in other articles."""
        from tui.screens.reader.quote_comparer import QuoteComparer

        return QuoteComparer(self, self.panes, self.library, self.settings)

    @cached_property
    def corrector(self) -> Corrector:
        """Corrects the article."""
        from tui.screens.corrections.correction_view import corrector_for

        return corrector_for(self, self.panes, self.library, self.settings.keymap)

    def adopt(self, analysis: Analysis) -> None:
        """Show a newer analysis of the article."""
        self.analysis_display.adopt(analysis)
        self._announce_unplaced()
        if self.fully_mounted:
            self.comparer.count()

    def _announce_unplaced(self) -> None:
        """Say which corrections do not fit the article, if any were made at all."""
        if self.reading.corrections is not None and not self.reading.corrections.is_empty:
            self.corrector.announce_unplaced()

    # The life of the screen

    def on_mount(self) -> None:
        """Say that an analysis is on its way."""
        self.analysis_display.begin(outdated=self._outdated)

    async def mount_rest(self) -> None:
        """Mount the panels, the filter and the hints."""
        await self.panes.mount()
        self.analysis_display.prepare()
        history = self.reading.corrections
        if history is not None and (history.notice or not history.is_empty):
            self.corrector.announce_kept()

    async def after_first_frame(self) -> None:
        """Focus the article, and mount and draw the rest."""
        if not self.query(ArticlePane):
            return  # the screen was closed meanwhile
        self.article_pane.focus()
        await self.mount_deferred()
        self.panes.redraw()
        self.post_message(self.FullyMounted())

    def on_reader_screen_fully_mounted(self) -> None:
        """Say where and when the article was published, and go to the span it was opened at."""
        from tui.session.reading.dates import local_time, site_and_date

        self.query_one(TitleBar).origin = site_and_date(self.article, local_time())
        if self.initial_span is not None:
            self.navigator.go_to(self.initial_span)
        self.call_after_refresh(self.clipper.mark_clipped)
        self.call_after_refresh(self.comparer.count)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Show what other screens have changed."""
        if self._was_on_top:
            self.post_message(self.Resumed())
        self._was_on_top = True
        if not self.fully_mounted:
            return
        self.clipper.mark_clipped()
        if self.reading.corrected_elsewhere:
            self.reading.adopt(self.reading.raw)
            self.analysis_display.prepare_filter()
            self._announce_unplaced()
            self.panes.redraw()

    # What the panes say

    @on(ArticlePane.Scrolled)
    def _article_scrolled(self) -> None:
        if self.fully_mounted:
            self.panes.follow_scrolling()
        if self.analysis_display.stage == "waiting":
            self.post_message(self.Moved(self.article_pane.visible_span))

    @on(ArticlePane.Clicked)
    def _article_clicked(self, event: ArticlePane.Clicked) -> None:
        self.navigator.toggle_quote_at(event.offset)

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        """Choose a speaker, a quote or an entity."""
        self.navigator.choose_row(event.rows, event.key)

    def on_filter_bar_changed(self, event: FilterBar.Changed) -> None:
        """Filter by what stands in the line now."""
        self.navigator.filter(event.text)

    def on_filter_bar_completion_requested(self) -> None:
        """Complete what was typed, now that suggestions for all of it have been offered."""
        self.panes.filter_bar.accept_suggestion()

    def on_filter_bar_closed(self) -> None:
        """Go on reading."""
        self.article_pane.focus()
        self.panes.reveal_first_quote()

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        """Mark entities while their panel has the focus; suggest while the filter has it."""
        if self.fully_mounted:
            self.panes.mark_entities(self.focused is self.panes.side.entities)
            if self.focused is self.panes.filter_bar.line:
                self.navigator.suggest()

    def on_key(self, event: events.Key) -> None:
        """Take the second key of a chord, and what moves an end of the selection."""
        self.chord.handle_key(event)
        self.selection_mode.handle_key(event)

    def key_escape(self) -> None:
        """Leave Esc to its binding, in place of Textual's method, which always clears the selection as well."""

    def on_paste(self, event: events.Paste) -> None:
        """Open a pasted address or path, or read a pasted text once the reader agrees."""
        event.stop()
        from tui.screens.opening.paste_screen import take_paste

        take_paste(self, event.text)

    # Actions: moving and choosing

    def action_move(self, step: int) -> None:
        """Move by a line or a row."""
        self.navigator.move(step)

    def action_page(self, step: float) -> None:
        """Move by a page, or by a part of one."""
        self.navigator.move_by_page(step)

    def action_end(self, step: int) -> None:
        """Move to an end."""
        self.navigator.move_to_end(step)

    def action_paragraph(self, step: int) -> None:
        """Move by a paragraph."""
        self.navigator.move_by_paragraph(step)

    def action_tenth(self, tenth: int) -> None:
        """Go to a tenth of the article."""
        self.article_pane.go_to_percent(10 * tenth)

    def action_select(self, unit: str, direction: int) -> None:
        """Select by words or sentences."""
        self.navigator.select(unit, direction)

    def action_select_mode(self) -> None:
        """Begin a selection of which both ends can be moved."""
        self.selection_mode.toggle()

    def action_next_quote(self) -> None:
        """Choose the next quote."""
        self.navigator.step_quote(1)

    def action_previous_quote(self) -> None:
        """Choose the quote before."""
        self.navigator.step_quote(-1)

    def action_choose(self) -> None:
        """Choose what the cursor is on."""
        self.navigator.choose()

    def action_only(self) -> None:
        """Show only this speaker, or all again."""
        self.navigator.toggle_speaker()

    def action_back(self) -> None:
        """Deselect one thing; if nothing is selected, return to the list."""
        if not self.navigator.go_back():
            from tui.screens.messages import ShowList

            self.post_message(ShowList(silent=True))

    def action_pane(self, step: int) -> None:
        """Move the focus to the next pane."""
        self.panes.show_alone(False)
        self.navigator.focus_pane(step)

    def action_alone(self) -> None:
        """Show the article alone, or with its panels again."""
        self.panes.toggle_alone()

    def action_filter(self) -> None:
        """Focus the filter line."""
        self.panes.show_alone(False)
        self.panes.filter_bar.line.focus()

    def action_find(self) -> None:
        """Search the article."""
        self.finder.ask()

    def action_article(self, step: int) -> None:
        """Begin ]a or [a."""
        self.chord.press(step)

    # Actions: dialogs

    def action_show_help(self) -> None:
        """Show the keys and the filter's words."""
        from tui.screens.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self.settings.keymap))

    def action_why(self) -> None:
        """Show why the quote has this speaker."""
        self.navigator.explain_speaker()

    def action_elsewhere(self) -> None:
        """Show where else the words of the quote stand."""
        self.comparer.show()

    def action_links(self) -> None:
        """Show the article's links."""
        from tui.screens.opening.links_screen import show_links

        show_links(self)

    # Actions: copying, clipping, correcting

    def action_copy_words(self) -> None:
        """Copy the words of the quote."""
        self.copier.copy_words()
        self.selection_mode.end()

    def action_copy_cited(self) -> None:
        """Copy the quote with its speaker and a citation."""
        self.copier.copy_cited()
        self.selection_mode.end()

    def action_copy_all(self) -> None:
        """Copy all matching quotes."""
        self.copier.copy_all()

    def action_export(self) -> None:
        """Export the matching quotes."""
        self.copier.export()

    def action_clip(self) -> None:
        """Clip the quote, or remove its clipping."""
        self.clipper.toggle()
        self.selection_mode.end()

    def action_person(self) -> None:
        """Show the page of the speaker."""
        self.clipper.show_speaker()

    def action_correct(self, name: str = "") -> None:
        """Make the correction of this name; without one, show which there are."""
        self.app.clear_notifications()  # they would cover the line that shows them
        if name:
            self.corrector.correct(name)
        else:
            self.corrector.show_menu()

    def action_undo_correction(self) -> None:
        """Undo the last correction."""
        self.corrector.undo()

    def action_redo_correction(self) -> None:
        """Redo the correction that was undone last."""
        self.corrector.redo()
