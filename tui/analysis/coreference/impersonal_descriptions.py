"""Which organisation, place or work a description means: "the company", "the city", "the book"."""

from __future__ import annotations

from math import log

from tui.analysis.coreference.description import Description
from tui.analysis.coreference.description_nouns import COMMERCIAL, ORGANISATIONS, may_be_called
from tui.analysis.coreference.discourse import Antecedent, Discourse, likeliest
from tui.analysis.coreference.role_index import RoleIndex
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_PLACES = words("places")
_WORKS = words("works")
IMPERSONAL = ORGANISATIONS | _PLACES | words("bodies named after somebody")
"""Nouns by which no person is called."""

_PARTS_OF_BODIES = frozenset({"board", "committee", "panel", "commission", "council", "court", "department"})
_NO_BODIES = frozenset({"", "PERSON", "somebody", "group"})
_UNKNOWN_GENDER = 0.5  # the log-odds below which nothing is known
_MAX_DISTANCE = 3  # sentences at most between a body and a description that its name does not hold
_SITES = frozenset({"website", "site", "startup", "studio", "shop", "group", "campaign"})
_OUTLETS = words("media") | words("papers")
_SPOKEN_TO = frozenset(
    """
    answer approach ask comment contact email inform interview letter question reply see speak statement talk tell
    write
    """.split()
)
_MOVING = frozenset({"arrive", "come", "hire", "join", "move", "poach", "recruit"})
_LONGEST_CLAUSE = 8  # tokens from a noun to the verb of the clause that tells it apart
_MAX_BACK = 500  # tokens in which such a thing may have been introduced


class ImpersonalDescriptions:
    """Finds what was mentioned before that a description of no person means."""

    def __init__(self, parsed: ParsedArticle, discourse: Discourse, role_index: RoleIndex) -> None:
        self._parsed = parsed
        self._discourse = discourse
        self._role_index = role_index

    def resolve(self, description: Description) -> Antecedent | None:
        """Return the organisation, place or work mentioned before that the noun fits best.

        "The soup maker" is the one that was said to make soup, "his company" one beside which
        the article says "company" or his name.
        """
        discourse, role_index = self._discourse, self._role_index
        head, noun, modifiers = description.head, description.noun, description.modifiers
        owner = description.owner
        # "the editorial board" is no party, "the appeals court" the Court of Appeals
        held = set(modifiers) if noun in _PARTS_OF_BODIES else set()
        ties = set() if owner is None else {noun, *discourse.referents[owner].key}
        wanted = (
            ("ORG", "FAC") if noun in ORGANISATIONS
            else ("GPE",) if noun in _PLACES
            else ("WORK_OF_ART",) if noun in _WORKS
            else ()
        )  # fmt: skip
        new = self._is_told_apart(head) or (noun in _SITES and self._was_new(head))
        scored: list[tuple[float, int, bool]] = []
        for number in dict.fromkeys([*discourse.recent, *role_index.bearers(noun, [])]):
            referent = discourse.referents[number]
            misread = noun in COMMERCIAL and self._is_firm_read_as_person(number, head)
            if not misread and (referent.label in _NO_BODIES or number not in discourse.traces):
                continue
            if not held.issubset(referent.key):
                continue
            named = noun in (referent.key if referent.label == "ORG" else referent.key[-1:])
            fit = (misread or referent.label in wanted) and may_be_called(noun, referent.key[-1:]) and not new
            if not named and not (fit and discourse.distance_to(number, head) <= _MAX_DISTANCE):
                continue
            beside = discourse.distance_to(number, head) < 1 or not _OUTLETS.isdisjoint(referent.key[-1:])
            if not named and beside and self._is_spoken_to(number):
                continue  # Approached by the Herald, the firm said …
            if not named and self._was_left(number):
                continue  # Doe joined from Roe Dairies. … The company said …
            score = discourse.salience(number, head) + 2.0 * named + 0.5 * fit
            near: set[str] = role_index.around.get(number, set())
            if owner is not None and ties.isdisjoint(near) and not self._belongs(owner, number):
                continue
            for modifier in modifiers:
                in_name = modifier in referent.key or f"{modifier}s" in referent.key
                score += 5.0 * in_name or (4.0 if modifier in near else -0.3)
            scored.append((score + 0.3 * log(discourse.traces[number].count), number, named))
        return likeliest(scored, "its name says so", "the one talked about")

    def _is_firm_read_as_person(self, number: int, head: int) -> bool:
        """Tell whether a name that the recogniser takes for a person spoke just before, and is nobody's he or she.

        "Nordlund said it was hard. The company …"
        """
        discourse = self._discourse
        referent = discourse.referents[number]
        if referent.label != "PERSON" or number != discourse.last_speaker or number not in discourse.traces:
            return False
        nobody = not referent.known_gender and abs(referent.gender) < _UNKNOWN_GENDER
        alone = len(referent.key) == 1 and not self._role_index.role_words.get(number)
        return nobody and alone and discourse.distance_to(number, head) <= 1

    def _is_spoken_to(self, number: int) -> bool:
        """Tell whether a body was last mentioned as the one to whom something was said, or who asked."""
        parsed, token = self._parsed, self._discourse.traces[number].token
        if parsed.dep[token] not in ("dobj", "dative", "pobj"):
            return False
        verb = parsed.head[token]
        if parsed.pos[verb] == "ADP":
            verb = parsed.head[verb] if parsed.word[verb] in ("by", "to", "with") else token
        return parsed.lemma[verb] in _SPOKEN_TO

    def _was_left(self, number: int) -> bool:
        """Tell whether a body was mentioned only as where somebody came from: Doe, who joined from Roe Dairies."""
        parsed, trace = self._parsed, self._discourse.traces[number]
        at = trace.token
        while parsed.dep[at] in ("appos", "compound") and parsed.head[at] < at:
            at = parsed.head[at]
        preposition = parsed.head[at]
        moved = parsed.lemma[parsed.head[preposition]] in _MOVING and parsed.word[preposition] == "from"
        return trace.count == 1 and moved

    def _is_told_apart(self, head: int) -> bool:
        """Tell whether a clause right behind a noun says which it is: "the association representing grocers"."""
        parsed = self._parsed
        end = min(parsed.sentences[parsed.sentence[head]][1], head + _LONGEST_CLAUSE)
        opens = head + 1 < end and (parsed.word[head + 1] == "that" or parsed.tag[head + 1] == "VBG")
        return opens and any(
            parsed.head[i] == head and parsed.dep[i] in ("acl", "relcl") for i in range(head + 1, end)
        )

    def _was_new(self, head: int) -> bool:
        """Tell whether a noun was introduced before without a name: "set up a website … The website says"."""
        word = self._parsed.word
        noun = word[head].casefold()
        before = (i for i in range(head - 1, max(1, head - _MAX_BACK), -1) if word[i].casefold() == noun)
        return any({"a", "an", "new"}.intersection(word[max(0, i - 2) : i]) for i in before)

    def _belongs(self, person: int, body: int) -> bool:
        """Tell whether the article says what somebody is for a body: "its head Jane Doe", "Acme head Jane Doe"."""
        index = self._role_index
        owners = (self._discourse.pronoun_referents.get(i) for i in index.owners.get(person, ()))
        said: set[str] = index.role_words.get(person, set())
        return body in owners or not said.isdisjoint(self._discourse.referents[body].key)
