"""The analysis of an article: attributions, speakers, entities.

Plain values, which `tui.json_codec` turns into JSON for the analysis process, the library and exports.
Importing this module imports no spaCy.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from tui.analysis.version import VERSION
from tui.article.spans import Span


class Kind(StrEnum):
    """How much of an attribution's content stands inside quotation marks: all, some or none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Stance(StrEnum):
    """Speech (said, wrote, according to) or attitude (wants, backs, fears)."""

    SPEECH = "speech"
    ATTITUDE = "attitude"


class Polarity(StrEnum):
    """What the speaker did with the content: affirmed it, denied it, refused to say it, or asked it."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    REFUSED = "refused"
    ASKED = "asked"


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
    `speaker` is the id of a Speaker, None if the article names nobody. `certainty` is between 0 and 1.
    Whoever shows a content that is not affirmed shows the cue, or says which `polarity` it has.
    `corrected` tells whether the reader changed or added it by hand.
    """

    id: str
    kind: Kind
    stance: Stance
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: str | None = None
    certainty: float = field(default=1.0, metadata={"digits": 3})
    evidence: tuple[Step, ...] = ()
    corrected: bool = False
    polarity: Polarity = Polarity.AFFIRMED

    @property
    def start(self) -> int:
        """The offset where its content begins."""
        return self.content[0].start

    @property
    def end(self) -> int:
        """The offset where its content ends."""
        return self.content[-1].end


@dataclass(frozen=True, slots=True)
class Speaker:
    """The person or body behind one or many sources, under its fullest name in the article.

    `corrected` tells whether the reader changed or added it by hand.
    """

    id: str
    name: str
    kind: str = "person"  # person, organisation, place, group, unknown
    role: str | None = None
    mentions: tuple[Span, ...] = ()
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """A named thing under its fullest name; `label` is one of spaCy's (PERSON, ORG, GPE …).

    `corrected` tells whether the reader changed it by hand.
    """

    id: str
    name: str
    label: str
    mentions: tuple[Span, ...] = ()
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in an article; `complete` is False while parts are still to be read.

    `applied` holds the corrections that went into it (see `tui.corrections`): the id of each, and why it
    could not be placed, "" if it was. `left_out` are the paragraphs that could not be analysed.
    """

    attributions: tuple[Attribution, ...] = field(default=(), metadata={"key": "quotes"})
    speakers: tuple[Speaker, ...] = ()
    entities: tuple[Entity, ...] = ()
    model: str = ""
    version: int = VERSION
    complete: bool = True
    notices: tuple[str, ...] = ()  # sentences for the reader ("This does not look like English …")
    applied: tuple[tuple[str, str], ...] = ()
    left_out: tuple[Span, ...] = ()

    def speaker(self, identifier: str | None) -> Speaker | None:
        """Return the speaker with this id, or None."""
        return next((s for s in self.speakers if s.id == identifier), None)
