"""Text made comparable: what a person types finds what an article prints.

Case, accents, kinds of apostrophe, quotation mark, dash and white space make no difference; "Erdogan" finds
"Erdoğan", "don't" finds "don’t". The folding is that of the Unicode Standard, section 3.13 (caseless
matching) with compatibility decomposition; letters with an accent but no decomposition are added.
"""

from __future__ import annotations

import re
import unicodedata

from tui.article.characters import ZERO_WIDTH

LIKE = {"'": "‘’‚‛ʼ′‵´＇", '"': "“”„‟«»″＂", "-": "‐‑‒–—―−－"}
"""For each mark on the keyboard those that are printed for it."""
ONE_LETTER = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "ŧ": "t"}
TWO_LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
"""Letters in lower case that stand for others and have no decomposition, by how many they stand for."""

_LETTERS = {letter: typed for letter, typed in (ONE_LETTER | TWO_LETTERS).items() if letter != "ß"}
_TABLE = str.maketrans(
    {printed: typed for typed, alike in LIKE.items() for printed in alike}
    | dict.fromkeys(ZERO_WIDTH, "")
    | {"…": "..."}
    | _LETTERS
    | {letter.upper(): typed for letter, typed in _LETTERS.items() if letter != "ı"}
)
_COMMON = (("’", "'"), ("“", '"'), ("”", '"'), ("‘", "'"), ("—", "-"), ("–", "-"), ("\xa0", " "))
_SPACE = re.compile(r"\s+")


def without_accents(text: str) -> str:
    """Return `text` in compatibility decomposition (NFKD), the combining marks left out."""
    if text.isascii():
        return text
    return "".join([c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)])


def fold(text: str) -> str:
    """Fold `text`: every stretch of white space one space, everything else letter by letter."""
    if not text.isascii():
        for printed, typed in _COMMON:  # several times quicker than the table, and mostly all there is
            text = text.replace(printed, typed)
        if not text.isascii():
            text = text.translate(_TABLE)
    if text.isascii():
        text = text.lower()
        return text if text.isprintable() and "  " not in text else _SPACE.sub(" ", text)
    text = unicodedata.normalize("NFKD", text).casefold()
    return _SPACE.sub(" ", without_accents(text.translate(_TABLE)))


def folded_with_offsets(text: str) -> tuple[str, list[int]]:
    """Fold `text`, and say for every character of the result which character of `text` it came from.

    The list has one item more than the result: the length of `text`.
    """
    even = text
    for printed, typed in _COMMON:
        even = even.replace(printed, typed)
    if even.isascii() and even.isprintable() and "  " not in even:  # as most: a character for each
        return even.lower(), list(range(len(text) + 1))
    out: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text):
        folded = " " if character.isspace() else fold(character)
        if folded == " " and out and out[-1] == " ":
            continue
        out.extend(folded)
        offsets.extend([at] * len(folded))
    offsets.append(len(text))
    return "".join(out), offsets
