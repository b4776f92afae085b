"""The word lists of `data/name_words.txt`."""

from __future__ import annotations

from pathlib import Path

from tui.resources import sections

_FILE = Path(__file__).parents[1] / "data" / "name_words.txt"


def words(section: str) -> frozenset[str]:
    """Return the words of a section. Raises KeyError if there is no such section."""
    return frozenset(word for line in sections(_FILE)[section] for word in line.split())


def groups(section: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of a section, one a line: words, or names with commas between. May raise KeyError."""
    return tuple(
        tuple(part.strip() for part in line.split(",")) if "," in line else tuple(line.split())
        for line in sections(_FILE)[section]
    )
