"""The words that are pronouns, and what stands for one at a place."""

from __future__ import annotations

from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

FEMALE = frozenset({"she", "her", "hers", "herself"})
MALE = frozenset({"he", "him", "his", "himself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
NARRATOR = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours"})
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
PERSONAL = words("personal pronouns")
PRONOUNS = PERSONAL | NARRATOR | RELATIVE | words("other pronouns")


def sign_of(word: str) -> float:
    """Return 1 for a woman's pronoun, -1 for a man's, 0 for any other."""
    return 1.0 if word in FEMALE else -1.0 if word in MALE else 0.0


def word_at(parsed: ParsedArticle, token: int) -> str:
    """Return the word at `token` in lower case, as it is where it is no pronoun but an acronym.

    "The US" and "the WHO" are no "us" and "who", unless all around them stands in capitals, too.
    """
    word = parsed.word
    if len(word[token]) < 2 or not word[token].isupper():
        return word[token].casefold()
    around = "".join(word[max(0, token - 2) : token] + word[token + 1 : token + 3])
    shouted = around.isupper() and word[token - 1].casefold() != "the"
    return word[token].casefold() if shouted else word[token]
