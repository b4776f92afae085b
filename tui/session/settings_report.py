"""What is said of settings: what is set, and what of it is wrong, with the file that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path

from tui.session.settings import Settings, settings_file

SHOWN = 3
"""The most wrong settings that a message lists."""

TEMPLATE = """\
# Settings of quoth. Everything may be left out; what begins with # is not set.

# theme = "quoth-light"        # any theme that t shows in the reader
# measure = 66                 # columns of text, 60 to 72
# citation = "markdown"        # or "plain": what Y and A copy
# model = "en_core_web_md"     # another spaCy pipeline that you installed
# also_in = false              # true: Y names other articles that have the quote, too
# private = false              # true: keep nothing of what you read

[keymap]
# "quote.next" = "n,ctrl+n"    # every key has an id, which the palette (Ctrl+P) shows
"""
"""What a settings file begins with."""


def settings_notice(problems: Sequence[str]) -> list[str]:
    """Return one message about all that is wrong in the settings, with the name of the file; none if nothing is."""
    if not problems:
        return []
    shown = list(problems[:SHOWN])
    if len(problems) > SHOWN:
        shown.append(f"… and {len(problems) - SHOWN} more.")
    where = settings_path()
    if where is not None and not any(str(where) in problem for problem in problems):
        shown.append(f"These settings are in “{where}”; quoth config shows what is set and what is wrong.")
    return ["\n".join(shown)]


def settings_path() -> Path | None:
    """Return the path of the settings file; None if there is no home folder."""
    try:
        return settings_file()
    except RuntimeError:
        return None


def described(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield each setting with its value as it is written in the file, and whether it is the default."""
    default = Settings()
    for field in fields(settings):
        value = getattr(settings, field.name)
        if field.name in ("problems", "keymap"):
            continue
        if value == getattr(default, field.name):
            yield field.name, f"{_written(value)} (not set)"
        else:
            yield field.name, _written(value)
    for name, keys in settings.keymap.items():
        yield f'keymap "{name}"', _written(keys)


def _written(value: object) -> str:
    if value is None:
        return "as quoth has it"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
