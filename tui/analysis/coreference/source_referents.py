"""Whom a source means: a name, a pronoun, a description, "X and Y", the author's "I"."""

from __future__ import annotations

from bisect import bisect_left
from math import exp

from tui.analysis.analysis import Step
from tui.analysis.coreference import clauses, coordination, definite_descriptions, relative_clauses
from tui.analysis.coreference.discourse import NARRATOR, PLURAL, RELATIVE, Discourse
from tui.analysis.coreference.evidence import Resolution
from tui.analysis.coreference.name_mentions import NameMentions
from tui.analysis.coreference.narrator import narrator
from tui.analysis.coreference.role_index import RoleIndex
from tui.analysis.coreference.source_phrases import Source
from tui.analysis.entities import composite_names, gender, roles
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import display, key, words_of
from tui.analysis.entities.referents import Referent
from tui.analysis.entities.turn_labels import ASKED, ROLES
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle
from tui.article.article import Article
from tui.article.spans import Span

PERSONAL = words("personal pronouns")
_PRONOUNS = PERSONAL | NARRATOR | RELATIVE | words("other pronouns")
_BEHIND = 12  # names looked at behind a pronoun
_DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON"})


class SourceReferents:
    """Answers sources one by one; `discourse` must have been walked up to each."""

    def __init__(
        self,
        parsed: ParsedArticle,
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
        self.understood: dict[int, int] = {}  # pronoun: whom it means
        self.composites = composite_names.CompositeNames(parsed, mentions, referents)
        self.names = NameMentions(parsed, mentions, referents)
        self._begins = [m.begin for m in mentions]
        self._described: dict[str, int] = {}
        self._by_surname: dict[tuple[str, bool], int] | None = None
        self._narrator: tuple[int | None, str, Span | None] | None = None
        book = RoleIndex(parsed, mentions, referents)
        self._descriptions = definite_descriptions.Descriptions(parsed, discourse, mentions, book, asked)

    def of(self, source: Source) -> Resolution:
        """Whom the source means."""
        surname, women = coordination.couple(self.parsed, source, self.names.at, self.mentions)
        if surname:
            known = [n for woman in women if (n := self._bearer(surname, woman)) is not None]
            if len(known) > 1:
                return self._several(source, known, 0.8, [s for n in known for s in self.names.fullest(n)])
        answers = [
            self._one(part)
            for part in coordination.parts(self.parsed, source, self.names.at, self.mentions, self.referents)
        ]
        known = list(dict.fromkeys(a.referent for a in answers if a.referent is not None))
        if len(known) < 2:
            return answers[0]
        steps = [s for a in answers for s in a.steps]
        return self._several(source, known, min(a.certainty for a in answers), steps)

    def _several(self, source: Source, known: list[int], certainty: float, steps: list[Step]) -> Resolution:
        names = [self.referents[n].name for n in known]
        names[1:] = [
            name if self.referents[n].mentions else name[:1].lower() + name[1:]
            for n, name in zip(known[1:], names[1:], strict=True)
        ]
        span = Span(self.parsed.start[source.begin], self.parsed.end[source.end - 1])
        number = self._speaker_of(", ".join(names[:-1]) + " and " + names[-1], "group")
        self.discourse.met(number, source.head)
        return Resolution(number, certainty, [Step("said by more than one", span), *steps], (span,))

    def _bearer(self, surname: str, woman: bool) -> int | None:
        if self._by_surname is None:
            self._by_surname = {
                (r.key[-1], r.gender > 0): n
                for n, r in enumerate(self.referents)
                if r.person and r.gender and r.key
            }
        return self._by_surname.get((surname, woman))

    def _one(self, source: Source) -> Resolution:
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
        found = self.names.named_in(source, head)
        if found is not None:
            return self.names.answer(found)
        body = self.composites.at.get(head)
        if body is not None:
            span = Span(self.parsed.start[body.begin], self.parsed.end[head])
            return Resolution(body.referent, 0.95, [Step("a body named after somebody", span)], (span,))
        return self._description(source, head)

    # -- pronouns --------------------------------------------------------------------------------------

    def pronoun(self, token: int, *, source: bool = True) -> Resolution:
        """Whom he, she, they or it means; it becomes a mention of whoever that is."""
        parsed = self.parsed
        word = parsed.word[token]
        first = bisect_left(self._begins, token)
        behind = self.mentions[first : first + _BEHIND]
        others = clauses.named_in_what_is_said(parsed, token, behind)
        choice = self.discourse.who(token, word.casefold(), source=source, others=others)
        if (
            source
            and word.casefold() in PLURAL
            and (choice is None or self.discourse.apart(choice.referent, token) > 1)
        ):
            described = self._subject_before(token)
            if described is not None:
                return described
        if choice is not None:
            self.understood[token] = choice.referent
        if not source:
            if choice is not None:
                self.discourse.met(choice.referent, token, pronoun=True)
            return Resolution(choice.referent if choice else None, 0.0)
        span = Span(parsed.start[token], parsed.end[token])
        if choice is None:
            return Resolution(None, 0.5, [Step(f"“{word}”: nobody named before it fits", span)])
        steps = [Step(f"“{word}”: {choice.reason}", span), *self.names.before(choice.referent)]
        self.discourse.met(choice.referent, token, pronoun=True)
        certainty = 1 / (1 + exp(-0.9 * choice.margin - 0.6))
        return Resolution(
            choice.referent, certainty * (0.8 if word.casefold() in PLURAL else 1.0), steps, (span,)
        )

    def _subject_before(self, token: int) -> Resolution | None:
        """For "they" where nobody named fits: the people described who are the subject of the sentence before."""
        parsed = self.parsed
        number = parsed.sentence[token] - 1
        if number < 0 or self.discourse.paragraph_of[number] != self.discourse.paragraph_of[number + 1]:
            return None
        begin, end = parsed.sentences[number]
        for i in range(begin, end):
            verb = parsed.head[i]
            if parsed.dep[i] not in ("nsubj", "nsubjpass") or parsed.head[verb] != verb:
                continue
            if self.discourse.quoted[i] or not definite_descriptions.are_people(parsed, i):
                continue
            answer = self._description(Source(relative_clauses.phrase(parsed, i), i), i)
            span = Span(parsed.start[token], parsed.end[token])
            step = Step(f"“{parsed.word[token]}”: subject of the sentence before", span)
            return Resolution(
                answer.referent, 0.8 * answer.certainty, [step, *answer.steps], (span, *answer.mentions)
            )
        return None

    def _relative(self, token: int) -> Resolution:
        """Whom "who" stands for."""
        parsed = self.parsed
        span = Span(parsed.start[token], parsed.end[token])
        noun = relative_clauses.antecedent(parsed, token, self.names.at)
        if noun is None:
            return Resolution(
                None, 0.5, [Step(f"“{parsed.word[token]}”: nothing before it that it could mean", span)]
            )
        answer = self._one(Source(relative_clauses.phrase(parsed, noun), noun))
        step = Step(f"“{parsed.word[token]}”: stands for the words before it", span)
        spans = (span, *answer.mentions)
        described = answer.referent is not None and not self.referents[answer.referent].mentions
        certainty = answer.certainty * (0.8 if described else 0.95)
        return Resolution(answer.referent, certainty, [step, *answer.steps], spans, answer.role)

    def _author(self, token: int) -> Resolution:
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
            return Resolution(None, 0.6, steps)
        return Resolution(number, 0.95, steps, (span,))

    # -- descriptions ----------------------------------------------------------------------------------

    def by_the_way(self, token: int) -> None:
        """A description that is nobody's source is met: whom it means, where the article says so, is in mind."""
        begin = token - 1
        if self.parsed.pos[begin] in ("ADJ", "NOUN", "PROPN"):
            begin -= 1
        if begin < 0 or self.parsed.word[begin].casefold() != "the" or token in self.names.at:
            return
        choice = self._descriptions.meant(begin, token, bisect_left(self._begins, token))
        if choice is not None and choice.sure:
            self.discourse.met(choice.referent, token)

    def _description(self, source: Source, head: int, *, again: bool = False) -> Resolution:
        parsed = self.parsed
        begin = min(source.begin, head)
        body = self._body_of(begin, head)
        if body is not None:
            return body
        choice = self._descriptions.meant(begin, head, bisect_left(self._begins, head))
        shown = definite_descriptions.shown(parsed, source.tokens, head)
        span = roles.span_of(parsed, (begin, max(shown[1], head + 1)))
        if choice is not None:
            said = " ".join(words_of(span.of(self.article.text)))
            steps = [Step(f"“{said}”: {choice.reason}", span), *self.names.before(choice.referent)]
            self.discourse.met(choice.referent, head)
            role = roles.text_of(parsed, shown) if choice.sure else None
            return Resolution(choice.referent, 0.96 / (1 + exp(-choice.margin - 0.8)), steps, (span,), role)
        name = display(roles.text_of(parsed, shown))
        if name.casefold() in _PRONOUNS:
            return Resolution(None, 0.6, [Step("a pronoun, which names nobody", span)])
        if not name or parsed.pos[head] not in _DESCRIBING:
            return self._otherwise(source, head, span, again=again)
        noun = parsed.word[head].casefold()
        label = self._is_label(source)
        one = "somebody" if definite_descriptions.is_person(noun) or (label and noun in ROLES | ASKED) else ""
        if label and name.isupper():
            name = name.capitalize()
        number = self._speaker_of(name, "group" if definite_descriptions.is_plural(parsed, head) else one)
        if one:
            self.referents[number].gender = gender.of_role(noun)
        self.discourse.met(number, head)
        return Resolution(number, 0.92, [Step("described, not named", span)], (span,))

    def _is_label(self, source: Source) -> bool:
        """Whether a colon follows the source right away, as in a transcript: "INTERVIEWER: …"."""
        after = source.tokens[-1] + 1
        return after < len(self.parsed) and self.parsed.word[after] == ":"

    def _body_of(self, begin: int, head: int) -> Resolution | None:
        """ "His office": the office of whomever "his" means."""
        parsed = self.parsed
        noun = parsed.word[head].casefold()
        owner = next((self.understood[i] for i in range(begin, head) if i in self.understood), None)
        if noun not in composite_names.NOUNS or owner is None or not self.referents[owner].person:
            return None
        number = self.composites.of(owner, noun)
        span = roles.span_of(parsed, (begin, head + 1))
        return Resolution(number, 0.8, [Step(f"“{parsed.word[begin]}”: whose it is", span)], (span,))

    def _otherwise(self, source: Source, head: int, span: Span, *, again: bool) -> Resolution:
        """The parser took no noun for the head: the first name of the source, else its first noun."""
        first = self.names.at.get(source.begin)
        if first is None:
            there = (self.names.at.get(i) for i in source.tokens)
            first = next((n for n in there if n is not None and self.names.person_at(n)), None)
        if first is not None:
            answer = self.names.answer(first)
            return Resolution(answer.referent, 0.6 * answer.certainty, answer.steps)
        noun = next((i for i in source.tokens if self.parsed.pos[i] == "NOUN" and i != head), None)
        if noun is None or again:
            return Resolution(None, 0.6, [Step("the source names nobody", span)])
        return self._description(Source(source.tokens, noun), noun, again=True)

    def _speaker_of(self, name: str, label: str) -> int:
        """The referent that stands for a description; the same words are the same speaker."""
        number = self._described.get(name.casefold())
        if number is None:
            number = self._described[name.casefold()] = len(self.referents)
            shown = name if label == "PERSON" else name[:1].upper() + name[1:]
            self.referents.append(Referent(shown, key(name), label))
        return number
