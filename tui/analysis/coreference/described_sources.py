"""Sources that only describe somebody: "the president", "a neighbour", "his office", "John Doe’s son"."""

from __future__ import annotations

from bisect import bisect_left
from math import exp

from tui.analysis.analysis import Step
from tui.analysis.coreference import (
    authorship,
    definite_descriptions,
    description_nouns,
    relative_clauses,
)
from tui.analysis.coreference.described_referents import DescribedReferents
from tui.analysis.coreference.discourse import Antecedent, Discourse
from tui.analysis.coreference.document_sources import DocumentSources
from tui.analysis.coreference.named_sources import NamedSources
from tui.analysis.coreference.pronoun_words import PRONOUNS, word_at
from tui.analysis.coreference.resolution import Resolution
from tui.analysis.coreference.source_phrases import SourcePhrase
from tui.analysis.entities import composite_names, gender, roles, word_lists
from tui.analysis.entities.name_parts import QUESTION_LABELS, SPEAKER_LABELS, core, display, words_of
from tui.analysis.parsed_article import ParsedArticle
from tui.article.spans import Span

_OWNER = 0.9  # how sure it is whom "her" in "her advisers" means
_SURE = 0.8  # how sure it must be whom a description means for its words to be a role
_MAX_PARAGRAPHS = 3  # back to somebody who is only described and meant again, rather than somebody named
_MAX_TO_ANONYMITY = 20  # tokens from a noun to "not to be named"
_UNNAMED = frozenset({"not", "n't", "declined", "refused", "without"})  # shortly before "named"
_QUALIFIERS = word_lists.words("qualifiers")
_NOBODY = frozenset({"nobody", "nothing", "none", "no-one"})
_GENERATIONS = {"son": "jr", "father": "sr", "dad": "sr"}
_DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PRON"})


class DescribedSources:
    """Resolves descriptions to somebody named, else to referents of their own."""

    def __init__(
        self,
        parsed: ParsedArticle,
        discourse: Discourse,
        names: NamedSources,
        composites: composite_names.CompositeNames,
        descriptions: definite_descriptions.Descriptions,
        documents: DocumentSources,
        described: DescribedReferents,
    ) -> None:
        self.parsed = parsed
        self.discourse = discourse
        self.names = names
        self.composites = composites
        self.referents = names.referents
        self._descriptions = descriptions
        self._documents = documents
        self._described = described
        self._begins = [m.begin for m in names.mentions]
        self._by_surname: dict[str, list[int]] | None = None

    def note(self, token: int) -> None:
        """Note "the president" where it is not a source, as a mention of the person whom the article calls so."""
        if token < self.parsed.head[token] and self.parsed.dep[token] in ("compound", "nmod"):
            return  # "the billionaire" of "the billionaire developer"
        begin = token - 1
        if self.parsed.pos[begin] in ("ADJ", "NOUN", "PROPN"):
            begin -= 1
        if begin < 0 or self.parsed.word[begin].casefold() != "the" or token in self.names.mention_of_token:
            return
        choice = self._descriptions.resolve(begin, token, bisect_left(self._begins, token))
        if choice is not None and choice.sure:
            self.discourse.add_mention(choice.referent, token)

    def is_nobody_named(self, begin: int, head: int) -> bool:
        """Tell whether a description means nobody whom the article names."""
        return self._descriptions.resolve(begin, head, bisect_left(self._begins, head)) is None

    def resolve(self, source: SourcePhrase, head: int, *, again: bool = False) -> Resolution:
        """Return whom a description means: somebody named, or a referent of its own ("a neighbour").

        `again` tells that `head` is already a second choice, because the parse gave none that describes anybody.
        """
        parsed = self.parsed
        begin = min(source.begin, head)
        owned = self._resolve_owned_organisation(begin, head) or self._documents.resolve(begin, head)
        if owned is not None:
            return owned
        son = self._son_of_the_same_name(begin, head)
        if son is not None:
            return son
        joined = self._is_joined(source, head)  # "the candidate and her staff" are nobody alone
        following = bisect_left(self._begins, head)
        unnamed = joined or self._is_anonymous(head)
        choice = None if unnamed else self._descriptions.resolve(begin, head, following, source=True)
        shown = description_nouns.without_determiners(parsed, source.tokens, head)
        span = parsed.span(begin, max(shown[1], head + 1))
        noun = parsed.word[head].casefold()
        name, owned_by = self._with_owner(shown, head)
        # "the ministry" is the one that spoke, not a body talked about
        before = self._described.before(parsed.word[begin].casefold(), noun, name)
        if choice is not None and before is not None and not self._is_nearer(before, choice, head):
            before = None
        if choice is not None and before is None:
            said = " ".join(words_of(span.of(parsed.text)))
            steps = [
                Step(f"“{said}”: {choice.reason}", span),
                *self.names.steps_to_last_name(choice.referent),
            ]
            self.discourse.add_mention(choice.referent, head)
            certainty = 0.96 / (1 + exp(-choice.margin - 0.8))
            role = roles.text_of(parsed, shown) if choice.sure or certainty >= _SURE else None
            return Resolution(choice.referent, certainty, steps, (span,), role)
        acronym = name.isupper() and len(name) > 1 and name == word_at(parsed, head)
        if name.casefold() in PRONOUNS | _NOBODY and not acronym:
            return Resolution(None, 0.6, [Step("a pronoun, which names nobody", span)])
        if not name or parsed.pos[head] not in _DESCRIBING:
            return self._resolve_without_head(source, head, span, again=again)
        named = self._described.named(name) if parsed.pos[head] == "PROPN" else None
        if named is not None:
            self.discourse.add_mention(named, head)
            return Resolution(named, 0.95, [Step("named so elsewhere in the article", span)], (span,))
        turn_label = self._is_turn_label(source)
        if turn_label and name.isupper():
            name = name.capitalize()  # "INTERVIEWER:"
        person = (
            description_nouns.is_person_noun(noun)
            or noun in description_nouns.NAMELESS  # "a source told TASS … he said"
            or (turn_label and noun in SPEAKER_LABELS | QUESTION_LABELS)
        )
        plural = description_nouns.is_plural(parsed, head)
        if before is not None:
            self.discourse.add_mention(before, head)
            return Resolution(before, 0.9 if plural else 0.85, [Step("described before", span)], (span,))
        number = self._described.find_or_add(name, "group" if plural else "somebody" if person else "")
        self._described.note(number, noun, name)
        if self.discourse.paragraph_at(head) == 0 and begin == shown[0]:
            self._described.only_in_headline.add(number)
        if person:
            known = gender.from_role(noun)
            self.referents[number].gender = known
            self.referents[number].known_gender = known if abs(known) > 1 else 0.0
        self.discourse.add_mention(number, head)
        # "A former party chairman" is often somebody whom the article names further down, "residents" seldom are.
        certainty = 0.95 if plural else 0.86 if person else 0.9
        if authorship.is_document(parsed, head):
            certainty *= 0.9  # somebody wrote it, of whom the article may speak elsewhere
        return Resolution(number, owned_by * certainty, [Step("described, not named", span)], (span,))

    def _is_nearer(self, described: int, choice: Antecedent, head: int) -> bool:
        """Tell whether somebody described is talked about rather than somebody named.

        Not so where only a headline describes them: “Envoy warns of war”, and below "the envoy" who is named. Where
        the article calls both so, it is the one who spoke after the other was named: "Doe, an aide to Roe, left.
        One party aide praised him. “He plays well,” the aide said."
        """
        traces = self.discourse.traces
        named = choice.referent
        called = set(self.referents[described].name.casefold().split())
        if choice.sure and (
            self.referents[described].label != "somebody"
            or not called.isdisjoint(_QUALIFIERS)
            or self.discourse.last_speaker != described
            or traces[described].token < traces[named].token
        ):
            return False
        if described in self._described.only_in_headline:
            return False
        if self.discourse.paragraph_at(head) - traces[described].paragraph > _MAX_PARAGRAPHS:
            return False
        somebody = self.referents[described].label == "somebody"
        return somebody or traces[described].token > traces[named].token or not traces[named].subject

    def _with_owner(self, shown: tuple[int, int], head: int) -> tuple[str, float]:
        """Return the words of a description, and how sure it is whose it is.

        "Her advisers" are “Jane Doe’s advisers”, and so are those "whose advisers" speaks of; one person who is
        only described ("her uncle") is called as the article does.
        """
        parsed = self.parsed
        begin, end = shown
        words = display(roles.text_of(parsed, shown))
        owner = None
        one = description_nouns.is_person_noun(parsed.word[head].casefold())
        if parsed.tag[begin] == "PRP$" and (description_nouns.is_plural(parsed, head) or not one):
            owner = self.discourse.pronoun_referents.get(begin)
        elif parsed.tag[begin] == "WP$":
            noun = relative_clauses.antecedent(parsed, begin, self.names.mention_of_token)
            mention = None if noun is None else self.names.mention_of_token.get(noun)
            owner = None if mention is None else self.names.mentions[mention].referent
        rest = display(roles.text_of(parsed, (begin + 1, end))) if end - begin > 1 else ""
        if owner is None or not self.referents[owner].mentions or not rest:
            return rest if rest and parsed.tag[begin] == "WP$" else words, 1.0
        return f"{self.referents[owner].name}’s {rest}", _OWNER

    def _is_joined(self, source: SourcePhrase, head: int) -> bool:
        """Tell whether another noun with a determiner of its own is joined to the head."""
        parsed = self.parsed
        return any(
            parsed.dep[i] == "conj"
            and parsed.head[i] == head
            and i - 2 > head
            and parsed.word[i - 1].casefold() in description_nouns.DEFINITE
            and parsed.word[i - 2] == "and"
            for i in source.tokens
        )

    def _is_anonymous(self, head: int) -> bool:
        """Tell whether the sentence goes on to say that the noun at `head` is nobody the article names.

        "An official, who asked not to be named, said", "a lawyer said on condition of anonymity".
        """
        word = self.parsed.word
        end = min(self.parsed.sentences[self.parsed.sentence[head]][1], head + _MAX_TO_ANONYMITY)
        for i in range(head + 1, end):
            if i in self.names.mention_of_token:
                return False  # of whom it may be said
            if word[i] == "anonymity":
                return True
            if word[i] in ("named", "identified") and not _UNNAMED.isdisjoint(word[i - 3 : i]):
                return True
        return False

    def _is_turn_label(self, source: SourcePhrase) -> bool:
        """Tell whether a colon follows the source, as in a transcript: "INTERVIEWER: …"."""
        after = source.tokens[-1] + 1
        return after < len(self.parsed) and self.parsed.word[after] == ":"

    def _resolve_owned_organisation(self, begin: int, head: int) -> Resolution | None:
        """Return the organisation that "his office" means: the one of the person whom "his" means."""
        parsed = self.parsed
        noun = parsed.word[head].casefold()
        owner = next(
            (
                self.discourse.pronoun_referents[i]
                for i in range(begin, head)
                if i in self.discourse.pronoun_referents
            ),
            None,
        )
        if noun not in composite_names.NOUNS or owner is None or not self.referents[owner].is_person:
            return None
        number = self.composites.find_or_add(owner, noun)
        span = parsed.span(begin, head + 1)
        return Resolution(number, 0.8, [Step(f"“{parsed.word[begin]}”: whose it is", span)], (span,))

    def _son_of_the_same_name(self, begin: int, head: int) -> Resolution | None:
        """Return the "John Doe Jr." that "John Doe’s son" means, or "Sr." his father, if the article names him."""
        generation = _GENERATIONS.get(self.parsed.word[head].casefold())
        if generation is None:
            return None
        father = next(
            (self.names.mention_of_token[i] for i in range(begin, head) if i in self.names.mention_of_token),
            None,
        )
        if father is None:
            return None
        name = core(self.names.mentions[father].key)
        for number, referent in enumerate(self.referents):
            if generation in referent.key and referent.is_person and core(referent.key) == name:
                span = self.parsed.span(begin, head + 1)
                step = Step(f"the {self.parsed.word[head]} of the same name", span)
                return Resolution(number, 0.8, [step, *self.names.steps_to_full_name(number)], (span,))
        return None

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
            known = self._surname_read_as_verb(source)
            if known is not None:
                self.discourse.add_mention(known, source.begin)
                return Resolution(known, 0.9, [Step("a surname in the article", span)], (span,))
            return Resolution(None, 0.6, [Step("the source names nobody", span)])
        return self.resolve(SourcePhrase(source.tokens, noun), noun, again=True)

    def _surname_read_as_verb(self, source: SourcePhrase) -> int | None:
        """Return whose surname a source of one word is, of which the parse makes a verb: Thring cried."""
        word = self.parsed.word[source.begin]
        if source.end - source.begin > 1 or not word[0].isupper():
            return None
        if self._by_surname is None:
            self._by_surname = {}
            for number, referent in enumerate(self.referents):
                if referent.is_person and len(referent.key) > 1:
                    self._by_surname.setdefault(referent.key[-1], []).append(number)
        found = self._by_surname.get(word.casefold(), [])
        return found[0] if len(found) == 1 else None
