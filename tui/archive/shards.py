"""An archive's input cut into shards: some hundred articles that one worker analyses and writes by themselves."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tui.archive.archive_errors import ArchiveError
from tui.archive.documents import (
    DEFAULT_COLUMNS,
    Columns,
    Document,
    count_rows,
    line_places,
    read_lines,
    read_rows,
    unread,
)
from tui.archive.input_files import (
    LINES,
    PACKED,
    ROWS,
    UNREADABLE,
    InputFile,
    file_name,
    find_files,
    open_file,
)
from tui.article.files import LARGEST

FILES_IN_SHARD = 200
BYTES_IN_SHARD = 1_000_000  # some 200 articles of 800 words
ROWS_IN_SHARD = 200

_PARTS = 16  # a shard takes at most so large a part of what is left of its file
_LEAST = 32  # … but not less than so large a part of the most that a shard holds
_USUAL_FILES = 24  # of which one, chosen by its name, ends a shard
_USUAL_BYTES = 4_000  # of an article
_UNPACKED = 4  # times as long is a packed file unpacked, usually
_LARGEST_FILE = 1 << 50


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
    """Bytes of text, roughly; larger shards are begun first."""
    problem: str | None = None
    """A sentence, if the file holds no articles."""

    @property
    def name(self) -> str:
        """The name of the shard in messages."""
        if len(self.paths) > 1:
            return f"{self.paths[0]} and {len(self.paths) - 1} more"
        if self.kind == "files" or self.end == _LARGEST_FILE:
            return self.paths[0]
        return f"{self.paths[0]}, {'bytes' if self.kind == 'lines' else 'rows'} {self.start} to {self.end}"


def plan_shards(inputs: Iterable[str], columns: Columns, version: str) -> list[Shard]:
    """Return the shards of all inputs, in order; nothing but names, sizes and the ends of Parquet files is read.

    `version` names whatever else an analysis depends on. Raises ArchiveError for an input that is not there, and
    where there is nothing but Parquet files that are damaged or have no such column.
    """
    shards: list[Shard] = []
    loose: list[InputFile] = []
    for file in find_files(inputs):
        name = file_name(file.path).removesuffix(PACKED)
        if name.endswith((*LINES, *ROWS)):
            shards += _files_shard(loose, version)
            shards += _cut(file, columns, version)
            continue
        if file.mark == UNREADABLE:
            shards += _files_shard([file], version)  # by itself, as it is tried again
            continue
        loose.append(file)
        is_full = len(loose) >= FILES_IN_SHARD or sum(each.size for each in loose) >= BYTES_IN_SHARD
        if is_full or _ends_a_shard(file.path):
            shards += _files_shard(loose, version)
    shards += _files_shard(loose, version)
    problems = [shard.problem for shard in shards if shard.problem]
    if problems and len(problems) == len(shards):
        raise ArchiveError(problems[0])
    return shards


def _files_shard(files: list[InputFile], version: str) -> list[Shard]:
    """Return a shard of whole files, which are taken from the list; [] if that is empty."""
    if not files:
        return []
    paths = tuple(file.path for file in files)
    identity = _identify("files", paths, "".join(f"{file.size} {file.mark} " for file in files), version)
    size = sum(file.size for file in files)
    files.clear()
    return [Shard(identity, "files", paths, size=size)]


def _cut(file: InputFile, columns: Columns, version: str) -> Iterator[Shard]:
    """Yield the shards of a file of JSON lines or Parquet."""
    path, size, mark = file
    name = file_name(path)
    kind, weight = "lines", 1
    cuts: Iterable[tuple[int, int]]
    if name.removesuffix(PACKED).endswith(ROWS):
        kind, weight = "rows", _USUAL_BYTES
        try:
            cuts = _cuts(count_rows(path, columns), ROWS_IN_SHARD)
        except ValueError as error:
            identity = _identify("damaged", (path,), f"{size}{mark}{columns}", version)
            yield Shard(identity, "files", (path,), problem=str(error))
            return
    elif name.endswith(PACKED):
        identity = _identify(kind, (path,), f"{size}{mark}{columns}", version)
        yield Shard(identity, kind, (path,), 0, _LARGEST_FILE, columns, size * _UNPACKED)
        return
    else:
        cuts = _cuts(size, BYTES_IN_SHARD)
    for start, end in cuts:
        identity = _identify(kind, (path,), f"{size}{mark}{start}{columns}", version)
        yield Shard(identity, kind, (path,), start, end, columns, (end - start) * weight)


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


def _identify(kind: str, paths: tuple[str, ...], mark: str, version: str) -> str:
    whole = "\0".join((kind, *paths, mark, version)).encode("utf-8", "surrogateescape")
    return hashlib.sha256(whole).hexdigest()[:20]


def halves(shard: Shard) -> list[Shard]:
    """Return the two halves of a shard that cannot be done whole; [] for a single article."""
    if shard.kind == "files":
        middle = len(shard.paths) // 2
        parts = (shard.paths[:middle], shard.paths[middle:]) if middle else ()
        return [
            replace(shard, id=shard.id + half, paths=part) for half, part in zip("ab", parts, strict=False)
        ]
    places: Sequence[int] = range(shard.start, shard.end)
    if shard.kind == "lines":
        places = [place for place, _ in line_places(shard.paths[0], shard.start, shard.end)]
    if len(places) < 2:
        return []
    middle = places[len(places) // 2]
    return [
        replace(shard, id=shard.id + "a", end=middle),
        replace(shard, id=shard.id + "b", start=middle),
    ]


def read_shard(shard: Shard) -> Iterator[Document]:
    """Yield the documents of a shard. What is damaged is a document with a `problem`."""
    if shard.problem:
        yield Document(shard.paths[0], problem=shard.problem)
    elif shard.kind == "lines":
        yield from read_lines(shard.paths[0], shard.start, shard.end, shard.columns)
    elif shard.kind == "rows":
        yield from read_rows(shard.paths[0], shard.start, shard.end, shard.columns)
    else:
        for path in shard.paths:
            try:
                with open_file(path) as file:
                    yield Document(path, data=file.read(LARGEST + 1))  # a larger one is refused
            except Exception as error:  # damaged files and addresses raise all kinds
                yield unread(path, "It", error)


def first_document(shard: Shard) -> str:
    """Return the id of the only article of a shard that could not be analysed, as far as it can be known."""
    try:
        return next((document.id for document in read_shard(shard)), shard.name)
    except Exception:
        return shard.name
