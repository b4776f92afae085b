"""The links between the quotes, speakers and entities of an analysis."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from tui.analysis.analysis import Analysis, Stance


class QuoteLinks:
    """All links between the quotes, speakers and entities of one analysis.

    Quotes are given as indices into `analysis.attributions`, speakers and entities as their ids. An entity is
    named by a quote whose content overlaps one of its mentions.
    """

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._quotes = quotes = analysis.attributions
        speech = Stance.SPEECH
        self.spoken = [i for i, quote in enumerate(quotes) if quote.stance is speech]
        self._pieces = sorted((piece, i) for i, quote in enumerate(quotes) for piece in quote.content)
        self._piece_starts = [piece[0] for piece, _ in self._pieces]
        self.starts = [quote.content[0][0] for quote in quotes]

    # A correction builds the links of thousands of quotes anew while a key waits: what not every screen needs is
    # built when it is asked for.

    @cached_property
    def quotes_of_speaker(self) -> dict[str | None, list[int]]:
        """The quotes of each speaker, by id."""
        out: dict[str | None, list[int]] = {}
        for i, quote in enumerate(self._quotes):
            out.setdefault(quote.speaker, []).append(i)
        return out

    @cached_property
    def entities_of_quote(self) -> list[list[str]]:
        """The ids of the entities that each quote names."""
        out: list[list[str]] = [[] for _ in self._quotes]
        mentions = sorted((mention, e.id) for e in self._analysis.entities for mention in e.mentions)
        starts = [mention.start for mention, _ in mentions]
        longest = max((mention.end - mention.start for mention, _ in mentions), default=0)
        for piece, i in self._pieces:
            # A mention may begin before the words that are quoted from it: “Peace” of War and Peace.
            first, last = bisect_left(starts, piece.start - longest), bisect_left(starts, piece.end)
            for mention, entity in mentions[first:last]:
                if mention.end > piece.start and entity not in out[i]:
                    out[i].append(entity)
        return out

    @cached_property
    def quotes_of_entity(self) -> dict[str, list[int]]:
        """The quotes that name each entity, by id."""
        out: dict[str, list[int]] = {entity.id: [] for entity in self._analysis.entities}
        for i, entities in enumerate(self.entities_of_quote):
            for entity in entities:
                out[entity].append(i)
        return out

    @cached_property
    def words_said(self) -> dict[str | None, int]:
        """The number of characters of content of each speaker, by id."""
        out: dict[str | None, int] = {}
        for i in self.spoken:
            quote = self._quotes[i]
            length = 0
            for start, end in quote.content:
                length += end - start
            out[quote.speaker] = out.get(quote.speaker, 0) + length
        return out

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
