"""All speakers of the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tui.screens.browse_screen import AGAIN, BACK, MOVING, BrowseScreen
from tui.screens.default_keys import shared
from tui.screens.messages import ShowPerson
from tui.session.reading.plurals import pluralise
from tui.widgets.panels.choices import Choices
from tui.widgets.panels.panel_text import fit, spread
from tui.widgets.panels.row_list import Row

if TYPE_CHECKING:
    from tui.library.people import People, Person
    from tui.session.settings import Settings

MAX_SHOWN = 1000
"""The most speakers that are shown; typing finds the others."""


class PeopleRows(Choices):
    """One row for each speaker: the name, how often they are quoted, and the role."""

    EMPTY_TEXT = "Nobody is quoted in what you have read so far."

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._people: Sequence[Person] = ()

    def show(self, people: Sequence[Person]) -> None:
        """Show these speakers."""
        self._people = people
        self.update_rows()
        self.mark(None)

    def person(self, key: str) -> Person:
        """Return the speaker of a row."""
        return self._people[int(key)]

    def rows(self, width: int) -> Sequence[Row]:
        """Return a row for each speaker, with a second line for a role."""
        return [Row(str(i), 2 if _role(each) else 1, gap=1) for i, each in enumerate(self._people)]

    def draw(self, row: Row, width: int) -> list[Content]:
        """Draw the name and the counts, then the role."""
        person, room, faint = self._people[int(row.key)], width - 4, self.row_style("faint")
        counts = f"{pluralise(person.quotes, 'quote')} · {pluralise(person.articles, 'article')}"
        name = Content.styled(fit(person.name, max(8, room - len(counts) - 2)), self.row_style("strong"))
        out = [spread(name, Content.styled(counts, faint), room)]
        if role := _role(person):
            out.append(Content.styled(fit(role, room), faint))
        return out


def _role(person: Person) -> str:
    """Return what stands under a name: the role, or the kind of a speaker that is no person."""
    return person.role or ("" if person.kind in ("person", "unknown") else person.kind)


class PeopleScreen(BrowseScreen):
    """All speakers, those quoted most on top; typing filters by name."""

    BINDINGS = [
        *shared(
            choose={
                "show": True,
                "description": "their page",
                "tooltip": "Show everything they said in what you have read",
            },
            filter={
                "show": True,
                "description": "search",
                "tooltip": "Find speakers by the beginning of a name",
            },
            back=BACK,
            person=AGAIN,
            library={"show": True},
            clippings={"show": True},
            open={},
            help={"show": True},
            quit={"show": True},
        ),
        *MOVING,
    ]
    PLACEHOLDER = "a name"

    def __init__(self, people: People, settings: Settings) -> None:
        super().__init__(settings)
        self.people = people
        self.fully_mounted = False
        """True once the speakers have been looked up; no key is handled before."""

    def make_rows(self) -> PeopleRows:
        """Return the list of speakers."""
        return PeopleRows(id="items")

    def on_mount(self) -> None:
        """Look up all speakers."""
        self.set_title("speakers")
        self.items.empty_text = ""
        self.narrow("")

    def on_screen_resume(self) -> None:
        """Look the speakers up again, as some may have been joined or split."""
        if self.fully_mounted:
            self.narrow(self.line.value)

    def narrow(self, text: str) -> None:
        """Look up the speakers whose names begin with these words, in a thread: of thousands it takes a while."""

        def work() -> None:
            found = self.people.all(text, limit=MAX_SHOWN)
            self.app.call_from_thread(self._found, text, found)

        self.run_worker(work, thread=True, group="people", exclusive=True, exit_on_error=False)

    def _found(self, text: str, found: Sequence[Person]) -> None:
        """Show what was found, unless something else was typed meanwhile."""
        if not self.is_attached or text != self.line.value:
            return
        self.fully_mounted = True
        rows = self.query_one(PeopleRows)
        rows.empty_text = (
            "Nobody by this name is quoted in what you have read." if text.strip() else rows.EMPTY_TEXT
        )
        rows.show(found)
        self.set_title(
            "speakers",
            pluralise(len(found), "speaker") if len(found) < MAX_SHOWN else f"the first {MAX_SHOWN:,}",
        )

    def open(self, key: str) -> None:
        """Show the page of a speaker."""
        self.post_message(ShowPerson(self.query_one(PeopleRows).person(key).id))
