"""Merge an export of a library (see `tui.library.export_format`) into this one.

Missing rows are added and existing ones stay unchanged, so importing the same file again does nothing. Nothing
is taken on trust: hashes are computed again, spans must lie in their text, and an invalid line is skipped and
counted.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import singledispatch
from typing import Protocol

from tui.json_codec import decode
from tui.library import search_index
from tui.library.article_texts import FACTS, text_of
from tui.library.clippings import Clipping, cleaned, tags_in
from tui.library.content_keys import text_hash, without_surrogates
from tui.library.export_format import (
    KINDS,
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
)
from tui.library.import_validation import check_analysis, count, moment, text_hash_of
from tui.library.library import Library
from tui.library.people_changes import apply, change_from_json
from tui.library.serialisation import json_text, packed_analysis

LONGEST = 48 << 20
"""The most bytes of a line: the longest text that quoth reads fits in, in most scripts."""
_LONGEST_TEXT = 20 << 20  # characters; quoth reads no file of more bytes
_SIGNS = 2_000_000  # commas and brackets of a line; each may take a hundred bytes of memory
_LINES, _CHARACTERS = 100, 4 << 20  # imported in one transaction, roughly
TOLD = 10
"""The most refused lines that are remembered, to be reported."""
_NEWER = "it was made by a newer version of quoth; update quoth"


class NoExport(Exception):
    """A file is not an export of a library that this version can read; the message is a clause that says why."""


class ReadAhead(Protocol):
    """A binary file that shows what it has read already, as those of `open` do."""

    def readline(self, size: int, /) -> bytes: ...
    def read(self, size: int, /) -> bytes: ...
    def peek(self) -> bytes: ...


@dataclass
class ImportCounts:
    """The numbers of lines of each kind that were `added`, `known` already, or refused.

    `refused` holds the first refused lines by line number, with the reasons.
    """

    added: Counter[str] = field(default_factory=Counter)
    known: Counter[str] = field(default_factory=Counter)
    refused: list[tuple[int, str]] = field(default_factory=list)
    refusals: int = 0

    def refuse(self, number: int, reason: str) -> None:
        """Count a line that is refused."""
        self.refusals += 1
        if len(self.refused) < TOLD:
            self.refused.append((number, reason))


def read_lines(file: ReadAhead) -> Iterator[str | None]:
    """Yield the lines of a file; None for one that is too long, which is never held in memory whole.

    A stretch of blank lines comes as one: a disk may have filled millions with nothing.
    """
    while line := file.readline(LONGEST + 1):
        if line.isspace() and line.endswith(b"\n"):
            ahead = file.peek()
            blank = len(ahead) - len(ahead.lstrip())
            line += file.read(ahead.rfind(b"\n", 0, blank) + 1)
        if len(line) <= LONGEST:
            yield line.decode("utf-8", "replace").lstrip("\ufeff")
            continue
        yield None  # first: it may never end, and whoever asks may want no more
        while line and not line.endswith(b"\n"):
            line = file.readline(1 << 20)


def import_lines(library: Library, lines: Iterable[str | None]) -> ImportCounts:
    """Import lines that `export_lines` made, all or some; the library has a `notice` if it cannot be written.

    None stands for a line that was too long. Raises NoExport, having imported nothing, if the first line is not
    that of an export, or was made by a newer version.
    """
    counts = ImportCounts()
    batch: list[tuple[int, str]] = []
    size = 0
    has_begun = False
    following = 1
    for line in lines:
        number = following
        following += 1 if line is None else max(1, line.count("\n"))
        if line is None and not has_begun:
            raise NoExport("one of its lines is too long")
        if line is None:
            counts.refuse(number, "it is too long")
        elif line.strip():
            if not has_begun:
                _check_first_line(line)
                has_begun = True
            batch.append((number, line))
            size += len(line)
        if len(batch) >= _LINES or size >= _CHARACTERS:
            if not _import_batch(library, batch, counts):
                return counts
            batch, size = [], 0
    if _import_batch(library, batch, counts):
        library.index_pending()
    return counts


def _import_batch(library: Library, lines: list[tuple[int, str]], counts: ImportCounts) -> bool:
    """Import some lines in one transaction; tell whether they were committed."""

    def write(db: sqlite3.Connection) -> ImportCounts:
        batch = ImportCounts()
        for number, line in lines:
            try:
                name, is_new = _import_line(db, line)
            except (ValueError, OverflowError, RecursionError, sqlite3.IntegrityError) as error:
                batch.refuse(number, _reason(error))
            else:
                (batch.added if is_new else batch.known)[name] += 1
        return batch

    batch = library.transact(write)
    if batch is None:
        return False
    counts.added += batch.added
    counts.known += batch.known
    counts.refused += batch.refused[: TOLD - len(counts.refused)]
    counts.refusals += batch.refusals
    return True


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError | RecursionError):
        return "it is not JSON"
    if isinstance(error, sqlite3.Error | OverflowError | UnicodeError):
        return "it makes no sense"
    if "set_int_max_str_digits" in str(error):
        return "a number is out of range"
    return str(error)


def _check_first_line(line: str) -> None:
    """Raise NoExport unless this can be the first line of an export that this version can read."""
    if _is_too_long(line):
        raise NoExport("one of its lines is too long")
    try:
        data = json.loads(line)
        is_known = data["what"] in KINDS
        is_newer = data["what"] == "library" and data["schema"] > SCHEMA
    except (ValueError, RecursionError, KeyError, TypeError):
        raise NoExport("it is not an export of a library") from None
    if is_newer:
        raise NoExport(_NEWER)
    if not is_known:
        raise NoExport("it is not an export of a library")


def _is_too_long(line: str) -> bool:
    """Tell whether a line would take too much memory once it is parsed."""
    return sum(map(line.count, "[{,")) > _SIGNS


def _import_line(db: sqlite3.Connection, text: str) -> tuple[str, bool]:
    """Import one line; return the name of its kind and whether it was new."""
    if _is_too_long(text):
        raise ValueError("it is too long")
    data = json.loads(text)
    name = data.get("what") if isinstance(data, dict) else None
    if not isinstance(name, str) or name not in KINDS:
        raise ValueError("it does not say what it is")
    return name, _add(decode(KINDS[name], data), db)


@singledispatch
def _add(line: Line, _db: sqlite3.Connection) -> bool:
    """Add what a line holds; tell whether it is new. Raises ValueError if it is invalid."""
    raise TypeError(line)


@_add.register
def _(line: LibraryLine, _db: sqlite3.Connection) -> bool:
    if count(line.schema) > SCHEMA:
        raise ValueError(_NEWER)
    return False


@_add.register
def _(line: ArticleLine, db: sqlite3.Connection) -> bool:
    if len(line.text) > _LONGEST_TEXT:
        raise ValueError("its text is longer than any that quoth reads")
    line.check(len(line.text))
    article = line.article(line.text, {name: getattr(line, name) for name in FACTS})
    first, opened, times = moment(line.first), moment(line.opened), count(line.times)
    if line.position is not None and count(line.position) > len(line.text):
        raise ValueError("its position lies outside the text")
    row = db.execute(
        "SELECT id, opened, EXISTS (SELECT 1 FROM texts WHERE texts.id = articles.id) FROM articles "
        "WHERE text_hash = ?",
        (text_hash(line.text),),
    ).fetchone()
    if row is not None and row[2] and row[1] >= opened:
        db.execute("UPDATE articles SET first = min(first, ?) WHERE id = ?", (first, row[0]))
        return False
    number = search_index.put_article(db, article, opened)
    db.execute(
        "UPDATE articles SET first = min(first, ?), opened = max(opened, ?), times = max(times, ?), "
        "position = coalesce(?, position), filter = coalesce(?, filter) WHERE id = ?",
        (first, opened, times, line.position, line.filter and without_surrogates(line.filter), number),
    )
    return row is None or not row[2]


@_add.register
def _(line: AnalysisLine, db: sqlite3.Connection) -> bool:
    hashed, analysis = text_hash_of(line.text_hash), line.analysis
    row = db.execute("SELECT id FROM articles WHERE text_hash = ?", (hashed,)).fetchone()
    text = text_of(db, row[0]) if row else None
    if text is None:
        raise ValueError("its article is not there")
    check_analysis(analysis, len(text))
    return _inserted(
        db,
        "INSERT OR IGNORE INTO analyses (text_hash, model, version, kept, data) VALUES (?, ?, ?, ?, ?)",
        (hashed, analysis.model, analysis.version, moment(line.kept), packed_analysis(analysis)),
    )


@_add.register
def _(line: CorrectionLine, db: sqlite3.Connection) -> bool:
    from tui.corrections.correction_json import from_json, to_json

    correction = from_json(line.correction)
    hashed, made = text_hash_of(line.text_hash), moment(line.made)
    source = None if line.source is None else without_surrogates(line.source)
    data = json.dumps(to_json(correction), separators=(",", ":"))
    if db.execute(
        "SELECT 1 FROM corrections WHERE text_hash = ? AND made = ? AND data = ?", (hashed, made, data)
    ).fetchone():
        return False
    # The corrected articles have to be indexed again.
    about = "SELECT id FROM articles WHERE indexed AND (text_hash = ? OR url = ? OR source = ?)"
    for (number,) in db.execute(about, (hashed, source, source)).fetchall():
        search_index.unindex(db, number)
    return _inserted(
        db,
        "INSERT INTO corrections (text_hash, source, made, undone, data) VALUES (?, ?, ?, ?, ?)",
        (hashed, source, made, -1 if line.undone == -1 else count(line.undone), data),
    )


@_add.register
def _(line: ClippingLine, db: sqlite3.Connection) -> bool:
    hashed = text_hash_of(line.text_hash)
    if not (line.id.isascii() and line.id.isprintable()):
        raise ValueError("its id makes no sense")
    clipping = cleaned(decode(Clipping, line.clipping, text_hash=hashed, note=line.note))
    tags = " ".join(tags_in(line.tags))
    return _inserted(
        db,
        "INSERT OR IGNORE INTO clippings (id, text_hash, made, note, tags, data) VALUES (?, ?, ?, ?, ?, ?)",
        (line.id, hashed, moment(line.made), clipping.note, tags, json_text(clipping)),
    )


@_add.register
def _(line: PeopleLine, db: sqlite3.Connection) -> bool:
    if line.undone not in (0, 1):
        raise ValueError("its “undone” is neither 0 nor 1")
    change = change_from_json(line.id, json.dumps(line.change))
    is_new = _inserted(
        db,
        "INSERT OR IGNORE INTO people_changes (id, made, undone, data) VALUES (?, ?, ?, ?)",
        (change.id, moment(line.made), line.undone, json_text(change)),
    )
    if is_new:
        apply(db, [change])
    return is_new


@_add.register
def _(line: VersionLine, db: sqlite3.Connection) -> bool:
    hashed, where = text_hash_of(line.text_hash), without_surrogates(line.origin)
    if db.execute("SELECT 1 FROM articles WHERE text_hash = ?", (hashed,)).fetchone() is None:
        raise ValueError("its article is not there")
    first, last = moment(line.first), moment(line.last)
    query = "SELECT 1 FROM versions WHERE origin = ? AND text_hash = ? AND first <= ? AND last >= ?"
    if db.execute(query, (where, hashed, last, first)).fetchone():
        return False
    return _inserted(
        db,
        "INSERT INTO versions (origin, text_hash, first, last) VALUES (?, ?, ?, ?)",
        (where, hashed, first, last),
    )


@_add.register
def _(line: PreferenceLine, db: sqlite3.Connection) -> bool:
    return _inserted(
        db,
        "INSERT OR IGNORE INTO preferences (name, value) VALUES (?, ?)",
        (without_surrogates(line.name), without_surrogates(line.value)),
    )


def _inserted(db: sqlite3.Connection, statement: str, values: tuple[object, ...]) -> bool:
    return db.execute(statement, values).rowcount > 0
