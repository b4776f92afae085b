"""The entities of an article, each once under its fullest name."""

from __future__ import annotations

from tui.analysis.analysis import Entity
from tui.analysis.entities.mentions import Mention, span_of
from tui.analysis.entities.referents import Referent
from tui.analysis.parsed_article import ParsedArticle


def list_entities(
    parsed: ParsedArticle, mentions: list[Mention], referents: list[Referent]
) -> tuple[Entity, ...]:
    """Return the entities in the order of their first mention, without names that the recogniser gave no label."""
    found = [r for r in referents if r.mentions and r.label]
    found.sort(key=lambda r: mentions[r.mentions[0]].begin)
    return tuple(
        Entity(f"e{n}", r.name, r.label, tuple(span_of(parsed, mentions[i]) for i in r.mentions))
        for n, r in enumerate(found, 1)
    )
