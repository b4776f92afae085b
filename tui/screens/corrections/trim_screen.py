"""The line by which a quote's ends are moved by words; the article beneath shows them as they move."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from tui.article.article import Article
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.article.text_markup import blanked
from tui.resources import folder
from tui.screens.dialog import Dialog
from tui.session.correcting.trimming import Trimming, first_words, last_words

AROUND = 24
"""Characters on either side of an end that the line shows."""


class TrimScreen(Dialog[tuple[Span, ...] | None]):
    """Returns the new content, or None if it is the old one.

    `moved` is called with the content and the offset of its moved end whenever an end moves.
    """

    CSS_PATH = [folder("styles") / "correcting.tcss"]
    BINDINGS = [
        Binding("h,left", "move_end(-1)", "end a word back", id="correct.end.back"),
        Binding("l,right", "move_end(1)", "end a word on", id="correct.end"),
        Binding("H,shift+left", "move_start(-1)", "beginning a word back", id="correct.start.back"),
        Binding("L,shift+right", "move_start(1)", "beginning a word on", id="correct.start"),
        Binding("enter", "keep", "keep", id="correct.keep"),
        Binding("escape,q", "dismiss", "drop", id="correct.drop"),
    ]

    def __init__(
        self, article: Article, content: tuple[Span, ...], moved: Callable[[tuple[Span, ...], int], None]
    ) -> None:
        super().__init__()
        self._article = article
        self._trimming = Trimming(blanked(article.text, article.markup), content)
        self._moved = moved

    def compose(self) -> ComposeResult:
        """Lay out the line."""
        line = Static(id="trim")
        line.border_title = Content("Trim or extend")
        line.border_subtitle = Content("h l end · H L beginning · Enter keeps · Esc discards")
        yield line

    def on_mount(self) -> None:
        """Show the ends of the content."""
        self._show()

    def action_move_end(self, step: int) -> None:
        """Move the end forward (1) or back (-1) by a word."""
        self._trimming.move_end(step)
        self._moved(self._trimming.content, self._trimming.end - 1)
        self._show()

    def action_move_start(self, step: int) -> None:
        """Move the beginning forward (1) or back (-1) by a word."""
        self._trimming.move_start(step)
        self._moved(self._trimming.content, self._trimming.start)
        self._show()

    def action_keep(self) -> None:
        """Close with the content as it is now."""
        self.dismiss(self._trimming.content if self._trimming.changed else None)

    def _show(self) -> None:
        start, end = self._trimming.start, self._trimming.end
        shown = self._article.shown
        middle = one_line(shown(Span(start, end)))
        if len(middle) > 2 * AROUND + 1:
            last = last_words(middle, AROUND).removeprefix("… ")
            middle = f"{first_words(middle, AROUND)} {last}"
        left = shown(Span(max(0, start - 2 * AROUND), start))
        right = shown(Span(end, min(len(self._article.text), end + 2 * AROUND)))
        before, after = last_words(left, AROUND), first_words(right, AROUND)
        gap = " " if right[:1].isspace() else ""
        lead = " " if left[-1:].isspace() else ""
        self.query_one("#trim", Static).update(
            Content.assemble(
                (f"{before}{lead}", "$text-muted"),
                "▸",
                (middle, "bold"),
                "◂",
                (f"{gap}{after}", "$text-muted"),
            )
        )
