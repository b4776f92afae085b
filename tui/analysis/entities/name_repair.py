"""Mentions corrected by the names found elsewhere in the article.

The recogniser reads each sentence by itself. It takes verbs in headlines for names, joins neighbouring names, and
misses surnames at the start of a sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from tui.analysis.entities.gender import is_first_name
from tui.analysis.entities.mentions import Mention, mention_at
from tui.analysis.entities.name_parts import Key, core
from tui.analysis.entities.word_lists import words
from tui.analysis.parsed_article import ParsedArticle

_ORG_WORDS = words("words of organisations")
_CONTENT = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
_TIMES = frozenset({"day", "days", "night", "week", "month", "year", "weekend"})
_ORGANISATION_WORDS = _ORG_WORDS - _TIMES
_SWALLOWING = frozenset({"EVENT", "WORK_OF_ART", "LAW", "PRODUCT"})
_MAX_WORDS = 6  # of a part of a headline that is looked up as a name


def repair(parsed: ParsedArticle, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, split where two names were read as one, with missed surnames, in reading order."""
    counts = Counter(m.key for m in mentions)
    headlines = _title_case_sentences(parsed, mentions)
    surnames: dict[str, set[str]] = {}
    for mention in mentions:
        words_of = core(mention.key)
        if mention.honorific and len(words_of) == 1:
            surnames.setdefault(words_of[0], set())  # "Mr Grey"
        full = mention.label == "PERSON" and 2 <= len(words_of) <= 4
        if not full or parsed.sentence[mention.begin] in headlines:
            continue
        if counts[mention.key] > 1 or is_first_name(words_of[0]) or mention.titled:
            surnames.setdefault(words_of[-1], set()).add(words_of[0])
    known = {m.key for m in mentions if parsed.sentence[m.begin] not in headlines}
    out: list[Mention] = []
    for mention in mentions:
        if counts[mention.key] == 1 and (size := _words_of_person_inside(mention, known, surnames)):
            out.extend(_split_after_person(parsed, mention, size))
            continue
        if len(mention.key) > 1 and mention.key[-1] not in _ORG_WORDS:
            in_headline = parsed.sentence[mention.begin] in headlines
            if in_headline and mention.key not in known:
                out.extend(_cut_headline(parsed, mention, known, surnames))
                continue
            if not in_headline and counts[mention.key] == 1 and _swallows_surname(mention, counts, surnames):
                out.extend(_split(parsed, mention, mention.end - 1, "ORG"))
                continue
            if mention.key[1:2] == ("and",) and mention.key[0] in surnames and mention.key[-1] in surnames:
                out.extend(_split(parsed, mention, mention.end - 1, "PERSON"))  # "Smith and Jones"
                continue
        out.append(mention)
    return _add_missed_surnames(parsed, out, surnames)


def _title_case_sentences(parsed: ParsedArticle, mentions: list[Mention]) -> set[int]:
    """Return the sentences that hold a name of several words and have every content word capitalised."""
    found: set[int] = set()
    seen: set[int] = set()
    for mention in mentions:
        sentence = parsed.sentence[mention.begin]
        if mention.end - mention.begin < 2 or sentence in seen:
            continue
        seen.add(sentence)
        begin, end = parsed.sentences[sentence]
        if end - begin > 40:
            continue
        long = [i for i in range(begin, end) if len(parsed.word[i]) > 3 and parsed.word[i][0].isalpha()]
        small = [i for i in long if not parsed.word[i][0].isupper()]
        if len(long) >= 4 and not any(parsed.pos[i] in _CONTENT for i in small):
            found.add(sentence)
    return found


def _cut_headline(
    parsed: ParsedArticle, mention: Mention, known: set[Key], surnames: dict[str, set[str]]
) -> list[Mention]:
    """Return the parts of a name in a headline that the article names elsewhere, or the whole where none is."""
    last = mention.key[-1]
    if is_first_name(mention.key[0]) and (last in surnames or (last,) in known) and len(mention.key) <= 4:
        return [mention]
    out: list[Mention] = []
    at = mention.begin
    while at < mention.end:
        for end in range(min(mention.end, at + _MAX_WORDS), at, -1):
            part = mention_at(parsed, at, end, mention.label)
            if part is None:
                continue
            last = part.key[-1]
            person = last in surnames and len(part.key) == 1
            if len(part.key) == 2 and is_first_name(part.key[0]):
                person = last in surnames or (last,) in known
            if person or part.key in known:
                part.label = "PERSON" if person else part.label
                out.append(part)
                at = end
                break
        else:
            at += 1
    return out or [mention]


def _swallows_surname(mention: Mention, counts: Counter[Key], surnames: dict[str, set[str]]) -> bool:
    """Tell whether another name and a person's surname were read as one ("the Post Jones said")."""
    bearers = surnames.get(mention.key[-1])
    if bearers is None or mention.key[0] in bearers or is_first_name(mention.key[0]):
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
    """Split a name behind its first `size` words, which are a person's."""
    at = mention.begin + size
    person = mention_at(parsed, mention.begin, at, "PERSON")
    rest = mention_at(parsed, at, mention.end, "EVENT" if mention.label == "PERSON" else mention.label)
    return [m for m in (person, rest) if m is not None]


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
