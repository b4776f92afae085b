"""Attributions marked by hand, in brat standoff (https://brat.nlplab.org/standoff.html).

A gold folder holds `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`. In an annotation file `T` lines
are spans labelled Source, Cue or Content, in pieces joined by `;`; an `E` line ties some of them together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from tui.article.spans import Span

_KEY = re.compile(r"[TE]\d+")


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """One attribution marked by hand. Spans are characters of the text, in reading order; source may be empty."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]


def read_annotation(path: Path) -> list[GoldAttribution]:
    """Read the attributions with a content from a file. Raises ValueError on a line that is not standoff."""
    spans: dict[str, list[Span]] = {}
    events: list[dict[str, list[str]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        key, *rest = line.split("\t")
        if not rest or not _KEY.fullmatch(key):  # a line that continues the text of a span
            continue
        try:
            if key.startswith("T"):
                pieces = rest[0].partition(" ")[2].split(";")
                spans[key] = [Span(int(a), int(b)) for a, b in (piece.split() for piece in pieces)]
            elif key.startswith("E"):
                roles: dict[str, list[str]] = {}
                for pair in rest[0].split():
                    role, _, target = pair.partition(":")
                    roles.setdefault(role.rstrip("0123456789"), []).append(target)
                events.append(roles)
        except (IndexError, ValueError) as error:
            raise ValueError(f"{path}, line {number}: not brat standoff: {line!r}") from error

    def gather(word_keys: list[str]) -> tuple[Span, ...]:
        return tuple(sorted(span for key in word_keys for span in spans.get(key, ())))

    found = (
        GoldAttribution(
            gather(e.get("Content", [])),
            gather(e.get("Cue", [])),
            gather(e.get("Source", [])),
        )
        for e in events
    )
    return [gold for gold in found if gold.content]


def read_folder(folder: Path) -> dict[str, tuple[str, list[GoldAttribution]]]:
    """Read text and attributions by document name; of several annotators the first by name counts.

    Raises FileNotFoundError if the folder holds no annotation, or an annotation no text.
    """
    first: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rpartition("_")[0], path)
    if not first:
        raise FileNotFoundError(f"no attributions/NAME_ANNOTATOR.ann under {folder}")
    return {
        name: (
            (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8"),
            read_annotation(path),
        )
        for name, path in first.items()
    }
