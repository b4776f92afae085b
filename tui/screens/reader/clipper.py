"""Clipping quotes from a reader screen, and the way to a speaker's page in the library."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.screens.reader.article_screen import ArticleScreen
from tui.screens.reader.reader_panes import ReaderPanes

if TYPE_CHECKING:
    from tui.article.spans import Span
    from tui.library.library import Library
    from tui.session.keeping.clipping import ClippingToggled


class Clipper:
    """Clips quotes, and marks those that are clipped."""

    def __init__(self, screen: ArticleScreen, panes: ReaderPanes, library: Library | None) -> None:
        self._screen = screen
        self._panes = panes
        self._reading = panes.reading
        self._library = library

    def mark_clipped(self) -> None:
        """Mark the quotes that are clipped, once they have been looked up in a thread."""
        library = self._library
        if library is None:
            return

        def look_up() -> None:
            from tui.library.clippings import Clippings

            found = frozenset(each.content for each in Clippings(library).of(self._screen.article.text))
            self._screen.app.call_from_thread(self._mark, found)

        self._screen.run_worker(look_up, thread=True, group="clipped", exclusive=True, exit_on_error=False)

    def _mark(self, found: frozenset[tuple[Span, ...]]) -> None:
        if found != self._reading.clipped:
            self._reading.clipped = found
            if self._screen.is_attached:
                self._panes.redraw()

    def toggle(self) -> None:
        """Clip the selection, or the quote that the reader is at, or remove its clipping."""
        here = self._panes.here
        pane = self._screen.article_pane
        selected, text = pane.selected_span, pane.selected_text
        if here is None and not (selected and text):
            self._screen.notify("There is no quote in sight to clip; n goes to the next one.", markup=False)
            return
        if self._library is None:
            sentence = "Clippings are not kept while you read privately."
            self._screen.notify(sentence, markup=False)
            return
        from tui.screens.saving_mark import background_runner
        from tui.session.keeping.clipping import clip, toggle_clipping

        analysis = self._reading.analysis
        if selected and text:
            from tui.session.keeping.selected_words import clip_selection

            clipping = clip_selection(self._reading, selected, text)
        else:
            assert here is not None
            clipping = clip(self._screen.article, analysis, analysis.attributions[here])
        work = partial(toggle_clipping, self._library, clipping)
        background_runner(self._screen.app, self._library)(work, self._toggled)

    def _toggled(self, done: ClippingToggled) -> None:
        """Say what was done. Another screen may be on top by now."""
        app = self._screen.app
        if done.failed:
            app.notify(done.failed, severity="warning", markup=False)
        elif done.is_clipped:
            app.notify("Clipped; M shows all clippings.", markup=False)
            if self._library is not None:
                self._library.enqueue(partial(self._library.mark_read, self._screen.article))
        else:
            app.notify("Clipping removed; m clips it again.", markup=False)
        self._mark(done.all)

    def show_speaker(self) -> None:
        """Show the page of the chosen speaker, or of the one quoted here; of all speakers if there is none."""
        from tui.screens.messages import ShowPeople, ShowPerson

        reading, here = self._reading, self._panes.here
        quoted = reading.analysis.attributions[here].speaker if here is not None else None
        speaker = reading.speaker or quoted
        if speaker is None or self._library is None:
            self._screen.post_message(ShowPeople())
            return
        from tui.library.people import People

        article = self._library.id_of(self._screen.article.text)
        person = None if article is None else People(self._library).person_of(article, speaker)
        if person is not None:
            self._screen.post_message(ShowPerson(person.id))
            return
        sentence = "This speaker is not in the library yet: the article is still being read."
        self._screen.notify(self._library.notice or sentence, markup=False)
