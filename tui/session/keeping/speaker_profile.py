"""A speaker's page: everything somebody said in all that was read, by article, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from tui.session.filtering.query import Query, parse
from tui.session.filtering.record_index import RecordIndex
from tui.session.filtering.records import SAID_FIELDS, Record
from tui.session.keeping.library_view import called
from tui.session.reading.plurals import many

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.library.people import Appearance, Person, Statement

MOST = 5000
"""At most so many quotes are shown of one speaker."""


class SpeakerProfile:
    """What is shown of one person. Quotes are named by their index in `said`."""

    def __init__(self, library: Library, person: Person) -> None:
        from tui.library.people import People

        self.library = library
        self.people = People(library)
        self.person = person
        self.filter_text = ""
        self.query: Query = parse("", SAID_FIELDS)
        self.load()

    def load(self) -> None:
        """Look up what they said anew."""
        self.person = self.people.person(self.person.id) or self.person
        self.said: list[Statement] = self.people.said(self.person.id, limit=MOST, attitudes=True)
        self.index = RecordIndex([_record(each) for each in self.said], SAID_FIELDS, speech_only=True)
        self.set_filter(self.filter_text)

    def set_filter(self, text: str) -> None:
        """Leave the quotes that `text`, in the filter's language, leaves; attitudes where it asks for them."""
        self.filter_text = text
        self.query = parse(text, SAID_FIELDS)
        self.left = self.index.matching(self.query)

    @property
    def total(self) -> int:
        """How many quotes there are, attitudes aside."""
        return sum(each.stance == "speech" for each in self.said)

    @property
    def about(self) -> str:
        """Roles and counts, one line."""
        person = self.person
        counts = f"{many(self.total, 'quote')} in {many(person.articles, 'article')}"
        return " · ".join([*person.roles[:3], counts])

    def by_article(self) -> Iterator[tuple[Statement, list[int]]]:
        """What is left, article by article, each with one of its quotes to name it by."""
        for _, those in groupby(self.left, key=lambda i: self.said[i].article):
            found = list(those)
            yield self.said[found[0]], found

    def place_of(self, said: Statement) -> str | None:
        """The index, as a row's key, of a quote that was looked up before; None where it is there no more."""
        same = (said.article, said.content)
        return next(
            (str(i) for i, each in enumerate(self.said) if (each.article, each.content) == same), None
        )

    def appearances_in(self, article: int) -> list[Appearance]:
        """As whom they speak in an article."""
        return [each for each in self.people.appearances(self.person.id) if each.article == article]


def _record(said: Statement) -> Record:
    return Record(
        words=said.words,
        speaker=said.name,
        role=said.role or "",
        cue=said.cue,
        kind=said.kind,
        stance=said.stance,
        certainty=said.certainty,
        article=f"{said.title} {said.source}",
        title=called(said.title, said.source),
    )


def plain_citation(said: Statement) -> str:
    """A quote with who said it and where, to be copied."""
    from tui.session.exporting.citation import said_by

    who = said_by(said.name, said.role, "", kind=said.kind, stance=said.stance, corrected=said.corrected)
    where = ", ".join(part for part in (said.title, said.date[:10], said.source) if part)
    return f"{said.words}\n— {who}, in {where}"
