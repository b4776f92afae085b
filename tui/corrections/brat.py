"""Write a corrected analysis as gold in brat standoff, which `tui.analysis.training.gold` and accuracy.py read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count

from tui.analysis.analysis import Analysis
from tui.article.characters import LINE_ENDS
from tui.article.spans import Span

_LINE = re.compile(f"[^\t\x1c-\x1e{LINE_ENDS}]+")  # a stretch without a line or column end
_PRONOUNS = frozenset("he she it they him her them i we me us you who which that this".split())


def standoff(text: str, analysis: Analysis) -> str:
    """Return the attributions in brat standoff: T lines for source, cue, content and attribution, and E lines.

    A span across several lines or columns is written in as many fragments, as brat requires (brat standoff
    format, https://brat.nlplab.org/standoff.html, "discontinuous text-bound annotations").
    """
    lines: list[str] = []
    numbers = count(1)

    def bound(label: str, spans: Sequence[Span]) -> str:
        key = f"T{next(numbers)}"
        lines.append(_text_bound(text, key, label, spans))
        return key

    events: list[str] = []
    for quote in analysis.attributions:
        trigger = bound("Attribution", quote.cue or quote.content[:1])
        roles = [f"Content:{bound('Content', quote.content)}"]
        roles += [f"Cue:{bound('Cue', quote.cue)}"] if quote.cue else []
        roles += [f"Source:{bound('Source', quote.source)}"] if quote.source else []
        events.append(f"E{len(events) + 1}\tAttribution:{trigger} {' '.join(roles)}")
    return "".join(f"{line}\n" for line in [*lines, *events])


def entity_standoff(text: str, analysis: Analysis) -> str:
    """Return the entities in brat standoff: a T line for each mention, with the label of its entity.

    An Equiv line joins the mentions of an entity; a note to the first of them gives its full name, and the
    attribute Corrected marks the entities that the reader corrected: the others have not been checked.
    """
    lines: list[str] = []
    bound, attributes, notes = count(1), count(1), count(1)
    for entity in analysis.entities:
        keys = []
        for mention in entity.mentions:
            keys.append(f"T{next(bound)}")
            lines.append(_text_bound(text, keys[-1], re.sub(r"\W", "_", entity.label), [mention]))
        if len(keys) > 1:
            lines.append(f"*\tEquiv {' '.join(keys)}")
        if keys:
            lines.append(f"#{next(notes)}\tAnnotatorNotes {keys[0]}\t{' '.join(_LINE.findall(entity.name))}")
        if keys and entity.corrected:
            lines.append(f"A{next(attributes)}\tCorrected {keys[0]}")
    return "".join(f"{line}\n" for line in lines)


def speakers(text: str, analysis: Analysis, document: str) -> list[dict[str, object]]:
    """Return the rows of a gold folder's speakers.jsonl: each attribution's speaker, in the order of `standoff`.

    Only those that the reader corrected are called sure: the others have not been checked.
    """
    rows: list[dict[str, object]] = []
    for number, quote in enumerate(analysis.attributions):
        speaker = analysis.speaker(quote.speaker)
        rows.append(
            {
                "doc": document,
                "id": number,
                "speaker": speaker.name if speaker else "",
                "mention": _written(text, quote.source, speaker.name if speaker else ""),
                "named": speaker is not None,
                "sure": quote.corrected or (speaker is not None and speaker.corrected),
            }
        )
    return rows


def _text_bound(text: str, key: str, label: str, spans: Sequence[Span]) -> str:
    pieces = [piece for span in spans for piece in _lines(text, span)]
    where = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
    return f"{key}\t{label} {where}\t{' '.join(piece.of(text) for piece in pieces)}"


def _lines(text: str, span: Span) -> list[Span]:
    pieces = []
    for match in _LINE.finditer(text, span.start, span.end):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = match.start() + len(words.rstrip())
        if start < end:
            pieces.append(Span(start, end))
    return pieces or [span]


def _written(text: str, source: Sequence[Span], name: str) -> str:
    """Return how the source refers to the speaker: by name, pronoun or description, or not at all."""
    words = " ".join(span.of(text) for span in source).casefold().split()
    if not words:
        return "none"
    if len(words) == 1 and words[0] in _PRONOUNS:
        return "pronoun"
    return "name" if set(words) & set(name.casefold().split()) else "nominal"
