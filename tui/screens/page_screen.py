"""A dialog that is one page of text."""

from __future__ import annotations

from typing import ClassVar

from textual.screen import ModalScreen
from textual.widget import Widget

from tui.screens.default_keys import shared

SCROLLING = shared(
    down={}, up={}, page_down={}, page_up={}, half_page_down={}, half_page_up={}, top={}, bottom={}
)
"""The keys that scroll such a page, which are those of the article."""

CONTEXT = 2
"""The lines of the page before that stay in sight."""


class PageScreen(ModalScreen[None]):
    """A dialog whose text, in the widget that `PAGE` selects, is scrolled with the keys of the article."""

    PAGE: ClassVar[str]

    @property
    def page(self) -> Widget:
        """The widget that holds the text."""
        return self.query_one(self.PAGE)

    def action_move(self, step: int) -> None:
        """Scroll by a line."""
        self.page.scroll_relative(y=step, animate=False)

    def action_page(self, step: float) -> None:
        """Scroll by a page, which is the height less two lines, or by a part of one."""
        height = max(1, self.page.scrollable_content_region.height - CONTEXT)
        self.page.scroll_relative(y=int(step * height), animate=False)

    def action_end(self, direction: int) -> None:
        """Scroll to the end (1) or to the beginning (-1)."""
        if direction > 0:
            self.page.scroll_end(animate=False)
        else:
            self.page.scroll_home(animate=False)
