"""Elsewhere: the other articles that have the words of a quote, and what differs there, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content

from tui.article.sanitising import one_line
from tui.library.comparing.word_alignment import Difference
from tui.resources import folder
from tui.screens.browse_screen import AGAIN, BACK, MOVING, BrowseScreen
from tui.screens.default_keys import shared
from tui.screens.messages import OpenKept
from tui.screens.saving_mark import background_runner
from tui.session.citing.citation import UNKNOWN, cite
from tui.session.comparing.elsewhere import MORE, Elsewhere, QuoteWording
from tui.session.comparing.marked_differences import marked_words
from tui.session.reading.dates import local_time, short_date
from tui.session.reading.plurals import pluralise
from tui.session.reading.quote_marks import certainty_mark
from tui.widgets.panels.choices import Choices
from tui.widgets.panels.panel_text import fit, spread, wrap_words
from tui.widgets.panels.row_list import Row

if TYPE_CHECKING:
    from tui.library.same_words import Occurrence
    from tui.session.settings import Settings

MAX_LINES = 8
"""The most lines of a quote."""
MAX_SENTENCES = 6
"""The most sentences on what differs."""


class ElsewhereRows(Choices):
    """The words here and what differs; then each wording with its articles."""

    COMPONENT_CLASSES = {"row--found"}

    EMPTY_TEXT = "No other article matches. Esc shows all of them again."

    def __init__(self, found: Elsewhere, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._found = found
        self._now = local_time()
        self._typed: list[str] = []

    def show(self, typed: str = "") -> None:
        """Show the articles whose outlet, title or speaker have all words typed."""
        self._typed = typed.casefold().split()
        marked = self.marked
        self.update_rows()
        self.mark(marked)

    def occurrence(self, key: str) -> Occurrence | None:
        """Return the quote of a row; None if it stands for further ones."""
        wording, _, at = key.partition(".")
        return None if at == "more" else self._found.wordings[int(wording)].occurrences[int(at)]

    def wording(self, key: str) -> QuoteWording:
        """Return the wording that a row belongs to."""
        return self._found.wordings[int(key.partition(".")[0])]

    def rows(self, width: int) -> Sequence[Row]:
        """Return headings with the words, and a row for each article."""
        out = [Row("here", len(self._here(width)), gap=1, heading=True)]
        for number, wording in enumerate(self._found.wordings):
            listed = self._found.listed(wording)
            left = [at for at, each in enumerate(listed) if self._matches(each)]
            more = len(wording.occurrences) - len(listed)
            if left or (more and not self._typed):
                words = len(self._words(wording, width))
                out.append(Row(f"w{number}", words, heading=True))
                out += [Row(f"{number}.{at}", 2, gap=1) for at in left]
                if more:
                    out.append(Row(f"{number}.more", 1, gap=1, look=more))
        return out if len(out) > 1 else []

    def _matches(self, each: Occurrence) -> bool:
        text = f"{each.outlet} {each.title} {each.name or ''} {each.role or ''}".casefold()
        return all(word in text for word in self._typed)

    def draw(self, row: Row, width: int) -> list[Content]:
        """Draw a heading, or an article: outlet, title and date, then who said it there, and how."""
        if row.key == "here":
            return self._here(width)
        if row.heading:
            return self._words(self._found.wordings[int(row.key[1:])], width)
        faint, room = self.row_style("faint"), width - 4
        if (each := self.occurrence(row.key)) is None:
            return [Content.styled(f"… and {pluralise(row.look, 'more article')} in these words", faint)]
        date = Content.styled(short_date(each.date, self._now), faint)
        outlet = each.outlet if each.outlet != each.title else ""
        title = fit(" · ".join(part for part in (outlet, each.title) if part), max(8, room - len(date) - 2))
        who = ", ".join(part for part in (each.name or UNKNOWN, each.role) if part)
        how = f"{each.kind} {certainty_mark(each.certainty)}"
        cue = self._found.cue(each)
        line = " · ".join(part for part in (who, cue, how, "corrected" if each.corrected else "") if part)
        return [spread(Content(title), date, room), Content.styled(fit(line, room), faint)]

    def _here(self, width: int) -> list[Content]:
        room = max(8, width - 4)
        strong = self.row_style("strong")
        words = [Content(line) for line in wrap_words(self._found.words.text, room, MAX_LINES)]
        speaker = self._found.speaker
        who = one_line(speaker.name) if speaker else UNKNOWN
        out = [*words, Content.styled(fit(f"{who}, here", room), self.row_style("faint"))]
        sentences = self._found.sentences()
        for sentence in sentences[:MAX_SENTENCES]:
            out += [Content.styled(line, strong) for line in wrap_words(sentence, room, 3)]
        if more := len(sentences) - MAX_SENTENCES:
            out += [Content.styled(f"… and {pluralise(more, 'more difference')}", strong)] if more > 0 else []
        if name := self._found.offers:
            offer = f"You corrected the speaker here: x gives {name} to the marked article, too."
            out += [Content(line) for line in wrap_words(offer, room, 3)]
        return out

    def _words(self, wording: QuoteWording, width: int) -> list[Content]:
        """Return the words of the other articles, what differs marked, wrapped."""
        styles = {
            Difference.CHANGED: self.row_style("found"),
            Difference.BRACKETED: self.row_style("strong"),
            Difference.LONGER: self.row_style("faint"),
        }
        parts = [
            Content.styled(part.text, styles[part.difference])
            if part.difference in styles
            else Content(part.text)
            for part in marked_words(wording.alignment)
        ]
        lines = Content(" ").join(parts).wrap(max(8, width - 4))
        return [*lines[: MAX_LINES - 1], Content("…")] if len(lines) > MAX_LINES else list(lines)


class ElsewhereScreen(BrowseScreen):
    """The other articles that have the same words. Enter opens one there; = and Esc go back."""

    CSS_PATH = [*BrowseScreen.CSS_PATH, folder("styles") / "library.tcss"]
    BINDINGS = [
        *shared(
            choose={"show": True, "description": "open there", "tooltip": "Open the article at this quote"},
            filter={
                "show": True,
                "tooltip": "Show only articles with these words in outlet, title or speaker",
            },
            back=BACK,
            quote_elsewhere=AGAIN,
            copy_words={"show": True, "tooltip": "Copy the words as they stand there"},
            copy_cited={"show": True, "tooltip": "Copy the quote here, cited, with “also in …”"},
        ),
        Binding(
            "x", "give", "give the speaker", id="elsewhere.give", tooltip="Give the quote there your speaker"
        ),
        Binding("u", "undo", "undo", id="elsewhere.undo", show=False, tooltip="Take that back"),
        *shared(library={}, clippings={}, open={}, person={}, help={"show": True}, quit={"show": True}),
        *MOVING,
    ]
    PLACEHOLDER = "words of the outlet, the title or the speaker"

    def __init__(self, found: Elsewhere, settings: Settings) -> None:
        super().__init__(settings)
        self.found = found

    def make_rows(self) -> ElsewhereRows:
        """Return the list of articles."""
        return ElsewhereRows(self.found, id="items")

    @property
    def rows(self) -> ElsewhereRows:
        """The list of articles."""
        return self.query_one(ElsewhereRows)

    def on_mount(self) -> None:
        """Show all articles."""
        self.set_title("elsewhere", pluralise(self.found.articles, "other article"))
        self.call_after_refresh(self.narrow, "")

    def narrow(self, text: str) -> None:
        """Show the articles that match."""
        self.rows.show(text)

    def open(self, key: str) -> None:
        """Open the article at this quote, or list more articles."""
        each = self.rows.occurrence(key)
        if each is None:
            self.rows.wording(key).listed += MORE
            self.rows.show(self.line.value)
        else:
            self.post_message(OpenKept(each.article, each.content[0] if each.content else None, each.source))

    def action_copy_words(self) -> None:
        """Copy the words as they stand in the marked article; with speaker and cue where they would mislead."""
        if (key := self.items.marked) is not None:
            wording = self.rows.wording(key)
            each = self.rows.occurrence(key) or wording.occurrences[0]
            self.app.copy_to_clipboard(self.found.copied(wording, each))

    def action_copy_cited(self) -> None:
        """Copy the quote here with its speaker, a citation, and the other articles."""
        found = self.found
        cited = cite(found.article, found.analysis, found.attribution, self.settings.citation)
        self.app.copy_to_clipboard(found.with_others(cited, self.settings.citation))

    def action_give(self) -> None:
        """Give the quote in the marked article the speaker that the reader corrected here."""
        each = None if self.items.marked is None else self.rows.occurrence(self.items.marked)
        if not self.found.offers:
            self.show_message("This gives a speaker that you corrected in this article to the others.")
        elif each is not None:
            background_runner(self.app, self.found.library)(
                lambda: self.found.give_speaker(each), self._given
            )

    def action_undo(self) -> None:
        """Take back the last speaker that was given."""
        background_runner(self.app, self.found.library)(self.found.take_back, self._given)

    def _given(self, sentence: str) -> None:
        if self.is_attached:
            self.rows.show(self.line.value)
            self.show_message(sentence)
