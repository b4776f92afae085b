"""Names that an article misspells: "Kirsten Dole" and "Kristen Dole", "the Untied Nations", "Zorinskiy".

Two words are taken for one where a letter is missing, added, changed or exchanged with its neighbour. The first
letter is never the wrong one, and the last only where a "y" is written "i" or doubled: "Mario" and "Maria" are two
people. In long words the letters may stand in any order.
"""

from __future__ import annotations

from tui.analysis.entities.gender import fold
from tui.analysis.entities.name_parts import Key

_SHORTEST = 5
_LONG = 9
_LONGEST = 30
_ENDINGS = ("iy", "yy", "ij", "y", "i")


_SPELT_TWO_WAYS = (
    ("isation", "ization"),
    ("centre", "center"),
    ("theatre", "theater"),
    ("our", "or"),
    ("ence", "ense"),
)


def compact(name: Key) -> str:
    """Return the letters of a name, the same for each way to write it.

    Accents, hyphens and blanks ("José", "Wal-Mart"), "&" and "and", British and American spelling do not count.
    """
    letters = fold("".join("and" if word == "&" else word for word in name)).replace("-", "").replace("‑", "")
    for british, american in _SPELT_TWO_WAYS:
        letters = letters.replace(british, american)
    return letters


def is_misspelt(one: str, other: str) -> bool:
    """Tell whether one word is the other with one letter wrong; False if they are equal or short."""
    if one == other or one[:1] != other[:1]:
        return False
    one, other = _plain(one), _plain(other)
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST or len(long) - len(short) > 1 or short[-1] != long[-1] or not long.isalpha():
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    if len(short) >= _LONG and short[:3] == long[:3] and sorted(short) == sorted(long):
        return True
    exchanged = short[at : at + 2] == long[at : at + 2][::-1]
    return short[at + 1 :] == long[at + 1 :] or (exchanged and short[at + 2 :] == long[at + 2 :])


def spellings(word: str) -> set[str]:
    """Return keys to look up candidates by: words for which `is_misspelt` holds share at least one."""
    plain = _plain(word)
    if len(plain) > _LONGEST:
        return {plain}  # the keys of a word grow with the square of its length
    return {plain, "".join(sorted(plain)), *(plain[:i] + plain[i + 1 :] for i in range(1, len(plain)))}


def _plain(word: str) -> str:
    """Return the word with its last sound written "y"."""
    if len(word) < _SHORTEST:
        return word
    return next((word.removesuffix(end) + "y" for end in _ENDINGS if word.endswith(end)), word)
