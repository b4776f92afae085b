"""The words that are pronouns, and what stands for one at a place."""

from __future__ import annotations

from tui.analysis.coreference.discourse import NARRATOR, RELATIVE
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

PERSONAL = words("personal pronouns")
PRONOUNS = PERSONAL | NARRATOR | RELATIVE | words("other pronouns")


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
