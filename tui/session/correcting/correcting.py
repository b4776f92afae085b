"""What a reader does to put an analysis right: corrections proposed, done, undone, and done again.

A correction is proposed from what is on the screen, and applied with all others to the analysis as it came.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.analysis.analysis import Entity, Kind, Stance
from tui.article.spans import Span
from tui.corrections.correction import (
    Correction,
    QuoteReference,
    SpeakerReference,
    passages,
    quote_reference,
    speaker_reference,
    unique_passages,
)
from tui.corrections.correction_types import Action

if TYPE_CHECKING:
    from tui.corrections.applying import Unplaced
    from tui.session.correcting.correction_history import CorrectionHistory
    from tui.session.reading.reading import Reading

KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "group",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
"""What kind of speaker an entity with this label of spaCy's would be."""
_BEFORE = 40  # paragraphs before a content in which a quotation that reaches it may open


@dataclass(frozen=True, slots=True)
class SpeakerCandidate:
    """Somebody who may have said it. `note` is the role, or what kind of thing is named; `speaker` an id."""

    reference: SpeakerReference
    note: str
    quotes: int = 0
    speaker: str | None = None


def _likeliest(entity: Entity) -> tuple[int, int]:
    """People first, then bodies, groups and places; of each what is speaker_reference most."""
    labels = list(KINDS)
    place = labels.index(entity.label) if entity.label in KINDS else len(labels)
    return place, -len(entity.mentions)


class Correcting:
    """Corrects the analysis of one reading."""

    def __init__(self, reading: Reading, book: CorrectionHistory) -> None:
        self._reading = reading
        self._book = book

    # What there is

    @property
    def notice(self) -> str:
        """A sentence where the last could not be kept; empty while all is well."""
        return self._book.notice

    @property
    def kept(self) -> bool:
        """Whether corrections are kept; if not, they hold until quoth is closed."""
        return self._book.kept

    @property
    def hidden(self) -> bool:
        """Whether the filter or what is chosen hides the quote that was corrected."""
        return self._reading.quote is not None and not self._reading.is_left(self._reading.quote)

    @property
    def unplaced(self) -> Sequence[Unplaced]:
        """The corrections whose words or speakers are gone."""
        return self._reading.unplaced

    def candidates(self, but: str | None = None) -> list[SpeakerCandidate]:
        """Who may have said something: the speakers, those with most quotes first, then what else is named.

        The speaker with the id `but` is left out.
        """
        reading, text = self._reading, self._reading.article.text
        spoken = Counter(reading.analysis.attributions[i].speaker for i in reading.links.spoken)
        speakers = [
            SpeakerCandidate(speaker_reference(text, s), s.role or "", spoken[s.id], s.id)
            for s in reading.analysis.speakers
            if s.id != but
        ]
        speakers.sort(key=lambda candidate: -candidate.quotes)
        taken = {speaker.name.casefold() for speaker in reading.analysis.speakers}
        others = []
        for entity in sorted(reading.analysis.entities, key=_likeliest):
            kind = KINDS.get(entity.label)
            if kind is not None and entity.name.casefold() not in taken:
                taken.add(entity.name.casefold())
                who = SpeakerReference(entity.name, kind, None, passages(text, entity.mentions[:3]))
                others.append(SpeakerCandidate(who, kind))
        return speakers + others

    def kind_of(self, content: Sequence[Span]) -> Kind:
        """How much of a content stands inside quotation marks."""
        from tui.analysis.attribution import quotations

        article = self._reading.article
        first = next((i for i, b in enumerate(article.blocks) if b.span.end > content[0].start), 0)
        blocks = [b for b in article.blocks[max(0, first - _BEFORE) :] if b.span.start < content[-1].end]
        inside = [quotation.span for quotation in quotations.find(article.text, blocks)]
        letters = within = 0
        for piece in content:
            for at in range(piece.start, piece.end):
                if article.text[at].isalnum():
                    letters += 1
                    within += any(span.start <= at < span.end for span in inside)
        return (
            Kind.DIRECT if letters and within >= 0.98 * letters else Kind.MIXED if within else Kind.INDIRECT
        )

    # What may be wrong with a quote

    def said_by(self, quote: int, who: SpeakerReference | None) -> Correction:
        """Somebody else said it; nobody the article names for None."""
        return Correction(Action.SPEAKER, (self._quoted(quote),), to=who)

    def not_a_quote(self, quote: int) -> Correction:
        """It is none."""
        return Correction(Action.REJECT, (self._quoted(quote),))

    def of_kind(self, quote: int, kind: Kind | None = None, stance: Stance | None = None) -> Correction:
        """It is of another kind or stance; None leaves either as it is."""
        now = self._reading.analysis.attributions[quote]
        return Correction(
            Action.KIND, (self._quoted(quote),), kind=kind or now.kind, stance=stance or now.stance
        )

    def reads(self, quote: int, content: Sequence[Span]) -> Correction:
        """Its words are others. Its kind changes with them only where the marks round them do."""
        now = self._reading.analysis.attributions[quote]
        kind = self.kind_of(content)
        kind = now.kind if kind is self.kind_of(now.content) else kind
        spans = unique_passages(self._reading.article.text, content)
        return Correction(Action.CONTENT, (self._quoted(quote),), spans=spans, kind=kind)

    def has_cue(self, quote: int, cue: Span) -> Correction:
        """These words introduce it."""
        spans = passages(self._reading.article.text, [cue])
        return Correction(Action.CUE, (self._quoted(quote),), spans=spans)

    def has_source(self, quote: int, source: Span) -> Correction:
        """These words say whose it is."""
        spans = passages(self._reading.article.text, [source])
        return Correction(Action.SOURCE, (self._quoted(quote),), spans=spans)

    def missed(self, content: Span, who: SpeakerReference | None) -> Correction:
        """These words are a quote."""
        content = self._trimmed(content)
        it = QuoteReference(
            unique_passages(self._reading.article.text, [content]), kind=self.kind_of([content])
        )
        return Correction(Action.ADD, (it,), to=who)

    def _trimmed(self, span: Span) -> Span:
        words = span.of(self._reading.article.text)
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip())) if words.strip() else span

    def _quoted(self, quote: int) -> QuoteReference:
        reading = self._reading
        return quote_reference(
            reading.article.text, reading.analysis.attributions[quote], reading.speaker_of(quote)
        )

    # What may be wrong with a speaker

    def one(self, speaker: str, other: SpeakerReference) -> Correction:
        """The speaker with this id and another are one, the other."""
        return Correction(Action.MERGE, speaker=self._named(speaker), to=other)

    def two(self, speaker: str, quotes: Sequence[int], who: SpeakerReference) -> Correction:
        """Some quotes of the speaker with this id are somebody else's."""
        its = tuple(self._quoted(quote) for quote in quotes)
        return Correction(Action.DIVIDE, its, speaker=self._named(speaker), to=who)

    def called(self, speaker: str, name: str, role: str) -> Correction:
        """The speaker with this id has another name or role; "" for no role."""
        now = self._named(speaker)
        return Correction(
            Action.NAME, speaker=now, to=SpeakerReference(name, now.kind, role or None, now.mentions)
        )

    def _named(self, speaker: str) -> SpeakerReference:
        found = self._reading.analysis.speaker(speaker)
        assert found is not None
        return speaker_reference(self._reading.article.text, found)

    # Doing it

    def do(self, correction: Correction) -> str:
        """Correct, keep the correction, and stay at what was corrected. Returns what was done, a clause."""
        self._book.do(correction)
        return self._applied(correction)

    def undo(self) -> str | None:
        """Take back the last correction; returns what it said, None where there is none."""
        correction = self._book.undo()
        return None if correction is None else self._applied(correction)

    def redo(self) -> str | None:
        """Do again what was undone last; returns what it says, None where there is none."""
        correction = self._book.redo()
        return None if correction is None else self._applied(correction)

    def drop(self, correction: Correction) -> str:
        """Take back a certain correction, one that could not be placed."""
        self._book.drop(correction)
        return self._applied(correction)

    def _applied(self, correction: Correction) -> str:
        reading = self._reading
        speaker = reading.chosen_speaker
        before = reading.analysis
        reading.adopt(reading.raw)
        self._stay_at(correction)
        if speaker is not None and reading.speaker is None:
            names = {who.name for who in (correction.to, correction.speaker) if who is not None}
            reading.choose_speaker(next((s.id for s in reading.analysis.speakers if s.name in names), None))
        self._book.follow(before, reading.analysis)
        if reading.clipped:
            old = {quote.content: quote.id for quote in before.attributions}
            new = {quote.id: quote.content for quote in reading.analysis.attributions}
            reading.clipped = frozenset(new.get(old.get(each, ""), each) for each in reading.clipped)
        return correction.summary

    def go_on(self, start: int, visible: Span) -> None:
        """Choose the quote next to where one began that is none: of those on the screen the next, else the last."""
        reading = self._reading
        starts = [reading.analysis.attributions[i].start for i in reading.quotes]
        at = bisect_left(starts, start)
        for near in (at, at - 1):
            if 0 <= near < len(starts) and visible.start <= starts[near] < visible.end:
                reading.choose_quote(reading.quotes[near])
                return

    def _stay_at(self, correction: Correction) -> None:
        """Choose the quote that was corrected, where it is one."""
        if not correction.quotes or correction.action is Action.DIVIDE:
            return
        was = tuple(piece.span for piece in correction.quotes[0].content)
        now = tuple(piece.span for piece in correction.spans)
        for content in (now, was) if correction.action is Action.CONTENT else (was,):
            found = self._reading.quote_with(content)
            if found is not None:
                self._reading.choose_quote(found)
                return
