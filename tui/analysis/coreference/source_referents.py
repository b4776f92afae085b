"""Whom a source means, be it a name, a pronoun, a description, "X and Y" or the author's "I"."""

from __future__ import annotations

from bisect import bisect_left

from tui.analysis.analysis import Step
from tui.analysis.coreference import conversation, coordination, relative_clauses
from tui.analysis.coreference.cataphora import Cataphora
from tui.analysis.coreference.definite_descriptions import Descriptions
from tui.analysis.coreference.described_referents import DescribedReferents
from tui.analysis.coreference.described_sources import DescribedSources
from tui.analysis.coreference.discourse import Discourse
from tui.analysis.coreference.document_sources import DocumentSources
from tui.analysis.coreference.generic_persons import GenericPersons
from tui.analysis.coreference.named_sources import NamedSources
from tui.analysis.coreference.narrator import find_narrator
from tui.analysis.coreference.noun_antecedents import NounAntecedents
from tui.analysis.coreference.pronoun_antecedents import PronounAntecedents
from tui.analysis.coreference.pronoun_sources import PronounSources
from tui.analysis.coreference.pronoun_words import NARRATOR, PERSONAL, RELATIVE, word_at
from tui.analysis.coreference.resolution import Resolution
from tui.analysis.coreference.role_index import RoleIndex
from tui.analysis.coreference.source_phrases import SourcePhrase
from tui.analysis.entities import composite_names
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.referents import Referent
from tui.analysis.parsed_article import ParsedArticle
from tui.article.article import Article, BlockKind
from tui.article.spans import Span


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
        self.composites = composite_names.CompositeNames(parsed, mentions, referents)
        self.names = NamedSources(parsed, mentions, referents)
        self._resolved: dict[int, Resolution] = {}  # by the source's head
        self._by_surname: dict[tuple[str, bool], int] | None = None
        self._parties: tuple[conversation.Party, conversation.Party] | None = None  # who asks, who answers
        self._narrator: tuple[int | None, str, Span | None] | None = None
        role_index = RoleIndex(parsed, mentions, referents)
        cataphora = Cataphora(parsed, discourse, mentions, role_index, source_heads)
        descriptions = Descriptions(parsed, discourse, role_index, cataphora)
        antecedents = PronounAntecedents(discourse)
        documents = DocumentSources(
            parsed,
            discourse,
            antecedents,
            self.names,
            descriptions,
            self._resolved,
            lambda phrase, head: self.descriptions.resolve(phrase, head),
        )
        self._described = DescribedReferents(referents)
        self.descriptions = DescribedSources(
            parsed, discourse, self.names, self.composites, descriptions, documents, self._described
        )
        self._generic = GenericPersons(discourse, self.names, self.descriptions, role_index)
        nouns = NounAntecedents(parsed, discourse, antecedents, self.names, self.descriptions, self._resolve)
        self.pronouns = PronounSources(parsed, discourse, antecedents, self.names, nouns)

    def resolve(self, source: SourcePhrase) -> Resolution:
        """Return whom the source means: one referent, or a group of several."""
        resolution = self._resolved[source.head] = self._resolve(source)
        return resolution

    def _resolve(self, source: SourcePhrase) -> Resolution:
        surname, women = coordination.couple(self.names, source)
        if surname:
            known = [n for woman in women if (n := self._person_by_surname(surname, woman)) is not None]
            if len(known) > 1:
                return self._join(
                    source, known, 0.8, [s for n in known for s in self.names.steps_to_full_name(n)]
                )
        resolutions = [self._resolve_one(part) for part in coordination.conjuncts(self.names, source)]
        known = list(dict.fromkeys(a.referent for a in resolutions if a.referent is not None))
        if len(known) < 2:
            return resolutions[0]
        steps = [s for a in resolutions for s in a.steps]
        return self._join(source, known, min(a.certainty for a in resolutions), steps)

    def resolve_question_label(self, source: SourcePhrase) -> Resolution | None:
        """Return who "Q" or "A" before a turn of an interview is, None for any other label."""
        parsed = self.parsed
        span = parsed.span(source.begin, source.end)
        label = span.of(parsed.text)
        if not conversation.is_label(label):
            return None
        number, party = self._party(source.begin, asks=conversation.asks(label))
        reason = party.reason or "the article does not say who"
        self.discourse.add_mention(number, source.head)
        return Resolution(number, 0.9, [Step(f"“{label}”: {reason}", party.span or span)], (span,))

    def resolve_bold_turn(self, turn: Span, *, asks: bool) -> Resolution:
        """Return who asks a question of an interview that is set in bold and has no label, or who answers it."""
        begin = bisect_left(self.parsed.start, turn.start)
        number, party = self._party(begin, asks=asks)
        verb, what = (
            ("asks", "A question in bold") if asks else ("answers", "An answer to a question in bold")
        )
        reason = f"{what}: {party.reason or f'the article does not say who {verb}'}"
        return Resolution(number, 0.85, [Step(reason, party.span or turn)])

    def _party(self, begin: int, *, asks: bool) -> tuple[int, conversation.Party]:
        """Return the side of an interview that asks or answers, its first turn being at token `begin`."""
        if self._parties is None:
            parsed, mentions = self.parsed, self.mentions
            asker = conversation.find_asker(parsed, self.article, mentions, self.referents, begin)
            answerer = conversation.find_answerer(parsed, mentions, self.referents, begin, asker)
            self._parties = asker, answerer
        party = self._parties[not asks]
        number = party.referent
        if number is None:
            name = party.name or ("Interviewer" if asks else "Interviewee")
            number = self._described.find_or_add(name, "PERSON" if party.name else "somebody")
        return number, party

    def resolve_introduced(self, source: SourcePhrase, turn: Span) -> Resolution | None:
        """Return who the speaker of a turn is that gives its name in it; None if it does not."""
        span = self.parsed.span(source.begin, source.end)
        label = span.of(self.parsed.text)
        party = conversation.introduced(self.parsed, self.mentions, self.referents, label, turn)
        if party is None or party.referent is None:
            return None
        self.discourse.add_mention(party.referent, source.head)
        return Resolution(
            party.referent, 0.9, [Step(f"“{label}”: {party.reason}", party.span or span)], (span,)
        )

    def _join(
        self, source: SourcePhrase, known: list[int], certainty: float, steps: list[Step]
    ) -> Resolution:
        """Return the resolution to a group of known referents, named "X, Y and Z"."""
        names = [self.referents[n].name for n in known]
        names[1:] = [
            name if self.referents[n].mentions else name[:1].lower() + name[1:]
            for n, name in zip(known[1:], names[1:], strict=True)
        ]
        span = self.parsed.span(source.begin, source.end)
        number = self._described.find_or_add(", ".join(names[:-1]) + " and " + names[-1], "group")
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
        word = word_at(self.parsed, head)
        if word in RELATIVE and self.parsed.pos[head] in ("PRON", "DET", "SCONJ"):
            return self._resolve_relative(head)
        first = word_at(self.parsed, source.begin)
        if first in ("who", "whom") and source.begin != head:
            return self._resolve_relative(source.begin)  # "who was there" for "who"
        if word in NARRATOR:
            return self._resolve_author(head)
        if word in PERSONAL:
            return self.pronouns.resolve(head)
        found = self.names.find(source, head)
        if found is not None:
            return self.names.resolve(found)
        composite = self.composites.at.get(head)
        if composite is not None:
            span = self.parsed.span(composite.begin, head + 1)
            return Resolution(composite.referent, 0.95, [Step("a body named after somebody", span)], (span,))
        return self._generic.resolve(source, head) or self.descriptions.resolve(source, head)

    def _resolve_relative(self, token: int) -> Resolution:
        """Return whom the relative pronoun at `token` stands for."""
        parsed = self.parsed
        span = parsed.span(token, token + 1)
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
        span = parsed.span(token, token + 1)
        blocks = (b for b in self.article.blocks if b.span.start <= span.start < b.span.end)
        if any(
            block.kind is BlockKind.BLOCK_QUOTE for block in blocks
        ):  # a message that is answered, a letter
            return Resolution(None, 0.6, [Step(f"“{parsed.word[token]}”: who wrote what is quoted", span)])
        if self._narrator is None:
            found = find_narrator(parsed, self.article, self.mentions, self.referents)
            number = found.referent
            if number is None and found.name:
                number = self._described.find_or_add(found.name, "PERSON")
            self._narrator = (number, found.reason, found.span)
        number, reason, where = self._narrator
        steps = [Step(f"“{parsed.word[token]}”: the author", span), Step(reason, where)]
        if number is None:
            return Resolution(None, 0.6, steps)
        return Resolution(number, 0.95, steps, (span,))
