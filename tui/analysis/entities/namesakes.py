"""Namesakes: whom a surname means that two people of an article bear.

It goes to the one who is named in full more often, is not introduced as the other's kin, and has the gender of the
pronouns after the bare surname.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import NamedTuple

from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.mentions import Mention
from tui.analysis.entities.referents import BUCKET, Referent
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_KIN = words("kin")
_SPOUSES = frozenset({"lady", "gentleman"})  # with "first" before them
_PRONOUNS = {"he": -1, "his": -1, "him": -1, "she": 1, "her": 1}
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_JUST_INTRODUCED = 2.5
_TOLD_APART = 2.0
_INTRODUCED_NEAR = 3  # sentences up to a bare surname
_OF_ONE_GENDER = 2.0  # the log-odds from which a first name is that of one gender only
_CONTRADICTING = 2  # pronouns of the other gender, more than of the bearer's own, that tell somebody else
_NEAR = 6  # mentions beside a surname among which relatives are looked for
_KIN_BEFORE = 6  # tokens before a full name among which "his wife" is looked for
_LOOKAHEAD = 30  # tokens after a bare surname in which a pronoun may tell the gender


@dataclass(slots=True)
class Bearer:
    """A person who bears a name of one word, and what speaks for them."""

    number: int  # of the referent
    certain: int  # mentions that can be nobody else's
    kin: bool  # introduced as somebody's wife, son …
    first: int | None  # the first mention by full name


class UnnamedRelative(NamedTuple):
    """Somebody who bears the name of another, and is never named in full."""

    mentions: list[int]  # by the bare surname, all before the other's full name
    gender: int  # by the pronouns behind them: 1 for a woman, -1 for a man, 0 where there are none


class Namesakes:
    """Weighs the bearers of a surname against each other.

    `full` are the mentions of each by full name, in order, `source_heads` the tokens on which sources depend.
    """

    def __init__(
        self,
        parsed: ParsedArticle,
        mentions: list[Mention],
        referents: list[Referent],
        full: dict[int, list[int]],
        source_heads: Container[int],
    ) -> None:
        self._parsed = parsed
        self._mentions = mentions
        self._referents = referents
        self._full = full
        self._source_heads = source_heads
        self._told_apart: dict[int, bool] = {}

    def gender_of(self, bearer: Bearer) -> float:
        """Return the log-odds of a bearer's gender by first name and the titles before the full name."""
        titles = sum(self._mentions[i].honorific for i in self._full.get(bearer.number, [])[:BUCKET])
        return self._referents[bearer.number].gender + titles

    def bearer(self, number: int) -> Bearer:
        """Return what speaks for a person as the bearer of a surname."""
        full = self._full.get(number, [])
        first = min(full, default=None)
        return Bearer(number, len(full), any(self._is_kin(i) for i in full[:5]), first)

    def likeliest(self, mention: int, bearers: list[Bearer], votes: int) -> Bearer:
        """Return which of several bearers of a name is meant at `mention`."""
        best, best_score = bearers[0], float("-inf")
        relatives = self._relatives_behind(mention, bearers)
        introduced = self._just_introduced(mention, bearers)
        named_first = min((b.first for b in bearers if b.first is not None), default=None)
        apart = {b.number for b in bearers if self._is_told_apart(b.number)}
        others = (self._referents[b.number].key for b in bearers if b.number not in apart)
        if not any(is_first_name(name[0]) for name in others if name):
            apart = set()
        for bearer in bearers:
            if bearer.number in relatives and len(relatives) < len(bearers):
                continue
            # "Jane Doe, the daughter of John Doe, won": who is named before the other is whom the article is about
            score = log(1 + bearer.certain)
            if bearer.number == introduced:
                score += _JUST_INTRODUCED
            elif bearer.kin and bearer.first != named_first:
                score -= 2.0
            score += 0.4 * max(-3, min(3, votes)) * (1 if self._referents[bearer.number].gender > 0 else -1)
            if bearer.first is not None and bearer.first > mention:
                score -= 1.0  # not introduced yet
            if bearer.number in apart:
                score -= _TOLD_APART
            if score > best_score:
                best, best_score = bearer, score
        return best

    def _is_told_apart(self, number: int) -> bool:
        """Tell whether a bearer is anywhere named in full behind the bare surname in its sentence.

        "Doe did not hear that Ada Doe was ill.": Doe is not Ada.
        """
        if number not in self._told_apart:
            mentions, sentence = self._mentions, self._parsed.sentence
            self._told_apart[number] = any(
                mentions[before].key == mentions[i].key[-1:]
                and sentence[mentions[before].begin] == sentence[mentions[i].begin]
                for i in self._full.get(number, [])
                for before in range(max(0, i - _NEAR), i)
            )
        return self._told_apart[number]

    def unnamed_relative(self, bare: list[int], bearers: list[Bearer]) -> UnnamedRelative | None:
        """Return who a bare surname means before its only bearer is named in full, if that is somebody else.

        "Doe won, and thanked his voters. … It was a great night for Jane Doe, too": news names people in full
        first, but a headline or summary may not, so that only pronouns of the other gender, or that the bearer is
        "his wife", tell. `bare` are the mentions by surname alone, in order.
        """
        first = bearers[0].first if len(bearers) == 1 else None
        if first is None:
            return None
        early = bare[: bisect_left(bare, first)]
        gender = self.gender_of(bearers[0])
        if not early or abs(gender) < _OF_ONE_GENDER:
            return None
        votes = sum(self.pronoun_gender_after(i) for i in early[:100])
        sign = 1 if gender > 0 else -1
        if sign * votes > -_CONTRADICTING and (sign * votes > 0 or not self._is_kin_of_other(first, sign)):
            return None
        return UnnamedRelative(early, -sign)

    def _is_kin_of_other(self, mention: int, sign: int) -> bool:
        """Tell whether a full name stands behind "his wife", "her husband, the painter" or "first lady"."""
        parsed, m = self._parsed, self._mentions[mention]
        begin = max(parsed.sentences[parsed.sentence[m.begin]][0], m.begin - _KIN_BEFORE)
        before = [w.casefold() for w in parsed.word[begin : m.begin]]
        return any(
            (_PRONOUNS.get(one) == -sign and two in _KIN) or (one == "first" and two in _SPOUSES)
            for one, two in pairwise(before)
        )

    def _just_introduced(self, mention: int, bearers: list[Bearer]) -> int | None:
        """Return the bearer named in full last, where that was shortly before and as who speaks.

        "“…,” James Doe, a grandson of President John Doe, said.": it is not the president who goes on.
        """
        sentence = self._parsed.sentence
        speaking: list[tuple[int, int]] = []
        for bearer in bearers:
            full = self._full.get(bearer.number, [])
            at = bisect_left(full, mention) - 1
            if at >= 0 and self._speaks(full[at]):
                speaking.append((full[at], bearer.number))
        last, number = max(speaking, default=(mention, None))
        near = (
            sentence[self._mentions[mention].begin] - sentence[self._mentions[last].begin] <= _INTRODUCED_NEAR
        )
        if number is None or not near:
            return None
        # "Carl Doe, her brother, said … Doe said she would go on."
        other = self._referents[number].gender * self.pronoun_gender_after(mention) < 0
        return None if other else number

    def _speaks(self, mention: int) -> bool:
        """Tell whether a mention is the source of words."""
        m = self._mentions[mention]
        return any(i in self._source_heads for i in range(m.begin, m.end))

    def _relatives_behind(self, mention: int, bearers: list[Bearer]) -> set[int]:
        """Return the bearers whom what follows the name excludes: "Doe, 35, the daughter of Jane Doe"."""
        parsed, m = self._parsed, self._mentions[mention]
        end = min(parsed.sentences[parsed.sentence[m.begin]][1], m.end + _LOOKAHEAD)
        if parsed.word[m.end : m.end + 1] != [","]:
            return set()
        kin = next((i for i in range(m.end, min(end, m.end + 9)) if parsed.word[i].casefold() in _KIN), end)
        named = {
            self._mentions[i].referent
            for i in range(mention + 1, min(len(self._mentions), mention + _NEAR))
            if kin < self._mentions[i].begin < end and len(self._mentions[i].key) > 1
        }
        return {bearer.number for bearer in bearers if bearer.number in named}

    def _is_kin(self, mention: int) -> bool:
        """Tell whether the mention introduces the person as somebody's wife, son …"""
        parsed, m = self._parsed, self._mentions[mention]
        begin, end = parsed.sentences[parsed.sentence[m.begin]]
        if any(w.casefold() in _KIN for w in parsed.word[max(begin, m.begin - 3) : m.begin]):
            return True
        behind = parsed.word[m.end : min(end, m.end + 9)]
        return behind[:1] == [","] and any(w.casefold() in _KIN for w in behind)

    def pronoun_gender_after(self, mention: int) -> int:
        """Return the gender of the first pronoun after a surname: 1 for a woman, -1 for a man, 0 without one.

        The search ends where somebody else is named, and at a quotation mark. It goes on into the next sentence
        only from a subject: "She is among Doe’s advisers. Her view …".
        """
        parsed = self._parsed
        begin = self._mentions[mention].end
        end = min(len(parsed), begin + _LOOKAHEAD)
        if parsed.dep[begin - 1] not in _SUBJECTS:
            end = min(end, parsed.sentences[parsed.sentence[begin - 1]][1])
        if mention + 1 < len(self._mentions):
            end = min(end, self._mentions[mention + 1].begin)
        for i in range(begin, end):
            if parsed.word[i] in '“"':
                return 0
            vote = _PRONOUNS.get(parsed.word[i].casefold())
            if vote is not None:
                return vote
        return 0
