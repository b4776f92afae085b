""" "The man", "the woman": the one person of whom the sentence before speaks, where it speaks of one alone."""

from __future__ import annotations

from tui.analysis.analysis import Step
from tui.analysis.coreference import clauses, description_nouns, relative_clauses
from tui.analysis.coreference.described_sources import DescribedSources
from tui.analysis.coreference.discourse import Discourse
from tui.analysis.coreference.named_sources import NamedSources
from tui.analysis.coreference.resolution import Resolution
from tui.analysis.coreference.role_index import RoleIndex
from tui.analysis.coreference.source_phrases import SourcePhrase
from tui.analysis.entities import gender
from tui.analysis.entities.word_lists import words

_GENERIC = frozenset({"man", "woman", "boy", "girl", "gentleman", "lady", "youth", "teenager"})
_MAX_BACK = 400  # tokens back in which nobody else may be called the same
_OTHER_GENDER = 2.0  # log-odds from which somebody is known to be of the other gender
_SAID_OF = frozenset({"appos", "attr", "compound", "nmod", "npadvmod", "oprd"})
_AT_WORK = words("counterparts") | {"constable", "inspector", "sergeant", "superintendent"}
"""Roles of those who tell of somebody else: Inspector Doe spoke to reporters. The man said …"""
_FOR_NOUNS = frozenset({"nsubj", "nsubjpass", "dobj"})


class GenericPersons:
    """Finds whom "the man" means where it is a source, and notes it as a mention of whoever that is."""

    def __init__(
        self,
        discourse: Discourse,
        names: NamedSources,
        described: DescribedSources,
        role_index: RoleIndex,
    ) -> None:
        self.parsed = discourse.parsed
        self.discourse = discourse
        self.names = names
        self._described = described
        self._role_index = role_index

    def resolve(self, source: SourcePhrase, head: int) -> Resolution | None:
        """Return the one person of the sentence before, named or described; None if several or none may be meant.

        "Jane Doe, a baker, wept. “It was all I had,” the woman said." Not whoever stopped a driver whom the next
        sentence calls "the man", nor somebody named where the article has spoken of a man before.
        """
        parsed = self.parsed
        noun = parsed.word[head].casefold()
        if noun not in _GENERIC or source.begin < head - 1 or parsed.word[head - 1].casefold() != "the":
            return None
        before = self.discourse.narration_before(head)
        if before is None or self.discourse.paragraph_at(head) - self.discourse.paragraph_of[before] > 1:
            return None
        begin, end = parsed.sentences[before]
        if any(parsed.lemma[i] == noun for i in range(max(0, begin - _MAX_BACK), end)):
            return None  # "A man shouted. Doe left. “No,” the man said."
        person = self._only_person(begin, end)
        if person is None:
            return None
        sign = gender.from_role(noun)
        mention = self.names.mention_of_token.get(person)
        known = self.discourse.pronoun_referents.get(person)
        if known is not None:
            if sign * self.names.referents[known].gender < 0 or not clauses.is_subject(parsed, person):
                return None
            meant = Resolution(known, 0.9, self.names.steps_to_last_name(known))
        elif mention is None:
            if sign * gender.from_role(parsed.word[person].casefold()) < 0:
                return None
            phrase = SourcePhrase(relative_clauses.noun_phrase(parsed, person), person)
            meant = self._described.resolve(phrase, person)
        else:
            referent = self.names.referents[self.names.mentions[mention].referent]
            roles = self._role_index.role_words.get(self.names.mentions[mention].referent, set())
            other = sign * referent.gender <= -_OTHER_GENDER or not _AT_WORK.isdisjoint(roles)
            if other or not clauses.is_subject(parsed, person):
                return None
            meant = self.names.resolve(mention)
        if meant.referent is None:
            return None
        self.discourse.add_mention(meant.referent, head)
        span = parsed.span(head - 1, head + 1)
        step = Step(f"“{span.of(parsed.text)}”: the person of the sentence before", span)
        return Resolution(
            meant.referent, 0.8 * meant.certainty, [step, *meant.steps], (span, *meant.mentions)
        )

    def _only_person(self, begin: int, end: int) -> int | None:
        """Return the token of the only person outside quotation marks in tokens `[begin, end)`, None of several."""
        parsed, mention_of = self.parsed, self.names.mention_of_token
        found: dict[object, int] = {}
        for i in range(begin, end):
            if self.discourse.quoted[i]:
                continue
            mention = mention_of.get(i)
            if mention is not None:
                if self.names.is_person(mention):
                    head = clauses.head_token(
                        parsed, self.names.mentions[mention].begin, self.names.mentions[mention].end
                    )
                    found.setdefault(self.names.mentions[mention].referent, head)
            elif parsed.tag[i] == "PRP" and (known := self.discourse.pronoun_referents.get(i)) is not None:
                if self._is_somebody(known):
                    found.setdefault(known, i)
            elif self._is_person_noun(i):
                found[f"noun {i}"] = i
        tokens = [i for key, i in found.items() if not self._says_who_another_is(i, set(found.values()))]
        if len(tokens) != 1:
            return None
        (token,) = tokens
        named = token in mention_of or token in self.discourse.pronoun_referents
        return token if named or parsed.dep[token] in _FOR_NOUNS else None

    def _is_somebody(self, number: int) -> bool:
        referent = self.names.referents[number]
        return referent.is_person or referent.label == "somebody"

    def _is_person_noun(self, token: int) -> bool:
        parsed = self.parsed
        noun = parsed.word[token].casefold()
        return (
            parsed.pos[token] == "NOUN"
            and (description_nouns.is_person_noun(noun) or noun in description_nouns.NAMELESS)
            and not description_nouns.is_plural(parsed, token)
        )

    def _says_who_another_is(self, token: int, others: set[int]) -> bool:
        """Tell whether a noun says what somebody else is: the witness, Jane Doe; Doe, a baker; Doe is a baker."""
        parsed = self.parsed
        if token in self.names.mention_of_token:
            return False
        head = parsed.head[token]
        named = any(
            parsed.head[i] == token
            and parsed.dep[i] in ("appos", "nmod")
            and i in self.names.mention_of_token
            for i in others
        )
        as_what = parsed.dep[token] == "pobj" and parsed.word[head] == "as"
        return named or as_what or parsed.dep[token] in _SAID_OF
