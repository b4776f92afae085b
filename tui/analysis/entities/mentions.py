"""The mentions of an article: spans that name somebody or something, without the titles before them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.analysis.entities.gazetteer import CITY, place_class
from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.name_parts import (
    DEGREES,
    HONORIFICS,
    KNOWN_LABELS,
    POSSESSIVE,
    TITLES,
    Key,
    display,
)
from tui.analysis.entities.name_parts import key as key_of
from tui.analysis.entities.name_spans import find_name_spans
from tui.analysis.entities.person_shapes import find_hidden_people
from tui.analysis.entities.span_joining import BARE, NameSpan, is_role, is_title
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle
from tui.article.spans import Span

_ORG_WORDS = words("words of organisations")
_MISTAKEN = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "FAC"})
_PERSONS = words("kin") | words("people") | TITLES
_MAX_TITLES = 4
_PREFIXES = frozenset({"Anti", "Non", "Pan"})
_SCORE = re.compile(r"\d+[-–]\d+")
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_PARTS = words("parts")
_INSIDE_ROLES = words("words of roles")
_ROLES_BEHIND = words("roles behind a name")
_OFFICES = frozenset({"secretary", "secretaries", "minister", "ministers", "undersecretary"})


@dataclass(slots=True)
class Mention:
    """A name where it stands, tokens `[begin, end)`; `label` is "" where the recogniser gave none."""

    begin: int
    end: int
    label: str
    key: Key
    text: str
    honorific: float = 0.0  # the gender of a title before it, in log-odds
    titled: bool = False
    definite: bool = False  # "the" stands before it
    title_begin: int = -1  # where its capitalised titles begin ("President Doe"), `begin` without any
    referent: int = -1


def find_mentions(parsed: ParsedArticle) -> list[Mention]:
    """Return the mentions in reading order, none overlapping another."""
    spans = find_hidden_people(parsed, find_name_spans(parsed))
    return [found for span in spans if (found := _mention_in(parsed, span)) is not None]


def _mention_in(parsed: ParsedArticle, span: NameSpan) -> Mention | None:
    """Return the mention in a span, without titles and degrees; None where the span is nothing but a title."""
    begin, end, label = span
    word = parsed.word
    if (
        end - begin > 2
        and word[begin + 1] == "-"
        and (word[begin] in ("Pro", "pro") or (word[begin] in _PREFIXES and word[begin + 2].islower()))
    ):
        begin += 3  # "Pro-Leeds Ada Quill", "Pan-democrat Ada Quill", but not "Pan-American Games"
        if begin >= end or not word[begin][0].isupper():
            return None
        label = BARE
    if end - begin > 1 and begin > 1 and word[begin - 1] == "-" and word[begin - 2] == "pro":
        begin += 1  # "the pro-Leeds Reform Party"
    while end - begin > 1 and (_SCORE.fullmatch(word[end - 1]) or word[end - 1].casefold() in _DAYS):
        end -= 1  # "Jane Doe 6-4", "Harbour News Saturday"
    if (
        label == "PERSON"
        and end - begin == 2
        and parsed.tag[begin] == "VBG"
        and not is_first_name(word[begin])
    ):
        begin += 1  # "Hosting Doe"
    while label in ("ORG", "GPE", BARE) and end - begin > 1 and word[end - 1].casefold() in _ROLES_BEHIND:
        end -= 1  # "State Department Spokesperson"
    if label != "GPE" and begin > 1 and word[begin - 1] == "of" and word[begin - 2].casefold() in _OFFICES:
        return None  # "Secretary of State"
    # "President Jane Doe" as one span: titles leave a person's name always, another name only where a first name
    # or "Mr" shows that it is a person's ("Justice Department" keeps its first word).
    at = begin
    if word[begin][0].isupper() and word[begin + 1 : begin + 2] not in (["'s"], ["’s"]):
        while at < end - 1 and is_title(word[at]):
            at += 1
    if at > begin:
        person = is_first_name(word[at]) or word[begin].casefold().strip(".") in HONORIFICS
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
    for at in range(end - 2, begin, -1):
        rank = is_title(word[at]) or (
            label == "PERSON" and word[at].isalpha() and word[at].isupper() and 2 <= len(word[at]) <= 3
        )
        if rank and is_first_name(word[at + 1]):
            begin, label = at + 1, "PERSON"  # "Leeds Mayor Jane Doe", "Harriers QB Jane Doe"
            break
    if end - begin == 3 and is_first_name(word[begin + 1]) and not is_first_name(word[begin]):
        place = place_class((word[begin],))
        if place and place != CITY and label in ("PERSON", "ORG"):
            begin, label = begin + 1, "PERSON"  # "Ukraine Jane Doe"
    while end - begin > 1 and not word[begin][0].isalnum():
        begin += 1
    if word[begin].casefold() in _PARTS and end - begin == 2 and word[begin + 1].isdigit():
        return None  # "Suite 350"
    if end - begin == 1 and word[begin].casefold() in _INSIDE_ROLES:
        return None  # "Chief Financial Officer"
    if end - begin == 1 and word[begin].isupper() and word[begin].casefold() in DEGREES:
        return None  # "Jane Doe QC", the degree read as a town
    if end - begin == 1 and (is_title(word[begin]) or (label == BARE and is_role(word[begin]))):
        return None  # "Mayor" alone
    if label != "PERSON" and _is_beside_person_noun(parsed, begin, end):
        label = "PERSON"  # "her mother, Ines"
    while label == "PERSON" and end - begin > 1 and word[end - 1].casefold().strip(".") in DEGREES:
        end -= 1  # "Jane Doe KC"
    found = mention_at(parsed, begin, end, label)
    if found is not None and label == "ORG" and _is_brand(parsed, end):
        found.end += 1
        found.text += word[end]
    return found


def _end_without_dates(parsed: ParsedArticle, begin: int, end: int) -> int:
    """Return the end of a name without a score or date behind it: "Jane Doe 6-4", "Doe’s July 25"."""
    word = parsed.word
    for at in range(begin + 1, end - 1):
        if word[at] in POSSESSIVE and word[at + 1].casefold() in _MONTHS:
            return at
    while end - begin > 1 and (_SCORE.fullmatch(word[end - 1]) or word[end - 1].casefold() in _DAYS):
        end -= 1
    if (
        end - begin > 3
        and word[end - 3].isdigit()
        and word[end - 2] in ("-", "–")
        and word[end - 1].isdigit()
    ):
        end -= 3
    return end


def _is_beside_person_noun(parsed: ParsedArticle, begin: int, end: int) -> bool:
    """Tell whether the name is in apposition to a word for a person."""
    noun = parsed.head[end - 1]
    return (
        parsed.dep[end - 1] == "appos"
        and begin - 2 <= noun < begin
        and parsed.pos[noun] == "NOUN"
        and parsed.word[noun].casefold() in _PERSONS
    )


def _name_follows(parsed: ParsedArticle, end: int) -> bool:
    """Tell whether a person's name follows."""
    return end < len(parsed) and parsed.entity[end] == "PERSON"


def _is_brand(parsed: ParsedArticle, end: int) -> bool:
    """Tell whether the possessive behind a name is part of it, as nothing owned follows ("McDonald’s said")."""
    after = end + 1
    return (
        after < len(parsed)
        and parsed.word[end] in ("'s", "’s")
        and parsed.pos[after] in ("VERB", "AUX", "PUNCT")
        and parsed.tag[after] not in ("VBG", "VBN", "``")
    )


def mention_at(parsed: ParsedArticle, begin: int, end: int, label: str) -> Mention | None:
    """Return the mention of tokens `[begin, end)` with what its titles say; None where it holds no letter."""
    text = parsed.text[parsed.start[begin] : parsed.end[end - 1]]
    if text[1:2] == "-" and end - begin == 1 and text[0] in "DRI":
        return None  # "R-Ohio"
    name = key_of(text)
    if not name or not any(map(str.isalpha, name[0] if len(name) == 1 else "".join(name))):
        return None
    word = parsed.word
    honorific, titled, title = 0.0, False, begin
    floor = max(parsed.sentences[parsed.sentence[begin]][0], begin - _MAX_TITLES)
    at = begin - 1
    while at >= floor:
        here = word[at]
        before = here.casefold().strip(".")
        if before not in TITLES or (before == here and before not in HONORIFICS and at != begin - 1):
            break
        titled = True
        if title == at + 1 and here[0].isupper():
            title = at
        honorific = honorific or HONORIFICS.get(before, 0.0)
        at -= 1
    if (
        label != "PERSON"
        and (titled or _is_aged(parsed, end, label))
        and (honorific or label == BARE or _looks_like_a_person(name, label))
    ):
        label, titled = "PERSON", True
    definite = at >= floor and word[at] in ("the", "The")
    return Mention(begin, end, label, name, display(text), honorific, titled, definite, title)


def _is_aged(parsed: ParsedArticle, end: int, label: str) -> bool:
    """Tell whether an age (", 23,") stands behind the name, or ", who" and a verb in the singular.

    Clubs play in the plural: "Leeds Rovers, who lead by two".
    """
    word = parsed.word[end : end + 3]
    if len(word) < 3 or word[0] != ",":
        return False
    return (word[1].isdigit() and len(word[1]) == 2 and word[2] in (",", ".")) or (
        word[1] == "who" and (label == BARE or parsed.tag[end + 2] == "VBZ")
    )


def _looks_like_a_person(name: Key, label: str) -> bool:
    """Tell whether a name that the recogniser took for something else has the shape of a person's."""
    return (
        label in _MISTAKEN
        and 2 <= len(name) <= 3
        and _ORG_WORDS.isdisjoint(name)
        and name[-1] not in KNOWN_LABELS
    )


def span_of(parsed: ParsedArticle, mention: Mention, *, title: bool = False) -> Span:
    """Return where the mention stands in the article's text, with the titles before it or without."""
    return Span(parsed.start[mention.title_begin if title else mention.begin], parsed.end[mention.end - 1])
