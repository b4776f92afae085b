"""A speaker's page: everything they said in all articles that were read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content

from tui.resources import folder
from tui.screens.browse_screen import AGAIN, BACK, MOVING
from tui.screens.default_keys import shared
from tui.screens.filter_screen import FilterScreen
from tui.screens.messages import CopyText, OpenKept
from tui.screens.saving_mark import background_runner
from tui.session.citing.kept_quote_citation import KeptQuoteCiter
from tui.session.filtering.records import SAID_FIELDS
from tui.session.keeping.library_view import short_title
from tui.session.keeping.people_edits import PeopleEditResult, PeopleEdits
from tui.session.keeping.speaker_profile import SpeakerProfile
from tui.session.opening.library_place import LibraryPlace, LibraryStop
from tui.session.reading.dates import local_time, short_date
from tui.session.reading.plurals import pluralise
from tui.session.reading.quote_marks import ELSEWHERE, certainty_mark
from tui.widgets.panels.choices import Choices
from tui.widgets.panels.panel_text import fit, spread, wrap_words
from tui.widgets.panels.row_list import Row

if TYPE_CHECKING:
    from tui.library.people import KeptQuote, Person
    from tui.session.filtering.filter_completion import Completion
    from tui.session.settings import Settings

MAX_LINES = 6
"""The most lines of a quote."""


class SpeakerQuoteRows(Choices):
    """Quotes, under the title and date of their article."""

    EMPTY_TEXT = "Nothing this speaker said is in the library."

    def __init__(self, profile: SpeakerProfile, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._profile = profile
        self._now = local_time()

    def rows(self, width: int) -> Sequence[Row]:
        """Return a heading for each article, and a row for each quote."""
        out = []
        for first, quotes in self._profile.by_article():
            out.append(Row(f"a{first.article}.{quotes[0]}", heading=True))
            out.extend(
                Row(str(i), len(self._words(i, width)) + 1 + bool(self._family(i)), gap=1) for i in quotes
            )
        return out

    def _family(self, index: int) -> str:
        """Return a line on the same words in other articles; "" for a quote that is not the first of several."""
        others = self._profile.families.get(index, ())
        if not others:
            return ""
        shown = "= folds them" if index in self._profile.unfolded else "= shows them"
        return f"{ELSEWHERE} the same words {pluralise(len(others), 'more time')}; {shown}"

    def _words(self, index: int, width: int) -> list[str]:
        return wrap_words(self._profile.quotes[index].words, width - 4, MAX_LINES)

    def draw(self, row: Row, width: int) -> list[Content]:
        """Draw the words, then the cue, kind and certainty."""
        faint = self.row_style("faint")
        if row.heading:
            said = self._profile.quotes[int(row.key.partition(".")[2])]
            date = Content.styled(short_date(said.date, self._now), faint)
            title = Content.styled(short_title(said.title, said.source), self.row_style("strong"))
            return [spread(title, date, width - 3)]
        said = self._profile.quotes[int(row.key)]
        kind = said.kind if said.stance == "speech" else f"{said.kind} {said.stance}"
        by_hand = " · corrected" if said.corrected else ""
        person = self._profile.person
        about = [said.name if said.name != person.name else "", said.role or "", said.cue.rstrip(" ,:;")]
        if said.role == person.role:
            about[1] = ""
        tail = f"{kind} {certainty_mark(said.certainty)}{by_hand}"
        line = " · ".join([*(part for part in about if part), tail])
        family = self._family(int(row.key))
        return [
            *map(Content, self._words(int(row.key), width)),
            Content.styled(fit(line, width - 4), faint),
            *([Content.styled(fit(family, width - 4), faint)] if family else []),
        ]


class SpeakerPageScreen(FilterScreen):
    """What one speaker said. Enter opens the article there; J joins, P splits, R renames, u undoes."""

    CSS_PATH = [*FilterScreen.CSS_PATH, folder("styles") / "library.tcss"]
    BINDINGS = [
        *shared(
            choose={"show": True, "description": "open there", "tooltip": "Open the article at this quote"},
            filter={"show": True, "tooltip": "Filter as you type"},
            back=BACK,
            person=AGAIN,
            copy_words={"show": True},
            copy_cited={"show": True},
            copy_all={},
            quote_elsewhere={"tooltip": "Show the same words in other articles, or fold them"},
        ),
        Binding("J", "join", "join", id="person.join", tooltip="Join: this and another speaker are the same"),
        Binding(
            "P", "split", "split", id="person.part", tooltip="Split off: in this article it is somebody else"
        ),
        Binding("R", "rename", "rename", id="person.rename", tooltip="Rename the speaker", show=False),
        Binding("u", "undo", "undo", id="person.undo", tooltip="Undo the last join, split or new name"),
        Binding(
            "ctrl+r", "redo", "redo", id="person.redo", show=False, tooltip="Redo the last undone change"
        ),
        *shared(library={}, clippings={}, open={}, help={"show": True}, quit={"show": True}),
        *MOVING,
    ]
    PLACEHOLDER = "words, article: kind: cue: role: certainty: stance:"
    FIELDS = SAID_FIELDS

    def __init__(self, profile: SpeakerProfile, settings: Settings) -> None:
        super().__init__(settings)
        self.profile = profile
        self.book = PeopleEdits(profile.people, lambda: profile.library.notice)

    def make_rows(self) -> SpeakerQuoteRows:
        """Return the list of quotes."""
        return SpeakerQuoteRows(self.profile, id="items")

    def on_mount(self) -> None:
        """Show all quotes."""
        self.book.run = background_runner(self.app, self.profile.library)
        self.call_after_refresh(self._redraw)
        self._find_families()

    def _find_families(self) -> None:
        """Fold the same words in several articles, once they are found in a thread."""
        quotes = self.profile.quotes

        def work() -> None:
            found = self.profile.find_families()
            self.app.call_from_thread(show, found)

        def show(found: dict[int, tuple[int, ...]]) -> None:
            if self.is_attached and self.profile.quotes is quotes:
                self.profile.families = found
                self._redraw()

        self.run_worker(work, thread=True, group="families", exclusive=True, exit_on_error=False)

    def action_elsewhere(self) -> None:
        """Show the same words in other articles, or fold them again."""
        if self.items.marked is not None:
            self.profile.toggle_family(int(self.items.marked))
            self._redraw()

    def on_screen_resume(self) -> None:
        """Load the quotes again, as there may be more, or some may have been corrected."""
        if self.items.marked is not None:
            self._reload()

    def narrow(self, text: str) -> None:
        """Show the quotes that match the filter."""
        self.profile.set_filter(text)
        self._redraw()

    def complete(self, text: str, cursor: int) -> Sequence[Completion]:
        """Suggest fields, and values that the quotes have."""
        from tui.session.filtering.filter_completion import complete

        return complete(self.profile.index, text, cursor)

    def _redraw(self, marked: str | None = None) -> None:
        profile = self.profile
        narrowed = bool(profile.filter_text.strip())
        self.items.empty_text = (
            "No quote matches. Esc shows all of them again." if narrowed else SpeakerQuoteRows.EMPTY_TEXT
        )
        marked = marked or self.items.marked
        self.items.update_rows()
        self.items.mark(marked)
        left = f"{len(profile.left)} of {pluralise(profile.total, 'quote')}"
        self.set_title(profile.person.name, left if narrowed else profile.about)
        if profile.query.problem:
            self.show_message(profile.query.notice, warning=True)

    def open(self, key: str) -> None:
        """Open the article at this quote."""
        if (said := self._said(key)) is not None:
            opened = _stop(said)
            stops = [_stop(self.profile.quotes[i]) for i in self.profile.left]
            place = LibraryPlace.of(stops, opened)
            self.post_message(OpenKept(opened.article, opened.at, place=place))

    def _said(self, key: str | None) -> KeptQuote | None:
        return self.profile.quotes[int(key)] if key is not None and key.isdigit() else None

    @property
    def _marked(self) -> KeptQuote | None:
        return self._said(self.items.marked)

    # Copying

    def action_copy_words(self) -> None:
        """Copy the words of the marked quote; with speaker and cue where they would mislead alone."""
        if said := self._marked:
            citer = KeptQuoteCiter(self.profile.library)
            self._copy(lambda: citer.words(said))

    def action_copy_cited(self) -> None:
        """Copy the marked quote with its speaker and a citation."""
        if said := self._marked:
            citer = KeptQuoteCiter(self.profile.library)
            self._copy(lambda: citer.cited(said, self.settings.citation))

    def action_copy_all(self) -> None:
        """Copy all matching quotes with citations."""
        left = [self.profile.quotes[i] for i in self.profile.left]
        if left:
            citer, style = KeptQuoteCiter(self.profile.library), self.settings.citation
            self._copy(
                lambda: "\n\n".join(citer.cited(said, style) for said in left), pluralise(len(left), "quote")
            )

    def _copy(self, cite: Callable[[], str], what: str = "") -> None:
        """Copy what `cite` returns; articles are read for it, and of thousands of quotes this takes a while."""
        self.app.run_worker(lambda: self.post_message(CopyText(cite(), what=what)), thread=True, group="copy")

    # Who is who

    def action_join(self) -> None:
        """Ask which other speaker this one is the same as, and join them."""
        from tui.screens.library.choose_person_screen import ChoosePersonScreen

        person = self.profile.person
        self.app.push_screen(ChoosePersonScreen(self.profile.people, person), self._join)

    def _join(self, other: Person | None) -> None:
        if other is not None:
            self.book.join(self.profile.person, other, self._report)

    def action_split(self) -> None:
        """Split off the speaker of the marked quote's article: somebody else of the same name."""
        if self._marked is None:
            return
        person = self.profile.person
        if person.articles < 2:
            self.show_message("This speaker is quoted in one article only: there is nobody to split off.")
            return
        title = short_title(self._marked.title, self._marked.source)
        self.book.split(person, self.profile.appearances_in(self._marked.article), title, self._report)

    def action_rename(self) -> None:
        """Ask for another name."""
        from tui.screens.library.line_screen import LineScreen

        self.app.push_screen(LineScreen("Rename", self.profile.person.name), self._rename)

    def _rename(self, name: str | None) -> None:
        if name is not None and name.strip() and name != self.profile.person.name:
            self.book.rename(self.profile.person, name, self._report)

    def action_undo(self) -> None:
        """Undo the last change made on this page, then earlier changes of this speaker."""
        self.book.undo(self.profile.person, self._report)

    def action_redo(self) -> None:
        """Redo the last undone change."""
        self.book.redo(self._report)

    def _report(self, answer: PeopleEditResult) -> None:
        if not self.is_attached:
            return
        if answer.changed:
            self.profile.person = answer.person or self.profile.person
            self._reload()
        self.show_message(answer.sentence, warning=answer.failed)

    def _reload(self) -> None:
        was = self._marked
        self.profile.load()
        self._find_families()
        self._redraw(None if was is None else self.profile.place_of(was))


def _stop(said: KeptQuote) -> LibraryStop:
    return LibraryStop(said.article, said.content[0] if said.content else None)
