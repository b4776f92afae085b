"""Verbs whose subject is a thing, which neither speaks nor visits anybody: the car was stolen."""

from __future__ import annotations

from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.entities.word_lists import words

_SPEAKERS = frozenset().union(
    *map(
        words,
        (
            "bodies",
            "kin",
            "occupations",
            "people",
            "plurals",
            "works",
            "anybody",
            "nobody in particular",
        ),
    ),
    "article audit court document email filing government letter memo note paper report statement survey".split(),
)
_AGENTS = ("er", "or", "ist", "ian", "man", "woman")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_of_thing(arrays: TokenArrays, verb: int, least: int) -> bool:
    """Tell whether the subject of a verb, from token `least` on, is a thing; not: the report, her sister."""
    parsed = arrays.parsed
    # The parse may hang "the road was closed" on "was".
    verbs = [verb, *(i for i in arrays.children[verb] if parsed.pos[i] == "AUX")]
    subject = next((i for v in verbs for i in arrays.children[v] if parsed.dep[i] in _SUBJECTS), -1)
    noun = parsed.lemma[subject].casefold()
    return (
        subject >= least
        and parsed.pos[subject] == "NOUN"
        and parsed.entity[subject] not in ("PERSON", "ORG", "GPE", "NORP")
        and noun not in _SPEAKERS
        and not noun.endswith(_AGENTS)
    )
