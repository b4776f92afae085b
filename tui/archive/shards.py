"""What an archive is read from: files of articles, JSON lines and Parquet, cut into shards.

A shard is some hundred articles that one worker analyses and writes as one file of each table. Inputs may be local
or at any address that fsspec knows (s3://, gs:// …, with the packages that those need).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from tui.archive.archive_errors import ArchiveError

FILES_IN_SHARD = 200
BYTES_IN_SHARD = 1_000_000  # some 200 articles of 800 words
ROWS_IN_SHARD = 200
LARGEST_LINE = 64_000_000  # bytes of one JSON line

_PARTS = 16  # a shard takes at most so large a part of what is left of its file
_LEAST = 32  # … but not less than so large a part of the most that a shard holds
_USUAL_FILES = 24  # of which one, chosen by its name, ends a shard
_USUAL_BYTES = 4_000  # of an article
_PACKED = 4  # times as long is a packed file unpacked, usually
_LARGEST_FILE = 1 << 50
_BUFFER = 1 << 20  # bytes of a Parquet file that are read at a time

_LINES = (".jsonl", ".ndjson")
_ROWS = (".parquet", ".pq")
_LOOSE = tuple(".txt .text .md .markdown .html .htm .xhtml .pdf .docx .odt .rtf .eml".split())


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


@dataclass(frozen=True, slots=True)
class Shard:
    """Some articles of an archive: whole files, a range of bytes of JSON lines, or a range of rows.

    `id` is made of the place and the state of the input, of the analysis's version and the model: a shard whose id
    is known is done.
    """

    id: str
    kind: str  # files, lines, rows
    paths: tuple[str, ...]
    start: int = 0
    end: int = 0
    columns: Columns = DEFAULT_COLUMNS
    size: int = 0
    """Bytes of text, roughly: what is larger is begun earlier."""

    @property
    def name(self) -> str:
        """What the shard is called in messages."""
        if self.kind == "files":
            return (
                self.paths[0] if len(self.paths) == 1 else f"{self.paths[0]} and {len(self.paths) - 1} more"
            )
        return f"{self.paths[0]}, {'bytes' if self.kind == 'lines' else 'rows'} {self.start} to {self.end}"


def plan_shards(inputs: Iterable[str], columns: Columns, version: str) -> list[Shard]:
    """Return the shards of all inputs, in order; nothing but names and sizes is read.

    `version` names whatever else an analysis depends on. Raises ArchiveError for an input that is not there, for a
    column that a Parquet file lacks, and for one that is damaged.
    """
    shards: list[Shard] = []
    loose: list[tuple[str, int, str]] = []
    seen: set[str] = set()

    def flush() -> None:
        if loose:
            marks = "".join(mark for _, _, mark in loose)
            paths = tuple(path for path, _, _ in loose)
            identity = _identify("files", paths, marks, version)
            shards.append(Shard(identity, "files", paths, size=sum(size for _, size, _ in loose)))
            loose.clear()

    for path, size, mark in _files(inputs):
        if path in seen:
            continue
        seen.add(path)
        lower = path.lower().removesuffix(".gz")
        if not lower.endswith((*_LINES, *_ROWS)):
            loose.append((path, size, mark))
            is_full = len(loose) >= FILES_IN_SHARD or sum(each[1] for each in loose) >= BYTES_IN_SHARD
            if is_full or _ends_a_shard(path):
                flush()
            continue
        flush()
        if lower.endswith(_ROWS):
            kind = "rows"
            cuts = [
                (*cut, (cut[1] - cut[0]) * _USUAL_BYTES)
                for cut in _cuts(_row_count(path, columns), ROWS_IN_SHARD)
            ]
        elif path.lower().endswith(".gz"):
            kind, cuts = "lines", [(0, _LARGEST_FILE, size * _PACKED)]
        else:
            kind, cuts = "lines", [(*cut, cut[1] - cut[0]) for cut in _cuts(size, BYTES_IN_SHARD)]
        for start, end, weight in cuts:
            identity = _identify(kind, (path,), f"{mark}{start}{columns}", version)
            shards.append(Shard(identity, kind, (path,), start, end, columns, weight))
    flush()
    return shards


def _cuts(size: int, most: int) -> Iterator[tuple[int, int]]:
    """Yield where the shards of a file begin and end: smaller and smaller ones, so that workers end together."""
    start = 0
    while start < size:
        step = min(max((size - start) // _PARTS, most // _LEAST, 1), most)
        yield start, min(start + step, size)
        start += step


def _ends_a_shard(path: str) -> bool:
    """Tell whether a shard ends with this file, by its name: a new one in a folder changes one shard."""
    return int.from_bytes(hashlib.sha256(path.encode("utf-8", "replace")).digest()[:4]) % _USUAL_FILES == 0


def halves(shard: Shard) -> list[Shard]:
    """Return the two halves of a shard that cannot be done whole; [] for a single article."""
    if shard.kind == "files":
        if len(shard.paths) == 1:
            return []
        middle = len(shard.paths) // 2
        return [
            Shard(f"{shard.id}{half}", "files", paths)
            for half, paths in (("a", shard.paths[:middle]), ("b", shard.paths[middle:]))
        ]
    places = [place for place, _ in _places(shard)]
    if len(places) < 2:
        return []
    middle = places[len(places) // 2]
    return [
        Shard(f"{shard.id}{half}", shard.kind, shard.paths, start, end, shard.columns)
        for half, start, end in (("a", shard.start, middle), ("b", middle, shard.end))
    ]


def read_shard(shard: Shard) -> Iterator[Document]:
    """Yield the documents of a shard. What is damaged is a document with a `problem`."""
    if shard.kind == "files":
        for path in shard.paths:
            try:
                yield Document(path, data=_open(path).read())
            except OSError as error:
                yield Document(path, problem=f"It cannot be read: {error.strerror or error}.")
    elif shard.kind == "lines":
        yield from _from_lines(shard)
    else:
        yield from _from_rows(shard)


def first_document(shard: Shard) -> str:
    """Return the id of the only article of a shard that could not be analysed, as far as it can be known."""
    try:
        return next((document.id for document in read_shard(shard)), shard.name)
    except Exception:
        return shard.name


# Files


def _files(inputs: Iterable[str]) -> Iterator[tuple[str, int, str]]:
    """Yield the path, the size in bytes and a mark of the state of each file that inputs name."""
    from fsspec.core import url_to_fs

    for given in inputs:
        try:
            fs, path = url_to_fs(given)
            if any(sign in path for sign in "*?["):
                paths = sorted(each for each in fs.glob(path) if fs.isfile(each))
            elif fs.isdir(path):
                paths = sorted(each for each in fs.find(path) if _is_article(each))
            else:
                paths = [path] if fs.exists(path) else []
            if not paths:
                raise ArchiveError(f"There are no articles at “{given}”; check the path.")
            for each in paths:
                info = fs.info(each)
                mark = str(info.get("mtime") or info.get("ETag") or info.get("LastModified") or "")
                yield (
                    fs.unstrip_protocol(each).removeprefix("file://"),
                    int(info.get("size") or 0),
                    f"{each}{info.get('size')}{mark}",
                )
        except (OSError, ImportError, ValueError) as error:
            raise ArchiveError(
                f"“{given}” cannot be read ({error}); check the address and its package."
            ) from None


def _is_article(path: str) -> bool:
    name = path.rsplit("/", 1)[-1].lower()
    if name.startswith("."):
        return False
    return name.removesuffix(".gz").endswith((*_LINES, *_ROWS, *_LOOSE))


def _open(path: str) -> Any:
    import fsspec

    return fsspec.open(path, "rb", compression="infer" if path.lower().endswith(".gz") else None).open()


def _identify(kind: str, paths: tuple[str, ...], mark: str, version: str) -> str:
    return hashlib.sha256("\0".join((kind, *paths, mark, version)).encode("utf-8", "replace")).hexdigest()[
        :20
    ]


# JSON lines


def _places(shard: Shard) -> Iterator[tuple[int, bytes]]:
    """Yield where each line or row of a shard begins, and a line's bytes. A line is where its first byte is."""
    if shard.kind == "rows":
        yield from ((row, b"") for row in range(shard.start, shard.end))
        return
    with _open(shard.paths[0]) as file:
        at = shard.start
        if at:
            file.seek(at - 1)
            at += len(file.readline(LARGEST_LINE)) - 1
        while at < shard.end and (line := file.readline(LARGEST_LINE)):
            yield at, line
            at += len(line)


def _from_lines(shard: Shard) -> Iterator[Document]:
    try:
        for at, line in _places(shard):
            if not line.strip():
                continue
            place = f"{shard.paths[0]}:{at}"
            try:
                value = json.loads(line)
            except (ValueError, RecursionError):
                yield Document(place, problem="The line is not JSON.")
                continue
            if isinstance(value, dict):
                yield _document(value, place, shard.columns)
            else:
                yield Document(place, problem="The line is not a JSON object.")
    except (OSError, EOFError) as error:
        yield Document(shard.name, problem=f"The file cannot be read: {error}.")


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
    about = [of(name) for name in (columns.title, columns.byline, columns.published, columns.url)]
    if isinstance(text, bytes):
        return Document(identity, None, text, *about)
    return Document(identity, text, None, *about)


# Parquet


def _row_count(path: str, columns: Columns) -> int:
    import pyarrow.parquet as pq

    try:
        with _open(path) as file:
            metadata = pq.ParquetFile(file)
            names = metadata.schema_arrow.names
            count = metadata.metadata.num_rows
    except Exception as error:
        raise ArchiveError(
            f"“{path}” is not a Parquet file that can be read ({type(error).__name__})."
        ) from None
    if columns.text not in names:
        raise ArchiveError(
            f"“{path}” has no column “{columns.text}”; name it with --text: {', '.join(names)[:200]}."
        )
    return int(count)


def _from_rows(shard: Shard) -> Iterator[Document]:
    import pyarrow.parquet as pq

    at = 0
    try:
        with _open(shard.paths[0]) as file:
            # Read by and by: a row group may be as large as the file.
            parquet = pq.ParquetFile(file, buffer_size=_BUFFER)
            wanted = [name for name in shard.columns if name and name in parquet.schema_arrow.names]
            for group in range(parquet.num_row_groups):
                after = at + parquet.metadata.row_group(group).num_rows
                # Each by itself: what is damaged in one is nothing to the rows before it.
                wanted_here = after > shard.start and at < shard.end
                for batch in parquet.iter_batches(ROWS_IN_SHARD, [group], wanted) if wanted_here else ():
                    first, end = max(shard.start - at, 0), min(shard.end - at, len(batch))
                    for row, value in enumerate(
                        batch[first:end].to_pylist() if first < end else (), at + first
                    ):
                        yield _document(value, f"{shard.paths[0]}:{row}", shard.columns)
                    at += len(batch)
                    if at >= shard.end:
                        return
                at = after
    except Exception as error:
        problem = f"From row {at} on the file cannot be read ({type(error).__name__})."
        yield Document(f"{shard.paths[0]}:{at}", problem=problem)
