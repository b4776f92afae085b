"""Export the whole library as JSON lines, to keep elsewhere or import into another library."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from tui.library.article_texts import FACTS, parts_of
from tui.library.export_format import (
    SCHEMA,
    AnalysisLine,
    ArticleLine,
    ClippingLine,
    CorrectionLine,
    LibraryLine,
    Line,
    PeopleLine,
    PreferenceLine,
    VersionLine,
    line_object,
)
from tui.library.library import Library
from tui.library.serialisation import unpacked_analysis

_ROWS = 100  # rows read in one query


def export_lines(library: Library) -> Iterator[dict[str, Any]]:
    """Yield everything in the library, one JSON object for each line.

    Anything the reader made by hand that can no longer be read, as after a rescue, is left out, and the
    library's `notice` then says so.
    """
    count = library.query(lambda db: db.execute("SELECT count(source) FROM articles").fetchone()) or (0,)
    yield line_object(LibraryLine(SCHEMA, *count))
    yield from map(line_object, _articles(library))
    for hashed, kept, data in _rows(library, "analyses", "text_hash, kept, data"):
        if (analysis := unpacked_analysis(data)) is not None:
            yield line_object(AnalysisLine(hashed.hex(), kept, analysis))
    for origin, hashed, first, last in _rows(library, "versions", "origin, text_hash, first, last"):
        yield line_object(VersionLine(origin, hashed.hex(), first, last))
    left_out: list[str] = []
    for table, (columns, line_of) in _BY_HAND.items():
        unreadable = 0
        for row in _rows(library, table, columns):
            try:
                line = line_object(line_of(*row))
            except (ValueError, TypeError, AttributeError, RecursionError):
                unreadable += 1
            else:
                yield line
        left_out += [f"{unreadable} in {table}"] if unreadable else []
    for name, value in library.query(lambda db: db.execute("SELECT * FROM preferences").fetchall()) or ():
        yield line_object(PreferenceLine(name, value))
    if left_out:
        library.notice = f"Unreadable parts of the library were left out ({', '.join(left_out)})."


def _articles(library: Library) -> Iterator[ArticleLine]:
    for row in _rows(library, "articles", "id, text_hash, first, opened, times, position, filter"):
        number, hashed, first, opened, times, position, filter_text = row
        if (article := library.article(number)) is not None:
            yield ArticleLine(
                text_hash=hashed.hex(),
                **{name: getattr(article, name) for name in FACTS},
                first=first,
                opened=opened,
                times=times,
                position=position,
                filter=filter_text,
                text=article.text,
                **parts_of(article),
            )


def _correction(hashed: bytes, source: str | None, made: str, undone: int, data: str) -> CorrectionLine:
    return CorrectionLine(hashed.hex(), source, made, undone, json.loads(data))


def _clipping(identifier: str, hashed: bytes, made: str, note: str, tags: str, data: str) -> ClippingLine:
    return ClippingLine(identifier, hashed.hex(), made, note, tuple(tags.split()), json.loads(data))


def _people(identifier: str, made: str, undone: int, data: str) -> PeopleLine:
    return PeopleLine(identifier, made, undone, json.loads(data))


_BY_HAND: dict[str, tuple[str, Callable[..., Line]]] = {
    "corrections": ("text_hash, source, made, undone, data", _correction),
    "clippings": ("id, text_hash, made, note, tags, data", _clipping),
    "people_changes": ("id, made, undone, data", _people),
}


def _rows(library: Library, table: str, columns: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows in the order of their ids, reading some at a time so that other programs need not wait."""
    last = -1
    while True:
        query = f"SELECT rowid, {columns} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT ?"
        after = last
        rows = library.query(lambda db: db.execute(query, (after, _ROWS)).fetchall())  # noqa: B023
        if not rows:
            return
        last = rows[-1][0]
        yield from (row[1:] for row in rows)
