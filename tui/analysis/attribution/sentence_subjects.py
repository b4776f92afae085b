"""Whom a sentence is about: | Tom Bell | is angry; the decision angered | Jane Doe | ."""

from __future__ import annotations

from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.entities.name_parts import SPEAKER_LABELS
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ANSWERS = frozenset(
    {"answer", "reply", "response", "message", "verdict", "conclusion", "explanation", "advice"}
)
_PERSONS = SPEAKER_LABELS | words("kin") | words("nobody in particular")
_MOVING = frozenset(
    """
    alarm amaze amuse anger annoy appal astonish baffle bother concern delight devastate disappoint disgust enrage
    frighten frustrate gall horrify hurt infuriate irritate move outrage please puzzle sadden scare shock stun
    surprise thrill trouble upset worry
    """.split()
)
_HE_OR_SHE = frozenset({"he", "she"})
_MAX_SUBJECT = 12  # tokens
_MIN_TITLE = 6  # words of a sentence in title case
_PAST_SPEECH = frozenset({"said", "told", "wrote"})


def described_person(
    arrays: TokenArrays, sentence: tuple[int, int], named: set[str]
) -> tuple[tuple[int, int], ...]:
    """Return whom a sentence is about: the last subject of its main clauses that is a person, named or not.

    Tom Bell is angry; it is hard, and she knows it; the mayor walked out; for Tom Bell, the answer is simple. Of
    "Doe’s answer was short" it is Doe, of "Her neighbour, Jane Doe, was not" all of it.
    """
    parsed = arrays.parsed
    begin, end = sentence
    for i in range(end - 1, begin - 1, -1):
        if parsed.dep[i] not in _SUBJECTS or arrays.quote_of[i] >= 0 or not _is_main(arrays, parsed.head[i]):
            continue
        answer = parsed.lemma[i] in _ANSWERS
        whose = next((c for c in arrays.children[i] if answer and parsed.dep[c] == "poss"), -1)
        if whose >= 0 and (parsed.word[whose] in named or parsed.word[whose].casefold() in ("his", "her")):
            return ((arrays.left[whose], whose + 1),)
        known = parsed.word[i] in named and (parsed.entity[i] == "PERSON" or parsed.pos[i] == "PROPN")
        role = parsed.pos[i] == "NOUN" and parsed.lemma[i] in _PERSONS
        if known or role or parsed.word[i].casefold() in _HE_OR_SHE:
            left, right = arrays.left[i], arrays.right[i] + 1
            return ((left, right),) if right - left <= _MAX_SUBJECT else ((i, i + 1),)
    if parsed.word[begin] in ("For", "To") and begin + 1 < end and parsed.entity[begin + 1] == "PERSON":
        name_end = begin + 1
        while name_end < end and parsed.entity[name_end] == "PERSON":
            name_end += 1
        if name_end < end and parsed.word[name_end] == ",":
            return ((begin + 1, name_end),)
    return _moved_person(arrays, sentence) or _title_case_subject(parsed, sentence)


def _moved_person(arrays: TokenArrays, sentence: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Return the person whom something moved, who ends a sentence: The decision angered | Jane Doe."""
    parsed = arrays.parsed
    begin, end = sentence
    last = end - 1
    while last > begin and parsed.pos[last] == "PUNCT":
        last -= 1
    at = last + 1
    while at > begin and (parsed.entity[at - 1] == "PERSON" or parsed.pos[at - 1] == "PROPN"):
        at -= 1
    moved = any(
        parsed.lemma[i] in _MOVING or parsed.word[i].removesuffix("ed") in _MOVING for i in range(begin, at)
    )
    return ((at, last + 1),) if begin < at <= last and moved else ()


def names_somebody(arrays: TokenArrays, tokens: tuple[int, int]) -> bool:
    """Tell whether a subject is more than a role: a name, or he or she."""
    parsed = arrays.parsed
    return any(
        parsed.pos[i] in ("PROPN", "PRON") or parsed.entity[i] == "PERSON" for i in range(*tokens)
    ) and (parsed.word[tokens[0]].casefold() not in ("his", "her") or parsed.pos[tokens[1] - 1] != "NOUN")


def _is_main(arrays: TokenArrays, verb: int) -> bool:
    """Tell whether a verb is that of a sentence's main clause, or is joined to it."""
    parsed = arrays.parsed
    while parsed.dep[verb] == "conj" and parsed.head[verb] != verb:
        verb = parsed.head[verb]
    return parsed.head[verb] == verb


def _title_case_subject(parsed: ParsedArticle, sentence: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Return the name before the verb of a sentence in title case, whose parse says little.

    Jane Doe Thanked The Mill For Its Welcome. “The tea is cold.”
    """
    first, last = sentence
    words = [word for word in parsed.word[first:last] if word[0].isalpha()]
    if len(words) < _MIN_TITLE or sum(word[0].isupper() for word in words) < 0.8 * len(words):
        return ()
    for at in range(first + 1, min(last, first + _MAX_SUBJECT)):
        word = parsed.word[at].casefold()
        if word.endswith("ed") or word in _PAST_SPEECH:
            named = all(w[0].isupper() for w in parsed.word[first:at])
            return ((first, at),) if named and at - first > 1 else ()
    return ()
