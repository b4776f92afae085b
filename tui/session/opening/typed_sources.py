"""Interpret what is typed into the open prompt, and suggest paths and sources opened before.

Suggestions carry the true source beside the words that are shown: a file name may contain characters that must
never reach the terminal. Such a name cannot be typed, only picked.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass

from tui.article.folding import fold
from tui.article.http.urls import is_url
from tui.article.sanitising import displayable, one_line

MAX_SUGGESTIONS = 200
"""The most sources opened before, or paths, that are suggested for opening."""
_SCANNED = 20_000  # the most names in a folder that are examined
_BARE_ADDRESS = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[:/?#].*)?", re.IGNORECASE)

_FILE_NAME = re.compile(
    r".*\.(?:te?xt|md|markdown|x?html?|mhtml|opml|xml|rss|atom|jsonl?|csv|pdf|docx?|odt|rtf|epub|log|eml)",
    re.IGNORECASE,
)
"""Matches a name that is a missing file's rather than a site's."""
_NEAR_ADDRESS = re.compile(r"(?:localhost|\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?(?:[/?#].*)?", re.IGNORECASE)
"""Matches the address of a server on this computer or in its network, where https is rare."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A source to open, its label, a note beside it, and the text for the input if it can be typed."""

    source: str
    shown: str
    note: str = ""
    line: str | None = None
    folder: bool = False


def interpret_input(typed: str) -> str:
    """Return the source that was typed.

    White space and quotation marks around it are dropped, "~" is the home folder, an address gets a scheme.
    """
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if is_url(text):
        return text
    path = expand_home(text)
    if not os.path.lexists(path):
        if _NEAR_ADDRESS.fullmatch(text):
            return f"http://{text}"
        if _BARE_ADDRESS.fullmatch(text) and ("/" in text or not _FILE_NAME.fullmatch(text)):
            return f"https://{text}"
    return path


def expand_home(path: str) -> str:
    """Return `path` with "~" replaced by the home folder, if there is one."""
    try:
        return os.path.expanduser(path)  # noqa: PTH111 (the other one raises for unknown users)
    except (RuntimeError, ValueError):
        return path


def matching_history(typed: str, history: Iterable[tuple[str, str | None]]) -> list[Suggestion]:
    """Return the entries of `history` (source and title, newest first) that contain every word that was typed."""
    words = fold(one_line(typed)).split()
    out: dict[str, Suggestion] = {}
    for source, title in history:
        line = _with_tilde(source)
        shown, note = one_line(line), one_line(title or "")
        if source in out or source == "-" or not shown:
            continue
        if all(word in fold(f"{shown} {note}") for word in words):
            out[source] = Suggestion(source, shown, note, line if line == displayable(line) else None)
    return list(out.values())[:MAX_SUGGESTIONS]


def _with_tilde(source: str) -> str:
    """Return a path in the home folder with “~” for that folder."""
    home = expand_home("~")
    return f"~{source[len(home) :]}" if home != "~" and source.startswith(home + os.sep) else source


def matching_paths(typed: str) -> list[Suggestion]:
    """Return the files and folders whose path begins with what was typed; folders first, then by name.

    Hidden ones are suggested only after a dot, and nothing for an unreadable folder.
    """
    text = typed.lstrip()
    if is_url(text):
        return []
    lead = re.split(r"[/\\]" if os.sep == "\\" else "/", text)[-1]
    before = text[: len(text) - len(lead)]
    wanted = os.path.normcase(lead)
    found: list[Suggestion] = []
    try:
        with os.scandir(expand_home(before) or ".") as entries:
            for _, entry in zip(range(_SCANNED), entries, strict=False):
                name = entry.name
                if not os.path.normcase(name).startswith(wanted) or (name[:1] == "." and lead[:1] != "."):
                    continue
                folder = _is_folder(entry)
                line = before + name + (os.sep if folder else "")
                source = expand_home(before) + name
                safe = line == displayable(line) and line == line.lstrip()
                found.append(
                    Suggestion(
                        source, one_line(line), "folder" if folder else "", line if safe else None, folder
                    )
                )
    except (OSError, ValueError):
        return []
    found.sort(key=lambda each: (not each.folder, each.shown.casefold(), each.shown))
    return found[:MAX_SUGGESTIONS]


def complete_path(typed: str, suggestions: list[Suggestion]) -> str | None:
    """Return the input after Tab: extended as far as all suggestions agree; None if that adds nothing."""
    lines = [each.line for each in suggestions]
    if not lines or None in lines:
        return None
    known = [line for line in lines if line is not None]
    first, last = min(known), max(known)  # a prefix of these two is one of all between them
    at = next((i for i, c in enumerate(first) if i >= len(last) or last[i] != c), len(first))
    common, typed = first[:at], typed.lstrip()
    return common if len(common) > len(typed) and common.startswith(typed) else None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
