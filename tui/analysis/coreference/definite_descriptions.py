"""Whom or what a description means: "the president", "the company", "his lawyer", "officials"."""

from __future__ import annotations

from collections.abc import Collection, Container
from math import log

from tui.analysis.coreference import role_conflicts
from tui.analysis.coreference.cataphora import Cataphora
from tui.analysis.coreference.description import IMPLIED_ROLES, Description, take_apart
from tui.analysis.coreference.description_nouns import (
    CALLINGS,
    GENERIC,
    KIN,
    NAMELESS,
    is_person_noun,
    is_plural,
)
from tui.analysis.coreference.discourse import Antecedent, Discourse, likeliest
from tui.analysis.coreference.impersonal_descriptions import IMPERSONAL, ImpersonalDescriptions
from tui.analysis.coreference.role_index import DIPLOMATIC, RoleIndex
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_NEW_PERSON_DETERMINERS = words("determiners of somebody new")
_COUNTERPARTS = words("counterparts")
_OFFICES = frozenset({"president", "premier", "chancellor", "minister"})
_LEADING = frozenset({"president", "premier", "prime", "chancellor", "leader", "king", "queen"})
_SEEKING = frozenset({"candidate", "nominee", "businessman", "billionaire", "tycoon", "mogul"})
_REBUTTING = frozenset({"contradict", "deny", "dispute", "rebut", "refute", "reject"})
_IN_PARLIAMENT = words("in parliament")
_ACTING = frozenset({"actor", "actress", "star", "performer"})
_IN_SPORT = frozenset(
    "boss captain coach defender footballer goalkeeper manager midfielder player skipper striker winger".split()
)
_REFEREES = frozenset({"linesman", "referee", "umpire"})
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})
_OF_MANY = frozenset({"senator", "congressman", "congresswoman", "lawmaker", "representative"})


class Descriptions:
    """Finds whom descriptions mean, in the order in which they stand."""

    def __init__(
        self,
        parsed: ParsedArticle,
        discourse: Discourse,
        role_index: RoleIndex,
        cataphora: Cataphora,
    ) -> None:
        self.parsed = parsed
        self.discourse = discourse
        self.role_index = role_index
        self._cataphora = cataphora
        self._impersonal = ImpersonalDescriptions(parsed, discourse, role_index)
        # What the person talked about was called, where nothing else says so.
        self._assumed: dict[int, str] = {}
        self._last_called: dict[str, int] = {}  # the same, by the noun

    def resolve(self, begin: int, head: int, next_mention: int, *, source: bool = False) -> Antecedent | None:
        """Return whom the description in tokens `[begin, head]` means, None if the article leaves it open.

        `next_mention` is the number of the first mention after it. By what a `source` calls somebody who is talked
        about nobody else is called.
        """
        parsed = self.parsed
        if is_plural(parsed, head):
            return None  # "officials" are a group, and nobody named
        description = take_apart(parsed, begin, head, self.discourse.pronoun_referents)
        before, noun, owned = description.before, description.noun, description.owned
        definite = description.definite
        paragraph = self.discourse.paragraph_at(head)
        if is_person_noun(noun) or (definite and noun not in IMPERSONAL and self.role_index.is_role(noun)):
            # "another neighbour", but not "the two-term mayor"
            counted = (word for word, after in zip(before, [*before[1:], ""], strict=False) if after != "-")
            new = not _NEW_PERSON_DETERMINERS.isdisjoint(counted)
            choice = None if new else self._resolve_person(description)
            if source and choice is not None and not choice.sure and noun not in GENERIC | CALLINGS:
                self._assumed.setdefault(choice.referent, noun)
                self._last_called[noun] = choice.referent
            # "one party leader" stays unnamed
            unnamed = new and (before[:1] not in ([], ["a"], ["an"]) or (noun in NAMELESS and paragraph > 1))
            if choice is None and not unnamed and (owned or new or not definite):
                tied = self._cataphora.resolve_tied(description, next_mention)
                if tied is not None:
                    return tied
            if choice is not None or paragraph > 2 or noun in KIN | NAMELESS or owned:
                return choice
            # "Mayor charged with fraud", at the top and before anybody is named, may be named further down.
            if new or not definite or self._nobody_met_yet():
                return self._cataphora.resolve(description, next_mention)
            return None
        if parsed.pos[head] == "PROPN":
            return None  # a name that was not found
        if any(parsed.entity[i] for i in range(begin, head)):
            return None  # "the Leeds housing committee" is not Leeds
        if definite or (not before and paragraph <= 1):
            return self._impersonal.resolve(description)  # "the company"; "Company" in a headline
        return None

    def _nobody_met_yet(self) -> bool:
        return not any(self.discourse.referents[n].is_person for n in self.discourse.recent)

    def _resolve_person(self, description: Description) -> Antecedent | None:
        """Return the person mentioned before whom the description fits best."""
        discourse, role_index = self.discourse, self.role_index
        head, noun, modifiers = description.head, description.noun, description.modifiers
        other_party = role_conflicts.OTHER_PARTY.get(self.parsed.word[head].casefold(), "")
        scored: list[tuple[float, int, bool]] = []
        before = [self._last_called[noun]] if noun in self._last_called else []
        for number in dict.fromkeys([*discourse.recent, *role_index.bearers(noun, modifiers), *before]):
            referent = discourse.referents[number]
            if not referent.is_person or number not in discourse.traces:
                continue
            if noun in _ACTING and number in role_index.characters:
                continue  # "Marta (Jane Doe) wept. “It hurt,” the actress said."
            fits = role_index.fits(number, noun, modifiers) or noun in referent.name.casefold().split()[:-1]
            fits = fits or (noun in _ACTING and number in role_index.players)
            tied = role_index.belongs(number, description.names)
            is_it = noun not in _SPOKESMEN and role_index.is_called(number, noun)
            if description.owned and description.names and not (tied or is_it):
                fits = False  # "Iceland’s leader" is not President Doe, "Roe’s spokesman" not the ministry’s
            age = role_index.age.get(number)
            if description.age and age is not None:
                if age != description.age:
                    continue  # "the 43-year-old" is not Doe, 70
                fits = True
            role_words = role_index.role_words.get(number, ())
            if role_index.is_called(number, other_party):
                continue  # "the Republican" is not Sen. Doe, D-Ohio
            if role_conflicts.exclude(noun, modifiers, role_words):
                continue  # "the first minister" is not Prime Minister Doe
            fits = fits or role_conflicts.is_head_of(noun, modifiers, role_words)
            again = self._assumed.get(number) == noun  # called so before
            # "The president" is one of whom the article says so. "The man" is whoever is talked about, and so is
            # "the striker" where Doe, of whom nothing else is said, was the subject just before.
            if number == description.owner or (description.owned_by_pronoun and not fits):
                continue  # "her manager" is not herself
            if description.owner is not None and self._is_others(number, description.owner):
                continue  # "his friend", of another than before
            if not fits and role_words and self._is_ruled_out(description, role_words, tied=tied):
                continue
            if not (fits or role_index.calls(number, noun, description.names)) and not (
                description.definite
                and (
                    noun in IMPLIED_ROLES
                    or again
                    or (noun in CALLINGS and self._has_just_spoken(number, head))
                    or (description.age and self._is_topic(number, head))
                    or self._is_current_subject(number, head, noun, role_words)
                )
            ):
                continue
            if (
                not fits
                and noun in _IN_SPORT
                and not (self._has_acted(number) and _REFEREES.isdisjoint(role_words))
            ):
                continue  # "Doe raged over a foul on Roe. “No,” said the manager.": not Roe, nor the referee
            if not fits and noun not in GENERIC | CALLINGS and self._assumed.get(number, noun) != noun:
                continue  # John Doe left. The minister said … The captain said …: he is not both
            if not (fits or again) and self._is_another(number, description):
                continue
            places = role_index.places.get(number, set())
            if description.places and places and places.isdisjoint(description.places):
                continue  # "the Texas senator" is not Sen. Doe of Ohio
            # "Sen. Doe left. … Roe laughed. “No,” the senator said.": far below, it may be Roe
            far = min(2, self._paragraphs_since(number, head)) if noun in _OF_MANY | GENERIC else 0
            score = discourse.salience(number, head) + (4.0 - 1.5 * far) * fits
            score += 0.3 * log(discourse.traces[number].count)
            score += sum(0.8 if m in role_words else -0.2 for m in modifiers)
            if role_words and not fits and noun not in GENERIC | CALLINGS and not description.partisan:
                score -= 1.5  # the article says that this is somebody else's role
            if description.partisan:  # of two in parliament it is who was named last
                score += 2.0 * bool(role_words) - discourse.distance_to(number, head)
                score += 2.0 * (not places.isdisjoint(description.places))
            score += 4.0 * (again and not fits)
            score += description.gender_fit(referent) + 4.0 * (tied and not fits)
            scored.append((score, number, fits))
        return likeliest(scored, "said to be that in the article", "the person talked about")

    def _is_ruled_out(self, description: Description, role_words: Collection[str], *, tied: bool) -> bool:
        """Tell whether the roles of somebody speak against a description that none of them says.

        "The prime minister" is no Sen. Doe, "the Harbour Party official" not the bank's economist, and "the Ohio
        Republican" sits in a parliament.
        """
        if description.noun in _OFFICES:
            return _SEEKING.isdisjoint(role_words)
        if description.partisan:
            return _IN_PARLIAMENT.isdisjoint(role_words)
        if description.noun == "diplomat":
            return not _LEADING.isdisjoint(role_words) and DIPLOMATIC.isdisjoint(role_words)
        once = "former" in description.before  # "the former Harbour Trust executive", who is a minister now
        return description.noun in CALLINGS and bool(description.names) and not (tied or once)

    def _is_another(self, number: int, description: Description) -> bool:
        """Tell whether somebody of whom the article does not say the role of a description hardly has it.

        "Doe said the mayor was paid. The mayor …", "Doe said it was late. The minister denied the claim.", and
        nobody is the president for having spoken once, nor a minister for having spoken. Prime ministers are so
        well known that articles leave out that they are it.
        """
        parsed, trace, noun, head = (
            self.parsed,
            self.discourse.traces[number],
            description.noun,
            description.head,
        )
        begin, end = parsed.sentences[trace.sentence]
        talked_about = any(
            parsed.word[i].casefold() == noun and parsed.word[i - 1].casefold() == "the"
            for i in range(begin + 1, min(end, head))
        )
        spoke = number == self.discourse.last_speaker and self.discourse.distance_to(number, head) <= 1
        from_there = not description.places.isdisjoint(self.role_index.places.get(number, ()))
        denies = spoke and not from_there and parsed.lemma[parsed.head[head]] in _REBUTTING
        first = spoke and (noun == "minister" or trace.count == 1)
        office = "prime" not in description.modifiers and (
            noun in _OFFICES or "chief" in description.modifiers
        )
        return talked_about or denies or (office and first)

    def _has_acted(self, number: int) -> bool:
        """Tell whether somebody was last mentioned as a subject, or speaks in the article."""
        return self.discourse.traces[number].subject or number in self.discourse.speakers

    def _has_just_spoken(self, number: int, head: int) -> bool:
        """Tell whether somebody spoke last, a paragraph or two before at most."""
        discourse = self.discourse
        near = discourse.paragraph_at(head) - discourse.last_speaker_paragraph <= 2
        return near and number == discourse.last_speaker

    def _is_topic(self, number: int, head: int) -> bool:
        """Tell whether somebody was the subject last, shortly before: "the bespectacled, 71-year-old diplomat"."""
        near = self._paragraphs_since(number, head) <= 1 and self.discourse.distance_to(number, head) <= 2
        return near and self.discourse.traces[number].subject

    def _paragraphs_since(self, number: int, head: int) -> int:
        """Return how many paragraphs lie between the last mention of somebody and a description."""
        here = self.discourse.paragraph_at(head)
        return here - self.discourse.traces[number].paragraph

    def _is_others(self, number: int, owner: int) -> bool:
        """Tell whether the article calls a person somebody's friend or aide, and the owner is another one."""
        referents = self.discourse.pronoun_referents
        owners = {referents[i] for i in self.role_index.owners.get(number, ()) if i in referents}
        return bool(owners) and owner not in owners

    def _is_current_subject(self, number: int, head: int, noun: str, role_words: Container[str]) -> bool:
        """Tell whether a person of whom no role is said is the subject just before, in the same paragraph."""
        trace = self.discourse.traces[number]
        here = self.discourse.paragraph_at(head)
        near = trace.paragraph == here and self.discourse.distance_to(number, head) == 1
        # "The lawyer" and "his brother" are hardly the one just named, and "the Queen" is somebody of her own.
        other = noun in _COUNTERPARTS | NAMELESS | KIN or self.parsed.word[head][0].isupper()
        return near and trace.subject and not trace.embedded and not role_words and not other
