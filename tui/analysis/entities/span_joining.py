"""Spans of names, and which of two neighbours are one: "Jane" and "Doe", "Doe Foundation" and "Visual Arts"."""

from __future__ import annotations

from typing import NamedTuple

from tui.analysis.entities.gazetteer import place_class
from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.name_parts import GENERATIONS, SUFFIXES, TITLES
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

BARE = ""
"""The label of a proper noun outside every entity."""

_ROLES = words("people") | words("words of organisations") | words("roles of men") | words("roles of women")
_OF_A_PURPOSE = frozenset(
    """academy association center centre commission committee council department foundation fund institute ministry
    office school society""".split()
)
_OF_A_LAND = _OF_A_PURPOSE | {"army", "congress", "court", "force", "marines", "navy", "senate"}
_WHOLE_NAMES = (
    words("heads of organisations")
    | words("teams")
    | words("companies")
    | words("media")
    | words("leaders")
    | {"house", "senate"}
)
_SHARED_HEADS = frozenset(
    """act administration agency association authority board bureau commission committee council department
    institute law ministry museum office service services""".split()
)
KNOWN_ORGANISATIONS = words("companies") | words("media")
"""Organisations that everybody knows by one word."""
_BEFORE_BODIES = frozenset(
    {"chief", "executive", "general", "major", "premier", "prime", "private", "senior"}
)
_HYPHENS = frozenset({"-", "–", "‑"})
_TEAMS = words("teams")
_PARTIES = frozenset("communist conservative democratic green labour liberal republican socialist".split())
_OF_PARTIES = frozenset("association committee conference convention federation party".split())
_OF_DEMOCRATS = frozenset("christian free liberal social".split())
_ARAB_ARTICLES = frozenset({"Al", "al", "El", "el"})
_CAPITAL_PARTICLES = frozenset({"Bin", "Ibn", "Abu", "Al", "El", "Von", "Van", "De", "Di", "Da", "Le", "La"})


class NameSpan(NamedTuple):
    """Tokens `[begin, end)` and their label."""

    begin: int
    end: int
    label: str


def is_role(word: str) -> bool:
    """Tell whether it is a noun for a person or organisation, as headlines capitalise before names."""
    return word.casefold() in _ROLES


def is_title(word: str) -> bool:
    """Tell whether it may stand before a name without being part of it."""
    return word.casefold().strip(".") in TITLES


def continues_organisation(parsed: ParsedArticle, span: NameSpan) -> bool:
    """Tell whether it is the rest of an organisation with "and" in its name ("Northern and Western Railways")."""
    first = span.begin - 2
    return (
        span.label == "ORG"
        and span.end - span.begin > 1
        and first >= 0
        and parsed.word[first + 1] in ("and", "&")
        and parsed.word[first][0].isupper()
        and parsed.word[first].casefold() not in _WHOLE_NAMES
        and (
            (parsed.head[first] == span.end - 1 and parsed.dep[first] in ("amod", "compound", "nmod"))
            or _is_of_a_couple(parsed.word[first], parsed.word[span.begin : span.end])
        )
    )


def _is_of_a_couple(first: str, name: list[str]) -> bool:
    """Tell whether two first names share a body: "Bill" and "Ada Quill Foundation"."""
    return (
        len(name) > 2
        and name[-1].casefold() in _OF_A_PURPOSE
        and is_first_name(first)
        and is_first_name(name[0])
    )


def shares_head(parsed: ParsedArticle, left: NameSpan, right: NameSpan) -> bool:
    """Tell whether two spans with "and" between are one name: "the Computer Fraud and Abuse Act".

    The first must need the noun that ends the second: "the Pentagon and State Department" are two.
    """
    word = parsed.word
    return (
        right.begin == left.end + 1
        and word[left.end] in ("and", "&")
        and left.begin > 0
        and word[left.begin - 1].casefold() == "the"
        and left.label in ("ORG", "LAW", BARE)
        and right.label in ("ORG", "LAW", BARE)
        and right.end - right.begin > 1
        and word[right.end - 1].casefold() in _SHARED_HEADS
        and word[left.end - 1].casefold() not in _ROLES
        and not any(w.isupper() for w in word[left.begin : left.end])
        and left.end - left.begin > 1
        and parsed.sentence[left.begin] == parsed.sentence[right.begin]
    )


def continues_purpose(parsed: ParsedArticle, left: NameSpan, right: NameSpan) -> bool:
    """Tell whether two spans are one organisation ("Doe Foundation" and "Visual Arts", with "for the" between)."""
    between = [w.casefold() for w in parsed.word[left.end : right.begin]]
    return (
        between in (["for"], ["for", "the"], ["of", "the"])
        and left.label == "ORG"
        and right.label in ("ORG", BARE)
        and parsed.word[left.end - 1].casefold() in _OF_A_PURPOSE
        and parsed.word[right.end - 1].casefold() not in _ROLES
        and parsed.sentence[left.begin] == parsed.sentence[right.begin]
    )


def continues_campus(parsed: ParsedArticle, left: NameSpan, right: NameSpan) -> bool:
    """Tell whether two spans are a university of a state and its town: "University of Utah at Salem", "…, Salem".

    "University of Utah, Salem, Utah" says where it is.
    """
    word = parsed.word
    between = word[left.end : right.begin]
    if between not in (["at"], [","]) or word[left.begin] != "University" or right.label not in ("GPE", BARE):
        return False
    state, town = word[left.begin + 2 : left.end], word[right.begin : right.end]
    if not (is_place(state, "GPE") and is_place(town)):
        return False
    return between == ["at"] or word[right.end : right.end + 1] != [","] or parsed.tag[right.end + 1] != "NNP"


def continues_article(parsed: ParsedArticle, left: NameSpan, right: NameSpan) -> bool:
    """Tell whether a hyphen joins an Arabic article and what it belongs to: "Al" and "Noor Hotel"."""
    hyphen = left.end
    return (
        right.begin == hyphen + 1
        and parsed.word[hyphen] in _HYPHENS
        and parsed.word[hyphen - 1] in _ARAB_ARTICLES
        and parsed.end[hyphen] == parsed.start[right.begin]
    )


def is_place(name: list[str], least: str = "") -> bool:
    """Tell whether the gazetteer has the name, as one of class `least` where that is given."""
    found = place_class(tuple(w.casefold() for w in name))
    return found == least if least else bool(found)


def join_neighbours(parsed: ParsedArticle, found: list[NameSpan]) -> list[NameSpan]:
    """Join neighbouring spans that are one name."""
    out: list[NameSpan] = []
    for span in found:
        if out and out[-1].end == span.begin:
            label = _joined_label(parsed, out[-1], span)
            if label is not None:
                out[-1] = NameSpan(out[-1].begin, span.end, label)
                continue
        out.append(span)
    return out


def _joined_label(parsed: ParsedArticle, left: NameSpan, right: NameSpan) -> str | None:
    """Return the label of two neighbouring spans that are one name, None if they are two."""
    word, head = parsed.word, parsed.head
    if left.label == right.label == BARE:
        return BARE  # split only where a date or number begins
    if left.label == "PERSON" and word[right.begin].casefold().strip(".") in SUFFIXES:
        return "PERSON"  # "Jane Doe" and "Jr."
    generation = word[right.end - 1].casefold().strip(".") in GENERATIONS
    if left.label == "PERSON" and generation and right.end - right.begin == 2:
        return "PERSON"  # "Jane Carter" and "Doe III"
    if word[left.begin] == "U.S." and left.end - left.begin == 1 and right.label == "ORG":
        return "ORG" if word[right.end - 1].casefold() in _OF_A_LAND else None
    first, second = word[left.begin], word[right.begin]
    if (
        left.label == BARE
        and left.end - left.begin == 1
        and right.label == "ORG"
        and first.casefold() in _BEFORE_BODIES
        and head[left.begin] == right.end - 1
        and right.end - right.begin > 1
    ):
        return "ORG"  # "Private" and "Jet Services"
    titled = left.label == BARE and left.end - left.begin == 2 and is_title(first)  # "Prince Omar"
    if (
        (left.label == "PERSON" or titled)
        and right.label in ("PERSON", BARE)
        and second in _CAPITAL_PARTICLES
    ):
        return "PERSON" if right.end - right.begin > 1 else None  # "Prince Omar" and "Bin Salih"
    if second.casefold() in _TEAMS and right.end - right.begin == 1 and is_place(word[left.begin : left.end]):
        return "ORG"  # "Dallas" and "Mavericks"
    if left.end - left.begin == 1:
        if first.casefold() in _PARTIES and word[right.end - 1].casefold() in _OF_PARTIES:
            return right.label or "ORG"  # "Republican" and "National Committee"
        if first.casefold() in _OF_DEMOCRATS and second in ("Democrat", "Democrats"):
            return "NORP"
    hyphenated = left.end - left.begin == 3 and word[left.begin + 1] in _HYPHENS
    if not first[0].isupper() or is_title(first) or not (hyphenated or left.end - left.begin == 1):
        return None  # "President" and "Doe"; only a first name is joined to what follows
    alone = right.end - right.begin == 1
    leans = head[left.end - 1] == right.end - 1
    if left.label == BARE and right.label == "NORP" and leans and not is_role(first):
        return "NORP"  # "Liberal Democrats"
    if (
        hyphenated
        and alone
        and left.label in ("PERSON", BARE)
        and right.label in ("PERSON", "ORG", "GPE", BARE)
    ):
        return "PERSON"  # "Jin-woo" and "Park"
    if right.label == "PERSON" and left.label in (BARE, "PERSON", "ORG", "GPE"):
        if is_first_name(first) and (leans or left.label == BARE):
            return "PERSON"  # "Jane" and "Doe"
        # A first name that the list does not hold: "Zorblat" and "Doe", but not "NATO" or "Striker".
        if leans and left.label in (BARE, "PERSON") and alone and not first.isupper() and not is_role(first):
            return "PERSON"
    if (
        alone
        and left.end - left.begin == 1
        and left.label == BARE
        and right.label == "GPE"
        and leans
        and not is_role(first)
        and not first.isupper()
        and not place_class((first,))
        and not place_class((second,))
    ):
        return "PERSON"  # "Vitas" and "Doe", the surname read as a town
    if left.label == "PERSON" and alone and right.label in (BARE, "ORG") and leans and is_first_name(first):
        # "Jane" read as a person and "Doe" as an organisation.
        return "PERSON" if second[0].isupper() and not is_title(second) else None
    return None
