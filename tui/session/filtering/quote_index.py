"""An index of the quotes of one analysis, to filter them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from tui.analysis.analysis import Analysis
from tui.article.article import Article
from tui.article.cleaning import clean
from tui.article.folding import fold
from tui.session.filtering.filter_index import FilterIndex, Texts, group_quotes
from tui.session.filtering.query import CERTAINTIES, CHOICES, FIELDS, NOBODY, Comparison, Value, Word
from tui.session.reading.quote_links import QuoteLinks
from tui.session.reading.quote_text import span_words, words_on_one_line

_PRONOUNS = frozenset(["i", "he", "she", "they", "it", "we", "you", "who", "him", "her", "them", "us"])
_NO_QUOTES: frozenset[int] = frozenset()


class QuoteIndex(FilterIndex):
    """An index of `analysis.attributions`, whose indices it uses; `article` is the analysed one."""

    fields = FIELDS
    bare = ("speaker", "entity")

    def __init__(self, article: Article, analysis: Analysis, links: QuoteLinks | None = None) -> None:
        super().__init__(analysis.attributions)
        self.article = article
        self.analysis = analysis
        self.links = links or QuoteLinks(analysis)

    @cached_property
    def order(self) -> Sequence[int]:
        """The indices of all quotes in reading order."""
        quotes, starts = self.analysis.attributions, self.links.starts
        if all(before < after for before, after in pairwise(starts)):
            return range(len(quotes))  # as nearly all are, and thousands need not be sorted at a correction
        return sorted(range(len(quotes)), key=lambda i: quotes[i].content[0])

    @cached_property
    def lengths(self) -> list[int]:
        """The length in characters of each quote's first span; -1 if its white space is not shown as it is.

        It is -1 in a text with markup, too.
        """
        if self.article.markup:
            return [-1] * len(self.analysis.attributions)
        find = self.article.text.find
        spans = (quote.content[0] for quote in self.analysis.attributions)
        return [
            -1 if find("\n", start, end) >= 0 or find("  ", start, end) >= 0 else end - start
            for start, end in spans
        ]

    def prepare(self) -> Iterator[None]:
        """Collect the texts that queries search, one field at each step, in idle moments before the first query."""
        for field in ("text", "cue", "role", "speaker", "entity"):
            self.texts(field)
            yield

    def ordered(self, found: frozenset[int]) -> list[int]:
        """Return the quotes of `found` in the order of the article."""
        return [i for i in self.order if i in found]

    @cached_property
    def shown_by_default(self) -> frozenset[int]:
        """The quotes of speech."""
        return frozenset(self.links.spoken)

    # Whose quotes they are

    def said_by(self, speaker: str) -> frozenset[int]:
        """Return the quotes of the speaker with this id."""
        return self._by_speaker.get(speaker, _NO_QUOTES)

    def naming(self, entity: str) -> frozenset[int]:
        """Return the quotes that name the entity with this id."""
        return self._by_entity.get(entity, _NO_QUOTES)

    @cached_property
    def _by_speaker(self) -> dict[str | None, frozenset[int]]:
        """The quotes by the id of their speaker; under None those whose speaker the article does not name."""
        known = {speaker.id for speaker in self.analysis.speakers}
        found: dict[str | None, list[int]] = {}
        for i, quote in enumerate(self.analysis.attributions):
            found.setdefault(quote.speaker if quote.speaker in known else None, []).append(i)
        return {speaker: frozenset(quotes) for speaker, quotes in found.items()}

    @cached_property
    def _by_entity(self) -> dict[str, frozenset[int]]:
        return {entity: frozenset(quotes) for entity, quotes in self.links.quotes_of_entity.items()}

    # What queries search

    def find(self, field: str, value: Value) -> Collection[int]:
        """Return the quotes whose `field` contains the value; speakers also take `none`, entities labels."""
        found = super().find(field, value)
        if isinstance(value, Comparison):
            return found
        if field == "speaker" and value.text == NOBODY:
            return {*found, *self._by_speaker.get(None, ())}
        if field == "entity":
            labelled = (e.id for e in self.analysis.entities if e.label.lower() == value.text)
            return {*found, *(i for entity in labelled for i in self.naming(entity))}
        return found

    def make_texts(self, field: str) -> Texts:
        """Collect the texts that `field` searches."""
        if field == "speaker":
            return [*self._speaker_texts(), *self._source_texts()]
        if field == "entity":
            return list(self._entity_texts())
        return [((text,), quotes) for text, quotes in self._groups(field).items()]

    def _groups(self, field: str) -> dict[str, list[int]]:
        """Group the quotes by the folded text of a field with one text for each quote."""
        quotes = self.analysis.attributions
        if field == "text":
            return group_quotes((i, self._words(i)) for i in range(len(quotes)))
        if field == "cue":
            return group_quotes(
                (i, fold(span_words(self.article, quote.cue))) for i, quote in enumerate(quotes)
            )
        roles = {speaker.id: fold(speaker.role or "") for speaker in self.analysis.speakers}
        return group_quotes((i, roles.get(quote.speaker or "", "")) for i, quote in enumerate(quotes))

    def _words(self, index: int) -> str:
        quote = self.analysis.attributions[index]
        first = self.article.shown(quote.content[0])
        simple = len(quote.content) == 1 and first.isprintable()
        return fold(first if simple else words_on_one_line(self.article, quote))

    def _speaker_texts(self) -> Iterator[tuple[Sequence[str], Collection[int]]]:
        """Yield the names of each speaker in the article, without pronouns."""
        for speaker in self.analysis.speakers:
            mentions = {self.article.shown(span) for span in speaker.mentions}
            names = {fold(mention).strip() for mention in mentions if mention != mention.lower()}
            yield [fold(speaker.name), *(names - _PRONOUNS)], self.said_by(speaker.id)

    def _source_texts(self) -> Iterator[tuple[Sequence[str], Collection[int]]]:
        """Yield the source's words of quotes without a speaker, so that "officials" is found."""
        quotes = self.analysis.attributions
        for i in self._by_speaker.get(None, ()):
            yield (fold(span_words(self.article, quotes[i].source)),), (i,)

    def _entity_texts(self) -> Iterator[tuple[Sequence[str], Collection[int]]]:
        """Yield the names in the article of each entity that quotes mention."""
        for entity in self.analysis.entities:
            if quotes := self.naming(entity.id):
                names = {entity.name, *map(self.article.shown, entity.mentions)}
                yield [fold(name) for name in names], quotes

    def make_values(self, field: str) -> Iterator[tuple[str, Collection[int]]]:
        """Yield the values of `field` as they are shown, each with its quotes."""
        if field == "speaker":
            for speaker in self.analysis.speakers:
                yield clean(speaker.name), self.said_by(speaker.id)
        elif field == "entity":
            for entity in self.analysis.entities:
                yield clean(entity.name), self.naming(entity.id)
        elif field == "cue":
            yield from self._groups("cue").items()
        elif field == "role":
            roles = {fold(s.role): clean(s.role) for s in self.analysis.speakers if s.role}
            yield from ((roles.get(role, role), quotes) for role, quotes in self._groups("role").items())
        elif field in CHOICES:
            yield from ((choice, self.find(field, Word(choice))) for choice in CHOICES[field])
        elif field == "certainty":
            for number in CERTAINTIES:
                yield f">{number}", self.find(field, Comparison(">", number))


_last: QuoteIndex | None = None


def index_of(article: Article, analysis: Analysis) -> QuoteIndex:
    """Return the index of an analysis; the last one is cached.

    A thread that receives an analysis can thus build its index before the reader shows it: tens of thousands of
    quotes take a tenth of a second.
    """
    global _last
    found = _last
    if found is None or found.analysis is not analysis or found.article is not article:
        found = QuoteIndex(article, analysis)
        # Compute what the reader and its panels need at once:
        _ = found.shown_by_default, found.said_by(""), found.order, found.lengths, found.links.words_said
        _last = found
    return found
