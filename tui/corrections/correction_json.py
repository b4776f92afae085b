"""Corrections as JSON, out and in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any, TypeVar

from tui.analysis.analysis import Kind, Stance
from tui.article.spans import Span
from tui.corrections.correction import (
    MOST_CONTEXT,
    Correction,
    Passage,
    QuoteReference,
    SpeakerReference,
)
from tui.corrections.correction_types import CORRECTION_TYPES, Action

_T = TypeVar("_T")


def to_json(correction: Correction) -> dict[str, Any]:
    """Plain values; what is not there is left out."""
    it = correction
    data: dict[str, Any] = {"id": it.id, "action": str(it.action)}
    if it.quotes:
        data["quotes"] = [_quoted_to_json(quote) for quote in it.quotes]
    if it.speaker is not None:
        data["speaker"] = _named_to_json(it.speaker)
    if it.to is not None:
        data["to"] = _named_to_json(it.to)
    if it.spans:
        data["spans"] = [_passage_to_json(passage) for passage in it.spans]
    if it.kind is not None:
        data["kind"] = str(it.kind)
    if it.stance is not None:
        data["stance"] = str(it.stance)
    return data


def from_json(data: object) -> Correction:
    """Read back what `to_json` gave, whoever wrote it. Raises ValueError on anything that makes no sense."""
    try:
        found = _correction(_mapping(data))
        _check(found)
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(f"not a correction: {error}") from error
    return found


def _passage_to_json(passage: Passage) -> list[Any]:
    return [*passage.span, passage.words, passage.before, passage.after]


def _named_to_json(named: SpeakerReference) -> dict[str, Any]:
    return {
        "name": named.name,
        "kind": named.kind,
        "role": named.role,
        "mentions": [_passage_to_json(mention) for mention in named.mentions],
    }


def _quoted_to_json(quoted: QuoteReference) -> dict[str, Any]:
    return {
        "content": [_passage_to_json(piece) for piece in quoted.content],
        "cue": [_passage_to_json(piece) for piece in quoted.cue],
        "source": [_passage_to_json(piece) for piece in quoted.source],
        "kind": str(quoted.kind),
        "stance": str(quoted.stance),
        "speaker": None if quoted.speaker is None else _named_to_json(quoted.speaker),
    }


# In: nothing is believed, for a library may come from anywhere


def _correction(data: Mapping[str, Any]) -> Correction:
    return Correction(
        Action(data["action"]),
        tuple(_quoted(item) for item in _list(data.get("quotes", []))),
        _maybe(_named, data.get("speaker")),
        _maybe(_named, data.get("to")),
        _passages(data.get("spans", [])),
        _maybe(Kind, data.get("kind")),
        _maybe(Stance, data.get("stance")),
        _text(data["id"], 1, 64),
    )


def _check(correction: Correction) -> None:
    """Raise ValueError where a field that this type of correction needs is empty."""
    for name in CORRECTION_TYPES[correction.action].needs:
        filled = len(correction.quotes) == 1 if name == "quote" else bool(getattr(correction, name))
        if not filled:
            raise ValueError(f"a “{correction.action}” without {name}")


def _mapping(value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"{type(value).__name__} where an object should be")
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"{type(value).__name__} where a list should be")
    return value


def _text(value: object, least: int = 0, most: int | None = None) -> str:
    if not isinstance(value, str) or len(value) < least or (most is not None and len(value) > most):
        raise ValueError("a text is missing or too long")
    return value


def _maybe(make: Callable[[Any], _T], value: object) -> _T | None:
    return None if value is None else make(value)


def _passage(value: object) -> Passage:
    start, end, words, before, after = _list(value)
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise ValueError("a span is not one")
    if len(_text(words)) != end - start:
        raise ValueError("words do not fit their span")
    return Passage(Span(start, end), words, _text(before)[-MOST_CONTEXT:], _text(after)[:MOST_CONTEXT])


def _passages(value: object) -> tuple[Passage, ...]:
    """Passages in reading order."""
    found = tuple(_passage(item) for item in _list(value))
    if any(a.span.end > b.span.start for a, b in pairwise(found)):
        raise ValueError("its words are not in order")
    return found


def _named(value: object) -> SpeakerReference:
    data = _mapping(value)
    role = data.get("role")
    return SpeakerReference(
        _text(data["name"], 1),
        _text(data.get("kind", "person")),
        None if role is None else _text(role),
        tuple(_passage(item) for item in _list(data.get("mentions", []))),
    )


def _quoted(value: object) -> QuoteReference:
    data = _mapping(value)
    content = _passages(data["content"])
    if not content:
        raise ValueError("a quote without words")
    return QuoteReference(
        content,
        _passages(data.get("cue", [])),
        _passages(data.get("source", [])),
        Kind(data.get("kind", "direct")),
        Stance(data.get("stance", "speech")),
        _maybe(_named, data.get("speaker")),
    )
