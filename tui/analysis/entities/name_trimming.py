"""What is cut off a name: titles, degrees, dates, scores and the words of a role.

Each step takes a span and returns it, shorter or with another label, or None if no name is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.analysis.entities.gazetteer import CITY, place_class
from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.name_parts import DEGREES, HONORIFICS, POSSESSIVE
from tui.analysis.entities.person_shapes import LIKE_FUNCTION_WORDS
from tui.analysis.entities.role_words import OCCUPATIONS, PERSONS
from tui.analysis.entities.span_joining import BARE, NameSpan, is_role, is_title
from tui.analysis.entities.spurious_names import PARTY_LETTERS, unless_no_name, unless_speech_begins
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_ORG_WORDS = words("words of organisations")
_ROMAN = frozenset("IVX")
_PLAYING_POSITIONS = frozenset(
    "QB RB FB WR TE OL DL LB CB SS FS DE DT PG SG SF PF RHP LHP CF GK DF MF FW".split()
)
_PREFIXES = frozenset({"Anti", "Non", "Pan"})
_SCORE = re.compile(r"\d+[-–]\d+")
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
SAID = frozenset(
    """added answered argued asked commented concluded continued cried declared explained insisted joked laughed
    noted quipped recalled remarked replied reported responded said stated told tweeted warned wrote""".split()
)
"""Verbs that stand before a speaker's name and a colon: "Added Doe:"."""

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_BEFORE_DAYS = frozenset({"ash", "black", "bloody", "cyber", "good", "holy", "super"})
_PORTFOLIOS = words("portfolios")
_SERVICES = frozenset({"army", "navy", "marine", "police", "air", "force", "staff"})
_ROLES_BEHIND = words("roles behind a name")
_OFFICES = frozenset({"secretary", "secretaries", "minister", "ministers", "undersecretary"})
_HOLDERS = _OFFICES | {"adviser", "advisor", "spokesman", "spokeswoman", "spokesperson", "critic"}
_OFFICE_LETTERS = frozenset({"AG", "PM", "VP", "DA", "CEO", "CFO", "COO", "CTO"})  # "AG Quillan Vosk"
_OTHER_TAGS = frozenset({"VB", "VBD", "VBP", "VBZ", "MD", "IN", "RB", "WRB"})
_OCCUPATIONS = words("people") | words("occupations") | words("nobody in particular")
_PRACTISED = ("ician", "ologist", "iatrist", "keeper", "maker", "worker")
_OF_BODIES_TOO = frozenset(
    "backer employer founder giant leader lender maker member operator owner partner rival sponsor star".split()
)
"""Words for people by which firms are called as well."""

_CREDITS = words("credits") - {"audio", "photography", "pictures"}  # those end the names of firms


def trim_to_name(parsed: ParsedArticle, span: NameSpan) -> NameSpan | None:
    """Return the name in a span, without what is no part of it; None if the span is nothing but a title."""
    trimmed: NameSpan | None = span
    for step in _STEPS:
        if trimmed is None:
            return None
        trimmed = step(parsed, trimmed)
    return trimmed


def _without_prefix(parsed: ParsedArticle, span: NameSpan) -> NameSpan | None:
    """Cut off what stands before a hyphen: "Pro-Leeds Ada Quill", "Pan-democrat Ada Quill".

    "Pan-American Games" stays whole.
    """
    begin, end, label = span
    word = parsed.word
    if (
        end - begin > 2
        and word[begin + 1] == "-"
        and (word[begin] in ("Pro", "pro") or (word[begin] in _PREFIXES and word[begin + 2].islower()))
    ):
        begin += 3
        if begin >= end or not word[begin][0].isupper():
            return None
        label = BARE
    if end - begin > 1 and begin > 1 and word[begin - 1] == "-" and word[begin - 2] == "pro":
        begin += 1  # "the pro-Leeds Reform Party"
    party = begin > 2 and word[begin - 3] in (",", "(") and word[begin - 2] in PARTY_LETTERS
    if party and end - begin > 1 and word[begin - 1] == "-":
        label = "GPE"  # "Sen. Jane Doe, R-Mill Creek"
    return NameSpan(begin, end, label)


def _without_dates(parsed: ParsedArticle, span: NameSpan) -> NameSpan | None:
    """Cut off a score, day or date: "Jane Doe 6-4", "Harbour News Saturday", "Doe’s July 25"."""
    begin, end, label = span
    word = parsed.word
    for last in (end - 1, end):
        named = last == begin + 1 < len(word) and word[begin].casefold() in _BEFORE_DAYS
        if named and word[last].casefold() in _DAYS:
            return NameSpan(begin, last + 1, "EVENT")  # "Black Friday"
    for at in range(begin + 1, end - 1):
        if word[at] in POSSESSIVE and word[at + 1].casefold() in _MONTHS:
            return NameSpan(begin, at, BARE)
    while end - begin > 1 and (_SCORE.fullmatch(word[end - 1]) or word[end - 1].casefold() in _DAYS):
        end -= 1
    if (
        end - begin > 3
        and word[end - 3].isdigit()
        and word[end - 2] in ("-", "–")
        and word[end - 1].isdigit()
    ):
        end -= 3
        label = label if label == "PERSON" else BARE  # "Chile 3-0"
    return NameSpan(begin, end, label)


def _without_first_words(parsed: ParsedArticle, span: NameSpan) -> NameSpan | None:
    """Cut off what a person’s name begins with by mistake: "Hosting Doe", "Added Jane Doe:", "Doe Jane Doe".

    So is what somebody does, at the head of a sentence: "Butcher Jane Doe", but not "Baker Doe".
    """
    begin, end, label = span
    word = parsed.word
    if word[begin] in ("Dear", "DEAR") and begin == parsed.sentences[parsed.sentence[begin]][0]:
        begin += 1  # "Dear Jane, my husband snores"
        if begin == end:
            return None
        span = NameSpan(begin, end, label)
    occupation = word[begin].casefold()
    practised = occupation.endswith(_PRACTISED)
    named = end - begin > 2 and word[end - 1].casefold() not in _ORG_WORDS
    # "Farmer Joop Holt", whose first name no list knows, is read as a person
    rare = label == "PERSON" and not is_first_name(word[begin]) and not is_title(word[begin])
    named = named and (is_first_name(word[begin + 1]) or (rare and end - begin == 3))
    if named and (practised or occupation in _OCCUPATIONS) and label in ("PERSON", BARE, "ORG"):
        return NameSpan(begin + 1, end, "PERSON")
    turned = word[begin].casefold() in SAID and begin == parsed.sentences[parsed.sentence[begin]][0]
    if turned and end - begin > 1 and (end >= len(word) or word[end] in (":", ",")):
        return NameSpan(begin + 1, end, "PERSON")
    if label != "PERSON" or end - begin < 2:
        return span
    verb = parsed.tag[begin] in _OTHER_TAGS or (parsed.tag[begin] == "VBG" and end - begin == 2)
    verb = verb and parsed.pos[begin] != "PROPN" and word[begin] not in LIKE_FUNCTION_WORDS
    if verb and not is_first_name(word[begin]):
        return NameSpan(begin + 1, end, label)
    twice = end - begin == 3 and word[begin] == word[end - 1] and is_first_name(word[begin + 1])
    return NameSpan(begin + 1, end, label) if twice else span


def _without_roles_behind(parsed: ParsedArticle, span: NameSpan) -> NameSpan | None:
    """Cut off the role of whoever speaks for it, and the words of an office: "State Department Spokesperson".

    "UK Home" before "Secretary" is the UK, and "National Security" before "Adviser" is no name.
    """
    begin, end, label = span
    word = parsed.word
    if (
        label in ("PERSON", "ORG", BARE)
        and end - begin == 3
        and is_first_name(word[begin])
        and word[end - 1].casefold() in _CREDITS
    ):
        return NameSpan(begin, end - 1, "PERSON")  # "Jane Doe Video", below a picture
    while label in ("ORG", "GPE", BARE) and end - begin > 1 and word[end - 1].casefold() in _ROLES_BEHIND:
        end -= 1
    if label != "GPE" and begin > 1 and word[begin - 1] == "of":
        of_what = {w.casefold() for w in word[begin:end]}
        office = word[begin - 2].casefold()
        if office in _OFFICES or (office == "director" and of_what <= _PORTFOLIOS):
            return None  # "Secretary of State", "Director of National Intelligence"
    if label not in ("GPE", "NORP") and end < len(parsed) and word[end].casefold() in _HOLDERS:
        last = end
        while last > begin and word[last - 1].casefold() in _PORTFOLIOS:
            last -= 1
        if last == begin:
            return None if end - begin < 3 else span  # "Health and Human Services" is a department
        if last < end:
            return NameSpan(begin, last, BARE)
    return NameSpan(begin, end, label)


def _without_titles(parsed: ParsedArticle, span: NameSpan) -> NameSpan | None:
    """Cut titles off a person's name always, off another name only before a first name or after "Mr".

    "Justice Department" keeps its first word.
    """
    begin, end, label = span
    word = parsed.word
    at = begin
    if (
        label == "PERSON"
        and end - begin > 2
        and len(word[begin]) == 2
        and word[begin].isupper()
        and is_title(word[begin + 1])
    ):
        at = begin + 1  # "TX Gov Doe"
    if word[begin][0].isupper() and word[begin + 1 : begin + 2] not in (["'s"], ["’s"]):
        while at < end - 1 and is_title(word[at]):
            at += 1
    if at > begin:
        person = (
            is_first_name(word[at])
            or word[begin].casefold().strip(".") in HONORIFICS
            or (word[begin] in _OFFICE_LETTERS and all(w[1:].islower() for w in word[at:end]))
            or (at - begin > 1 and end - at == 2)  # "Rev Dr Quillan Vosk"
        )
        if label in ("PERSON", BARE) or (
            person and not any(w.casefold() in _ORG_WORDS for w in word[at:end])
        ):
            begin = at
            if end - begin <= 3 and not is_title(word[begin]):
                label = "PERSON"
    while (
        end - begin > 1
        and is_title(word[end - 1])
        and _name_follows(parsed, end)
        and (label != "PERSON" or not is_first_name(word[begin]))
    ):
        end -= 1  # "Ohio Reps." before a name
    if label == BARE and word[end - 1].endswith("s") and is_role(word[end - 1][:-1]):
        return None  # "Deputy Mayors" in a headline
    ranked = label == "PERSON" and end - begin > 1 and is_title(word[end - 1])
    if ranked and all(w.casefold() in _SERVICES for w in word[begin : end - 1]):
        return None  # "Army Col."
    return NameSpan(begin, end, label)


def _without_words_before_first_name(parsed: ParsedArticle, span: NameSpan) -> NameSpan | None:
    """Cut off what stands before a first name: "Leeds Mayor Jane Doe", "Harriers QB Jane Doe"."""
    begin, end, label = span
    word = parsed.word
    if end - begin >= 3 and word[end - 3] in _PLAYING_POSITIONS:
        return NameSpan(end - 2, end, "PERSON")  # whatever the first name
    for at in range(end - 2, begin, -1):
        short = label == "PERSON" and word[at].isalpha() and word[at].isupper() and 2 <= len(word[at]) <= 3
        rank = is_title(word[at]) or (short and not _ROMAN.issuperset(word[at]))  # not "Carl XVI Gustaf"
        if rank and is_first_name(word[at + 1]):
            begin, label = at + 1, "PERSON"
            break
    if end - begin == 3 and is_first_name(word[begin + 1]) and not is_first_name(word[begin]):
        place = place_class((word[begin],))
        if place and place != CITY and label in ("PERSON", "ORG"):
            begin, label = begin + 1, "PERSON"  # "Ukraine Jane Doe"
    while end - begin > 1 and not word[begin][0].isalnum():
        begin += 1
    return NameSpan(begin, end, label)


def _as_person_beside_noun(parsed: ParsedArticle, span: NameSpan) -> NameSpan | None:
    """Label a name in apposition to a word for a person as one: "her mother, Ines".

    So is a full name right behind one: "UN envoy Terva Lund", but not "the operator Alder Bank".
    """
    begin, end, label = span
    if label == "PERSON":
        return span
    noun = parsed.head[end - 1]
    beside = (
        parsed.dep[end - 1] == "appos"
        and begin - 2 <= noun < begin
        and parsed.word[noun].casefold() in PERSONS
    )
    before = begin - 1
    called = (
        label in ("ORG", BARE)
        and end - begin > 1
        and begin > parsed.sentences[parsed.sentence[begin]][0]
        and parsed.head[before] == end - 1
        and parsed.word[before] in OCCUPATIONS - _OF_BODIES_TOO
        and parsed.tag[before] == "NN"
        and _ORG_WORDS.isdisjoint(w.casefold() for w in parsed.word[begin:end])
    )
    noun = noun if beside else before
    return NameSpan(begin, end, "PERSON") if (beside or called) and parsed.pos[noun] == "NOUN" else span


def _without_glued_verb(parsed: ParsedArticle, span: NameSpan) -> NameSpan | None:
    """Cut off a verb that a glued text leaves at the end of a name: "“…,” the Roads Office said.- Elsewhere"."""
    begin, end, label = span
    verb = parsed.word[end - 1]
    if end - begin > 1 and verb[-1] in ".-–" and verb.rstrip(".-–") in SAID:
        return NameSpan(begin, end - 1, label)
    return span


def _without_degrees(parsed: ParsedArticle, span: NameSpan) -> NameSpan | None:
    """Cut degrees and honours off a person's name: "Jane Doe KC"."""
    begin, end, label = span
    while label == "PERSON" and end - begin > 1 and parsed.word[end - 1].casefold().strip(".") in DEGREES:
        end -= 1
    return NameSpan(begin, end, label)


def _name_follows(parsed: ParsedArticle, end: int) -> bool:
    """Tell whether a person's name follows."""
    return end < len(parsed) and parsed.entity[end] == "PERSON"


_STEPS: tuple[Callable[[ParsedArticle, NameSpan], NameSpan | None], ...] = (
    _without_glued_verb,
    _without_prefix,
    _without_dates,
    _without_first_words,
    _without_roles_behind,
    _without_titles,
    _without_words_before_first_name,
    unless_no_name,
    unless_speech_begins,
    _as_person_beside_noun,
    _without_degrees,
)
