"""Two versions of an article compared: the text with what was removed and added, and the quotes that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tui.resources import folder
from tui.screens import toasts
from tui.screens.browse_screen import MOVING
from tui.screens.default_keys import shared
from tui.screens.reader.article_screen import WIDE
from tui.textual_patches.single_layout import SingleLayoutScreen
from tui.widgets.key_hints import KeyHints
from tui.widgets.panels.change_rows import ParagraphChangeRows, QuoteChangeRows
from tui.widgets.panels.row_list import RowList
from tui.widgets.title_bar import TitleBar

if TYPE_CHECKING:
    from tui.session.settings import Settings
    from tui.session.versions.version_comparison import VersionComparison


class VersionScreen(SingleLayoutScreen[None]):
    """The text at the left, the quotes at the right or below; n goes from change to change."""

    CSS_PATH = [
        folder("styles") / f"{name}.tcss" for name in ("rows", "listing", "find", "hints", "versions")
    ]
    AUTO_FOCUS = "#paragraphs"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]
    BINDINGS = [
        *shared(
            quote_next={
                "show": True,
                "action": "change(1)",
                "description": "next change",
                "tooltip": "Go to the next change",
            },
            quote_previous={
                "show": True,
                "action": "change(-1)",
                "description": "previous change",
                "tooltip": "Go to the previous change",
            },
            pane_next={
                "show": True,
                "action": "other_pane",
                "description": "quotes",
                "tooltip": "Go to the other pane",
            },
            pane_previous={"action": "other_pane"},
            back={
                "show": True,
                "description": "back",
                "tooltip": "Go back to the versions",
                "action": "leave",
            },
            versions={"action": "leave", "tooltip": "Go back, as Esc does"},
            help={"show": True},
            quit={"show": True},
        ),
        *MOVING,
    ]

    def __init__(self, comparison: VersionComparison, settings: Settings) -> None:
        super().__init__()
        self._comparison = comparison
        self._settings = settings

    def compose(self) -> ComposeResult:
        """Compose the title, the paragraphs and the quotes, and the hints."""
        yield TitleBar(id="title")
        with Horizontal(id="versions"):
            yield ParagraphChangeRows(self._comparison.changes.paragraphs, id="paragraphs")
            with Vertical(id="quote-changes"):
                quotes = QuoteChangeRows(self._comparison.quotes or (), id="quotes")
                if self._comparison.quotes is None:
                    quotes.empty_text = (
                        "The quotes of one of the two are not known: open it once to find them."
                    )
                yield Static(Content(quotes.heading), id="quotes-heading")
                yield quotes
        yield Static(Content(self._comparison.facts_line), id="facts")
        yield KeyHints(id="hints")

    def on_mount(self) -> None:
        """Say what changed, and go to the first change."""
        title = self.query_one(TitleBar)
        title.placed = False
        title.name_of_article, title.counts = self._comparison.name, self._comparison.summary
        self.query_one("#facts").display = bool(self._comparison.facts_line)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        changed = self._comparison.changes.changes
        self._paragraphs.mark(str(changed[0]) if changed else None)
        self.query_one(QuoteChangeRows).update_rows()

    @property
    def _paragraphs(self) -> ParagraphChangeRows:
        return self.query_one(ParagraphChangeRows)

    @property
    def _focused_rows(self) -> RowList:
        return self.focused if isinstance(self.focused, RowList) else self._paragraphs

    @on(RowList.Highlighted)
    def _highlighted(self, event: RowList.Highlighted) -> None:
        event.stop()
        if isinstance(event.rows, QuoteChangeRows) and event.key is not None:
            at = self._comparison.paragraph_of(event.rows.quotes[int(event.key)])
            if at is not None:
                self._paragraphs.mark(str(at))

    def action_change(self, step: int) -> None:
        """Go to the next change (1), or to the one before (-1)."""
        at = self._comparison.further(self._paragraphs.marked, step)
        if at is None:
            which = "last" if step > 0 else "first"
            self.notify(f"This is the {which} change.", markup=False, timeout=toasts.AT_AN_END)
        else:
            self._paragraphs.mark(str(at))

    def action_move(self, step: int) -> None:
        """Move to the next row (1), or to the one before (-1)."""
        self._focused_rows.move(step)

    def action_page(self, step: float) -> None:
        """Move by a page, or by a part of one."""
        self._focused_rows.move_by_page(step)

    def action_end(self, step: int) -> None:
        """Move to the last row (1), or to the first (-1)."""
        self._focused_rows.move_to_end(step > 0)

    def action_other_pane(self) -> None:
        """Move the focus to the quotes, or back to the text."""
        quotes = self.query_one(QuoteChangeRows)
        (self._paragraphs if self.focused is quotes else quotes).focus()

    def action_leave(self) -> None:
        """Go back."""
        if self.app.screen is self:
            self.app.pop_screen()

    def action_show_help(self) -> None:
        """Show the keys, those of this screen first."""
        from tui.screens.help_screen import HelpScreen

        own = [binding for binding in self.BINDINGS if isinstance(binding, Binding)]
        self.app.push_screen(HelpScreen(self._settings.keymap, own, {}))
