"""The filter language: parse what was typed into a Query.

    thinking "peace talks"          quotes with all of these; a phrase in quotation marks matches whole words
    speaker:peskov entity:turkey    a field and what is looked for in it
    speaker:trump,peskov            a comma means or
    -kind:indirect                  a minus in front means not
    certainty:>0.8                  numbers compare with > >= < <= =
    polarity:denied                 what the speaker did with the words (affirmed, denied, refused, asked)
    stance:attitude                 attitudes stand in results only when asked for (speech, attitude, any)

Case, accents and the style of quotation marks make no difference. Any input gives a Query: what is half typed
has no effect, and what cannot be parsed is reported in `Query.problem` while the rest applies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tui.analysis.analysis import Kind, Polarity, Stance
from tui.article.folding import fold

FIELDS = {
    "speaker": "who said it",
    "entity": "who or what the words name",
    "kind": "direct, mixed or indirect",
    "cue": "the verb: said, told, according to",
    "role": "the speaker's role",
    "stance": "speech, attitude or any",
    "polarity": "affirmed, denied, refused or asked",
    "certainty": "how sure quoth is: >0.8",
    "text": "the words themselves",
}
"""The fields, with a description of each."""

CHOICES = {
    "kind": tuple(map(str, Kind)),
    "stance": (*map(str, Stance), "any"),
    "polarity": tuple(map(str, Polarity)),
}
"""The values of fields that take only certain values."""

CERTAINTIES = (0.9, 0.8, 0.5)
"""The certainties that are suggested."""

NOBODY = "none"
"""`speaker:none` finds the quotes whose speaker the article does not name."""

_CLOSING = {'"': '"', "“": '”"', "”": '”"', "„": '“”"', "‟": '”"', "«": "»", "»": "«"}
_FIELD = re.compile(r"([^\W\d_]+):(?!//)")
_NUMBER = re.compile(r"(>=|<=|=>|=<|>|<|=|≥|≤)?\s*(\d+(?:\.\d*)?|\.\d+)?(%)?")
_PARTIAL_NUMBER = re.compile(r"(>=?|<=?|=[<>]?|≥|≤)?\s*\.?")


class Word(NamedTuple):
    """Folded letters to look for; `starts` and `ends` ask for a word boundary on that side."""

    text: str
    starts: bool = False
    ends: bool = False


class Comparison(NamedTuple):
    """A certainty to compare with; `operator` is one of > >= < <= =, `number` is from 0 to 1."""

    operator: str
    number: float


Value = Word | Comparison


class QueryPart(NamedTuple):
    """One value as typed, its place in the query, and whether it is in quotation marks and these are closed."""

    text: str
    start: int
    end: int
    quoted: bool = False
    closed: bool = False


class Token(NamedTuple):
    """One term as typed. `field` is in lower case, "" for bare words; `start` includes a leading minus."""

    start: int
    end: int
    negated: bool
    field: str
    pieces: tuple[QueryPart, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition: any of `values` in `field` ("text" for bare words), or none of them if negated."""

    field: str
    values: tuple[Value, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A filter. `text` is exactly what was typed; all `clauses` must hold.

    `problem` is a sentence about the first thing in it that cannot be parsed; None if everything can.
    """

    text: str = ""
    clauses: tuple[Clause, ...] = ()
    problem: str | None = None

    @property
    def notice(self) -> str:
        """The problem as a whole sentence; "" without one."""
        return f"The filter cannot be read: {self.problem}.".replace("?.", "?") if self.problem else ""

    @property
    def empty(self) -> bool:
        """Tell whether it has no conditions."""
        return not self.clauses

    @property
    def terms(self) -> tuple[Word, ...]:
        """The words looked for in the quotes' text, to highlight them; excluded words are not among them."""
        return tuple(
            value
            for clause in self.clauses
            if clause.field == "text" and not clause.negated
            for value in clause.values
            if isinstance(value, Word)
        )

    @property
    def stances(self) -> frozenset[Stance] | None:
        """The stances asked for; None if the query does not ask for any."""
        asked: set[Stance] = set()
        for clause in self.clauses:
            if clause.field == "stance":
                named = {value.text for value in clause.values if isinstance(value, Word)}
                these = {stance for stance in Stance if stance in named or "any" in named}
                if not clause.negated:
                    asked |= these
                elif Stance.SPEECH in these:  # -stance:speech asks for the other stances
                    asked |= set(Stance) - these
        return frozenset(asked) or None


def tokens(text: str) -> Iterator[Token]:
    """Yield the terms of a query in the order of `text`. Accepts any input."""
    at = 0
    while True:
        while at < len(text) and text[at].isspace():
            at += 1
        if at >= len(text):
            return
        start = at
        while at < len(text) and text[at] == "-":
            at += 1
        negated = at > start
        named = _FIELD.match(text, at)
        field = named[1].lower() if named else ""
        at = named.end() if named else at
        pieces = []
        while True:
            piece, at = _piece(text, at, thousands=field in ("", "text"))
            pieces.append(piece)
            if at >= len(text) or text[at] != ",":
                break
            at += 1
        yield Token(start, at, negated, field, tuple(pieces))


def _piece(text: str, start: int, thousands: bool) -> tuple[QueryPart, int]:
    """Return the value at `start`, and where it ends. With `thousands` the comma of "30,000" is part of it."""
    closing = _CLOSING.get(text[start : start + 1])
    at = start
    if closing is None:
        while at < len(text) and not text[at].isspace():
            if text[at] == "," and not (thousands and _between_digits(text, at)):
                break
            at += 1
        return QueryPart(text[start:at], start, at), at
    at += 1
    found: list[str] = []
    while at < len(text):
        if text[at] in closing:
            if (
                text[at] != '"' or text[at + 1 : at + 2] != '"'
            ):  # a doubled quotation mark stands for a single one
                return QueryPart("".join(found), start, at + 1, True, True), at + 1
            at += 1
        found.append(text[at])
        at += 1
    return QueryPart("".join(found), start, at, True, False), at


def _between_digits(text: str, at: int) -> bool:
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def parse(text: str, fields: Mapping[str, str] = FIELDS) -> Query:
    """Parse a query in the language that the module describes, with these `fields`. Never raises."""
    clauses = []
    problems: list[str] = []
    waiting = ""
    for token in tokens(text):
        if token.field and token.field not in fields:
            problems.append(_unknown(token.field, fields))
            waiting = ""
            continue
        values = [
            value for piece in token.pieces if (value := _value(token.field, piece, problems)) is not None
        ]
        if values:
            clauses.append(Clause(token.field or "text", tuple(values), token.negated))
            if waiting and not token.field:
                problems.append(f"write {waiting}:{text[token.start : token.end]} without the space")
        waiting = token.field if token.field and not values and token.pieces[-1].text == "" else ""
    return Query(text, tuple(clauses), problems[0] if problems else None)


def _value(field: str, piece: QueryPart, problems: list[str]) -> Value | None:
    folded = fold(piece.text).strip()
    if not folded:
        return None
    if field == "certainty":
        return _comparison(piece.text.strip(), problems)
    if field in CHOICES:
        for choice in CHOICES[field]:
            if choice.startswith(folded):
                return Word(choice)
        *most, last = CHOICES[field]
        problems.append(f"{field}: is {', '.join(most)} or {last}, not “{piece.text.strip()}”")
        return None
    return Word(folded, piece.quoted, piece.closed)


def _comparison(typed: str, problems: list[str]) -> Comparison | None:
    """Parse a comparison. A number alone means at least that much; 80 and 80% are 0.8."""
    if _PARTIAL_NUMBER.fullmatch(typed):
        return None
    found = _NUMBER.fullmatch(typed)
    number = float(found[2]) if found and found[2] else -1.0
    if found and (found[3] or number > 1):
        number /= 100
    if not found or not 0 <= number <= 1:
        problems.append(f"certainty: takes a number from 0 to 1, as in certainty:>0.8, not “{typed}”")
        return None
    operator = {"=>": ">=", "=<": "<=", "≥": ">=", "≤": "<=", None: ">="}.get(found[1], found[1])
    return Comparison(operator, number)


def _unknown(field: str, fields: Mapping[str, str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(field, fields, n=1, cutoff=0.5)
    if near:
        return f"no field “{field}”; did you mean {near[0]}:?"
    *most, last = fields
    return f"no field “{field}”; there are {', '.join(most)} and {last}"
