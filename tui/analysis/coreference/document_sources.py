"""Documents and remarks as sources: "his claim", "the statement", "a report from Acme" are their authors'."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping

from tui.analysis.analysis import Step
from tui.analysis.coreference import authorship, relative_clauses
from tui.analysis.coreference.definite_descriptions import Descriptions
from tui.analysis.coreference.description_nouns import is_body, is_person_noun
from tui.analysis.coreference.discourse import Discourse
from tui.analysis.coreference.named_sources import NamedSources
from tui.analysis.coreference.pronoun_antecedents import PronounAntecedents
from tui.analysis.coreference.resolution import Resolution
from tui.analysis.coreference.source_phrases import SourcePhrase
from tui.analysis.entities.name_parts import words_of
from tui.analysis.parsed_article import ParsedArticle
from tui.article.spans import Span

_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "PRODUCT"})  # labels of possible authors

_ANNOUNCEMENTS = frozenset({"statement", "release", "announcement", "filing", "document"})


class DocumentSources:
    """Resolves sources that are something said or written to whoever said or wrote it.

    `resolved` gives what was found for the sources before, by the token of their head; whoever resolves them keeps
    it up to date. `describe` gives whom a description means that is no source.
    """

    def __init__(
        self,
        parsed: ParsedArticle,
        discourse: Discourse,
        antecedents: PronounAntecedents,
        names: NamedSources,
        descriptions: Descriptions,
        resolved: Mapping[int, Resolution],
        describe: Callable[[SourcePhrase, int], Resolution],
    ) -> None:
        self.parsed = parsed
        self.discourse = discourse
        self._antecedents = antecedents
        self.names = names
        self._descriptions = descriptions
        self._resolved = resolved
        self._describe = describe
        self._begins = [m.begin for m in names.mentions]

    def resolve(self, begin: int, head: int) -> Resolution | None:
        """Return whoever said or wrote what the noun at `head` names, None if it names nothing of the sort."""
        parsed = self.parsed
        if not authorship.is_saying(parsed, head):
            return None
        owner = authorship.owner(parsed, head)
        span = parsed.span(begin, head + 1)
        said = " ".join(words_of(span.of(parsed.text)))
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
        for document in authorship.mentions_before(parsed, head):
            known = self._resolved.get(document)
            author = authorship.author(parsed, document)
            if known is None and author is not None:
                known = self._resolve_author(author)
                if known is None and (author := authorship.issuer(parsed, document)) is not None:
                    known = self._resolve_author(author)  # The regulator published its report
            if known is not None and known.referent is not None:
                where = document if author is None else author
                step = Step(f"“{said}”: issued by the one named before", parsed.span(where, where + 1))
                return Resolution(known.referent, 0.9 * known.certainty, [step, *known.steps], (span,))
        return self._of_writer(head, span, said) or self._of_last_speaker(head, span, said)

    def _of_writer(self, head: int, span: Span, said: str) -> Resolution | None:
        """Return who is said just before to have done what leaves such a document: sued, posted, wrote."""
        writer = authorship.writer(self.parsed, head)
        known = None if writer is None else self._resolve_author(writer)
        if writer is None or known is None or known.referent is None:
            return None
        where = self.parsed.span(writer, writer + 1)
        step = Step(f"“{said}”: written by the one named before", where)
        return Resolution(known.referent, 0.8 * known.certainty, [step, *known.steps], (span,))

    def _of_last_speaker(self, head: int, span: Span, said: str) -> Resolution | None:
        """Return whoever spoke just before, where an announcement that nobody is said to have made must be theirs.

        "Alder Foods confirmed the sale. “We are sorry,” the statement read."
        """
        discourse = self.discourse
        here = discourse.paragraph_at(head)
        number = discourse.last_speaker
        if self.parsed.lemma[head] not in _ANNOUNCEMENTS or authorship.is_introduced_otherwise(
            self.parsed, head
        ):
            return None
        if number is not None and (
            here - discourse.last_speaker_paragraph > 1 or self.names.referents[number].label not in _SPEAKING
        ):
            return None
        reason = "of whoever spoke last"
        if number is None:
            number, reason = self._only_subject_before(head), "of the subject of the sentence before"
        if number is None:
            return None
        step = Step(f"“{said}”: {reason}", span)
        return Resolution(number, 0.65, [step, *self.names.steps_to_last_name(number)], (span,))

    def _only_subject_before(self, head: int) -> int | None:
        """Return whom alone the sentence before is about, None if it is nobody named, or several."""
        discourse = self.discourse
        found = [
            number
            for number in discourse.recent
            if discourse.traces[number].subject
            and discourse.distance_to(number, head) <= 1
            and self.names.referents[number].label in _SPEAKING
        ]
        return found[0] if len(found) == 1 else None

    def _resolve_author(self, token: int) -> Resolution | None:
        """Return whom the words mean that name the author of a document, be it only described: the regulator."""
        known = self._resolve_mentioned(token)
        noun = self.parsed.lemma[token]
        issues = is_body(noun) or is_person_noun(noun) or self.parsed.dep[token] == "nsubj"
        if known is not None or self.parsed.pos[token] != "NOUN" or not issues:
            return known
        phrase = SourcePhrase(relative_clauses.noun_phrase(self.parsed, token), token)
        known = self._resolved.get(token) or self._describe(phrase, token)
        return known if known.referent is not None else None

    def _resolve_mentioned(self, token: int) -> Resolution | None:
        """Return whom a name, pronoun or description that is no source means, None if that is left open."""
        parsed = self.parsed
        resolution: Resolution | None = self._resolved.get(token)
        if token in self.names.mention_of_token:
            number = self.names.mention_of_token[token]
            if self.names.referents[self.names.mentions[number].referent].label in _SPEAKING:
                return self.names.resolve(number)
            return resolution if resolution is not None and resolution.referent is not None else None
        if resolution is None and parsed.tag[token] in ("PRP", "PRP$"):
            meant = self.discourse.pronoun_referents.get(token)
            if meant is None:  # it follows: "a letter that he wrote"
                choice = self._antecedents.resolve(token, parsed.word[token].casefold(), source=False)
                if choice is None:
                    return None
                meant = choice.referent
            resolution = Resolution(meant, 0.85, self.names.steps_to_last_name(meant))
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
        return resolution if named or self.names.referents[resolution.referent].label else None
