"""Referents that the article only describes: "one legal expert", "residents", "the mayor and a neighbour"."""

from __future__ import annotations

from tui.analysis.entities.name_parts import key
from tui.analysis.entities.referents import Referent


class DescribedReferents:
    """The described referents of an article, each found again by its words; new ones join `referents`."""

    def __init__(self, referents: list[Referent]) -> None:
        self._referents = referents
        self._by_words: dict[str, int] = {}
        self._by_noun: dict[str, list[tuple[int, set[str]]]] = {}

    def note(self, number: int, noun: str, name: str) -> None:
        """Note that a referent was described by the words of `name`, whose head is `noun`."""
        self._by_noun.setdefault(noun, []).append((number, set(name.casefold().split())))

    def before(self, determiner: str, noun: str, name: str) -> int | None:
        """Return the last referent described by the noun and every other word of `name`, and more.

        "One legal expert said … the expert warned": one speaker.
        """
        if determiner not in ("the", "this", "that", "these", "those"):
            return None
        said = set(name.casefold().split())
        known = self._by_noun.get(noun, ())
        return next((number for number, described in reversed(known) if said <= described), None)

    def find_or_add(self, name: str, label: str) -> int:
        """Return the referent of its own that the words of a description have, a new one for new words."""
        number = self._by_words.get(name.casefold())
        if number is None:
            number = self._by_words[name.casefold()] = len(self._referents)
            shown = name if label == "PERSON" else name[:1].upper() + name[1:]
            self._referents.append(Referent(shown, key(name), label))
        return number
