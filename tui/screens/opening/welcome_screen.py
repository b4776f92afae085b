"""The screen shown while nothing is open."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.resources import folder
from tui.screens.default_keys import shared
from tui.session.settings import Settings
from tui.widgets.key_hints import KeyHints
from tui.widgets.title_bar import TitleBar

SOON = 0.15
"""Seconds before the screen says that nothing is open."""


class WelcomeScreen(Screen[None]):
    """A screen that says how to open something."""

    CSS_PATH = [folder("styles") / name for name in ("hints.tcss", "listing.tcss", "welcome.tcss")]
    BINDINGS = shared(
        open={"show": True}, library={"show": True}, theme={}, help={"show": True}, quit={"show": True}
    )

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings

    def compose(self) -> ComposeResult:
        """Compose a sentence and the hints."""
        yield TitleBar(id="title")
        with Container(id="welcome"):
            yield Static(Content("Nothing is open. o opens a path or an address; a pasted one opens, too."))
        yield KeyHints(id="hints")

    def on_mount(self) -> None:
        """Show nothing yet."""
        self.query_one(TitleBar).placed = False
        self.query_one("#welcome Static").visible = False

    def on_screen_resume(self) -> None:
        """Say that nothing is open, unless something is a moment later, so that nothing flickers."""
        self.set_timer(SOON, self._say_so)

    def _say_so(self) -> None:
        if self.is_current:
            self.query_one(TitleBar).name_of_article = "nothing open"
            self.query_one("#welcome Static").visible = True

    def action_show_help(self) -> None:
        """Show the keys."""
        from tui.screens.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self.settings.keymap))

    def on_paste(self, event: events.Paste) -> None:
        """Open a pasted address or path."""
        event.stop()
        from tui.screens.opening.paste_screen import take_paste

        take_paste(self, event.text)
