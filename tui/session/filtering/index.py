"""The quotes of one analysis, ready to be filtered at every keystroke.

Which quotes a value finds is a whole number with a bit for each quote, in reading order: clauses are joined
with & | ~, and what was found for a value is kept, so that typing on only looks for what is new. Each column
of the index (words, cues, speakers …) is made when a query first asks for it.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from tui.analysis.analysis import Analysis, Stance
from tui.article.article import Article
from tui.session.filtering.folding import fold
from tui.session.filtering.query import CHOICES, FIELDS, Clause, Comparison, Query, Value, Word
from tui.session.reading.links import Links
from tui.session.reading.wording import clean, line, spoken

if TYPE_CHECKING:
    from tui.session.filtering.completion import Completion

NOBODY = "none"
"""`speaker:none` finds the quotes whose speaker the article does not name."""

COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "=": lambda a, b: abs(a - b) < 0.005,
}
_KEPT = 500  # values whose quotes are remembered
_PRONOUNS = frozenset(["i", "he", "she", "they", "it", "we", "you", "who", "him", "her", "them", "us"])


class QuoteIndex:
    """An index over `analysis.attributions`; `article` is the one analysed, `links` its own, if at hand."""

    fields = FIELDS
    bare = ("speaker", "entity")

    def __init__(self, article: Article, analysis: Analysis, links: Links | None = None) -> None:
        self.article = article
        self.analysis = analysis
        if links is not None:
            self._links = links
        quotes = analysis.attributions
        self._order = sorted(range(len(quotes)), key=lambda i: quotes[i].content[0])
        self._quotes = [quotes[i] for i in self._order]
        self._all = (1 << len(quotes)) - 1
        self._found: dict[tuple[str, Value], int] = {}
        self._values: dict[str, list[tuple[str, str, int]]] = {}

    def prepare(self) -> Iterator[None]:
        """Make the columns, one a step, before a query asks for them: something to do in idle moments."""
        for column in ("_words", "_cues", "_roles", "_sources", "_speaker_names", "_entity_names"):
            getattr(self, column)
            yield

    @property
    def links(self) -> Links:
        """What hangs together in the analysis."""
        return self._links

    @cached_property
    def lengths(self) -> list[int]:
        """How many characters each quote's first piece has, by index into the analysis; -1 where it is more
        than one line of text or holds spaces that are not shown."""
        find = self.article.text.find
        spans = (quote.content[0] for quote in self.analysis.attributions)
        return [-1 if find("\n", *at) >= 0 or find("  ", *at) >= 0 else at[1] - at[0] for at in spans]

    # Asking

    def matching(self, query: Query, *, attitudes: bool = False) -> list[int]:
        """The indices into `analysis.attributions` of the quotes that `query` leaves, in reading order.

        Attitudes are among them where the query asks for them, and with `attitudes` if it asks for no stance.
        """
        return self.indices(self.mask(query, attitudes=attitudes))

    def indices(self, found: int) -> list[int]:
        """The indices of the quotes in a mask, in reading order."""
        if found == self._all:
            return list(self._order)
        bits = bin(found)[:1:-1]
        order = self._order
        out = []
        at = bits.find("1")
        while at >= 0:
            out.append(order[at])
            at = bits.find("1", at + 1)
        return out

    def mask(self, query: Query, *, attitudes: bool = False) -> int:
        """The same as a number: bit i stands for the i-th quote in reading order."""
        found = self._all if attitudes or query.stances is not None else self._speech
        for clause in query.clauses:
            found &= self._clause(clause)
            if not found:
                break
        return found

    def said_by(self, speaker: str) -> int:
        """The quotes of the speaker with this id, as a mask."""
        return self._said_by.get(speaker, 0)

    def naming(self, entity: str) -> int:
        """The quotes that name the entity with this id, as a mask."""
        return self._named.get(entity, 0)

    def count(self, clause: Clause, among: int) -> int:
        """How many of the quotes in the mask `among` the clause leaves."""
        return (self._clause(clause) & among).bit_count()

    def values(self, field: str) -> list[tuple[str, str, int]]:
        """The values that `field` takes here: as shown, folded, and the mask of its quotes."""
        if field not in self._values:
            self._values[field] = [(name, fold(name), mask) for name, mask in self._shown(field) if mask]
        return self._values[field]

    def _shown(self, field: str) -> Iterator[tuple[str, int]]:
        analysis = self.analysis
        if field == "speaker":
            for speaker in analysis.speakers:
                yield clean(speaker.name), self._said_by.get(speaker.id, 0)
        elif field == "entity":
            for entity, mask in zip(analysis.entities, self._entity_quotes, strict=True):
                yield clean(entity.name), mask
        elif field in ("cue", "role"):
            places: dict[str, list[int]] = {}
            for i, value in enumerate(self._cues if field == "cue" else self._roles):
                places.setdefault(value, []).append(i)
            roles = (
                {fold(s.role): clean(s.role) for s in analysis.speakers if s.role} if field == "role" else {}
            )
            yield from ((roles.get(value, value), _bits(found)) for value, found in places.items() if value)
        elif field in CHOICES:
            for choice in CHOICES[field]:
                yield choice, self._value(field, Word(choice))
        elif field == "certainty":
            for number in (0.9, 0.8, 0.5):
                yield f">{number}", self._value(field, Comparison(">", number))

    def complete(self, text: str, cursor: int) -> list[Completion]:
        """What could be typed at `cursor` of the query `text`; see `tui.session.filtering.completion`."""
        from tui.session.filtering.completion import complete

        return complete(self, text, cursor)

    # Finding

    def _clause(self, clause: Clause) -> int:
        found = 0
        for value in clause.values:
            found |= self._value(clause.field, value)
        return self._all & ~found if clause.negated else found

    def _value(self, field: str, value: Value) -> int:
        key = (field, value)
        found = self._found.get(key)
        if found is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            found = self._found[key] = self._look(field, value)
        return found

    def _look(self, field: str, value: Value) -> int:
        if isinstance(value, Comparison):
            compare, number = COMPARE[value.operator], value.number
            return _mask(compare(quote.certainty, number) for quote in self._quotes)
        if field == "kind":
            return _mask(quote.kind == value.text for quote in self._quotes)
        if field == "stance":
            return _mask(value.text in ("any", quote.stance) for quote in self._quotes)
        if field == "speaker":
            return self._by_speaker(value)
        if field == "entity":
            return self._by_entity(value)
        column = self._words if field == "text" else self._cues if field == "cue" else self._roles
        return _mask(holders(value, column))

    def _by_speaker(self, value: Word) -> int:
        names, quotes = self._speaker_names
        found = 0
        for held, mask in zip(holders(value, names), quotes, strict=True):
            if held:
                found |= mask
        if self._unnamed:
            by_source = self._unnamed if value.text == NOBODY else _mask(holders(value, self._sources))
            found |= self._unnamed & by_source
        return found

    def _by_entity(self, value: Word) -> int:
        names, quotes = self._entity_names
        found = 0
        for held, mask in zip(holders(value, names), quotes, strict=True):
            if held:
                found |= mask
        for entity, mask in zip(self.analysis.entities, self._entity_quotes, strict=True):
            if entity.label.lower() == value.text:
                found |= mask
        return found

    # The columns

    @cached_property
    def _speech(self) -> int:
        return _mask(quote.stance is Stance.SPEECH for quote in self._quotes)

    @cached_property
    def _words(self) -> list[str]:
        text = self.article.text
        out = []
        for quote in self._quotes:
            first = quote.content[0].of(text)
            simple = len(quote.content) == 1 and first.isprintable()
            out.append(fold(first if simple else line(self.article, quote)))
        return out

    @cached_property
    def _cues(self) -> list[str]:
        return [fold(spoken(self.article, quote.cue)) for quote in self._quotes]

    @cached_property
    def _roles(self) -> list[str]:
        roles = {s.id: fold(s.role or "") for s in self.analysis.speakers}
        return [roles.get(quote.speaker or "", "") for quote in self._quotes]

    @cached_property
    def _sources(self) -> list[str]:
        """The source's words where no speaker is known, to find "officials" by."""
        unnamed = self._unnamed
        return [
            fold(spoken(self.article, quote.source)) if unnamed >> i & 1 else ""
            for i, quote in enumerate(self._quotes)
        ]

    @cached_property
    def _said_by(self) -> dict[str | None, int]:
        """The quotes of each speaker, None those of nobody named."""
        known = {speaker.id for speaker in self.analysis.speakers}
        places: dict[str | None, list[int]] = {}
        for i, quote in enumerate(self._quotes):
            places.setdefault(quote.speaker if quote.speaker in known else None, []).append(i)
        return {speaker: _bits(found) for speaker, found in places.items()}

    @property
    def _unnamed(self) -> int:
        return self._said_by.get(None, 0)

    @cached_property
    def _speaker_names(self) -> tuple[list[str], list[int]]:
        """What speakers are called in the article, pronouns aside, and beside each name its quotes."""
        text = self.article.text
        names: dict[tuple[str, str], int] = {}
        for speaker in self.analysis.speakers:
            quotes = self._said_by.get(speaker.id, 0)
            names[fold(speaker.name), speaker.id] = quotes
            for mention in {span.of(text) for span in speaker.mentions}:
                if mention != mention.lower() and (name := fold(mention).strip()) not in _PRONOUNS:
                    names[name, speaker.id] = quotes
        return [name for name, _ in names], list(names.values())

    @cached_property
    def _links(self) -> Links:
        return Links(self.analysis)

    @cached_property
    def _entity_quotes(self) -> list[int]:
        """The quotes that name each entity, in the order of `analysis.entities`."""
        place = {quote: at for at, quote in enumerate(self._order)}
        named = self._links.quotes_of_entity
        return [_bits(place[i] for i in named[entity.id]) for entity in self.analysis.entities]

    @cached_property
    def _named(self) -> dict[str, int]:
        return dict(zip((e.id for e in self.analysis.entities), self._entity_quotes, strict=True))

    @cached_property
    def _entity_names(self) -> tuple[list[str], list[int]]:
        """What the entities that quotes name are called, and beside each name those quotes."""
        text = self.article.text
        names: list[str] = []
        quotes: list[int] = []
        for entity, mask in zip(self.analysis.entities, self._entity_quotes, strict=True):
            if mask:
                called = {entity.name, *(mention.of(text) for mention in entity.mentions)}
                names.extend(found := {fold(name) for name in called})
                quotes.extend([mask] * len(found))
        return names, quotes


_last: QuoteIndex | None = None


def index_of(article: Article, analysis: Analysis) -> QuoteIndex:
    """The index of an analysis, with its links. The last one is kept.

    So whoever hears of an analysis in another thread can have it made there, before the reader is to show it:
    of tens of thousands of quotes it takes a tenth of a second.
    """
    global _last
    found = _last
    if found is None or found.analysis is not analysis or found.article is not article:
        found = QuoteIndex(article, analysis, Links(analysis))
        # What a reader and its panels ask for at once:
        _ = found._speech, found._said_by, found.lengths, found.links.words_said
        _last = found
    return found


def holders(word: Word, texts: Iterable[str]) -> list[bool]:
    """For each of the folded `texts` whether `word` is in it."""
    wanted = word.text
    if not (word.starts or word.ends):
        return [wanted in text for text in texts]
    return [wanted in text and _stands_alone(word, text) for text in texts]


def _stands_alone(word: Word, text: str) -> bool:
    """Whether `word` is in `text` with the borders it asks for.

    A border is only asked for beside a letter or digit of the word: the end of "U.S." is its full stop.
    """
    before = word.starts and word.text[0].isalnum()
    after = word.ends and word.text[-1].isalnum()
    at = text.find(word.text)
    while at >= 0:
        end = at + len(word.text)
        if not (before and text[at - 1 : at].isalnum()) and not (after and text[end : end + 1].isalnum()):
            return True
        at = text.find(word.text, at + 1)
    return False


def _mask(flags: Iterable[bool]) -> int:
    """The number whose bit i is the i-th flag."""
    digits = "".join(["1" if flag else "0" for flag in flags])
    return int(digits[::-1], 2) if digits else 0


def _bits(places: Iterable[int]) -> int:
    """The number that has these bits."""
    found = list(places)
    out = bytearray(max(found) // 8 + 1) if found else bytearray()
    for place in found:
        out[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(out, "little")
