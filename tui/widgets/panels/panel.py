"""A panel of the reader, a heading with a count over a list; and tabs for terminals that are too narrow."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult, RenderResult
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.widgets.panels.panel_text import spread
from tui.widgets.panels.row_list import RowList
from tui.widgets.part_style import part_style

FOCUSED = "» "
"""The mark of the panel with the focus where there are no colours."""


class PanelHeading(Widget):
    """The heading of a panel: its name at the left, a count at the right."""

    COMPONENT_CLASSES = {"heading--name", "heading--count"}

    count: reactive[str] = reactive("")

    def __init__(self, name_of_panel: str) -> None:
        super().__init__()
        self.name_of_panel = name_of_panel

    @property
    def parent_has_focus(self) -> bool:
        """True if the focus is in the panel of this heading."""
        return isinstance(self.parent, Panel) and self.parent.rows.has_focus

    def render(self) -> RenderResult:
        """Draw the line; without colours a mark says where the focus is."""
        name = part_style(self, "heading--name")
        count = self.get_visual_style("heading--count", partial=True)
        mark = FOCUSED if self.app.no_color and self.parent_has_focus else ""
        left = Content.styled(f"{mark}{self.name_of_panel.upper()}", name)
        return spread(left, Content.styled(self.count, count), self.size.width)


class Panel(Container):
    """A heading over a list."""

    def __init__(self, name_of_panel: str, rows: RowList, *, id: str) -> None:
        super().__init__(id=id)
        self.name_of_panel = name_of_panel
        self.rows = rows
        self.heading = PanelHeading(name_of_panel)

    def compose(self) -> ComposeResult:
        """Yield the heading and the list."""
        yield self.heading
        yield self.rows


class PanelTabs(Widget):
    """One line of panel names with their counts, for terminals too narrow to show all panels."""

    COMPONENT_CLASSES = {"tab--shown", "tab--hidden"}

    @dataclass
    class TabActivated(Message):
        """Posted when a tab is clicked; `panel` is the id of its panel."""

        panel: str

    counts: reactive[dict[str, str]] = reactive({}, always_update=True)
    shown: reactive[str] = reactive("")

    def __init__(self, panels: list[Panel]) -> None:
        super().__init__()
        self._panels = panels
        self._edges: list[tuple[int, str]] = []

    def render(self) -> RenderResult:
        """Draw the names with the shown one marked, and the counts where all fit."""
        labels = [(p.id or "", p.name_of_panel, self.counts.get(p.id or "", "")) for p in self._panels]
        room = self.size.width
        full = sum(cell_len(name) + cell_len(count) + 4 for _, name, count in labels) <= room
        content = Content("")
        self._edges = []
        for identifier, name, count in labels:
            style = "tab--shown" if identifier == self.shown else "tab--hidden"
            mark = "▶ " if identifier == self.shown else "  "
            text = f"{mark}{name.upper()}{f' {count}' if full and count else ''} "
            content += Content.styled(text, part_style(self, style))
            self._edges.append((content.cell_length, identifier))
        return content

    def on_click(self, event: events.Click) -> None:
        """Activate the tab under the pointer."""
        for edge, identifier in self._edges:
            if event.x < edge:
                self.post_message(self.TabActivated(identifier))
                return
