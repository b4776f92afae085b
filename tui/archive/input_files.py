"""The files that an archive is read from, on this machine or at any address that fsspec knows."""

from __future__ import annotations

import glob
import gzip
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BufferedIOBase, BufferedReader
from typing import IO, TYPE_CHECKING, NamedTuple

from tui.archive.archive_errors import ArchiveError
from tui.article.folders import DOCUMENT_SUFFIXES, SUFFIXES
from tui.article.sanitising import one_line

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

LINES = (".jsonl", ".ndjson")
ROWS = (".parquet", ".pq")
PACKED = ".gz"
UNREADABLE = "unreadable"
"""The mark of what may not be read, or is a link to nowhere."""

_BLOCK = 1 << 20  # bytes

_MARKS = ("mtime", "ETag", "etag", "LastModified", "updated", "created", "CRC")
_ARTICLES = (*LINES, *ROWS, *SUFFIXES, *DOCUMENT_SUFFIXES)


class InputFile(NamedTuple):
    """A file by its path or address; `mark` changes with the file, `size` is in bytes."""

    path: str
    size: int
    mark: str


def file_name(path: str) -> str:
    """Return the name that tells how to read a file: its path in lower case, of a chained address the first one."""
    return (path.partition("::")[0] if "://" in path else path).lower()


def find_files(inputs: Iterable[str]) -> Iterator[InputFile]:
    """Yield every file that inputs name, each once. Raises ArchiveError for one that is not there.

    Of folders, linked ones included, these are the files whose names end as those of articles do; of patterns all
    that match. What may not be read is among them, so that it is said.
    """
    seen: set[str] = set()
    for given in inputs:
        try:
            found = _local(given) if "://" not in given or os.path.lexists(given) else _remote(given)
            is_empty = True
            for file in found:
                is_empty = False
                if file.path not in seen:
                    seen.add(file.path)
                    yield file
        except Exception as error:  # each kind of address raises its own
            raise ArchiveError(
                f"“{given}” cannot be read ({one_line(str(error))}); check the address and its package."
            ) from None
        if is_empty:
            raise ArchiveError(f"There are no articles at “{given}”; check the path.")


@contextmanager
def open_file(path: str) -> Iterator[IO[bytes]]:
    """Yield a file that is read unpacked. Raises OSError, and others for damaged ones and some addresses."""
    is_packed = file_name(path).endswith(PACKED)
    if "://" not in path:
        with gzip.open(path) if is_packed else open(path, "rb") as file:  # noqa: PTH123
            yield file  # type: ignore[misc]
        return
    from fsspec.core import url_to_fs

    fs, inner = url_to_fs(path)
    compression = "gzip" if is_packed else None
    # Only what is needed, where whole blocks of 50 MB are usual; and lines by their lengths, which fsspec has not.
    with fs.open(inner, "rb", block_size=_BLOCK, compression=compression) as file:
        yield file if isinstance(file, BufferedIOBase) else BufferedReader(file, _BLOCK)  # type: ignore[misc]


def _is_article(name: str) -> bool:
    """Tell whether a file in a folder is meant; one without a suffix is, as in a folder that is read."""
    unpacked = name.lower().removesuffix(PACKED)
    return not name.startswith(".") and ("." not in unpacked or unpacked.endswith(_ARTICLES))


def _local(given: str) -> Iterator[InputFile]:
    path = os.path.abspath(given)  # noqa: PTH100 (workers have other current folders)
    if os.path.isdir(path):
        paths = _walk(path)
    elif os.path.lexists(path):
        paths = iter([path])
    else:
        paths = (each for each in sorted(_matching(path)) if not os.path.isdir(each))
    for each in paths:
        try:
            state = os.stat(each)  # noqa: PTH116
        except OSError:
            yield InputFile(each, 0, UNREADABLE)
            continue
        # A pipe would be waited for; a folder is one that may not be read.
        if stat.S_ISREG(state.st_mode) or stat.S_ISDIR(state.st_mode):
            mark = str(state.st_mtime_ns) if os.access(each, os.R_OK) else UNREADABLE
            yield InputFile(each, state.st_size, mark)


def _matching(pattern: str) -> list[str]:
    if "**" not in pattern:
        return glob.glob(pattern)  # noqa: PTH207 (an absolute path)
    from fsspec.implementations.local import LocalFileSystem

    return list(LocalFileSystem().glob(pattern))  # follows no links, which may lead round and round


def _walk(folder: str) -> Iterator[str]:
    """Yield the articles in a folder and those below it, and each folder that may not be read."""
    unread: list[str] = []
    entered: set[str] = set()  # a link may lead to a folder that it stands in
    for place, folders, names in os.walk(
        folder, onerror=lambda error: unread.append(error.filename), followlinks=True
    ):
        real = os.path.realpath(place)
        if real in entered:
            folders.clear()
            continue
        entered.add(real)
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        yield from (os.path.join(place, name) for name in sorted(names) if _is_article(name))  # noqa: PTH118
    yield from unread


def _remote(given: str) -> Iterator[InputFile]:
    from fsspec.core import url_to_fs

    fs: AbstractFileSystem
    fs, path = url_to_fs(given)
    if "file" in fs.protocol:
        yield from _local(path)
        return
    _, chained, holder = given.partition("::")
    if any(sign in path for sign in "*?["):
        paths = sorted(each for each in fs.glob(path) if fs.isfile(each))
    elif fs.isdir(path):
        paths = sorted(each for each in fs.find(path) if _is_article(each.rsplit("/", 1)[-1]))
    else:
        paths = [path] if fs.exists(path) else []
    for each in paths:
        info = fs.info(each)
        mark = "".join(str(info.get(name, "")) for name in _MARKS)
        yield InputFile(f"{fs.unstrip_protocol(each)}{chained}{holder}", int(info.get("size") or 0), mark)
