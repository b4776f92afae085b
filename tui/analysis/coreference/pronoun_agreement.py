"""How well a referent, or a noun, agrees with a pronoun in gender and number."""

from __future__ import annotations

from math import exp, log

from tui.analysis.coreference import description_nouns
from tui.analysis.entities import gender
from tui.analysis.entities.referents import Referent
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

KNOWN = 2.0  # the log-odds from which a gender is known, and whoever has the other is not meant
DESCRIBED_PENALTY = -1.0  # a pronoun is likelier to mean somebody named
_PLURAL_FIT = {"group": 2.0, "ORG": 1.0, "NORP": 1.0, "GPE": 0.0, "": -2.5}
_UNLABELLED_FIT = -3.0
_ORGANISATION_WORDS = words("words of organisations") | words("small words")
_THINGS = frozenset({"ORG", "GPE", "FAC", "NORP", "LAW", "WORK_OF_ART", "PRODUCT", "EVENT", "LOC"})
_NEUTER_FIT = dict.fromkeys(_THINGS, 0.0) | {"ORG": 1.0, "GPE": 0.8, "WORK_OF_ART": 0.5}


def agreement(referent: Referent, sign: float, plural: bool, neuter: bool) -> float | None:
    """Return how well a referent agrees with a pronoun in gender and number, in log-odds; None for not at all.

    `sign` is above 0 for a woman's pronoun, below 0 for a man's and 0 for any other.
    """
    if sign:
        if (
            not referent.label
            and referent.mentions  # not what is only described: "the election-year push"
            and 2 <= len(referent.key) <= 3
            and _ORGANISATION_WORDS.isdisjoint(referent.key)
        ):
            return _UNLABELLED_FIT  # a name that the recogniser does not know: "Quorra Vex … she"
        if not referent.is_person and referent.label != "somebody":
            return None
        if sign * referent.known_gender <= -KNOWN:
            return None  # "Mrs Marlow asked. “I am certain,” he said.": he is somebody else
        described = DESCRIBED_PENALTY if referent.label == "somebody" else 0.0
        agreed = max(-8.0, min(8.0, 1.2 * sign * referent.gender))
        return described - log(1 + exp(-agreed - 0.3 * (sign < 0)))
    if plural:
        return _PLURAL_FIT.get(referent.label)
    return _NEUTER_FIT.get(referent.label) if neuter else 0.0


def is_somebody(parsed: ParsedArticle, token: int) -> bool:
    """Tell whether it is one person of unsaid gender: "A spokesperson was sorry. They said …"."""
    noun = parsed.word[token].casefold()
    return (
        parsed.pos[token] == "NOUN"
        and not description_nouns.is_plural(parsed, token)
        and (description_nouns.is_person_noun(noun) or noun in description_nouns.NAMELESS)
        and not gender.from_role(noun)
    )


def noun_agrees(parsed: ParsedArticle, token: int, sign: float, *, neuter: bool) -> bool:
    """Tell whether the noun is of several people, or of one who is no man for "she" and no woman for "he".

    Where "it" is looked for, it is a body's.
    """
    if neuter:
        return parsed.tag[token] == "NN" and description_nouns.is_body(parsed.lemma[token])
    if not sign:
        return description_nouns.is_group_of_people(parsed, token)
    noun = parsed.word[token].casefold()
    return (
        parsed.pos[token] == "NOUN"
        and not description_nouns.is_plural(parsed, token)
        and description_nouns.is_person_noun(noun)
        and sign * gender.from_role(noun) > -2
    )
