"""The word lists of `data/name_words.txt`."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _sections() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    path = Path(__file__).parents[1] / "data" / "name_words.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        plain = line.partition("#")[0].strip()
        if plain.startswith("["):
            lines = sections.setdefault(plain.strip("[]"), [])
        elif plain:
            lines.append(plain)
    return sections


def words(section: str) -> frozenset[str]:
    """Return the words of a section. Raises KeyError where there is no such section."""
    return frozenset(word for line in _sections()[section] for word in line.split())


def groups(section: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of a section, one a line: words, or names with commas between. May raise KeyError."""
    return tuple(
        tuple(part.strip() for part in line.split(",")) if "," in line else tuple(line.split())
        for line in _sections()[section]
    )
