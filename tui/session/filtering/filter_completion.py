"""Suggest what could be typed next in the filter: fields, then their values in this article, with counts."""

from __future__ import annotations

from dataclasses import dataclass

from tui.article.folding import fold
from tui.session.filtering.filter_index import FilterIndex
from tui.session.filtering.query import CHOICES, Clause, QueryPart, Token, parse, tokens

MOST = 20  # the most suggestions; nobody reads more


@dataclass(frozen=True, slots=True)
class Completion:
    """One suggestion: its label, and the whole query and the cursor once it is accepted.

    `count` is how many quotes would be left; None for a field.
    """

    label: str
    text: str
    cursor: int
    count: int | None = None


def complete(index: FilterIndex, text: str, cursor: int) -> list[Completion]:
    """Return suggestions for the term at `cursor`, the best first; none if nothing fits.

    Values that would match no quote, or are typed in full already, are not suggested.
    """
    cursor = max(0, min(cursor, len(text)))
    token = next((t for t in tokens(text) if t.start <= cursor <= t.end), None)
    if token is None:
        token = Token(cursor, cursor, False, "", (QueryPart("", cursor, cursor),))
    piece = next((p for p in token.pieces if p.start <= cursor <= p.end), None)
    if piece is None or (piece.closed and cursor == piece.end):
        return []
    typed = fold(text[piece.start : cursor].lstrip('"“”„‟«»')).strip()
    if token.field:
        return _values(index, text, token, piece, token.field, typed) if token.field in index.fields else []
    out = []
    if not piece.quoted:
        fields = (f"{field}:" for field in index.fields if field.startswith(typed) and field != "text")
        out = [_completion(text, piece, field) for field in fields]
    if typed and len(token.pieces) == 1:
        for field in index.bare:
            if field in index.fields:
                out += _values(index, text, token, piece, field, typed)
    return out[:MOST]


def _values(
    index: FilterIndex, text: str, token: Token, piece: QueryPart, field: str, typed: str
) -> list[Completion]:
    """Return the values of `field` that contain what was typed.

    Those that begin with it first, then by number of quotes.
    """
    rest = parse(text[: token.start] + " " + text[token.end :], index.fields)
    among = index.select(rest, attitudes=field == "stance" and not token.negated)
    beside = [p.text for p in token.pieces if p is not piece]
    taken = {fold(other).strip() for other in beside}
    fitting = set()
    for name, folded, quotes in index.values(field):
        fits = folded.startswith(typed) if field in CHOICES else typed in folded
        own = len(among - quotes if token.negated else among & quotes)
        if fits and own and folded not in taken:
            fitting.add((not folded.startswith(typed), -own, name))
    out = []
    for _, _, name in sorted(fitting)[:MOST]:
        written = ",".join(_written(value) for value in (*beside, name) if value.strip())
        clauses = parse(f"{field}:{written}", index.fields).clauses
        clause = Clause(field, clauses[0].values, token.negated) if clauses else None
        count = len(index.narrow(among, clause)) if clause else 0
        insert = _written(name) if token.field else f"{field}:{_written(name)}"
        done = _completion(text, piece, insert, count, label=name if token.field else insert)
        if count and done.text != text:
            out.append(done)
    return out


def _completion(
    text: str, piece: QueryPart, insert: str, count: int | None = None, label: str = ""
) -> Completion:
    rest = text[piece.end :]
    return Completion(label or insert, text[: piece.start] + insert + rest, piece.start + len(insert), count)


def _written(name: str) -> str:
    """Return a value as it must be typed, in quotation marks if needed."""
    if not any(c.isspace() or c in ',"“”„‟«»' for c in name):
        return name
    return '"' + "".join('""' if c in '"“”„‟«»' else c for c in name) + '"'
