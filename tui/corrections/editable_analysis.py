"""An analysis taken apart, so that single quotes, speakers and entities can be found again and changed."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import replace
from itertools import count, pairwise
from operator import attrgetter

from tui.analysis.analysis import Analysis, Attribution, Entity, Speaker, Step
from tui.article.article import Article
from tui.article.spans import Span, hull
from tui.corrections.anchoring import Anchors
from tui.corrections.correction import EntityReference, Passage, QuoteReference, SpeakerReference

CORRECTED = "You corrected this"
"""The beginning of the evidence for anything that was corrected."""
SAME = 0.5
"""Quotes are the same if their contents share at least this part of their characters."""
_LONGEST = 20_000  # characters before a content in which one that overlaps it may begin
_NEAR = 4_000  # characters around a content in which its cue and source are looked for


class EditableAnalysis:
    """The quotes (in reading order), the speakers and the entities (by id) of an analysis of `article`."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self.analysis = analysis
        self.anchors = Anchors(article.text)
        self.quotes = sorted(analysis.attributions, key=_START)
        self.speakers = {speaker.id: speaker for speaker in analysis.speakers}
        self.quotes_by_content = {quote.content: quote for quote in reversed(self.quotes)}
        self._added: set[str] = set()
        self.merged: dict[str, tuple[Speaker, Speaker]] = {}
        """Merged speakers by case-folded name: the merged speaker and the one kept, both as they were before."""
        self.entities = {entity.id: entity for entity in analysis.entities}
        self._ids = {quote.id for quote in self.quotes} | self.speakers.keys() | self.entities.keys()

    def result(self) -> Analysis:
        """Return the changed analysis, without speakers who were added here and have lost all their quotes."""
        speaking = {quote.speaker for quote in self.quotes}
        return replace(
            self.analysis,
            attributions=tuple(self.quotes),
            speakers=tuple(s for s in self.speakers.values() if s.id in speaking or s.id not in self._added),
            entities=tuple(self.entities.values()),
        )

    def place_all(self, passages: Sequence[Passage]) -> tuple[Span, ...] | None:
        """Return the spans of all the passages now, in order; None if one of them is gone."""
        out: list[Span] = []
        shift: int | None = None
        for passage in passages:
            span = self.anchors.place(passage, shift)
            if span is None or (out and span.start < out[-1].end):
                return None
            shift = span.start - passage.span.start
            out.append(span)
        return tuple(out) or None

    def place_near(
        self, passages: Sequence[Passage], quote: QuoteReference, content: tuple[Span, ...]
    ) -> tuple[Span, ...]:
        """Return the spans of a cue or source now, near the `content` of `quote`; omit what is gone."""
        whole = hull(content)
        near = Span(whole.start - _NEAR, whole.end + _NEAR)
        shift = content[0].start - quote.content[0].span.start
        found = (self.anchors.place(passage, shift) for passage in passages)
        spans = sorted({span for span in found if span is not None and span.overlaps(near)})
        return () if any(a.end > b.start for a, b in pairwise(spans)) else tuple(spans)

    def find_quote(self, reference: QuoteReference, new_content: tuple[Span, ...] = ()) -> Attribution | None:
        """Return the quote, restored if the analysis does not find it; None if its words are gone.

        `new_content` is what its content is about to become: a later analysis may have found that by itself.
        """
        content = self.place_all(reference.content)
        if content is None:
            return None
        found = self.most_similar_quote(content) or self.quotes_by_content.get(new_content)
        if found is None:
            found = Attribution(
                self._new_id("qc"),
                reference.kind,
                reference.stance,
                content,
                self.place_near(reference.cue, reference, content),
                self.place_near(reference.source, reference, content),
                None if reference.speaker is None else self.find_or_add_speaker(reference.speaker),
                1.0,
                (Step(f"{CORRECTED}: it is a quote, which the analysis no longer finds."),),
                corrected=True,
            )
            self.replace_quote(None, found)
        return found

    def most_similar_quote(self, content: tuple[Span, ...]) -> Attribution | None:
        """Return the quote with this content, or else the one whose content overlaps it most; None without any."""
        exact = self.quotes_by_content.get(content)
        if exact is not None:
            return exact
        whole = hull(content)
        first = bisect_left(self.quotes, whole.start - _LONGEST, key=_START)
        last = bisect_left(self.quotes, whole.end, key=_START)
        near = [quote for quote in self.quotes[first:last] if quote.end > whole.start]
        best = max(near, key=lambda quote: _overlap(quote.content, content), default=None)
        return best if best is not None and _overlap(best.content, content) >= SAME else None

    def replace_quote(self, old: Attribution | None, new: Attribution | None) -> None:
        """Remove `old` and insert `new`, marked as corrected, in reading order."""
        if old is not None:
            at = bisect_left(self.quotes, old.start, key=_START)
            while self.quotes[at] is not old:
                at += 1
            del self.quotes[at]
            if self.quotes_by_content.get(old.content) is old:
                del self.quotes_by_content[old.content]
        if new is not None:
            new = new if new.corrected else replace(new, corrected=True)
            insort(self.quotes, new, key=_START)
            self.quotes_by_content[new.content] = new

    def find_speaker(self, reference: SpeakerReference) -> Speaker | None:
        """Return the speaker with that name, or else one with one of the mentions; None without either."""
        mentions = set(self.mentions(reference))
        name = reference.name.casefold()
        named = [speaker for speaker in self.speakers.values() if speaker.name.casefold() == name]
        if len(named) == 1:
            return named[0]
        among = named or list(self.speakers.values())
        found = next((speaker for speaker in among if mentions.intersection(speaker.mentions)), None)
        return found or next(iter(named), None)

    def find_or_add_speaker(self, reference: SpeakerReference) -> str:
        """Return the id of a speaker, who is added if there is none.

        A speaker who was merged into another and is named again is restored as before the merge.
        """
        unmerged = self._unmerge(reference.name)
        found = self.find_speaker(reference) if unmerged is None else None
        if found is not None:
            return found.id
        mentions = self.mentions(reference)
        for entity in self.entities.values():
            if entity.name.casefold() == reference.name.casefold():
                mentions += entity.mentions
        kind, role = reference.kind, reference.role
        if unmerged is not None:
            kind, role = unmerged.kind, role or unmerged.role
            mentions += unmerged.mentions
        mentions = sorted(set(mentions))
        added = Speaker(self._new_id("sc"), reference.name, kind, role, tuple(mentions), corrected=True)
        self.speakers[added.id] = added
        self._added.add(added.id)
        return added.id

    def find_entity(self, reference: EntityReference) -> Entity | None:
        """Return the entity with that name, or else the one that has at least half of the mentions."""
        mentions = set(self.mentions(reference))

        def shared(entity: Entity) -> int:
            return len(mentions.intersection(entity.mentions))

        name = reference.name.casefold()
        named = [entity for entity in self.entities.values() if entity.name.casefold() == name]
        if named:  # if a woman and a town share the name, the one with more of the mentions
            return max(named, key=lambda entity: (shared(entity), entity.label == reference.label))
        best = max(self.entities.values(), key=shared, default=None)
        return best if best is not None and shared(best) and 2 * shared(best) >= len(mentions) else None

    def find_or_add_entity(self, reference: EntityReference) -> Entity | None:
        """Return an entity, restored if the analysis does not find it; None if its words are gone."""
        found = self.find_entity(reference)
        if found is None and (mentions := self.mentions(reference)):
            found = replace(
                self.new_entity(reference.name, reference.label), mentions=tuple(sorted(set(mentions)))
            )
        return found

    def new_entity(self, name: str, label: str) -> Entity:
        """Return a new entity without mentions, which is not among `entities` yet."""
        return Entity(self._new_id("ec"), name, label, ())

    def mentions(self, reference: SpeakerReference | EntityReference) -> list[Span]:
        """Return the spans of a speaker's or entity's mentions now; those that are gone are left out."""
        return [span for mention in reference.mentions if (span := self.anchors.place(mention)) is not None]

    def _unmerge(self, name: str) -> Speaker | None:
        """Restore a merged speaker with mentions and role, and return it; None if no such speaker was merged."""
        name = name.casefold()
        if name not in self.merged or any(s.name.casefold() == name for s in self.speakers.values()):
            return None
        gone, into = self.merged.pop(name)
        for _ in range(
            len(self.merged)
        ):  # the other speaker may have been merged into a third one, and so on
            if into.id not in self.speakers:
                into = self.merged.get(into.name.casefold(), (into, into))[1]
        if (holder := self.speakers.get(into.id)) is not None:
            theirs = set(gone.mentions) - set(into.mentions)
            self.speakers[into.id] = replace(
                holder,
                role=holder.role if into.role or holder.role != gone.role else None,
                mentions=tuple(span for span in holder.mentions if span not in theirs),
            )
        return gone

    def _new_id(self, prefix: str) -> str:
        new = next(name for n in count(1) if (name := f"{prefix}{n}") not in self._ids)
        self._ids.add(new)
        return new


_START = attrgetter("start")


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return the share of characters, 0 to 1, that two contents have in common."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    either = sum(span.end - span.start for span in (*one, *other)) - shared
    return shared / either if either else 0.0
