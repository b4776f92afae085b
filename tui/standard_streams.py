"""The standard streams: one that was closed is repaired, and what they are not fit for is said."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TextIO

PLAIN = "quoth.plain"
"""How errors of encoding are handled where messages go: with the signs of ASCII for quotation marks and dashes."""

_PLAIN = {
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
    "…": "...",
    "·": "-",
    "→": "->",
    "\u2011": "-",
}


def _in_plain_signs(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    sign = error.object[error.start]
    if sign in _PLAIN:
        return _PLAIN[sign], error.start + 1
    error.end = error.start + 1
    return codecs.backslashreplace_errors(error)


codecs.register_error(PLAIN, _in_plain_signs)


def open_closed_streams() -> None:
    """Open the null device for each closed standard stream, so that no file opened later takes its number.

    The system then refuses writes to a closed standard output; writes to a closed standard error are discarded.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_WRONLY if number == 2 else os.O_RDONLY)  # takes the lowest free number
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def discard(stream: TextIO) -> None:
    """Discard what is written to a standard stream from now on, because Python flushes it once more at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def locale_notice(environment: Mapping[str, str] = os.environ) -> str | None:
    """Return a sentence where the locale that was set is not UTF-8, which quoth writes; None if it is."""
    name = next((each for each in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(each)), None)
    if name is None or sys.platform == "win32":
        return None
    value = environment[name]
    charset = value.partition("@")[0].partition(".")[2].lower().replace("-", "")
    if charset == "utf8" or (not charset and value not in ("C", "POSIX")):
        return None
    shown = value if value.isascii() and value.isprintable() and len(value) <= 40 else "?"
    return f"The locale ({name}={shown}) is not UTF-8, which quoth writes; set {name}=C.UTF-8 if letters look odd."
