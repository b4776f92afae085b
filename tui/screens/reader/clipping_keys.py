"""Clipping from the reader, and the way to the clippings, the library and a speaker's page.

Imported on the way to the first frame: what an action needs is imported when it is done.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import events

from tui.screens.reader.linked_panes import LinkedPanes

if TYPE_CHECKING:
    from tui.article.spans import Span
    from tui.session.keeping.clipping import ClippingToggled


class ClippingKeys(LinkedPanes):
    """Clipping from the reader, and the way to the clippings, the library and a speaker's page."""

    at_first: Span | None = None
    """What to bring into sight once everything is on the screen; the quote there is chosen."""

    def on_first_page_furnished(self) -> None:
        """Come to what the article was opened at."""
        if self.at_first is not None:
            at, self.at_first = self.at_first, None
            quote = self.reading.links.quote_at(at.start)
            if quote is not None and self.reading.is_left(quote):
                self.reading.choose_quote(quote)
            self.article_pane.reveal(at)
            self.redraw()
        self.call_after_refresh(self.mark_clipped)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Clippings may have come and gone on other screens."""
        if self.furnished:
            self.mark_clipped()

    def mark_clipped(self) -> None:
        """Mark the quotes that are clipped, once they have been looked up beside the loop."""
        library = self.library
        if library is None:
            return

        def look_up() -> None:
            from tui.library.clippings import Clippings

            found = frozenset(each.content for each in Clippings(library).of(self.article.text))
            self.app.call_from_thread(self._mark, found)

        self.run_worker(look_up, thread=True, group="clipped", exclusive=True, exit_on_error=False)

    def _mark(self, found: frozenset[tuple[Span, ...]]) -> None:
        if found != self.reading.clipped:
            self.reading.clipped = found
            if self.is_attached:
                self.redraw()

    def action_library(self) -> None:
        """All that was read."""
        from tui.screens.messages import ShowLibrary

        self.post_message(ShowLibrary())

    def action_clippings(self) -> None:
        """The clippings of all articles."""
        from tui.screens.messages import ShowClippings

        self.post_message(ShowClippings())

    def action_person(self) -> None:
        """All that the speaker of the quote here, or the chosen speaker, said in what was read."""
        from tui.screens.messages import ShowPeople, ShowPerson

        here = self.here
        quoted = self.reading.analysis.attributions[here].speaker if here is not None else None
        speaker = self.reading.speaker or quoted
        if speaker is None or self.library is None:
            self.post_message(ShowPeople())
            return
        from tui.library.people import People

        article = self.library.id_of(self.article.text)
        person = None if article is None else People(self.library).person_of(article, speaker)
        if person is None:
            sentence = "This speaker is not in the library yet: the article is still being read."
            self.notify(self.library.notice or sentence, markup=False)  # a library that fails keeps nothing
        else:
            self.post_message(ShowPerson(person.id))

    def action_clip(self) -> None:
        """Clip the quote the reader is at; where it is clipped already, let the clipping go."""
        here = self.here
        if here is None:
            self.notify("There is no quote in sight to clip; n goes to the next one.", markup=False)
            return
        if self.library is None:
            self.notify("Nothing is kept while you read privately: no clippings either.", markup=False)
            return
        from tui.library.write_queue import queued_runner
        from tui.session.keeping.clipping import clip, toggle_clipping

        library, quote = self.library, self.reading.analysis.attributions[here]
        work = partial(toggle_clipping, library, clip(self.article, self.reading.analysis, quote))
        queued_runner(library.enqueue, self.app.call_later)(work, self._clipped)

    def _clipped(self, done: ClippingToggled) -> None:
        """Say what came of it. Another screen may be in front by now."""
        if done.failed:
            self.app.notify(done.failed, severity="warning", markup=False)
        elif done.is_clipped:
            self.app.notify("Clipped; M shows all clippings.", markup=False)
            if self.library is not None:
                self.library.enqueue(partial(self.library.mark_read, self.article))
        else:
            self.app.notify("The clipping is let go; m clips it again.", markup=False)
        self._mark(done.all)
