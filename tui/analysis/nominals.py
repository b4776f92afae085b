"""Whom a description means: "the president", "the company", "his lawyer", "officials"."""

from __future__ import annotations

from tui.analysis import gender, roles
from tui.analysis.discourse import Choice, Discourse
from tui.analysis.mentions import Mention
from tui.analysis.names import TITLES
from tui.analysis.parsed import Parsed
from tui.analysis.wordlists import groups, words

DEFINITE = frozenset(["the", "this", "that", "these", "those", "his", "her", "their", "its", "our", "my"])
_SKIPPED = DEFINITE | frozenset(
    [
        "a",
        "an",
        "some",
        "many",
        "several",
        "most",
        "few",
        "other",
        "another",
        "one",
        "any",
        "each",
        "every",
        "both",
        "all",
        "numerous",
    ]
)
_OTHERS = frozenset(
    [
        "a",
        "an",
        "some",
        "many",
        "several",
        "most",
        "few",
        "other",
        "another",
        "others",
        "one",
        "any",
        "no",
        "two",
        "three",
        "four",
        "five",
    ]
)

ORGANISED = frozenset(["campaign", "administration", "team", "government", "camp", "office"])
"""Nouns that make a body of the name before them: "the Trump campaign", "Saudi government"."""

_BODIES = words("bodies")
_PLACES = words("places")
_PEOPLE = words("people")
_SAME: dict[str, set[str]] = {}
for _group in groups("same roles"):
    for _word in _group:
        _SAME.setdefault(_word, set()).update(_group)


class Roles:
    """What each person of the article is said to be, by the words for it."""

    def __init__(self, parsed: Parsed, mentions: list[Mention]) -> None:
        self.words: dict[int, set[str]] = {}
        self.bearers: dict[str, list[int]] = {}
        for mention in mentions:
            if mention.label != "PERSON" and not mention.titled:
                continue
            for tokens in (roles.before(parsed, mention), roles.after(parsed, mention)):
                if tokens is None:
                    continue
                for i in range(*tokens):
                    word = parsed.word[i].casefold().strip(".")
                    if len(word) < 2:
                        continue
                    known = self.words.setdefault(mention.referent, set())
                    if word not in known:
                        known.add(word)
                        self.bearers.setdefault(word, []).append(mention.referent)

    def fits(self, referent: int, noun: str) -> bool:
        """Whether the article says that the referent is what `noun` says."""
        known = self.words.get(referent)
        return known is not None and (noun in known or not known.isdisjoint(_SAME.get(noun, ())))

    def bearers_of(self, noun: str) -> list[int]:
        """Those of whom the article says what `noun` says."""
        found = [n for word in {noun} | _SAME.get(noun, set()) for n in self.bearers.get(word, ())]
        return list(dict.fromkeys(found))


def is_definite(parsed: Parsed, begin: int, head: int) -> bool:
    """Whether the description in `[begin, head]` means somebody already known."""
    return any(parsed.word[i].casefold() in DEFINITE for i in range(begin, head))


def is_plural(parsed: Parsed, head: int) -> bool:
    """Whether the noun means more than one."""
    return parsed.tag[head] in ("NNS", "NNPS") or parsed.word[head].casefold() in (
        "police",
        "people",
        "staff",
    )


def meant(parsed: Parsed, begin: int, head: int, discourse: Discourse, known: Roles) -> Choice | None:
    """The referent that the description in tokens `[begin, head]` means, None where the article does not decide."""
    noun = parsed.word[head].casefold()
    lemma = parsed.lemma[head]
    if is_plural(parsed, head):
        return None
    others = any(parsed.word[i].casefold() in _OTHERS for i in range(begin, head))
    if others:
        return None
    modifiers = [
        parsed.word[i].casefold().strip(".")
        for i in range(begin, head)
        if parsed.pos[i] in ("ADJ", "NOUN", "PROPN")
    ]
    person = (
        noun in TITLES
        or noun in _PEOPLE
        or noun in _SAME
        or noun.endswith(("man", "woman", "person", "year-old", "ist"))
    )
    definite = is_definite(parsed, begin, head)
    sign = gender.of_role(noun)
    scored: list[tuple[float, int, str]] = []
    candidates = list(dict.fromkeys([*discourse.recent, *(known.bearers_of(noun) if person else ())]))
    sentence = parsed.sentence[head]
    for number in candidates:
        referent = discourse.referents[number]
        trace = discourse.traces.get(number)
        score = discourse.salience(number, head) if trace else -2.0
        if person and referent.person:
            fits = known.fits(number, noun)
            if not fits and not definite:
                continue
            score += 3.0 * fits
            if sign:
                score += max(-4.0, min(1.0, referent.gender * sign / 3))
            said = known.words.get(number, set())
            score += sum(0.8 if m in said else -0.2 for m in modifiers)
            scored.append(
                (score, number, "said to be that in the article" if fits else "the person talked about")
            )
        elif (
            not person
            and definite
            and not referent.person
            and referent.label in ("ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART")
        ):
            named = noun in referent.key or lemma in referent.key
            wanted = (
                referent.label in ("ORG", "FAC") if noun in _BODIES and noun not in _PLACES
                else referent.label == "GPE" if noun in _PLACES else False
            )  # fmt: skip
            if named or wanted:
                scored.append(
                    (score + 3.0 * named, number, "its name says so" if named else "the body talked about")
                )
    if not scored or sentence < 0:
        return None
    scored.sort(reverse=True)
    score, best, reason = scored[0]
    margin = score - scored[1][0] if len(scored) > 1 else 2.0
    return Choice(best, margin - (0.0 if "said" in reason or "name" in reason else 1.0), reason)


def description(parsed: Parsed, tokens: tuple[int, ...], head: int) -> tuple[int, int]:
    """The tokens of a description worth showing: no article or number word in front, no relative clause behind."""
    begin = tokens[0]
    while begin < head and (
        parsed.word[begin].casefold() in _SKIPPED - {"his", "her", "their", "its", "my", "our"}
    ):
        begin += 1
    end = head + 1
    last = tokens[-1] + 1
    while end < last and parsed.word[end].casefold() not in (
        ",",
        "who",
        "which",
        "that",
        "whose",
        "--",
        "—",
        "–",
        "(",
    ):
        end += 1
    return begin, end
