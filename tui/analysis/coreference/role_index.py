"""The roles that an article gives people, looked up by the words of a description."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from tui.analysis.entities import roles
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import POSSESSIVE
from tui.analysis.entities.referents import BUCKET, Referent
from tui.analysis.entities.word_lists import groups, words
from tui.analysis.parsed_article import ParsedArticle

_NEAR = 10  # tokens on either side of a name that say what it is
_BECOMING = frozenset({"appoint", "be", "become", "elect", "name"})
_QUALIFIERS = words("qualifiers")
STATES_SPELT_OUT = frozenset({"alaska", "hawaii", "idaho", "iowa", "maine", "ohio", "utah"})
"""American states that nobody shortens."""

_STATES: dict[str, str] = {
    **{name: names[0] for names in groups("state abbreviations") for name in names},
    **{name: name for name in STATES_SPELT_OUT},
}

_PARTIES = {"d": "democrat", "r": "republican"}

DIPLOMATIC = frozenset({"foreign", "diplomat", "diplomatic", "ambassador", "envoy", "secretary"})
"""Words in the roles of those who may be called a diplomat."""

GENERAL_PREFIXES = frozenset(
    {"attorney", "inspector", "secretary", "surgeon", "solicitor", "director", "governor"}
)
"""Nouns that are a role of their own together with "general" ("attorney general")."""

SYNONYMS: dict[str, set[str]] = {}
"""For a noun that names a role, all nouns that mean the same, itself among them."""
for _group in groups("same roles"):
    for _word in _group:
        SYNONYMS.setdefault(_word, set()).update(_group)


class RoleIndex:
    """The roles of people, and the words in the names of everything else."""

    def __init__(self, parsed: ParsedArticle, mentions: list[Mention], referents: list[Referent]) -> None:
        self.role_words: dict[int, set[str]] = {}  # every word of somebody's roles
        self._nouns: dict[int, set[str]] = {}  # the nouns among them, "shadow chancellor" as one
        self._bearers: dict[str, list[int]] = {}
        self.owners: dict[int, list[int]] = {}  # the "his" and "her" of their roles: "his friend Jane Doe"
        self.places: dict[int, set[str]] = {}  # the states that their roles and parties are of: "(R-Ohio)"
        self.bodies: dict[int, set[str]] = {}  # the words of whose they are: "the Harbour Party’s Jane Doe"
        self.characters, self.players = _cast(parsed, mentions, referents)
        self.age: dict[int, str] = {}  # in years, as the article writes it
        for mention in mentions:
            if not referents[mention.referent].is_person:
                continue
            if (age := _age(parsed, mention)) is not None:
                self.age.setdefault(mention.referent, age)
            self.bodies.setdefault(mention.referent, set()).update(_possessor(parsed, mention))
            places = self.places.setdefault(mention.referent, set())
            party, states = _seat_behind(parsed, mention)
            places.update(states)
            if states and party in _PARTIES:
                self._add(mention.referent, _PARTIES[party])
            for tokens in roles.find(parsed, mention):
                said = [w.casefold().strip(".") for w in parsed.word[tokens[0] : tokens[1]]]
                self.role_words.setdefault(mention.referent, set()).update(said)
                places.update(places_named(said))
                whose = [i for i in (tokens[0] - 1, tokens[0]) if i >= 0 and parsed.tag[i] == "PRP$"]
                self.owners.setdefault(mention.referent, []).extend(whose)
                qualifier = next((w for w in said if w in _QUALIFIERS), "")
                for i in roles.heads(parsed, tokens):
                    place = i - tokens[0]
                    noun = said[place]
                    if noun == "general" and place and said[place - 1] in GENERAL_PREFIXES:
                        noun = f"{said[place - 1]} general"
                    self._add(
                        mention.referent, f"{qualifier} {noun}" if qualifier and qualifier != noun else noun
                    )
            said = _predicate(parsed, mention)
            if said:
                self.role_words.setdefault(mention.referent, set()).update(said)
                self._add(mention.referent, said[-1])
        self.around: dict[int, set[str]] = {}  # the words near the names of what is no person
        for mention in mentions:
            if not referents[mention.referent].is_person:
                begin, end = parsed.sentences[parsed.sentence[mention.begin]]
                near = range(max(begin, mention.begin - _NEAR), min(end, mention.end + _NEAR))
                words_near = self.around.setdefault(mention.referent, set())
                words_near.update(w for i in near for w in (parsed.word[i].casefold(), parsed.lemma[i]))
        for number, referent in enumerate(referents):
            if not referent.is_person:
                for word in referent.key:
                    self._bearers.setdefault(word, []).append(number)

    def _add(self, referent: int, noun: str) -> None:
        known = self._nouns.setdefault(referent, set())
        if len(noun) > 1 and noun not in known:
            known.add(noun)
            self._bearers.setdefault(noun, []).append(referent)

    def fits(self, referent: int, noun: str, modifiers: list[str]) -> bool:
        """Tell whether the article says that the referent is what the noun and its modifiers say."""
        known = self._nouns.get(referent)
        return known is not None and not known.isdisjoint(_meanings(noun, modifiers))

    def is_called(self, referent: int, noun: str) -> bool:
        """Tell whether the article says the noun itself of the referent, not one that means the same."""
        return noun in self._nouns.get(referent, ())

    def calls(self, referent: int, noun: str, names: Collection[str]) -> bool:
        """Tell whether a role makes somebody "Latvia’s top diplomat": its foreign minister, never its president."""
        diplomatic = not DIPLOMATIC.isdisjoint(self.role_words.get(referent, ()))
        return noun == "diplomat" and diplomatic and self.belongs(referent, names)

    def belongs(self, referent: int, names: Collection[str]) -> bool:
        """Tell whether a role, or whose somebody is, holds one of the names of a description."""
        said = self.role_words.get(referent, set()) | self.bodies.get(referent, set())
        return any(word in names or any(_is_of_land(word, name) for name in names) for word in said)

    def is_role(self, noun: str) -> bool:
        """Tell whether the article says the noun of anybody."""
        return any(noun in self._nouns.get(n, ()) for n in self._bearers.get(noun, ())[:BUCKET])

    def bearers(self, noun: str, modifiers: list[str]) -> list[int]:
        """Return the referents of whom the article says the words, or whose name holds the noun."""
        found = [n for word in _meanings(noun, modifiers) for n in self._bearers.get(word, ())[:BUCKET]]
        return list(dict.fromkeys(found))


def _cast(
    parsed: ParsedArticle, mentions: list[Mention], referents: list[Referent]
) -> tuple[set[int], set[int]]:
    """Return the characters that a review names with who plays them in brackets, and those: "Marta (Jane Doe)"."""
    characters: set[int] = set()
    players: set[int] = set()
    for role, player in pairwise(mentions):
        beside = parsed.word[role.end : player.begin] == ["("] and parsed.word[
            player.end : player.end + 1
        ] == [")"]
        if beside and referents[role.referent].is_person and referents[player.referent].is_person:
            characters.add(role.referent)
            players.add(player.referent)
    return characters - players, players


def _is_of_land(adjective: str, land: str) -> bool:
    """Tell whether it is a land's adjective that begins as it does: "Latvian", "Iranian", "Turkish"."""
    stem = land[: max(4, len(land) - 2)]
    return adjective.endswith(("an", "ish", "ese")) and len(land) > 3 and adjective.startswith(stem)


def _predicate(parsed: ParsedArticle, mention: Mention) -> list[str]:
    """Return the words for what a sentence says somebody is or became: "Doe is the transport minister"; or none."""
    end = min(parsed.sentences[parsed.sentence[mention.begin]][1], mention.end + _NEAR)
    verb = parsed.head[mention.end - 1]
    subject = parsed.dep[mention.end - 1] in ("nsubj", "nsubjpass") and mention.end <= verb < end
    if not subject or parsed.lemma[verb] not in _BECOMING or "not" in parsed.lemma[mention.end : end]:
        return []
    for i in range(verb + 1, end):
        if parsed.head[i] == verb and parsed.dep[i] in ("attr", "oprd") and parsed.tag[i] in ("NN", "NNP"):
            begin = i
            while (
                parsed.dep[begin - 1] in ("compound", "amod")
                and parsed.head[begin - 1] <= i
                and begin - 1 > verb
            ):
                begin -= 1
            return [w.casefold() for w in parsed.word[begin : i + 1]]
    return []


def _possessor(parsed: ParsedArticle, mention: Mention) -> set[str]:
    """Return the words of the name that somebody belongs to ("the Harbour Party’s Jane Doe"), if any."""
    end = mention.begin - 1
    if end < 1 or parsed.word[end] not in POSSESSIVE:
        return set()
    begin = end
    while begin > 0 and parsed.pos[begin - 1] == "PROPN":
        begin -= 1
    return {w.casefold() for w in parsed.word[begin:end]}


def _age(parsed: ParsedArticle, mention: Mention) -> str | None:
    """Return the age beside a name: "Jane Doe, 43,", "Jane Doe (43)", "43-year-old Jane Doe"; else None."""
    word, end = parsed.word, mention.end
    behind = word[end : end + 3]
    if len(behind) == 3 and behind[0] in (",", "(") and behind[2] in (",", ")", ".", ";", "and"):
        age = behind[1]
        if age.isdigit() and len(age) == 2:
            return age
    at = mention.begin - 5
    if at >= 0 and word[at + 1 : mention.begin] == ["-", "year", "-", "old"]:
        return word[at]
    return None


def places_named(said: list[str]) -> set[str]:
    """Return the American states that are spelt out among words in lower case: "ohio", "new jersey"."""
    names = [*said, *(" ".join(pair) for pair in pairwise(said))]
    return {name for name in names if _STATES.get(name) == name}


def _seat_behind(parsed: ParsedArticle, mention: Mention) -> tuple[str, set[str]]:
    """Return party and state behind a name: "r" and Ohio in ", R-Ohio,", or "" and none."""
    word, end = parsed.word, mention.end
    if word[end : end + 1] == ["("]:
        close = next((i for i in range(end, min(len(word), end + _NEAR)) if word[i] == ")"), end)
    elif word[end : end + 1] == [","] and word[end + 2 : end + 3] == ["-"]:
        close = next((i for i in range(end + 3, min(len(word), end + 6)) if not word[i][0].isupper()), end)
    else:
        return "", set()
    party, _, state = " ".join(word[end + 1 : close]).casefold().replace(".", "").partition(" - ")
    parts = (state, party, *state.split(" - "))
    return party, {_STATES[part] for part in parts if part in _STATES}


def _meanings(noun: str, modifiers: list[str]) -> list[str]:
    """Return the noun and its synonyms, with "shadow", "deputy" … before them where a modifier says so."""
    nouns = sorted({noun, *SYNONYMS.get(noun, ())})
    qualifier = next((m for m in modifiers if m in _QUALIFIERS), "")
    return [f"{qualifier} {n}" for n in nouns] if qualifier and qualifier != noun else nouns
