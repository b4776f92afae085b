"""Find and read the files that are shipped with the program: `styles/`, `seeds/`, `schemas/`, lists of words."""

import os
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the folder `name`: inside the package in a wheel, beside it in a checkout.

    Raises FileNotFoundError if the installation lacks it.
    """
    for place in (_PACKAGE / name, _PACKAGE.parent / name):
        if os.path.isdir(place):
            return place
    raise FileNotFoundError(f"quoth's own folder {name!r} is missing; install quoth again")


@cache
def sections(path: Path) -> dict[str, list[str]]:
    """Return the lines of a file of word lists by the "[section]" above them, without comments ("# …")."""
    found: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        plain = line.partition("#")[0].strip()
        if plain.startswith("["):
            lines = found.setdefault(plain.strip("[]"), [])
        elif plain:
            lines.append(plain)
    return found
