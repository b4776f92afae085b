"""What the nouns and determiners of a description say: a person, several, a body, somebody known or new."""

from __future__ import annotations

from tui.analysis.coreference.role_index import SYNONYMS
from tui.analysis.entities.name_parts import POSSESSIVE, POSSESSIVE_DETERMINERS, TITLES
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

DEFINITE = POSSESSIVE_DETERMINERS | {"the", "this", "that", "these", "those"}
ARTICLES = words("determiners")
ORGANISATIONS = words("bodies")
_PEOPLE = words("people") | words("occupations")
KIN = words("kin")
GENERIC = words("anybody")
CALLINGS = words("callings")
_PLURALS = words("plurals")
NAMELESS = words("nobody in particular")
COMMERCIAL = frozenset(
    """airline automaker bank broadcaster broker brokerage business carmaker carrier chain chipmaker company
    conglomerate corporation developer firm group insurer lender magazine maker manufacturer network newspaper
    outlet paper publication publisher retailer service site startup studio website""".split()
)
"""Nouns for firms."""

_ANY_BODY = frozenset({"group", "organisation", "organization", "body", "alliance", "outfit"})
_SAID_IN_NAMES = frozenset(
    """airport army authority brigade cabinet command commission committee council court embassy fleet force
    hospital militia ministry navy parliament senate squad""".split()
)
"""Bodies whose names say what they are: no other is "the army"."""
_MEDIA = frozenset({"broadcaster", "magazine", "newspaper", "paper", "publication"})
_PARTS = frozenset({"in", "out", "of", "per", "percent", "-", "thirds", "quarters", "fifths", "tenths"})
_BREAKS = frozenset({",", "who", "which", "that", "whose", "--", "—", "–", "("})

ROLE_NOUNS = TITLES | words("bodies") | SYNONYMS.keys()
"""Nouns that mean a person or organisation already known, where "the" stands before them."""


def is_plural(parsed: ParsedArticle, head: int) -> bool:
    """Tell whether the noun means more than one."""
    return parsed.tag[head] in ("NNS", "NNPS") or parsed.word[head].casefold() in _PLURALS


def is_counted(parsed: ParsedArticle, head: int) -> bool:
    """Tell whether a number stands after the noun ("father of two")."""
    return parsed.word[head + 1 : head + 2] == ["of"] and parsed.pos[head + 2 : head + 3] == ["NUM"]


def has_owner(parsed: ParsedArticle, begin: int, head: int) -> bool:
    """Tell whether the description says whose it is ("the firm’s lawyer", "the head of the agency")."""
    possessive = any(parsed.word[i] in POSSESSIVE for i in range(begin, head))
    of = parsed.word[head + 1 : head + 2] in (["of"], ["for"], ["at"]) and not is_counted(parsed, head)
    return possessive or of


def is_person_noun(noun: str) -> bool:
    """Tell whether the noun is said of one person."""
    return (
        noun in TITLES
        or noun in _PEOPLE
        or noun in KIN
        or noun in SYNONYMS
        or noun in GENERIC
        or noun.endswith(("man", "woman", "person", "ist", "year-old", " general"))
    )


def is_body(noun: str) -> bool:
    """Tell whether the noun is said of an organisation."""
    return noun in ORGANISATIONS


def is_group_of_people(parsed: ParsedArticle, head: int) -> bool:
    """Tell whether the noun is said of several people."""
    noun = parsed.lemma[head]
    if not is_plural(parsed, head) or parsed.pos[head] != "NOUN":
        return False
    return (
        is_person_noun(noun)
        or noun in NAMELESS
        or noun in _PLURALS
        or noun.endswith(("ee", "ian", "ist", "man"))
    )


def may_be_called(noun: str, last_word: tuple[str, ...]) -> bool:
    """Tell whether a body may be what the noun says by the last word of its name.

    The Harbour Trust is no company, but a group; the Harbour Alliance is no paper.
    """
    own = next(iter(last_word), "")
    if noun in _SAID_IN_NAMES:
        return own == noun
    if noun in _ANY_BODY or own == noun or (own in _ANY_BODY and noun not in _MEDIA):
        return True
    return own not in ORGANISATIONS or {own, noun} <= COMMERCIAL


def without_determiners(parsed: ParsedArticle, tokens: tuple[int, ...], head: int) -> tuple[int, int]:
    """Return the tokens `[begin, end)` of a description without article or number before and clause after it."""
    begin = tokens[0]
    while begin < head and parsed.pos[begin] in ("ADP", "CCONJ", "SCONJ", "PUNCT"):
        if parsed.word[begin + 1] in ("least", "most"):
            break  # "At least 40 riders"
        begin += 1
    while begin < head and parsed.word[begin].casefold() in ARTICLES - POSSESSIVE_DETERMINERS:
        if parsed.pos[begin] == "NUM" and parsed.word[begin + 1].casefold() in _PARTS:
            break  # "Four in ten commuters", "two thirds of riders"
        if parsed.word[begin].casefold() == "those" and parsed.pos[begin + 1] == "ADP":
            break  # "those over 60"
        begin += 1
    end = head + 1
    last = tokens[-1] + 1
    while end < last and parsed.word[end].casefold() not in _BREAKS:
        end += 1
    while end > head + 1 and parsed.pos[end - 1] in ("ADP", "DET", "CCONJ", "SCONJ"):
        end -= 1  # "critics of", of whom the source says no more
    return begin, end
