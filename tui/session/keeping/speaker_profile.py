"""Everything that a speaker said in the articles read, by article, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from tui.session.filtering.query import Query, parse
from tui.session.filtering.record_index import RecordIndex
from tui.session.filtering.records import SAID_FIELDS, Record
from tui.session.keeping.library_view import short_title
from tui.session.reading.plurals import pluralise

if TYPE_CHECKING:
    from tui.library.library import Library
    from tui.library.people import Appearance, KeptQuote, Person

MOST = 5000
"""The most quotes of one speaker that are shown."""


class SpeakerProfile:
    """The quotes of one person, each given by its index in `quotes`."""

    def __init__(self, library: Library, person: Person) -> None:
        from tui.library.people import People

        self.library = library
        self.people = People(library)
        self.person = person
        self.filter_text = ""
        self.families: dict[int, tuple[int, ...]] = {}
        """For the first quote, by date, of each family of the same words: the indices of the others."""
        self.unfolded: set[int] = set()
        """The first quotes whose others are shown."""
        self.query: Query = parse("", SAID_FIELDS)
        self.load()

    def load(self) -> None:
        """Load the person and the quotes from the library."""
        self.person = self.people.person(self.person.id) or self.person
        self.quotes: list[KeptQuote] = self.people.quotes(self.person.id, limit=MOST, attitudes=True)
        self.families = {}
        self.index = RecordIndex([_record(each) for each in self.quotes], SAID_FIELDS, speech_only=True)
        self.set_filter(self.filter_text)

    def find_families(self) -> dict[int, tuple[int, ...]]:
        """Return what `families` should be; for thousands of quotes this takes a while and needs a thread."""
        from tui.library.comparing.compared_quote import ComparedQuote
        from tui.library.comparing.compared_words import compared_words
        from tui.library.comparing.quote_families import find_families

        quotes = [
            ComparedQuote(
                compared_words(each.words, each.kind), self.person.name, self.person.id, each.article
            )
            for each in self.quotes
        ]
        out = {}
        for family in find_families(quotes):
            first, *others = sorted(family, key=lambda i: (self.quotes[i].date, i))
            if any(self.quotes[i].article != self.quotes[first].article for i in others):
                out[first] = tuple(others)
        return out

    def toggle_family(self, index: int) -> None:
        """Show the others of a quote's family, or fold them again."""
        first = next((at for at, others in self.families.items() if index in (at, *others)), None)
        if first is not None:
            self.unfolded ^= {first}

    def set_filter(self, text: str) -> None:
        """Narrow the quotes to those that match a query; attitudes match only if it asks for them."""
        self.filter_text = text
        self.query = parse(text, SAID_FIELDS)
        self.left = self.index.matching(self.query)

    @property
    def total(self) -> int:
        """The number of quotes, not counting attitudes."""
        return sum(each.stance == "speech" for each in self.quotes)

    @property
    def about(self) -> str:
        """The roles and counts, on one line."""
        person = self.person
        counts = f"{pluralise(self.total, 'quote')} in {pluralise(person.articles, 'article')}"
        return " · ".join([*person.roles[:3], counts])

    def by_article(self) -> Iterator[tuple[KeptQuote, list[int]]]:
        """Yield the matching quotes by article: one that names the article, and the indices of all.

        Of quotes that are the same words only the first matching one by date is included, until they are unfolded.
        """
        left = set(self.left)
        folded = {
            other
            for first, others in self.families.items()
            if first in left and first not in self.unfolded
            for other in others
        }
        shown = [i for i in self.left if i not in folded]
        for _, those in groupby(shown, key=lambda i: self.quotes[i].article):
            found = list(those)
            yield self.quotes[found[0]], found

    def place_of(self, said: KeptQuote) -> str | None:
        """Return the index, as a row's key, of a quote that was loaded earlier; None if it is gone."""
        same = (said.article, said.content)
        return next(
            (str(i) for i, each in enumerate(self.quotes) if (each.article, each.content) == same), None
        )

    def appearances_in(self, article: int) -> list[Appearance]:
        """Return the names under which the person appears in an article."""
        return [each for each in self.people.appearances(self.person.id) if each.article == article]


def _record(said: KeptQuote) -> Record:
    return Record(
        words=said.words,
        speaker=said.name,
        role=said.role or "",
        cue=said.cue,
        kind=said.kind,
        stance=said.stance,
        certainty=said.certainty,
        article=f"{said.title} {said.source}",
        title=short_title(said.title, said.source),
    )
