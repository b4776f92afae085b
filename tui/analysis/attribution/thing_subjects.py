"""Things, which neither speak nor visit anybody: the car was stolen; not: the report said."""

from __future__ import annotations

from tui.analysis.attribution.token_arrays import TokenArrays
from tui.analysis.entities.name_parts import TITLES
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_TELLING = frozenset(
    """
    account affidavit analysis article assessment audit bill blog book bulletin caption census chart circular clip
    column count data database datum diary dispatch document documentary editorial estimate evidence exam
    figure file film finding footage forecast guide guideline history image index indictment inquiry
    interview investigation invoice journal law leaflet ledger list log manual map memoir minute model
    newsletter number paper photo photograph picture poll polling postcard poster projection prospectus
    protocol publication reading record recording regulation reporting research resume review rule script sign
    simulation slide source statistic statute story study summary survey table tape test testing text transcript
    video warrant webcam wording work writing
    """.split()
)
"""Nouns of what people count or write, which tells something in their place."""
_SPEAKING = (
    _TELLING
    | words("what somebody says")
    | words("documents")
    | words("works")
    | words("people")
    | words("occupations")
    | words("plurals")
    | words("bodies")
    | words("places")
    | words("kin")
    | words("nobody in particular")
    | words("anybody")
    | words("bodies named after somebody")
    | TITLES
)
_PERSONS = words("people") | words("occupations") | words("kin") | TITLES
_AGENTS = ("er", "or", "ist", "ian", "ee", "man", "ant", "ent", "wright", "eer", "folk")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_speaker(parsed: ParsedArticle, noun: int) -> bool:
    """Tell whether a noun is somebody who speaks, by trade or name: the head of the port, its owner."""
    lemma = parsed.lemma[noun].casefold()
    return parsed.pos[noun] == "NOUN" and (lemma in _PERSONS or lemma.endswith(_AGENTS))


def is_thing(parsed: ParsedArticle, noun: int) -> bool:
    """Tell whether a noun is a thing that says nothing: the timing of the sale; not: the report, her sister."""
    lemma = parsed.lemma[noun].casefold()
    return (
        parsed.pos[noun] == "NOUN"
        and not parsed.entity[noun]
        and lemma not in _SPEAKING
        and not lemma.endswith(_AGENTS)
    )


def is_of_thing(arrays: TokenArrays, verb: int, least: int) -> bool:
    """Tell whether the subject of a verb, from token `least` on, is a thing."""
    parsed = arrays.parsed
    # The parse may hang "the road was closed" on "was".
    verbs = [verb, *(i for i in arrays.children[verb] if parsed.pos[i] == "AUX")]
    subject = next((i for v in verbs for i in arrays.children[v] if parsed.dep[i] in _SUBJECTS), -1)
    return subject >= max(least, 0) and is_thing(parsed, subject)
