"""Whom a description means: "the president", "the company", "his lawyer", "officials"."""

from __future__ import annotations

from collections.abc import Container
from math import exp, log

from tui.analysis.coreference.clauses import head_token, is_subject
from tui.analysis.coreference.discourse import Antecedent, Discourse
from tui.analysis.coreference.role_index import GENERAL_PREFIXES, SYNONYMS, RoleIndex
from tui.analysis.entities import gender
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.name_parts import POSSESSIVE, TITLES
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my"})
POSSESSIVE_DETERMINERS = frozenset({"his", "her", "their", "its", "my", "our"})
_ARTICLES = words("determiners")
_NEW_PERSON_DETERMINERS = words("determiners of somebody new")
_BODIES = words("bodies")
_PLACES = words("places")
_IMPERSONAL = _BODIES | _PLACES | words("bodies named after somebody")
_PEOPLE = words("people")
_KIN = words("kin")
_WORKS = words("works")
_GENERIC = words("anybody")
_PLURALS = words("plurals")
_COUNTERPARTS = words("counterparts")
_NAMELESS = words("nobody in particular")
_IMPLIED_ROLES = words("roles that need no saying") | words("anybody")
_MAX_DISTANCE = 3  # sentences at most between a body and a description that its name does not hold
_LOOKAHEAD = 40  # mentions looked at for somebody whom a headline or first sentence only describes

ROLE_NOUNS = TITLES | words("bodies") | SYNONYMS.keys()
"""Nouns that mean somebody or some body known, where "the" stands before them."""


def is_plural(parsed: ParsedArticle, head: int) -> bool:
    """Whether the noun means more than one."""
    return parsed.tag[head] in ("NNS", "NNPS") or parsed.word[head].casefold() in _PLURALS


def _is_counted(parsed: ParsedArticle, head: int) -> bool:
    return parsed.word[head + 1 : head + 2] == ["of"] and parsed.pos[head + 2 : head + 3] == ["NUM"]


def _has_owner(parsed: ParsedArticle, begin: int, head: int) -> bool:
    """Whether the description says whose it is ("the firm’s lawyer", "the head of the agency")."""
    inside = any(parsed.word[i] in POSSESSIVE for i in range(begin, head))
    of = parsed.word[head + 1 : head + 2] in (["of"], ["for"], ["at"]) and not _is_counted(parsed, head)
    return inside or of


def is_person_noun(noun: str) -> bool:
    """Whether the noun is said of one person."""
    return (
        noun in TITLES
        or noun in _PEOPLE
        or noun in _KIN
        or noun in SYNONYMS
        or noun in _GENERIC
        or noun.endswith(("man", "woman", "person", "ist", "year-old", " general"))
    )


def is_group_of_people(parsed: ParsedArticle, head: int) -> bool:
    """Whether the noun is said of several people."""
    noun = parsed.lemma[head]
    if not is_plural(parsed, head) or parsed.pos[head] != "NOUN":
        return False
    return (
        is_person_noun(noun)
        or noun in _NAMELESS
        or noun in _PLURALS
        or noun.endswith(("ee", "ian", "ist", "man"))
    )


class Descriptions:
    """Finds whom descriptions mean, in the order in which they stand."""

    def __init__(
        self,
        parsed: ParsedArticle,
        discourse: Discourse,
        mentions: list[Mention],
        role_index: RoleIndex,
        sources: set[int],
    ) -> None:
        self.parsed = parsed
        self.discourse = discourse
        self.role_index = role_index
        self.mentions = mentions
        self.sources = sources  # the tokens on which the sources of attributions hang

    def resolve(self, begin: int, head: int, next_mention: int) -> Antecedent | None:
        """The referent that the description in tokens `[begin, head]` means, None where the article leaves it open.

        `next_mention` is the number of the first mention behind it.
        """
        parsed = self.parsed
        noun = parsed.word[head].casefold()
        if is_plural(parsed, head):
            return None
        before = [parsed.word[i].casefold() for i in range(begin, head)]
        sign = gender.from_role(noun)
        if noun == "general" and before and before[-1] in GENERAL_PREFIXES:
            noun = f"{before[-1]} general"
        if (noun == "old" and "year" in before) or parsed.entity[head] == "NORP":
            noun = "year-old"  # "the 27-year-old", "the Italian"
        elif noun in _KIN and _is_counted(parsed, head):
            noun = "year-old"  # "the father of two"
        new = not _NEW_PERSON_DETERMINERS.isdisjoint(before)
        owned = _has_owner(parsed, begin, head)
        definite = not DEFINITE.isdisjoint(before) and not owned
        modifiers = [w.strip(".") for w in before if len(w) > 2 and w not in _ARTICLES and w[0].isalnum()]
        if is_person_noun(noun) or (definite and noun not in _IMPERSONAL and self.role_index.is_role(noun)):
            top = self.discourse.paragraph_of[parsed.sentence[head]] <= 2
            choice = None if new else self._resolve_person(head, noun, modifiers, definite, sign)
            if (
                choice is None
                and top
                and noun not in _KIN
                and noun not in _NAMELESS
                and not owned
                and (new or not definite or self._nobody_met_yet())
            ):
                choice = self._resolve_forwards(head, noun, modifiers, next_mention, sign)
            return choice
        if parsed.pos[head] == "PROPN":
            return None  # a name that was not found
        if any(parsed.entity[i] for i in range(begin, head)):
            return None  # "the Leeds housing committee"
        if definite or (not before and self.discourse.paragraph_of[parsed.sentence[head]] <= 1):
            return self._resolve_organisation(head, noun)
        return None

    def _nobody_met_yet(self) -> bool:
        return not any(self.discourse.referents[n].is_person for n in self.discourse.recent)

    def _resolve_person(
        self, head: int, noun: str, modifiers: list[str], definite: bool, sign: float
    ) -> Antecedent | None:
        discourse, role_index = self.discourse, self.role_index
        scored: list[tuple[float, int, bool]] = []
        for number in dict.fromkeys([*discourse.recent, *role_index.bearers(noun, modifiers)]):
            referent = discourse.referents[number]
            if not referent.is_person or number not in discourse.traces:
                continue
            fits = role_index.fits(number, noun, modifiers)
            said = role_index.role_words.get(number, ())
            if not fits and not (
                definite and (noun in _IMPLIED_ROLES or self._is_current_subject(number, head, noun, said))
            ):
                continue
            score = discourse.salience(number, head) + 4.0 * fits
            score += 0.3 * log(discourse.traces[number].count)
            score += sum(0.8 if m in said else -0.2 for m in modifiers)
            if said and not fits and noun not in _GENERIC:
                score -= 1.5  # the article says it is something else
            if sign:
                score -= log(1 + exp(-max(-8.0, min(8.0, sign * referent.gender / 2))))
            scored.append((score, number, fits))
        if not scored:
            return None
        scored.sort(reverse=True)
        score, best, fits = scored[0]
        margin = score - scored[1][0] if len(scored) > 1 else 2.0
        if fits:
            return Antecedent(best, margin, "said to be that in the article")
        return Antecedent(best, margin - 1.0, "the person talked about", sure=False)

    def _is_current_subject(self, number: int, head: int, noun: str, said: Container[str]) -> bool:
        """Whether somebody of whom nothing is said is the subject just before, in the same paragraph."""
        trace = self.discourse.traces[number]
        here = self.discourse.paragraph_of[self.parsed.sentence[head]]
        near = trace.paragraph == here and self.discourse.distance_to(number, head) <= 1
        return (
            near and trace.subject and not said and noun not in _COUNTERPARTS and noun not in _NAMELESS | _KIN
        )

    def _resolve_forwards(
        self, head: int, noun: str, modifiers: list[str], next_mention: int, sign: float
    ) -> Antecedent | None:
        """Somebody whom a headline or first sentence describes and the next sentences name."""
        discourse, role_index = self.discourse, self.role_index
        paragraph = discourse.paragraph_of[self.parsed.sentence[head]]
        scored: list[tuple[float, int]] = []
        seen: set[int] = set()
        for mention in self.mentions[next_mention : next_mention + _LOOKAHEAD]:
            number = mention.referent
            referent = discourse.referents[number]
            token = head_token(self.parsed, mention.begin, mention.end)
            ahead = discourse.paragraph_of[self.parsed.sentence[token]] - paragraph
            if ahead > 5:
                break
            if number in seen or not referent.is_person or number in discourse.traces:
                continue
            said = role_index.role_words.get(number, ())
            score = 3.0 * role_index.fits(number, noun, modifiers) + sum(0.6 for m in modifiers if m in said)
            score += 1.5 * (token in self.sources) + 0.5 * is_subject(self.parsed, token) - 0.5 * len(seen)
            score -= 1.0 * (ahead == 0)
            if sign:
                score -= log(1 + exp(-max(-8.0, min(8.0, sign * referent.gender / 2))))
            seen.add(number)
            scored.append((score, number))
        if not scored:
            return None
        scored.sort(reverse=True)
        score, best = scored[0]
        if score < 1.0:
            return None
        margin = score - scored[1][0] if len(scored) > 1 else 1.0
        return Antecedent(best, min(margin, 1.5) - 0.5, "described first, named in what follows", sure=False)

    def _resolve_organisation(self, head: int, noun: str) -> Antecedent | None:
        discourse, role_index = self.discourse, self.role_index
        wanted = (
            ("ORG", "FAC") if noun in _BODIES
            else ("GPE",) if noun in _PLACES
            else ("WORK_OF_ART",) if noun in _WORKS
            else ()
        )  # fmt: skip
        scored: list[tuple[float, int, bool]] = []
        for number in dict.fromkeys([*discourse.recent, *role_index.bearers(noun, [])]):
            referent = discourse.referents[number]
            if referent.label in ("", "PERSON", "somebody", "group") or number not in discourse.traces:
                continue
            named = noun in (referent.key if referent.label == "ORG" else referent.key[-1:])
            fit = referent.label in wanted
            if not named and not (fit and discourse.distance_to(number, head) <= _MAX_DISTANCE):
                continue
            score = discourse.salience(number, head) + 2.0 * named + 0.5 * fit
            scored.append((score + 0.3 * log(discourse.traces[number].count), number, named))
        if not scored:
            return None
        scored.sort(reverse=True)
        score, best, named = scored[0]
        margin = score - scored[1][0] if len(scored) > 1 else 2.0
        if named:
            return Antecedent(best, margin, "its name says so")
        return Antecedent(best, margin - 1.0, "the one talked about", sure=False)


def without_determiners(parsed: ParsedArticle, tokens: tuple[int, ...], head: int) -> tuple[int, int]:
    """The tokens of a description worth showing: no article or number word in front, no relative clause behind."""
    begin = tokens[0]
    while begin < head and parsed.pos[begin] in ("ADP", "CCONJ", "SCONJ", "PUNCT"):
        begin += 1
    while (
        begin < head
        and parsed.word[begin].casefold() in _ARTICLES
        and parsed.word[begin].casefold() not in POSSESSIVE_DETERMINERS
    ):
        begin += 1
    end = head + 1
    last = tokens[-1] + 1
    while end < last and parsed.word[end].casefold() not in _BREAKS:
        end += 1
    return begin, end


_BREAKS = frozenset({",", "who", "which", "that", "whose", "--", "—", "–", "("})
