"""Spans that are no name: a role, a degree, a room, a prefix, the first words of something said."""

from __future__ import annotations

import re

from tui.analysis.entities.gazetteer import place_class
from tui.analysis.entities.name_parts import DEGREES, KNOWN_LABELS
from tui.analysis.entities.span_joining import BARE, NameSpan, is_role, is_title
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

PARTY_LETTERS = frozenset({"R", "D", "I"})
_PARTS = words("parts")
_INSIDE_ROLES = words("words of roles")
_GLUED_SENTENCES = re.compile(r"\w[?!]\w")
_NUMERAL = re.compile("I{1,3}|I?V|VI{1,3}|I?X|XI{1,3}")
_CLOSING = frozenset({"'", "’"})
_BEFORE_HYPHEN = frozenset("all anti ex mid multi non pan post pre pro semi sub".split())


def unless_no_name(parsed: ParsedArticle, span: NameSpan) -> NameSpan | None:
    """Return None for a role, a degree, a number of a room and other words that are no name alone."""
    begin, end, label = span
    word = parsed.word
    first = word[begin].casefold()
    if any("://" in w or w.startswith("www.") for w in word[begin:end]):
        return None  # an address
    if first in _PARTS and end - begin < 3 and word[begin + 1 : begin + 2] and word[begin + 1].isdigit():
        return None  # "Suite 350"
    if (
        end - begin == 3
        and begin == parsed.sentences[parsed.sentence[begin]][0]
        and word[begin + 1].casefold() in _PARTS
        and word[begin + 2].isdigit()
        and not place_class((first,))
    ):
        return None  # "Call Suite 350"
    if first == "grand" and end - begin < 3 and begin + 1 < len(word) and is_title(word[begin + 1]):
        return None  # "the Grand Mufti"
    if end - begin > 1:
        return span
    if first in _INSIDE_ROLES:
        return None  # "Chief Financial Officer"
    if word[begin].isupper() and first in DEGREES:
        return None  # "Jane Doe QC", the degree read as a town
    if is_title(word[begin]) or (label == BARE and is_role(word[begin])):
        return None  # "Mayor" alone
    if len(first) == 1 and first != "x":
        return None  # "U know"
    if _GLUED_SENTENCES.search(word[begin]) or _NUMERAL.fullmatch(word[begin]):
        return None  # "pens?I", "IX" without its title
    if first.endswith("ism") and not word[begin].isupper() and first not in KNOWN_LABELS:
        return None  # "Communism"
    if label == "WORK_OF_ART" and parsed.pos[begin] == "PRON":
        return None  # "You"
    if first in _BEFORE_HYPHEN and word[end : end + 1] == ["-"] and parsed.end[end - 1] == parsed.start[end]:
        return None  # "an All-Star pitcher"
    if begin > 1 and word[begin - 1] == "-":
        if word[begin - 2] in PARTY_LETTERS:
            return None  # "(R-Ohio)"
        if word[begin - 2] in ("anti", "Anti") and first.endswith("ism"):
            return None  # "anti-Semitism"
    return span


def unless_speech_begins(parsed: ParsedArticle, span: NameSpan) -> NameSpan | None:
    """Return None for the first words of something said that were read as a title: "“It’s Doe’s turn,”".

    A title in marks ends where they close, or goes on after a colon.
    """
    begin, end, label = span
    tag, word = parsed.tag, parsed.word
    if label != "WORK_OF_ART" or begin == 0 or tag[begin - 1] != "``":
        return span
    closing = any(
        tag[i] == "''" or (tag[i] == "POS" and word[i] in _CLOSING)
        for i in range(end, min(end + 2, len(word)))
    )
    return span if closing or word[end : end + 1] == [":"] else None
