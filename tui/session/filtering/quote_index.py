"""The quotes of one analysis, ready to be filtered at every keystroke."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from tui.analysis.analysis import Analysis
from tui.article.article import Article
from tui.article.folding import fold
from tui.session.filtering.bitsets import BitsetIndex, by_value, joined, mask_of, places
from tui.session.filtering.matching import compares, holders
from tui.session.filtering.query import CERTAINTIES, CHOICES, FIELDS, NOBODY, Comparison, Query, Value, Word
from tui.session.filtering.search_columns import SearchColumns
from tui.session.reading.quote_links import QuoteLinks
from tui.session.reading.quote_text import clean


class QuoteIndex(BitsetIndex):
    """An index over `analysis.attributions`; `article` is the one analysed, `links` its own, if at hand.

    Bit i of a mask stands for the i-th quote in reading order.
    """

    fields = FIELDS
    bare = ("speaker", "entity")

    def __init__(self, article: Article, analysis: Analysis, links: QuoteLinks | None = None) -> None:
        super().__init__(len(analysis.attributions))
        self.article = article
        self.analysis = analysis
        self.columns = SearchColumns(article, analysis, links)

    @property
    def links(self) -> QuoteLinks:
        """What hangs together in the analysis."""
        return self.columns.links

    @cached_property
    def lengths(self) -> list[int]:
        """How many characters each quote's first piece has, by index into the analysis; -1 where it is more
        than one line of text or holds spaces that are not shown."""
        find = self.article.text.find
        spans = (quote.content[0] for quote in self.analysis.attributions)
        return [-1 if find("\n", *at) >= 0 or find("  ", *at) >= 0 else at[1] - at[0] for at in spans]

    def prepare(self) -> Iterator[None]:
        """Make what queries need, a step at a time, before one asks for it."""
        return self.columns.prepare()

    # Asking

    def matching(self, query: Query, *, attitudes: bool = False) -> list[int]:
        """The indices into `analysis.attributions` of the quotes that the query leaves, in reading order."""
        return self.indices(self.mask(query, attitudes=attitudes))

    def indices(self, found: int) -> list[int]:
        """The indices of the quotes in a mask, in reading order."""
        order = self.columns.order
        return list(order) if found == self._all else list(map(order.__getitem__, places(found)))

    def said_by(self, speaker: str) -> int:
        """The quotes of the speaker with this id, as a mask."""
        return self.columns.said_by.get(speaker, 0)

    def naming(self, entity: str) -> int:
        """The quotes that name the entity with this id, as a mask."""
        return self.columns.naming.get(entity, 0)

    # What can be asked for

    def shown(self, field: str) -> Iterator[tuple[str, int]]:
        """The values that `field` takes, as they are shown, each with the mask of its quotes."""
        if field == "speaker":
            for speaker in self.analysis.speakers:
                yield clean(speaker.name), self.said_by(speaker.id)
        elif field == "entity":
            for entity in self.analysis.entities:
                yield clean(entity.name), self.naming(entity.id)
        elif field == "cue":
            yield from by_value(enumerate(self.columns.cues)).items()
        elif field == "role":
            roles = {fold(s.role): clean(s.role) for s in self.analysis.speakers if s.role}
            for role, mask in by_value(enumerate(self.columns.roles)).items():
                yield roles.get(role, role), mask
        elif field in CHOICES:
            for choice in CHOICES[field]:
                yield choice, self.finds(field, Word(choice))
        elif field == "certainty":
            for number in CERTAINTIES:
                yield f">{number}", self.finds(field, Comparison(">", number))

    # Finding

    @property
    def spoken(self) -> int:
        """The quotes that are no attitudes."""
        return self.columns.speech

    def look_up(self, field: str, value: Value) -> int:
        """The quotes in whose `field` the value is."""
        columns = self.columns
        if isinstance(value, Comparison):
            return mask_of(compares(value, (quote.certainty for quote in columns.quotes)))
        if field == "kind":
            return mask_of(quote.kind == value.text for quote in columns.quotes)
        if field == "stance":
            return mask_of(value.text in ("any", quote.stance) for quote in columns.quotes)
        if field == "speaker":
            return self._by_speaker(value)
        if field == "entity":
            return self._by_entity(value)
        column = columns.words if field == "text" else columns.cues if field == "cue" else columns.roles
        return mask_of(holders(value, column))

    def _by_speaker(self, value: Word) -> int:
        names, quotes = self.columns.speaker_names
        found = joined(holders(value, names), quotes)
        if unnamed := self.columns.unnamed:
            by_source = unnamed if value.text == NOBODY else mask_of(holders(value, self.columns.sources))
            found |= unnamed & by_source
        return found

    def _by_entity(self, value: Word) -> int:
        names, quotes = self.columns.entity_names
        found = joined(holders(value, names), quotes)
        for entity in self.analysis.entities:
            if entity.label.lower() == value.text:
                found |= self.naming(entity.id)
        return found


_last: QuoteIndex | None = None


def index_of(article: Article, analysis: Analysis) -> QuoteIndex:
    """The index of an analysis, with its links. The last one is kept.

    So whoever hears of an analysis in another thread can have it made there, before the reader is to show it:
    of tens of thousands of quotes it takes a tenth of a second.
    """
    global _last
    found = _last
    if found is None or found.analysis is not analysis or found.article is not article:
        found = QuoteIndex(article, analysis, QuoteLinks(analysis))
        # What a reader and its panels ask for at once:
        _ = found.spoken, found.columns.said_by, found.lengths, found.links.words_said
        _last = found
    return found
