"""The state of reading one article: what is chosen, what matches the filter, where to go next.

What is *current* follows the article as it is scrolled. What is *chosen* was chosen by the reader: a chosen speaker
or entity filters the other panels, a chosen quote shows its cue and source. Each panel is filtered by the other
panels' choices and by the filter, never by its own choice, so that one can always move on to the next row.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.analysis.analysis import Analysis, Attribution, Entity, Speaker, Stance
from tui.analysis.entity_labels import is_name
from tui.article.article import Article
from tui.article.spans import Span
from tui.session.filtering.query import FIELDS, Query, parse
from tui.session.filtering.quote_index import index_of
from tui.session.reading.counterparts import counterpart_by_name, counterpart_quote
from tui.session.reading.matching_quotes import MatchingQuotes
from tui.session.reading.plurals import pluralise
from tui.session.reading.speaker_styles import NOBODY_STYLE, SpeakerStyle, assign_styles

if TYPE_CHECKING:
    from tui.corrections.applying import Unplaced
    from tui.corrections.correction import Correction
    from tui.session.correcting.correction_history import CorrectionHistory


class Reading:
    """One article being read. `raw` is its analysis as it came, `analysis` the same with corrections applied."""

    def __init__(
        self, article: Article, analysis: Analysis | None = None, corrections: CorrectionHistory | None = None
    ) -> None:
        self.article = article
        self.corrections = corrections
        self._elsewhere: Mapping[tuple[Span, ...], int] = {}
        self.unplaced: Sequence[Unplaced] = ()
        self._applied: tuple[Correction, ...] = ()
        self._clipped: frozenset[tuple[Span, ...]] = frozenset()
        self.raw = Analysis(complete=False)
        self.analysis = Analysis(complete=False)
        self.speaker: str | None = None
        self.entity: str | None = None
        self.quote: int | None = None
        self.query: Query = parse("")
        self.filter_text = ""
        self.revision = 0
        self._speaker_styles: dict[str, SpeakerStyle] = {}
        self._take(self.analysis)
        if analysis is not None:
            self.adopt(analysis)

    # What there is

    def _take(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.index = index_of(self.article, analysis)
        self.links = self.index.links
        self.words_said = self.links.words_said
        self._speakers = {s.id: s for s in analysis.speakers}
        self.named = [entity for entity in analysis.entities if is_name(entity.label)]
        self._entities = {e.id: e for e in self.named}
        self._narrow()

    def adopt(self, analysis: Analysis) -> None:
        """Replace the analysis by a newer one; what is chosen stays chosen if it still exists."""
        self.raw = analysis
        analysis = self._corrected(analysis)
        by_name = {
            self._speakers[i].name: style for i, style in self._speaker_styles.items() if i in self._speakers
        }
        speaker = self._speakers.get(self.speaker or "")
        entity = self._entities.get(self.entity or "")
        quote = self.chosen_quote
        words_said = index_of(self.article, analysis).links.words_said
        # Who is given the most words has the hue that is told apart best, who is not quoted none before the others.
        self._speaker_styles = assign_styles(
            sorted(analysis.speakers, key=lambda s: -words_said.get(s.id, 0)), by_name
        )
        self.speaker = counterpart_by_name(speaker, analysis.speakers)
        self.entity = counterpart_by_name(entity, analysis.entities)
        self.quote = None
        if quote is not None:
            self.quote = counterpart_quote(quote, analysis.attributions)
        self._take(analysis)

    def _corrected(self, analysis: Analysis) -> Analysis:
        """Return the analysis with the corrections applied, and put those that do not fit into `unplaced`."""
        self.unplaced, self._applied = (), ()
        if self.corrections is None or not (active := self.corrections.active):
            return analysis
        self._applied = active
        from tui.corrections.applying import apply

        done = apply(self.article, analysis, active)
        self.unplaced = done.unplaced if analysis.complete else ()
        return done.analysis

    @property
    def clipped(self) -> frozenset[tuple[Span, ...]]:
        """The contents of the quotes that are clipped."""
        return self._clipped

    @clipped.setter
    def clipped(self, contents: frozenset[tuple[Span, ...]]) -> None:
        self._clipped = contents
        self.revision += 1

    @property
    def elsewhere(self) -> Mapping[tuple[Span, ...], int]:
        """In how many other articles of the library the same words stand, by the content of the quote."""
        return self._elsewhere

    @elsewhere.setter
    def elsewhere(self, counts: Mapping[tuple[Span, ...], int]) -> None:
        self._elsewhere = counts
        self.revision += 1

    @property
    def corrected_elsewhere(self) -> bool:
        """True if the corrections have changed since they were applied: another reader shows the same article."""
        return self.corrections is not None and self.corrections.active != self._applied

    def style_of(self, speaker: str | None) -> SpeakerStyle:
        """Return the letter and hue of the speaker with this id; of nobody for None."""
        return self._speaker_styles.get(speaker or "", NOBODY_STYLE)

    def speaker_of(self, quote: int) -> Speaker | None:
        """Return the speaker of the quote with this index."""
        return self._speakers.get(self.analysis.attributions[quote].speaker or "")

    def quote_with(self, content: tuple[Span, ...]) -> int | None:
        """Return the index of the quote with exactly this content."""
        starts = [a.start for a in self.analysis.attributions]
        for at in range(bisect_left(starts, content[0].start), bisect_right(starts, content[0].start)):
            if self.analysis.attributions[at].content == content:
                return at
        return None

    @property
    def chosen_quote(self) -> Attribution | None:
        """The quote that is chosen."""
        return None if self.quote is None else self.analysis.attributions[self.quote]

    @property
    def chosen_speaker(self) -> Speaker | None:
        """The speaker that is chosen."""
        return self._speakers.get(self.speaker or "")

    @property
    def chosen_entity(self) -> Entity | None:
        """The entity that is chosen."""
        return self._entities.get(self.entity or "")

    @property
    def total(self) -> int:
        """The number of quotes that are shown by default, which attitudes are not."""
        return len(self.links.spoken)

    @property
    def quoted(self) -> int:
        """The number of speakers of these quotes."""
        return len(self.words_said.keys() - {None})

    @property
    def asked(self) -> list[int]:
        """The quotes of the stances that the filter asks for; those of speech where it asks for none."""
        stances = self.query.stances
        if stances is None:
            return self.links.spoken
        return [i for i, quote in enumerate(self.analysis.attributions) if quote.stance in stances]

    @property
    def counted(self) -> str:
        """How many quotes of how many match, in words: “3 of 22 quotes”; "" if nothing narrows them."""
        if not self.narrowed:
            return ""
        left, total = len(self.quotes), len(self.asked)
        stances = self.query.stances or {Stance.SPEECH}
        if len(stances) > 1:
            return f"{left:,} of {total:,} in all"
        return f"{left:,} of {pluralise(total, 'quote' if Stance.SPEECH in stances else 'attitude')}"

    # What matches

    def _narrow(self) -> None:
        """Compute what matches, and increase `revision`, so that widgets know when to draw again."""
        self.revision += 1
        index = self.index
        found = index.select(self.query)
        by_entity = found & index.naming(self.entity) if self.entity else found
        left = by_entity & index.said_by(self.speaker) if self.speaker else by_entity
        self.quotes = index.ordered(left)
        self.matching = MatchingQuotes(self.quotes, [self.links.starts[i] for i in self.quotes])
        counts = {s.id: len(by_entity & index.said_by(s.id)) for s in self.analysis.speakers}
        self.speakers: list[tuple[Speaker, int]] = sorted(
            ((s, counts[s.id]) for s in self.analysis.speakers if counts[s.id] or s.id == self.speaker),
            key=lambda pair: -pair[1],
        )
        self.entities = self._entities_left(found)

    def _entities_left(self, found: frozenset[int]) -> list[tuple[Entity, int]]:
        """Return the entities with counts.

        Of their mentions or, once a speaker or the filter narrows them, of the quotes that name them.
        """
        if not self.entities_narrowed:
            return [(e, len(e.mentions)) for e in self.named]
        if self.speaker:
            found &= self.index.said_by(self.speaker)
        counts = {e.id: len(found & self.index.naming(e.id)) for e in self.named}
        return [(e, counts[e.id]) for e in self.named if counts[e.id] or e.id == self.entity]

    @property
    def narrowed(self) -> bool:
        """True if the filter or a choice narrows the quotes."""
        return bool(self.speaker or self.entity) or not self.query.empty

    @property
    def speakers_narrowed(self) -> bool:
        """True if the filter or an entity narrows the speakers; the speaker that is chosen does not."""
        return bool(self.entity) or not self.query.empty

    @property
    def entities_narrowed(self) -> bool:
        """True if the filter or a speaker narrows the entities; the entity that is chosen does not."""
        return bool(self.speaker) or not self.query.empty

    # What the reader does

    def set_filter(self, text: str) -> None:
        """Filter by what was typed so far. A chosen quote that no longer matches is deselected."""
        self.filter_text = text
        self.query = parse(text)
        begun = text.split(" ")[-1].casefold()
        if begun and any(name.startswith(begun) for name in FIELDS) and not self.index.select(self.query):
            # While "speaker:" is being typed, nobody wants everything to vanish.
            self.query = parse(text[: -len(begun)])
        self._narrow_choice()

    def _narrow_choice(self) -> None:
        """Compute what matches; a chosen quote that no longer does is deselected."""
        self._narrow()
        if self.quote is not None and not self.is_shown(self.quote):
            self.quote = None

    def choose_speaker(self, identifier: str | None) -> None:
        """Choose a speaker by id, or none."""
        self.speaker = identifier
        self._narrow_choice()

    def choose_entity(self, identifier: str | None) -> None:
        """Choose an entity by id, or none."""
        self.entity = identifier
        self._narrow_choice()

    def choose_quote(self, index: int | None) -> None:
        """Choose a quote by its index in the analysis, or none."""
        self.quote = index

    def step(self, direction: int, around: Span) -> int | None:
        """Choose and return the next (1) or previous (-1) matching quote; None if there is none.

        Without a chosen quote the search begins at `around`, the visible span.
        """
        chosen = self.chosen_quote
        found = self.matching.step(direction, around, None if chosen is None else chosen.start)
        if found is not None:
            self.quote = found
        return found

    def only(self, around: Span) -> Speaker | None:
        """Toggle “only this speaker”: the speaker of the chosen quote, else of the first visible one.

        Returns the speaker that is chosen now, or None.
        """
        if self.speaker is not None:
            self.choose_speaker(None)
            return None
        at = self.quote if self.quote is not None else self.current(around)
        speaker = self.speaker_of(at) if at is not None else None
        if speaker is not None:
            self.choose_speaker(speaker.id)
        return speaker

    def back(self) -> str | None:
        """Deselect the quote, entity, speaker or filter, the first that is set; return which, or None."""
        if self.quote is not None:
            self.quote = None
            return "quote"
        if self.entity is not None:
            self.choose_entity(None)
            return "entity"
        if self.speaker is not None:
            self.choose_speaker(None)
            return "speaker"
        if self.filter_text:
            self.set_filter("")
            return "filter"
        return None

    def current(self, visible: Span) -> int | None:
        """Return the index of the current quote: the chosen one, else the first matching one in `visible`."""
        if self.quote is not None:
            return self.quote
        first = self.links.quote_at(visible.start)
        if first is not None and self.is_shown(first):
            return first
        return self.matching.first_in(visible)

    def match_out_of_sight(self, visible: Span) -> int | None:
        """Return the next matching quote, else the first one, where none is in `visible`; None if one is."""
        if not self.quotes or self.current(visible) is not None:
            return None
        return self.matching.from_offset(visible.start)

    def is_shown(self, quote: int) -> bool:
        """Tell whether the quote with this index matches filter and choices."""
        return self.matching.holds(quote, self.analysis.attributions[quote].start)
