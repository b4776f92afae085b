"""A correction: what a reader says about a quote, a speaker or an entity that the analysis got wrong.

A correction is anchored to the article's text: to spans, to the words in them and to some of the text around
them, and to speakers and entities by name. It therefore holds for any later analysis of that text, whatever ids
that uses, and can follow its words if the text has changed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.analysis.analysis import Attribution, Entity, Kind, Speaker, Stance
from tui.article.spans import Span
from tui.corrections.action import Action

CONTEXT = 40
"""Characters of the text on either side of a passage that are kept with it."""
MOST_CONTEXT = 640
"""The most of them if fewer do not tell a quote from another with the same words."""
MENTIONS = 3
"""The most mentions of a speaker that are kept with the name."""
ENTITY_MENTIONS = 20
"""The most mentions of an entity that are kept with the name, to restore it if it is no longer found."""
LONGEST_NAME = 200
"""The most characters of a typed name; a name in an article may be longer."""
_PRONOUNS = frozenset("he him his she her hers it its they them their i me my we us our you your who".split())


class Passage(NamedTuple):
    """Words in the text: their span, the words, and some of the text on either side."""

    span: Span
    words: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerReference:
    """A speaker by name, with a few of the mentions."""

    name: str
    kind: str = "person"
    role: str | None = None
    mentions: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class EntityReference:
    """An entity by name and label, with its first mentions."""

    name: str
    label: str
    mentions: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteReference:
    """A quote as it was when it was corrected: all that is needed to find or restore it."""

    content: tuple[Passage, ...]
    cue: tuple[Passage, ...] = ()
    source: tuple[Passage, ...] = ()
    kind: Kind = Kind.DIRECT
    stance: Stance = Stance.SPEECH
    speaker: SpeakerReference | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that the reader put right. `CORRECTION_TYPES` says which fields count; `id` is a UUID."""

    action: Action
    quotes: tuple[QuoteReference, ...] = ()
    speaker: SpeakerReference | None = None
    to: SpeakerReference | None = None
    spans: tuple[Passage, ...] = ()
    kind: Kind | None = None
    stance: Stance | None = None
    entity: EntityReference | None = None
    to_entity: EntityReference | None = None
    id: str = field(default_factory=lambda: os.urandom(16).hex())


def passage(text: str, span: Span, context: int = CONTEXT) -> Passage:
    """Return the passage at `span` of `text`, with `context` characters on either side."""
    return Passage(
        span,
        span.of(text),
        text[max(0, span.start - context) : span.start],
        text[span.end : span.end + context],
    )


def passages(text: str, spans: Iterable[Span]) -> tuple[Passage, ...]:
    """Return the passages at several spans."""
    return tuple(passage(text, span) for span in spans)


def unique_passages(text: str, spans: Iterable[Span]) -> tuple[Passage, ...]:
    """Return the passages, each with enough context that it occurs only once in the text."""
    return tuple(passage(text, span, _context(text, span)) for span in spans)


def _context(text: str, span: Span) -> int:
    context = CONTEXT
    while context < MOST_CONTEXT:
        start, end = max(0, span.start - context), span.end + context
        if text.find(text[start:end]) == start and text.find(text[start:end], start + 1) < 0:
            break
        context *= 2
    return context


def speaker_reference(text: str, speaker: Speaker) -> SpeakerReference:
    """Refer to a speaker of an analysis of `text`; without pronouns, whose resolution may change."""
    names = [span for span in speaker.mentions if span.of(text).casefold() not in _PRONOUNS]
    return SpeakerReference(speaker.name, speaker.kind, speaker.role, passages(text, names[:MENTIONS]))


def quote_reference(text: str, quote: Attribution, speaker: Speaker | None) -> QuoteReference:
    """Refer to a quote of an analysis of `text`, and to its speaker."""
    return QuoteReference(
        unique_passages(text, quote.content),
        passages(text, quote.cue),
        passages(text, quote.source),
        quote.kind,
        quote.stance,
        None if speaker is None else speaker_reference(text, speaker),
    )


def entity_reference(text: str, entity: Entity) -> EntityReference:
    """Refer to an entity of an analysis of `text`."""
    return EntityReference(entity.name, entity.label, passages(text, entity.mentions[:ENTITY_MENTIONS]))
