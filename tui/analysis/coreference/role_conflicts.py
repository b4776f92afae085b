"""Roles that one person does not have at once: foreign and prime minister, the French and the Polish president."""

from __future__ import annotations

from collections.abc import Collection

from tui.analysis.coreference.role_index import STATES_SPELT_OUT
from tui.analysis.entities.word_lists import groups, words

OTHER_PARTY = {"democrat": "republican", "republican": "democrat"}
"""Whom a member of an American party is not."""

_PORTFOLIOS = (words("portfolios") | {"first", "treasury"}) - {"human", "local", "national", "services"}
_SPELT_OTHERWISE = {
    "defence": "defense",
    "economy": "economic",
    "labour": "labor",
    "premier": "prime",
    "transportation": "transport",
}
_OF_OFFICES = frozenset({"minister", "secretary"})
_NO_LANDS = frozenset(
    """democrat democratic republican catholicism christianity christian catholic hindu hinduism buddhism buddhist
    islam islamic judaism sikh sunni shia shiite muslim jewish african asian european hispanic latina latinas latino
    latinos""".split()
)
_CITIES = frozenset(
    """beijing moscow kyiv kiev paris berlin tehran tokyo brussels jerusalem baghdad kabul damascus istanbul ankara
    delhi seoul pyongyang canberra ottawa""".split()
)
_WITHIN_LANDS = (
    _CITIES | {name for names in groups("state abbreviations") for name in names} | STATES_SPELT_OUT
)
_COUNTRIES = (words("lands") | {"korea"}) - _WITHIN_LANDS
_LANDS = (_COUNTRIES | words("peoples")) - _NO_LANDS
_SAME_LAND = (
    {"britain", "british", "uk", "u.k", "england", "english"},
    {"america", "american", "us", "u.s", "usa"},
    {"france", "french"},
    {"netherlands", "dutch"},
    {"scotland", "scottish", "scots"},
    {"wales", "welsh"},
    {"denmark", "danish"},
    {"ireland", "irish"},
    {"greece", "greek"},
    {"switzerland", "swiss"},
)
_STEM = 4  # letters in which the names of a land and its people agree: Tunisia, Tunisian
_STEMS = {land[:_STEM] for land in _COUNTRIES}
_HEADS = frozenset({"boss", "chief", "head"})


def is_head_of(noun: str, modifiers: Collection[str], role_words: Collection[str]) -> bool:
    """Tell whether somebody's role makes them what a description says: the treasury secretary its chief."""
    return noun in _HEADS and not _portfolios(modifiers).isdisjoint(_portfolios(role_words))


def exclude(noun: str, modifiers: Collection[str], role_words: Collection[str]) -> bool:
    """Tell whether somebody's role is another one than a description says, though the noun is the same.

    "The first minister" is not Prime Minister Doe, "the Polish president" not French President Roe.
    """
    of_office, office = _portfolios(modifiers), _portfolios(role_words)
    if noun in _OF_OFFICES and _differ(of_office, office):
        return True
    if noun in _HEADS and of_office and role_words and office.isdisjoint(of_office):
        return True  # "the treasury chief" is not Harbour Fund chief Roe
    return _differ(_lands(modifiers), _lands(role_words))


def _differ(one: Collection[str], other: Collection[str]) -> bool:
    return bool(one) and bool(other) and set(one).isdisjoint(other)


def _portfolios(said: Collection[str]) -> set[str]:
    return {
        _SPELT_OTHERWISE.get(word, word) for word in said if word in _PORTFOLIOS or word in _SPELT_OTHERWISE
    }


def _lands(said: Collection[str]) -> set[str]:
    """Return the lands that words name, one word a land whether it names the land or its people."""
    out = set()
    for word in said:
        same = next((land for land in _SAME_LAND if word in land), None)
        if same is not None:
            out.add(min(same))
        elif word in _LANDS or (word.endswith(("an", "ish", "ese", "ic")) and word[:_STEM] in _STEMS):
            out.add(word[:_STEM])
    return out
