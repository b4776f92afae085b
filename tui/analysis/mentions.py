"""The stretches of an article that name somebody or something.

The entity recogniser's spans and the proper nouns it left out are cut and joined to names: titles and
possessors taken off ("President Obama", "Ukraine’s Volodymyr Zelenskyy"), a first or last name that it
missed put back.
"""

from __future__ import annotations

from dataclasses import dataclass

from tui.analysis.gender import is_first_name
from tui.analysis.names import HONORIFICS, SUFFIXES, TITLES, Key, display, key
from tui.analysis.parsed import Parsed
from tui.article.spans import Span

NAMED = frozenset(
    ["PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"]
)
"""The recogniser's labels that are names; the others are dates, numbers and amounts."""

_BARE = ""  # a proper noun outside every entity
_EDGE = frozenset(
    [
        "the",
        "a",
        "an",
        "and",
        "of",
        "in",
        "for",
        "to",
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "[",
        "]",
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "''",
        "``",
        "-",
        "–",
        "—",
        "--",
        "@",
        "#",
    ]
)
_MARKS = frozenset(["'", "’", "'s", "’s"])
_NOT_NAMES = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "read", "more"])  # fmt: skip


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
    word = parsed.word
    while begin < end and word[begin].casefold() in _EDGE:
        begin += 1
    while end > begin and (word[end - 1].casefold() in _EDGE or word[end - 1] in _MARKS):
        end -= 1
    if begin == end:
        return None
    if label == _BARE and (not word[begin][0].isupper() or word[begin].casefold() in _NOT_NAMES):
        return None
    return begin, end, label


def _joined(parsed: Parsed, pieces: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Put back together what is one person's name."""
    word, head = parsed.word, parsed.head
    out: list[tuple[int, int, str]] = []
    for begin, end, label in pieces:
        if out and out[-1][1] == begin:
            before, _, its = out[-1]
            one = begin - before == 1 and word[before][0].isupper() and not _is_title(word[before])
            leans = before < begin and head[begin - 1] == end - 1
            if (
                label == "PERSON"
                and one
                and its in (_BARE, "PERSON", "ORG", "GPE")
                and (is_first_name(word[before]) and (leans or its == _BARE))
            ):
                out[-1] = (before, end, label)
                continue
            if (
                its == "PERSON"
                and end - begin == 1
                and label in (_BARE, "PERSON", "ORG")
                and (
                    word[begin][0].isupper()
                    and head[begin - 1] == begin
                    and not _is_title(word[begin])
                    and (is_first_name(word[begin - 1]) and begin - before == 1)
                )
            ):
                out[-1] = (before, end, its)
                continue
            if its == label == _BARE or (its == "PERSON" and word[begin].casefold().strip(".") in SUFFIXES):
                out[-1] = (before, end, its)
                continue
        out.append((begin, end, label))
    return out


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
        if label == _BARE and end - begin == 1 and _is_title(word[begin]):
            return
    honorific, titled = 0.0, False
    title = begin
    at = begin - 1
    sentence = parsed.sentence[begin]
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
    name = key(text)
    if not name or not any(c.isalpha() for w in name for c in w):
        return
    if titled and label != "PERSON" and (honorific or label == _BARE):
        label = "PERSON"
    definite = at >= 0 and word[at].casefold() == "the" and parsed.sentence[at] == sentence
    out.append(Mention(begin, end, label, name, display(text), honorific, titled, definite, title))


def span_of(parsed: Parsed, mention: Mention, *, title: bool = False) -> Span:
    """Where the mention stands in the article's text, with the titles before it or without."""
    return Span(parsed.start[mention.title_begin if title else mention.begin], parsed.end[mention.end - 1])
