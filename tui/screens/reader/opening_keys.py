"""Opening from the reader: other sources, links, the next article.

Imported on the way to the first frame: what an action needs is imported when it is done.
"""

from __future__ import annotations

from textual import events

from tui.screens.reader.linked_panes import LinkedPanes
from tui.widgets.title_bar import TitleBar


class OpeningKeys(LinkedPanes):
    """Opening from the reader: other sources, links, the next article."""

    _chord = 0
    """Which way to go once `a` follows the bracket; 0 while no chord is begun."""

    renewing = False
    """Whether what is shown of the analysis is of an older quoth, and another is on its way."""
    _shown = False

    def on_mount(self) -> None:
        """Say what is shown only until it is renewed."""
        if self.renewing:
            self.query_one(TitleBar).progress = "renewing who said what"

    def on_first_page_furnished(self) -> None:
        """Say where and when it was published."""
        from tui.session.reading.dates import here_and_now, origin

        self.query_one(TitleBar).origin = origin(self.article, here_and_now())

    def renewal_failed(self) -> None:
        """What is shown stays."""
        self.query_one(TitleBar).progress = "of an older quoth"

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Say that the article is shown again."""
        if self._shown:
            self.post_message(self.Resumed())
        self._shown = True

    def action_open(self) -> None:
        """Ask for a path or an address."""
        from tui.screens.messages import AskSource

        self.post_message(AskSource())

    def action_links(self) -> None:
        """List the article's links."""
        from tui.session.opening.article_links import links_of

        links = links_of(self.article)
        if not links:
            self.notify("This article has no links.", markup=False, timeout=3)
            return
        from tui.screens.opening.links_screen import LinksScreen

        top = self.article_pane.visible_span.start
        at = next((i for i, link in enumerate(links) if link.span.start >= top), 0)
        self.app.push_screen(LinksScreen(links, at), self._follow)

    def _follow(self, address: str | None) -> None:
        from tui.screens.messages import OpenSource

        if address:
            self.post_message(OpenSource(address, typed=False, came_from=self.article.url))

    def action_article(self, step: int) -> None:
        """Begin ]a or [a; where a keymap has bound another key to it, that key is enough."""
        name = "article.next" if step > 0 else "article.previous"
        if name in self.settings.keymap:
            self._go(step)
        else:
            self._begin_chord(step)

    def _begin_chord(self, step: int) -> None:
        self._chord = step
        what = "the next article" if step > 0 else "the article before"
        self._hint("]" if step > 0 else "[", ("a", what), ("Esc", "lets it be"))

    def _end_chord(self) -> int:
        step, self._chord = self._chord, 0
        self._hint()
        return step

    def _hint(self, *pending: str | tuple[str, str]) -> None:
        if self.furnished:
            from tui.widgets.key_hints import KeyHints

            self.query_one(KeyHints).pending = pending

    def on_key(self, event: events.Key) -> None:
        """The second key of a chord; any other than `a` only ends it."""
        if self._chord:
            event.stop()
            event.prevent_default()
            step = self._end_chord()
            if event.key == "a":
                self._go(step)

    def _go(self, step: int) -> None:
        from tui.screens.messages import StepInList

        self.post_message(StepInList(step))

    def action_list(self) -> None:
        """Back to the list the article is from."""
        self.back_to_list()

    def back_to_list(self, *, silent: bool = False) -> None:
        """Back to the list; where there is none that is said, unless `silent`."""
        from tui.screens.messages import ShowList

        self.post_message(ShowList(silent))

    def action_history(self, step: int) -> None:
        """To the article read before, or after."""
        from tui.screens.messages import StepInHistory

        self.post_message(StepInHistory(step))

    def on_paste(self, event: events.Paste) -> None:
        """Open an address or a path that is pasted; a text is read once that is agreed to."""
        event.stop()
        from tui.screens.opening.paste_screen import take_paste

        take_paste(self, event.text)
