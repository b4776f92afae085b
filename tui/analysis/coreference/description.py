"""A description taken apart: "the 43-year-old Ohio senator", "her new manager"."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, log
from typing import NamedTuple

from tui.analysis.coreference.description_nouns import (
    ARTICLES,
    DEFINITE,
    KIN,
    has_owner,
    is_counted,
)
from tui.analysis.coreference.role_index import GENERAL_PREFIXES, places_named
from tui.analysis.entities import gender
from tui.analysis.entities.name_parts import POSSESSIVE_DETERMINERS
from tui.analysis.entities.referents import Referent
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

IMPLIED_ROLES = words("roles that need no saying") | words("anybody")


class Description(NamedTuple):
    """A description, taken apart."""

    begin: int
    head: int
    before: list[str]  # the words before the head, in lower case
    noun: str  # the head's word in lower case, or a stand-in for it
    modifiers: list[str]
    definite: bool  # "the", "this", "his" … before it, and nobody whose it is
    gender: float  # what the noun says, in log-odds, a woman's above 0
    age: str  # "43" of "the 43-year-old"
    owned: bool  # somebody's: "Doe’s son", "his son"
    owned_by_pronoun: bool  # "her manager"
    owner: int | None  # whom that pronoun means
    places: frozenset[str]  # states and lands that it names, "the senator from Ohio"
    partisan: bool  # "the Ohio Democrat", but not "the Democrat"
    names: frozenset[str]  # the words of names in it: "Iceland’s prime minister", "the Harbour Party leader"

    def gender_fit(self, referent: Referent) -> float:
        """Return the log-probability that the referent's gender is the description's, 0 where that says none."""
        if not self.gender:
            return 0.0
        return -log(1 + exp(-max(-8.0, min(8.0, self.gender * referent.gender / 2))))


def take_apart(
    parsed: ParsedArticle, begin: int, head: int, pronoun_referents: Mapping[int, int]
) -> Description:
    """Return the description in tokens `[begin, head]`.

    `pronoun_referents` gives whom a pronoun means, by its token.
    """
    before = [parsed.word[i].casefold() for i in range(begin, head)]
    owned = has_owner(parsed, begin, head)
    modifiers = [w.strip(".") for w in before if len(w) > 2 and w not in ARTICLES and w[0].isalnum()]
    return Description(
        begin=begin,
        head=head,
        before=before,
        noun=_noun(parsed, head, before),
        modifiers=modifiers,
        definite=not DEFINITE.isdisjoint(before) and not owned,
        gender=gender.from_role(parsed.word[head].casefold()),
        age=next((w for w in before if w.isdigit()), "") if "year" in before else "",
        owned=owned,
        owned_by_pronoun=bool(before) and before[0] in POSSESSIVE_DETERMINERS,
        owner=pronoun_referents.get(begin),
        places=frozenset(places_named([*before, *(behind := _from_where(parsed, head))])),
        partisan=bool(modifiers) and parsed.word[head] in ("Democrat", "Republican"),
        names=frozenset([*behind, *(w for i, w in enumerate(before, begin) if _is_named(parsed, i))]),
    )


def _is_named(parsed: ParsedArticle, token: int) -> bool:
    return parsed.pos[token] == "PROPN" or (bool(parsed.entity[token]) and parsed.word[token][0].isupper())


def _noun(parsed: ParsedArticle, head: int, before: list[str]) -> str:
    """Return the description's noun, in the form in which roles and kinds of people are looked up."""
    noun = parsed.word[head].casefold()
    if before[-1:] == ["-"] and (whole := "".join([*before[-2:], noun])) in IMPLIED_ROLES:
        return whole  # "front-runner"
    if noun == "general" and before and before[-1] in GENERAL_PREFIXES:
        noun = f"{before[-1]} general"  # an attorney general is no general
    # "The 27-year-old", "the Italian" and "the father of two" say nothing of what somebody does.
    of_people = parsed.entity[head] == "NORP" and not noun.endswith(("s", "sh", "ch"))  # "the Dutch" are many
    if of_people or (noun == "old" and "year" in before):
        return "year-old"
    return "year-old" if noun in KIN and is_counted(parsed, head) else noun


def _from_where(parsed: ParsedArticle, head: int) -> list[str]:
    """Return the words of the name after "from" or "of" that follows a noun: "the senator from New Jersey"."""
    word = parsed.word
    if word[head + 1 : head + 2] not in (["from"], ["of"]):
        return []
    behind = range(head + 2, min(len(word), head + 5))
    stop = next((i for i in behind if not word[i][0].isupper()), behind.stop)
    return [w.casefold() for w in word[head + 2 : stop]]
