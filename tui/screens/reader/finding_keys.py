"""Finding words in the article that is read.

Imported on the way to the first frame: what an action needs is imported when it is done.
"""

from __future__ import annotations

from tui.screens.reader.linked_panes import LinkedPanes


class FindingKeys(LinkedPanes):
    """Finding from the reader: what its keys do."""

    _words = ""
    """What was sought last."""
    _origin = 0
    """Where one was when the search began: what is typed is looked for from there on."""

    def action_find(self) -> None:
        """Type words that stand anywhere in the article."""
        if not self.furnished:
            self.call_after_refresh(self.action_find)
            return
        from tui.screens.reader.find_screen import FindScreen

        self.app.clear_notifications()  # they would cover the line
        self._origin = self.article_pane.position
        self.app.push_screen(FindScreen(self._words, self._seek, self._step_to), self._found)

    def _seek(self, words: str) -> str:
        from tui.session.reading.text_search import TextSearch

        seeking = TextSearch(self.article.text, words)
        seeking.begin(self._origin)
        self.seek(seeking)
        return seeking.counted

    def _step_to(self, direction: int) -> str:
        if (seeking := self.seeking) is None:
            return ""
        seeking.step(direction)
        self.seek(seeking)
        return seeking.counted

    def _found(self, words: str | None) -> None:
        """Go on reading there."""
        self._words = words or ""
        self.seek(None)

    def action_tenth(self, tenth: int) -> None:
        """To so many tenths of the article."""
        self.article_pane.go_to(len(self.article.text) * tenth // 10)
