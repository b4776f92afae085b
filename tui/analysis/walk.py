"""The walk through an article from beginning to end that answers its sources on the way."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis import sources
from tui.analysis.analysis import Kind, Step
from tui.analysis.answers import PERSONAL, Answer, Answers
from tui.analysis.discourse import Discourse
from tui.analysis.draft import Draft
from tui.analysis.mentions import Mention
from tui.analysis.parsed import Parsed
from tui.analysis.referents import Referent
from tui.article.article import Article

_NAME, _PRONOUN, _SOURCE = range(3)


def walk(
    parsed: Parsed,
    article: Article,
    drafts: Sequence[Draft],
    mentions: list[Mention],
    referents: list[Referent],
) -> list[Answer]:
    """Whom each draft's source means, in the order of the drafts; descriptions are appended to `referents`."""
    quoted = bytearray(len(parsed))
    for draft in drafts:
        if draft.kind is Kind.DIRECT:
            for i in sources.tokens_of(parsed, draft.content):
                quoted[i] = 1
    reads = [sources.read(parsed, d.source) if d.source else None for d in drafts]
    asked: dict[int, list[tuple[int, sources.Source]]] = {}
    for n, source in enumerate(reads):
        if source is not None:
            asked.setdefault(source.head, []).append((n, source))
    discourse = Discourse(parsed, referents, quoted)
    ask = Answers(parsed, article, mentions, referents, discourse, set(asked))
    word = parsed.word
    events = [(m.end - 1, _NAME, n) for n, m in enumerate(mentions)]
    events += [
        (i, _PRONOUN, i)
        for i, tag in enumerate(parsed.tag)
        if tag in ("PRP", "PRP$") and word[i].casefold() in PERSONAL
    ]
    events += [(head, _SOURCE, head) for head in asked]
    events.sort()
    answers: dict[int, Answer] = {}
    understood: dict[int, Answer] = {}
    for token, kind, n in events:
        if kind == _NAME:
            _meet(mentions[n], n, ask)
        elif kind == _PRONOUN:
            if token in asked or not quoted[token]:
                understood[token] = ask.pronoun(token, source=token in asked)
        else:
            for d, source in asked[token]:
                answers[d] = understood[token] if token in understood else ask.of(source)
                discourse.spoke(answers[d].referent, token)
    for n, draft in enumerate(drafts):
        if n not in answers:
            answers[n] = _alone(draft, drafts, answers)
    return [answers[n] for n in range(len(drafts))]


def _meet(mention: Mention, n: int, ask: Answers) -> None:
    discourse = ask.discourse
    ask.named[mention.referent] = n
    discourse.met(mention.referent, discourse.head_of(mention.begin, mention.end))
    for noun in (mention.end, mention.end + 1):
        body = ask.composites.get(noun)
        if body is not None and body.begin == mention.begin:
            discourse.met(body.referent, noun)


def _alone(draft: Draft, drafts: Sequence[Draft], answers: dict[int, Answer]) -> Answer:
    """The answer for a quotation that nobody is named beside: that of the run it goes on with, if any."""
    before = answers.get(draft.continues) if draft.continues is not None else None
    if draft.continues is None or before is None or before.referent is None:
        return Answer(None, 0.6, [Step("the words stand alone and the article names nobody beside them")])
    run = drafts[draft.continues]
    step = Step("continues the quote before it", (run.source or run.content)[0])
    return Answer(before.referent, before.certainty * 0.85, [step, *before.steps])
