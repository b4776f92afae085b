"""Apply corrections to an analysis: what the reader said holds, whatever the analysis finds.

Quotes, speakers and entities are found again by their words and names (see `anchoring`). A corrected quote or
entity that a later analysis no longer finds is restored, because the reader has seen that it is one. A
correction cannot be placed only if the words themselves are gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tui.analysis.analysis import Analysis, Attribution, Entity, Speaker, Step
from tui.article.article import Article
from tui.corrections.action import Action
from tui.corrections.correction import Correction, QuoteReference, SpeakerReference
from tui.corrections.editable_analysis import CORRECTED, EditableAnalysis

_WORDS_GONE = "its words are no longer in the text"
_NAME_GONE = "it is no longer among the names"


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
_APPLIERS: dict[Action, _Applier] = {}


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
        _rename_speaker(editable, merged, correction.to)
    else:
        _merge_speakers(editable, merged, kept)
    return ""


@_applies(Action.NAME)
def _rename(editable: EditableAnalysis, correction: Correction) -> str:
    assert correction.speaker is not None
    assert correction.to is not None
    found = editable.find_speaker(correction.speaker)
    if found is not None:
        _rename_speaker(editable, found, correction.to)
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
    old = editable.find_speaker(correction.speaker)
    if old is not None and old.id != new:
        sources = [span for quote, _ in found.values() for span in quote.source]
        moved = {mention for mention in old.mentions if any(mention.overlaps(span) for span in sources)}
        kept = tuple(mention for mention in old.mentions if mention not in moved)
        editable.speakers[old.id] = replace(old, mentions=kept, corrected=True)
        to = editable.speakers[new]
        mentions = tuple(sorted({*to.mentions, *moved}))
        editable.speakers[new] = replace(to, mentions=mentions, corrected=True)
    step = Step(f"{CORRECTED}: said by {correction.to.name}, who is not {correction.speaker.name}.")
    for quote, reference in found.values():
        changed = replace(quote, speaker=new, certainty=1.0, evidence=(step,))
        editable.replace_quote(quote, _with_changed_words(editable, reference, changed))
    missing = list(quotes.values()).count(None)
    count = len(correction.quotes)
    return f"the words of {missing} of its {count} quotes are no longer in the text" if missing else ""


def _merge_speakers(editable: EditableAnalysis, merged: Speaker, kept: Speaker) -> None:
    """Move the quotes, mentions and role of `merged` to `kept`."""
    editable.merged[merged.name.casefold()] = (merged, kept)
    editable.speakers[kept.id] = replace(
        kept,
        role=kept.role or merged.role,
        mentions=tuple(sorted({*kept.mentions, *merged.mentions})),
        corrected=True,
    )
    del editable.speakers[merged.id]
    step = Step(f"{CORRECTED}: {merged.name} and {kept.name} are one.")
    for quote in [quote for quote in editable.quotes if quote.speaker == merged.id]:
        editable.replace_quote(quote, replace(quote, speaker=kept.id, evidence=(*quote.evidence, step)))


def _rename_speaker(editable: EditableAnalysis, speaker: Speaker, to: SpeakerReference) -> None:
    """Rename a speaker; if another has that name already, merge the two."""
    name = to.name.casefold()
    same = [s for s in editable.speakers.values() if s is not speaker and s.name.casefold() == name]
    renamed = replace(speaker, name=to.name, kind=to.kind, role=to.role, corrected=True)
    editable.speakers[speaker.id] = renamed
    for other in same:
        _merge_speakers(editable, other, editable.speakers[speaker.id])


# Entities


@_applies(Action.ENTITY_KIND)
@_applies(Action.ENTITY_NAME)
def _change_entity(editable: EditableAnalysis, correction: Correction) -> str:
    assert correction.entity is not None
    assert correction.to_entity is not None
    found = editable.find_or_add_entity(correction.entity)
    if found is None:
        return _NAME_GONE
    if correction.action is Action.ENTITY_KIND:
        changed = replace(found, label=correction.to_entity.label)
    else:
        changed = replace(found, name=correction.to_entity.name)
    _keep_entity(editable, changed)
    return ""


@_applies(Action.ENTITY_MERGE)
def _merge_entities(editable: EditableAnalysis, correction: Correction) -> str:
    assert correction.entity is not None
    assert correction.to_entity is not None
    merged = editable.find_or_add_entity(correction.entity)
    kept = editable.find_or_add_entity(correction.to_entity)
    if merged is None and kept is None:
        return "neither is among the names any longer"
    if merged is None or kept is None:  # only one of the two is still in the text
        return ""
    if merged.id != kept.id:  # otherwise the analysis has merged them by itself
        editable.entities.pop(merged.id, None)
        _keep_entity(editable, _with_mentions(kept, merged))
    return ""


@_applies(Action.ENTITY_REJECT)
def _reject_entity(editable: EditableAnalysis, correction: Correction) -> str:
    assert correction.entity is not None
    found = editable.find_entity(correction.entity)
    if found is not None and found.name.casefold() == correction.entity.name.casefold():
        del editable.entities[found.id]
        return ""
    # A later analysis may have counted the words as mentions of a longer name.
    wrong = set(editable.mentions(correction.entity))
    for entity in list(editable.entities.values()):
        if not wrong.isdisjoint(entity.mentions):
            left = tuple(mention for mention in entity.mentions if mention not in wrong)
            if left:
                editable.entities[entity.id] = replace(entity, mentions=left, corrected=True)
            else:
                del editable.entities[entity.id]
    return ""


def _keep_entity(editable: EditableAnalysis, changed: Entity) -> None:
    """Store a changed entity; others that now share its name and label are merged into it."""
    name = changed.name.casefold()
    for other in list(editable.entities.values()):
        if other.id != changed.id and (other.name.casefold(), other.label) == (name, changed.label):
            del editable.entities[other.id]
            changed = _with_mentions(changed, other)
    editable.entities[changed.id] = replace(changed, corrected=True)


def _with_mentions(entity: Entity, other: Entity) -> Entity:
    return replace(entity, mentions=tuple(sorted({*entity.mentions, *other.mentions})))
