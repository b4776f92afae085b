"""Help: every key as it is bound now, the filter language, and what the marks mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.resources import folder
from tui.screens.bindings import ALWAYS, CORRECTING, READER, SCROLLING, keys_of, shared
from tui.session.filtering.query import FIELDS

GROUPS = {
    "Reading": (
        "down",
        "up",
        "page.down",
        "page.up",
        "top",
        "bottom",
        "paragraph.next",
        "paragraph.previous",
        "tenth.1",
        "find",
        "alone",
    ),
    "Quotes": ("quote.next", "quote.previous", "quote.why", "speaker.only", "filter", "back"),
    "Panels": ("pane.next", "pane.previous", "choose"),
    "Copying": (
        "select.word",
        "select.sentence",
        "copy.words",
        "copy.cited",
        "copy.all",
        "copy.last",
        "export",
    ),
    "Opening": (
        "open",
        "links",
        "article.next",
        "article.previous",
        "list",
        "history.back",
        "history.forward",
    ),
    "Keeping": ("clip", "clippings", "library", "person"),
    "Correcting": tuple(binding.id or "" for binding in CORRECTING),
    "quoth": ("theme", "help", "quit"),
}
"""The ids by subject, in the order of the help screen."""

LEGEND = (
    ("P", "the letter and colour of a speaker, beside their lines"),
    ("▶ ›", "what is chosen; where the article is"),
    ("● ◐ ○", "how sure quoth is of the words and the speaker: sure, fairly, hardly"),
    ("✎", "corrected by hand: the quote, or the speaker's name"),
    ("★", "clipped: m again removes the clipping"),
    (
        "(terminal)",
        "sent through the terminal (OSC 52), which never answers; did it not arrive, c shows the copy",
    ),
    ("▇▇▇", "this speaker's share of everything that is said"),
)


class HelpScreen(ModalScreen[None]):
    """A page of help, scrolled with the usual keys."""

    CSS_PATH = [folder("styles") / "help.tcss"]
    BINDINGS = [
        Binding("escape,q,question_mark", "dismiss", "close", id="help.close"),
        *SCROLLING,
        *shared(top={}, bottom={}),
    ]

    def __init__(
        self, keymap: Mapping[str, str], own: Sequence[Binding] = (), fields: Mapping[str, str] = FIELDS
    ) -> None:
        """Show the keys under `keymap`.

        `own` are the keys of the screen that asks, if that is not the reader, and `fields` its filter's fields.
        """
        super().__init__()
        self._keymap = keymap
        self._own = own
        self._fields = fields

    def compose(self) -> ComposeResult:
        """Compose the keys by subject, the filter language and the legend."""
        with VerticalScroll(id="help") as page:
            page.border_title = Content("Keys, filter, marks")
            page.border_subtitle = Content("Esc closes")
            if self._own:
                yield Static(Content("Here"), classes="help-heading")
                for binding in self._own:
                    yield _line(self._keys(binding), binding.tooltip or binding.description)
                yield from self._everywhere()
                yield from self._filter()
            by_id = {binding.id: binding for binding in READER}
            for group, identifiers in GROUPS.items():
                heading = f"In an article · {group}" if self._own else group
                yield Static(Content(heading), classes="help-heading")
                for identifier in identifiers:
                    binding = by_id[identifier]
                    yield _line(self._keys(binding), binding.tooltip or binding.description)
            if not self._own:
                yield from self._everywhere()
                yield from self._filter()
            yield Static(Content("Marks"), classes="help-heading")
            for mark, what in LEGEND:
                yield _line(mark, what)

    def _everywhere(self) -> ComposeResult:
        """Compose the keys that work everywhere."""
        yield _line("Ctrl+P", "Open the command palette: all of this by name")
        for binding in ALWAYS:
            yield _line(self._keys(binding), binding.tooltip)

    def _filter(self) -> ComposeResult:
        """Compose the filter language, if the screen has one."""
        if self._fields:
            yield Static(Content("Filter"), classes="help-heading")
            yield _line("peace talks", "quotes with all of these words")
            yield _line("“peace talks”", "quotes with this phrase")
            for name, what in self._fields.items():
                yield _line(f"{name}:", what)
            yield _line("a,b  -a", "a comma means or, a minus in front means not; Tab completes")

    def _keys(self, binding: Binding) -> str:
        return keys_of(binding, self._keymap, self.app.get_key_display)

    def action_scroll(self, lines: int) -> None:
        """Scroll the page."""
        self.query_one("#help").scroll_relative(y=lines, animate=False)

    def action_end(self, direction: int) -> None:
        """Scroll to the end of the page (1), or to its beginning (-1)."""
        page = self.query_one("#help")
        page.scroll_end(animate=False) if direction > 0 else page.scroll_home(animate=False)


def _line(left: str, right: str) -> Horizontal:
    return Horizontal(
        Static(Content(left), classes="help-left"),
        Static(Content(right), classes="help-right"),
        classes="help-line",
    )
