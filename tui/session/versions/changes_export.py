"""What changed between two versions, as text with marks, and as a JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tui.article.article import Article
from tui.article.cleaning import clean
from tui.session.reading.plurals import pluralise
from tui.session.versions.quote_changes import QuoteChange, QuoteChangeKind, count
from tui.session.versions.text_changes import Change, Piece, TextChanges

SCHEMA = 1
MARKS = {Change.REMOVED: ("[-", "-]"), Change.ADDED: ("{+", "+}"), Change.SAME: ("", "")}
"""What stands round words that were removed or added, as wdiff has it: no colour is needed."""

Line = list[tuple[Change, str]]
"""A line as its parts, each with how to draw it."""
_SIGNS = {QuoteChangeKind.NEW: "+", QuoteChangeKind.GONE: "-", QuoteChangeKind.CHANGED: "~"}


def text_lines(changes: TextChanges) -> Iterator[Line]:
    """Yield what changed in the text, a paragraph a line; "+" and "-" stand before what was added or removed."""
    for name, before, after in changes.facts:
        pieces = [Piece(Change.REMOVED, before)] * bool(before) + [Piece(Change.ADDED, after)] * bool(after)
        yield [(Change.SAME, f"{name.capitalize()}: "), *_marked(pieces)]
    for n in changes.changes:
        each = changes.paragraphs[n]
        if each.change is Change.CHANGED:
            yield [(Change.SAME, "~ "), *_marked(each.pieces)]
        else:
            sign, moved = ("+", " to here") if each.change is Change.ADDED else ("-", " from here")
            words = each.pieces[0].text
            yield [(each.change, f"{sign} {f'(moved{moved}) ' if each.moved else ''}{words}")]


def quote_lines(quotes: Sequence[QuoteChange]) -> Iterator[Line]:
    """Yield how many quotes changed, and then each of them in a line."""
    yield [(Change.SAME, f"Quotes: {counted_quotes(quotes) or 'none changed'}.")]
    for each in quotes:
        if each.kind is QuoteChangeKind.SAME:
            continue
        yield [
            (Change.SAME, f"{_SIGNS[each.kind]} "),
            *_marked(each.pieces),
            (Change.SAME, " — "),
            *_marked(said_by(each)),
        ]


def said_by(each: QuoteChange) -> list[Piece]:
    """Return who said a quote and how, with what changed of either."""
    out: list[Piece] = []
    for before, after in (
        (each.old_speaker or "speaker not named", each.new_speaker or "speaker not named"),
        (each.old_cue, each.new_cue),
    ):
        old, new = clean(before), clean(after)
        if each.old is None or each.new is None:
            old = new = new if each.new is not None else old
        if out and (old or new):
            out.append(Piece(Change.SAME, ", "))
        if old == new:
            out.append(Piece(Change.SAME, new))
        else:
            out += [
                Piece(change, words)
                for change, words in ((Change.REMOVED, old), (Change.ADDED, new))
                if words
            ]
    return [piece for piece in out if piece.text]


def counted_quotes(quotes: Sequence[QuoteChange]) -> str:
    """Return “1 quote changed, 2 new, 1 gone”; "" if nothing changed."""
    parts = [
        (count(quotes, kind), kind.value)
        for kind in (QuoteChangeKind.CHANGED, QuoteChangeKind.NEW, QuoteChangeKind.GONE)
    ]
    parts = [(number, what) for number, what in parts if number]
    words = [f"{number:,} {what}" for number, what in parts]
    if words:
        number, what = parts[0]
        words[0] = f"{pluralise(number, 'quote')} {what}"
    return ", ".join(words)


def counted_paragraphs(changes: TextChanges) -> str:
    """Return “2 paragraphs changed, 1 added”; "" if none was but moved."""
    kinds = (Change.CHANGED, Change.ADDED, Change.REMOVED)
    parts = [(changes.count(kind), kind.value) for kind in kinds if changes.count(kind)]
    words = [f"{number:,} {what}" for number, what in parts]
    if words:
        words[0] = f"{pluralise(parts[0][0], 'paragraph')} {parts[0][1]}"
    return ", ".join(words)


def summary(changes: TextChanges, quotes: Sequence[QuoteChange] | None) -> str:
    """Return what changed in one sentence without an end: “1 quote changed, 2 new; title changed”; "" for nothing.

    The paragraphs are counted where no quote changed, or where the quotes are not known (None).
    """
    parts = [counted_quotes(quotes)] if quotes else []
    if not any(parts):
        parts = [counted_paragraphs(changes)]
        if not any(parts) and changes.changes:
            parts = ["paragraphs moved"]
    parts += [f"{name} changed" for name, _, _ in changes.facts]
    return "; ".join(filter(None, parts))


def changes_object(
    old: Article, new: Article, changes: TextChanges | None, quotes: Sequence[QuoteChange] | None
) -> dict[str, Any]:
    """Return the changes as a JSON object; spans are offsets into the text of each version, pieces are words."""
    out: dict[str, Any] = {"schema": SCHEMA, "old": _about(old), "new": _about(new)}
    out["same"] = not changes and not any(each.kind is not QuoteChangeKind.SAME for each in quotes or ())
    if changes is not None:
        out["facts"] = {name: {"old": before, "new": after} for name, before, after in changes.facts}
        out["paragraphs"] = [
            {
                "change": each.change.value,
                "kind": each.kind.value,
                "moved": each.moved,
                "old": each.old and list(each.old),
                "new": each.new and list(each.new),
                "pieces": _pieces(each.pieces),
            }
            for each in (changes.paragraphs[n] for n in changes.changes)
        ]
    if quotes is not None:
        out["quotes"] = [
            {
                "change": each.kind.value,
                "old": _said(each.old, each.old_speaker, each.old_cue),
                "new": _said(each.new, each.new_speaker, each.new_cue),
                "pieces": _pieces(each.pieces),
            }
            for each in quotes
            if each.kind is not QuoteChangeKind.SAME
        ]
    return out


def marked(parts: Iterable[Piece]) -> str:
    """Return words with marks round what was removed and added."""
    return "".join(words for _, words in _marked(parts))


def _marked(pieces: Iterable[Piece]) -> Line:
    return [(piece.change, piece.text.join(MARKS[piece.change])) for piece in pieces]


def _about(article: Article) -> dict[str, Any]:
    return {name: getattr(article, name) for name in ("source", "title", "byline", "published", "url")}


def _said(number: int | None, speaker: str | None, cue: str) -> dict[str, Any] | None:
    return None if number is None else {"speaker": speaker, "cue": clean(cue)}


def _pieces(pieces: Iterable[Piece]) -> list[dict[str, str]]:
    return [{"change": piece.change.value, "text": piece.text} for piece in pieces]
