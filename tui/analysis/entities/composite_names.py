"""Organisations named after somebody or something: "the Doe campaign", "the Danish government", "Doe’s team"."""

from __future__ import annotations

from dataclasses import dataclass

from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import POSSESSIVE
from tui.analysis.entities.referents import Referent
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

NOUNS = words("bodies named after somebody")
"""Nouns that make an organisation's name of the name before them."""


@dataclass(frozen=True, slots=True)
class CompositeName:
    """A name of tokens `[begin, noun]`, and the referent it stands for."""

    referent: int
    begin: int
    noun: int


class CompositeNames:
    """The composite names of an article, by the token of their noun (`at`).

    Their referents are appended to `referents`, each named without "’s" if the article ever writes it so.
    """

    def __init__(self, parsed: ParsedArticle, mentions: list[Mention], referents: list[Referent]) -> None:
        self.at: dict[int, CompositeName] = {}
        self._referents = referents
        self._known: dict[tuple[int, str], int] = {}
        word, pos, total = parsed.word, parsed.pos, len(parsed)
        plain: set[int] = set()  # named without "’s" somewhere
        for mention in mentions:
            at = mention.end
            possessive = at < total and word[at] in POSSESSIVE
            at += possessive
            if at + 1 < total and word[at].casefold() not in NOUNS and pos[at] == "ADJ":
                at += 1  # "the Doe presidential campaign"
            if at >= total or parsed.sentence[at] != parsed.sentence[mention.begin]:
                continue
            noun = word[at].casefold()
            if noun not in NOUNS or noun in mention.key:
                continue
            number = self._known.get((mention.referent, noun))
            if number is None:
                number = self._known[mention.referent, noun] = len(referents)
                referents.append(Referent("", (), "ORG"))
            if not referents[number].name or (number not in plain and not possessive):
                referents[number].name = (
                    f"{mention.text}’s {noun}" if possessive else f"{mention.text} {noun}"
                )
                referents[number].key = (*mention.key, noun)
            if not possessive:
                plain.add(number)
            self.at[at] = CompositeName(number, mention.begin, at)

    def find_or_add(self, owner: int, noun: str) -> int:
        """Return the organisation of this noun named after `owner`, a new one where the article never names it."""
        number = self._known.get((owner, noun))
        if number is None:
            number = self._known[owner, noun] = len(self._referents)
            possessor = self._referents[owner]
            self._referents.append(Referent(f"{possessor.name}’s {noun}", (*possessor.key, noun), "ORG"))
        return number
