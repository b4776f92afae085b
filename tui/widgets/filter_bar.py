"""The filter bar: what the reader types to narrow the panels, how much is left, and what may come next."""

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

COUNT = 20
"""The width of the column for counts, in cells, as styles/filter.tcss has it."""


class FilterInput(Input):
    """The line itself. Keys that narrow or complete are its own; all other keys are text."""

    BINDINGS = [
        Binding("tab", "complete", "complete", id="filter.complete", priority=True),
        Binding("down", "suggest(1)", "next suggestion", id="filter.suggestion.next", show=False),
        Binding("up", "suggest(-1)", "previous suggestion", id="filter.suggestion.previous", show=False),
        Binding("enter", "done", "read on", id="filter.done"),
        Binding("escape", "leave", "clear, then leave", id="filter.clear"),
    ]

    @dataclass
    class Asked(Message):
        """Something was asked for by key: "complete", "next", "previous", "done" or "leave"."""

        what: str

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """Textual lays the whole screen out at every letter for it; the line's place does not hang on it."""

    def watch_value(self, value: str) -> None:
        """Tell the screen itself, lest the letter be drawn alone before what it leaves."""
        self.screen.post_message(FilterBar.Changed(value))

    def action_complete(self) -> None:
        """Take the suggestion that is marked, after whatever was typed before.

        A binding with priority is run by the app at once, while letters typed just before may still wait here.
        """
        self.call_later(self.post_message, self.Asked("complete"))

    def action_suggest(self, step: int) -> None:
        """Mark another suggestion."""
        self.post_message(self.Asked("next" if step > 0 else "previous"))

    def action_done(self) -> None:
        """Keep the filter and go back to reading."""
        self.post_message(self.Asked("done"))

    def action_leave(self) -> None:
        """Clear the filter; when it is empty, go back to reading."""
        self.post_message(self.Asked("leave"))


class Suggestions(Widget):
    """One line of what may be typed next, the marked one first in reach."""

    COMPONENT_CLASSES = {"suggestion--marked", "suggestion--other", "suggestion--count"}

    marked: reactive[int] = reactive(0)

    def __init__(self) -> None:
        super().__init__()
        self._items: Sequence[Completion] = ()
        self._note = ""
        self._held = False

    def offer(self, items: Sequence[Completion]) -> None:
        """Show these. The line stays while one types, or the article would jump at every other letter."""
        self._items = items
        self._held |= bool(items)
        self.marked = 0
        self._appear()

    def tell(self, note: str) -> None:
        """Show a sentence while there is nothing to suggest, on as many lines as it takes."""
        self._note = note
        self._appear()

    def leave(self) -> None:
        """Nothing more is typed."""
        self._items, self._note, self._held = (), "", False
        self._appear()

    def _appear(self) -> None:
        self.set_class(bool(self._note and not self._items), "-note")
        self.display = bool(self._items or self._note or self._held)
        self.refresh(layout=self.has_class("-note"))

    @property
    def chosen(self) -> Completion | None:
        """The marked one."""
        return self._items[self.marked] if self._items else None

    def move(self, step: int) -> None:
        """Mark the next or the previous one."""
        if self._items:
            self.marked = (self.marked + step) % len(self._items)

    def render(self) -> RenderResult:
        """The marked one and what fits after it; else the note."""
        if not self._items:
            return Content(self._note)
        content = Content("  ")
        count_style = self.get_visual_style("suggestion--count", partial=True)
        # The marked one is always in sight: the line begins far enough to the right of the list.
        first = 0 if self.marked < 4 else self.marked - 3
        for place, item in enumerate(self._items[first:], first):
            name = "suggestion--marked" if place == self.marked else "suggestion--other"
            label = Content.styled(f" {fit(item.label, 28)} ", self.get_visual_style(name, partial=True))
            count = Content.styled(f"{item.count} " if item.count is not None else "", count_style)
            if content.cell_length + label.cell_length + count.cell_length > self.size.width:
                break
            content = content + label + count
        return content


class FilterBar(Widget):
    """A prompt, the line to type in, and at the right how many of how many are left or what cannot be read."""

    @dataclass
    class Changed(Message):
        """The filter's text changed."""

        text: str

    @dataclass
    class Complete(Message):
        """The marked suggestion was asked for; `take` it once every `Changed` before it has been answered."""

    @dataclass
    class Left(Message):
        """The reader is done typing."""

    _said = "", False

    def compose(self) -> ComposeResult:
        """Suggestions above, the line below."""
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
        """Nothing to suggest yet."""
        self.query_one(Suggestions).display = False

    @property
    def line(self) -> FilterInput:
        """Where the text stands."""
        return self.query_one(FilterInput)

    def say(self, text: str, *, problem: bool = False) -> None:
        """Show a count, or why the filter cannot be read."""
        if (text, problem) == self._said:
            return
        was_problem = self._said[1]
        self._said = text, problem
        label = self.query_one("#filter-count", Static)
        label.set_class(problem, "-problem")
        label.display = bool(text)  # the line has all the room while nothing is counted
        # The screen's width: the bar's own is not known before it is laid out. A count has a column of its own,
        # so that nothing is laid out anew while somebody types; a problem takes what room it needs.
        room = max(12, self.screen.size.width - 26) if problem else COUNT
        label.update(Content(fit(text, room)), layout=problem or was_problem)
        cut = problem and self.line.has_focus and cell_len(text) > room
        self.query_one(Suggestions).tell(text if cut else "")

    def on_resize(self) -> None:
        """There may be room for more of what was said, or for less."""
        self._say_again()

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        """What is wrong is said in full to who types."""
        self._say_again()

    def _say_again(self) -> None:
        (text, problem), self._said = self._said, ("", False)
        self.say(text, problem=problem)

    def offer(self, items: Sequence[Completion]) -> None:
        """Show suggestions while the line has the focus."""
        self.query_one(Suggestions).offer(items if self.line.has_focus else ())

    def put(self, text: str) -> None:
        """Set the text, the cursor behind it."""
        self.line.value = text
        self.line.cursor_position = len(text)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        """The screen has been told."""
        event.stop()

    def take(self) -> None:
        """Put the marked suggestion into the line."""
        if (item := self.query_one(Suggestions).chosen) is not None:
            self.line.value = item.text
            self.line.cursor_position = item.cursor

    @on(FilterInput.Asked)
    def _asked(self, event: FilterInput.Asked) -> None:
        event.stop()
        suggestions = self.query_one(Suggestions)
        match event.what:
            case "complete":
                self.post_message(self.Complete())
            case "next":
                suggestions.move(1)
            case "previous":
                suggestions.move(-1)
            case "done":
                self.post_message(self.Left())
            case _:
                if self.line.value:
                    self.put("")
                else:
                    self.post_message(self.Left())

    def on_descendant_blur(self, _: events.DescendantBlur) -> None:
        """No suggestions for a line that is not typed in."""
        self.query_one(Suggestions).leave()
