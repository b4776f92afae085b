"""Referents that the article only describes: "one legal expert", "residents", "the mayor and a neighbour"."""

from __future__ import annotations

from tui.analysis.entities.name_parts import Key, key
from tui.analysis.entities.referents import Referent
from tui.analysis.entities.word_lists import groups, words

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_DOCUMENTS = {word: number for number, group in enumerate(groups("same documents")) for word in group}
_SMALL = words("small words") | words("determiners")
_MAX_KNOWN = 20  # descriptions by one noun that a new one is compared with
_AT_WORK = frozenset(
    """authorities detectives doctors firefighters inspectors investigators lawyers officers officials organisers
    organizers prosecutors regulators researchers rescuers scientists""".split()
)
"""Plurals that, without a word more, are those of whom the article has spoken."""


class DescribedReferents:
    """The described referents of an article, each found again by its words; new ones join `referents`."""

    def __init__(self, referents: list[Referent]) -> None:
        self._referents = referents
        self._by_words: dict[str, int] = {}
        self._by_name: dict[Key, int] | None = None
        self._by_noun: dict[str, list[tuple[int, list[str]]]] = {}
        self.only_in_headline: set[int] = set()

    def note(self, number: int, noun: str, name: str) -> None:
        """Note that a referent was described by the words of `name`, whose head is `noun`."""
        self._by_noun.setdefault(_kind(noun), []).append((number, name.split()))

    def before(self, determiner: str, noun: str, name: str) -> int | None:
        """Return the last referent described before by a noun and all that `name` says, or None.

        "One legal expert said … the expert warned" and "a Harbour Trust aide … the HT aide": one speaker each. A
        poll is the poll of which the article spoke, unless both say whose they are ("the Courier poll").
        """
        known = self._by_noun.get(_kind(noun), [])[-_MAX_KNOWN:]
        if noun in _AT_WORK and name.casefold() == noun:
            return known[0][0] if len({number for number, _ in known}) == 1 else None
        if determiner not in _DEFINITE:
            return None
        said = [word for word in name.split() if word.casefold() != noun]
        for number, described in reversed(known):
            lower = {word.casefold() for word in described}
            more = [word for word in said if word.casefold() not in lower | _SMALL]
            if all(word in acronyms(described) for word in more):
                return number
            if noun in _DOCUMENTS and len(known) == 1 and not any(w[:1].isupper() for w in described[1:]):
                return number
        return None

    def named(self, name: str) -> int | None:
        """Return the referent that is named so elsewhere in the article, or None."""
        if self._by_name is None:
            named = (n for n, r in enumerate(self._referents) if r.mentions and r.label)
            self._by_name = {self._referents[n].key: n for n in named}
        return self._by_name.get(key(name))

    def find_or_add(self, name: str, label: str) -> int:
        """Return the referent of its own that the words of a description have, a new one for new words."""
        number = self._by_words.get(name.casefold())
        if number is None:
            number = self._by_words[name.casefold()] = len(self._referents)
            shown = name if label == "PERSON" else name[:1].upper() + name[1:]
            self._referents.append(Referent(shown, key(name), label))
        return number


def _kind(noun: str) -> str:
    """Return the noun, or what stands for all words for the same document."""
    return f"document {_DOCUMENTS[noun]}" if noun in _DOCUMENTS else noun


def acronyms(described: list[str]) -> set[str]:
    """Return the acronyms of the names in a description: HT for "Harbour Trust aide"."""
    out: set[str] = set()
    for begin in range(len(described)):
        letters = ""
        for word in described[begin:]:
            if not word[:1].isupper() or word.isupper():
                break
            letters += word[0]
            if len(letters) > 1:
                out.add(letters)
    return out
