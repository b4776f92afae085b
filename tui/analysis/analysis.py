"""What the analysis of an article says: attributions, speakers, entities.

Plain values, so that they cross from the analysis process to the reader, and in and out of the library, as
JSON. Importing this module imports no spaCy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tui.analysis.version import VERSION
from tui.article.spans import Span


class Kind(StrEnum):
    """How much of an attribution's content stands inside quotation marks: all, some or none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Stance(StrEnum):
    """Whether somebody spoke (said, wrote, according to) or holds an attitude (wants, backs, fears)."""

    SPEECH = "speech"
    ATTITUDE = "attitude"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the evidence for a speaker: the words it rests on, and the reason in plain English."""

    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A content tied to a source by a cue (the screen calls it a quote).

    Spans are in reading order. `content` holds the quotation marks; “X,” he said. “Y.” is two spans, a
    quotation that re-opens its marks paragraph after paragraph is one. `cue` and `source` may be empty.
    `speaker` is the id of a Speaker, None where the article names nobody. `certainty` is between 0 and 1.
    `corrected` is whether the reader changed or added it by hand.
    """

    id: str
    kind: Kind
    stance: Stance
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: str | None = None
    certainty: float = 1.0
    evidence: tuple[Step, ...] = ()
    corrected: bool = False

    @property
    def start(self) -> int:
        """Where its content begins."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """Where its content ends."""
        return self.content[-1].end


@dataclass(frozen=True, slots=True)
class Speaker:
    """The person or body behind one or many sources, under its fullest name in the article.

    `corrected` is whether the reader changed or added it by hand.
    """

    id: str
    name: str
    kind: str = "person"  # person, organisation, place, group, unknown
    role: str | None = None
    mentions: tuple[Span, ...] = ()
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """What is named, under its fullest name; `label` is one of spaCy's (PERSON, ORG, GPE …)."""

    id: str
    name: str
    label: str
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything found. `complete` is False while parts of the article are still to come.

    `applied` holds the corrections that went into it (see `tui.corrections`): the id of each, and why it
    could not be placed, "" where it was.
    """

    attributions: tuple[Attribution, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    entities: tuple[Entity, ...] = ()
    model: str = ""
    version: int = VERSION
    complete: bool = True
    notices: tuple[str, ...] = ()  # sentences for the reader ("This does not look like English …")
    applied: tuple[tuple[str, str], ...] = ()

    def speaker(self, identifier: str | None) -> Speaker | None:
        """The speaker with this id, or None."""
        return next((s for s in self.speakers if s.id == identifier), None)

    def to_json(self) -> dict[str, Any]:
        """The speakers, entities and quotes of the JSON contract, with what is needed to read them back."""
        return {
            "model": self.model,
            "version": self.version,
            "complete": self.complete,
            "notices": list(self.notices),
            "applied": [list(pair) for pair in self.applied],
            "speakers": [
                {
                    "id": s.id,
                    "name": s.name,
                    "kind": s.kind,
                    "role": s.role,
                    "mentions": _pairs(s.mentions),
                    "corrected": s.corrected,
                }
                for s in self.speakers
            ],
            "entities": [
                {"id": e.id, "name": e.name, "label": e.label, "mentions": _pairs(e.mentions)}
                for e in self.entities
            ],
            "quotes": [
                {
                    "id": a.id,
                    "kind": str(a.kind),
                    "stance": str(a.stance),
                    "content": _pairs(a.content),
                    "cue": _pairs(a.cue),
                    "source": _pairs(a.source),
                    "speaker": a.speaker,
                    "certainty": round(a.certainty, 3),
                    "evidence": [
                        {"reason": step.reason, "span": list(step.span) if step.span else None}
                        for step in a.evidence
                    ],
                    "corrected": a.corrected,
                }
                for a in self.attributions
            ],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Analysis:
        """Read back what `to_json` gave. Raises KeyError, TypeError or ValueError on anything else."""
        return cls(
            attributions=tuple(
                Attribution(
                    id=q["id"],
                    kind=Kind(q["kind"]),
                    stance=Stance(q["stance"]),
                    content=_spans(q["content"]),
                    cue=_spans(q["cue"]),
                    source=_spans(q["source"]),
                    speaker=q["speaker"],
                    certainty=q["certainty"],
                    evidence=tuple(
                        Step(step["reason"], Span(*step["span"]) if step["span"] else None)
                        for step in q["evidence"]
                    ),
                    corrected=bool(q.get("corrected", False)),
                )
                for q in data["quotes"]
            ),
            speakers=tuple(
                Speaker(
                    s["id"],
                    s["name"],
                    s["kind"],
                    s["role"],
                    _spans(s["mentions"]),
                    bool(s.get("corrected", False)),
                )
                for s in data["speakers"]
            ),
            entities=tuple(
                Entity(e["id"], e["name"], e["label"], _spans(e["mentions"])) for e in data["entities"]
            ),
            model=data["model"],
            version=data["version"],
            complete=data["complete"],
            notices=tuple(data["notices"]),
            applied=tuple((key, problem) for key, problem in data.get("applied", ())),
        )


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def _spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)
