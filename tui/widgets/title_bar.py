"""The line at the top of the screen: what is being read, and how far the reader has got."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.widgets.panels.panel_text import spread

MIN_NAME = 16
"""The fewest cells for the name, whatever else there is to show."""


class TitleBar(Widget):
    """The article's name at the left; counts, progress and percentage at the right."""

    COMPONENT_CLASSES = {"title--faint", "title--name"}

    name_of_article: reactive[str] = reactive("")
    counts: reactive[str] = reactive("")
    progress: reactive[str] = reactive("")
    percent: reactive[int] = reactive(0)
    origin: reactive[str] = reactive("")
    """Where and when it was published; shown only if everything else fits."""
    saving: reactive[bool] = reactive(False)
    """Tells whether changes are still being written to the library."""
    placed: reactive[bool] = reactive(True)
    """Tells whether `percent` is shown."""

    def render(self) -> RenderResult:
        """Draw one line, cutting first the end of the name, then the counts one by one."""
        faint = self.get_visual_style("title--faint", partial=True)
        name = self.get_visual_style("title--name", partial=True)
        width = self.size.width
        percent = f"{self.percent} %" if self.placed else ""
        saving = "saving …" if self.saving else ""
        tail = [part for part in (saving, self.progress, *self.counts.split(" · "), percent) if part]
        whose = "" if width < 60 else "quoth · "
        room = width - 3 - len(whose) - min(MIN_NAME, cell_len(self.name_of_article))
        while len(tail) > 1 and cell_len(" · ".join(tail)) > room:
            tail.pop(min(bool(saving) + bool(self.progress), len(tail) - 1))
        left = Content.assemble((whose, faint), (self.name_of_article, name))
        if self.origin:
            origin = f" · {self.origin}"
            if left.cell_length + cell_len(origin) + sum(map(len, tail)) + 3 * len(tail) < width:
                left += Content.styled(origin, faint)
        return spread(left, Content.styled(f" {' · '.join(tail)}", faint), width)
