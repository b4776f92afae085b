"""What roles are made of, before a name and behind it: the words for what somebody is, and how long they are."""

from __future__ import annotations

from tui.analysis.entities.name_parts import TITLES
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

PERSONS = words("kin") | words("people") | TITLES
"""Nouns for what somebody is."""

MAX_TOKENS = 12  # from a name to the far end of its role
MAX_WORDS = 9  # of a role, with its articles
IN_PHRASE = frozenset({"DET", "PROPN", "NOUN", "ADJ", "NUM", "PART"})


def is_inside_word(parsed: ParsedArticle, token: int) -> bool:
    """Tell whether it is the hyphen of a compound ("two-time")."""
    return (
        0 < token < len(parsed) - 1
        and parsed.word[token] == "-"
        and parsed.end[token - 1] == parsed.start[token]
        and parsed.end[token] == parsed.start[token + 1]
    )
