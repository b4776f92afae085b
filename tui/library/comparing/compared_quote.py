"""A quote to be compared with others: its words, speaker and article."""

from __future__ import annotations

from dataclasses import dataclass

from tui.library.comparing.compared_words import ComparedWords
from tui.library.people_names import folded


@dataclass(frozen=True, slots=True)
class ComparedQuote:
    """The words of a quote, its speaker, and what tells its article from others.

    `name` is None if the article names nobody; `person` is the speaker's id in the library where it has one.
    """

    words: ComparedWords
    name: str | None = None
    person: int | None = None
    article: int = 0

    def has_speaker_of(self, other: ComparedQuote) -> bool | None:
        """Tell whether two quotes have the same speaker; None if one has none.

        “Doe” is Jane Doe here, which for the library's people it need not be: these are the same words, too.
        """
        if not self.name or not other.name:
            return None
        if self.person is not None and self.person == other.person:
            return True
        return _may_be_one(folded(self.name).split(), folded(other.name).split())


def _may_be_one(one: list[str], other: list[str]) -> bool:
    """Tell whether two names, as their words, may be those of one: “Doe”, “J. Doe” and “Jane M. Doe”."""
    if one and one[0] == "the":
        one = one[1:]
    if other and other[0] == "the":
        other = other[1:]
    if one == other:
        return True
    if not one or not other or one[-1] != other[-1]:
        return False
    if len(one) == 1 or len(other) == 1:
        return True
    first, second = sorted((one[0], other[0]), key=len)
    return second.startswith(first) if len(first) == 1 else first == second
