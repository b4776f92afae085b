"""Whom a source means: a name, a pronoun, a description, "X and Y", the author's "I"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from math import exp

from tui.analysis import composites, nominals, relatives, roles
from tui.analysis.analysis import Step
from tui.analysis.discourse import NARRATOR, PLURAL, RELATIVE, Discourse
from tui.analysis.mentions import Mention, span_of
from tui.analysis.names import HONORIFICS, display, key
from tui.analysis.narrator import narrator
from tui.analysis.parsed import Parsed
from tui.analysis.referents import Referent
from tui.analysis.rolebook import RoleBook
from tui.analysis.sources import Source
from tui.analysis.wordlists import words
from tui.article.article import Article
from tui.article.spans import Span

PERSONAL = words("personal pronouns")
_JOINED_AT_MOST = 6  # speakers named together
_NOUNS = frozenset({"PROPN", "NOUN", "PRON"})


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
        self.composites = composites.find(parsed, mentions, referents)
        self._at = {i: n for n, m in enumerate(mentions) for i in range(m.begin, m.end)}
        self._begins = [m.begin for m in mentions]
        self._described: dict[str, int] = {}
        self._fullest_at: dict[int, int | None] = {}
        self._by_surname: dict[tuple[str, bool], int] | None = None
        self._narrator: tuple[int | None, str, Span | None] | None = None
        book = RoleBook(parsed, mentions, referents)
        self._descriptions = nominals.Descriptions(parsed, discourse, mentions, book, asked)

    def of(self, source: Source) -> Answer:
        """Whom the source means."""
        couple = self._couple(source)
        if couple is not None:
            return couple
        heads = self._joined(source)
        if len(heads) == 1:
            return self._one(source)
        parts: list[Answer] = []
        for place, head in enumerate(heads):
            last = heads[place + 1] if place + 1 < len(heads) else source.end
            first = source.begin if place == 0 else heads[place - 1] + 1
            tokens = tuple(i for i in source.tokens if first <= i < last)
            parts.append(self._one(Source(tokens or (head,), head)))
        known = list(dict.fromkeys(a.referent for a in parts if a.referent is not None))
        if len(known) < 2:
            return parts[0]
        steps = [s for a in parts for s in a.steps]
        return self._several(source, known, min(a.certainty for a in parts), steps)

    def _several(self, source: Source, known: list[int], certainty: float, steps: list[Step]) -> Answer:
        names = [self.referents[n].name for n in known]
        span = Span(self.parsed.start[source.begin], self.parsed.end[source.end - 1])
        number = self._speaker_of(", ".join(names[:-1]) + " and " + names[-1], "group")
        self.discourse.met(number, source.head)
        return Answer(number, certainty, [Step("said by more than one", span), *steps], (span,))

    def _couple(self, source: Source) -> Answer | None:
        """ "Mr and Mrs Doe": the man and the woman of that name."""
        word, at = self.parsed.word, source.begin
        if source.end - at < 4 or word[at + 1].casefold() not in ("and", "&"):
            return None
        signs = [HONORIFICS.get(word[i].casefold().strip("."), 0.0) for i in (at, at + 2)]
        name = self._at.get(at + 3)
        if not all(signs) or name is None:
            return None
        last = self.mentions[name].key[-1]
        if self._by_surname is None:
            self._by_surname = {
                (r.key[-1], r.gender > 0): n
                for n, r in enumerate(self.referents)
                if r.person and r.gender and r.key
            }
        known = [n for sign in signs if (n := self._by_surname.get((last, sign > 0))) is not None]
        if len(known) < 2:
            return None
        return self._several(source, known, 0.8, [s for n in known for s in self._fullest(n)])

    def _joined(self, source: Source) -> list[int]:
        """The heads of "X and Y" in reading order; one head where the words joined say what one person is."""
        parsed = self.parsed
        heads = [source.head]
        seen = {source.head}
        for i in source.tokens:
            if parsed.dep[i] != "conj" or parsed.head[i] not in seen or parsed.pos[i] not in _NOUNS:
                continue
            here, there = self._at.get(i), self._at.get(source.head)
            if here is not None and here == there:
                continue  # inside one name
            named = here is not None or parsed.pos[i] == "PRON"
            if not named and (there is not None or not nominals.is_plural(parsed, i)):
                # "China, its only ally and lifeline", "the former first lady and senator": still one
                begin = i
                while begin > source.head + 1 and parsed.head[begin - 1] == i:
                    begin -= 1
                own = parsed.word[begin].casefold() in nominals.DEFINITE | {"a", "an"} and begin < i
                if not own or "," in parsed.word[source.head : begin]:
                    continue
            said = named and there is None and parsed.pos[source.head] == "NOUN"
            said = said and self._person_at(here) and self._role_before(here)
            if said and not nominals.is_plural(parsed, source.head):
                return [i]  # "his wife and nominee Jane Doe"
            heads.append(i)
            seen.add(i)
        return heads[:_JOINED_AT_MOST]

    def _person_at(self, mention: int | None) -> bool:
        return mention is not None and self.referents[self.mentions[mention].referent].person

    def _role_before(self, mention: int | None) -> bool:
        return mention is not None and roles.before(self.parsed, self.mentions[mention]) is not None

    def _one(self, source: Source) -> Answer:
        head = source.head
        word = self.parsed.word[head].casefold()
        if word in RELATIVE and self.parsed.pos[head] in ("PRON", "DET", "SCONJ"):
            return self._relative(head)
        if word in NARRATOR:
            return self._author(head)
        if word in PERSONAL:
            return self.pronoun(head)
        found = self._named_in(source, head)
        if found is not None:
            return self._by_name(found)
        body = self.composites.get(head)
        if body is not None:
            span = Span(self.parsed.start[body.begin], self.parsed.end[head])
            return Answer(body.referent, 0.9, [Step("a body named after somebody", span)], (span,))
        return self._description(source, head)

    # -- names -----------------------------------------------------------------------------------------

    def _named_in(self, source: Source, head: int) -> int | None:
        """The mention that names the source: at its head, in apposition to it, or right behind it."""
        parsed = self.parsed
        n = self._at.get(head)
        if n is not None:
            people = parsed.entity[head] == "NORP" and parsed.tag[head] not in ("NNPS", "NNS")
            return None if people and parsed.word[source.begin].casefold() in nominals.DEFINITE else n
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
        return None

    def _by_name(self, n: int) -> Answer:
        mention = self.mentions[n]
        span = span_of(self.parsed, mention, title=True)
        if mention.text == self.referents[mention.referent].name:
            return Answer(mention.referent, 0.98, [Step("named beside the words", span)])
        words_there = " ".join(span.of(self.article.text).split())
        steps = [Step(f"“{words_there}”: named beside the words", span), *self._fullest(mention.referent)]
        return Answer(mention.referent, 0.95, steps)

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
        choice = self.discourse.who(token, word.casefold(), source=source)
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
        return Answer(answer.referent, answer.certainty * 0.95, [step, *answer.steps], spans, answer.role)

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
        return Answer(number, 0.9, steps, (span,))

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

    def _description(self, source: Source, head: int) -> Answer:
        parsed = self.parsed
        begin = min(source.begin, head)
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
        if not name or parsed.pos[head] not in ("NOUN", "PROPN", "ADJ", "NUM", "PRON"):
            return Answer(None, 0.6, [Step("the source names nobody", span)])
        number = self._speaker_of(name, "group" if nominals.is_plural(parsed, head) else "")
        self.discourse.met(number, head)
        return Answer(number, 0.8, [Step("described, not named", span)], (span,))

    def _speaker_of(self, name: str, label: str) -> int:
        """The referent that stands for a description; the same words are the same speaker."""
        number = self._described.get(name.casefold())
        if number is None:
            number = self._described[name.casefold()] = len(self.referents)
            shown = name if label == "PERSON" else name[:1].upper() + name[1:]
            self.referents.append(Referent(shown, key(name), label))
        return number
