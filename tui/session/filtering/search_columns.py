"""What is looked in when the quotes of one analysis are filtered: columns with a place for each quote.

The quotes stand in reading order. Each column (words, cues, speakers …) is made when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from tui.analysis.analysis import Analysis, Stance
from tui.article.article import Article
from tui.article.folding import fold
from tui.session.filtering.bitsets import mask_at, mask_of
from tui.session.reading.quote_links import QuoteLinks
from tui.session.reading.quote_text import line, spoken

_PRONOUNS = frozenset(["i", "he", "she", "they", "it", "we", "you", "who", "him", "her", "them", "us"])


class SearchColumns:
    """The columns of an analysis; all texts in them are folded. `links` are its own, if at hand."""

    def __init__(self, article: Article, analysis: Analysis, links: QuoteLinks | None = None) -> None:
        self._article = article
        self._analysis = analysis
        if links is not None:
            self.links = links
        quotes = analysis.attributions
        self.order = sorted(range(len(quotes)), key=lambda i: quotes[i].content[0])
        """The index into `analysis.attributions` of each quote."""
        self.quotes = [quotes[i] for i in self.order]

    def prepare(self) -> Iterator[None]:
        """Make the columns, one a step, before a query asks for them: something to do in idle moments."""
        for column in ("words", "cues", "roles", "sources", "speaker_names", "entity_names"):
            getattr(self, column)
            yield

    @cached_property
    def links(self) -> QuoteLinks:
        """What hangs together in the analysis."""
        return QuoteLinks(self._analysis)

    # Texts

    @cached_property
    def words(self) -> list[str]:
        """What was said."""
        text = self._article.text
        out = []
        for quote in self.quotes:
            first = quote.content[0].of(text)
            simple = len(quote.content) == 1 and first.isprintable()
            out.append(fold(first if simple else line(self._article, quote)))
        return out

    @cached_property
    def cues(self) -> list[str]:
        """The words that introduce it."""
        return [fold(spoken(self._article, quote.cue)) for quote in self.quotes]

    @cached_property
    def roles(self) -> list[str]:
        """The speaker's role, "" where none is known."""
        roles = {s.id: fold(s.role or "") for s in self._analysis.speakers}
        return [roles.get(quote.speaker or "", "") for quote in self.quotes]

    @cached_property
    def sources(self) -> list[str]:
        """The source's words where no speaker is known, to find "officials" by."""
        unnamed = self.unnamed
        return [
            fold(spoken(self._article, quote.source)) if unnamed >> i & 1 else ""
            for i, quote in enumerate(self.quotes)
        ]

    # Masks

    @cached_property
    def speech(self) -> int:
        """The quotes that are no attitudes."""
        return mask_of(quote.stance is Stance.SPEECH for quote in self.quotes)

    @cached_property
    def said_by(self) -> dict[str | None, int]:
        """The quotes of each speaker by id, None those of nobody named."""
        known = {speaker.id for speaker in self._analysis.speakers}
        places: dict[str | None, list[int]] = {}
        for i, quote in enumerate(self.quotes):
            places.setdefault(quote.speaker if quote.speaker in known else None, []).append(i)
        return {speaker: mask_at(found) for speaker, found in places.items()}

    @property
    def unnamed(self) -> int:
        """The quotes whose speaker the article does not name."""
        return self.said_by.get(None, 0)

    @cached_property
    def naming(self) -> dict[str, int]:
        """The quotes that name each entity, by its id, in the order of `analysis.entities`."""
        place = {quote: at for at, quote in enumerate(self.order)}
        named = self.links.quotes_of_entity
        return {entity.id: mask_at(place[i] for i in named[entity.id]) for entity in self._analysis.entities}

    # Names, and beside each the mask of its quotes

    @cached_property
    def speaker_names(self) -> tuple[list[str], list[int]]:
        """What speakers are called in the article, pronouns aside, and beside each name its quotes."""
        text = self._article.text
        names: dict[tuple[str, str], int] = {}
        for speaker in self._analysis.speakers:
            quotes = self.said_by.get(speaker.id, 0)
            names[fold(speaker.name), speaker.id] = quotes
            for mention in {span.of(text) for span in speaker.mentions}:
                if mention != mention.lower() and (name := fold(mention).strip()) not in _PRONOUNS:
                    names[name, speaker.id] = quotes
        return [name for name, _ in names], list(names.values())

    @cached_property
    def entity_names(self) -> tuple[list[str], list[int]]:
        """What the entities that quotes name are called, and beside each name those quotes."""
        text = self._article.text
        names: list[str] = []
        quotes: list[int] = []
        for entity in self._analysis.entities:
            if mask := self.naming[entity.id]:
                called = {entity.name, *(mention.of(text) for mention in entity.mentions)}
                names.extend(found := {fold(name) for name in called})
                quotes.extend([mask] * len(found))
        return names, quotes
