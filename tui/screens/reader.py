"""The reader: the article, its speakers, its quotes, its entities, and the filter that narrows them."""

from __future__ import annotations

from pathlib import Path

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from tui.analysis.analysis import Analysis
from tui.article.article import Article
from tui.article.cleaning import one_line
from tui.resources import folder
from tui.screens.bindings import READER
from tui.session.highlights import highlights
from tui.session.reading import Reading
from tui.session.settings import Settings
from tui.widgets.article_pane import ArticlePane
from tui.widgets.entities_list import EntitiesList
from tui.widgets.filter_bar import FilterBar
from tui.widgets.gutter import Gutter
from tui.widgets.key_hints import KeyHints
from tui.widgets.panel import Panel, PanelTabs
from tui.widgets.quotes_list import QuotesList
from tui.widgets.row_list import RowList
from tui.widgets.speakers_list import SpeakersList
from tui.widgets.title_bar import TitleBar

WIDE = 100
"""From so many columns on the panels stand beside the article."""
SMALLEST = (40, 12)
"""Columns and lines below which nothing useful can be shown."""


class ReaderScreen(Screen[None]):
    """One article being read. What keys and clicks mean is decided by the `Reading`; this draws its state."""

    CSS_PATH = [folder("styles") / name for name in ("article_pane.tcss", "panels.tcss", "reader.tcss")]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (SMALLEST[0], "-narrow"), (WIDE, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-low"), (20, "-tall")]

    BINDINGS = list(READER)

    def __init__(self, reading: Reading, *, settings: Settings, position: int = 0, filter_text: str = "") -> None:
        super().__init__()
        self.reading = reading
        self._position = position
        self._filter_text = filter_text
        self.settings = settings
        self._progress = "" if reading.analysis.complete else "reading who said what"
        self._entities_marked = False
        self._last_position = position

    def compose(self) -> ComposeResult:
        """Title, body, filter, hints; and what a terminal too small says instead."""
        yield TitleBar(id="title")
        with Container(id="body"):
            with Container(id="reading"):
                yield ArticlePane(id="article")
                yield Gutter(id="gutter")
            with Vertical(id="panels"):
                panels = [
                    Panel("Speakers", SpeakersList(id="speakers-list"), id="speakers"),
                    Panel("Quotes", QuotesList(id="quotes-list"), id="quotes"),
                    Panel("Entities", EntitiesList(id="entities-list"), id="entities"),
                ]
                yield PanelTabs(panels)
                yield from panels
        yield FilterBar(id="filter")
        yield KeyHints(id="hints")
        yield Static("", id="too-small", markup=False)

    def on_mount(self) -> None:
        """Show the article at once; the rest as it becomes known."""
        article = self.reading.article
        self.query_one(TitleBar).name_of_article = one_line(article.title or Path(article.source).name)
        self.article_pane.measure = self.settings.measure
        self.article_pane.show(article)
        self.article_pane.focus()
        self._show_tab("quotes")
        if self._filter_text:
            self.query_one(FilterBar).put(self._filter_text)
            self.reading.set_filter(self._filter_text)
        if self._position:
            self.call_after_refresh(self.article_pane.go_to, self._position)
        self.redraw()

    @property
    def last_position(self) -> int:
        """Where the reader is, as an offset into the article's text."""
        return self._last_position

    # Parts

    @property
    def article(self) -> Article:
        """What is being read."""
        return self.reading.article

    @property
    def article_pane(self) -> ArticlePane:
        """The article's pane."""
        return self.query_one(ArticlePane)

    @property
    def lists(self) -> tuple[SpeakersList, QuotesList, EntitiesList]:
        """The three lists, from above."""
        return self.query_one(SpeakersList), self.query_one(QuotesList), self.query_one(EntitiesList)

    @property
    def focused_list(self) -> RowList | None:
        """The list that has the focus."""
        return self.focused if isinstance(self.focused, RowList) else None

    # Drawing the state

    def adopt(self, analysis: Analysis) -> None:
        """Show a newer analysis of the article."""
        self.reading.adopt(analysis)
        if analysis.complete:
            self._progress = ""
        for notice in analysis.notices:
            self.notify(Content(one_line(notice)).plain, markup=False, timeout=8)
        self.redraw()

    def show_progress(self, text: str) -> None:
        """Say how far the analysis is; "" when there is nothing to wait for."""
        self._progress = text
        self.query_one(TitleBar).progress = text
        self._say_when_empty()

    def redraw(self) -> None:
        """Draw everything that depends on what is chosen, filtered or found."""
        self._draw_marks()
        speakers, quotes, entities = self.lists
        self._say_when_empty()
        here = self.reading.current(self.article_pane.visible_span)
        speakers.show(self.reading, self._speaker_id(here))
        quotes.show(self.reading, here)
        entities.show(self.reading)
        self._draw_counts()

    def _speaker_id(self, quote: int | None) -> str | None:
        speaker = None if quote is None else self.reading.speaker_of(quote)
        return speaker.id if speaker else None

    def _draw_marks(self) -> None:
        marks, letters = highlights(self.reading, entities=self._entities_marked)
        self.article_pane.set_marks(marks, letters)
        self.query_one(Gutter).set_letters(letters, len(self.article.text))

    def _draw_counts(self) -> None:
        reading = self.reading
        left, total = len(reading.quotes), reading.total
        quotes = f"{left} of {total}" if reading.narrowed else str(total)
        speakers = str(len(reading.speakers))
        title = self.query_one(TitleBar)
        title.progress = self._progress
        title.counts = f"{_many(len(reading.analysis.speakers), 'speaker')} · {_many(total, 'quote')}"
        counts = {"speakers": speakers, "quotes": quotes, "entities": str(len(reading.entities))}
        for panel in self.query(Panel):
            panel.heading.count = counts[panel.id or ""]
        self.query_one(PanelTabs).counts = counts
        bar = self.query_one(FilterBar)
        if reading.query.problem:
            bar.say(reading.query.problem, problem=True)
        else:
            bar.say(f"{left} of {_many(total, 'quote')}" if reading.narrowed else "")

    def _say_when_empty(self) -> None:
        speakers, quotes, entities = self.lists
        waiting = bool(self._progress)
        if waiting:
            speakers.empty_text = "Finding out who is quoted …"
            quotes.empty_text = "Looking for quotes …"
            entities.empty_text = "Looking for names …"
        elif self.reading.narrowed:
            speakers.empty_text = quotes.empty_text = "Nothing is left. Esc widens again."
            entities.empty_text = "No name stands in these quotes."
        else:
            speakers.empty_text = "Nobody is quoted in this article."
            quotes.empty_text = "There is no quote in this article."
            entities.empty_text = "Nothing is named in this article."

    def _point(self) -> None:
        """Move the panels' markers with the article; nothing else changes."""
        speakers, quotes, _ = self.lists
        here = self.reading.current(self.article_pane.visible_span)
        chosen = None if self.reading.quote is None else str(self.reading.quote)
        quotes.point(chosen, None if here is None else str(here))
        speakers.point(self.reading.speaker, self._speaker_id(here))

    # What the panes say

    @on(ArticlePane.Scrolled)
    def _scrolled(self) -> None:
        self.query_one(TitleBar).percent = self.article_pane.percent
        self._last_position = self.article_pane.position
        self._point()

    @on(ArticlePane.Clicked)
    def _clicked(self, event: ArticlePane.Clicked) -> None:
        quote = self.reading.links.quote_at(event.offset)
        if quote is not None and quote in self.reading.quotes:
            self.reading.choose_quote(None if quote == self.reading.quote else quote)
            self.redraw()

    @on(RowList.Chosen, "#speakers-list")
    def _speaker_chosen(self, event: RowList.Chosen) -> None:
        self.reading.choose_speaker(event.key)
        self._reveal_first_left()
        self.redraw()

    @on(RowList.Chosen, "#entities-list")
    def _entity_chosen(self, event: RowList.Chosen) -> None:
        self.reading.choose_entity(event.key)
        entity = self.reading.chosen_entity
        if entity is not None:
            visible = self.article_pane.visible_span
            if not any(visible.overlaps(mention) for mention in entity.mentions) and entity.mentions:
                self.article_pane.reveal(entity.mentions[0])
        self.redraw()

    @on(RowList.Chosen, "#quotes-list")
    def _quote_chosen(self, event: RowList.Chosen) -> None:
        self.reading.choose_quote(None if event.key is None else int(event.key))
        self._reveal_chosen()
        self.redraw()

    def _reveal_chosen(self) -> None:
        quote = self.reading.chosen_quote
        if quote is not None:
            self.article_pane.reveal(quote.content[0])

    def _reveal_first_left(self) -> None:
        """Bring a quote that is left into sight, where none is."""
        visible = self.article_pane.visible_span
        if self.reading.speaker and self.reading.quotes and self.reading.current(visible) is None:
            first = self.reading.analysis.attributions[self.reading.quotes[0]]
            self.article_pane.reveal(first.content[0])

    @on(PanelTabs.Picked)
    def _tab_picked(self, event: PanelTabs.Picked) -> None:
        self._show_tab(event.panel)
        self.query_one(f"#{event.panel}-list", RowList).focus()

    @on(FilterBar.Changed)
    def _filter_changed(self, event: FilterBar.Changed) -> None:
        if event.text == self.reading.filter_text:
            return
        self.reading.set_filter(event.text)
        self.redraw()
        self._offer_completions()

    @on(FilterBar.Left)
    def _filter_left(self) -> None:
        self.article_pane.focus()
        self._reveal_first_left()

    def _offer_completions(self) -> None:
        bar = self.query_one(FilterBar)
        bar.offer(self.reading.index.complete(bar.line.value, bar.line.cursor_position))

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        """Entities are marked in the article while their panel has the focus."""
        marked = isinstance(self.focused, EntitiesList)
        if marked != self._entities_marked:
            self._entities_marked = marked
            self._draw_marks()
        if self.focused is self.query_one(FilterBar).line:
            self._offer_completions()

    def on_resize(self, event: events.Resize) -> None:
        """Say so when there is no room for a reader."""
        width, height = event.size
        least = f"{SMALLEST[0]}×{SMALLEST[1]}"
        self.query_one("#too-small", Static).update(
            Content(f"This terminal is too small for quoth: {width}×{height}, and {least} is the least. q quits.")
        )

    # Keys

    def action_move(self, step: int) -> None:
        """A line in the article, a row in a list."""
        if (rows := self.focused_list) is not None:
            rows.move(step)
        elif step > 0:
            self.article_pane.action_scroll_line_down()
        else:
            self.article_pane.action_scroll_line_up()

    def action_page(self, step: int) -> None:
        """A page in the article, about a page of rows in a list."""
        if (rows := self.focused_list) is not None:
            rows.move(step * rows.page)
        elif step > 0:
            self.article_pane.action_page_down()
        else:
            self.article_pane.action_page_up()

    def action_end(self, step: int) -> None:
        """To the first or last line, or row."""
        if (rows := self.focused_list) is not None:
            rows.move_to_end(step > 0)
        elif step > 0:
            self.article_pane.action_bottom()
        else:
            self.article_pane.action_top()

    def action_paragraph(self, step: int) -> None:
        """To the next or previous paragraph."""
        if step > 0:
            self.article_pane.action_next_paragraph()
        else:
            self.article_pane.action_previous_paragraph()

    def action_next_quote(self) -> None:
        """To the next quote among those left."""
        self._step(1)

    def action_previous_quote(self) -> None:
        """To the previous quote among those left."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        if self.reading.step(direction, self.article_pane.visible_span) is None:
            self.notify(_no_further(self.reading, direction), markup=False, timeout=2)
            return
        self._reveal_chosen()
        self.redraw()

    def action_choose(self) -> None:
        """Choose the current row of a list; in the article, the quote the reader is at."""
        if (rows := self.focused_list) is not None:
            rows.choose_here()
            return
        here = self.reading.current(self.article_pane.visible_span)
        if here is not None:
            self.reading.choose_quote(here)
            self._reveal_chosen()
            self.redraw()

    def action_only(self) -> None:
        """Only the speaker of the quote the reader is at; again: everybody."""
        had = self.reading.speaker
        speaker = self.reading.only(self.article_pane.visible_span)
        if speaker is None and had is None:
            self.notify("No quote with a known speaker is in sight; n goes to the next quote.", markup=False)
            return
        self.redraw()

    def action_back(self) -> None:
        """Let go of what is chosen, one thing a press; then of the filter."""
        if self.reading.back() == "filter":
            self.query_one(FilterBar).put("")
        self.redraw()

    def action_filter(self) -> None:
        """Type a filter."""
        self.set_class(False, "-alone")
        self.query_one(FilterBar).line.focus()

    def action_alone(self) -> None:
        """The article alone, or with its panels again."""
        self.toggle_class("-alone")
        if self.has_class("-alone"):
            self.article_pane.focus()

    def action_pane(self, step: int) -> None:
        """Move the focus to the next pane."""
        if self.has_class("-alone"):
            self.set_class(False, "-alone")
        order = [self.article_pane, *self.lists]
        at = order.index(self.focused) if self.focused in order else 0
        target = order[(at + step) % len(order)]
        if isinstance(target, RowList) and target.parent is not None:
            self._show_tab(target.parent.id or "")
        target.focus()

    def _show_tab(self, panel: str) -> None:
        """Which panel shows where there is room for one only."""
        self.query_one(PanelTabs).shown = panel
        for each in self.query(Panel):
            each.set_class(each.id == panel, "-shown")

    def action_show_help(self) -> None:
        """The keys and the filter's words."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.settings.keymap))

    def action_why(self) -> None:
        """Why this speaker: the evidence, step by step."""
        here = self.reading.current(self.article_pane.visible_span)
        if here is None:
            self.notify("No quote is in sight; n goes to the next one.", markup=False)
            return
        from tui.screens.why import WhyScreen

        self.reading.choose_quote(here)
        self._reveal_chosen()
        self.redraw()
        self.app.push_screen(WhyScreen(self.reading, here))


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _no_further(reading: Reading, direction: int) -> str:
    if not reading.analysis.attributions:
        return "No quotes have been found so far."
    if not reading.quotes:
        return "The filter leaves no quote; Esc widens again."
    return "This is the last quote that is left." if direction > 0 else "This is the first quote that is left."
