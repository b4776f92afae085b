"""What an article says somebody is: which of the titles and appositions beside a name are a person's role."""

from __future__ import annotations

from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import (
    KNOWN_LABELS,
    POSSESSIVE,
    POSSESSIVE_DETERMINERS,
    TITLES,
    words_of,
)
from tui.analysis.entities.role_words import OCCUPATIONS, PERSONS
from tui.analysis.entities.roles_after_names import after_name, in_relative_clause
from tui.analysis.entities.roles_before_names import before_name, host_of_show, in_apposition, one_of_several
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_KIN = words("kin")
_ALONE_SAY_LITTLE = _KIN | frozenset(
    """acting associate conservative deputy emeritus executive ex foreign former incoming interim junior majority
    managing minority outgoing prime private retired senior vice""".split()
)
_INSTITUTIONS = words("bodies") | words("places") | words("settlements") | {"county", "center", "centre"}
_MARKUP = frozenset("<>=")
_SAY_NOTHING = frozenset({"man", "woman", "boy", "girl", "person", "guy", "people"})
_ENDINGS_OF_PEOPLE = tuple("er or ist ian ant ent man woman person eer ee ess wright".split())
_NO_PERSONS = frozenset(
    """answer banner career center chapter character color colour committee computer conference corner counter
    dinner disaster effort election encounter endeavor error event factor fee floor flower gesture jubilee lecture
    letter manner matter meter minor mirror monitor month moment number offer order paper parliament percent pier
    power quarter referee restaurant river sector shower slogan summer theater tower trailer trigger union warrant
    water weather winter accident incident content client-list extent intent plant grant tent""".split()
)  # nouns that only end as words for people do
_OTHER_PERSONS = frozenset(
    "mate figure magnate authority face voice guy runner counsel dean rival ace".split()
)


def find(parsed: ParsedArticle, mention: Mention) -> list[tuple[int, int]]:
    """Return every role that the article gives the name where it stands: before, after and around it."""
    found = (
        before_name(parsed, mention),
        after_name(parsed, mention),
        in_apposition(parsed, mention),
        host_of_show(parsed, mention),
        one_of_several(parsed, mention),
        in_relative_clause(parsed, mention),
    )
    return [
        _without_owner(parsed, tokens)
        for tokens in found
        if tokens is not None
        and _says_what_a_person_is(parsed, tokens)
        and not _is_of_several(parsed, tokens, mention)
    ]


def _without_owner(parsed: ParsedArticle, tokens: tuple[int, int]) -> tuple[int, int]:
    """Return the role without its owner, if the owner is not named: "his friend", "the state’s governor".

    If the owner is a person the role stays whole: "the victim’s lawyer".
    """
    begin, end = tokens
    word = parsed.word
    if word[begin].casefold() in POSSESSIVE_DETERMINERS and end - begin > 1:
        return begin + 1, end
    owner = next((i for i in range(begin + 1, end - 1) if word[i] in POSSESSIVE), None)
    if owner is None or not (word[owner - 1] in _INSTITUTIONS and word[begin].islower()):
        return tokens
    return owner + 1, end


def is_shown(role: str) -> bool:
    """Tell whether a role says what somebody is: not "woman from Leeds", "Democrat" or "event"."""
    said = role.casefold().split()
    if KNOWN_LABELS.get(role.casefold()) == "NORP" or not _MARKUP.isdisjoint(role):
        return False
    if not said or said[0] in _SAY_NOTHING or (len(said) == 1 and said[0] in _ALONE_SAY_LITTLE):
        return False
    noun = said[0].strip(".").rpartition("-")[2]  # "vice-chair"
    return (
        len(said) > 1
        or not {noun, said[0].strip(".")}.isdisjoint(OCCUPATIONS)
        or said[0].endswith(_ENDINGS_OF_PEOPLE)
    )


def _says_what_a_person_is(parsed: ParsedArticle, tokens: tuple[int, int]) -> bool:
    """Tell whether a role is a person's: "mayor", but not "a tough line on crime" or "a dead heat"."""
    last = tokens[1] - 1
    nouns = [*heads(parsed, tokens), last]
    return any(
        parsed.entity[i] == "NORP"
        or (noun := parsed.word[i].casefold().strip(".").rpartition("-")[2]) in PERSONS
        or (parsed.tag[i] == "NNS" and parsed.lemma[i] in PERSONS)
        or noun in _OTHER_PERSONS
        or (parsed.word[i].islower() and noun in OCCUPATIONS)
        or (
            parsed.word[i].islower()
            and noun.endswith(_ENDINGS_OF_PEOPLE)
            and noun not in _NO_PERSONS
            and not noun.endswith("ment")
        )
        for i in nouns
    )


def _is_of_several(parsed: ParsedArticle, tokens: tuple[int, int], mention: Mention) -> bool:
    """Tell whether a role before a name is that of several: "native sons Doe and Roe", "Sens. Jane Doe"."""
    last = next(reversed(heads(parsed, tokens)), tokens[0])
    noun = parsed.word[last].casefold().strip(".")
    plural = (parsed.tag[last] == "NNS" and noun not in PERSONS) or (
        noun.endswith("s") and noun[:-1] in TITLES
    )
    return plural and tokens[1] <= mention.begin and parsed.word[tokens[0]].casefold() != "one"


def heads(parsed: ParsedArticle, tokens: tuple[int, int]) -> list[int]:
    """Return the nouns of a role that say what somebody is: of "the mayor’s younger brother" only "brother"."""
    begin, end = tokens
    word, pos = parsed.word, parsed.pos
    out: list[int] = []
    for i in range(begin, end):
        if word[i] in POSSESSIVE:
            out.clear()
        elif pos[i] == "ADP" or word[i] in (",", "who", "whose"):
            break
        elif pos[i] in ("NOUN", "PROPN") or word[i].casefold().strip(".") in TITLES:
            joined = i + 1 < end and pos[i + 1] in ("NOUN", "PROPN")
            if not joined or word[i].casefold().strip(".") in TITLES:
                out.append(i)
    return out


def is_of_party(role: str) -> bool:
    """Tell whether a role only says which party somebody belongs to: "Democrat of Tennessee"."""
    return KNOWN_LABELS.get(role.casefold().split()[0]) == "NORP" and " of " in f" {role} "


def text_of(parsed: ParsedArticle, tokens: tuple[int, int]) -> str:
    """Return the words of a role on one line."""
    return " ".join(words_of(parsed.span(*tokens).of(parsed.text)))
