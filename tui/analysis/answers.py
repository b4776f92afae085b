"""Whom a source means: a name, a pronoun, a description, "X and Y", the author's "I"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from math import exp

from tui.analysis import composites, gender, joint, nominals, relatives, roles
from tui.analysis.analysis import Step
from tui.analysis.discourse import NARRATOR, PLURAL, RELATIVE, Discourse
from tui.analysis.mentions import Mention, span_of
from tui.analysis.names import display, key
from tui.analysis.narrator import narrator
from tui.analysis.parsed import Parsed
from tui.analysis.referents import Referent
from tui.analysis.rolebook import RoleBook
from tui.analysis.sources import Source
from tui.analysis.wordlists import words
from tui.article.article import Article
from tui.article.spans import Span

PERSONAL = words("personal pronouns")
_PRONOUNS = PERSONAL | NARRATOR | RELATIVE | words("other pronouns")
_DEEP = 12  # names looked at behind a pronoun, and heads climbed from each
_DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON"})


@dataclass(slots=True)
class Answer:
    """Whom a source means (None: nobody named), how sure that is, and by which steps."""

    referent: int | None
    certainty: float
    steps: list[Step] = field(default_factory=list)
    mentions: tuple[Span, ...] = ()  # pronouns and descriptions that count as mentions of the speaker
    role: str | None = None  # what the description says the speaker is


class Answers:
    """Answers sources one by one; `discourse` must have been walked up to each."""

    def __init__(
        self,
        parsed: Parsed,
        article: Article,
        mentions: list[Mention],
        referents: list[Referent],
        discourse: Discourse,
        asked: set[int],
    ) -> None:
        self.parsed = parsed
        self.article = article
        self.mentions = mentions
        self.referents = referents
        self.discourse = discourse
        self.named: dict[int, int] = {}  # referent: its last mention by name
        self.understood: dict[int, int] = {}  # pronoun: whom it means
        self.composites = composites.Composites(parsed, mentions, referents)
        self._at = {i: n for n, m in enumerate(mentions) for i in range(m.begin, m.end)}
        self._titled = {m.title_begin: n for n, m in enumerate(mentions)}
        self._begins = [m.begin for m in mentions]
        self._described: dict[str, int] = {}
        self._fullest_at: dict[int, int | None] = {}
        self._by_surname: dict[tuple[str, bool], int] | None = None
        self._narrator: tuple[int | None, str, Span | None] | None = None
        book = RoleBook(parsed, mentions, referents)
        self._descriptions = nominals.Descriptions(parsed, discourse, mentions, book, asked)

    def of(self, source: Source) -> Answer:
        """Whom the source means."""
        surname, women = joint.couple(self.parsed, source, self._at, self.mentions)
        if surname:
            known = [n for woman in women if (n := self._bearer(surname, woman)) is not None]
            if len(known) > 1:
                return self._several(source, known, 0.8, [s for n in known for s in self._fullest(n)])
        answers = [
            self._one(part)
            for part in joint.parts(self.parsed, source, self._at, self.mentions, self.referents)
        ]
        known = list(dict.fromkeys(a.referent for a in answers if a.referent is not None))
        if len(known) < 2:
            return answers[0]
        steps = [s for a in answers for s in a.steps]
        return self._several(source, known, min(a.certainty for a in answers), steps)

    def _several(self, source: Source, known: list[int], certainty: float, steps: list[Step]) -> Answer:
        names = [self.referents[n].name for n in known]
        names[1:] = [
            name if self.referents[n].mentions else name[:1].lower() + name[1:]
            for n, name in zip(known[1:], names[1:], strict=True)
        ]
        span = Span(self.parsed.start[source.begin], self.parsed.end[source.end - 1])
        number = self._speaker_of(", ".join(names[:-1]) + " and " + names[-1], "group")
        self.discourse.met(number, source.head)
        return Answer(number, certainty, [Step("said by more than one", span), *steps], (span,))

    def _bearer(self, surname: str, woman: bool) -> int | None:
        if self._by_surname is None:
            self._by_surname = {
                (r.key[-1], r.gender > 0): n
                for n, r in enumerate(self.referents)
                if r.person and r.gender and r.key
            }
        return self._by_surname.get((surname, woman))

    def _person_at(self, mention: int | None) -> bool:
        return mention is not None and self.referents[self.mentions[mention].referent].person

    def _one(self, source: Source) -> Answer:
        head = source.head
        word = self.parsed.word[head].casefold()
        if word in RELATIVE and self.parsed.pos[head] in ("PRON", "DET", "SCONJ"):
            return self._relative(head)
        first = self.parsed.word[source.begin].casefold()
        if first in ("who", "whom") and source.begin != head:
            return self._relative(source.begin)  # "who was there" for "who"
        if word in NARRATOR:
            return self._author(head)
        if word in PERSONAL:
            return self.pronoun(head)
        found = self._named_in(source, head)
        if found is not None:
            return self._by_name(found)
        body = self.composites.at.get(head)
        if body is not None:
            span = Span(self.parsed.start[body.begin], self.parsed.end[head])
            return Answer(body.referent, 0.95, [Step("a body named after somebody", span)], (span,))
        return self._description(source, head)

    # -- names -----------------------------------------------------------------------------------------

    def _named_in(self, source: Source, head: int) -> int | None:
        """The mention that names the source: at its head, in apposition to it, or right behind it."""
        parsed = self.parsed
        n = self._at.get(head)
        if n is not None:
            people = parsed.entity[head] == "NORP" and parsed.tag[head] not in ("NNPS", "NNS")
            return None if people and parsed.word[source.begin].casefold() in nominals.DEFINITE else n
        first = self._at.get(source.begin)
        if first is None:
            first = self._titled.get(source.begin)
        if first is not None and self._person_at(first):
            behind = self.mentions[first].end
            if behind < source.end and parsed.word[behind] in (",", "(", "--", "—", "–"):
                return first  # "Jane Doe, whose husband …"
        n = self._at.get(head - 1)
        if n is not None and parsed.pos[head] == "PROPN" and self._person_at(n) and head - 1 in source.tokens:
            return n  # "Jane Doe KC"
        for i in source.tokens:
            n = self._at.get(i)
            if n is None:
                continue
            mention = self.mentions[n]
            if i != self.discourse.head_of(mention.begin, mention.end) or parsed.head[i] != head:
                continue
            person = self.referents[mention.referent].person
            if parsed.dep[i] == "appos" or (mention.begin == head + 1 and person):
                return n
        for i in source.tokens:
            n = self._at.get(i)
            if n is None or not self._person_at(n) or i != self.mentions[n].begin or i < head:
                continue
            role = roles.before(parsed, self.mentions[n])
            if role is not None and role[0] <= head < role[1]:
                return n  # "the singer and mayor Jane Doe"
        return None

    def _by_name(self, n: int) -> Answer:
        mention = self.mentions[n]
        span = span_of(self.parsed, mention, title=True)
        if mention.text == self.referents[mention.referent].name:
            full = self._person_at(n) and len(mention.key) > 1
            return Answer(mention.referent, 0.98 if full else 0.92, [Step("named beside the words", span)])
        words_there = " ".join(span.of(self.article.text).split())
        steps = [Step(f"“{words_there}”: named beside the words", span), *self._fullest(mention.referent)]
        return Answer(mention.referent, 0.97, steps)

    def _fullest(self, number: int) -> list[Step]:
        """The step to the first mention of the fullest form; none where the name is put together."""
        referent = self.referents[number]
        if number not in self._fullest_at:
            found = (i for i in referent.mentions if self.mentions[i].text == referent.name)
            self._fullest_at[number] = next(found, None)
        at = self._fullest_at[number]
        if at is None:
            return []
        span = span_of(self.parsed, self.mentions[at])
        return [Step(f"“{referent.name}”: the fullest form in the article", span)]

    def _named_before(self, number: int) -> list[Step]:
        """The steps from the last mention by name to the fullest form."""
        last = self.named.get(number)
        if last is None:
            return self._fullest(number)
        mention = self.mentions[last]
        span = span_of(self.parsed, mention, title=True)
        step = Step(f"“{' '.join(span.of(self.article.text).split())}”: named before", span)
        return [step] if mention.text == self.referents[number].name else [step, *self._fullest(number)]

    # -- pronouns --------------------------------------------------------------------------------------

    def pronoun(self, token: int, *, source: bool = True) -> Answer:
        """Whom he, she, they or it means; it becomes a mention of whoever that is."""
        parsed = self.parsed
        word = parsed.word[token]
        choice = self.discourse.who(token, word.casefold(), source=source, others=self._said_by(token))
        if choice is not None:
            self.understood[token] = choice.referent
        if not source:
            if choice is not None:
                self.discourse.met(choice.referent, token, pronoun=True)
            return Answer(choice.referent if choice else None, 0.0)
        span = Span(parsed.start[token], parsed.end[token])
        if choice is None:
            return Answer(None, 0.5, [Step(f"“{word}”: nobody named before it fits", span)])
        steps = [Step(f"“{word}”: {choice.reason}", span), *self._named_before(choice.referent)]
        self.discourse.met(choice.referent, token, pronoun=True)
        certainty = 1 / (1 + exp(-0.9 * choice.margin - 0.6))
        return Answer(
            choice.referent, certainty * (0.8 if word.casefold() in PLURAL else 1.0), steps, (span,)
        )

    def _said_by(self, token: int) -> set[int]:
        """Those named in the complement of the verb that the pronoun at `token` is the subject of.

        "He believes Smith is right": he is not Smith (principle C of the binding theory).
        """
        parsed = self.parsed
        if parsed.dep[token] not in ("nsubj", "nsubjpass"):
            return set()
        verb = parsed.head[token]
        end = parsed.sentences[parsed.sentence[token]][1]
        out: set[int] = set()
        first = bisect_left(self._begins, token)
        for mention in self.mentions[first : first + _DEEP]:
            if mention.begin >= end:
                break
            at = mention.end - 1
            for _ in range(_DEEP):
                if parsed.head[at] in (at, verb):
                    break
                at = parsed.head[at]
            if (
                parsed.head[at] == verb
                and at != verb
                and parsed.dep[at] not in ("advcl", "conj", "parataxis")
            ):
                out.add(mention.referent)
        return out

    def _relative(self, token: int) -> Answer:
        """Whom "who" stands for."""
        parsed = self.parsed
        span = Span(parsed.start[token], parsed.end[token])
        noun = relatives.antecedent(parsed, token, self._at)
        if noun is None:
            return Answer(
                None, 0.5, [Step(f"“{parsed.word[token]}”: nothing before it that it could mean", span)]
            )
        answer = self._one(Source(relatives.phrase(parsed, noun), noun))
        step = Step(f"“{parsed.word[token]}”: stands for the words before it", span)
        spans = (span, *answer.mentions)
        described = answer.referent is not None and not self.referents[answer.referent].mentions
        certainty = answer.certainty * (0.8 if described else 0.95)
        return Answer(answer.referent, certainty, [step, *answer.steps], spans, answer.role)

    def _author(self, token: int) -> Answer:
        parsed = self.parsed
        span = Span(parsed.start[token], parsed.end[token])
        if self._narrator is None:
            found = narrator(parsed, self.article, self.mentions, self.referents)
            number = found.referent
            if number is None and found.name:
                number = self._speaker_of(found.name, "PERSON")
            self._narrator = (number, found.reason, found.span)
        number, reason, where = self._narrator
        steps = [Step(f"“{parsed.word[token]}”: the author", span), Step(reason, where)]
        if number is None:
            return Answer(None, 0.6, steps)
        return Answer(number, 0.95, steps, (span,))

    # -- descriptions ----------------------------------------------------------------------------------

    def by_the_way(self, token: int) -> None:
        """A description that is nobody's source is met: whom it means, where the article says so, is in mind."""
        begin = token - 1
        if self.parsed.pos[begin] in ("ADJ", "NOUN", "PROPN"):
            begin -= 1
        if begin < 0 or self.parsed.word[begin].casefold() != "the" or token in self._at:
            return
        choice = self._descriptions.meant(begin, token, bisect_left(self._begins, token))
        if choice is not None and choice.sure:
            self.discourse.met(choice.referent, token)

    def _description(self, source: Source, head: int, *, again: bool = False) -> Answer:
        parsed = self.parsed
        begin = min(source.begin, head)
        body = self._body_of(begin, head)
        if body is not None:
            return body
        choice = self._descriptions.meant(begin, head, bisect_left(self._begins, head))
        shown = nominals.shown(parsed, source.tokens, head)
        span = roles.span_of(parsed, (begin, max(shown[1], head + 1)))
        if choice is not None:
            said = " ".join(span.of(self.article.text).split())
            steps = [Step(f"“{said}”: {choice.reason}", span), *self._named_before(choice.referent)]
            self.discourse.met(choice.referent, head)
            role = roles.text_of(parsed, shown) if choice.sure else None
            return Answer(choice.referent, 0.9 / (1 + exp(-choice.margin)), steps, (span,), role)
        name = display(roles.text_of(parsed, shown))
        if name.casefold() in _PRONOUNS:
            return Answer(None, 0.6, [Step("a pronoun, which names nobody", span)])
        if not name or parsed.pos[head] not in _DESCRIBING:
            return self._otherwise(source, head, span, again=again)
        noun = parsed.word[head].casefold()
        one = "somebody" if nominals.is_person(noun) else ""
        number = self._speaker_of(name, "group" if nominals.is_plural(parsed, head) else one)
        if one:
            self.referents[number].gender = gender.of_role(noun)
        self.discourse.met(number, head)
        return Answer(number, 0.85, [Step("described, not named", span)], (span,))

    def _body_of(self, begin: int, head: int) -> Answer | None:
        """ "His office": the office of whomever "his" means."""
        parsed = self.parsed
        noun = parsed.word[head].casefold()
        owner = next((self.understood[i] for i in range(begin, head) if i in self.understood), None)
        if noun not in composites.NOUNS or owner is None or not self.referents[owner].person:
            return None
        number = self.composites.of(owner, noun)
        span = roles.span_of(parsed, (begin, head + 1))
        return Answer(number, 0.8, [Step(f"“{parsed.word[begin]}”: whose it is", span)], (span,))

    def _otherwise(self, source: Source, head: int, span: Span, *, again: bool) -> Answer:
        """The parser took no noun for the head: the first name of the source, else its first noun."""
        first = self._at.get(source.begin)
        if first is None:
            first = next(
                (n for i in source.tokens if (n := self._at.get(i)) is not None and self._person_at(n)), None
            )
        if first is not None:
            answer = self._by_name(first)
            return Answer(answer.referent, 0.6 * answer.certainty, answer.steps)
        noun = next((i for i in source.tokens if self.parsed.pos[i] == "NOUN" and i != head), None)
        if noun is None or again:
            return Answer(None, 0.6, [Step("the source names nobody", span)])
        return self._description(Source(source.tokens, noun), noun, again=True)

    def _speaker_of(self, name: str, label: str) -> int:
        """The referent that stands for a description; the same words are the same speaker."""
        number = self._described.get(name.casefold())
        if number is None:
            number = self._described[name.casefold()] = len(self.referents)
            shown = name if label == "PERSON" else name[:1].upper() + name[1:]
            self.referents.append(Referent(shown, key(name), label))
        return number
