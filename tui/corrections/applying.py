"""Corrections applied to an analysis: what the reader said holds, whatever the analysis finds.

Quotes and speakers are found again by their words and names (see `placing`). A corrected quote
that a later analysis no longer finds is put back, for the reader has seen that it is one; only where the words
themselves are gone can a correction not be placed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tui.analysis.analysis import Analysis, Attribution, Speaker, Step
from tui.article.article import Article
from tui.article.spans import Span
from tui.corrections.correction import Action, Correction, Named, Quoted
from tui.corrections.editable_analysis import CORRECTED, EditableAnalysis

_GONE = "its words are no longer in the text"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A correction that could not be applied, or only in part, and why: a clause, no full stop."""

    correction: Correction
    reason: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """An analysis with corrections applied: which were, which were not."""

    analysis: Analysis
    placed: tuple[Correction, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()


def apply(article: Article, analysis: Analysis, corrections: Iterable[Correction]) -> Corrected:
    """Apply corrections in their order to an analysis of `article`; nothing that is handed in changes.

    Those that `analysis` already has in it (see `Analysis.applied`) are not applied again. Whatever is changed is
    marked as corrected and says so in its evidence; what the reader said of a quote is certain. Raises nothing.
    """
    every = tuple(corrections)
    before = dict(analysis.applied)
    fresh = [correction for correction in every if correction.id not in before]
    problems = dict(before)
    if fresh:
        bench = EditableAnalysis(article, analysis)
        work = _Correcting(bench)
        for correction in fresh:
            problems[correction.id] = work.apply(correction)
        analysis = replace(bench.result(), applied=tuple(problems.items()))
    placed = tuple(correction for correction in every if not problems[correction.id])
    unplaced = tuple(Unplaced(each, problems[each.id]) for each in every if problems[each.id])
    return Corrected(analysis, placed, unplaced)


class _Correcting:
    """What each action does."""

    def __init__(self, bench: EditableAnalysis) -> None:
        self.bench = bench

    def apply(self, it: Correction) -> str:
        """Apply one; returns why that was not possible, "" when it was."""
        match it.action:
            case Action.MERGE:
                return self._merge(it)
            case Action.NAME:
                return self._name(it)
            case Action.DIVIDE:
                return self._divide(it)
            case Action.ADD:
                return self._add(it)
            case Action.REJECT:
                return self._reject(it.quotes[0])
            case _:
                return self._change(it, it.quotes[0])

    def _change(self, it: Correction, quoted: Quoted) -> str:
        spans: tuple[Span, ...] = ()
        if it.action is Action.CONTENT:
            spans = self.bench.placed(it.spans) or ()
            if not spans:
                return _GONE
        found = self.bench.quote(quoted, spans)
        if found is None:
            return _GONE
        if it.action in (Action.CUE, Action.SOURCE):
            spans = self.bench.beside(it.spans, quoted, found.content)
            if len(spans) < len(it.spans):
                return _GONE
        match it.action:
            case Action.SPEAKER:
                who = None if it.to is None else self.bench.person(it.to)
                said = (
                    f"said by {self.bench.speakers[who].name}"
                    if who
                    else "the article names nobody who said it"
                )
                changed = replace(found, speaker=who, evidence=(Step(f"{CORRECTED}: {said}."),))
            case Action.KIND:
                kind, stance = it.kind or found.kind, it.stance or found.stance
                changed = self._noted(
                    replace(found, kind=kind, stance=stance),
                    f"it is {kind} {stance}, not {found.kind} {found.stance}",
                )
            case Action.CONTENT:
                if (same := self.bench.by_content.get(spans)) not in (None, found):
                    self.bench.put(same, None)
                changed = self._noted(
                    replace(found, content=spans, kind=it.kind or found.kind), "where its words begin and end"
                )
            case Action.CUE:
                changed = self._noted(replace(found, cue=spans), "its cue")
            case _:
                changed = self._noted(replace(found, source=spans), "its source")
        self.bench.put(found, replace(self._since(changed, quoted), certainty=1.0))
        return ""

    def _since(self, quote: Attribution, quoted: Quoted) -> Attribution:
        """Say so where its words are not quite those that were corrected any more."""
        if self.bench.places.changed.isdisjoint(quoted.content):
            return quote
        step = Step(
            f"A word or two of it have changed since: {' … '.join(piece.words for piece in quoted.content)}"
        )
        return replace(quote, evidence=(*quote.evidence, step))

    def _noted(self, quote: Attribution, what: str) -> Attribution:
        return replace(quote, evidence=(Step(f"{CORRECTED}: {what}."), *quote.evidence))

    def _reject(self, quoted: Quoted) -> str:
        content = self.bench.placed(quoted.content)
        if content is None:
            return _GONE
        found = self.bench.overlapping(content)
        if found is not None:
            self.bench.put(found, None)
        return ""

    def _add(self, it: Correction) -> str:
        quoted = it.quotes[0]
        found = self.bench.quote(quoted)
        content = self.bench.placed(quoted.content)
        if found is None or content is None:
            return _GONE
        who = None if it.to is None else self.bench.person(it.to)
        cue, source = (self.bench.beside(spans, quoted, content) for spans in (quoted.cue, quoted.source))
        added = replace(
            found,
            content=content,
            kind=quoted.kind,
            stance=quoted.stance,
            cue=cue or found.cue,
            source=source or found.source,
            speaker=who,
            certainty=1.0,
            evidence=(Step(f"{CORRECTED}: it is a quote, which you added."),),
        )
        self.bench.put(found, self._since(added, quoted))
        return ""

    def _merge(self, it: Correction) -> str:
        assert it.speaker is not None
        assert it.to is not None
        gone, kept = self.bench.speaker(it.speaker), self.bench.speaker(it.to)
        if gone is None and kept is None:
            return "neither is among the speakers any more"
        if gone is None or gone is kept:  # nothing to do: they are one
            return ""
        if kept is None:
            return self._rename(gone, it.to)
        self._join(gone, kept)
        return ""

    def _join(self, gone: Speaker, kept: Speaker) -> None:
        """Give all that is `gone`'s to `kept`."""
        self.bench.joined[gone.name.casefold()] = (gone, kept)
        self.bench.speakers[kept.id] = replace(
            kept,
            role=kept.role or gone.role,
            mentions=tuple(sorted({*kept.mentions, *gone.mentions})),
            corrected=True,
        )
        del self.bench.speakers[gone.id]
        step = Step(f"{CORRECTED}: {gone.name} and {kept.name} are one.")
        for quote in [quote for quote in self.bench.quotes if quote.speaker == gone.id]:
            self.bench.put(quote, replace(quote, speaker=kept.id, evidence=(*quote.evidence, step)))

    def _name(self, it: Correction) -> str:
        assert it.speaker is not None
        assert it.to is not None
        found = self.bench.speaker(it.speaker)
        if found is not None:
            return self._rename(found, it.to)
        # A later analysis may have found out by itself.
        return (
            "" if self.bench.speaker(it.to) is not None else "this speaker is not among the speakers any more"
        )

    def _rename(self, speaker: Speaker, to: Named) -> str:
        """Name a speaker; where another has that name already, the two are one."""
        name = to.name.casefold()
        same = [s for s in self.bench.speakers.values() if s is not speaker and s.name.casefold() == name]
        renamed = replace(speaker, name=to.name, kind=to.kind, role=to.role, corrected=True)
        self.bench.speakers[speaker.id] = renamed
        for other in same:
            self._join(other, self.bench.speakers[speaker.id])
        return ""

    def _divide(self, it: Correction) -> str:
        assert it.speaker is not None
        assert it.to is not None
        meant = {quoted: self.bench.quote(quoted) for quoted in it.quotes}
        found = {quote.id: (quote, quoted) for quoted, quote in meant.items() if quote is not None}
        if not found:
            return _GONE
        new = self.bench.person(it.to)
        whom = self.bench.speaker(it.speaker)
        if whom is not None and whom.id != new:
            sources = [span for quote, _ in found.values() for span in quote.source]
            moved = {mention for mention in whom.mentions if any(mention.overlaps(s) for s in sources)}
            self.bench.speakers[whom.id] = replace(
                whom, mentions=tuple(m for m in whom.mentions if m not in moved), corrected=True
            )
            to = self.bench.speakers[new]
            self.bench.speakers[new] = replace(
                to, mentions=tuple(sorted({*to.mentions, *moved})), corrected=True
            )
        step = Step(f"{CORRECTED}: said by {it.to.name}, who is not {it.speaker.name}.")
        for quote, quoted in found.values():
            given = replace(quote, speaker=new, certainty=1.0, evidence=(step,))
            self.bench.put(quote, self._since(given, quoted))
        missing = list(meant.values()).count(None)
        return (
            f"the words of {missing} of its {len(it.quotes)} quotes are no longer in the text"
            if missing
            else ""
        )
