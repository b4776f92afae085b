"""Help: every key as it is bound now, the filter's words, and what the marks mean."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.resources import folder
from tui.screens.bindings import GROUPS, READER
from tui.session.filter import FIELDS

LEGEND = (
    ("P", "the letter and colour of a speaker, beside the lines that are theirs"),
    ("▶ ›", "what is chosen; where the article is"),
    ("● ◐ ○", "how sure quoth is of words and speaker: sure, fairly, hardly"),
    ("✎", "corrected by hand: the quote, or the speaker's name"),
    ("▇▇▇", "how much of what is said is this speaker's"),
)


class HelpScreen(ModalScreen[None]):
    """One page, scrolled with the usual keys."""

    CSS_PATH = [folder("styles") / "help.tcss"]
    BINDINGS = [
        Binding("escape,q,question_mark", "dismiss", "close", id="help.close"),
        Binding("j,down", "scroll(1)", "down", show=False),
        Binding("k,up", "scroll(-1)", "up", show=False),
        Binding("space,pagedown", "scroll(10)", "page down", show=False),
        Binding("b,pageup", "scroll(-10)", "page up", show=False),
    ]

    def __init__(self, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """Keys by subject, filter, legend."""
        with VerticalScroll(id="help") as page:
            page.border_title = Content("Keys, filter, marks")
            page.border_subtitle = Content("Esc closes")
            by_id = {binding.id: binding for binding in READER}
            for group, identifiers in GROUPS.items():
                yield Static(Content(group), classes="help-heading")
                for identifier in identifiers:
                    binding = by_id[identifier]
                    yield _line(self._keys(binding), binding.tooltip or binding.description)
            yield _line("ctrl+p", "All of this by name: the command palette")
            yield Static(Content("Filter"), classes="help-heading")
            yield _line("peace talks", "quotes that hold all of these words")
            yield _line("“peace talks”", "quotes that hold the phrase")
            for name, what in FIELDS.items():
                yield _line(f"{name}:", what)
            yield _line("a,b  -a", "a comma means or, a minus in front means not; Tab completes")
            yield Static(Content("Marks"), classes="help-heading")
            for mark, what in LEGEND:
                yield _line(mark, what)

    def _keys(self, binding: Binding) -> str:
        rebound = self._keymap.get(binding.id or "")
        if rebound is None and binding.key_display:
            return binding.key_display
        keys = (rebound or binding.key).split(",")
        return " ".join(self.app.get_key_display(binding.with_key(key.strip(), None)) for key in keys)

    def action_scroll(self, lines: int) -> None:
        """Scroll the page."""
        self.query_one("#help").scroll_relative(y=lines, animate=False)


def _line(left: str, right: str) -> Horizontal:
    return Horizontal(
        Static(Content(left), classes="help-left"),
        Static(Content(right), classes="help-right"),
        classes="help-line",
    )
