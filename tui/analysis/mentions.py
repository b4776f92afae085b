"""The stretches of an article that name somebody or something.

The entity recogniser's spans and the proper nouns it left out are cut and joined to names: titles and
possessors taken off ("President Obama", "Ukraine’s Volodymyr Zelenskyy"), a first or last name that it
missed put back.
"""

from __future__ import annotations

from dataclasses import dataclass

from tui.analysis.gender import is_first_name
from tui.analysis.names import HONORIFICS, SUFFIXES, TITLES, Key, display
from tui.analysis.names import key as key_of
from tui.analysis.parsed import Parsed
from tui.analysis.wordlists import words
from tui.article.spans import Span

NAMED = frozenset(
    ["PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"]
)
"""The recogniser's labels that are names; the others are dates, numbers and amounts."""

_BARE = ""  # a proper noun outside every entity
_SMALL = words("small words")
_PARTICLES = words("particles")
_NOT_NAMES = words("no names")
ROLE_WORDS = (
    words("people") | words("words of organisations") | words("roles of men") | words("roles of women")
)
"""Nouns that may stand before a name, capitalised in headlines, and are no first names."""

_CUTTABLE = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT"})
_HYPHENS = frozenset({"-", "–", "‑"})
_MARKS = frozenset({"'", "’", "'s", "’s", "'S", "’S"})


@dataclass(slots=True)
class Mention:
    """A name where it stands: tokens `[begin, end)`, without titles; `label` "" where the recogniser saw none."""

    begin: int
    end: int
    label: str
    key: Key
    text: str
    honorific: float = 0.0  # what a title before it says of the gender
    titled: bool = False
    definite: bool = False  # "the" stands before it
    title_begin: int = -1  # where its capitalised titles begin ("President Trump"), `begin` without any
    referent: int = -1


def find(parsed: Parsed) -> list[Mention]:
    """The names in `parsed`, in reading order, none overlapping another."""
    out: list[Mention] = []
    entity, pos = parsed.entity, parsed.pos
    hot = [i for i, p in enumerate(pos) if p == "PROPN" or entity[i] in NAMED]
    k, count = 0, len(hot)
    while k < count:
        begin = k
        k += 1
        while (
            k < count and hot[k] == hot[k - 1] + 1 and parsed.sentence[hot[k]] == parsed.sentence[hot[k - 1]]
        ):
            k += 1
        _read_run(parsed, hot[begin], hot[k - 1] + 1, out)
    return out


def _read_run(parsed: Parsed, begin: int, end: int, out: list[Mention]) -> None:
    """Cut one run of neighbouring tokens at entity edges and possessives, and mend the pieces."""
    entity, begins, word = parsed.entity, parsed.entity_begins, parsed.word
    pieces: list[tuple[int, int, str]] = []
    first, pieces_label = begin, ""
    for i in range(begin, end):
        label = entity[i] if entity[i] in NAMED else _BARE
        if i > first and (begins[i] or label != pieces_label):
            pieces.append((first, i, pieces_label))
            first = i
        pieces_label = label
        if word[i] in _MARKS and i > first and i + 1 < end and label in ("PERSON", "GPE", "NORP", _BARE):
            pieces.append((first, i, label))  # "Trump’s Middle East", "Ukraine’s Volodymyr Zelenskyy"
            first = i + 1
            if first < end:
                pieces_label = entity[first] if entity[first] in NAMED else _BARE
                if pieces_label == "PERSON" == label and not _person_like(parsed, first, end):
                    pieces.append((first, end, _BARE))
                    first = end
                    break
    if first < end:
        pieces.append((first, end, pieces_label))
    for piece in _joined(parsed, [p for piece in pieces if (p := _trimmed(parsed, piece))]):
        _emit(parsed, piece, out)


def _person_like(parsed: Parsed, begin: int, end: int) -> bool:
    return end - begin >= 1 and is_first_name(parsed.word[begin])


def _trimmed(parsed: Parsed, piece: tuple[int, int, str]) -> tuple[int, int, str] | None:
    """The piece without articles, marks and possessive at its edges; None if nothing of a name is left."""
    begin, end, label = piece
    word, pos = parsed.word, parsed.pos
    while begin < end and (
        word[begin].casefold() in _SMALL
        or not word[begin][0].isalnum()
        or (word[begin].islower() and word[begin] not in _PARTICLES)
    ):
        begin += 1
    if label in _CUTTABLE or parsed.tag[begin + 1 : begin + 2] in (
        ["VBD"],
        ["VBZ"],
    ):  # "Jones accused Smith of lying" taken for one name
        for i in range(begin + 1, end):
            if (
                word[i].islower()
                and word[i - 1] not in _HYPHENS
                and (
                    (pos[i] in ("VERB", "AUX") and word[i] != "to")
                    or (label == "PERSON" and word[i] not in _PARTICLES and word[i][0].isalpha())
                )
            ):
                end = i
                break
    while end > begin and (
        word[end - 1].casefold() in _SMALL or word[end - 1] in _MARKS or not word[end - 1][0].isalnum()
    ):
        end -= 1
    if begin == end:
        return None
    if label == _BARE and (not word[begin][0].isupper() or word[begin].casefold() in _NOT_NAMES):
        return None
    return begin, end, label


def _joined(parsed: Parsed, pieces: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Put back together what is one person's name."""
    out: list[tuple[int, int, str]] = []
    for begin, end, label in pieces:
        if out and out[-1][1] == begin:
            joined = _one_name(parsed, out[-1], (begin, end, label))
            if joined is not None:
                out[-1] = (out[-1][0], end, joined)
                continue
        out.append((begin, end, label))
    return out


def _one_name(parsed: Parsed, left: tuple[int, int, str], right: tuple[int, int, str]) -> str | None:
    """The label of two neighbouring pieces that are one name, None if they are two."""
    word, head = parsed.word, parsed.head
    before, begin, its = left
    _, end, label = right
    if its == label == _BARE or (its == "PERSON" and word[begin].casefold().strip(".") in SUFFIXES):
        return its
    first, second = word[before], word[begin]
    if not (begin - before == 1 and first[0].isupper() and not _is_title(first)):
        return None
    leans = head[before] == end - 1
    if label == "PERSON" and its in (_BARE, "PERSON", "ORG", "GPE"):
        if is_first_name(first) and (leans or its == _BARE):
            return label
        if (
            leans
            and its in (_BARE, "PERSON")
            and end - begin == 1
            and not first.isupper()
            and not _is_role(first)
        ):
            return label  # a first name that the list does not know
    if its == "PERSON" and end - begin == 1 and label in (_BARE, "PERSON", "ORG") and leans:
        if second[0].isupper() and not _is_title(second) and is_first_name(first):
            return its
    return None


def _is_role(word: str) -> bool:
    return word.casefold() in ROLE_WORDS


def _is_title(word: str) -> bool:
    return word.casefold().strip(".") in TITLES


def _emit(parsed: Parsed, piece: tuple[int, int, str], out: list[Mention]) -> None:
    begin, end, label = piece
    word = parsed.word
    if label in ("PERSON", _BARE, "ORG"):
        # Titles inside the span: of a person's name always, of others only where a known first name follows.
        at = begin
        while at < end - 1 and _is_title(word[at]):
            at += 1
        if at > begin and (label != "ORG" or is_first_name(word[at])):
            begin = at
            if label == _BARE and not _is_title(word[begin]):
                label = "PERSON" if end - begin <= 3 else label
        if end - begin == 1 and (_is_title(word[begin]) or (label == _BARE and _is_role(word[begin]))):
            return
    if (made := mention_at(parsed, begin, end, label)) is not None:
        out.append(made)


def mention_at(parsed: Parsed, begin: int, end: int, label: str) -> Mention | None:
    """The mention whose name is tokens `[begin, end)`, with the titles before it; None for what has no letters."""
    word, sentence = parsed.word, parsed.sentence[begin]
    honorific, titled = 0.0, False
    title = begin
    at = begin - 1
    while at >= 0 and parsed.sentence[at] == sentence and begin - at <= 4:
        before = word[at].casefold().strip(".")
        if before not in TITLES or (before == word[at] and before not in HONORIFICS and at != begin - 1):
            break
        titled = True
        if title == at + 1 and word[at][0].isupper():
            title = at
        honorific = honorific or HONORIFICS.get(before, 0.0)
        at -= 1
    text = parsed.text[parsed.start[begin] : parsed.end[end - 1]]
    name = key_of(text)
    if not name or not any(c.isalpha() for w in name for c in w):
        return None
    if titled and label != "PERSON" and (honorific or label == _BARE):
        label = "PERSON"
    definite = at >= 0 and word[at].casefold() == "the" and parsed.sentence[at] == sentence
    return Mention(begin, end, label, name, display(text), honorific, titled, definite, title)


def span_of(parsed: Parsed, mention: Mention, *, title: bool = False) -> Span:
    """Where the mention stands in the article's text, with the titles before it or without."""
    return Span(parsed.start[mention.title_begin if title else mention.begin], parsed.end[mention.end - 1])
