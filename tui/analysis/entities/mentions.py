"""The mentions of an article: spans that name somebody or something, without the titles before them."""

from __future__ import annotations

from dataclasses import dataclass

from tui.analysis.entities.glued_names import glued_ends
from tui.analysis.entities.name_parts import (
    HONORIFICS,
    KNOWN_LABELS,
    TITLES,
    Key,
    display,
)
from tui.analysis.entities.name_parts import key as key_of
from tui.analysis.entities.name_spans import find_name_spans
from tui.analysis.entities.name_trimming import trim_to_name
from tui.analysis.entities.person_shapes import find_hidden_people
from tui.analysis.entities.shop_names import bare_words, is_brand, name_shops
from tui.analysis.entities.span_joining import BARE, NameSpan
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle
from tui.article.spans import Span

_ORG_WORDS = words("words of organisations")
_MISTAKEN = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "FAC"})
_MAX_TITLES = 4


@dataclass(slots=True)
class Mention:
    """A name where it stands, tokens `[begin, end)`; `label` is "" if the recogniser gave none."""

    begin: int
    end: int
    label: str
    key: Key
    text: str
    honorific: float = 0.0  # the gender of a title before it, in log-odds
    titled: bool = False
    definite: bool = False  # "the" stands before it
    title_begin: int = -1  # where its capitalised titles begin ("President Doe"), `begin` without any
    lead: int = 0  # characters at its start that are no part of it: "ReplyJane Doe"
    tail: int = 0  # … and at its end: "Jane DoePhotographs"
    referent: int = -1


def find_mentions(parsed: ParsedArticle) -> list[Mention]:
    """Return the mentions in reading order, none overlapping another."""
    spans = name_shops(parsed, find_hidden_people(parsed, find_name_spans(parsed)))
    bare = bare_words(parsed)
    return [found for span in spans if (found := _mention_in(parsed, span, bare)) is not None]


def _mention_in(parsed: ParsedArticle, span: NameSpan, bare: frozenset[str]) -> Mention | None:
    """Return the mention in a span, without titles and degrees; None if the span is nothing but a title."""
    name = trim_to_name(parsed, span)
    if name is None:
        return None
    brand = is_brand(parsed, name, bare)
    found = mention_at(parsed, name.begin, name.end, "ORG" if brand else name.label)
    if found is not None and brand:
        found.end += 1
        found.text += parsed.word[name.end]
    return found


def mention_at(parsed: ParsedArticle, begin: int, end: int, label: str) -> Mention | None:
    """Return the mention of tokens `[begin, end)` with what its titles say; None if it holds no letter."""
    text = parsed.text[parsed.start[begin] : parsed.end[end - 1]]
    lead, tail = glued_ends(text) if label == "PERSON" else (0, 0)
    text = text[lead : len(text) - tail]
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
    return Mention(begin, end, label, name, display(text), honorific, titled, definite, title, lead, tail)


def _is_aged(parsed: ParsedArticle, end: int, label: str) -> bool:
    """Tell whether an age (", 23,") stands after the name, or ", who" and a verb in the singular.

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
    first = mention.title_begin if title else mention.begin
    lead = mention.lead if first == mention.begin else 0
    return Span(parsed.start[first] + lead, parsed.end[mention.end - 1] - mention.tail)
