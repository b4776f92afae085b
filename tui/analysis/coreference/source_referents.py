"""Whom a source means, be it a name, a pronoun, a description, "X and Y" or the author's "I"."""

from __future__ import annotations

from bisect import bisect_left
from math import exp

from tui.analysis.analysis import Step
from tui.analysis.coreference import (
    authorship,
    clauses,
    conversation,
    coordination,
    definite_descriptions,
    relative_clauses,
)
from tui.analysis.coreference.discourse import FEMALE, MALE, NARRATOR, NEUTER, PLURAL, RELATIVE, Discourse
from tui.analysis.coreference.named_sources import NamedSources
from tui.analysis.coreference.narrator import find_narrator
from tui.analysis.coreference.resolution import Resolution
from tui.analysis.coreference.role_index import RoleIndex
from tui.analysis.coreference.source_phrases import SourcePhrase
from tui.analysis.entities import composite_names, gender, roles
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import QUESTION_LABELS, SPEAKER_LABELS, core, display, key, words_of
from tui.analysis.entities.referents import Referent
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle
from tui.article.article import Article
from tui.article.spans import Span

PERSONAL = words("personal pronouns")
_PRONOUNS = PERSONAL | NARRATOR | RELATIVE | words("other pronouns")
_MAX_NAMES_AFTER = 12  # names looked at behind a pronoun
_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "PRODUCT"})  # labels of possible authors
_DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON"})


class SourceReferents:
    """Resolves sources one by one; `discourse` must have been brought up to each before."""

    def __init__(
        self,
        parsed: ParsedArticle,
        article: Article,
        mentions: list[Mention],
        referents: list[Referent],
        discourse: Discourse,
        source_heads: set[int],
    ) -> None:
        self.parsed = parsed
        self.article = article
        self.mentions = mentions
        self.referents = referents
        self.discourse = discourse
        self.pronoun_referents: dict[int, int] = {}  # by the pronoun's token
        self.composites = composite_names.CompositeNames(parsed, mentions, referents)
        self.names = NamedSources(parsed, mentions, referents)
        self._begins = [m.begin for m in mentions]
        self._resolved: dict[int, Resolution] = {}  # by the source's head
        self._described: dict[str, int] = {}
        self._described_by_noun: dict[str, list[tuple[int, set[str]]]] = {}
        self._by_surname: dict[tuple[str, bool], int] | None = None
        self._parties: tuple[conversation.Party, conversation.Party] | None = None  # who asks, who answers
        self._narrator: tuple[int | None, str, Span | None] | None = None
        role_index = RoleIndex(parsed, mentions, referents)
        self._descriptions = definite_descriptions.Descriptions(
            parsed, discourse, mentions, role_index, source_heads
        )

    def resolve(self, source: SourcePhrase) -> Resolution:
        """Return whom the source means: one referent, or a group of several."""
        resolution = self._resolved[source.head] = self._resolve(source)
        return resolution

    def _resolve(self, source: SourcePhrase) -> Resolution:
        surname, women = coordination.couple(self.parsed, source, self.names.mention_of_token, self.mentions)
        if surname:
            known = [n for woman in women if (n := self._person_by_surname(surname, woman)) is not None]
            if len(known) > 1:
                return self._join(
                    source, known, 0.8, [s for n in known for s in self.names.steps_to_full_name(n)]
                )
        resolutions = [
            self._resolve_one(part)
            for part in coordination.conjuncts(
                self.parsed, source, self.names.mention_of_token, self.mentions, self.referents
            )
        ]
        known = list(dict.fromkeys(a.referent for a in resolutions if a.referent is not None))
        if len(known) < 2:
            return resolutions[0]
        steps = [s for a in resolutions for s in a.steps]
        return self._join(source, known, min(a.certainty for a in resolutions), steps)

    def resolve_question_label(self, source: SourcePhrase) -> Resolution | None:
        """Return who "Q" or "A" before a turn of an interview is, None for any other label."""
        parsed = self.parsed
        span = Span(parsed.start[source.begin], parsed.end[source.end - 1])
        label = span.of(parsed.text)
        if not conversation.is_label(label):
            return None
        if self._parties is None:
            begin = source.begin
            asker = conversation.find_asker(parsed, self.article, self.mentions, self.referents, begin)
            answerer = conversation.find_answerer(parsed, self.mentions, self.referents, begin, asker)
            self._parties = asker, answerer
        party = self._parties[not conversation.asks(label)]
        number = party.referent
        if number is None:
            name = party.name or ("Interviewer" if conversation.asks(label) else "Interviewee")
            number = self._described_referent(name, "PERSON" if party.name else "somebody")
        reason = party.reason or "the article does not say who"
        self.discourse.add_mention(number, source.head)
        return Resolution(number, 0.9, [Step(f"“{label}”: {reason}", party.span or span)], (span,))

    def _join(
        self, source: SourcePhrase, known: list[int], certainty: float, steps: list[Step]
    ) -> Resolution:
        """Return the resolution to a group of known referents, named "X, Y and Z"."""
        names = [self.referents[n].name for n in known]
        names[1:] = [
            name if self.referents[n].mentions else name[:1].lower() + name[1:]
            for n, name in zip(known[1:], names[1:], strict=True)
        ]
        span = Span(self.parsed.start[source.begin], self.parsed.end[source.end - 1])
        number = self._described_referent(", ".join(names[:-1]) + " and " + names[-1], "group")
        self.discourse.add_mention(number, source.head)
        return Resolution(number, certainty, [Step("said by more than one", span), *steps], (span,))

    def _person_by_surname(self, surname: str, woman: bool) -> int | None:
        """Return the person of that surname and gender, as far as the article names one."""
        if self._by_surname is None:
            self._by_surname = {
                (r.key[-1], r.gender > 0): n
                for n, r in enumerate(self.referents)
                if r.is_person and r.gender and r.key
            }
        return self._by_surname.get((surname, woman))

    def _resolve_one(self, source: SourcePhrase) -> Resolution:
        """Return whom a source means that is not a coordination."""
        head = source.head
        word = self._pronoun_at(head)
        if word in RELATIVE and self.parsed.pos[head] in ("PRON", "DET", "SCONJ"):
            return self._resolve_relative(head)
        first = self._pronoun_at(source.begin)
        if first in ("who", "whom") and source.begin != head:
            return self._resolve_relative(source.begin)  # "who was there" for "who"
        if word in NARRATOR:
            return self._resolve_author(head)
        if word in PERSONAL:
            return self.resolve_pronoun(head)
        found = self.names.find(source, head)
        if found is not None:
            return self.names.resolve(found)
        composite = self.composites.at.get(head)
        if composite is not None:
            span = Span(self.parsed.start[composite.begin], self.parsed.end[head])
            return Resolution(composite.referent, 0.95, [Step("a body named after somebody", span)], (span,))
        return self._resolve_description(source, head)

    def _pronoun_at(self, token: int) -> str:
        """Return the word at `token` in lower case, as it is where it is no pronoun but an acronym.

        "The US" and "the WHO" are no "us" and "who", unless all around them stands in capitals, too.
        """
        word = self.parsed.word
        if len(word[token]) < 2 or not word[token].isupper():
            return word[token].casefold()
        around = "".join(word[max(0, token - 2) : token] + word[token + 1 : token + 3])
        shouted = around.isupper() and word[token - 1].casefold() != "the"
        return word[token].casefold() if shouted else word[token]

    # -- pronouns --------------------------------------------------------------------------------------

    def resolve_pronoun(self, token: int, *, source: bool = True) -> Resolution:
        """Return whom he, she, they or it means, and note it as a mention of that referent."""
        parsed = self.parsed
        word = parsed.word[token]
        first = bisect_left(self._begins, token)
        following = self.mentions[first : first + _MAX_NAMES_AFTER]
        unlikely = clauses.named_in_complement(parsed, token, following)
        choice = self.discourse.resolve_pronoun(token, word.casefold(), source=source, unlikely=unlikely)
        plural = word.casefold() in PLURAL
        far = choice is None or (plural and self.discourse.distance_to(choice.referent, token) > 1)
        if source and far and word.casefold() not in NEUTER:
            described = self._subject_before(token)
            if described is not None:
                return described
        if choice is not None:
            self.pronoun_referents[token] = choice.referent
        if not source:
            if choice is not None:
                self.discourse.add_mention(choice.referent, token, pronoun=True)
            return Resolution(choice.referent if choice else None, 0.0)
        span = Span(parsed.start[token], parsed.end[token])
        if choice is None:
            ahead = [m for m in following if m.referent not in unlikely]
            number = self.discourse.resolve_forwards(token, word.casefold(), ahead)
            if number is not None:
                self.pronoun_referents[token] = number
                step = Step(f"“{word}”: named only after it", span)
                return Resolution(number, 0.65, [step, *self.names.steps_to_full_name(number)], (span,))
            return Resolution(None, 0.5, [Step(f"“{word}”: nobody named before it fits", span)])
        steps = [Step(f"“{word}”: {choice.reason}", span), *self.names.steps_to_last_name(choice.referent)]
        self.discourse.add_mention(choice.referent, token, pronoun=True)
        certainty = 1 / (1 + exp(-0.9 * choice.margin - 0.85))
        if word.casefold() in PLURAL:
            certainty *= 0.8
        if choice.contradicted:
            certainty *= 0.6
        return Resolution(choice.referent, certainty, steps, (span,))

    def _subject_before(self, token: int) -> Resolution | None:
        """Return whom "they", "he" or "she" means where nobody named fits: the subject of the sentence before.

        "Residents left the town. They said …", "A policeman knocked. “I am certain,” he said."
        """
        parsed = self.parsed
        word = parsed.word[token].casefold()
        sign = 1.0 if word in FEMALE else -1.0 if word in MALE else 0.0
        number = parsed.sentence[token] - 1
        if number < 0:
            return None
        apart = self.discourse.paragraph_of[number + 1] - self.discourse.paragraph_of[number]
        if apart > (1 if sign else 0):
            return None
        begin, end = parsed.sentences[number]
        for i in range(begin, end):
            verb = parsed.head[i]
            if parsed.dep[i] not in ("nsubj", "nsubjpass") or parsed.head[verb] != verb:
                continue
            if self.discourse.quoted[i] or not self._is_described_as(i, sign):
                continue
            resolution = self._resolve_description(
                SourcePhrase(relative_clauses.noun_phrase(parsed, i), i), i
            )
            span = Span(parsed.start[token], parsed.end[token])
            step = Step(f"“{parsed.word[token]}”: subject of the sentence before", span)
            return Resolution(
                resolution.referent,
                0.8 * resolution.certainty,
                [step, *resolution.steps],
                (span, *resolution.mentions),
            )
        return None

    def _is_described_as(self, token: int, sign: float) -> bool:
        """Tell whether the noun is of several people, or of one who is no man for "she" and no woman for "he"."""
        parsed = self.parsed
        if not sign:
            return definite_descriptions.is_group_of_people(parsed, token)
        noun = parsed.word[token].casefold()
        return (
            parsed.pos[token] == "NOUN"
            and not definite_descriptions.is_plural(parsed, token)
            and definite_descriptions.is_person_noun(noun)
            and sign * gender.from_role(noun) > -2
        )

    def _resolve_relative(self, token: int) -> Resolution:
        """Return whom the relative pronoun at `token` stands for."""
        parsed = self.parsed
        span = Span(parsed.start[token], parsed.end[token])
        noun = relative_clauses.antecedent(parsed, token, self.names.mention_of_token)
        if noun is None:
            return Resolution(
                None, 0.5, [Step(f"“{parsed.word[token]}”: nothing before it that it could mean", span)]
            )
        resolution = self._resolve_one(SourcePhrase(relative_clauses.noun_phrase(parsed, noun), noun))
        step = Step(f"“{parsed.word[token]}”: stands for the words before it", span)
        spans = (span, *resolution.mentions)
        described = resolution.referent is not None and not self.referents[resolution.referent].mentions
        certainty = resolution.certainty * (0.8 if described else 0.95)
        return Resolution(resolution.referent, certainty, [step, *resolution.steps], spans, resolution.role)

    def _resolve_author(self, token: int) -> Resolution:
        """Return whom "I" or "we" means in the article's own voice."""
        parsed = self.parsed
        span = Span(parsed.start[token], parsed.end[token])
        if self._narrator is None:
            found = find_narrator(parsed, self.article, self.mentions, self.referents)
            number = found.referent
            if number is None and found.name:
                number = self._described_referent(found.name, "PERSON")
            self._narrator = (number, found.reason, found.span)
        number, reason, where = self._narrator
        steps = [Step(f"“{parsed.word[token]}”: the author", span), Step(reason, where)]
        if number is None:
            return Resolution(None, 0.6, steps)
        return Resolution(number, 0.95, steps, (span,))

    # -- descriptions ----------------------------------------------------------------------------------

    def note_description(self, token: int) -> None:
        """Note "the president" where it is not a source, as a mention of the person whom the article calls so."""
        begin = token - 1
        if self.parsed.pos[begin] in ("ADJ", "NOUN", "PROPN"):
            begin -= 1
        if begin < 0 or self.parsed.word[begin].casefold() != "the" or token in self.names.mention_of_token:
            return
        choice = self._descriptions.resolve(begin, token, bisect_left(self._begins, token))
        if choice is not None and choice.sure:
            self.discourse.add_mention(choice.referent, token)

    def _resolve_description(self, source: SourcePhrase, head: int, *, again: bool = False) -> Resolution:
        """Return whom a description means: somebody named, or a referent of its own ("a neighbour").

        `again` tells that `head` is already a second choice, because the parse gave none that describes anybody.
        """
        parsed = self.parsed
        begin = min(source.begin, head)
        owned = self._resolve_owned_organisation(begin, head) or self._resolve_author_of(begin, head)
        if owned is not None:
            return owned
        son = self._son_of_the_same_name(begin, head)
        if son is not None:
            return son
        choice = self._descriptions.resolve(begin, head, bisect_left(self._begins, head))
        shown = definite_descriptions.without_determiners(parsed, source.tokens, head)
        span = roles.span_of(parsed, (begin, max(shown[1], head + 1)))
        if choice is not None:
            said = " ".join(words_of(span.of(self.article.text)))
            steps = [
                Step(f"“{said}”: {choice.reason}", span),
                *self.names.steps_to_last_name(choice.referent),
            ]
            self.discourse.add_mention(choice.referent, head)
            role = roles.text_of(parsed, shown) if choice.sure else None
            return Resolution(choice.referent, 0.96 / (1 + exp(-choice.margin - 0.8)), steps, (span,), role)
        name = display(roles.text_of(parsed, shown))
        if name.casefold() in _PRONOUNS and not (len(name) > 1 and name == self._pronoun_at(head)):
            return Resolution(None, 0.6, [Step("a pronoun, which names nobody", span)])
        if not name or parsed.pos[head] not in _DESCRIBING:
            return self._resolve_without_head(source, head, span, again=again)
        noun = parsed.word[head].casefold()
        turn_label = self._is_turn_label(source)
        if turn_label and name.isupper():
            name = name.capitalize()  # "INTERVIEWER:"
        person = definite_descriptions.is_person_noun(noun) or (
            turn_label and noun in SPEAKER_LABELS | QUESTION_LABELS
        )
        before = self._described_before(parsed.word[begin].casefold(), noun, name)
        if before is not None:
            self.discourse.add_mention(before, head)
            return Resolution(before, 0.85, [Step("described before", span)], (span,))
        plural = definite_descriptions.is_plural(parsed, head)
        number = self._described_referent(name, "group" if plural else "somebody" if person else "")
        self._described_by_noun.setdefault(noun, []).append((number, set(name.casefold().split())))
        if person:
            known = gender.from_role(noun)
            self.referents[number].gender = known
            self.referents[number].known_gender = known if abs(known) > 1 else 0.0
        self.discourse.add_mention(number, head)
        # "A former party chairman" is often somebody whom the article names further down, "residents" seldom are.
        certainty = 0.92 if plural else 0.83 if person else 0.86
        return Resolution(number, certainty, [Step("described, not named", span)], (span,))

    def _is_turn_label(self, source: SourcePhrase) -> bool:
        """Tell whether a colon follows the source, as in a transcript: "INTERVIEWER: …"."""
        after = source.tokens[-1] + 1
        return after < len(self.parsed) and self.parsed.word[after] == ":"

    def _resolve_owned_organisation(self, begin: int, head: int) -> Resolution | None:
        """Return the organisation that "his office" means: the one of the person whom "his" means."""
        parsed = self.parsed
        noun = parsed.word[head].casefold()
        owner = next(
            (self.pronoun_referents[i] for i in range(begin, head) if i in self.pronoun_referents), None
        )
        if noun not in composite_names.NOUNS or owner is None or not self.referents[owner].is_person:
            return None
        number = self.composites.find_or_add(owner, noun)
        span = roles.span_of(parsed, (begin, head + 1))
        return Resolution(number, 0.8, [Step(f"“{parsed.word[begin]}”: whose it is", span)], (span,))

    def _son_of_the_same_name(self, begin: int, head: int) -> Resolution | None:
        """Return the "John Doe Jr." that "John Doe’s son" means, where the article names him."""
        if self.parsed.word[head].casefold() != "son":
            return None
        father = next(
            (self.names.mention_of_token[i] for i in range(begin, head) if i in self.names.mention_of_token),
            None,
        )
        if father is None:
            return None
        name = core(self.mentions[father].key)
        for number, referent in enumerate(self.referents):
            if "jr" in referent.key and referent.is_person and core(referent.key) == name:
                span = roles.span_of(self.parsed, (begin, head + 1))
                step = Step("the son of the same name", span)
                return Resolution(number, 0.8, [step, *self.names.steps_to_full_name(number)], (span,))
        return None

    def _resolve_author_of(self, begin: int, head: int) -> Resolution | None:
        """Return whoever said or wrote what the noun at `head` names: "his claim", "the statement"."""
        parsed = self.parsed
        if not authorship.is_saying(parsed, head):
            return None
        owner = authorship.owner(parsed, head)
        span = roles.span_of(parsed, (begin, head + 1))
        said = " ".join(words_of(span.of(self.article.text)))
        if owner is not None:
            resolution = self._resolve_mentioned(owner)
            if resolution is None:
                return None
            step = Step(f"“{said}”: whose it is", span)
            return Resolution(
                resolution.referent, 0.95 * resolution.certainty, [step, *resolution.steps], (span,)
            )
        if not authorship.is_document_again(parsed, begin, head):
            return None
        for author in authorship.authors_before(parsed, head):
            resolution = self._resolve_mentioned(author)
            if resolution is not None:
                where = Span(parsed.start[author], parsed.end[author])
                steps = [Step(f"“{said}”: issued by the one named before", where), *resolution.steps]
                return Resolution(resolution.referent, 0.9 * resolution.certainty, steps, (span,))
        return None

    def _resolve_mentioned(self, token: int) -> Resolution | None:
        """Return whom a name, pronoun or description that is no source means, None where that is left open."""
        parsed = self.parsed
        resolution: Resolution | None = self._resolved.get(token)
        if token in self.names.mention_of_token:
            number = self.names.mention_of_token[token]
            if self.referents[self.mentions[number].referent].label in _SPEAKING:
                return self.names.resolve(number)
            return None
        if resolution is None and token in self.pronoun_referents:
            number = self.pronoun_referents[token]
            resolution = Resolution(number, 0.85, self.names.steps_to_last_name(number))
        if resolution is None and parsed.pos[token] in ("NOUN", "PROPN"):
            begin = relative_clauses.noun_phrase(parsed, token)[0]
            choice = self._descriptions.resolve(begin, token, bisect_left(self._begins, token))
            if choice is not None:
                resolution = Resolution(choice.referent, 0.8, self.names.steps_to_last_name(choice.referent))
        if resolution is None or resolution.referent is None:
            return None
        # "The Corranian navy" is somebody although no list knows it; "company", parsed wrongly, may be anything.
        begin = relative_clauses.noun_phrase(parsed, token)[0]
        named = any(parsed.word[i][:1].isupper() for i in range(begin + 1, token + 1))
        return resolution if named or self.referents[resolution.referent].label else None

    def _resolve_without_head(
        self, source: SourcePhrase, head: int, span: Span, *, again: bool
    ) -> Resolution:
        """Resolve a source whose head is no noun by its first name, else by its first noun."""
        first = self.names.mention_of_token.get(source.begin)
        if first is None:
            others = (self.names.mention_of_token.get(i) for i in source.tokens)
            first = next((n for n in others if n is not None and self.names.is_person(n)), None)
        if first is not None:
            resolution = self.names.resolve(first)
            return Resolution(resolution.referent, 0.6 * resolution.certainty, resolution.steps)
        noun = next((i for i in source.tokens if self.parsed.pos[i] == "NOUN" and i != head), None)
        if noun is None or again:
            return Resolution(None, 0.6, [Step("the source names nobody", span)])
        return self._resolve_description(SourcePhrase(source.tokens, noun), noun, again=True)

    def _described_before(self, determiner: str, noun: str, name: str) -> int | None:
        """Return the last referent described by the noun and every other word of `name`, and more.

        "One legal expert said … the expert warned": one speaker.
        """
        if determiner not in ("the", "this", "that", "these", "those"):
            return None
        said = set(name.casefold().split())
        known = self._described_by_noun.get(noun, ())
        return next((number for number, described in reversed(known) if said <= described), None)

    def _described_referent(self, name: str, label: str) -> int:
        """Return the referent of its own that the words of a description have, a new one for new words."""
        number = self._described.get(name.casefold())
        if number is None:
            number = self._described[name.casefold()] = len(self.referents)
            shown = name if label == "PERSON" else name[:1].upper() + name[1:]
            self.referents.append(Referent(shown, key(name), label))
        return number
