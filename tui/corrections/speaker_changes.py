"""Changes of the speakers of an analysis: renamed, merged, divided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tui.analysis.analysis import Attribution, Speaker, Step
from tui.corrections.correction import SpeakerReference
from tui.corrections.editable_analysis import CORRECTED, EditableAnalysis


def merge_speakers(editable: EditableAnalysis, merged: Speaker, kept: Speaker) -> None:
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


def rename_speaker(editable: EditableAnalysis, speaker: Speaker, to: SpeakerReference) -> None:
    """Rename a speaker; if another has that name already, merge the two."""
    name = to.name.casefold()
    same = [s for s in editable.speakers.values() if s is not speaker and s.name.casefold() == name]
    renamed = replace(speaker, name=to.name, kind=to.kind, role=to.role, corrected=True)
    editable.speakers[speaker.id] = renamed
    for other in same:
        merge_speakers(editable, other, editable.speakers[speaker.id])


def move_quotes(
    editable: EditableAnalysis, quotes: Iterable[Attribution], old: SpeakerReference, new: str
) -> None:
    """Move the mentions in the sources of some quotes from the speaker `old` to the one with the id `new`."""
    holder = editable.find_speaker(old)
    if holder is None or holder.id == new:
        return
    sources = [span for quote in quotes for span in quote.source]
    moved = {mention for mention in holder.mentions if any(mention.overlaps(span) for span in sources)}
    kept = tuple(mention for mention in holder.mentions if mention not in moved)
    editable.speakers[holder.id] = replace(holder, mentions=kept, corrected=True)
    to = editable.speakers[new]
    mentions = tuple(sorted({*to.mentions, *moved}))
    editable.speakers[new] = replace(to, mentions=mentions, corrected=True)
