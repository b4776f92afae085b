"""Who said it: from the sources of attributions to speakers, and everything that the article names.

An article's names are read and gathered under their fullest forms; then it is walked once from beginning to
end, and at each source it is asked whom it means. Every answer carries the steps that led to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.analysis import Attribution, Entity, Speaker
from tui.analysis.coreference.evidence import Resolution
from tui.analysis.coreference.resolver import asked_of, walk
from tui.analysis.entities import roles
from tui.analysis.entities.entity_list import entities_of
from tui.analysis.entities.mention_clustering import gather
from tui.analysis.entities.mentions import Mention, find, span_of
from tui.analysis.entities.name_repair import repaired
from tui.analysis.entities.referents import Referent
from tui.analysis.entities.turn_labels import with_labels
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Article

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
_LOOKED_AT = 50  # mentions in which somebody's role is looked for


def resolve(
    parsed: ParsedArticle, article: Article, drafts: Sequence[RawAttribution]
) -> tuple[tuple[Attribution, ...], tuple[Speaker, ...], tuple[Entity, ...]]:
    """The attributions of `drafts` in reading order with their speakers, the speakers, and all entities.

    Speakers are numbered (s1 …) by their first words, attributions (q1 …) by where their content begins,
    entities (e1 …) by their first mention. Takes time in proportion to the article's length.
    """
    mentions = with_labels(parsed, repaired(parsed, find(parsed)), drafts)
    asked = asked_of(parsed, drafts)
    referents = gather(parsed, mentions, asked)
    answers = walk(parsed, article, drafts, asked, mentions, referents)
    numbers: dict[int, str] = {}
    told: dict[int, list[Resolution]] = {}
    attributions: list[Attribution] = []
    for n in sorted(range(len(drafts)), key=lambda n: (drafts[n].content[0].start, n)):
        answer = answers[n]
        speaker = None
        if answer.referent is not None:
            speaker = numbers.setdefault(answer.referent, f"s{len(numbers) + 1}")
            told.setdefault(answer.referent, []).append(answer)
        attributions.append(_attribution(f"q{len(attributions) + 1}", drafts[n], answer, speaker))
    speakers = tuple(
        _speaker(identifier, referents[n], parsed, mentions, told.get(n, []))
        for n, identifier in numbers.items()
    )
    return tuple(attributions), speakers, entities_of(parsed, mentions, referents)


def _attribution(
    identifier: str, draft: RawAttribution, answer: Resolution, speaker: str | None
) -> Attribution:
    return Attribution(
        id=identifier,
        kind=draft.kind,
        stance=draft.stance,
        content=draft.content,
        cue=draft.cue,
        source=draft.source,
        speaker=speaker,
        certainty=max(0.0, min(1.0, draft.probability * answer.certainty)),
        evidence=tuple(answer.steps),
    )


def _speaker(
    identifier: str,
    referent: Referent,
    parsed: ParsedArticle,
    mentions: list[Mention],
    told: list[Resolution],
) -> Speaker:
    spans = {span_of(parsed, mentions[i], title=True) for i in referent.mentions}
    spans.update(span for answer in told for span in answer.mentions)
    role = _role(referent, parsed, mentions, told) if referent.person else None
    return Speaker(
        identifier, referent.name, _KINDS.get(referent.label, "unknown"), role, tuple(sorted(spans))
    )


def _role(
    referent: Referent, parsed: ParsedArticle, mentions: list[Mention], told: list[Resolution]
) -> str | None:
    """What the article says the person is: the first words for it beside the name, two and more before one alone.

    Of descriptions ("The US president") only one that says more than the title beside the name is taken.
    """
    found = [
        roles.text_of(parsed, tokens)
        for i in referent.mentions[:_LOOKED_AT]
        for tokens in roles.of(parsed, mentions[i])
    ]
    long = next((role for role in found if " " in role), None)
    if long is not None or not found:
        return long
    title = found[0].casefold()
    said = (
        answer.role for answer in told if answer.role is not None and title in answer.role.casefold().split()
    )
    return next((role for role in said if " " in role), found[0])
