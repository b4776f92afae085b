"""The whole library as JSON lines, to be kept elsewhere or read into another one (`tui.library.library_import`).

Each line is an object whose "what" says of what: library (the first), article, analysis, correction, clipping,
people, preference.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from tui.library.article_texts import FACTS
from tui.library.library import Library
from tui.library.serialisation import analysis_unpacked, parts_json

SCHEMA = 1
_AT_ONCE = 100  # rows that are read at once


def export_lines(library: Library) -> Iterator[dict[str, Any]]:
    """Everything, a JSON object a line; offsets are characters of the article's text.

    What somebody made by hand and cannot be read any more, as after a rescue, is left out, which the library's
    `notice` then says.
    """
    yield {"what": "library", "schema": SCHEMA, "articles": library.count()}
    yield from _articles(library)
    for hashed, kept, data in _rows(library, "analyses", "text_hash, kept, data"):
        if (analysis := analysis_unpacked(data)) is not None:
            yield {
                "what": "analysis",
                "text_hash": hashed.hex(),
                "kept": kept,
                "analysis": analysis.to_json(),
            }
    left_out: list[str] = []
    for table, (columns, line_of) in _BY_HAND.items():
        unreadable = 0
        for row in _rows(library, table, columns):
            try:
                line = line_of(*row)
            except (ValueError, TypeError, AttributeError, RecursionError):
                unreadable += 1
            else:
                yield line
        left_out += [f"{unreadable} in {table}"] if unreadable else []
    for name, value in library.tried(lambda db: db.execute("SELECT * FROM preferences").fetchall()) or ():
        yield {"what": "preference", "name": name, "value": value}
    if left_out:
        library.notice = f"What cannot be read of the library any more was left out ({', '.join(left_out)})."


def _articles(library: Library) -> Iterator[dict[str, Any]]:
    for row in _rows(library, "articles", "id, text_hash, first, opened, times, position, filter"):
        number, hashed, first, opened, times, position, filter_text = row
        article = library.article(number)
        if article is None:
            continue
        facts = {name: getattr(article, name) for name in FACTS}
        facts |= {
            "first": first,
            "opened": opened,
            "times": times,
            "position": position,
            "filter": filter_text,
        }
        parts = json.loads(parts_json(article))
        yield {"what": "article", "text_hash": hashed.hex(), **facts, "text": article.text, **parts}


def _correction(hashed: bytes, source: str | None, made: str, undone: int, data: str) -> dict[str, Any]:
    about = {"text_hash": hashed.hex(), "source": source, "made": made, "undone": undone}
    return {"what": "correction", **about, "correction": json.loads(data)}


def _clipping(identifier: str, hashed: bytes, made: str, note: str, tags: str, data: str) -> dict[str, Any]:
    about = {"id": identifier, "text_hash": hashed.hex(), "made": made, "note": note, "tags": tags.split()}
    return {"what": "clipping", **about, "clipping": json.loads(data)}


def _people(identifier: str, made: str, undone: int, data: str) -> dict[str, Any]:
    return {"what": "people", "id": identifier, "made": made, "undone": undone, "change": json.loads(data)}


_BY_HAND: dict[str, tuple[str, Callable[..., dict[str, Any]]]] = {
    "corrections": ("text_hash, source, made, undone, data", _correction),
    "clippings": ("id, text_hash, made, note, tags, data", _clipping),
    "people_changes": ("id, made, undone, data", _people),
}


def _rows(library: Library, table: str, columns: str) -> Iterator[tuple[Any, ...]]:
    """The rows in their order, some at a time: other readers are not kept waiting."""
    last = -1
    while True:
        query = f"SELECT rowid, {columns} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT ?"
        after = last
        rows = library.tried(lambda db: db.execute(query, (after, _AT_ONCE)).fetchall())  # noqa: B023
        if not rows:
            return
        last = rows[-1][0]
        yield from (row[1:] for row in rows)
