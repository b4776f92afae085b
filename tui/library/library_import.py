"""A library's export (see `tui.library.library_export`) read in, to be put together with what is there.

What is not there is added, nothing that is there changes; reading the same in again does nothing. Nothing that is
read in is believed: hashes are worked out anew, spans have to lie in their text, and a line that makes no sense is
passed over and counted.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from tui.library import search_index
from tui.library.article_texts import text_of
from tui.library.clippings import Clipping, tags_in
from tui.library.content_keys import plain, text_hash
from tui.library.import_validation import (
    InvalidValue,
    analysis_in,
    article_in,
    boolean,
    digits,
    listed,
    moment,
    text,
)
from tui.library.library import Library
from tui.library.library_export import SCHEMA
from tui.library.people_changes import Change, apply
from tui.library.serialisation import analysis_packed

_AT_ONCE = 100  # lines that are read in in one transaction
LONGEST = 300 << 20
"""Bytes of a line; what is longer was not written by quoth."""


class NoExport(Exception):
    """What is read in is no export of a library that this quoth knows; the message says why, as a clause."""


@dataclass
class Imported:
    """What became of the lines: `added` and `known` by what they are of, why lines were passed over."""

    added: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    refused: list[tuple[int, str]] = field(default_factory=list)


def import_lines(library: Library, lines: Iterable[str]) -> Imported:
    """Read in what `export_lines` gave, or some of its lines. Where it cannot be kept the library has a `notice`.

    Raises NoExport, having read nothing in, where the first line is of something else, or of a newer quoth.
    """
    done = Imported()
    waiting: list[tuple[int, str]] = []
    begun = False
    for number, line in enumerate(lines, 1):
        if line.strip():
            if not begun:
                _see_what_it_is(line)
                begun = True
            waiting.append((number, line))
        if len(waiting) >= _AT_ONCE:
            if not _read_in(library, waiting, done):
                return done
            waiting = []
    if _read_in(library, waiting, done):
        library.catch_up()
    return done


def _read_in(library: Library, lines: list[tuple[int, str]], done: Imported) -> bool:
    def write(db: sqlite3.Connection) -> Imported:
        here = Imported()
        for number, line in lines:
            try:
                what, new = _line(db, line)
            except InvalidValue as reason:
                here.refused.append((number, str(reason)))
            else:
                (here.added if new else here.known)[what] += 1
        return here

    here = library.written(write)
    if here is None:
        return False
    done.added += here.added
    done.known += here.known
    done.refused += here.refused
    return True


def _see_what_it_is(line: str) -> None:
    """Look at the first line. Raises NoExport."""
    try:
        data = json.loads(line)
        known = data["what"] in _TAKE
        newer = data["what"] == "library" and data["schema"] > SCHEMA
    except (ValueError, RecursionError, KeyError, TypeError):
        raise NoExport("it is no export of a library") from None
    if newer:
        raise NoExport("it is of a newer quoth; update this one")
    if not known:
        raise NoExport("it is no export of a library")


def _line(db: sqlite3.Connection, line: str) -> tuple[str, bool]:
    """Read one line in: of what it is, and whether that is new. Raises Refused."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        raise InvalidValue("it is no JSON") from None
    what = data.get("what") if isinstance(data, dict) else None
    take = _TAKE.get(what) if isinstance(what, str) else None
    if take is None:
        raise InvalidValue("it does not say of what it is")
    try:
        return str(what), take(db, data)
    except KeyError as missing:
        raise InvalidValue(f"{missing} is missing") from None
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise InvalidValue(str(error) or "it makes no sense") from None


def _library(_db: sqlite3.Connection, data: dict[str, Any]) -> bool:
    if digits(data["schema"]) > SCHEMA:
        raise InvalidValue("it is of a newer quoth; update this one")
    return False


def _article(db: sqlite3.Connection, data: dict[str, Any]) -> bool:
    article = article_in(data)
    first, opened = moment(data["first"]), moment(data["opened"])
    times, position = digits(data["times"]), data["position"]
    if position is not None and digits(position) > len(article.text):
        raise InvalidValue("its position lies outside the text")
    query = None if data["filter"] is None else plain(text(data["filter"]))
    row = db.execute(
        "SELECT id, opened, EXISTS (SELECT 1 FROM texts WHERE texts.id = articles.id) FROM articles "
        "WHERE text_hash = ?",
        (text_hash(article.text),),
    ).fetchone()
    if row is not None and row[2] and row[1] >= opened:
        db.execute("UPDATE articles SET first = min(first, ?) WHERE id = ?", (first, row[0]))
        return False
    number = search_index.put_article(db, article, opened)
    db.execute(
        "UPDATE articles SET first = min(first, ?), opened = max(opened, ?), times = max(times, ?), "
        "position = coalesce(?, position), filter = coalesce(?, filter) WHERE id = ?",
        (first, opened, times, position, query, number),
    )
    return row is None or not row[2]


def _analysis(db: sqlite3.Connection, data: dict[str, Any]) -> bool:
    hashed, kept = _hash(data), moment(data["kept"])
    row = db.execute("SELECT id FROM articles WHERE text_hash = ?", (hashed,)).fetchone()
    read = text_of(db, row[0]) if row else None
    if read is None:
        raise InvalidValue("its article is not there")
    analysis = analysis_in(data["analysis"], len(read))
    return _new(
        db,
        "INSERT OR IGNORE INTO analyses (text_hash, model, version, kept, data) VALUES (?, ?, ?, ?, ?)",
        (hashed, analysis.model, analysis.version, kept, analysis_packed(analysis)),
    )


def _correction(db: sqlite3.Connection, data: dict[str, Any]) -> bool:
    from tui.corrections.correction_json import from_json, to_json

    whole = json.dumps(to_json(from_json(data["correction"])), separators=(",", ":"))
    hashed, made, undone = _hash(data), moment(data["made"]), data["undone"]
    source = None if data["source"] is None else plain(text(data["source"]))
    if db.execute(
        "SELECT 1 FROM corrections WHERE text_hash = ? AND made = ? AND data = ?", (hashed, made, whole)
    ).fetchone():
        return False
    # What it is about is to be found as corrected.
    about = "SELECT id FROM articles WHERE indexed AND (text_hash = ? OR url = ? OR source = ?)"
    for (number,) in db.execute(about, (hashed, source, source)).fetchall():
        search_index.unindex(db, number)
    return _new(
        db,
        "INSERT INTO corrections (text_hash, source, made, undone, data) VALUES (?, ?, ?, ?, ?)",
        (hashed, source, made, -1 if undone == -1 else digits(undone), whole),
    )


def _clipping(db: sqlite3.Connection, data: dict[str, Any]) -> bool:
    identifier, note = text(data["id"]), plain(text(data["note"]))
    hashed, made = _hash(data), moment(data["made"])
    found = Clipping.from_data(data["clipping"], text_hash=hashed)
    tags = tags_in([text(tag) for tag in listed(data["tags"])])
    return _new(
        db,
        "INSERT OR IGNORE INTO clippings (id, text_hash, made, note, tags, data) VALUES (?, ?, ?, ?, ?, ?)",
        (identifier, hashed, made, note, " ".join(tags), json.dumps(found.data(), separators=(",", ":"))),
    )


def _people(db: sqlite3.Connection, data: dict[str, Any]) -> bool:
    change = Change.from_json(text(data["id"]), data["change"])
    new = _new(
        db,
        "INSERT OR IGNORE INTO people_changes (id, made, undone, data) VALUES (?, ?, ?, ?)",
        (
            *(change.id, moment(data["made"]), boolean(data["undone"])),
            json.dumps(change.to_json(), separators=(",", ":")),
        ),
    )
    if new:
        apply(db, [change])
    return new


def _preference(db: sqlite3.Connection, data: dict[str, Any]) -> bool:
    return _new(
        db,
        "INSERT OR IGNORE INTO preferences (name, value) VALUES (?, ?)",
        (plain(text(data["name"])), plain(text(data["value"]))),
    )


_TAKE: dict[str, Callable[[sqlite3.Connection, dict[str, Any]], bool]] = {
    "library": _library,
    "article": _article,
    "analysis": _analysis,
    "correction": _correction,
    "clipping": _clipping,
    "people": _people,
    "preference": _preference,
}


def _hash(data: dict[str, Any]) -> bytes:
    found = bytes.fromhex(text(data["text_hash"]))
    if len(found) != 32:
        raise InvalidValue("its text_hash is none")
    return found


def _new(db: sqlite3.Connection, statement: str, values: tuple[object, ...]) -> bool:
    try:
        return db.execute(statement, values).rowcount > 0
    except sqlite3.IntegrityError:
        raise InvalidValue("it makes no sense") from None
