"""The letters and hues that tell speakers apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase, digits

from tui.analysis.analysis import Speaker

HUES = 8
"""The number of hues. Whoever gets fewer words than those who have one shares NEUTRAL."""

NEUTRAL = HUES + 1
"""The hue of everybody else, which is neither one of the others nor that of the text."""

NOBODY = "?"
"""The letter of quotes whose speaker the article does not name."""


@dataclass(frozen=True, slots=True)
class SpeakerStyle:
    """How a speaker looks: a letter mark, and the number of a hue (1 to HUES, NEUTRAL; 0 for nobody)."""

    letter: str
    hue: int

    @property
    def component(self) -> str:
        """The suffix of the component classes that draw this hue."""
        return f"speaker-{self.hue}" if self.hue else "nobody"


NOBODY_STYLE = SpeakerStyle(NOBODY, 0)


def assign_styles(
    speakers: Iterable[Speaker], kept: Mapping[str, SpeakerStyle] | None = None
) -> dict[str, SpeakerStyle]:
    """Return a letter and a hue for each speaker by id; the letter is one of the name's if one is free.

    `speakers` come in the order in which they have a right to a hue: the first HUES of them get one each. `kept`
    holds the styles that speakers (by name) had before: letters stay the same while an analysis grows, and hues as
    long as their speakers are among the first.
    """
    before = kept or {}
    everyone = list(speakers)
    letters = {s.id: before[s.name].letter for s in everyone if s.name in before}
    hues = {s.id: before[s.name].hue for s in everyone[:HUES] if s.name in before}
    hues = {identifier: hue for identifier, hue in hues.items() if hue != NEUTRAL}
    taken = set(letters.values())
    free = iter([hue for hue in range(1, HUES + 1) if hue not in hues.values()])
    out = {}
    for place, speaker in enumerate(everyone):
        letter = letters.get(speaker.id) or next(
            (c for c in _candidates(speaker.name) if c not in taken), "·"
        )
        if letter != "·":
            taken.add(letter)
        hue = NEUTRAL if place >= HUES else hues.get(speaker.id) or next(free)
        out[speaker.id] = SpeakerStyle(letter, hue)
    return out


def _candidates(name: str) -> Iterable[str]:
    """Yield letters as a person would pick them: the first of each word, then any of the name, then any."""
    words = [w for w in name.upper().split() if w[0] in ascii_uppercase]
    yield from (w[0] for w in words)
    yield from (c for w in reversed(words) for c in w if c in ascii_uppercase)
    yield from ascii_uppercase
    yield from digits
    yield from ascii_lowercase
