"""Text made comparable: what a person types finds what an article prints.

Case, accents, kinds of apostrophe, quotation mark, dash and white space make no difference; "Erdogan" finds
"Erdoğan", "don't" finds "don’t". The folding is that of the Unicode Standard, section 3.13 (caseless
matching) with compatibility decomposition; letters with an accent but no decomposition are added.
"""

from __future__ import annotations

import re
import unicodedata

_TABLE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′‵´＇", "'"),
        **dict.fromkeys("“”„‟«»″＂", '"'),
        **dict.fromkeys("‐‑‒–—―−－", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        "…": "...",
        "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th",
        "ħ": "h", "Ħ": "h", "ı": "i", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ŧ": "t", "Ŧ": "t",
    }
)  # fmt: skip
_COMMON = (("’", "'"), ("“", '"'), ("”", '"'), ("‘", "'"), ("—", "-"), ("–", "-"), ("\xa0", " "))
_SPACE = re.compile(r"\s+")


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
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return _SPACE.sub(" ", "".join([c for c in text.translate(_TABLE) if not unicodedata.combining(c)]))


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
