"""The dialog that asks for a speaker or an entity: one of the article's or, for a speaker, a name that is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.article.folding import fold
from tui.article.sanitising import one_line
from tui.corrections.correction import LONGEST_NAME, EntityReference, SpeakerReference
from tui.resources import folder
from tui.screens.dialog import Dialog
from tui.session.correcting.entity_proposals import EntityCandidate
from tui.session.correcting.proposals import SpeakerCandidate
from tui.widgets.find_line import FindLine
from tui.widgets.panels.panel_text import fit

MOST = 300
"""Rows that are shown at most; typing narrows them."""


class Picked(NamedTuple):
    """The answer of the dialog: a speaker or entity, or None for nobody whom the article names."""

    reference: SpeakerReference | EntityReference | None


class CandidateScreen(Dialog[Picked | None]):
    """A list that narrows as you type. With `free`, a name that is not in it will do, and so will nobody."""

    CSS_PATH = [folder("styles") / name for name in ("dialogs.tcss", "correcting.tcss")]
    BINDINGS = [Binding("escape", "dismiss", "close", id="correct.close")]

    def __init__(
        self,
        title: str,
        about: str,
        candidates: Sequence[SpeakerCandidate] | Sequence[EntityCandidate],
        *,
        free: bool = True,
        label: str = "",
    ) -> None:
        """Offer the candidates; with `label` a name that is typed is an entity’s of this label."""
        super().__init__()
        self._title = title
        self._about = about
        self._candidates = candidates
        self._free = free
        self._label = label
        self._shown: list[SpeakerReference | EntityReference | None] = []

    def compose(self) -> ComposeResult:
        """Lay out what it is about, the input line and the list."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(self._title)
            dialog.border_subtitle = Content("Enter chooses · Esc closes")
            yield Static(Content(one_line(self._about)), classes="correct-about")
            yield FindLine(placeholder="type to narrow, or a new name" if self._free else "type to narrow")
            people = OptionList(id="people", compact=True)
            people.can_focus = False
            yield people

    def on_mount(self) -> None:
        """Show all candidates."""
        self.query_one(FindLine).focus()
        self.call_after_refresh(lambda: self._narrow(self.query_one(FindLine).value))

    def on_key(self, event: events.Key) -> None:
        """Put a letter that was typed before the line had the focus into the line."""
        line = self.query_one(FindLine)
        if event.is_printable and event.character:
            event.stop()
            line.set_text(line.value + event.character)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def _narrow(self, typed: str) -> None:
        people = self.query_one(OptionList)
        words = fold(typed).split()
        found = [
            candidate
            for candidate in self._candidates
            if all(word in fold(f"{candidate.reference.name} {candidate.note}") for word in words)
        ][:MOST]
        width = max(20, people.size.width - 4)
        options = [self._row(candidate, width) for candidate in found]
        self._shown = [candidate.reference for candidate in found]
        name = one_line(typed)[:LONGEST_NAME]
        if (
            self._free
            and any(map(str.isalnum, name))
            and all(name.casefold() != c.reference.name.casefold() for c in found)
        ):
            options.append(Content.assemble(fit(name, width - 10), ("  a new name", "$text-muted")))
            self._shown.append(EntityReference(name, self._label) if self._label else SpeakerReference(name))
        elif self._free and not name and not self._label:
            options.append(Content.styled("nobody the article names", "$text-muted"))
            self._shown.append(None)
        people.clear_options()
        people.add_options([Option(option) for option in options])
        people.highlighted = 0 if options else None

    def _row(self, candidate: SpeakerCandidate | EntityCandidate, width: int) -> Content:
        counted = candidate.counted
        name = fit(one_line(candidate.reference.name), width - 2)
        room = width - cell_len(name) - 2
        note = fit(one_line(candidate.note), max(0, room - cell_len(counted) - 3 * bool(counted)))
        shown = " · ".join(filter(None, (note, counted)))  # the role gives way before the count
        shown = fit(shown, room) if room > 4 else ""
        return Content.assemble(
            name, " " * max(2, width - cell_len(name) - cell_len(shown)), (shown, "$text-muted")
        )

    @on(FindLine.ActionRequested)
    def _asked(self, event: FindLine.ActionRequested) -> None:
        people = self.query_one(OptionList)
        match event.action:
            case "next":
                people.action_cursor_down()
            case "previous":
                people.action_cursor_up()
            case "page_down" if not people.size.height:
                people.action_last()  # keys typed ahead come before the list has lines to page by
            case "page_up" if not people.size.height:
                people.action_first()
            case "page_down":
                people.action_page_down()  # type: ignore[no-untyped-call]
            case "page_up":
                people.action_page_up()  # type: ignore[no-untyped-call]
            case "done":
                self._choose(people.highlighted)
            case "leave":
                self.dismiss(None)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        self._choose(event.option_index)

    def _choose(self, index: int | None) -> None:
        if index is not None and index < len(self._shown):
            self.dismiss(Picked(self._shown[index]))
