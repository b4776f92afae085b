"""Convert corrections to JSON and back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tui.corrections.correction import MOST_CONTEXT, Correction, Passage, SpeakerReference
from tui.corrections.correction_types import CORRECTION_TYPES
from tui.json_codec import decode, encode

_LONGEST_ID = 64


def to_json(correction: Correction) -> dict[str, Any]:
    """Return a correction as values for the json module, without empty fields."""
    return {key: value for key, value in encode(correction).items() if value not in (None, [])}


def from_json(data: object) -> Correction:
    """Return the correction that `to_json` wrote. Raises ValueError for anything invalid."""
    try:
        correction = decode(Correction, data)
        _check(correction)
    except ValueError as error:
        raise ValueError(f"not a correction: {error}") from error
    return correction


def _check(correction: Correction) -> None:
    """Raise ValueError if a correction is incomplete or contradicts itself: a library may come from anywhere."""
    if not 0 < len(correction.id) <= _LONGEST_ID:
        raise ValueError("its id is empty or too long")
    for name in CORRECTION_TYPES[correction.action].needs:
        filled = len(correction.quotes) == 1 if name == "quote" else bool(getattr(correction, name))
        if not filled:
            raise ValueError(f"“{correction.action}” without {name}")
    if not all(quote.content for quote in correction.quotes):
        raise ValueError("a quote has no words")
    if not all(speaker.name for speaker in _speakers(correction)):
        raise ValueError("a speaker has no name")
    entities = [each for each in (correction.entity, correction.to_entity) if each is not None]
    if not all(entity.name and entity.label for entity in entities):
        raise ValueError("an entity has no name or no label")
    for passages in _in_reading_order(correction):
        if any(a.span.end > b.span.start for a, b in pairwise(passages)):
            raise ValueError("passages are not in order")
        _check_passages(passages)
    for mentions in [
        *(each.mentions for each in _speakers(correction)),
        *(each.mentions for each in entities),
    ]:
        _check_passages(mentions)


def _check_passages(passages: tuple[Passage, ...]) -> None:
    for span, words, before, after in passages:
        if not 0 <= span.start < span.end:
            raise ValueError("a span is empty or reversed")
        if len(words) != span.end - span.start:
            raise ValueError("words do not fit their span")
        if max(len(before), len(after)) > MOST_CONTEXT:
            raise ValueError("too much context")


def _speakers(correction: Correction) -> Iterator[SpeakerReference]:
    for speaker in (correction.speaker, correction.to, *(quote.speaker for quote in correction.quotes)):
        if speaker is not None:
            yield speaker


def _in_reading_order(correction: Correction) -> Iterator[tuple[Passage, ...]]:
    yield correction.spans
    for quote in correction.quotes:
        yield from (quote.content, quote.cue, quote.source)
