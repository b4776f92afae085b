"""The walk through an article from beginning to end that answers its sources on the way."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.analysis import Kind, Step
from tui.analysis.coreference import source_phrases
from tui.analysis.coreference.clauses import head_of
from tui.analysis.coreference.definite_descriptions import ROLE_NOUNS
from tui.analysis.coreference.discourse import Discourse
from tui.analysis.coreference.evidence import Resolution
from tui.analysis.coreference.source_referents import PERSONAL, SourceReferents
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.referents import Referent
from tui.analysis.parsed_article import ParsedArticle
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Article
from tui.article.spans import Span

_ALONE = Step("the words stand alone and the article names nobody beside them")
_NOBODY = 0.88  # how sure it is that the article names nobody where no source was found
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_NAME, _PRONOUN, _DESCRIPTION, _SOURCE = range(4)


Asked = dict[int, list[tuple[int, source_phrases.Source]]]
"""The sources by the token they hang on, each with the number of its draft."""


def asked_of(parsed: ParsedArticle, drafts: Sequence[RawAttribution]) -> Asked:
    """The sources of the drafts."""
    asked: Asked = {}
    for n, draft in enumerate(drafts):
        source = _source(parsed, draft)
        if source is not None:
            asked.setdefault(source.head, []).append((n, source))
    return asked


def walk(
    parsed: ParsedArticle,
    article: Article,
    drafts: Sequence[RawAttribution],
    asked: Asked,
    mentions: list[Mention],
    referents: list[Referent],
) -> list[Resolution]:
    """Whom each draft's source means, in the order of the drafts; descriptions are appended to `referents`."""
    quoted = bytearray(len(parsed))
    for draft in drafts:
        if draft.kind is Kind.DIRECT:
            for i in source_phrases.tokens_of(parsed, draft.content):
                quoted[i] = 1
    discourse = Discourse(parsed, referents, quoted)
    ask = SourceReferents(parsed, article, mentions, referents, discourse, set(asked))
    word = parsed.word
    events = [(m.end - 1, _NAME, n) for n, m in enumerate(mentions)]
    events += [
        (i, _PRONOUN, i)
        for i, tag in enumerate(parsed.tag)
        if tag in ("PRP", "PRP$") and word[i].casefold() in PERSONAL
    ]
    events += [
        (i, _DESCRIPTION, i)
        for i, pos in enumerate(parsed.pos)
        if pos == "NOUN" and word[i] in ROLE_NOUNS and i not in asked and i and not quoted[i]
    ]
    events += [(head, _SOURCE, head) for head in asked]
    events.sort()
    answers: dict[int, Resolution] = {}
    understood: dict[int, Resolution] = {}
    for token, kind, n in events:
        if kind == _NAME:
            _meet(mentions[n], n, ask)
        elif kind == _PRONOUN:
            if token in asked or not quoted[token]:
                understood[token] = ask.pronoun(token, source=token in asked)
        elif kind == _DESCRIPTION:
            ask.by_the_way(token)
        else:
            for d, source in asked[token]:
                if token not in understood:
                    understood[token] = ask.of(source)
                answers[d] = understood[token]
                discourse.spoke(answers[d].referent, token)
                if not drafts[d].source:
                    answers[d] = _inherited(answers[d], referents, parsed, token)
    for n, draft in enumerate(drafts):
        if n not in answers:
            answers[n] = _alone(draft, drafts, answers)
    return [answers[n] for n in range(len(drafts))]


def _source(parsed: ParsedArticle, draft: RawAttribution) -> source_phrases.Source | None:
    if draft.continues is not None:
        return None  # whoever the run's is
    if draft.source:
        return source_phrases.read(parsed, _nearest(parsed, draft) if len(draft.source) > 1 else draft.source)
    if draft.cue:
        return source_phrases.subject(parsed, draft.cue, draft.content)
    return None


def _nearest(parsed: ParsedArticle, draft: RawAttribution) -> tuple[Span, ...]:
    """Of a source in several places the one next to the cue; a name elsewhere rather than "he" or "she" there."""
    if not draft.cue:
        return draft.source
    cue = draft.cue[0]
    naming = [
        s
        for s in draft.source
        if any(parsed.pos[i] in _NAMING for i in source_phrases.tokens_of(parsed, [s]))
    ]
    spans = sorted(naming or draft.source, key=lambda s: max(s.start - cue.end, cue.start - s.end))
    words = [span.of(parsed.text) for span in spans]
    if "who" in words and words[0].islower():
        return (spans[words.index("who")],)
    if words[0].casefold() in ("he", "she"):
        named = (s for s in spans[1:] if any(w[:1].isupper() for w in s.of(parsed.text).split()[-1:]))
        return (next(named, spans[0]),)
    return (spans[0],)


def _inherited(
    answer: Resolution, referents: list[Referent], parsed: ParsedArticle, token: int
) -> Resolution:
    """The answer for the subject of a cue that nobody stands beside: only somebody known is worth the guess."""
    if answer.referent is None or not referents[answer.referent].label:
        return Resolution(None, _NOBODY, [_ALONE])
    span = Span(parsed.start[token], parsed.end[token])
    step = Step("nobody stands beside the words; this is the subject of their verb", span)
    return Resolution(answer.referent, 0.6 * answer.certainty, [step, *answer.steps])


def _meet(mention: Mention, n: int, ask: SourceReferents) -> None:
    discourse = ask.discourse
    ask.names.last[mention.referent] = n
    discourse.met(mention.referent, head_of(ask.parsed, mention.begin, mention.end))
    for noun in range(mention.end, mention.end + 3):
        body = ask.composites.at.get(noun)
        if body is not None and body.begin == mention.begin:
            discourse.met(body.referent, noun)


def _alone(
    draft: RawAttribution, drafts: Sequence[RawAttribution], answers: dict[int, Resolution]
) -> Resolution:
    """The answer for a quotation that nobody is named beside: that of the run it goes on with, if any."""
    before = answers.get(draft.continues) if draft.continues is not None else None
    if draft.continues is None or before is None or before.referent is None:
        return Resolution(None, _NOBODY, [_ALONE])
    run = drafts[draft.continues]
    step = Step("continues the quote before it", (run.source or run.content)[0])
    return Resolution(before.referent, before.certainty * 0.85, [step, *before.steps])
