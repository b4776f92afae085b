"""Articles in JSON lines and Parquet: a range of a file, read piece by piece."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from gzip import BadGzipFile
from typing import IO, Any, NamedTuple

from tui.archive.input_files import open_file
from tui.article.sanitising import one_line

LONGEST_LINE = 64_000_000
"""Bytes of a JSON line: an article of 20 MB, the most that is analysed, with escapes."""

_BLOCK = 1 << 20  # bytes that are read at a time
_ROWS = 200  # that are read at a time


class Columns(NamedTuple):
    """The names under which rows and JSON objects hold an article's text and what is known of it; "" for none."""

    text: str = "text"
    id: str = "id"
    title: str = "title"
    byline: str = "byline"
    published: str = "published"
    url: str = "url"


DEFAULT_COLUMNS = Columns()


class Document(NamedTuple):
    """An article to be analysed: its text, or its bytes with the name of their file."""

    id: str
    text: str | None = None
    data: bytes | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    problem: str | None = None
    """A sentence, where the row or file holds no article."""
    is_lost: bool = False
    """True if another run may be able to read it: a disk or an address was not there."""


def unread(identity: str, what: str, error: Exception) -> Document:
    """Return the document that tells of an error in reading."""
    is_damage = isinstance(error, (BadGzipFile, EOFError, ValueError, zlib.error))
    if isinstance(error, OSError) and not isinstance(error, TimeoutError):
        is_damage |= error.errno is None  # pyarrow's, of what it cannot make out
    is_lost = not is_damage and not type(error).__module__.startswith("pyarrow")
    reason = getattr(error, "strerror", None) or one_line(str(error))[:200] or type(error).__name__
    return Document(identity, problem=f"{what} cannot be read: {reason}.", is_lost=is_lost)


def _document(value: dict[str, Any], place: str, columns: Columns) -> Document:
    """Return the document that a row or an object holds; its id is its place where it gives none."""

    def of(name: str) -> str | None:
        found = value.get(name) if name else None
        return None if found is None or isinstance(found, (dict, list)) else str(found)

    identity = of(columns.id) or place
    text = value.get(columns.text)
    if columns.text not in value:
        return Document(identity, problem=f"It has no “{columns.text}”; name the column with --text.")
    if not isinstance(text, (str, bytes)):
        return Document(identity, problem=f"Its “{columns.text}” is not a text.")
    title, byline, published, url = map(of, columns[2:])
    if isinstance(text, bytes):
        return Document(identity, None, text, title, byline, published, url)
    return Document(identity, text, None, title, byline, published, url)


# JSON lines


def read_lines(path: str, start: int, end: int, columns: Columns) -> Iterator[Document]:
    """Yield the documents of the lines that begin in this range of bytes."""
    at = start
    try:
        for at, line in line_places(path, start, end):
            place = f"{path}:{at}"
            if line is None:
                yield Document(place, problem=f"The line is longer than {LONGEST_LINE // 1_000_000} MB.")
                continue
            try:
                value = json.loads(line)
            except (ValueError, RecursionError):
                yield Document(place, problem="The line is not JSON.")
                continue
            if isinstance(value, dict):
                yield _document(value, place, columns)
            else:
                yield Document(place, problem="The line is not a JSON object.")
    except Exception as error:  # damaged files and addresses raise all kinds
        yield unread(f"{path}:{at}", "From here on the file", error)


def line_places(path: str, start: int, end: int) -> Iterator[tuple[int, bytes | None]]:
    """Yield where each line that is not blank begins in a range of bytes, and the line; None for one too long."""
    with open_file(path) as file:
        at = start
        if at:
            file.seek(at - 1)
            at += _skip_line(file, end - start + 1) - 1
        while at < end and (line := file.readline(LONGEST_LINE)):
            length = len(line)
            is_cut = length == LONGEST_LINE and not line.endswith(b"\n")
            if is_cut:
                length += _skip_line(file)
            if not line.isspace():
                yield at, None if is_cut else line
            at += length


def _skip_line(file: IO[bytes], most: int | None = None) -> int:
    """Read to the end of a line, but no further than so many bytes; return how many were read."""
    count = 0
    while most is None or count < most:
        block = file.readline(_BLOCK if most is None else min(_BLOCK, most - count))
        count += len(block)
        if not block or block.endswith(b"\n"):
            break
    return count


# Parquet


def count_rows(path: str, columns: Columns) -> int:
    """Return how many rows a Parquet file has. Raises ValueError, with a sentence, where it holds no articles."""
    import pyarrow.parquet as pq

    try:
        with open_file(path) as file:
            metadata = pq.ParquetFile(file)
            names = metadata.schema_arrow.names
            count = metadata.metadata.num_rows
    except Exception as error:
        raise ValueError(
            f"“{path}” is not a Parquet file that can be read ({type(error).__name__})."
        ) from None
    if columns.text not in names:
        raise ValueError(
            f"“{path}” has no column “{columns.text}”; name it with --text: {', '.join(names)[:200]}."
        )
    return int(count)


def read_rows(path: str, start: int, end: int, columns: Columns) -> Iterator[Document]:
    """Yield the documents of a range of rows."""
    import pyarrow.parquet as pq

    at = 0
    try:
        with open_file(path) as file:
            # Read by and by: a row group may be as large as the file.
            parquet = pq.ParquetFile(file, buffer_size=_BLOCK)
            wanted = [name for name in columns if name and name in parquet.schema_arrow.names]
            for group in range(parquet.num_row_groups):
                after = at + parquet.metadata.row_group(group).num_rows
                # Each by itself: what is damaged in one is nothing to the rows before it.
                is_wanted = after > start and at < end
                for batch in parquet.iter_batches(_ROWS, [group], wanted) if is_wanted else ():
                    first, last = max(start - at, 0), min(end - at, len(batch))
                    for row, value in enumerate(
                        batch[first:last].to_pylist() if first < last else (), at + first
                    ):
                        yield _document(value, f"{path}:{row}", columns)
                    at += len(batch)
                    if at >= end:
                        return
                at = after
    except Exception as error:
        at = max(at, start)  # a row group that is damaged is met by each shard that has a part of it
        yield unread(f"{path}:{at}", f"From row {at} on the file", error)
