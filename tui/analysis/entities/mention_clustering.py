"""Mentions clustered into referents: people first, then everything else."""

from __future__ import annotations

from collections.abc import Container

from tui.analysis.entities import name_kinds, organisations
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.organisations import Organisations
from tui.analysis.entities.person_names import PersonNames
from tui.analysis.entities.referents import Referent, group_by_form
from tui.analysis.parsed_article import ParsedArticle


def cluster(
    parsed: ParsedArticle, mentions: list[Mention], source_heads: Container[int] = ()
) -> list[Referent]:
    """Set `referent` of every mention, and return the list that it is an index into, in no particular order.

    `source_heads` holds the tokens on which the sources of attributions depend: a speaker is likelier a person.
    """
    referents: list[Referent] = []
    forms = group_by_form(mentions, source_heads)
    name_kinds.weigh(parsed, mentions, forms.values())
    people = PersonNames(parsed, mentions, referents).add(forms, organisations.impersonal_forms(forms))
    Organisations(parsed, mentions, referents).add([f for k, f in forms.items() if k not in people])
    for i, mention in enumerate(mentions):
        referent = referents[mention.referent]
        referent.mentions.append(i)
        if referent.is_person and abs(referent.gender) < 6:
            referent.gender += mention.honorific / 2
    return referents
