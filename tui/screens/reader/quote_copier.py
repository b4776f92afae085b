"""Copying quotes from a reader screen, and exporting them."""

from __future__ import annotations

from tui.screens.messages import CopyText
from tui.screens.reader.article_screen import ArticleScreen
from tui.screens.reader.quote_comparer import QuoteComparer
from tui.screens.reader.reader_navigator import no_quotes_left
from tui.session.copying import copied_text
from tui.session.reading.plurals import pluralise
from tui.session.reading.reading import Reading
from tui.session.settings import Style


class QuoteCopier:
    """Copies the selection or quotes, and says if there are none."""

    def __init__(
        self, screen: ArticleScreen, reading: Reading, citation: Style, comparer: QuoteComparer
    ) -> None:
        self._screen = screen
        self._comparer = comparer
        self._reading = reading
        self._citation = citation

    def copy_words(self) -> None:
        """Copy the selection, or the words of the quote that the reader is at."""
        selected = self._screen.get_selected_text()
        visible = self._screen.article_pane.visible_span
        if selected:
            self._copy(selected)
        else:
            remark = copied_text.note_on_words(self._reading, visible)
            self._copy(copied_text.words(self._reading, visible), remark)

    def copy_cited(self) -> None:
        """Copy the selection, or the quote that the reader is at, with its speaker and a citation."""
        pane = self._screen.article_pane
        if (selected := pane.selected_span) and (text := pane.selected_text):
            self._copy(
                copied_text.selection_with_citation(self._reading, selected, text, self._citation),
                what=self._reference,
            )
            return
        visible = pane.visible_span
        here = self._reading.current(visible)
        cited = copied_text.words_with_citation(self._reading, visible, self._citation)
        if here is None or cited is None:
            self._copy(None)
        else:
            self._comparer.cite(here, cited, lambda text: self._copy(text, what=self._reference))

    def copy_all(self) -> None:
        """Copy all matching quotes, each with its speaker and a citation."""
        cite = copied_text.all_with_citations(self._reading, self._citation)
        if cite is None:
            self._copy(None)
        else:  # of thousands of quotes this takes a while
            count = pluralise(len(self._reading.quotes), "quote")
            self._screen.run_worker(lambda: self._copy(cite(), what=count), thread=True, group="copy")

    def export(self) -> None:
        """Ask where to write the matching quotes."""
        from tui.screens.reader.export_screen import ExportScreen

        if self._reading.quotes:
            self._screen.app.push_screen(ExportScreen.of_reading(self._reading))
        else:
            self._screen.notify(
                "No quote matches, so there is nothing to export; Esc clears the filter.", markup=False
            )

    @property
    def _reference(self) -> str:
        """What a copy is called that does not begin with words of the article; "" for one that does."""
        return {"bibtex": "the quote as BibTeX", "csl-json": "the quote as CSL-JSON"}.get(self._citation, "")

    def _copy(self, text: str | None, remark: str = "", what: str = "") -> None:
        if text:
            self._screen.post_message(CopyText(text, remark, what))
        else:
            sentence = "There is no quote in sight to copy; n goes to the next one."
            self._screen.notify(no_quotes_left(self._reading) or sentence, markup=False)
