"""The filter bar: a query that narrows the panels, the number of matching quotes, and suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult, RenderResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.session.filtering.filter_completion import Completion
from tui.widgets.panels.panel_text import fit
from tui.widgets.part_style import part_style

COUNT_WIDTH = 20
"""The width of the column for counts, in cells, as in styles/filter.tcss."""


class FilterInput(Input):
    """The input of the filter bar; all keys except its own bindings are text."""

    BINDINGS = [
        Binding("tab", "complete", "complete", id="filter.complete", priority=True),
        Binding("down", "suggest(1)", "next suggestion", id="filter.suggestion.next", show=False),
        Binding("up", "suggest(-1)", "previous suggestion", id="filter.suggestion.previous", show=False),
        Binding("enter", "done", "read on", id="filter.done"),
        Binding("escape", "leave", "clear, then leave", id="filter.clear"),
    ]

    @dataclass
    class ActionRequested(Message):
        """Posted when a key is pressed; `action` is "complete", "next", "previous", "done" or "leave"."""

        action: str

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """Overridden because Textual lays out the whole screen when it changes, which is at every letter."""

    def watch_value(self, value: str) -> None:
        """Post `Changed` to the screen itself, so that the letter is drawn together with its effect."""
        self.screen.post_message(FilterBar.Changed(value))

    def action_complete(self) -> None:
        """Request completion once everything typed before has been handled.

        The app runs a priority binding at once, while letters typed just before it may still be waiting here.
        """
        self.call_later(self.post_message, self.ActionRequested("complete"))

    def action_suggest(self, step: int) -> None:
        """Request the next or previous suggestion."""
        self.post_message(self.ActionRequested("next" if step > 0 else "previous"))

    def action_done(self) -> None:
        """Request to keep the filter and go back to reading."""
        self.post_message(self.ActionRequested("done"))

    def action_leave(self) -> None:
        """Request to clear the filter or, when it is empty, to go back to reading."""
        self.post_message(self.ActionRequested("leave"))


class Suggestions(Widget):
    """One line of suggestions, one of which is marked, or a sentence if there are none."""

    COMPONENT_CLASSES = {"suggestion--marked", "suggestion--other", "suggestion--count"}

    marked: reactive[int] = reactive(0)

    def __init__(self) -> None:
        super().__init__()
        self._items: Sequence[Completion] = ()
        self._note = ""
        self._keeps_line = False

    def offer(self, items: Sequence[Completion]) -> None:
        """Show suggestions. The line stays while the reader types, lest the article jump at every letter."""
        self._items = items
        self._keeps_line |= bool(items)
        self.marked = 0
        self._update_display()

    def show_note(self, note: str) -> None:
        """Show a sentence, on as many lines as it takes, while there is nothing to suggest."""
        self._note = note
        self._update_display()

    def leave(self) -> None:
        """Hide the line when typing has ended."""
        self._items, self._note, self._keeps_line = (), "", False
        self._update_display()

    def _update_display(self) -> None:
        self.set_class(bool(self._note and not self._items), "-note")
        self.display = bool(self._items or self._note or self._keeps_line)
        self.refresh(layout=self.has_class("-note"))

    @property
    def chosen(self) -> Completion | None:
        """The marked suggestion."""
        return self._items[self.marked] if self._items else None

    def move(self, step: int) -> None:
        """Move the mark by `step` suggestions."""
        if self._items:
            self.marked = (self.marked + step) % len(self._items)

    def render(self) -> RenderResult:
        """Draw the marked suggestion and those that fit beside it, or else the note."""
        if not self._items:
            return Content(self._note)
        content = Content("  ")
        count_style = self.get_visual_style("suggestion--count", partial=True)
        # The line begins near enough to the marked suggestion to keep that in sight.
        first = 0 if self.marked < 4 else self.marked - 3
        most = max(28, self.size.width // max(1, len(self._items)) - 8)
        for place, item in enumerate(self._items[first:], first):
            name = "suggestion--marked" if place == self.marked else "suggestion--other"
            label = Content.styled(f" {fit(item.label, most)} ", part_style(self, name))
            count = Content.styled(f"{item.count} " if item.count is not None else "", count_style)
            if content.cell_length + label.cell_length + count.cell_length > self.size.width:
                break
            content = content + label + count
        return content


class FilterBar(Widget):
    """A prompt, the input, and at the right the number of matching quotes, or why the query cannot be parsed."""

    @dataclass
    class Changed(Message):
        """Posted when the query changes."""

        text: str

    @dataclass
    class CompletionRequested(Message):
        """Posted to have `accept_suggestion` called once every earlier `Changed` has been handled."""

    @dataclass
    class Closed(Message):
        """Posted when the reader has finished typing."""

    _status = "", False

    def compose(self) -> ComposeResult:
        """Yield the suggestions above and the line below."""
        yield Suggestions()
        with Horizontal():
            yield Static("/", id="filter-prompt", markup=False)
            yield FilterInput(
                id="filter-input",
                placeholder="words, speaker: entity: kind: certainty:",
                compact=True,
                select_on_focus=False,
            )
            yield Static("", id="filter-count", markup=False)

    def on_mount(self) -> None:
        """Hide the suggestions."""
        self.query_one(Suggestions).display = False

    @property
    def line(self) -> FilterInput:
        """The input."""
        return self.query_one(FilterInput)

    def show_status(self, text: str, *, problem: bool = False) -> None:
        """Show a count, or why the query cannot be parsed."""
        if (text, problem) == self._status:
            return
        was_problem = self._status[1]
        self._status = text, problem
        label = self.query_one("#filter-count", Static)
        label.set_class(problem, "-problem")
        label.display = bool(text)  # without a count the input takes the whole width
        # The screen's width, as the bar's own is not known before it is laid out. A count has a fixed column,
        # so that typing causes no layout; a problem takes the width it needs.
        room = max(12, self.screen.size.width - 26) if problem else COUNT_WIDTH
        label.update(Content(fit(text, room)), layout=problem or was_problem)
        cut = problem and self.line.has_focus and cell_len(text) > room
        self.query_one(Suggestions).show_note(text if cut else "")

    def on_resize(self) -> None:
        """Fit the status to the new width."""
        self._refit_status()

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        """Show a problem in full while the reader types."""
        self._refit_status()

    def _refit_status(self) -> None:
        (text, problem), self._status = self._status, ("", False)
        self.show_status(text, problem=problem)

    def offer(self, items: Sequence[Completion]) -> None:
        """Show suggestions while the input has the focus."""
        self.query_one(Suggestions).offer(items if self.line.has_focus else ())

    def set_text(self, text: str) -> None:
        """Set the query, with the cursor at its end."""
        self.line.value = text
        self.line.cursor_position = len(text)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        """Stop the event: the screen has already been sent `Changed`."""
        event.stop()

    def accept_suggestion(self) -> None:
        """Put the marked suggestion into the input."""
        if (item := self.query_one(Suggestions).chosen) is not None:
            self.line.value = item.text
            self.line.cursor_position = item.cursor

    @on(FilterInput.ActionRequested)
    def _asked(self, event: FilterInput.ActionRequested) -> None:
        event.stop()
        suggestions = self.query_one(Suggestions)
        match event.action:
            case "complete":
                self.post_message(self.CompletionRequested())
            case "next":
                suggestions.move(1)
            case "previous":
                suggestions.move(-1)
            case "done":
                self.post_message(self.Closed())
            case _:
                if self.line.value:
                    self.set_text("")
                else:
                    self.post_message(self.Closed())

    def on_descendant_blur(self, _: events.DescendantBlur) -> None:
        """Hide the suggestions when the input loses the focus."""
        self.query_one(Suggestions).leave()
