"""Sources that are personal pronouns: he, she, they, it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from math import exp

from tui.analysis.analysis import Step
from tui.analysis.coreference import authorship, clauses, description_nouns, relative_clauses
from tui.analysis.coreference.described_sources import DescribedSources
from tui.analysis.coreference.discourse import Discourse
from tui.analysis.coreference.named_sources import NamedSources
from tui.analysis.coreference.pronoun_agreement import is_somebody, noun_agrees
from tui.analysis.coreference.pronoun_antecedents import PronounAntecedents
from tui.analysis.coreference.pronoun_words import NEUTER, PLURAL, sign_of
from tui.analysis.coreference.resolution import Resolution
from tui.analysis.coreference.source_phrases import SourcePhrase
from tui.analysis.parsed_article import ParsedArticle

_WRITTEN_WORDS = frozenset({"add", "conclude", "continue", "read", "say", "state", "warn"})
_MAX_JOINED = 15  # tokens in which names are joined
_MAX_QUOTED = 4  # sentences inside quotation marks that stand before a pronoun
_MAX_NAMES_AFTER = 12  # names looked at behind a pronoun


class PronounSources:
    """Resolves pronouns to whoever is being talked about; those that are no sources are noted as mentions."""

    def __init__(
        self,
        parsed: ParsedArticle,
        discourse: Discourse,
        antecedents: PronounAntecedents,
        names: NamedSources,
        described: DescribedSources,
        resolve_joined: Callable[[SourcePhrase], Resolution],
    ) -> None:
        self.parsed = parsed
        self.discourse = discourse
        self._antecedents = antecedents
        self.names = names
        self.mentions = names.mentions
        self._described = described
        self._link: dict[int, float] = {}  # how sure it is whom a referent's pronouns mean since it was named
        self._resolve_joined = resolve_joined  # "Jane Doe and John Roe"
        self._begins = [m.begin for m in names.mentions]

    def resolve(self, token: int, *, source: bool = True) -> Resolution:
        """Return whom he, she, they or it means, and note it as a mention of that referent."""
        parsed = self.parsed
        word = parsed.word[token]
        if source and word.casefold() in NEUTER | PLURAL and (main := self._subject_of_main_clause(token)):
            return main
        first = bisect_left(self._begins, token)
        following = self.mentions[first : first + _MAX_NAMES_AFTER]
        unlikely = clauses.named_in_complement(parsed, token, following)
        likely = self._whose_clause(token)
        if likely is None and source:
            likely = self._who_was_asked(token)
        choice = self._antecedents.resolve(
            token, word.casefold(), source=source, unlikely=unlikely, likely=likely
        )
        plural = word.casefold() in PLURAL
        far = choice is None or (
            plural
            and (
                self.discourse.distance_to(choice.referent, token) > 1
                or self._is_aside(choice.referent)
                or self._is_joined_subject(choice.referent)
            )
        )
        neuter = word.casefold() in NEUTER
        # "A letter to the town of the union was sour. “It must end,” it said.": the letter says so
        aside = neuter and choice is not None and self._was_no_subject_before(choice.referent, token)
        if (
            source
            and neuter
            and (choice is None or aside)
            and (wrote := self._author_before(token)) is not None
        ):
            return wrote
        if source and ((choice is None or aside) if neuter else far):
            near = choice is not None and self.discourse.distance_to(choice.referent, token) <= 1
            described = self._subject_before(token, written=aside and near)
            if described is not None:
                return described
        if (
            source
            and choice is not None
            and sign_of(word.casefold())
            and self._is_elsewhere(choice.referent, token)
        ):
            described = self._subject_before(token, same_paragraph=True)
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
        before = here - 1
        while before >= 0 and here - before < _MAX_QUOTED and self._is_quoted(before):
            before -= 1
        if before < 0 or discourse.paragraph_of[here] - discourse.paragraph_of[before] > 1:
            return None
        asked = clauses.asked_in(parsed, *parsed.sentences[before])
        if asked is None:
            return None
        number = self.names.mention_of_token.get(asked)
        return discourse.pronoun_referents.get(asked) if number is None else self.mentions[number].referent

    def note_name(self, number: int) -> None:
        """Note that a referent is mentioned by name: pronouns behind it start anew."""
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

    def _subject_before(
        self, token: int, *, same_paragraph: bool = False, written: bool = False
    ) -> Resolution | None:
        """Return whom "they", "he" or "she" means where nobody named fits: the subject of the sentence before.

        With `written` only a letter, report or other document is meant.

        "Residents left the town. They said …", "A policeman knocked. “I am certain,” he said.", "The council met.
        It said …"
        """
        parsed = self.parsed
        word = parsed.word[token].casefold()
        sign = sign_of(word)
        number = here = parsed.sentence[token] - 1
        while number >= 0 and here - number < _MAX_QUOTED and self._is_quoted(number):
            number -= 1  # A policeman knocked. “Who is there?” he asked.
        if number < 0:
            return None
        apart = self.discourse.paragraph_of[here + 1] - self.discourse.paragraph_of[number]
        if apart > (1 if written or word in PLURAL or (sign and not same_paragraph) else 0):
            return None
        begin, end = parsed.sentences[number]
        for i in range(begin, end):
            verb = parsed.head[i]
            if parsed.dep[i] not in ("nsubj", "nsubjpass") or parsed.head[verb] != verb:
                continue
            if self.discourse.quoted[i]:
                continue
            both = self._names_joined(i) if word in PLURAL else None
            if both is not None:
                resolution = self._resolve_joined(both)
            elif (
                self._is_written(i)
                if written
                else noun_agrees(parsed, i, sign, neuter=word in NEUTER)
                or (word in PLURAL and is_somebody(parsed, i))
                or (word in NEUTER and self._is_written(i))
            ):
                phrase = SourcePhrase(relative_clauses.noun_phrase(parsed, i), i)
                if same_paragraph and not self._described.is_nobody_named(phrase.begin, i):
                    return None
                resolution = self._described.resolve(phrase, i)
            else:
                continue
            if resolution.referent is not None and sign:
                self._antecedents.note_gender(resolution.referent, sign)
            return self._as_pronoun(token, resolution, "subject of the sentence before")
        return None

    def _subject_of_main_clause(self, token: int) -> Resolution | None:
        """Return whom "it" or "they" means in a relative clause: | The bank | sold the loans that it called “good”.

        None where its subject is named, which the discourse knows.
        """
        parsed = self.parsed
        verb = parsed.head[token]
        begin = parsed.sentences[parsed.sentence[token]][0]
        noun = token - 2 if parsed.word[token - 1] in (",", "that", "which") else token - 1
        noun -= noun > begin and parsed.word[noun] == ","
        related = parsed.dep[verb] == "relcl" or (parsed.pos[noun] == "NOUN" and noun < token - 1)
        if not related or not verb > token > noun > begin:
            return None
        main = parsed.head[noun]
        while parsed.pos[main] != "VERB" and parsed.head[main] != main:
            main = parsed.head[main]
        subject = next(
            (i for i in range(begin, main) if parsed.dep[i] == "nsubj" and parsed.head[i] == main), -1
        )
        if subject < 0 or subject in self.names.mention_of_token or parsed.pos[subject] != "NOUN":
            return None
        plural = parsed.word[token].casefold() in PLURAL
        fits = (
            parsed.tag[subject] == "NNS" and parsed.tag[noun] != "NNS"
            if plural
            else parsed.tag[subject] == "NN" and not description_nouns.is_person_noun(parsed.lemma[subject])
        )
        if not fits:
            return None
        phrase = SourcePhrase(relative_clauses.noun_phrase(parsed, subject), subject)
        return self._as_pronoun(token, self._described.resolve(phrase, subject), "subject of the main clause")

    def _as_pronoun(self, token: int, meant: Resolution, reason: str) -> Resolution:
        """Return the resolution of a pronoun at `token` that means what `meant` does, and note it."""
        parsed = self.parsed
        if meant.referent is not None:
            self.discourse.pronoun_referents[token] = meant.referent
            self.discourse.add_mention(meant.referent, token, pronoun=True)
        span = parsed.span(token, token + 1)
        step = Step(f"“{parsed.word[token]}”: {reason}", span)
        return Resolution(
            meant.referent, 0.8 * meant.certainty, [step, *meant.steps], (span, *meant.mentions)
        )

    def _is_quoted(self, number: int) -> bool:
        """Tell whether a sentence stands wholly inside quotation marks."""
        begin, end = self.parsed.sentences[number]
        return all(self.discourse.quoted[begin:end])

    def _names_joined(self, token: int) -> SourcePhrase | None:
        """Return "Jane Doe and Alder Bank", both people or bodies, where the first is the subject at `token`."""
        parsed = self.parsed
        end = parsed.sentences[parsed.sentence[token]][1]
        last = token
        for i in range(token + 1, min(end, token + _MAX_JOINED)):
            if parsed.dep[i] == "conj" and parsed.head[i] == last:
                if not self._may_join(i):
                    return None
                last = i
        if last == token or not self._may_join(token):
            return None
        return SourcePhrase(tuple(range(relative_clauses.noun_phrase(parsed, token)[0], last + 1)), token)

    def _author_before(self, token: int) -> Resolution | None:
        """Return whose letter or the like "it" is, of the sentence before: Doe sent an email. “…,” it says."""
        parsed = self.parsed
        if parsed.lemma[parsed.head[token]] not in _WRITTEN_WORDS:
            return None
        number = here = parsed.sentence[token] - 1
        while number >= 0 and here - number < _MAX_QUOTED and self._is_quoted(number):
            number -= 1
        author = authorship.issuer_in(parsed, *parsed.sentences[max(number, 0)])
        mention = None if author is None else self.names.mention_of_token.get(author)
        if mention is not None:
            return self._as_pronoun(token, self.names.resolve(mention), "written by the one named before")
        return None

    def _is_joined_subject(self, number: int) -> bool:
        """Tell whether a referent was last named as one of two subjects: Alder Bank and Oster Brewery merged."""
        token = self.discourse.traces[number].token
        while self.parsed.dep[token] == "conj":
            token = self.parsed.head[token]
        return self.parsed.dep[token] == "nsubj" and self._names_joined(token) is not None

    def _may_join(self, token: int) -> bool:
        number = self.names.mention_of_token.get(token)
        label = "" if number is None else self.names.referents[self.mentions[number].referent].label
        return self.names.is_person(number) or label == "ORG"

    def _is_written(self, token: int) -> bool:
        """Tell whether the noun is one letter, report or the like."""
        return self.parsed.tag[token] == "NN" and authorship.is_document(self.parsed, token)
