"""Mentions corrected by the names found elsewhere in the article.

The recogniser reads each sentence by itself. It takes verbs in headlines for names, joins neighbouring names, and
misses surnames at the start of a sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from tui.analysis.entities.gazetteer import place_class
from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.headline_names import (
    asks,
    cut_headline,
    title_case_sentences,
    without_headline_verbs,
)
from tui.analysis.entities.mentions import Mention, mention_at
from tui.analysis.entities.name_kinds import KNOWN_BODIES, KNOWN_THINGS, KNOWN_WORDS, LEADERS
from tui.analysis.entities.name_parts import KNOWN_LABELS, Key, core
from tui.analysis.entities.name_surroundings import PLACE_PREPOSITIONS, acts_as_person
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_ORG_WORDS = words("words of organisations")
_TIMES = frozenset({"day", "days", "night", "week", "month", "year", "weekend"})
_ORGANISATION_WORDS = _ORG_WORDS - _TIMES
_SWALLOWING = frozenset({"EVENT", "WORK_OF_ART", "LAW", "PRODUCT"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})
_RECENTLY = frozenset({"today", "yesterday", "tonight"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def repair(parsed: ParsedArticle, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, split where two names were read as one, with missed surnames, in reading order."""
    mentions = without_headline_verbs(parsed, _join_neighbours(parsed, mentions))
    counts = Counter(m.key for m in mentions)
    headlines = title_case_sentences(parsed, mentions)
    surnames: dict[str, set[str]] = {}
    for mention in mentions:
        words_of = core(mention.key)
        if mention.honorific and len(words_of) == 1:
            surnames.setdefault(words_of[0], set())  # "Mr Grey"
        full = mention.label == "PERSON" and 2 <= len(words_of) <= 4 and len(words_of[-1]) > 1  # "Title I"
        if not full or parsed.sentence[mention.begin] in headlines:
            continue
        if counts[mention.key] > 1 or is_first_name(words_of[0]) or mention.titled:
            surnames.setdefault(words_of[-1], set()).add(words_of[0])
    small = {w for w in parsed.word if w.islower()} if headlines else set()
    parts = {w for m in mentions if parsed.sentence[m.begin] not in headlines for w in m.key}
    known = {m.key for m in mentions if parsed.sentence[m.begin] not in headlines}
    people = {m.key for m in mentions if m.label == "PERSON"}
    out: list[Mention] = []
    for mention in mentions:
        if counts[mention.key] == 1 and (size := _words_of_person_inside(mention, known, surnames)):
            out.extend(_split_after_person(parsed, mention, size))
            continue
        if counts[mention.key] == 1 < counts[mention.key[1:]] and asks(parsed, mention):
            out.extend(_split_at(parsed, mention, mention.begin + 1, "", "")[1:])  # "Will Acme Be Next?"
            continue
        if mention.key[0] in LEADERS and " ".join(mention.key[1:]) in KNOWN_BODIES:
            out.extend(_split_at(parsed, mention, mention.begin + 1, "PERSON", "ORG"))
            continue  # "the Obama Justice Department"
        if len(mention.key) > 1 and mention.key[-1] not in _ORG_WORDS:
            in_headline = parsed.sentence[mention.begin] in headlines
            if in_headline and mention.key not in known:
                out.extend(cut_headline(parsed, mention, known, surnames, small))
                continue
            if (
                not in_headline
                and counts[mention.key] == 1
                and _swallows_surname(mention, counts, surnames, people)
            ):
                out.extend(_split(parsed, mention, mention.end - 1, "ORG"))
                continue
            if (
                mention.label == "PERSON"
                and len(mention.key) == 2
                and mention.key[0] in surnames
                and mention.key[1] not in surnames
                and counts[mention.key] == 1
                and counts[mention.key[1:]] > 1
                and not is_first_name(mention.key[0])
            ):
                out.extend(_split_at(parsed, mention, mention.begin + 1, "PERSON", ""))  # "Jones Polaroid"
                continue
            if len(mention.key) == 2 and mention.key[1] in surnames and _is_participle(parsed, mention):
                out.extend(_split_at(parsed, mention, mention.begin + 1, "", "PERSON")[1:])  # "Hosting Jones"
                continue
            if mention.key[1:2] == ("and",) and _is_shared(mention.key, known):
                out.extend(_split_at(parsed, mention, mention.begin + 1, "GPE", "GPE", mention.key[3:]))
                continue
            if mention.key[1:2] == ("and",) and mention.key[0] in surnames and mention.key[-1] in surnames:
                out.extend(_split(parsed, mention, mention.end - 1, "PERSON"))  # "Smith and Jones"
                continue
        if (
            parsed.sentence[mention.begin] in headlines
            and len(mention.key) == 1
            and counts[mention.key] == 1
            and not mention.text.isupper()
            and mention.key[0] not in parts
            and not _is_known(mention.key)
        ):
            continue  # a verb or noun of the headline: "Doe Laughs"
        out.append(mention)
    return _add_missed_names(parsed, _add_missed_surnames(parsed, out, surnames))


def _join_neighbours(parsed: ParsedArticle, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, with neighbours joined that are one name.

    "Environment" and "Canada" are, in an article that elsewhere has "Environment Canada"; and so are "Zorblat" and
    "Paris", both read as towns, where Paris says, thinks or has a father.
    """
    known = {m.key: m.label for m in mentions if len(m.key) > 1 and m.label}
    acting: Counter[Key] = Counter()
    for m in mentions:
        if len(m.key) == 1 and m.label == "GPE":
            ceiling = parsed.sentences[parsed.sentence[m.begin]][1]
            acting[m.key] += acts_as_person(parsed, m, ceiling)
            acting[m.key] -= parsed.word[m.begin - 1].casefold() in PLACE_PREPOSITIONS if m.begin else 0
    out: list[Mention] = []
    for mention in mentions:
        left = out[-1] if out else None
        if left is not None and left.end == mention.begin:
            both = (*left.key, *mention.key)
            label = known.get(both)
            if label is None:
                label = "ORG" if " ".join(both) in KNOWN_BODIES else KNOWN_THINGS.get(" ".join(both))
            if (
                label is None
                and len(left.key) == len(mention.key) == 1
                and left.label == mention.label == "GPE"
                and acting[mention.key] > 1
                and not place_class(left.key)
            ):
                label = "PERSON"
            whole = mention_at(parsed, left.begin, mention.end, label) if label else None
            if whole is not None:
                out[-1] = whole
                continue
        behind = parsed.word[mention.end : mention.end + 1]
        if (
            behind
            and behind[0][0].isupper()
            and " ".join((*mention.key, behind[0].casefold())) in KNOWN_BODIES
        ):
            mention = mention_at(parsed, mention.begin, mention.end + 1, "ORG") or mention  # "Islamic State"
        before = parsed.word[mention.begin - 1] if mention.begin else ""
        if before[:1].isupper() and " ".join((before.casefold(), *mention.key)) in KNOWN_BODIES:
            # "Police" and "Scotland", of which only a land was read
            mention = mention_at(parsed, mention.begin - 1, mention.end, "ORG") or mention
        out.append(mention)
    return out


def _is_known(name: Key) -> bool:
    """Tell whether a one-word name is widely known."""
    word = name[0]
    return bool(place_class(name)) or word in KNOWN_LABELS or word in KNOWN_WORDS or is_first_name(word)


def _is_participle(parsed: ParsedArticle, mention: Mention) -> bool:
    """Tell whether the name's first word begins a sentence and looks like a verb."""
    word = parsed.word[mention.begin]
    first = mention.begin == parsed.sentences[parsed.sentence[mention.begin]][0]
    return first and len(word) > 5 and word.endswith("ing") and not is_first_name(word)


def _is_shared(name: Key, known: set[Key]) -> bool:
    """Tell whether it is two places that share their last word: "North and South Korea"."""
    return len(name) == 4 and name[2:] in known and (name[0], name[3]) in known


def _swallows_surname(
    mention: Mention, counts: Counter[Key], surnames: dict[str, set[str]], people: Container[Key]
) -> bool:
    """Tell whether another name and a person's surname were read as one ("the Post Jones said").

    A first name that stands alone elsewhere is no other name: "Eli Marsh", the son of Ruth Marsh, once "Eli".
    """
    bearers = surnames.get(mention.key[-1])
    if bearers is None or mention.key[0] in bearers or is_first_name(mention.key[0]):
        return False
    if len(mention.key) == 2 and mention.key[:1] in people:
        return False
    return counts[mention.key[:-1]] > 0 or mention.key[-2] in _ORG_WORDS


def _words_of_person_inside(mention: Mention, known: set[Key], surnames: Container[str]) -> int:
    """Return how many words at the start of a longer name are a person's whom the article names elsewhere, or 0.

    "Jane Doe Election Day" was read as one event, in an article that has "Ms Doe". Organisations and places stay
    whole, as they may be named after a person of whom the article says nothing.
    """
    name = mention.key
    if len(name) < 3 or not is_first_name(name[0]):
        return 0
    if mention.label not in _SWALLOWING and name[-1] not in _TIMES:
        return 0
    if not _ORGANISATION_WORDS.isdisjoint(name[2:]):
        return 0
    sizes = (size for size in (2, 3) if size < min(len(name), mention.end - mention.begin))
    return next((n for n in sizes if name[n - 1] in surnames or name[n - 1 : n] in known), 0)


def _split_after_person(parsed: ParsedArticle, mention: Mention, size: int) -> list[Mention]:
    """Split a name after its first `size` words, which are a person's."""
    at = mention.begin + size
    person = mention_at(parsed, mention.begin, at, "PERSON")
    rest = mention_at(parsed, at, mention.end, "EVENT" if mention.label == "PERSON" else mention.label)
    return [m for m in (person, rest) if m is not None]


def _split_at(
    parsed: ParsedArticle, mention: Mention, at: int, left: str, right: str, shared: Key = ()
) -> list[Mention]:
    """Split a name before token `at`, the parts labelled `left` and `right`; `shared` words are the left’s, too."""
    first = mention_at(parsed, mention.begin, at, left)
    if first is not None and shared:
        first.key = (*first.key, *shared)
        first.text = " ".join([first.text, *parsed.word[mention.end - len(shared) : mention.end]])
    while parsed.word[at] in ("and", "&"):
        at += 1
    second = mention_at(parsed, at, mention.end, right)
    return [m for m in (first, second) if m is not None]


def _split(parsed: ParsedArticle, mention: Mention, at: int, label: str) -> list[Mention]:
    """Split a name before token `at`, where a person's name begins; what stands before it gets `label`."""
    end = at
    while end > mention.begin + 1 and parsed.word[end - 1] in ("and", "&"):
        end -= 1
    left = mention_at(parsed, mention.begin, end, label)
    right = mention_at(parsed, at, mention.end, "PERSON")
    return [m for m in (left, right) if m is not None]


def _add_missed_surnames(
    parsed: ParsedArticle, mentions: list[Mention], surnames: dict[str, set[str]]
) -> list[Mention]:
    """Return the mentions together with the surnames that the tagger took for other words."""
    if not surnames:
        return mentions
    shapes = {s for name in surnames for s in (name.capitalize(), name.upper())}
    for mention in mentions:
        if mention.label == "PERSON" and mention.key[-1] in surnames:
            shapes.add(parsed.word[mention.end - 1])
    taken = {i for m in mentions for i in range(m.begin, m.end)}
    pos = parsed.pos
    extra = [
        made
        for i, w in enumerate(parsed.word)
        if w in shapes and i not in taken and pos[i] != "ADJ" and w[0].isupper()
        if (made := mention_at(parsed, i, i + 1, "PERSON")) is not None
    ]
    return sorted([*mentions, *extra], key=lambda m: m.begin) if extra else mentions


def _is_whole_subject(parsed: ParsedArticle, at: int) -> bool:
    """Tell whether the word alone is a subject: not "Tarn" of "Tarn editor Jane Doe said"."""
    following = parsed.pos[at + 1] if at + 1 < len(parsed) else ""
    return parsed.dep[at] in _SUBJECTS and (
        following not in _NOMINAL or parsed.word[at + 1].casefold() in _RECENTLY
    )


def _add_missed_names(parsed: ParsedArticle, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions together with names of one word that the tagger took for a noun: "Tarn today said".

    They stand at least twice as names, or once as a person's surname, and the article never writes them small.
    """
    counts = Counter(m.text for m in mentions if m.end - m.begin == 1)
    counts.update(2 * [m.text.split()[-1] for m in mentions if m.label == "PERSON" and m.end - m.begin > 1])
    small = {w for w in parsed.word if w.islower()}
    known = {
        name
        for name, count in counts.items()
        if count > 1 and len(name) > 3 and name.istitle() and name.isalpha() and name.casefold() not in small
    }
    if not known:
        return mentions
    taken = {i for m in mentions for i in range(m.begin, m.end)}
    extra = [
        made
        for i, w in enumerate(parsed.word)
        if w in known and i not in taken and parsed.pos[i] == "NOUN" and _is_whole_subject(parsed, i)
        if (made := mention_at(parsed, i, i + 1, "")) is not None
    ]
    return sorted([*mentions, *extra], key=lambda m: m.begin) if extra else mentions
