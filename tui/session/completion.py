"""What could be typed next in the filter: fields, then the values they take in this analysis, with counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.session.filter_query import FIELDS, Clause, Piece, Token, parse, tokens
from tui.session.folding import fold

if TYPE_CHECKING:
    from tui.session.filter_index import QuoteIndex

MOST = 30  # suggestions; more than anybody looks through


@dataclass(frozen=True, slots=True)
class Completion:
    """One suggestion: how it is shown, what the whole query and its cursor are once it is taken.

    `count` is how many quotes would be left, None for a field.
    """

    label: str
    text: str
    cursor: int
    count: int | None = None


def complete(index: QuoteIndex, text: str, cursor: int) -> list[Completion]:
    """Suggestions for the term at `cursor`, the best first; none where nothing fits.

    A value that would leave no quote is not suggested, nor one that is already typed out.
    """
    cursor = max(0, min(cursor, len(text)))
    token = next((t for t in tokens(text) if t.start <= cursor <= t.end), None)
    if token is None:
        token = Token(cursor, cursor, False, "", (Piece("", cursor, cursor),))
    piece = next((p for p in token.pieces if p.start <= cursor <= p.end), None)
    if piece is None or (piece.closed and cursor == piece.end):
        return []
    typed = fold(text[piece.start : cursor].lstrip('"“”„‟«»')).strip()
    others = parse(text[: token.start] + " " + text[token.end :])
    among = index.mask(others)
    if token.field == "stance" and not token.negated:
        among = index.mask(others, attitudes=True)
    out: list[Completion] = []
    if not token.field:
        out.extend(
            _completion(text, piece, f"{field}:")
            for field in FIELDS
            if not piece.quoted and field.startswith(typed) and field != "text"
        )
        fields: Iterable[str] = ("speaker", "entity") if typed and len(token.pieces) == 1 else ()
    else:
        fields = (token.field,) if token.field in FIELDS else ()
    taken = {fold(p.text).strip() for p in token.pieces if p is not piece}
    for field in fields:
        fitting = []
        for name, folded, mask in index.values(field):
            if typed in folded and folded not in taken:
                left = (among & ~mask if token.negated else among & mask).bit_count()
                fitting.append((not folded.startswith(typed), -left, name))
        for _, _, name in sorted(set(fitting))[:MOST]:
            insert = _written(name) if token.field else f"{field}:{_written(name)}"
            clause = parse(f"{field}:{_written(name)}").clauses[0]
            count = index.count(Clause(field, clause.values, token.negated), among)
            done = _completion(text, piece, insert, count, label=name if token.field else insert)
            if count and done.text != text:
                out.append(done)
    return out[:MOST]


def _completion(
    text: str, piece: Piece, insert: str, count: int | None = None, label: str = ""
) -> Completion:
    rest = text[piece.end :]
    return Completion(label or insert, text[: piece.start] + insert + rest, piece.start + len(insert), count)


def _written(name: str) -> str:
    """A value as it has to be typed."""
    if not any(c.isspace() or c in ',"“”„‟«»' for c in name):
        return name
    return '"' + "".join('""' if c in '"“”„‟«»' else c for c in name) + '"'
