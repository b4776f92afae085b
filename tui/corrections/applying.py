"""Apply corrections to an analysis: what the reader said holds, whatever the analysis finds.

Quotes, speakers and entities are found again by their words and names (see `anchoring`). A corrected quote or
entity that a later analysis no longer finds is restored, because the reader has seen that it is one. A
correction cannot be placed only if the words themselves are gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tui.analysis.analysis import Analysis, Attribution, Step
from tui.article.article import Article
from tui.corrections import entity_changes
from tui.corrections.action import Action
from tui.corrections.correction import Correction, QuoteReference
from tui.corrections.editable_analysis import CORRECTED, EditableAnalysis
from tui.corrections.speaker_changes import merge_speakers, move_quotes, rename_speaker

_WORDS_GONE = "its words are no longer in the text"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A correction that could not be applied, or only in part, and the reason: a clause without a full stop."""

    correction: Correction
    reason: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrected analysis, with the corrections that were applied and those that were not."""

    analysis: Analysis
    placed: tuple[Correction, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()


def apply(article: Article, analysis: Analysis, corrections: Iterable[Correction]) -> Corrected:
    """Return an analysis of `article` with corrections applied in order; the arguments stay unchanged.

    Corrections that are already in `analysis` (see `Analysis.applied`) are not applied again. Whatever changes
    is marked as corrected and says so in its evidence; what the reader said about a quote has certainty 1.
    Raises nothing.
    """
    corrections = tuple(corrections)
    problems = dict(analysis.applied)
    new = [correction for correction in corrections if correction.id not in problems]
    if new:
        editable = EditableAnalysis(article, analysis)
        for correction in new:
            problems[correction.id] = _APPLIERS[correction.action](editable, correction)
        analysis = replace(editable.result(), applied=tuple(problems.items()))
    placed = tuple(correction for correction in corrections if not problems[correction.id])
    unplaced = tuple(Unplaced(each, problems[each.id]) for each in corrections if problems[each.id])
    return Corrected(analysis, placed, unplaced)


_Applier = Callable[[EditableAnalysis, Correction], str]
"""Applies one correction; returns the reason if that was impossible, "" otherwise."""
_APPLIERS: dict[Action, _Applier] = {
    Action.ENTITY_KIND: entity_changes.change_kind,
    Action.ENTITY_NAME: entity_changes.rename,
    Action.ENTITY_MERGE: entity_changes.merge,
    Action.ENTITY_DIVIDE: entity_changes.divide,
    Action.ENTITY_REJECT: entity_changes.reject,
}


def _applies(action: Action) -> Callable[[_Applier], _Applier]:
    """Register the decorated function as the one that applies corrections of this type."""

    def register(applier: _Applier) -> _Applier:
        _APPLIERS[action] = applier
        return applier

    return register


# Quotes


@_applies(Action.SPEAKER)
def _change_speaker(editable: EditableAnalysis, correction: Correction) -> str:
    found = editable.find_quote(correction.quotes[0])
    if found is None:
        return _WORDS_GONE
    speaker, said = None, "the article names nobody who said it"
    if correction.to is not None:
        speaker = editable.find_or_add_speaker(correction.to)
        said = f"said by {editable.speakers[speaker].name}"
    changed = replace(found, speaker=speaker, evidence=(Step(f"{CORRECTED}: {said}."),))
    return _replace_quote(editable, correction, found, changed)


@_applies(Action.KIND)
def _change_kind(editable: EditableAnalysis, correction: Correction) -> str:
    found = editable.find_quote(correction.quotes[0])
    if found is None:
        return _WORDS_GONE
    kind, stance = correction.kind or found.kind, correction.stance or found.stance
    reason = f"it is {kind} {stance}, not {found.kind} {found.stance}"
    changed = _explained(replace(found, kind=kind, stance=stance), reason)
    return _replace_quote(editable, correction, found, changed)


@_applies(Action.CONTENT)
def _change_content(editable: EditableAnalysis, correction: Correction) -> str:
    content = editable.place_all(correction.spans)
    found = None if content is None else editable.find_quote(correction.quotes[0], content)
    if content is None or found is None:
        return _WORDS_GONE
    if (same := editable.quotes_by_content.get(content)) not in (None, found):
        editable.replace_quote(same, None)
    kind = correction.kind or found.kind
    changed = _explained(replace(found, content=content, kind=kind), "where its words begin and end")
    return _replace_quote(editable, correction, found, changed)


@_applies(Action.CUE)
@_applies(Action.SOURCE)
def _change_cue_or_source(editable: EditableAnalysis, correction: Correction) -> str:
    quote = correction.quotes[0]
    found = editable.find_quote(quote)
    if found is None:
        return _WORDS_GONE
    spans = editable.place_near(correction.spans, quote, found.content)
    if len(spans) < len(correction.spans):
        return _WORDS_GONE
    if correction.action is Action.CUE:
        changed = _explained(replace(found, cue=spans), "its cue")
    else:
        changed = _explained(replace(found, source=spans), "its source")
    return _replace_quote(editable, correction, found, changed)


@_applies(Action.REJECT)
def _reject(editable: EditableAnalysis, correction: Correction) -> str:
    content = editable.place_all(correction.quotes[0].content)
    if content is None:
        return _WORDS_GONE
    found = editable.most_similar_quote(content)
    if found is not None:
        editable.replace_quote(found, None)
    return ""


@_applies(Action.ADD)
def _add(editable: EditableAnalysis, correction: Correction) -> str:
    quote = correction.quotes[0]
    found = editable.find_quote(quote)
    content = editable.place_all(quote.content)
    if found is None or content is None:
        return _WORDS_GONE
    added = replace(
        found,
        content=content,
        kind=quote.kind,
        stance=quote.stance,
        cue=editable.place_near(quote.cue, quote, content) or found.cue,
        source=editable.place_near(quote.source, quote, content) or found.source,
        speaker=None if correction.to is None else editable.find_or_add_speaker(correction.to),
        evidence=(Step(f"{CORRECTED}: it is a quote, which you added."),),
    )
    return _replace_quote(editable, correction, found, added)


def _replace_quote(
    editable: EditableAnalysis, correction: Correction, found: Attribution, changed: Attribution
) -> str:
    changed = _with_changed_words(editable, correction.quotes[0], changed)
    editable.replace_quote(found, replace(changed, certainty=1.0))
    return ""


def _with_changed_words(
    editable: EditableAnalysis, reference: QuoteReference, quote: Attribution
) -> Attribution:
    """Add a step of evidence if the words differ slightly from those that were corrected."""
    if editable.anchors.changed.isdisjoint(reference.content):
        return quote
    words = " … ".join(passage.words for passage in reference.content)
    return replace(
        quote, evidence=(*quote.evidence, Step(f"A word or two of it have changed since: {words}"))
    )


def _explained(quote: Attribution, reason: str) -> Attribution:
    return replace(quote, evidence=(Step(f"{CORRECTED}: {reason}."), *quote.evidence))


# Speakers


@_applies(Action.MERGE)
def _merge(editable: EditableAnalysis, correction: Correction) -> str:
    assert correction.speaker is not None
    assert correction.to is not None
    merged, kept = editable.find_speaker(correction.speaker), editable.find_speaker(correction.to)
    if merged is None and kept is None:
        return "neither is among the speakers any longer"
    if merged is None or merged is kept:  # the analysis has merged them by itself
        return ""
    if kept is None:
        rename_speaker(editable, merged, correction.to)
    else:
        merge_speakers(editable, merged, kept)
    entity_changes.follow_speaker(editable, correction)
    return ""


@_applies(Action.NAME)
def _rename(editable: EditableAnalysis, correction: Correction) -> str:
    assert correction.speaker is not None
    assert correction.to is not None
    found = editable.find_speaker(correction.speaker)
    if found is not None:
        rename_speaker(editable, found, correction.to)
        entity_changes.follow_speaker(editable, correction)
    elif editable.find_speaker(correction.to) is None:  # otherwise the analysis found the name by itself
        return "this speaker is no longer among the speakers"
    return ""


@_applies(Action.DIVIDE)
def _divide(editable: EditableAnalysis, correction: Correction) -> str:
    assert correction.speaker is not None
    assert correction.to is not None
    quotes = {reference: editable.find_quote(reference) for reference in correction.quotes}
    found = {quote.id: (quote, reference) for reference, quote in quotes.items() if quote is not None}
    if not found:
        return _WORDS_GONE
    new = editable.find_or_add_speaker(correction.to)
    move_quotes(editable, [quote for quote, _ in found.values()], correction.speaker, new)
    if correction.entity is not None:
        sources = tuple(span for quote, _ in found.values() for span in quote.source)
        entity_changes.follow_quotes(editable, correction, sources)
    step = Step(f"{CORRECTED}: said by {correction.to.name}, who is not {correction.speaker.name}.")
    for quote, reference in found.values():
        changed = replace(quote, speaker=new, certainty=1.0, evidence=(step,))
        editable.replace_quote(quote, _with_changed_words(editable, reference, changed))
    missing = list(quotes.values()).count(None)
    count = len(correction.quotes)
    return f"the words of {missing} of its {count} quotes are no longer in the text" if missing else ""
