"""Writing a file completely or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from codecs import getincrementalencoder
from collections.abc import Iterable, Iterator
from pathlib import Path

from tui.article.sanitising import one_line


class CannotWrite(Exception):
    """A file could not be written; `message` is one sentence that says why, and what to do next."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def check_writable(path: Path, *, overwrite: bool = False) -> None:
    """Raise CannotWrite if `write_text` to this path would certainly fail: a check before long work."""
    name = f"“{one_line(str(path))}”"
    if os.path.isdir(path):
        raise CannotWrite(f"{name} is a folder; name a file in it.")
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        pass
    except (OSError, ValueError) as error:  # its name is too long, or the folder may not be looked into
        raise _cannot_write(path, error) from None
    else:
        if not overwrite and not _is_device(path):
            raise CannotWrite(
                f"{name} exists and is left as it is; name another file, or add --force to overwrite it."
            )
    if not os.path.isdir(path.parent):
        raise CannotWrite(f"There is no folder “{one_line(str(path.parent))}”; create it first.")


def write_text(path: Path, text: str, *, overwrite: bool = False, encoding: str = "utf-8") -> None:
    """Write `text` to `path`, as `write_pieces` does."""
    write_pieces(path, (text,), overwrite=overwrite, encoding=encoding)


def write_pieces(
    path: Path, pieces: Iterable[str], *, overwrite: bool = False, encoding: str = "utf-8"
) -> None:
    """Write a text, given in pieces, to `path`, which has its old or its new content at any moment, never a part.

    An existing file is overwritten only with `overwrite`; it keeps its permissions, and links to it stay. Line ends
    are written as they are. Devices and pipes are written to directly. Raises CannotWrite.
    """
    check_writable(path, overwrite=overwrite)
    try:
        if _is_device(path):
            with path.open("wb") as file:
                file.writelines(_encoded(pieces, encoding))
            return
        target = path.resolve()
        import secrets  # not wanted on the way to the first screen

        beside = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.part")
        try:
            with beside.open("xb") as file:
                file.writelines(_encoded(pieces, encoding))
                file.flush()
                os.fsync(file.fileno())
            if os.path.exists(target):
                shutil.copymode(target, beside)
            _move(beside, target, overwrite=overwrite)
        finally:
            with contextlib.suppress(OSError):
                beside.unlink()
    except FileExistsError:
        raise CannotWrite(f"“{one_line(str(path))}” exists now, and was left as it is.") from None
    except (OSError, ValueError, RuntimeError) as error:
        raise _cannot_write(path, error) from None


def _cannot_write(path: Path, error: Exception) -> CannotWrite:
    reason = getattr(error, "strerror", None) or str(error)
    return CannotWrite(
        f"“{one_line(str(path))}” cannot be written: {one_line(reason)}; name a file elsewhere."
    )


def _encoded(pieces: Iterable[str], encoding: str) -> Iterator[bytes]:
    """Yield the pieces as bytes, with a byte order mark only before the first."""
    coder = getincrementalencoder(encoding)("replace")
    for piece in pieces:
        yield coder.encode(piece)


def _move(beside: Path, target: Path, *, overwrite: bool) -> None:
    if overwrite:
        beside.replace(target)
        return
    try:
        os.link(beside, target)  # unlike a rename it never overwrites what came to stand there meanwhile
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.exists(target):
            raise FileExistsError(str(target)) from None
        beside.replace(target)


def _is_device(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
