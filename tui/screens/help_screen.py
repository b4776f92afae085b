"""Help: every key as it is bound now, the filter language, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tui.resources import folder
from tui.screens.default_keys import ALWAYS, CORRECTING, READER, keys_of, shared
from tui.screens.page_screen import SCROLLING, PageScreen
from tui.session.filtering.query import FIELDS
from tui.widgets.find_line import FindLine
from tui.widgets.help_lines import HelpLines

GROUPS = {
    "Reading": (
        "down up page.down page.up half_page.down half_page.up top bottom paragraph.next "
        "paragraph.previous tenth.1 find alone"
    ).split(),
    "Quotes": "quote.next quote.previous quote.why speaker.only filter back quote.elsewhere".split(),
    "Panels": "pane.next pane.previous choose".split(),
    "Copying": (
        "select select.word select.word.back select.sentence select.sentence.back copy.words "
        "copy.cited copy.all copy.last export"
    ).split(),
    "Opening": (
        "open links article.next article.previous list history.back history.forward read_again versions"
    ).split(),
    "Keeping": "clip clippings library person".split(),
    "Correcting": [binding.id or "" for binding in CORRECTING],
    "quoth": "theme help quit".split(),
}
"""The ids by subject, in the order of the help screen."""

KEY_TO_MARKS = "Bars ▇ count words, numbers quotes; ● ◐ ○ say how sure quoth is."
"""What people ask first, at the top of the page."""

LEGEND = (
    ("P", "the letter and colour of a speaker, beside their lines"),
    ("▶ ›", "what is chosen; where you are in the article"),
    ("● ◐ ○", "how sure quoth is of the words and the speaker: sure, fairly, hardly"),
    ("✎", "corrected by hand: the quote, or the speaker's name"),
    ("★", "clipped: m again removes the clipping"),
    (
        "(terminal)",
        "sent through the terminal (OSC 52), which never answers; if it did not arrive, c shows the copy",
    ),
    ("▇▇▇", "this speaker's share of everything that is said"),
)

NOTHING = "Nothing here has all of these words. Esc shows everything again."


class HelpScreen(PageScreen):
    """A page of help: the keys of the article scroll it, / searches it."""

    CSS_PATH = [folder("styles") / name for name in ("help.tcss", "find.tcss")]
    PAGE = "#help-page"
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("escape", "back", "close", id="help.back"),
        Binding("q,question_mark", "dismiss", "close", id="help.close"),
        Binding("h", "topics", "pages of help", id="help.topics"),
        *shared(filter={}),
        *SCROLLING,
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
        """Compose the keys by subject, the filter language, the legend, and the line that searches them."""
        with Vertical(id="help") as frame:
            frame.border_title = Content("Keys, filter, marks")
            frame.border_subtitle = Content("/ searches · h pages of help · Esc closes")
            with VerticalScroll(id="help-page", can_focus=False):
                yield Static(Content(KEY_TO_MARKS), id="help-key")
                yield HelpLines(self._groups())
                yield Static(Content(NOTHING), id="help-nothing")
            yield Horizontal(
                Static("/", id="find-prompt", markup=False),
                FindLine(placeholder="words, a key", id="find-line"),
                id="find",
            )

    def on_mount(self) -> None:
        """Show everything, and the line only once it is asked for."""
        self.query_one("#help-nothing").display = False
        self.query_one("#find").display = False

    def _groups(self) -> Iterable[tuple[str, list[tuple[str, str]]]]:
        """Yield the headings, each with its lines."""
        where = "In an article · " if self._own else ""
        by_id = {binding.id: binding for binding in READER}
        everywhere = [("Ctrl+P", "Open the command palette: all of this by name"), *self._lines(ALWAYS)]
        if self._own:
            yield "Here", [*self._lines(self._own), *everywhere]
            yield from self._filter()
        for group, identifiers in GROUPS.items():
            lines = self._lines(by_id[identifier] for identifier in identifiers)
            yield where + group, lines if self._own or group != "quoth" else [*lines, *everywhere]
        if not self._own:
            yield from self._filter()
        yield "Marks", list(LEGEND)
        yield (
            "More",
            [("h", "Pages on copying, the library, sources, settings, accuracy …, as quoth help has them")],
        )

    def _lines(self, bindings: Iterable[Binding]) -> list[tuple[str, str]]:
        """Return the keys of some bindings, each with what it does."""
        return [
            (keys_of(each, self._keymap, self.app.get_key_display), each.tooltip or each.description)
            for each in bindings
        ]

    def _filter(self) -> Iterable[tuple[str, list[tuple[str, str]]]]:
        """Yield the filter language, if the screen has one."""
        if self._fields:
            yield (
                "Filter",
                [
                    ("peace talks", "quotes with all of these words"),
                    ("“peace talks”", "quotes with this phrase"),
                    *((f"{name}:", what) for name, what in self._fields.items()),
                    ("a,b  -a", "a comma means or, a minus in front means not; Tab completes"),
                ],
            )

    def action_topics(self) -> None:
        """Show the pages of `quoth help`."""
        from tui.screens.topics_screen import TopicsScreen

        self.app.push_screen(TopicsScreen())

    # Searching

    def action_filter(self) -> None:
        """Focus the line, to type what is searched for."""
        self.query_one("#find").display = True
        self.query_one(FindLine).focus()

    def action_back(self) -> None:
        """Show everything again, or close the page where it does."""
        if not self._leave_line():
            self.dismiss()

    def _leave_line(self) -> bool:
        """Clear and hide the line; tell whether it was there."""
        line, find = self.query_one(FindLine), self.query_one("#find")
        shown = bool(find.display)
        line.set_text("")
        find.display = False
        self.set_focus(None)
        return shown

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        found = self.query_one(HelpLines).narrow(event.value)
        self.query_one("#help-nothing").display = not found
        self.page.scroll_home(animate=False)

    @on(FindLine.ActionRequested)
    def _asked(self, event: FindLine.ActionRequested) -> None:
        event.stop()
        match event.action:
            case "next" | "previous":
                self.action_move(1 if event.action == "next" else -1)
            case "page_down" | "page_up":
                self.action_page(1 if event.action == "page_down" else -1)
            case "leave":
                self._leave_line()
            case _:
                self.set_focus(None)
