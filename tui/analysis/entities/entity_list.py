"""The entities of an article, each once under its fullest name."""

from __future__ import annotations

from tui.analysis.analysis import Entity
from tui.analysis.entities.heading_names import names_in_headings
from tui.analysis.entities.mentions import Mention, span_of
from tui.analysis.entities.name_parts import Key
from tui.analysis.entities.referents import Referent
from tui.analysis.parsed_article import ParsedArticle
from tui.article.article import Article


def list_entities(
    parsed: ParsedArticle, article: Article, mentions: list[Mention], referents: list[Referent]
) -> tuple[Entity, ...]:
    """Return the entities in the order of their first mention, without names that nothing gives a label."""
    found = [r for r in referents if r.mentions and r.label]
    names: dict[Key, int] = {}
    spans = []
    for number, referent in enumerate(found):
        names.update((mentions[i].key, number) for i in referent.mentions)
        spans.append([span_of(parsed, mentions[i]) for i in referent.mentions])
    for number, span in names_in_headings(article, names):
        spans[number].append(span)
    in_order = sorted(range(len(found)), key=lambda n: min(spans[n]))
    return tuple(
        Entity(f"e{n}", found[number].name, found[number].label, tuple(sorted(spans[number])))
        for n, number in enumerate(in_order, 1)
    )
