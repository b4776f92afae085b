"""The links between the quotes, speakers and entities of an analysis."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property

from tui.analysis.analysis import Analysis, Stance


class QuoteLinks:
    """All links between the quotes, speakers and entities of one analysis.

    Quotes are given as indices into `analysis.attributions`, speakers and entities as their ids. An entity is
    named by a quote whose content overlaps one of its mentions.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._quotes = quotes = analysis.attributions
        self.spoken = [i for i, quote in enumerate(quotes) if quote.stance is Stance.SPEECH]
        self.quotes_of_speaker: dict[str | None, list[int]] = {}
        for i, quote in enumerate(quotes):
            self.quotes_of_speaker.setdefault(quote.speaker, []).append(i)
        self.entities_of_quote: list[list[str]] = [[] for _ in quotes]
        self.quotes_of_entity: dict[str, list[int]] = {entity.id: [] for entity in analysis.entities}
        pieces = sorted((piece, i) for i, quote in enumerate(quotes) for piece in quote.content)
        mentions = sorted((mention, e.id) for e in analysis.entities for mention in e.mentions)
        starts = [mention.start for mention, _ in mentions]
        longest = max((mention.end - mention.start for mention, _ in mentions), default=0)
        for piece, i in pieces:
            # A mention may begin before the words that are quoted from it: “Peace” of War and Peace.
            first, last = bisect_left(starts, piece.start - longest), bisect_left(starts, piece.end)
            for mention, entity in mentions[first:last]:
                if mention.end > piece.start and entity not in self.entities_of_quote[i]:
                    self.entities_of_quote[i].append(entity)
        for i, entities in enumerate(self.entities_of_quote):
            for entity in entities:
                self.quotes_of_entity[entity].append(i)
        self._pieces = pieces
        self._piece_starts = [piece.start for piece, _ in pieces]
        self.starts = [quote.start for quote in quotes]

    @cached_property
    def words_said(self) -> dict[str | None, int]:
        """The number of characters of content of each speaker, by id."""
        out: Counter[str | None] = Counter()
        for i in self.spoken:
            quote = self._quotes[i]
            out[quote.speaker] += sum(piece.end - piece.start for piece in quote.content)
        return dict(out)

    def quote_at(self, offset: int) -> int | None:
        """Return the quote whose content contains this offset, the innermost if there are several."""
        for at in range(bisect_right(self._piece_starts, offset) - 1, -1, -1):
            piece, i = self._pieces[at]
            if offset < piece.end:
                return i
            if offset - piece.start > LONGEST:
                break
        return None


LONGEST = 20_000
"""The length of the longest content that is looked for, in characters: it bounds the work of a key."""
