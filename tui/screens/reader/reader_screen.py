"""The reader's screen: what its keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from tui.screens.bindings import READER
from tui.screens.reader.clipping_keys import ClippingKeys
from tui.screens.reader.finding_keys import FindingKeys
from tui.screens.reader.opening_keys import OpeningKeys

if TYPE_CHECKING:
    from tui.session.reading.reading import Reading
    from tui.widgets.panels.row_list import RowList


class ReaderScreen(OpeningKeys, FindingKeys, ClippingKeys):
    """One article being read, by keyboard."""

    BINDINGS = list(READER)

    @property
    def focused_list(self) -> RowList | None:
        """The list that has the focus."""
        if not self.furnished:
            return None
        return next((rows for rows in self.side.lists if rows is self.focused), None)

    def action_move(self, step: int) -> None:
        """A line in the article, a row in a list."""
        if (rows := self.focused_list) is not None:
            rows.move(step)
        elif step > 0:
            self.article_pane.action_scroll_line_down()
        else:
            self.article_pane.action_scroll_line_up()

    def action_page(self, step: int) -> None:
        """A page in the article, about a page of rows in a list."""
        if (rows := self.focused_list) is not None:
            rows.move(step * rows.page)
        elif step > 0:
            self.article_pane.action_page_down()
        else:
            self.article_pane.action_page_up()

    def action_end(self, step: int) -> None:
        """To the first or last line, or row."""
        if (rows := self.focused_list) is not None:
            rows.move_to_end(step > 0)
        elif step > 0:
            self.article_pane.action_bottom()
        else:
            self.article_pane.action_top()

    def action_paragraph(self, step: int) -> None:
        """To the next or previous paragraph."""
        if step > 0:
            self.article_pane.action_next_paragraph()
        else:
            self.article_pane.action_previous_paragraph()

    def action_next_quote(self) -> None:
        """To the next quote among those left."""
        self._step(1)

    def action_previous_quote(self) -> None:
        """To the previous quote among those left."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        if self.reading.step(direction, self.article_pane.visible_span) is None:
            self.notify(_no_further(self.reading, direction), markup=False, timeout=2)
            return
        self.reveal_chosen()
        self.redraw()

    def action_choose(self) -> None:
        """Choose the current row of a list; in the article, the quote the reader is at."""
        if (rows := self.focused_list) is not None:
            rows.choose_here()
            return
        here = self.here
        if here is not None:
            self.reading.choose_quote(here)
            self.reveal_chosen()
            self.redraw()

    def action_only(self) -> None:
        """Only the speaker of the quote the reader is at; again: everybody."""
        had = self.reading.speaker
        speaker = self.reading.only(self.article_pane.visible_span)
        if speaker is None and had is None:
            self.notify("No quote with a known speaker is in sight; n goes to the next quote.", markup=False)
            return
        self.redraw()

    def action_back(self) -> None:
        """Let go of what is chosen, one thing a press, then of the filter; then back to the list."""
        if self.get_selected_text() is not None:
            self.article_pane.clear_selection()
            return
        let_go = self.reading.back()
        if let_go == "filter":
            self.filter_bar.put("")
        elif let_go is None:
            self.back_to_list(silent=True)
        self.redraw()

    def key_escape(self) -> None:
        """Leave Escape to its binding, in place of Textual's method that always clears the selection as well."""

    def action_filter(self) -> None:
        """Type a filter."""
        self.set_class(False, "-alone")
        if self.furnished:
            self.filter_bar.line.focus()
        else:
            self.call_after_refresh(self.action_filter)

    def action_alone(self) -> None:
        """The article alone, or with its panels again."""
        self.toggle_class("-alone")
        if self.has_class("-alone"):
            self.article_pane.focus()

    def action_pane(self, step: int) -> None:
        """Move the focus to the next pane."""
        if not self.furnished:
            self.call_after_refresh(self.action_pane, step)
            return
        self.set_class(False, "-alone")
        order = (self.article_pane, *self.side.lists)
        at = next((place for place, pane in enumerate(order) if pane is self.focused), 0)
        target = (at + step) % len(order)
        if target:
            self.side.enter(self.side.lists[target - 1])
        else:
            self.article_pane.focus()

    def action_show_help(self) -> None:
        """The keys and the filter's words."""
        from tui.screens.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self.settings.keymap))

    def action_why(self) -> None:
        """Why this speaker: the evidence, step by step."""
        here = self.here
        if here is None:
            sentence = "No quote is in sight; n goes to the next one."
            self.notify(_none_left(self.reading) or sentence, markup=False)
            return
        from tui.screens.reader.why_screen import WhyScreen

        self.reading.choose_quote(here)
        self.reveal_chosen()
        self.redraw()
        self.app.push_screen(WhyScreen(self.reading, here))

    def action_select(self, unit: str, direction: int) -> None:
        """Select in the article by keyboard, from the chosen quote on or the top of the screen."""
        pane, quote = self.article_pane, self.reading.chosen_quote
        if quote is not None and self.get_selected_text() is None:
            pane.start_selection(quote.start)
            if not any(map(str.isalnum, pane.selected_text)):  # an opening mark alone is no word
                pane.extend_selection(unit, 1)
        else:
            pane.extend_selection(unit, direction)

    # Correcting

    def action_correct(self, name: str = "") -> None:
        """Make the correction of this name; without one, show which there are."""
        self.app.clear_notifications()  # they would cover what stands at the foot of the screen
        if not self.furnished:
            self.call_after_refresh(self.action_correct, name)
        elif name:
            self.corrector.correct(name)
        else:
            self.corrector.show_menu()

    def action_undo_correction(self) -> None:
        """Undo the last correction."""
        self.corrector.undo()

    def action_redo_correction(self) -> None:
        """Redo the correction that was undone last."""
        self.corrector.redo()

    def on_screen_resume(self, _: events.ScreenResume) -> None:
        """Show what was corrected in another reader of the same article, which lay over this one."""
        if self.furnished and self.reading.corrected_elsewhere:
            self.reading.adopt(self.reading.raw)
            self._prepare_filter()
            self.announce_unplaced()
            self.redraw()

    # Copying

    def action_copy_words(self) -> None:
        """Copy what is selected, else the words of the quote the reader is at."""
        from tui.session.copying import copied_text

        selected = self.get_selected_text()
        self._copy(selected or copied_text.words(self.reading, self.article_pane.visible_span))

    def action_copy_cited(self) -> None:
        """Copy the quote with its speaker and where it is from."""
        from tui.session.copying import copied_text

        self._copy(copied_text.cited(self.reading, self.article_pane.visible_span, self.settings.citation))

    def action_copy_all(self) -> None:
        """Copy every quote that is left."""
        from tui.session.copying import copied_text

        self._copy(copied_text.all_cited(self.reading, self.settings.citation))

    def _copy(self, text: str | None) -> None:
        if text:
            self.app.copy_to_clipboard(text)
        else:
            sentence = "There is no quote in sight to copy; n goes to the next one."
            self.notify(_none_left(self.reading) or sentence, markup=False)

    def action_export(self) -> None:
        """Write the quotes that are left to a file."""
        from tui.screens.reader.export_screen import ExportScreen

        if self.reading.quotes:
            self.app.push_screen(ExportScreen.of_reading(self.reading))
        else:
            self.notify("There is no quote left to export; Esc widens again.", markup=False)


def _none_left(reading: Reading) -> str | None:
    if not reading.analysis.attributions:
        return "No quotes have been found so far."
    return None if reading.quotes else "No quote is left; Esc widens again."


def _no_further(reading: Reading, direction: int) -> str:
    return _none_left(reading) or (
        "This is the last quote that is left." if direction > 0 else "This is the first quote that is left."
    )
