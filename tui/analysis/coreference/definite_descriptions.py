"""Whom or what a description means: "the president", "the company", "his lawyer", "officials"."""

from __future__ import annotations

from collections.abc import Container
from math import exp, log
from typing import NamedTuple

from tui.analysis.coreference.clauses import head_token, is_subject
from tui.analysis.coreference.described_referents import acronyms
from tui.analysis.coreference.description_nouns import (
    ARTICLES,
    DEFINITE,
    GENERIC,
    KIN,
    NAMELESS,
    ORGANISATIONS,
    POSSESSIVE_DETERMINERS,
    has_owner,
    is_counted,
    is_person_noun,
    is_plural,
    may_be_called,
)
from tui.analysis.coreference.discourse import Antecedent, Discourse
from tui.analysis.coreference.role_index import GENERAL_PREFIXES, RoleIndex, places_named
from tui.analysis.entities import gender
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.referents import Referent
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_NEW_PERSON_DETERMINERS = words("determiners of somebody new")
_PLACES = words("places")
_IMPERSONAL = ORGANISATIONS | _PLACES | words("bodies named after somebody")
_WORKS = words("works")
_COUNTERPARTS = words("counterparts")
_IMPLIED_ROLES = words("roles that need no saying") | words("anybody")
_OF_MANY = frozenset({"senator", "congressman", "congresswoman", "lawmaker", "representative"})
_PARTS_OF_BODIES = frozenset({"board", "committee", "panel", "commission", "council", "court", "department"})
_MAX_DISTANCE = 3  # sentences at most between a body and a description that its name does not hold
_SITES = frozenset({"website", "site", "startup", "studio", "shop", "group", "campaign"})
_MAX_BACK = 500  # tokens in which such a thing may have been introduced
_LOOKAHEAD = 40  # mentions looked at for somebody whom a headline or first sentence only describes
_MAX_PARAGRAPHS_AHEAD = 5
_MAX_INTRODUCTION = 14  # tokens behind a name that say who it is


class _Description(NamedTuple):
    """A description, taken apart."""

    head: int
    noun: str  # the head's word in lower case, or a stand-in for it
    modifiers: list[str]
    definite: bool  # "the", "this", "his" … before it, and nobody whose it is
    gender: float  # what the noun says, in log-odds, a woman's above 0
    age: str = ""  # "43" of "the 43-year-old"
    owned_by_pronoun: bool = False  # "her manager"
    owner: int | None = None  # whom that pronoun means
    places: frozenset[str] = frozenset()  # states and lands that it names, "the senator from Ohio"

    def gender_fit(self, referent: Referent) -> float:
        """Return the log-probability that the referent's gender is the description's, 0 where that says none."""
        if not self.gender:
            return 0.0
        return -log(1 + exp(-max(-8.0, min(8.0, self.gender * referent.gender / 2))))


class Descriptions:
    """Finds whom descriptions mean, in the order in which they stand."""

    def __init__(
        self,
        parsed: ParsedArticle,
        discourse: Discourse,
        mentions: list[Mention],
        role_index: RoleIndex,
        source_heads: set[int],
    ) -> None:
        self.parsed = parsed
        self.discourse = discourse
        self.role_index = role_index
        self.mentions = mentions
        self._named_ahead: set[int] = set()  # whom a headline described before they were named
        self._assumed: dict[
            int, str
        ] = {}  # what the person talked about was called, where nothing else says so
        self.source_heads = source_heads  # the tokens on which the sources of attributions depend

    def resolve(self, begin: int, head: int, next_mention: int, *, source: bool = False) -> Antecedent | None:
        """Return whom the description in tokens `[begin, head]` means, None if the article leaves it open.

        `next_mention` is the number of the first mention behind it. By what a `source` calls somebody who is talked
        about nobody else is called.
        """
        parsed = self.parsed
        if is_plural(parsed, head):
            return None  # "officials" are a group, and nobody named
        before = [parsed.word[i].casefold() for i in range(begin, head)]
        owned = has_owner(parsed, begin, head)
        noun = self._noun(head, before)
        description = _Description(
            head,
            noun,
            [w.strip(".") for w in before if len(w) > 2 and w not in ARTICLES and w[0].isalnum()],
            not DEFINITE.isdisjoint(before) and not owned,
            gender.from_role(parsed.word[head].casefold()),
            next((w for w in before if w.isdigit()), "") if "year" in before else "",
            bool(before) and before[0] in POSSESSIVE_DETERMINERS,
            self.discourse.pronoun_referents.get(begin),
            frozenset(places_named([*before, *self._from_where(head)])),
        )
        definite = description.definite
        paragraph = self.discourse.paragraph_at(head)
        if is_person_noun(noun) or (definite and noun not in _IMPERSONAL and self.role_index.is_role(noun)):
            # "another neighbour", but not "the two-term mayor"
            counted = (word for word, after in zip(before, [*before[1:], ""], strict=False) if after != "-")
            new = not _NEW_PERSON_DETERMINERS.isdisjoint(counted)
            choice = None if new else self._resolve_person(description)
            if source and choice is not None and not choice.sure and noun not in GENERIC:
                self._assumed.setdefault(choice.referent, noun)
            unnamed = (
                before[:1] not in ([], ["a"], ["an"]) if new else False
            )  # "one party leader" stays unnamed
            unnamed = unnamed or (new and noun in NAMELESS and paragraph > 1)
            if choice is None and not unnamed and (owned or new or not definite):
                tied = self._resolve_tied_forwards(description, begin, next_mention)
                if tied is not None:
                    return tied
            if choice is not None or paragraph > 2 or noun in KIN | NAMELESS or owned:
                return choice
            # "Mayor charged with fraud", at the top and before anybody is named, may be named further down.
            if new or not definite or self._nobody_met_yet():
                return self._resolve_forwards(description, next_mention)
            return None
        if parsed.pos[head] == "PROPN":
            return None  # a name that was not found
        if any(parsed.entity[i] for i in range(begin, head)):
            return None  # "the Leeds housing committee" is not Leeds
        if definite or (not before and paragraph <= 1):
            # "the editorial board" is no party, "the appeals court" the Court of Appeals
            held = set(description.modifiers) if noun in _PARTS_OF_BODIES else set()
            return self._resolve_organisation(description, held)  # "the company"; "Company" in a headline
        return None

    def _from_where(self, head: int) -> list[str]:
        """Return the words of the name behind "from" or "of" that follows a noun: "the senator from New Jersey"."""
        word = self.parsed.word
        if word[head + 1 : head + 2] not in (["from"], ["of"]):
            return []
        behind = range(head + 2, min(len(word), head + 5))
        stop = next((i for i in behind if not word[i][0].isupper()), behind.stop)
        return [w.casefold() for w in word[head + 2 : stop]]

    def _noun(self, head: int, before: list[str]) -> str:
        """Return the description's noun, in the form in which roles and kinds of people are looked up."""
        noun = self.parsed.word[head].casefold()
        if before[-1:] == ["-"] and (whole := "".join([*before[-2:], noun])) in _IMPLIED_ROLES:
            return whole  # "front-runner"
        if noun == "general" and before and before[-1] in GENERAL_PREFIXES:
            noun = f"{before[-1]} general"  # an attorney general is no general
        # "The 27-year-old", "the Italian" and "the father of two" say nothing of what somebody does.
        if (noun == "old" and "year" in before) or self.parsed.entity[head] == "NORP":
            return "year-old"
        return "year-old" if noun in KIN and is_counted(self.parsed, head) else noun

    def _nobody_met_yet(self) -> bool:
        return not any(self.discourse.referents[n].is_person for n in self.discourse.recent)

    def _resolve_person(self, description: _Description) -> Antecedent | None:
        """Return the person mentioned before whom the description fits best."""
        discourse, role_index = self.discourse, self.role_index
        head, noun, modifiers = description.head, description.noun, description.modifiers
        scored: list[tuple[float, int, bool]] = []
        for number in dict.fromkeys([*discourse.recent, *role_index.bearers(noun, modifiers)]):
            referent = discourse.referents[number]
            if not referent.is_person or number not in discourse.traces:
                continue
            fits = role_index.fits(number, noun, modifiers) or noun in referent.name.casefold().split()[:-1]
            age = role_index.age.get(number)
            if description.age and age is not None:
                if age != description.age:
                    continue  # "the 43-year-old" is not Doe, 70
                fits = True
            role_words = role_index.role_words.get(number, ())
            # "The president" is one of whom the article says so. "The man" is whoever is talked about, and so is
            # "the striker" where Doe, of whom nothing else is said, was the subject just before.
            if number == description.owner or (description.owned_by_pronoun and not fits):
                continue  # "her manager" is not herself
            if description.owner is not None and self._is_others(number, description.owner):
                continue  # "his friend", of another than before
            if not fits and not (
                description.definite
                and (
                    noun in _IMPLIED_ROLES
                    or (description.age and self._is_topic(number, head))
                    or self._is_current_subject(number, head, noun, role_words)
                )
            ):
                continue
            if not fits and noun not in GENERIC and self._assumed.get(number, noun) != noun:
                continue  # John Doe left. The minister said … The captain said …: he is not both
            places = role_index.places.get(number, set())
            if description.places and places and places.isdisjoint(description.places):
                continue  # "the Texas senator" is not Sen. Doe of Ohio
            # "Sen. Doe left. … Roe laughed. “No,” the senator said.": far below, it may be Roe
            far = min(2, self._paragraphs_since(number, head)) if noun in _OF_MANY | GENERIC else 0
            score = discourse.salience(number, head) + (4.0 - 1.5 * far) * fits
            score += 0.3 * log(discourse.traces[number].count)
            score += sum(0.8 if m in role_words else -0.2 for m in modifiers)
            if role_words and not fits and noun not in GENERIC:
                score -= 1.5  # the article says that this is somebody else's role
            score += description.gender_fit(referent)
            scored.append((score, number, fits))
        if not scored:
            return None
        scored.sort(reverse=True)
        score, best, fits = scored[0]
        margin = score - scored[1][0] if len(scored) > 1 else 2.0
        if fits:
            return Antecedent(best, margin, "said to be that in the article")
        return Antecedent(best, margin - 1.0, "the person talked about", sure=False)

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

    def _belongs(self, person: int, body: int) -> bool:
        """Tell whether the article says what somebody is for a body: "its head Jane Doe", "Acme head Jane Doe"."""
        index = self.role_index
        owners = (self.discourse.pronoun_referents.get(i) for i in index.owners.get(person, ()))
        said: set[str] = index.role_words.get(person, set())
        return body in owners or not said.isdisjoint(self.discourse.referents[body].key)

    def _is_current_subject(self, number: int, head: int, noun: str, role_words: Container[str]) -> bool:
        """Tell whether a person of whom no role is said is the subject just before, in the same paragraph."""
        trace = self.discourse.traces[number]
        here = self.discourse.paragraph_at(head)
        near = trace.paragraph == here and self.discourse.distance_to(number, head) <= 1
        # "The lawyer" and "his brother" are hardly the one just named, and "the Queen" is somebody of her own.
        other = noun in _COUNTERPARTS | NAMELESS | KIN or self.parsed.word[head][0].isupper()
        return near and trace.subject and not role_words and not other

    def _resolve_forwards(self, description: _Description, next_mention: int) -> Antecedent | None:
        """Return the person whom a headline or first sentence describes and the next ones name (cataphora)."""
        discourse, role_index = self.discourse, self.role_index
        modifiers = description.modifiers
        paragraph = discourse.paragraph_at(description.head)
        scored: list[tuple[float, int]] = []
        seen: set[int] = set()
        for mention in self.mentions[next_mention : next_mention + _LOOKAHEAD]:
            number = mention.referent
            referent = discourse.referents[number]
            token = head_token(self.parsed, mention.begin, mention.end)
            ahead = discourse.paragraph_at(token) - paragraph
            if ahead > _MAX_PARAGRAPHS_AHEAD:
                break
            if number in seen or not referent.is_person or number in discourse.traces:
                continue
            role_words = role_index.role_words.get(number, ())
            score = 3.0 * role_index.fits(number, description.noun, modifiers)
            score += sum(0.6 for m in modifiers if m in role_words)
            score += 1.5 * (token in self.source_heads) + 0.5 * is_subject(self.parsed, token)
            score -= 0.5 * len(seen)  # the first one named is the likeliest
            score -= 1.0 * (ahead == 0)  # "Mayor meets Jane Doe" names somebody else
            score += description.gender_fit(referent)
            seen.add(number)
            scored.append((score, number))
        if not scored:
            return None
        scored.sort(reverse=True)
        score, best = scored[0]
        if score < 1.0 or not (
            description.noun in GENERIC or role_index.fits(best, description.noun, modifiers)
        ):
            return None  # "The mayor said … Anna Holt said": nothing makes her the mayor
        margin = score - scored[1][0] if len(scored) > 1 else 1.0
        self._named_ahead.add(best)
        return Antecedent(best, min(margin, 1.5) - 0.5, "described first, named in what follows", sure=False)

    def _resolve_tied_forwards(
        self, description: _Description, begin: int, next_mention: int
    ) -> Antecedent | None:
        """Return the person whom what follows names with the same role and the same name in it (cataphora).

        "Denmark’s ambassador accused …", further down "Denmark’s ambassador, Jane Doe, said". At the top of an
        article the name is tie enough: "Former Harbour Party chairman says …", "said Jane Doe, who led the Harbour
        Party".
        """
        parsed, role_index, discourse = self.parsed, self.role_index, self.discourse
        near = range(begin, min(description.head + 4, parsed.sentences[parsed.sentence[begin]][1]))
        owners = {
            parsed.word[i].casefold()
            for i in near
            if parsed.pos[i] == "PROPN" and i != description.head and self._is_in(parsed, i, description.head)
        }
        owners.update(name.casefold() for name in acronyms(parsed.word[begin : description.head]))
        if not owners:
            return None
        paragraph = discourse.paragraph_at(begin)
        seen: set[int] = set()
        for mention in self.mentions[next_mention : next_mention + _LOOKAHEAD]:
            number = mention.referent
            if not discourse.referents[number].is_person or mention.begin <= description.head:
                continue
            said: set[str] = role_index.role_words.get(number, set())
            fits = role_index.fits(number, description.noun, description.modifiers)
            if fits and not owners.isdisjoint(said):
                return Antecedent(number, 1.0, "named so in what follows", sure=False)
            first = number in self._named_ahead or (number not in seen and number not in discourse.traces)
            seen.add(number)
            ahead = discourse.paragraph_at(mention.begin) - paragraph
            if not first or paragraph > 1 or not 0 < ahead <= _MAX_PARAGRAPHS_AHEAD:
                continue
            if head_token(parsed, mention.begin, mention.end) not in self.source_heads:
                continue
            end = parsed.sentences[parsed.sentence[mention.begin]][1]
            behind = range(mention.end + 1, min(end, mention.end + _MAX_INTRODUCTION))
            if parsed.word[mention.end : mention.end + 1] == [","] and any(
                parsed.word[i].casefold() in owners for i in behind
            ):
                self._named_ahead.add(number)
                return Antecedent(number, 0.5, "described first, named in what follows", sure=False)
        return None

    @staticmethod
    def _is_in(parsed: ParsedArticle, token: int, head: int) -> bool:
        """Tell whether the token hangs on the head of a description."""
        for _ in range(4):
            if token == head:
                return True
            token = parsed.head[token]
        return False

    def _was_new(self, head: int) -> bool:
        """Tell whether a noun was introduced before without a name: "set up a website … The website says"."""
        word = self.parsed.word
        noun = word[head].casefold()
        before = (i for i in range(head - 1, max(1, head - _MAX_BACK), -1) if word[i].casefold() == noun)
        return any({"a", "an", "new"}.intersection(word[max(0, i - 2) : i]) for i in before)

    def _resolve_organisation(self, description: _Description, held: set[str]) -> Antecedent | None:
        """Return the organisation, place or work mentioned before that the noun fits best.

        Its name must hold the words in `held`. "The soup maker" is the one that was said to make soup, "his
        company" one beside which the article says "company" or his name.
        """
        discourse, role_index = self.discourse, self.role_index
        head, noun, modifiers = description.head, description.noun, description.modifiers
        owner = description.owner
        ties = set() if owner is None else {noun, *discourse.referents[owner].key}
        wanted = (
            ("ORG", "FAC") if noun in ORGANISATIONS
            else ("GPE",) if noun in _PLACES
            else ("WORK_OF_ART",) if noun in _WORKS
            else ()
        )  # fmt: skip
        introduced = noun in _SITES and self._was_new(head)
        scored: list[tuple[float, int, bool]] = []
        for number in dict.fromkeys([*discourse.recent, *role_index.bearers(noun, [])]):
            referent = discourse.referents[number]
            if referent.label in ("", "PERSON", "somebody", "group") or number not in discourse.traces:
                continue
            if not held.issubset(referent.key):
                continue
            named = noun in (referent.key if referent.label == "ORG" else referent.key[-1:])
            fit = referent.label in wanted and may_be_called(noun, referent.key[-1:]) and not introduced
            if not named and not (fit and discourse.distance_to(number, head) <= _MAX_DISTANCE):
                continue
            score = discourse.salience(number, head) + 2.0 * named + 0.5 * fit
            near: set[str] = role_index.around.get(number, set())
            if owner is not None and ties.isdisjoint(near) and not self._belongs(owner, number):
                continue
            for modifier in modifiers:
                in_name = modifier in referent.key or f"{modifier}s" in referent.key
                score += 5.0 * in_name or (4.0 if modifier in near else -0.3)
            scored.append((score + 0.3 * log(discourse.traces[number].count), number, named))
        if not scored:
            return None
        scored.sort(reverse=True)
        score, best, named = scored[0]
        margin = score - scored[1][0] if len(scored) > 1 else 2.0
        if named:
            return Antecedent(best, margin, "its name says so")
        return Antecedent(best, margin - 1.0, "the one talked about", sure=False)
