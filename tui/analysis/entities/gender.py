"""How likely a first name or a word for a role is to belong to a woman or to a man.

All numbers are log-odds, above 0 for a woman, below 0 for a man and 0 where nothing is known, so that evidence from
several places adds up and none of it decides alone.

`data/first_names.txt` was made once from the first names of the 1990 census of the United States (public
domain, as carried by the PyPI package `names` 0.3.0, MIT), those of 48 locales of `Faker` 40.54 (MIT), and
some 600 names that this project chose from languages that those two lack. Each line is a class (F and M: nine in
ten of the bearers or more; f and m: seven in ten or more) and its names, without accents. Ff and Mm are like F
and M, but the other gender's in another country ("Andrea", "Joan") or short for names of both ("Sam"): they say
nearly as much, and exclude nobody.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tui.analysis.entities.word_lists import words
from tui.article.folding import ONE_LETTER, without_accents

_CLASSES = {"F": 2.5, "Ff": 1.9, "Mm": -1.9, "f": 0.9, "m": -0.9, "M": -2.5}

_ROLES = {
    **dict.fromkeys(words("roles of women"), 3.0),
    **dict.fromkeys(words("roles of men"), -3.0),
    "chairman": -1.0,  # said of women too
}

_LETTERS = str.maketrans(ONE_LETTER)


@cache
def _first_names() -> dict[str, float]:
    names: dict[str, float] = {}
    path = Path(__file__).parents[1] / "data" / "first_names.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, *rest = line.split()
        names.update(dict.fromkeys(rest, _CLASSES[kind]))
    return names


def fold(word: str) -> str:
    """Return the word in lower case, without accents and full stops."""
    word = word.casefold().replace(".", "")
    return word if word.isascii() else without_accents(word.translate(_LETTERS))


def is_first_name(word: str) -> bool:
    """Tell whether the list of first names holds the word."""
    return fold(word) in _first_names()


def from_first_name(word: str) -> float:
    """Return the log-odds of a first name, of a double one ("Anne-Marie") by its first part if need be."""
    names = _first_names()
    plain = fold(word)
    found = names.get(plain)
    if found is None and "-" in plain:
        found = names.get(plain.partition("-")[0])
    return found or 0.0


def from_role(role: str) -> float:
    """Return the log-odds of the words for a role ("spokeswoman", "her husband")."""
    return next((_ROLES[w] for w in reversed(role.casefold().split()) if w in _ROLES), 0.0)
