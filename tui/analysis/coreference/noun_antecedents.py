"""Pronouns that mean a noun, or several names: the subject of the sentence before, or that of the main clause.

The discourse knows only who is named. "Residents left the town. They said …", "A policeman knocked. “I am certain,”
he said.", "The council met. It said …"
"""

from __future__ import annotations

from collections.abc import Callable

from tui.analysis.analysis import Step
from tui.analysis.coreference import authorship, description_nouns, relative_clauses
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


class NounAntecedents:
    """Finds the noun or the names that a pronoun means, and notes the pronoun as a mention of whoever that is."""

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
        self._resolve_joined = resolve_joined  # "Jane Doe and John Roe"

    def subject_before(
        self, token: int, *, same_paragraph: bool = False, written: bool = False
    ) -> Resolution | None:
        """Return whom "they", "he" or "she" means where nobody named fits: the subject of the sentence before.

        With `written` only a letter, report or other document is meant.
        """
        parsed = self.parsed
        word = parsed.word[token].casefold()
        sign = sign_of(word)
        number = self.discourse.narration_before(token)
        if number is None:
            return None
        apart = self.discourse.paragraph_at(token) - self.discourse.paragraph_of[number]
        if apart > (1 if written or word in PLURAL or (sign and not same_paragraph) else 0):
            return None
        begin, end = parsed.sentences[number]
        for i in range(begin, end):
            verb = parsed.head[i]
            if parsed.dep[i] not in ("nsubj", "nsubjpass"):
                continue
            if parsed.dep[verb] == "ccomp" and parsed.word[begin] == "Here":
                verb = parsed.head[verb]  # "Here's what a neighbour wrote"
            if parsed.head[verb] != verb:
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

    def subject_of_main_clause(self, token: int) -> Resolution | None:
        """Return whom "it" or "they" means in a relative clause: | The bank | sold the loans that it called “good”.

        So it does in "what it called": | The board | dismissed her for what it called a slip. None where its
        subject is named, which the discourse knows.
        """
        parsed = self.parsed
        verb = parsed.head[token]
        begin = parsed.sentences[parsed.sentence[token]][0]
        noun = token - 2 if parsed.word[token - 1] in (",", "that", "which") else token - 1
        noun -= noun > begin and parsed.word[noun] == ","
        what = parsed.word[token - 1] == "what" and parsed.head[token - 1] == verb
        related = what or parsed.dep[verb] == "relcl" or (parsed.pos[noun] == "NOUN" and noun < token - 1)
        if not related or not verb > token > noun > begin:
            return None
        main = parsed.head[verb if what else noun]
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

    def subject_of_words(self, token: int) -> Resolution | None:
        """Return whom "it" or "they" means behind words of its own: | The firm | “regrets any upset”, it said."""
        parsed = self.parsed
        verb = parsed.head[token]
        begin = parsed.sentences[parsed.sentence[token]][0]
        said = next(
            (i for i in range(begin, token) if parsed.head[i] == verb and parsed.dep[i] == "ccomp"), -1
        )
        subject = next(
            (
                i
                for i in range(begin, said)
                if parsed.head[i] == said and parsed.dep[i] in ("nsubj", "nsubjpass")
            ),
            -1,
        )
        neuter = parsed.word[token].casefold() in NEUTER
        if subject < 0 or subject in self.names.mention_of_token or self.discourse.quoted[subject]:
            return None
        if not noun_agrees(parsed, subject, 0.0, neuter=neuter):
            return None
        phrase = SourcePhrase(relative_clauses.noun_phrase(parsed, subject), subject)
        return self._as_pronoun(token, self._described.resolve(phrase, subject), "subject of the words")

    def author_before(self, token: int) -> Resolution | None:
        """Return whose letter or the like "it" is, of the sentence before: Doe sent an email. “…,” it says."""
        parsed = self.parsed
        number = self.discourse.narration_before(token)
        if number is None or parsed.lemma[parsed.head[token]] not in _WRITTEN_WORDS:
            return None
        author = authorship.issuer_in(parsed, *parsed.sentences[number])
        mention = None if author is None else self.names.mention_of_token.get(author)
        if mention is not None:
            return self._as_pronoun(token, self.names.resolve(mention), "written by the one named before")
        return None

    def is_joined_subject(self, number: int) -> bool:
        """Tell whether a referent was last named as one of two subjects: Alder Bank and Oster Brewery merged."""
        token = self.discourse.traces[number].token
        while self.parsed.dep[token] == "conj":
            token = self.parsed.head[token]
        return self.parsed.dep[token] == "nsubj" and self._names_joined(token) is not None

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

    def _may_join(self, token: int) -> bool:
        number = self.names.mention_of_token.get(token)
        label = "" if number is None else self.names.referents[self.mentions[number].referent].label
        return self.names.is_person(number) or label == "ORG"

    def _is_written(self, token: int) -> bool:
        """Tell whether the noun is one letter, report or the like."""
        return self.parsed.tag[token] == "NN" and authorship.is_document(self.parsed, token)
