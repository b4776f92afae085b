"""The line at the top: what is read, and how far."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.widgets.panel_text import spread


class TitleBar(Widget):
    """The article's name at the left; counts, progress and percentage at the right."""

    COMPONENT_CLASSES = {"title--faint", "title--name"}

    name_of_article: reactive[str] = reactive("")
    counts: reactive[str] = reactive("")
    progress: reactive[str] = reactive("")
    percent: reactive[int] = reactive(0)
    origin: reactive[str] = reactive("")
    """Where and when it was published; shown only where all else has room."""
    placed: reactive[bool] = reactive(True)
    """Whether there is a place in what is read, as a percentage."""

    def render(self) -> RenderResult:
        """One line; the article's name gives way first."""
        faint = self.get_visual_style("title--faint", partial=True)
        name = self.get_visual_style("title--name", partial=True)
        width = self.size.width
        percent = f"{self.percent} %" if self.placed else ""
        tail = [part for part in (self.progress, self.counts, percent) if part]
        while len(tail) > 1 and sum(map(len, tail)) + 3 * len(tail) > width - 16:
            tail.pop(0 if not self.progress else 1)
        left = Content.assemble(("quoth", faint), (" · ", faint), (self.name_of_article, name))
        if width < 60:
            left = Content.assemble((self.name_of_article, name))
        if self.origin:
            origin = f" · {self.origin}"
            if left.cell_length + cell_len(origin) + sum(map(len, tail)) + 3 * len(tail) < width:
                left += Content.styled(origin, faint)
        return spread(left, Content.styled(" · ".join(tail), faint), width)
