"""What a person has set, from one TOML file that need not exist.

    theme = "quoth-light"        # any of Textual's or quoth's own
    model = "en_core_web_md"     # a spaCy package, or a folder that holds a pipeline
    measure = 66                 # columns of the article, 60 to 72
    citation = "markdown"        # or "plain", "bibtex", "csl-json": how quotes are cited
    also_in = false              # true: Y names other articles that have the quote, too
    private = false              # true: keep nothing of what is read

    [keymap]
    "quote.next" = "n,ctrl+n"    # ids as the palette shows them

It is `config.toml` in the user's configuration folder, or in QUOTH_HOME where that is set, or else the file
that QUOTH_CONFIG names.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast, get_args

Style = Literal["markdown", "plain", "bibtex", "csl-json"]
"""How quotes are copied with their speaker."""

STYLES: tuple[Style, ...] = get_args(Style)

MEASURES = range(60, 73)
"""The widths of the article's column that read well, in cells."""


NO_HOME = "There is no home folder; set HOME or QUOTH_HOME to a folder of yours."


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person has set. `problems` holds a sentence for each thing in the file that could not be used.

    `theme` and `model` are None if nothing is set; `keymap` maps ids of bindings to keys, as Textual's
    `App.set_keymap` takes them.
    """

    theme: str | None = None  # then as `Themes.first` in tui/screens/themes.py has it
    model: str | None = None  # then DEFAULT in tui/analysis/model.py
    measure: int = 66
    citation: Style = "markdown"
    also_in: bool = False
    private: bool = False
    keymap: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def settings_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Return the path of the settings file. Raises RuntimeError if there is no home folder."""
    if named := environ.get("QUOTH_CONFIG"):
        return _expanded(named)
    if home := environ.get("QUOTH_HOME"):
        return _expanded(home) / "config.toml"
    from platformdirs import user_config_path

    return user_config_path("quoth", appauthor=False) / "config.toml"


def _expanded(path: str) -> Path:
    return Path(os.path.expanduser(path))  # noqa: PTH111 (the other one raises for unknown users)


def load(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings; never raises. A missing file sets nothing, unless QUOTH_CONFIG names it."""
    try:
        path = settings_file(environ)
    except RuntimeError:  # neither HOME nor the system's list of users names a folder
        return Settings(private=True, problems=(f"{NO_HOME} Until then nothing is kept.",))
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        if not environ.get("QUOTH_CONFIG"):
            return Settings()
        return Settings(problems=(f"There are no settings at “{path}”, which QUOTH_CONFIG names.",))
    except OSError as error:
        return Settings(problems=(f"The settings in “{path}” could not be read: {error.strerror}.",))
    import tomllib

    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        return Settings(problems=(f"The settings in “{path}” are not TOML and were not used: {error}.",))
    return from_table(table)


def from_table(table: Mapping[str, Any]) -> Settings:
    """Return the settings in a parsed file; each thing that cannot be used gives a sentence."""
    found: dict[str, Any] = {}
    problems: list[str] = []
    for name, value in table.items():
        check = _CHECKS.get(name)
        if check is None:
            problems.append(_unknown(name))
        elif (wanted := check(value)) is not None:
            problems.append(f"Setting “{name}” {wanted}, not {_shown(value)}.")
        else:
            found[name] = value
    if "keymap" in found:
        found["keymap"] = _keymap(found["keymap"], problems)
    return Settings(**found, problems=tuple(problems))


def _measure(value: object) -> str | None:
    right = isinstance(value, int) and value in MEASURES
    return None if right else f"must be a whole number from {MEASURES[0]} to {MEASURES[-1]}"


def _name(value: object) -> str | None:
    return None if isinstance(value, str) and value.strip() else "must be a name in quotation marks"


_CHECKS: dict[str, Callable[[object], str | None]] = {
    "theme": _name,
    "model": _name,
    "measure": _measure,
    "citation": lambda value: (
        None if value in STYLES else 'must be "markdown", "plain", "bibtex" or "csl-json"'
    ),
    "also_in": lambda value: None if isinstance(value, bool) else "must be true or false",
    "private": lambda value: None if isinstance(value, bool) else "must be true or false",
    "keymap": lambda value: None if isinstance(value, dict) else "must be a table, [keymap]",
}


def _keymap(table: dict[str, object], problems: list[str]) -> dict[str, str]:
    """Return ids and keys. TOML makes nested tables of a dotted key without quotation marks.

    They are joined again.
    """
    out: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            inner = _keymap(cast("dict[str, object]", value), problems)
            out.update({f"{name}.{rest}": keys for rest, keys in inner.items()})
        elif isinstance(value, list) and value and all(isinstance(key, str) for key in value):
            out[name] = ",".join(value)
        elif isinstance(value, str):
            out[name] = value
        else:
            problems.append(f"Key “{name}” in [keymap] takes keys in quotation marks, not {_shown(value)}.")
    return out


def _unknown(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, _CHECKS, n=1, cutoff=0.6)
    hint = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(_CHECKS)}."
    return f"There is no setting “{name}”; {hint}"


def _shown(value: object) -> str:
    text = f"“{value}”" if isinstance(value, str) else str(value)
    return text if len(text) <= 40 else text[:39] + "…"
