"""Names beside gold, by kind: what is listed and what it really is, what is marked and whether it is listed.

Gold is a line of JSON an article: `doc` and its `mentions`, each with the `id` of the thing, its `type`, the `span`
of the whole phrase and, in `names`, the spans of its proper nouns. A mention that is listed belongs to the smallest
marked phrase that holds it. Only people, organisations and places count.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tui.article.spans import Span

KINDS = {
    "People": ("PERSON",),
    "Organisations": ("ORG",),
    "Places": ("GPE", "LOC", "FAC"),
}
"""What the labels of the panel are counted as; cities, countries, buildings and landscapes are places."""
_TYPES = {"People": "person", "Organisations": "organization", "Places": "place"}
_RIGHT = {
    "PERSON": {"person"},
    "ORG": {"organization"},
    "GPE": {"place", "organization"},  # a government, a team
    "LOC": {"place"},
    "FAC": {"place", "organization"},
    "NORP": {"person"},  # people named by their nation or faith
}
_RUN_BY_SOMEBODY = frozenset(
    """airport arena center centre church council facility gallery hall hospital hotel house library memorial mosque
    museum park planetarium school stadium station theatre theater tower towers university""".split()
)
_TITLES = frozenset(
    """administrator ambassador captain chairman chancellor commissioner director dr executive fan foreign general
    governor home immigrants judge justice king magicians major man mayor minister mr mrs ms mp officer pilot poet
    pope president prime prince princess prof professor queen refugee refugees secretary senator sheriff sir
    spokesperson state student""".split()
)
_SHORTEST = 3  # letters of a name that counts


@dataclass(frozen=True)
class Marked:
    """A phrase that somebody marked: what it stands for, where, and its proper nouns."""

    type: str
    span: Span
    names: frozenset[str]

    @property
    def counts(self) -> bool:
        """True if it names somebody or something: initials and titles alone do not."""
        if all(len(name) < _SHORTEST for name in self.names):
            return False
        return not (self.type == "person" and {name.casefold().strip(".") for name in self.names} <= _TITLES)


@dataclass
class Tally:
    """Counts of one kind: mentions listed as it and right, mentions marked as it and listed as the right kind."""

    listed: int = 0
    right: int = 0
    marked: int = 0
    found: int = 0

    @property
    def precision(self) -> float:
        """Of what is listed, how much is right."""
        return self.right / max(1, self.listed)

    @property
    def recall(self) -> float:
        """Of what is marked, how much is listed as the right kind."""
        return self.found / max(1, self.marked)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.listed + other.listed,
            self.right + other.right,
            self.marked + other.marked,
            self.found + other.found,
        )


@dataclass
class Tallies:
    """The counts of some articles by kind."""

    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})

    @property
    def total(self) -> Tally:
        """All kinds together."""
        return sum(self.kinds.values(), Tally())


def read_gold(folder: Path) -> dict[str, tuple[str, list[Marked]]]:
    """Return the text and the marked phrases of each article of a folder: names.jsonl, or entities as exported."""
    if not (folder / "names.jsonl").exists():
        return dict(_read_exported(folder))
    out = {}
    for line in (folder / "names.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = (folder / "text" / f"{row['doc']}.txt").read_bytes().decode()
        out[row["doc"]] = (
            text,
            [
                Marked(m["type"], Span(*m["span"]), frozenset(text[s:e] for s, e in m["names"]))
                for m in row["mentions"]
            ],
        )
    return out


def _read_exported(folder: Path) -> Iterator[tuple[str, tuple[str, list[Marked]]]]:
    """Yield what `quoth corrections export` wrote, article by article: the names as corrected, in brat standoff."""
    type_of = {label: _TYPES[kind] for kind, labels in KINDS.items() for label in labels}
    for path in sorted((folder / "entities").glob("*.ann")):
        name = path.stem.removesuffix("_quoth")
        text = (folder / "text" / f"{name}.txt").read_bytes().decode()
        marked = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("T"):
                label, start, end = line.split("\t")[1].split()
                words = frozenset(text[int(start) : int(end)].split())
                marked.append(Marked(type_of.get(label, label), Span(int(start), int(end)), words))
        yield name, (text, marked)


def add_article(tallies: Tallies, marked: Sequence[Marked], listed: Iterable[tuple[str, Span]]) -> None:
    """Count an article into `tallies`; `listed` are labels and where they stand."""
    kind_of = {label: kind for kind, labels in KINDS.items() for label in labels}
    well_listed: set[int] = set()
    for label, span in listed:
        number = _owner(marked, span)
        right = number is not None and _is_right(label, marked[number])
        if right and number is not None:
            well_listed.add(number)
        if label in kind_of:
            tally = tallies.kinds[kind_of[label]]
            tally.listed += 1
            tally.right += right
    for kind, type_ in _TYPES.items():
        numbers = {i for i, mark in enumerate(marked) if mark.type == type_ and mark.counts}
        tallies.kinds[kind].marked += len(numbers)
        tallies.kinds[kind].found += len(numbers & well_listed)


def _owner(marked: Sequence[Marked], span: Span) -> int | None:
    """Return the smallest marked phrase round a span, whose possessive may stand behind it."""
    holding = [
        i for i, m in enumerate(marked) if m.span.start <= span.start and span.end <= m.span.end + len("’s")
    ]
    return min(holding, key=lambda i: marked[i].span.end - marked[i].span.start, default=None)


def _is_right(label: str, mark: Marked) -> bool:
    """Tell whether something of this label is what was marked; a museum is a body and a building."""
    if label == "ORG" and mark.type == "place":
        return not _RUN_BY_SOMEBODY.isdisjoint(name.casefold() for name in mark.names)
    return mark.type in _RIGHT.get(label, ())
