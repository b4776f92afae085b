"""Sentences Set In Title Case, given to the parser without it: the capitals of all its words hide its verbs.

Only words that are hardly a name lose theirs: function words, verbs of speech, participles, and words that the
article writes small elsewhere. No word changes its length.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tui.analysis.attribution.speech_words import ATTITUDE_WORDS, SPEECH_WORDS
from tui.analysis.entities.gender import is_first_name

_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
_WORD = re.compile(r"[A-Za-z][A-Za-z’'\-]*")
_MIN_WORDS = 6
_SHARE = 0.8  # of the words begin with a capital
_SMALL = frozenset(
    """
    a about above across after again against all almost along already also always am among an and another any are
    aren't around as at away back be because been before behind being below between both but by can can't cannot
    could couldn't despite did didn't do does doesn't doing don't down during each either else enough ever every few
    for from further get gets getting go goes going gone got had hadn't has hasn't have having he her here hers
    herself him himself his how i'm if in inside instead into is isn't it its itself just keep keeps kept last less
    let like made make makes making many me more most much must my myself near need needs neither never next no nor
    not nothing now of off often on once one only onto or other our out outside over own per quite rather same she
    should since so some soon still such take takes taking than that that's the their them then there these they
    this those though through till to too took toward towards under until up upon us very via was wasn't we were
    weren't what when where whether which while who who's whom whose why with within without won't would wouldn't
    yet you your yours
    began begins came come comes felt found gave gives held holds knew knows left lost meant met paid put puts ran
    said says sent spoke swore thinks thought told went wore wrote
    """.split()
)
_NOT_SMALL = frozenset({"states", "us", "like", "last", "backs", "posts"})


def undone(words: str, article: str) -> str:
    """Return `words`, a part of the text `article`, with its sentences in title case written as others are."""
    if not words[:1] or not any(map(str.isupper, words)):
        return words
    out = []
    for match in _SENTENCE.finditer(words):
        sentence = match.group()
        out.append(_lowered(sentence, article) if is_title_case(sentence) else sentence)
    return words[: len(words) - sum(map(len, out))] + "".join(out) if out else words


def is_title_case(sentence: str) -> bool:
    """Tell whether nearly all words of a sentence, six of them or more, begin with a capital."""
    found = [word for word in _WORD.findall(sentence) if not (len(word) > 1 and word.isupper())]
    capital = sum(word[0].isupper() for word in found)
    return len(found) >= _MIN_WORDS and capital >= _SHARE * len(found)


def _lowered(sentence: str, article: str) -> str:
    first = True

    def small(match: re.Match[str]) -> str:
        nonlocal first
        word = match.group()
        stays, first = first, False
        plain = word.casefold().replace("’", "'")
        if stays or (len(word) > 1 and word.isupper()) or plain in _NOT_SMALL:
            return word
        verb = plain in _speech_verbs() or (
            plain.endswith("ed") and len(plain) > 4 and plain[-3] != "e" and not is_first_name(plain)
        )
        return word.lower() if plain in _SMALL or verb or plain in _small_elsewhere(article) else word

    return _WORD.sub(small, sentence)


@lru_cache(maxsize=1)
def _speech_verbs() -> frozenset[str]:
    """Return the forms of verbs of speech and attitude that are hardly a noun: denies, denied."""
    forms = set()
    for word in SPEECH_WORDS | ATTITUDE_WORDS:
        stem = word[:-1] + "ie" if word.endswith("y") and word[-2] not in "aeou" else word
        forms |= {stem + "s", stem.rstrip("e") + "ed" if not stem.endswith("ie") else stem + "d"}
    return frozenset(forms)


@lru_cache(maxsize=2)
def _small_elsewhere(article: str) -> frozenset[str]:
    """Return the words that an article writes small, without those that it also writes as names."""
    small = set(re.findall(r"\b[a-z]{2,}\b", article))
    named = re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", article)
    return frozenset(small.difference(map(str.lower, named)))
