"""A correction: what a reader says of a quote or a speaker that the analysis got wrong.

Plain values; `correction_json` has them as JSON. What a correction is about is anchored to the
article's text: to the spans, to the words that stand there and to some of the text around them, and to speakers
by name. So it holds for any later analysis of that text, whatever ids that gives, and can follow its words where
the text has changed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from tui.analysis.analysis import Attribution, Kind, Speaker, Stance
from tui.article.sanitising import one_line
from tui.article.spans import Span

CONTEXT = 40
"""How many characters of the text on either side of a passage are kept with it."""
MOST_CONTEXT = 640
"""How many at most, where fewer do not tell a quote from another of the same words."""
MENTIONS = 3
"""How many of a speaker's mentions are kept with its name."""
LONGEST_NAME = 200
"""How many characters of a name are taken from who types one; what an article calls somebody may be longer."""
_OPENING = tuple("“\"'‘")
_PRONOUNS = frozenset("he him his she her hers it its they them their i me my we us our you your who".split())


class Action(StrEnum):
    """What a correction does."""

    SPEAKER = "speaker"  # the quote is `to`'s; nobody's where that is None
    REJECT = "not a quote"
    KIND = "kind"  # its kind and stance are `kind` and `stance`
    CONTENT = "content"  # its content is `spans`, its kind `kind`
    CUE = "cue"  # its cue is `spans`
    SOURCE = "source"  # its source is `spans`
    ADD = "add"  # the quote was missed; it is `to`'s
    MERGE = "merge"  # `speaker` and `to` are one, `to`
    DIVIDE = "divide"  # the quotes are not `speaker`'s but `to`'s
    NAME = "name"  # `speaker` has the name, role and kind of `to`


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words stand in the text: their span, themselves, and some of the text on either side."""

    span: Span
    words: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker by name, with a few of the places where it is named."""

    name: str
    kind: str = "person"
    role: str | None = None
    mentions: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote as it stood when it was corrected: all that is needed to find it, or to put it back."""

    content: tuple[Passage, ...]
    cue: tuple[Passage, ...] = ()
    source: tuple[Passage, ...] = ()
    kind: Kind = Kind.DIRECT
    stance: Stance = Stance.SPEECH
    speaker: Named | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that the reader put right; which fields count, `Action` says. `id` is unique anywhere."""

    action: Action
    quotes: tuple[Quoted, ...] = ()
    speaker: Named | None = None
    to: Named | None = None
    spans: tuple[Passage, ...] = ()
    kind: Kind | None = None
    stance: Stance | None = None
    id: str = field(default_factory=lambda: os.urandom(16).hex())

    @property
    def summary(self) -> str:
        """What it says, on one clean line without a full stop."""
        words = _shortened(self.quotes[0].content) if self.quotes else ""
        who = _called(self.speaker)
        to = _called(self.to)
        match self.action:
            case Action.SPEAKER:
                return f"{words} is said by {to if self.to else 'nobody the article names'}"
            case Action.REJECT:
                return f"{words} is not a quote"
            case Action.KIND:
                return f"{words} is {self.kind} {self.stance}"
            case Action.CONTENT:
                return f"{words} now reads {_shortened(self.spans, ends=True)}"
            case Action.CUE:
                return f"the cue of {words} is {_shortened(self.spans)}"
            case Action.SOURCE:
                return f"the source of {words} is {_shortened(self.spans)}"
            case Action.ADD:
                return f"{words} is a quote, said by {to if self.to else 'nobody the article names'}"
            case Action.MERGE:
                return f"{who} and {to} are one"
            case Action.DIVIDE:
                many = f"{len(self.quotes)} quotes" if len(self.quotes) > 1 else words
                return f"{many} of {who} {'are' if len(self.quotes) > 1 else 'is'} said by {to}"
            case Action.NAME:
                role = f", {one_line(self.to.role)}" if self.to and self.to.role else ""
                return f"{who} is {to}{role}"


def passage(text: str, span: Span, context: int = CONTEXT) -> Passage:
    """The passage at `span` of `text`."""
    return Passage(
        span,
        span.of(text),
        text[max(0, span.start - context) : span.start],
        text[span.end : span.end + context],
    )


def passages(text: str, spans: Iterable[Span]) -> tuple[Passage, ...]:
    """The passages at several spans."""
    return tuple(passage(text, span) for span in spans)


def told_apart(text: str, spans: Iterable[Span]) -> tuple[Passage, ...]:
    """Passages, each with so much of the text around it that it stands like that nowhere else."""
    return tuple(passage(text, span, _context(text, span)) for span in spans)


def _context(text: str, span: Span) -> int:
    context = CONTEXT
    while context < MOST_CONTEXT:
        start, end = max(0, span.start - context), span.end + context
        if text.find(text[start:end]) == start and text.find(text[start:end], start + 1) < 0:
            break
        context *= 2
    return context


def named(text: str, speaker: Speaker) -> Named:
    """A speaker of an analysis of `text`; pronouns, which another analysis may take otherwise, do not count."""
    names = [span for span in speaker.mentions if span.of(text).casefold() not in _PRONOUNS]
    return Named(speaker.name, speaker.kind, speaker.role, passages(text, names[:MENTIONS]))


def quoted(text: str, quote: Attribution, speaker: Speaker | None) -> Quoted:
    """A quote of an analysis of `text`, and its speaker."""
    return Quoted(
        told_apart(text, quote.content),
        passages(text, quote.cue),
        passages(text, quote.source),
        quote.kind,
        quote.stance,
        None if speaker is None else named(text, speaker),
    )


def _called(who: Named | None) -> str:
    return "nobody" if who is None else _cut(one_line(who.name), 80)


def _shortened(content: tuple[Passage, ...], most: int = 40, *, ends: bool = False) -> str:
    """The words on one line, without the marks around them; with `ends`, how they begin and end."""
    words = one_line(" … ".join(" ".join(piece.words.split()) for piece in content)).strip()
    if words[:1] in _OPENING:
        words = words.strip("“”\"'‘’ ")
    if ends and len(words) > most:
        return f"“{words[: most // 2].rpartition(' ')[0]} … {words[-most // 2 :].partition(' ')[2]}”"
    return f"“{_cut(words, most)}”"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
