"""The word lists in `data/words/`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tui.resources import sections

_FOLDER = Path(__file__).parents[1] / "data" / "words"


def words(section: str) -> frozenset[str]:
    """Return the words of a section. Raises KeyError if there is no such section."""
    return frozenset(word for line in _sections()[section] for word in line.split())


def groups(section: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of a section, one a line: words, or names with commas between. May raise KeyError."""
    return tuple(
        tuple(part.strip() for part in line.split(",")) if "," in line else tuple(line.split())
        for line in _sections()[section]
    )


@cache
def _sections() -> dict[str, list[str]]:
    return {name: lines for file in sorted(_FOLDER.glob("*.txt")) for name, lines in sections(file).items()}
