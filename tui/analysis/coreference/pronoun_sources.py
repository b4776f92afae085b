"""Sources that are personal pronouns: he, she, they, it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from math import exp

from tui.analysis.analysis import Step
from tui.analysis.coreference import clauses
from tui.analysis.coreference.discourse import Discourse
from tui.analysis.coreference.named_sources import NamedSources
from tui.analysis.coreference.noun_antecedents import NounAntecedents
from tui.analysis.coreference.pronoun_antecedents import PronounAntecedents
from tui.analysis.coreference.pronoun_words import NEUTER, PLURAL, sign_of
from tui.analysis.coreference.resolution import Resolution
from tui.analysis.parsed_article import ParsedArticle

_MAX_NAMES_AFTER = 12  # names looked at after a pronoun


class PronounSources:
    """Resolves pronouns to whoever is being talked about; those that are no sources are noted as mentions."""

    def __init__(
        self,
        parsed: ParsedArticle,
        discourse: Discourse,
        antecedents: PronounAntecedents,
        names: NamedSources,
        nouns: NounAntecedents,
    ) -> None:
        self.parsed = parsed
        self.discourse = discourse
        self._antecedents = antecedents
        self._nouns = nouns
        self.names = names
        self.mentions = names.mentions
        self._link: dict[int, float] = {}  # how sure it is whom a referent's pronouns mean since it was named
        self._begins = [m.begin for m in names.mentions]

    def resolve(self, token: int, *, source: bool = True, inside: Collection[int] = ()) -> Resolution:
        """Return whom he, she, they or it means, and note it as a mention of that referent.

        `inside` holds the referents that the words in quotation marks name, whose source the pronoun is.
        """
        parsed = self.parsed
        word = parsed.word[token]
        if (
            source
            and word.casefold() in NEUTER | PLURAL
            and (main := self._nouns.subject_of_main_clause(token) or self._nouns.subject_of_words(token))
        ):
            return main
        first = bisect_left(self._begins, token)
        following = self.mentions[first : first + _MAX_NAMES_AFTER]
        unlikely = clauses.named_in_complement(parsed, token, following)
        unlikely |= self.discourse.spoken_of.get(token, set())
        subject = clauses.subject_of_fronted(parsed, token) if source else None
        if subject is not None and not any(self.discourse.quoted[subject:token]):
            unlikely |= {n for n in self.discourse.recent if self.discourse.traces[n].token == subject}
        likely = self._whose_clause(token)
        if likely is None and source:
            likely = self._who_was_asked(token)
        choice = self._antecedents.resolve(
            token, word.casefold(), source=source, unlikely=unlikely, inside=inside, likely=likely
        )
        plural = word.casefold() in PLURAL
        far = choice is None or (
            plural
            and (
                self.discourse.distance_to(choice.referent, token) > 1
                or self._is_aside(choice.referent)
                or self._nouns.is_joined_subject(choice.referent)
            )
        )
        neuter = word.casefold() in NEUTER
        # "A letter to the town of the union was sour. “It must end,” it said.": the letter says so
        aside = neuter and choice is not None and self._was_no_subject_before(choice.referent, token)
        if (
            source
            and neuter
            and (choice is None or aside)
            and (wrote := self._nouns.author_before(token)) is not None
        ):
            return wrote
        if source and ((choice is None or aside) if neuter else far):
            near = choice is not None and self.discourse.distance_to(choice.referent, token) <= 1
            described = self._nouns.subject_before(token, written=aside and near)
            if described is not None:
                return described
        if (
            source
            and choice is not None
            and sign_of(word.casefold())
            and self._is_elsewhere(choice.referent, token)
        ):
            described = self._nouns.subject_before(token, same_paragraph=True)
            if described is not None:
                return described
        if choice is not None:
            self.discourse.pronoun_referents[token] = choice.referent
        if not source:
            if choice is not None:
                self.discourse.add_mention(choice.referent, token, pronoun=True)
            return Resolution(choice.referent if choice else None, 0.0)
        span = parsed.span(token, token + 1)
        if choice is None:
            ahead = [m for m in following if m.referent not in unlikely]
            number = self._antecedents.resolve_forwards(token, word.casefold(), ahead)
            if number is not None:
                self.discourse.pronoun_referents[token] = number
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
        # A chain of pronouns is as strong as its weakest link.
        certainty = min(certainty, self._link.get(choice.referent, 1.0))
        self._link[choice.referent] = certainty
        return Resolution(choice.referent, certainty, steps, (span,))

    def _whose_clause(self, token: int) -> int | None:
        """Return the person of whom the clause around a pronoun is said, None if it is of nobody certain."""
        about = clauses.whose_clause(self.parsed, token)
        number = None if about is None else self.names.mention_of_token.get(about)
        return self.mentions[number].referent if number is not None and self.names.is_person(number) else None

    def _who_was_asked(self, token: int) -> int | None:
        """Return whom the sentence before asked something, where that of a pronoun begins with the answer.

        "Doe asked Roe whether it was fair. “It is,” he said.": it is Roe.
        """
        parsed, discourse = self.parsed, self.discourse
        here = parsed.sentence[token]
        answer = parsed.sentences[here][0]
        if not discourse.quoted[answer] or parsed.lemma[parsed.head[token]] in clauses.ASKING:
            return None
        before = discourse.narration_before(token)
        if before is None or discourse.paragraph_of[here] - discourse.paragraph_of[before] > 1:
            return None
        asked = clauses.asked_in(parsed, *parsed.sentences[before])
        if asked is None:
            return None
        number = self.names.mention_of_token.get(asked)
        return discourse.pronoun_referents.get(asked) if number is None else self.mentions[number].referent

    def note_name(self, number: int) -> None:
        """Note that a referent is mentioned by name: pronouns after it start anew."""
        self._link.pop(number, None)

    def _is_elsewhere(self, number: int, token: int) -> bool:
        """Tell whether a referent was last mentioned in another paragraph than that of `token`.

        "“It was cold,” said Tom Bell. ¶ The driver was calm. “You can go,” he said.": he is the driver.
        """
        discourse = self.discourse
        return discourse.traces[number].paragraph != discourse.paragraph_at(token)

    def _is_aside(self, number: int) -> bool:
        """Tell whether it is a body, or a people's adjective, that was last named as nobody's subject.

        "Supporters of Doe roared at the Harbour Club. They said …": the club says nothing.
        """
        trace = self.discourse.traces[number]
        label = self.names.referents[number].label
        adjective = label == "NORP" and self.parsed.tag[trace.token] not in ("NNPS", "NNS")
        return (label == "ORG" or adjective) and not trace.subject

    def _was_no_subject_before(self, number: int, token: int) -> bool:
        """Tell whether a referent is not whom or what the sentence before speaks of."""
        return not self.discourse.traces[number].subject or self.discourse.distance_to(number, token) > 1
