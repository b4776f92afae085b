"""A source being read: what is being done, how far it is, and what to do if it fails."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.article.article import Article
from tui.article.listing import Listing
from tui.resources import folder
from tui.screens.opening.in_browser import open_or_copy
from tui.screens.typeahead import Typeahead
from tui.session.opening.source_reader import Event, ReadDone, ReadFailed, ReadProgress, SourceReader

BAR = 30
"""The width of the progress bar in cells."""
SOON = 0.2
"""Seconds in which a file is usually read: nothing is shown before, so that nothing flickers."""


class FetchingScreen(ModalScreen[Article | Listing | None]):
    """A dialog closed with what was read, or with None if the reader cancels."""

    CSS_PATH = [folder("styles") / "dialogs.tcss", folder("styles") / "opening.tcss"]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-tall")]
    BINDINGS = [
        Binding("escape", "give_up", "cancel", id="fetching.cancel"),
        Binding("enter", "read_raw", "read the raw text", id="fetching.raw"),
        Binding("r", "again", "try again", id="fetching.again"),
        Binding("o", "other", "another", id="fetching.other"),
        Binding("b", "browse", "browser", id="fetching.browser"),
        Binding("q", "quit", "quit", id="fetching.quit"),
    ]

    @dataclass
    class EventReceived(Message):
        """The reading thread reported something; of several reports of progress the newest is enough."""

        event: Event

        def can_replace(self, message: Message) -> bool:
            """Replace progress by whatever follows."""
            return isinstance(message, FetchingScreen.EventReceived) and isinstance(
                message.event, ReadProgress
            )

    def __init__(self, reader: SourceReader) -> None:
        super().__init__()
        self._reader = reader
        self._refused: ReadFailed | None = None
        self._early: list[events.Key] = []
        """The keys that were typed before the dialog was seen: they are for what is read."""

    @property
    def fully_mounted(self) -> bool:
        """True if keys are for this dialog: none is while a file is read that is shown in a moment."""
        return bool(self._reader.address) or not self.has_class("-quick")

    def compose(self) -> ComposeResult:
        """Compose the source, the state and the keys."""
        with VerticalScroll(classes="dialog fetching") as dialog:  # where it is low, arrows scroll it
            dialog.border_title = Content("Opening")
            yield Static(Content(self._reader.name), id="fetching-source")
            yield Static(Content("Reading …"), id="fetching-state")
            yield Static(Content(""), id="fetching-bar")
            yield Static(Content(""), id="fetching-keys")

    def on_mount(self) -> None:
        """Begin to read."""
        self._show_bar(None)
        if not self._reader.address:
            self.add_class("-quick")
            self.set_timer(SOON, self.appear)
        self.action_again()

    def appear(self) -> None:
        """Show the dialog; from now on keys are for it, and Escape, which cancels, was in any case."""
        waiting = self._typeahead.waiting
        if self.has_class("-quick") and not any(key.key == "escape" for key in waiting):
            self._early = self._typeahead.take_back()
        self.remove_class("-quick")

    @property
    def _typeahead(self) -> Typeahead:
        return self.app.typeahead  # type: ignore[attr-defined,no-any-return]

    def action_again(self) -> None:
        """Read the source from the beginning."""
        self._refused = None
        self._show_keys("Esc cancels")
        self.set_class(False, "-refused")
        self._reader.cancel()
        self._reader.start(self._hear)

    def _hear(self, event: Event) -> None:
        """Pass an event on from another thread."""
        self.post_message(self.EventReceived(event))

    @on(EventReceived)
    def _came(self, message: EventReceived) -> None:
        message.stop()
        match message.event:
            case ReadProgress() as progress:
                self._show_progress(progress)
            case ReadDone(result=result):
                if self._early:
                    self.add_class("-quick")  # they wait until this dialog is gone
                    self._typeahead.put_back(self._early)
                self.dismiss(result)
            case ReadFailed() as refused:
                self._show_refusal(refused)

    def _show_progress(self, progress: ReadProgress) -> None:
        done, total = progress.done, progress.total
        so_far = f"{size(done)} of {size(total)}" if total else size(done) if done else ""
        self.query_one("#fetching-state", Static).update(
            Content(f"{progress.what} · {so_far}" if so_far else progress.what)
        )
        filled = BAR * min(done, total) // total if total else 0
        bar = Content.assemble(("━" * filled, "$primary"), ("━" * (BAR - filled), "$foreground 20%"))
        self._show_bar(bar if total else None)

    def _show_bar(self, bar: Content | None) -> None:
        label = self.query_one("#fetching-bar", Static)
        label.display = bar is not None
        label.update(bar or Content(""))

    def _show_refusal(self, refused: ReadFailed) -> None:
        self._refused = refused
        self._early = []
        self.remove_class("-quick").add_class("-refused")
        self.query_one("#fetching-state", Static).update(Content(refused.sentence))
        self._show_bar(None)
        keys = ["r again", "o another", "Esc closes"]
        if self._reader.address:
            keys.insert(0, "b browser")
        if refused.raw is not None:
            keys.insert(0, "Enter raw text")
        self._show_keys(*keys)

    def _show_keys(self, *keys: str) -> None:
        self.query_one("#fetching-keys", Static).update(Content(" · ".join(keys)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable most keys only once reading has failed."""
        if action == "read_raw":
            return self._refused is not None and self._refused.raw is not None
        if action == "browse":
            return self._refused is not None and bool(self._reader.address)
        return self._refused is not None or action not in ("again", "other", "quit")

    def action_read_raw(self) -> None:
        """Read all the text of a page in which no article was found."""
        if self._refused is not None and self._refused.raw is not None:
            self.dismiss(self._refused.raw)

    def action_other(self) -> None:
        """Close, and ask for another source."""
        from tui.screens.messages import AskSource

        self.app.post_message(AskSource())
        self.dismiss(None)

    def on_paste(self, event: events.Paste) -> None:
        """Open what is pasted instead, once reading has failed."""
        event.stop()
        if self._refused is not None and event.text.strip():
            from tui.screens.opening.paste_screen import take_paste

            self.dismiss(None)
            take_paste(self, event.text)

    def action_browse(self) -> None:
        """Hand the address to the browser."""
        open_or_copy(self, self._reader.address)

    async def action_quit(self) -> None:
        """Leave quoth."""
        self._reader.cancel()
        await self.app.action_quit()

    def action_give_up(self) -> None:
        """Cancel reading."""
        self._reader.cancel()
        self.dismiss(None)

    def on_unmount(self) -> None:
        """Stop reading."""
        self._reader.cancel()


def size(count: int) -> str:
    """Return a number of bytes as people say it: “812 B”, “34 KB”, “1.2 MB”."""
    if count < 1_000:
        return f"{count} B"
    if count < 1_000_000:
        return f"{count // 1_000} KB"
    return f"{count / 1_000_000:.1f} MB"
