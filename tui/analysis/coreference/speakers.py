"""The speakers of attributions, and the entities that an article names.

The article's mentions are clustered under their fullest names. Then each source is resolved in one pass from the
first token to the last, and every resolution carries the steps that led to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.analysis import Attribution, Entity, Speaker, Step
from tui.analysis.coreference import headline_speakers
from tui.analysis.coreference.resolution import Resolution
from tui.analysis.coreference.resolver import resolve_sources, sources_by_head
from tui.analysis.entities import roles
from tui.analysis.entities.entity_list import list_entities
from tui.analysis.entities.mention_clustering import cluster
from tui.analysis.entities.mentions import Mention, find_mentions, span_of
from tui.analysis.entities.name_repair import repair
from tui.analysis.entities.referents import Referent
from tui.analysis.entities.turn_labels import add_turn_labels
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Article, BlockKind

_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "FAC": "organisation",
    "PRODUCT": "organisation",
    "GPE": "place",
    "LOC": "place",
    "NORP": "group",
    "group": "group",
    "somebody": "person",
}
_ADDRESSES = frozenset("dr hon honourable honorable most prof rev reverend right rt sir very".split())
_DEGREES = frozenset({"dr", "doctor", "prof", "professor"})
_MAX_MENTIONS = 50  # mentions in which a person's role is looked for


def resolve(
    parsed: ParsedArticle, article: Article, raw: Sequence[RawAttribution]
) -> tuple[tuple[Attribution, ...], tuple[Speaker, ...], tuple[Entity, ...]]:
    """Return the attributions of `raw` in reading order with their speakers, the speakers, and all entities.

    Speakers are numbered (s1 …) by their first words, attributions (q1 …) by where their content begins,
    entities (e1 …) by their first mention. The time grows linearly with the article.
    """
    mentions = add_turn_labels(parsed, repair(parsed, find_mentions(parsed)), raw)
    sources = sources_by_head(parsed, raw)
    referents = cluster(parsed, mentions, sources)
    resolutions = resolve_sources(parsed, article, raw, sources, mentions, referents)
    top = article.blocks[0] if article.blocks else None
    headline = top.span if top is not None and top.kind is BlockKind.HEADLINE else None
    headline_speakers.name_described(parsed, headline, raw, referents, resolutions)
    identifiers: dict[int, str] = {}
    by_referent: dict[int, list[Resolution]] = {}
    attributions: list[Attribution] = []
    for n in sorted(range(len(raw)), key=lambda n: (raw[n].content[0].start, n)):
        resolution = resolutions[n]
        speaker = None
        if resolution.referent is not None:
            speaker = identifiers.setdefault(resolution.referent, f"s{len(identifiers) + 1}")
            by_referent.setdefault(resolution.referent, []).append(resolution)
        attributions.append(_attribution(f"q{len(attributions) + 1}", raw[n], resolution, speaker))
    speakers = tuple(
        _speaker(identifier, referents[n], parsed, mentions, by_referent.get(n, []))
        for n, identifier in identifiers.items()
    )
    return tuple(attributions), speakers, list_entities(parsed, article, mentions, referents)


def _attribution(
    identifier: str, attribution: RawAttribution, resolution: Resolution, speaker: str | None
) -> Attribution:
    return Attribution(
        id=identifier,
        kind=attribution.kind,
        stance=attribution.stance,
        content=attribution.content,
        cue=attribution.cue,
        source=attribution.source,
        speaker=speaker,
        certainty=max(0.0, min(1.0, attribution.probability * resolution.certainty)),
        polarity=attribution.polarity,
        evidence=(
            *resolution.steps,
            *(Step("the words are passed on by", span) for span in attribution.channel[:1]),
        ),
    )


def _speaker(
    identifier: str,
    referent: Referent,
    parsed: ParsedArticle,
    mentions: list[Mention],
    resolutions: list[Resolution],
) -> Speaker:
    spans = {span_of(parsed, mentions[i], title=True) for i in referent.mentions}
    spans.update(span for resolution in resolutions for span in resolution.mentions)
    role = _role(referent, parsed, mentions, resolutions) if referent.is_person else None
    return Speaker(
        identifier, referent.name, _KINDS.get(referent.label, "unknown"), role, tuple(sorted(spans))
    )


def _is_form_of_address(role: str) -> bool:
    """Tell whether a role only says how somebody is addressed: "Rt Rev", beside "Bishop of Leeds"."""
    return _ADDRESSES.issuperset(role.casefold().replace(".", "").split())


def _role(
    referent: Referent, parsed: ParsedArticle, mentions: list[Mention], resolutions: list[Resolution]
) -> str | None:
    """Return the first role of more than one word that stands beside the name, else the first of one word.

    A description ("The US president") is taken only where it says more than the one word beside the name does, or
    no word does.
    """
    found = [
        roles.text_of(parsed, tokens)
        for i in referent.mentions[:_MAX_MENTIONS]
        for tokens in roles.find(parsed, mentions[i])
    ]
    found = sorted(filter(roles.is_shown, found), key=_is_form_of_address)
    described = [r.role for r in resolutions if r.role is not None and " " in r.role]
    if not found:
        return next(filter(roles.is_shown, described), None)
    sides = [role for role in found if roles.is_of_party(role)]
    if len(sides) < len(found):
        found = [
            role for role in found if role not in sides
        ]  # "Senator", rather than "Democrat of Tennessee"
    long = next((role for role in found if " " in role), None)
    if long is not None:
        return long
    found.sort(key=lambda role: role.casefold().strip(".") in _DEGREES)  # "Dr Doe, an epidemiologist"
    title = found[0].casefold()
    longer = (role for role in described if title in role.casefold().split())
    return next(longer, found[0])
