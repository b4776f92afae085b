"""What roles are made of, before a name and after it: the words for what somebody is, and how long they are."""

from __future__ import annotations

from tui.analysis.entities.name_parts import TITLES
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

PERSONS = words("kin") | words("people") | TITLES
"""Nouns for what somebody is."""

OCCUPATIONS = PERSONS | words("occupations")
"""Those, and nouns that are such only where they stand small: "cook"."""

HOLDERS = PERSONS - words("kin")
"""Nouns for what somebody is, but whose."""

MAX_TOKENS = 12  # from a name to the far end of its role
MAX_WORDS = 9  # of a role, with its articles
IN_PHRASE = frozenset({"DET", "PROPN", "NOUN", "ADJ", "NUM", "PART"})
_IN_TITLE = IN_PHRASE | {"ADP"}
PREPOSITIONS = frozenset({"to", "for", "of", "at", "in"})
"""Between what somebody is and what of: "envoy to"."""


def is_inside_word(parsed: ParsedArticle, token: int) -> bool:
    """Tell whether it is the hyphen of a compound ("two-time")."""
    return (
        0 < token < len(parsed) - 1
        and parsed.word[token] == "-"
        and parsed.end[token - 1] == parsed.start[token]
        and parsed.end[token] == parsed.start[token + 1]
    )


def is_of_title(parsed: ParsedArticle, begin: int) -> bool:
    """Tell whether what begins at `begin` is what a title before is of: "envoy to", "head of the Leeds council"."""
    word, pos = parsed.word, parsed.pos
    of = False
    for i in range(begin - 1, max(parsed.sentences[parsed.sentence[begin]][0], begin - MAX_TOKENS) - 1, -1):
        if of and word[i].casefold() in HOLDERS:
            return True
        of = word[i] in PREPOSITIONS
        if not of and pos[i] not in _IN_TITLE:
            return False
    return False
