"""The three panels: stacked beside the article, or one at a time under it."""

from __future__ import annotations

from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from tui.session.reading.no_matches import no_matches
from tui.session.reading.reading import Reading
from tui.widgets.panels.entities_list import EntitiesList
from tui.widgets.panels.panel import Panel, PanelTabs
from tui.widgets.panels.quotes_list import QuotesList
from tui.widgets.panels.row_list import RowList
from tui.widgets.panels.speakers_list import SpeakersList

Stage = Literal["waiting", "done", "failed"]
"""The state of the analysis: under way, finished or given up."""

# The texts of the three lists when they are empty.
_EMPTY: dict[Stage, tuple[str, str, str]] = {
    "waiting": ("Looking for speakers …", "Looking for quotes …", "Looking for names …"),
    "done": (
        "No speaker was found in this article.",
        "There is no quote in this article.",
        "Nothing is named in this article.",
    ),
    "failed": (
        "This article is not analysed.",
        "This article is not analysed.",
        "This article is not analysed.",
    ),
}


class SidePanels(Container):
    """The three panels, and the tabs that select one of them if not all fit."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.speakers = SpeakersList(id="speakers-list")
        self.quotes = QuotesList(id="quotes-list")
        self.entities = EntitiesList(id="entities-list")
        self.panels = [
            Panel("Speakers", self.speakers, id="speakers"),
            Panel("Quotes", self.quotes, id="quotes"),
            Panel("Entities", self.entities, id="entities"),
        ]
        self.tabs = PanelTabs(self.panels)
        self._shown: tuple[int, Stage] | None = None

    def compose(self) -> ComposeResult:
        """Yield the tabs and the panels."""
        yield self.tabs
        yield from self.panels

    def on_mount(self) -> None:
        """Show the quotes first."""
        self.show_panel("quotes")

    @property
    def lists(self) -> tuple[RowList, RowList, RowList]:
        """The three lists, from top to bottom."""
        return self.speakers, self.quotes, self.entities

    def show(self, reading: Reading, here: int | None, *, stage: Stage) -> None:
        """Show what the filter of `reading` leaves; `here` is the quote on the screen."""
        state = (reading.revision, stage)
        if state == self._shown:
            self.move_markers(reading, here)
            return
        self._shown = state
        self._say_when_empty(stage, reading)
        self.speakers.show(reading, _speaker(reading, here))
        self.quotes.show(reading, here)
        self.entities.show(reading)
        entities, left = len(reading.named), len(reading.entities)
        asked = reading.asked
        quotes = reading.analysis.attributions
        speaking = {quotes[i].speaker for i in asked} - {None}
        counts = {
            "speakers": _count(len(reading.speakers), len(speaking), narrowed=reading.speakers_narrowed),
            "quotes": _count(len(reading.quotes), len(asked), narrowed=reading.narrowed),
            "entities": _count(left, entities, narrowed=reading.entities_narrowed),
        }
        self.tabs.counts = counts
        for panel in self.panels:
            panel.heading.count = counts[panel.id or ""]

    def move_markers(self, reading: Reading, here: int | None) -> None:
        """Move the markers with the article."""
        self.quotes.move_markers(
            None if reading.quote is None else str(reading.quote), None if here is None else str(here)
        )
        self.speakers.move_markers(reading.speaker, _speaker(reading, here))

    def show_panel(self, panel: str) -> None:
        """Show one panel if not all fit."""
        self.tabs.shown = panel
        for each in self.panels:
            each.set_class(each.id == panel, "-shown")

    def focus_list(self, rows: RowList) -> None:
        """Give the focus to one of the lists, and show its panel."""
        panel = next(each for each in self.panels if each.rows is rows)
        self.show_panel(panel.id or "")
        rows.focus()

    @on(PanelTabs.TabActivated)
    def _tab_activated(self, event: PanelTabs.TabActivated) -> None:
        event.stop()
        self.focus_list(next(each.rows for each in self.panels if each.id == event.panel))

    def _say_when_empty(self, stage: Stage, reading: Reading) -> None:
        texts = _EMPTY[stage]
        if reading.narrowed and stage != "waiting":
            nothing = "" if reading.quotes else no_matches(reading)
            texts = ("No speaker matches.", nothing, "No names in the matching quotes.")
        for rows, text in zip(self.lists, texts, strict=True):
            rows.empty_text = text


def _count(left: int, total: int, *, narrowed: bool) -> str:
    return f"{left} of {total}" if narrowed else str(left)


def _speaker(reading: Reading, quote: int | None) -> str | None:
    speaker = None if quote is None else reading.speaker_of(quote)
    return speaker.id if speaker else None
