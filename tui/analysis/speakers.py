"""Who said it: from the sources of the attributions to speakers, and all that the article names.

`resolve` reads an article's names, walks it once from beginning to end, and at each source asks whom it means:
a name by its fullest form, a pronoun or description by what was said before, a quotation that stands alone by
the run it goes on with. Every answer carries the steps that led to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp

from tui.analysis import nominals, roles, sources
from tui.analysis.analysis import Attribution, Entity, Kind, Speaker, Step
from tui.analysis.discourse import NARRATOR, PLURAL, RELATIVE, Discourse
from tui.analysis.draft import Draft
from tui.analysis.entities import entities_of
from tui.analysis.gathering import gather
from tui.analysis.mentions import Mention, find, span_of
from tui.analysis.names import display, key
from tui.analysis.parsed import Parsed
from tui.analysis.referents import Referent
from tui.analysis.repair import repaired
from tui.article.article import Article
from tui.article.spans import Span

_PERSONAL = frozenset(
    [
        "he",
        "she",
        "him",
        "her",
        "his",
        "hers",
        "himself",
        "herself",
        "they",
        "them",
        "their",
        "theirs",
        "themselves",
        "it",
        "its",
        "itself",
    ]
)
_KINDS = {"PERSON": "person", "ORG": "organisation", "FAC": "organisation", "GPE": "place", "LOC": "place",
          "NORP": "group", "group": "group", "PRODUCT": "organisation"}  # fmt: skip


@dataclass(slots=True)
class Answer:
    """Whom a source means, how sure that is, and by which steps."""

    referent: int | None
    certainty: float
    steps: list[Step] = field(default_factory=list)
    mention: Span | None = None  # a pronoun or description that counts as a mention of the speaker


def resolve(
    parsed: Parsed, article: Article, drafts: Sequence[Draft]
) -> tuple[tuple[Attribution, ...], tuple[Speaker, ...], tuple[Entity, ...]]:
    """The attributions of `drafts` in reading order with their speakers, the speakers, and all entities.

    Speakers are numbered (s1 …) by their first words, attributions (q1 …) by where their content begins,
    entities (e1 …) by their first mention. Takes time in proportion to the article's length.
    """
    mentions = repaired(parsed, find(parsed))
    referents = gather(parsed, mentions)
    found = _Resolver(parsed, article, drafts, mentions, referents)
    answers = found.walk()
    order = sorted(range(len(drafts)), key=lambda n: (drafts[n].content[0].start, n))
    numbers: dict[int, str] = {}
    told: dict[int, list[Span]] = {}
    attributions = []
    for place, n in enumerate(order, 1):
        draft, answer = drafts[n], answers[n]
        speaker = None
        if answer.referent is not None:
            speaker = numbers.setdefault(answer.referent, f"s{len(numbers) + 1}")
            if answer.mention is not None:
                told.setdefault(answer.referent, []).append(answer.mention)
        attributions.append(
            Attribution(
                id=f"q{place}",
                kind=draft.kind,
                stance=draft.stance,
                content=draft.content,
                cue=draft.cue,
                source=draft.source,
                speaker=speaker,
                certainty=max(0.0, min(1.0, draft.probability * answer.certainty)),
                evidence=tuple(answer.steps),
            )
        )
    speakers = tuple(found.speaker(n, name, told.get(n, [])) for n, name in numbers.items())
    return tuple(attributions), speakers, entities_of(parsed, mentions, referents)


class _Resolver:
    def __init__(
        self,
        parsed: Parsed,
        article: Article,
        drafts: Sequence[Draft],
        mentions: list[Mention],
        referents: list[Referent],
    ) -> None:
        self.parsed = parsed
        self.article = article
        self.drafts = drafts
        self.mentions = mentions
        self.referents = referents
        self.at: dict[int, int] = {i: n for n, m in enumerate(mentions) for i in range(m.begin, m.end)}
        quoted = bytearray(len(parsed))
        for draft in drafts:
            if draft.kind is Kind.DIRECT:
                for i in sources.tokens_of(parsed, draft.content):
                    quoted[i] = 1
        self.discourse = Discourse(parsed, referents, quoted)
        self.named: dict[int, int] = {}  # referent: its last mention by name
        self.bodies = self._bodies()
        self.described: dict[str, int] = {}
        self._roles: nominals.Roles | None = None
        self._narrator: int | None = None

    # -- the walk --------------------------------------------------------------------------------------

    def walk(self) -> list[Answer]:
        """Answers in the order of the drafts."""
        parsed, discourse = self.parsed, self.discourse
        answers: dict[int, Answer] = {}
        reads = [sources.read(parsed, d.source) if d.source else None for d in self.drafts]
        asked: dict[int, list[int]] = {}
        events: list[tuple[int, int, int]] = []
        for n, source in enumerate(reads):
            if source is not None:
                asked.setdefault(source.head, []).append(n)
        events = [(m.end - 1, 0, n) for n, m in enumerate(self.mentions) if m.referent >= 0]
        word = parsed.word
        events += [
            (i, 1, i)
            for i, t in enumerate(parsed.tag)
            if t in ("PRP", "PRP$") and word[i].casefold() in _PERSONAL
        ]
        events += [(head, 2, head) for head in asked]
        events.sort()
        chosen: dict[int, Answer] = {}
        for token, what, n in events:
            if what == 0:
                self._name_met(n)
            elif what == 1:
                if not discourse.quoted[token] or token in asked:
                    chosen[token] = self._pronoun(token, source=token in asked)
            else:
                for d in asked[token]:
                    source = reads[d]
                    assert source is not None
                    answers[d] = chosen[token] if token in chosen else self._ask(source)
                    discourse.spoke(answers[d].referent, token)
        for n, draft in enumerate(self.drafts):
            if n not in answers:
                answers[n] = self._alone(draft, answers)
        return [answers[n] for n in range(len(self.drafts))]

    def _name_met(self, n: int) -> None:
        mention = self.mentions[n]
        head = self.discourse.head_of(mention.begin, mention.end)
        self.named[mention.referent] = n
        self.discourse.met(mention.referent, head)
        body = self.bodies.get(mention.end - 1)
        if body is not None:
            self.discourse.met(body[0], body[1])

    def _alone(self, draft: Draft, answers: dict[int, Answer]) -> Answer:
        before = answers.get(draft.continues) if draft.continues is not None else None
        if before is None or before.referent is None:
            return Answer(None, 0.6, [Step("the words stand alone and the article names nobody beside them")])
        first = self.drafts[draft.continues or 0]
        span = (first.source or first.content)[0]
        return Answer(
            before.referent,
            before.certainty * 0.85,
            [Step("continues the quote before it", span), *before.steps],
        )

    # -- one source ------------------------------------------------------------------------------------

    def _ask(self, source: sources.Source) -> Answer:
        parsed = self.parsed
        joined = self._joined(source)
        if len(joined) > 1:
            return self._several(source, joined)
        head = source.head
        word = parsed.word[head].casefold()
        if word in RELATIVE and parsed.pos[head] in ("PRON", "DET", "SCONJ"):
            return self._relative(head)
        if word in NARRATOR:
            return self._author(head)
        if word in _PERSONAL:
            return self._pronoun(head)
        return self._noun(source, head)

    def _joined(self, source: sources.Source) -> list[int]:
        """The heads of "X and Y", in reading order."""
        parsed = self.parsed
        heads = [source.head]
        for i in source.tokens:
            if (
                parsed.dep[i] == "conj"
                and parsed.head[i] in heads
                and parsed.pos[i] in ("PROPN", "NOUN", "PRON")
            ):
                here, there = self.at.get(i), self.at.get(source.head)
                if here is None or here != there:
                    heads.append(i)
        return heads

    def _several(self, source: sources.Source, heads: list[int]) -> Answer:
        parts: list[Answer] = []
        for place, head in enumerate(heads):
            last = heads[place + 1] if place + 1 < len(heads) else source.end
            begin = source.begin if place == 0 else heads[place - 1] + 1
            tokens = tuple(i for i in source.tokens if begin <= i < last)
            parts.append(self._ask_one(sources.Source(tokens or (head,), head)))
        known = [a.referent for a in parts if a.referent is not None]
        if len(set(known)) < 2:
            return parts[0]
        names = [self.referents[n].name for n in dict.fromkeys(known)]
        name = ", ".join(names[:-1]) + " and " + names[-1]
        number = self._describe(name, "group")
        span = Span(self.parsed.start[source.begin], self.parsed.end[source.end - 1])
        steps = [Step("said by more than one", span), *(s for a in parts for s in a.steps)]
        return Answer(number, min(a.certainty for a in parts), steps, span)

    def _ask_one(self, source: sources.Source) -> Answer:
        word = self.parsed.word[source.head].casefold()
        if word in NARRATOR:
            return self._author(source.head)
        if word in _PERSONAL:
            return self._pronoun(source.head)
        return self._noun(source, source.head)

    def _noun(self, source: sources.Source, head: int) -> Answer:
        found = self._named_in(source, head)
        if found is not None:
            return self._by_name(found, head)
        body = next((b for b in self.bodies.values() if b[1] == head), None)
        if body is not None:
            span = Span(self.parsed.start[body[2]], self.parsed.end[head])
            return Answer(body[0], 0.9, [Step("a body named after somebody", span)], span)
        return self._description(source, head)

    def _named_in(self, source: sources.Source, head: int) -> int | None:
        """The mention that names the source: at its head, in apposition to it, or right behind it."""
        n = self.at.get(head)
        if n is not None and self.mentions[n].referent >= 0:
            return n
        parsed = self.parsed
        for i in source.tokens:
            n = self.at.get(i)
            if n is None or self.mentions[n].referent < 0:
                continue
            mention = self.mentions[n]
            if i != self.discourse.head_of(mention.begin, mention.end) or parsed.head[i] != head:
                continue
            if parsed.dep[i] == "appos" or (
                mention.begin == head + 1 and self.referents[mention.referent].person
            ):
                return n
        return None

    def _by_name(self, n: int, head: int) -> Answer:
        mention = self.mentions[n]
        referent = self.referents[mention.referent]
        span = span_of(self.parsed, mention, title=True)
        words = span.of(self.article.text)
        if mention.text == referent.name:
            return Answer(mention.referent, 0.98, [Step("named beside the words", span)])
        steps = [
            Step(f"“{' '.join(words.split())}” named beside the words", span),
            *self._fullest(mention.referent),
        ]
        return Answer(mention.referent, 0.95, steps)

    def _fullest(self, number: int) -> list[Step]:
        """The step to the first mention of the fullest form, none where the name is made up of parts."""
        referent = self.referents[number]
        for i in referent.mentions:
            if self.mentions[i].text == referent.name:
                return [
                    Step(
                        f"“{referent.name}”, the fullest form in the article",
                        span_of(self.parsed, self.mentions[i]),
                    )
                ]
        return []

    def _pronoun(self, token: int, *, source: bool = True) -> Answer:
        parsed = self.parsed
        word = parsed.word[token].casefold()
        span = Span(parsed.start[token], parsed.end[token])
        choice = self.discourse.who(token, word, source=source)
        if choice is None:
            return Answer(None, 0.5, [Step(f"“{parsed.word[token]}”: nobody named before it fits", span)])
        steps = [Step(f"“{parsed.word[token]}”: {choice.reason}", span), *self._named_before(choice.referent)]
        self.discourse.met(choice.referent, token, pronoun=True)
        certainty = 1 / (1 + exp(-0.9 * choice.margin - 0.6))
        return Answer(choice.referent, certainty * (0.8 if word in PLURAL else 1.0), steps, span)

    def _named_before(self, number: int) -> list[Step]:
        """The steps from the last mention by name to the fullest form."""
        referent = self.referents[number]
        last = self.named.get(number)
        if last is None:
            return self._fullest(number)
        mention = self.mentions[last]
        span = span_of(self.parsed, mention, title=True)
        step = Step(f"“{' '.join(span.of(self.article.text).split())}”", span)
        return [step] if mention.text == referent.name else [step, *self._fullest(number)]

    def _relative(self, token: int) -> Answer:
        """Whom "who" stands for: what the relative clause hangs on, else the noun right before it."""
        parsed = self.parsed
        span = Span(parsed.start[token], parsed.end[token])
        at = token
        noun: int | None = None
        for _ in range(5):
            if parsed.head[at] == at:
                break
            up = parsed.head[at]
            if parsed.dep[at] == "relcl":
                noun = up
                break
            at = up
        if noun is None or noun >= token:
            begin = parsed.sentences[parsed.sentence[token]][0]
            before = range(token - 1, max(begin, token - 8) - 1, -1)
            noun = next((i for i in before if parsed.pos[i] in ("PROPN", "NOUN", "PRON")), None)
        if noun is None:
            return Answer(
                None, 0.5, [Step(f"“{parsed.word[token]}”: nothing before it that it could stand for", span)]
            )
        begin = noun
        least = parsed.sentences[parsed.sentence[token]][0]
        while (
            begin > least
            and parsed.head[begin - 1] in range(begin - 1, noun + 1)
            and parsed.pos[begin - 1] not in ("PUNCT", "VERB")
        ):
            begin -= 1
        answer = self._ask_one(sources.Source(tuple(range(begin, noun + 1)), noun))
        step = Step(f"“{parsed.word[token]}”: stands for the words before it", span)
        return Answer(answer.referent, answer.certainty * 0.95, [step, *answer.steps], span)

    def _author(self, token: int) -> Answer:
        parsed = self.parsed
        span = Span(parsed.start[token], parsed.end[token])
        if self.article.byline:
            if self._narrator is None:
                name = display(
                    self.article.byline.removeprefix("By ")
                    .removeprefix("by ")
                    .split(",")[0]
                    .split(" and ")[0]
                )
                self._narrator = next((n for n, r in enumerate(self.referents) if r.key == key(name)), None)
                if self._narrator is None:
                    self._narrator = self._describe(name, "PERSON")
            return Answer(
                self._narrator, 0.9, [Step(f"“{parsed.word[token]}”: the author, by the byline", span)], span
            )
        return Answer(
            None, 0.6, [Step(f"“{parsed.word[token]}”: the author, whom the article does not name", span)]
        )

    def _description(self, source: sources.Source, head: int) -> Answer:
        parsed = self.parsed
        if self._roles is None:
            self._roles = nominals.Roles(parsed, self.mentions)
        begin = min(source.begin, head)
        choice = nominals.meant(parsed, begin, head, self.discourse, self._roles)
        shown = nominals.description(parsed, source.tokens, head)
        span = roles.span_of(parsed, (begin, max(shown[1], head + 1)))
        words = " ".join(span.of(self.article.text).split())
        if choice is not None:
            steps = [Step(f"“{words}”: {choice.reason}", span), *self._named_before(choice.referent)]
            self.discourse.met(choice.referent, head)
            return Answer(choice.referent, 0.9 / (1 + exp(-choice.margin)), steps, span)
        name = display(roles.text_of(parsed, shown))
        if not name or parsed.pos[head] not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON"):
            return Answer(None, 0.6, [Step("the source names nobody", span)])
        number = self._describe(name, "group" if nominals.is_plural(parsed, head) else "")
        self.discourse.met(number, head)
        return Answer(number, 0.8, [Step("described, not named", span)], span)

    # -- what is not in the list of names ---------------------------------------------------------------

    def _describe(self, name: str, label: str) -> int:
        """The referent that stands for a description; the same words are the same speaker."""
        shown = name[:1].upper() + name[1:] if label != "PERSON" else name
        number = self.described.get(name.casefold())
        if number is None:
            number = self.described[name.casefold()] = len(self.referents)
            self.referents.append(Referent(shown, key(name), label))
        return number

    def _bodies(self) -> dict[int, tuple[int, int, int]]:
        """Bodies named after somebody: last token of the name: (referent, token of the noun, first token)."""
        parsed = self.parsed
        word, total = parsed.word, len(parsed)
        out: dict[int, tuple[int, int, int]] = {}
        known: dict[tuple[int, str], int] = {}
        plain: set[int] = set()
        for mention in self.mentions:
            at = mention.end
            possessive = at < total and word[at] in ("'s", "’s", "'", "’")
            at += possessive
            if at >= total or mention.referent < 0 or word[at].casefold() not in nominals.ORGANISED:
                continue
            if parsed.sentence[at] != parsed.sentence[mention.begin]:
                continue
            noun = word[at].casefold()
            number = known.get((mention.referent, noun))
            if number is None:
                number = known[mention.referent, noun] = len(self.referents)
                self.referents.append(Referent("", (), "ORG"))
            if not self.referents[number].name or (number not in plain and not possessive):
                words = f"{mention.text} {noun}" if not possessive else f"{mention.text}’s {noun}"
                self.referents[number].name, self.referents[number].key = words, (*mention.key, noun)
                if not possessive:
                    plain.add(number)
            out[mention.end - 1] = (number, at, mention.begin)
        return out

    # -- the speakers ----------------------------------------------------------------------------------

    def speaker(self, number: int, identifier: str, told: list[Span]) -> Speaker:
        """The Speaker for a referent."""
        referent = self.referents[number]
        spans = {span_of(self.parsed, self.mentions[i], title=True) for i in referent.mentions}
        spans.update(told)
        role = self._role(referent) if referent.person else None
        kind = _KINDS.get(referent.label, "unknown")
        return Speaker(identifier, referent.name, kind, role, tuple(sorted(spans)))

    def _role(self, referent: Referent) -> str | None:
        """What the article says the person is: the first words for it, two and more before one alone."""
        best: str | None = None
        for i in referent.mentions[:50]:
            mention = self.mentions[i]
            for tokens in (roles.before(self.parsed, mention), roles.after(self.parsed, mention)):
                if tokens is None:
                    continue
                words = roles.text_of(self.parsed, tokens)
                if best is None or (" " not in best and " " in words):
                    best = words
        return best
