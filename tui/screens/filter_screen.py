"""A screen with a list whose line takes the filter language and completes it, as the reader's does."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from textual import events, on
from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Input

from tui.resources import folder
from tui.screens.browse_screen import BrowseScreen
from tui.session.filtering.filter_completion import Completion
from tui.widgets.filter_bar import Suggestions
from tui.widgets.find_line import FindLine


class FilterLine(FindLine):
    """A line whose Tab completes."""

    BINDINGS = [Binding("tab", "request('complete')", "complete", id="line.complete", priority=True)]


class FilterScreen(BrowseScreen):
    """A list with suggestions above its line: Tab accepts the marked one, the arrows mark another.

    Without suggestions these keys lead to the list and move in it, as on every such screen.
    """

    LINE = FilterLine
    CSS_PATH = [*BrowseScreen.CSS_PATH, folder("styles") / "filter.tcss"]

    @abstractmethod
    def complete(self, text: str, cursor: int) -> Sequence[Completion]:
        """Return what could be typed at `cursor` in `text`."""

    def foot(self) -> list[Widget]:
        """Return the suggestions, the filter line and the hints."""
        suggestions = Suggestions()
        suggestions.display = False
        return [suggestions, *super().foot()]

    @property
    def _suggestions(self) -> Suggestions:
        return self.query_one(Suggestions)

    def _suggest(self) -> None:
        line = self.line
        self._suggestions.offer(self.complete(line.value, line.cursor_position) if line.has_focus else ())

    @on(Input.Changed)
    def _typed_on(self) -> None:
        self._suggest()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Suggest while somebody types, and only then."""
        self._suggest()

    @on(FindLine.ActionRequested)
    def _asked_of_suggestions(self, event: FindLine.ActionRequested) -> None:
        chosen = self._suggestions.chosen
        if chosen is None or event.action not in ("complete", "next", "previous"):
            return
        event.stop()
        event.prevent_default()
        if event.action == "complete":
            self.line.value, self.line.cursor_position = chosen.text, chosen.cursor
        else:
            self._suggestions.move(1 if event.action == "next" else -1)
