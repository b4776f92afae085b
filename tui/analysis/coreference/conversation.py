"""Who Q and A are in an interview: the author or the outlet asks, and whom the introduction presents answers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tui.analysis.coreference.clauses import is_subject
from tui.analysis.coreference.narrator import find_narrator
from tui.analysis.entities.mentions import Mention, span_of
from tui.analysis.entities.name_parts import QUESTION_LABELS, SPEAKER_LABELS
from tui.analysis.entities.referents import Referent
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle
from tui.article.article import Article
from tui.article.spans import Span

_ASKING = frozenset({"q", "question"})
_MEDIA = words("media") | frozenset(
    """courier times post news herald tribune gazette journal magazine radio guardian telegraph observer chronicle
    mirror standard review today television""".split()
)
_FIRST_WORDS = 100  # characters of a turn in which somebody gives their name
_I_AM = (["i", "am"], ["i", "'m"], ["i", "’m"])


@dataclass(frozen=True, slots=True)
class Party:
    """One side of an interview: a referent, or only a name, and how it was found; neither where that fails."""

    referent: int | None
    name: str
    reason: str
    span: Span | None = None


def is_label(text: str) -> bool:
    """Tell whether the words before a turn are "Q", "A." and the like."""
    return text.casefold().strip(".: ") in QUESTION_LABELS


def asks(text: str) -> bool:
    """Tell whether the label is of whoever asks."""
    return text.casefold().strip(".: ") in _ASKING


def find_asker(
    parsed: ParsedArticle, article: Article, mentions: list[Mention], referents: list[Referent], label: int
) -> Party:
    """Return who asks: the author by the byline, else the paper or station named before token `label`."""
    if article.byline:
        narrator = find_narrator(parsed, article, mentions, referents)
        return Party(narrator.referent, narrator.name, narrator.reason, narrator.span)
    for mention in mentions:
        if mention.begin >= label:
            break
        referent = referents[mention.referent]
        if not referent.is_person and referent.key and referent.key[-1] in _MEDIA:
            return Party(mention.referent, referent.name, "the outlet that asks", span_of(parsed, mention))
    return Party(None, "", "")


def introduced(
    parsed: ParsedArticle, mentions: list[Mention], referents: list[Referent], label: str, turn: Span
) -> Party | None:
    """Return who a speaker called only "GUEST" or "WOMAN" is by the first words of the turn: I am Jane Doe."""
    if (label.casefold().split() or [""])[-1].strip(".:") not in SPEAKER_LABELS:
        return None
    for mention in mentions:
        start = parsed.start[mention.begin]
        if start >= turn.end or start - turn.start > _FIRST_WORDS:
            break
        words_before = [word.casefold() for word in parsed.word[max(0, mention.begin - 3) : mention.begin]]
        presented = words_before[-2:] in _I_AM or words_before[-3:] == ["my", "name", "is"]
        if start > turn.start and presented and referents[mention.referent].is_person:
            name = referents[mention.referent].name
            return Party(mention.referent, name, f"says “I am {name}”", span_of(parsed, mention))
    return None


def find_answerer(
    parsed: ParsedArticle, mentions: list[Mention], referents: list[Referent], label: int, asker: Party
) -> Party:
    """Return who answers: the person whom the words before token `label` name most, as a subject first of all."""
    counts: Counter[int] = Counter()
    first: dict[int, Mention] = {}
    for mention in mentions:
        if mention.begin >= label:
            break
        number = mention.referent
        if referents[number].is_person and number != asker.referent and referents[number].name != asker.name:
            counts[number] += 2 + is_subject(parsed, mention.end - 1)
            first.setdefault(number, mention)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return Party(None, "", "")  # two are named alike: nobody can tell
    number = ranked[0][0]
    return Party(
        number, referents[number].name, "presented before the questions", span_of(parsed, first[number])
    )
