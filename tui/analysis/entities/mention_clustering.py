"""Mentions clustered into referents: people first, then everything else."""

from __future__ import annotations

from collections.abc import Container

from tui.analysis.entities import gender, name_kinds, organisations, roles
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import core
from tui.analysis.entities.organisations import Organisations
from tui.analysis.entities.person_names import PersonNames
from tui.analysis.entities.referents import Referent, group_by_form
from tui.analysis.parsed_article import ParsedArticle

_MAX_MENTIONS = 5  # mentions in which a noun or title that says something of a person is looked for
_ROYAL_TITLES = frozenset({"King", "Queen", "Prince", "Princess", "Pope", "Emperor", "Empress"})


def cluster(
    parsed: ParsedArticle, mentions: list[Mention], source_heads: Container[int] = ()
) -> list[Referent]:
    """Set `referent` of every mention, and return the list that it is an index into, in no particular order.

    `source_heads` holds the tokens on which the sources of attributions depend: a speaker is likelier a person.
    """
    referents: list[Referent] = []
    forms = group_by_form(mentions, source_heads)
    name_kinds.weigh(parsed, mentions, forms)
    people = PersonNames(parsed, mentions, referents, source_heads).add(
        forms, organisations.impersonal_forms(forms)
    )
    Organisations(parsed, mentions, referents).add([f for k, f in forms.items() if k not in people])
    for i, mention in enumerate(mentions):
        referent = referents[mention.referent]
        referent.mentions.append(i)
        if referent.is_person and abs(referent.gender) < 6:
            referent.gender += mention.honorific / 2
    for referent in referents:
        if referent.is_person:
            referent.known_gender = _known_gender(parsed, mentions, referent)
            if referent.known_gender * referent.gender < 0:
                referent.gender = referent.known_gender  # "Ronnie Doe, a former councilwoman"
            _name_with_royal_title(parsed, mentions, referent)
    return referents


def _name_with_royal_title(parsed: ParsedArticle, mentions: list[Mention], referent: Referent) -> None:
    """Give royalty and popes, who have no surname, the title they are known by: "Prince Edmund", "Pope Clement"."""
    if len(core(referent.key)) > 1:
        return
    for i in referent.mentions[:_MAX_MENTIONS]:
        begin = mentions[i].begin
        title = parsed.word[begin - 1] if begin else ""
        if title in _ROYAL_TITLES and parsed.sentence[begin - 1] == parsed.sentence[begin]:
            referent.name = f"{title} {referent.name}"
            return


def _known_gender(parsed: ParsedArticle, mentions: list[Mention], referent: Referent) -> float:
    """Return the gender that a title ("Mrs"), else a noun ("the actress"), else a first name gives a person."""
    honorific = sum(mentions[i].honorific for i in referent.mentions)
    if honorific:
        return honorific
    for i in referent.mentions[:_MAX_MENTIONS]:
        for role in roles.find(parsed, mentions[i]):
            nouns = roles.heads(parsed, role)
            said = gender.from_role(parsed.word[nouns[-1]]) if nouns else 0.0
            if abs(said) > 1:  # a chairman may be a woman
                return said
    parts = core(referent.key)
    named = gender.from_first_name(parts[0]) if len(parts) > 1 else 0.0  # "Kelly" alone may be a surname
    return named if abs(named) > 1 else 0.0
