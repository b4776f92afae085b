"""The parts of a name: titles before it, first names and their short forms, initials, suffixes.

Names are compared by their key: the words in lower case, without full stops, possessive and leading "the".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tui.analysis.entities.word_lists import groups, words
from tui.article.characters import CONTROL_RANGE, INSIDE_WORDS

HONORIFICS: dict[str, float] = {
    **dict.fromkeys(words("honorifics of women"), 4.0),
    **dict.fromkeys(words("honorifics of men"), -4.0),
}
"""Titles that say a gender, in log-odds, a woman's above 0."""

TITLES = frozenset(HONORIFICS) | words("titles")
"""Words that may stand before a person's name and are no part of it."""

SPEAKER_LABELS = TITLES | words("people") | words("labels of speakers")
"""Nouns that say what a speaker is before the colon of a transcript."""

QUESTION_LABELS = frozenset({"q", "a", "question", "answer"})
"""What stands for whoever asks and whoever answers before the colon of a transcript."""

GENERATIONS = words("generations")
DEGREES = words("suffixes")
SUFFIXES = GENERATIONS | DEGREES

POSSESSIVE = frozenset({"'s", "’s", "‘s", "'", "’"})
"""Tokens that make the name before them a possessive."""

POSSESSIVE_DETERMINERS = frozenset({"his", "her", "their", "its", "my", "our"})


def _forms() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, names in enumerate(groups("short forms")):
        for name in names:
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


SHORT_FORMS = _forms()
"""For each first name, the groups of short forms that it belongs to ("joe" and "joseph" share one)."""

KNOWN_LABELS: dict[str, str] = {
    **dict.fromkeys(words("media"), "ORG"),
    **dict.fromkeys(words("lands"), "GPE"),
    **dict.fromkeys(words("peoples"), "NORP"),
    **dict.fromkeys(words("happenings"), "EVENT"),
    **dict.fromkeys(words("continents"), "LOC"),
}
"""Labels of single words that overrule the recogniser, unless a person in the article has that name."""

Key = tuple[str, ...]
_ENDS_POSSESSIVE = re.compile(r"(?:[’'`‘]s|(?<=s)[’'])$")
_UNSEEN = re.compile(f"[{CONTROL_RANGE}{INSIDE_WORDS}]+")


def words_of(text: str) -> list[str]:
    """Return the words of a text, without soft hyphens and other invisible characters."""
    return (text if text.isascii() else _UNSEEN.sub("", text)).split()


def _is_called_an(parts: list[str]) -> bool:
    """Tell whether "An" is a first name: "An Nguyen", as no article stands so before a consonant."""
    return (
        parts[0] == "An" and parts[1][0].isupper() and parts[1][0] not in "AEIOUH" and parts[1][1:].islower()
    )


@lru_cache(maxsize=4096)
def display(text: str) -> str:
    """Return a name as it is shown: on one line, without article, possessive, and marks or commas around it."""
    parts = words_of(text.replace("[", "").replace("]", "") if "[" in text or "]" in text else text)
    if len(parts) > 1 and parts[0].casefold() in ("the", "a", "an") and not _is_called_an(parts):
        parts = parts[1:]
    shown = " ".join(parts).strip("“”\"‘’'`,;:()[]—–- ")
    return _ENDS_POSSESSIVE.sub("", shown)


def in_title_case(name: str) -> str:
    """Return the name of a person or place in title case where it is in capitals: "JANE O’DOE" as "Jane O’Doe".

    Initials and the numbers of kings stay as they are, and so does a short word alone, which may be an acronym.
    """
    parts = name.split()
    if not name.isupper() or (len(parts) == 1 and len(name) < 5):
        return name
    return " ".join(_WORD.sub(_capitalised, part) if _is_shouted(part) else part for part in parts)


_WORD = re.compile(r"(MC(?=[^\W\d_]{3}))?([^\W\d_]+)")


def _is_shouted(part: str) -> bool:
    return "." not in part and part.casefold() not in SUFFIXES and (len(part) > 2 or part[-1] in "AEIOUY")


def _capitalised(match: re.Match[str]) -> str:
    return (match[1] or "").capitalize() + match[2].capitalize()


@lru_cache(maxsize=4096)
def key(text: str) -> Key:
    """Return the words of a name in lower case, without full stops, marks, possessives and leading article.

    A letter and its accent are one character, however the text encodes them. "People’s Army" and "People Army" have
    the same key, as both are used in news.
    """
    plain = display(text).casefold().replace(".", "").replace("’", "'")
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", plain)
    parts = [part.strip("“”\"‘'()") for part in plain.split() if part != "'s"]
    return tuple(word.removesuffix("'s") for word in parts if word)


def same_first(one: str, other: str) -> bool:
    """Tell whether two first names may be one person's: equal, an initial, a short form ("Joe", "Joseph")."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return bool(SHORT_FORMS.get(one, frozenset()) & SHORT_FORMS.get(other, frozenset()))


@lru_cache(maxsize=4096)
def core(name: Key) -> Key:
    """Return the name without titles before and suffixes after it; never empty unless `name` is."""
    begin, end = 0, len(name)
    while end - begin > 1 and name[end - 1].strip(",") in SUFFIXES:
        end -= 1
    while end - begin > 1 and name[begin] in TITLES:
        begin += 1
    parts = [w.strip(",") for w in name[begin:end]]
    if parts:
        parts[-1] = parts[-1].removeprefix("al-").removeprefix("el-")
    return tuple(parts)


def same_person(one: Key, other: Key) -> bool:
    """Tell whether two names of two words or more that end in the same word can be one person's.

    First names must agree, and so must middle names where both have one; "Jr" tells a son from his father.
    """
    a, b = core(one), core(other)
    if GENERATIONS & set(one[1:]) != GENERATIONS & set(other[1:]):
        return False
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    if len(short) < 2 or short[-1] != long[-1]:
        return False
    if long[-len(short) :] == short:
        return True
    if not same_first(short[0], long[0]):
        return False
    middle, other_middle = short[1:-1], long[1:-1]
    return not middle or not other_middle or middle[0][0] == other_middle[0][0]
