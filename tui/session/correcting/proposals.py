"""Make corrections from what a reading shows; quotes are given by index, speakers by id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.analysis.analysis import Entity, Kind, Stance
from tui.analysis.entity_labels import SPEAKER_KINDS
from tui.article.spans import Span
from tui.corrections.action import Action
from tui.corrections.correction import (
    Correction,
    EntityReference,
    QuoteReference,
    SpeakerReference,
    entity_reference,
    passages,
    quote_reference,
    speaker_reference,
    unique_passages,
)
from tui.session.reading.plurals import pluralise

if TYPE_CHECKING:
    from tui.session.reading.reading import Reading

_PARAGRAPHS_BEFORE = 40  # characters before a content in which a quotation that reaches into it may open
_MENTIONS = 3  # the most mentions of an entity that are kept with its name


@dataclass(frozen=True, slots=True)
class SpeakerCandidate:
    """Somebody who may have said a quote.

    `note` is the role, or for an entity the kind of speaker; `speaker` is the speaker's id, None for an entity.
    """

    reference: SpeakerReference
    note: str
    quotes: int = 0
    speaker: str | None = None

    @property
    def counted(self) -> str:
        """The number of a speaker's quotes, in words; "" for an entity."""
        return pluralise(self.quotes, "quote") if self.speaker else ""


class CorrectionProposals:
    """Makes corrections of one reading, without applying them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def candidates(self, exclude: str | None = None) -> list[SpeakerCandidate]:
        """Return who may have said a quote: speakers, those with most quotes first, then entities.

        The speaker with the id `exclude` is left out.
        """
        reading, text = self._reading, self._reading.article.text
        counts = Counter(reading.analysis.attributions[i].speaker for i in reading.links.spoken)
        speakers = [
            SpeakerCandidate(speaker_reference(text, s), s.role or "", counts[s.id], s.id)
            for s in reading.analysis.speakers
            if s.id != exclude
        ]
        speakers.sort(key=lambda candidate: -candidate.quotes)
        names = {speaker.name.casefold() for speaker in reading.analysis.speakers}
        others = []
        for entity in sorted(reading.analysis.entities, key=_likelihood):
            kind = SPEAKER_KINDS.get(entity.label)
            if kind is not None and entity.name.casefold() not in names:
                names.add(entity.name.casefold())
                mentions = passages(text, entity.mentions[:_MENTIONS])
                others.append(SpeakerCandidate(SpeakerReference(entity.name, kind, None, mentions), kind))
        return speakers + others

    def kind_of(self, content: Sequence[Span]) -> Kind:
        """Return the kind of a quote with this content, by how much of it is in quotation marks."""
        from tui.analysis.attribution import quotations

        article = self._reading.article
        first = next((i for i, b in enumerate(article.blocks) if b.span.end > content[0].start), 0)
        near = article.blocks[max(0, first - _PARAGRAPHS_BEFORE) :]
        blocks = [block for block in near if block.span.start < content[-1].end]
        quoted = [quotation.span for quotation in quotations.find(article.text, blocks)]
        letters = within = 0
        for span in content:
            for at in range(span.start, span.end):
                if article.text[at].isalnum():
                    letters += 1
                    within += any(quotation.start <= at < quotation.end for quotation in quoted)
        if letters and within >= 0.98 * letters:
            return Kind.DIRECT
        return Kind.MIXED if within else Kind.INDIRECT

    # Quotes

    def change_speaker(self, quote: int, to: SpeakerReference | None) -> Correction:
        """Give the quote another speaker; None for somebody whom the article does not name."""
        return Correction(Action.SPEAKER, (self._quote(quote),), to=to)

    def reject(self, quote: int) -> Correction:
        """Say that this is not a quote."""
        return Correction(Action.REJECT, (self._quote(quote),))

    def change_kind(self, quote: int, kind: Kind | None = None, stance: Stance | None = None) -> Correction:
        """Give the quote another kind or stance; None leaves either as it is."""
        now = self._reading.analysis.attributions[quote]
        kind, stance = kind or now.kind, stance or now.stance
        return Correction(Action.KIND, (self._quote(quote),), kind=kind, stance=stance)

    def change_content(self, quote: int, content: Sequence[Span]) -> Correction:
        """Give the quote another content. Its kind changes only if the quotation marks around the words do."""
        now = self._reading.analysis.attributions[quote]
        kind = self.kind_of(content)
        kind = now.kind if kind is self.kind_of(now.content) else kind
        spans = unique_passages(self._reading.article.text, content)
        return Correction(Action.CONTENT, (self._quote(quote),), spans=spans, kind=kind)

    def change_cue(self, quote: int, cue: Span) -> Correction:
        """Give the quote another cue."""
        spans = passages(self._reading.article.text, [cue])
        return Correction(Action.CUE, (self._quote(quote),), spans=spans)

    def change_source(self, quote: int, source: Span) -> Correction:
        """Give the quote another source."""
        spans = passages(self._reading.article.text, [source])
        return Correction(Action.SOURCE, (self._quote(quote),), spans=spans)

    def add_quote(self, content: Span, speaker: SpeakerReference | None) -> Correction:
        """Add a missed quote with this content, trimmed of white space."""
        text = self._reading.article.text
        words = content.of(text)
        if words.strip():
            start = content.start + len(words) - len(words.lstrip())
            content = Span(start, start + len(words.strip()))
        quote = QuoteReference(unique_passages(text, [content]), kind=self.kind_of([content]))
        return Correction(Action.ADD, (quote,), to=speaker)

    def _quote(self, quote: int) -> QuoteReference:
        reading = self._reading
        found = reading.analysis.attributions[quote]
        return quote_reference(reading.article.text, found, reading.speaker_of(quote))

    # Speakers

    def merge(self, speaker: str, into: SpeakerReference) -> Correction:
        """Merge the speaker into another, who is kept; the entities of their names are merged, too."""
        now = self._speaker(speaker)
        entity, kept = self._entity_of(now.name), self._entity_of(into.name)
        to_entity = None if entity is None else kept or replace(entity, name=into.name, mentions=())
        return Correction(Action.MERGE, speaker=now, to=into, entity=entity, to_entity=to_entity)

    def divide(self, speaker: str, quotes: Sequence[int], to: SpeakerReference) -> Correction:
        """Give some quotes of the speaker to somebody else, with the mentions in their sources."""
        now = self._speaker(speaker)
        moved = tuple(self._quote(quote) for quote in quotes)
        entity = self._entity_of(now.name)
        if entity is not None:
            mentions = [mention.span for mention in entity.mentions]
            sources = [p.span for reference in moved for p in reference.source]
            if not any(span.overlaps(mention) for span in sources for mention in mentions):
                entity = None
        to_entity = (
            None if entity is None else self._entity_of(to.name) or replace(entity, name=to.name, mentions=())
        )
        return Correction(Action.DIVIDE, moved, speaker=now, to=to, entity=entity, to_entity=to_entity)

    def rename(self, speaker: str, name: str, role: str) -> Correction:
        """Give the speaker another name or role, "" for no role; the entity of that name gets the name, too."""
        now = self._speaker(speaker)
        to = SpeakerReference(name, now.kind, role or None, now.mentions)
        entity = None if name == now.name else self._entity_of(now.name)
        to_entity = None if entity is None else replace(entity, name=name, mentions=())
        return Correction(Action.NAME, speaker=now, to=to, entity=entity, to_entity=to_entity)

    def _entity_of(self, name: str) -> EntityReference | None:
        """Refer to the entity that has the name of a speaker, the one mentioned most of several."""
        named = [e for e in self._reading.named if e.name.casefold() == name.casefold()]
        found = max(named, key=lambda entity: len(entity.mentions), default=None)
        return None if found is None else entity_reference(self._reading.article.text, found)

    def _speaker(self, speaker: str) -> SpeakerReference:
        found = self._reading.analysis.speaker(speaker)
        assert found is not None
        return speaker_reference(self._reading.article.text, found)


def _likelihood(entity: Entity) -> tuple[int, int]:
    """Return a sort key that orders entities by label, then by number of mentions."""
    labels = list(SPEAKER_KINDS)
    rank = labels.index(entity.label) if entity.label in SPEAKER_KINDS else len(labels)
    return rank, -len(entity.mentions)
