"""An analysis taken apart, so that single quotes and speakers can be found again and changed."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import replace
from itertools import count, pairwise
from operator import attrgetter

from tui.analysis.analysis import Analysis, Attribution, Speaker, Step
from tui.article.article import Article
from tui.article.spans import Span, hull
from tui.corrections.anchoring import Anchors
from tui.corrections.correction import Named, Passage, Quoted

CORRECTED = "You corrected this"
"""How the evidence of whatever was corrected begins."""
SAME = 0.5
"""Quotes whose contents share at least this part of the characters of both are the same one."""
_REACH = 20_000  # characters before a content, in which one that overlaps it begins
_NEAR = 4_000  # characters from a content, within which its cue and source stand


class EditableAnalysis:
    """The quotes, in reading order, and the speakers, by id, of an analysis of `article`."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self.analysis = analysis
        self.places = Anchors(article.text)
        self.quotes = sorted(analysis.attributions, key=_START)
        self.speakers = {speaker.id: speaker for speaker in analysis.speakers}
        self.by_content = {quote.content: quote for quote in reversed(self.quotes)}
        self.made: set[str] = set()
        self.joined: dict[str, tuple[Speaker, Speaker]] = {}
        """By the name (case folded) of a speaker who was found to be another: both, as they were before."""
        self._ids = {quote.id for quote in self.quotes} | self.speakers.keys()

    def result(self) -> Analysis:
        """Put together again; speakers that were made here and have lost all their quotes are left out."""
        speaking = {quote.speaker for quote in self.quotes}
        return replace(
            self.analysis,
            attributions=tuple(self.quotes),
            speakers=tuple(s for s in self.speakers.values() if s.id in speaking or s.id not in self.made),
        )

    def placed(self, pieces: Sequence[Passage]) -> tuple[Span, ...] | None:
        """Where all of them stand now, in order; None where one does not."""
        out: list[Span] = []
        shift: int | None = None
        for piece in pieces:
            span = self.places.place(piece, shift)
            if span is None or (out and span.start < out[-1].end):
                return None
            shift = span.start - piece.span.start
            out.append(span)
        return tuple(out) or None

    def beside(
        self, pieces: Sequence[Passage], quoted: Quoted, content: tuple[Span, ...]
    ) -> tuple[Span, ...]:
        """Where a cue or source stands now, by a content that stands at `content`; those that are gone left out."""
        whole = hull(content)
        near = Span(whole.start - _NEAR, whole.end + _NEAR)
        shift = content[0].start - quoted.content[0].span.start
        found = (self.places.place(piece, shift) for piece in pieces)
        spans = sorted({span for span in found if span is not None and span.overlaps(near)})
        return () if any(a.end > b.start for a, b in pairwise(spans)) else tuple(spans)

    def quote(self, quoted: Quoted, later: tuple[Span, ...] = ()) -> Attribution | None:
        """The quote that is meant; put back where the analysis does not find it. None where its words are gone.

        `later` is where its words are to be from now on: an analysis may have found those by itself.
        """
        content = self.placed(quoted.content)
        if content is None:
            return None
        found = self.overlapping(content) or self.by_content.get(later)
        if found is None:
            found = Attribution(
                self._new_id("qc"),
                quoted.kind,
                quoted.stance,
                content,
                self.beside(quoted.cue, quoted, content),
                self.beside(quoted.source, quoted, content),
                None if quoted.speaker is None else self.person(quoted.speaker),
                1.0,
                (Step(f"{CORRECTED}: it is a quote, which the analysis no longer finds."),),
                corrected=True,
            )
            self.put(None, found)
        return found

    def overlapping(self, content: tuple[Span, ...]) -> Attribution | None:
        """The quote with this content, or the one that has most of it in common."""
        exact = self.by_content.get(content)
        if exact is not None:
            return exact
        whole = hull(content)
        first = bisect_left(self.quotes, whole.start - _REACH, key=_START)
        last = bisect_left(self.quotes, whole.end, key=_START)
        near = [quote for quote in self.quotes[first:last] if quote.end > whole.start]
        best = max(near, key=lambda quote: _alike(quote.content, content), default=None)
        return best if best is not None and _alike(best.content, content) >= SAME else None

    def put(self, old: Attribution | None, new: Attribution | None) -> None:
        """Take `old` out and `new`, marked as corrected, in, in reading order."""
        if old is not None:
            at = bisect_left(self.quotes, old.start, key=_START)
            while self.quotes[at] is not old:
                at += 1
            del self.quotes[at]
            if self.by_content.get(old.content) is old:
                del self.by_content[old.content]
        if new is not None:
            new = new if new.corrected else replace(new, corrected=True)
            insort(self.quotes, new, key=_START)
            self.by_content[new.content] = new

    def speaker(self, who: Named) -> Speaker | None:
        """The speaker that is meant: of that name, else with one of the mentions."""
        mentions = {span for mention in who.mentions if (span := self.places.place(mention)) is not None}
        name = who.name.casefold()
        named = [speaker for speaker in self.speakers.values() if speaker.name.casefold() == name]
        if len(named) == 1:
            return named[0]
        among = named or list(self.speakers.values())
        found = next((speaker for speaker in among if mentions.intersection(speaker.mentions)), None)
        return found or next(iter(named), None)

    def person(self, who: Named) -> str:
        """The id of the speaker that is meant, made where there is none.

        Who was found to be another, and is now named again, is somebody of their own with all that was theirs.
        """
        parted = self._parted(who)
        found = self.speaker(who) if parted is None else None
        if found is not None:
            return found.id
        mentions = [span for mention in who.mentions if (span := self.places.place(mention)) is not None]
        for entity in self.analysis.entities:
            if entity.name.casefold() == who.name.casefold():
                mentions += entity.mentions
        kind, role = who.kind, who.role
        if parted is not None:
            kind, role = parted.kind, role or parted.role
            mentions += parted.mentions
        made = Speaker(self._new_id("sc"), who.name, kind, role, tuple(sorted(set(mentions))), corrected=True)
        self.speakers[made.id] = made
        self.made.add(made.id)
        return made.id

    def _parted(self, who: Named) -> Speaker | None:
        """Take who is named so from whom they were found to be; None where they were not."""
        name = who.name.casefold()
        if name not in self.joined or any(s.name.casefold() == name for s in self.speakers.values()):
            return None
        gone, into = self.joined.pop(name)
        for _ in range(len(self.joined)):  # who they were found to be was found to be another in turn
            if into.id not in self.speakers:
                into = self.joined.get(into.name.casefold(), (into, into))[1]
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


def _alike(one: Sequence[Span], other: Sequence[Span]) -> float:
    """The characters that two contents share, as a part of those of either."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    either = sum(span.end - span.start for span in (*one, *other)) - shared
    return shared / either if either else 0.0
