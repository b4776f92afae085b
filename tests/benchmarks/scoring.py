"""How right attributions are, beside gold: by found content, by source, by the speaker's full name, by certainty.

The measures are those of PolNeAR's task (Newell, Margolin and Ruths, LREC 2018) made strict about pairs: a
prediction *finds* a gold attribution if the letters and digits of their contents overlap with an intersection over
union of at least one half, one to one, best first. It is *joint* if the sources share a word as well (titles and
function words aside), or both are empty. A class (direct, mixed, indirect) is read off the text, for gold and
predictions alike: how many of the content's letters stand inside double quotation marks.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tui.analysis.training.gold import GoldAttribution, read_folder
from tui.article.spans import Span

CLASSES = ("direct", "mixed", "indirect", "quoted", "all")
_EMPTY = frozenset("the a an of and mr mrs ms dr sir in for on s at by to".split())
_WORD = re.compile(r"\w+")
_MARK = re.compile(r"[“”\"]|''|``|‘‘|’’")
_OPENS, _CLOSES = frozenset(("“", "``", "‘‘")), frozenset(("”", "’’"))


@dataclass(frozen=True, slots=True)
class Predicted:
    """What was found: spans, the speaker's name ("" for nobody) and the certainty."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    speaker: str = ""
    certainty: float = 1.0


@dataclass(slots=True)
class Counts:
    """Of one class in one article: gold, predictions, how many of each are found, how many joint."""

    gold: int = 0
    predicted: int = 0
    gold_found: int = 0
    predicted_found: int = 0
    gold_joint: int = 0
    predicted_joint: int = 0

    def f1(self, *, joint: bool) -> float:
        """Return the harmonic mean of precision and recall."""
        p = (
            (self.predicted_joint if joint else self.predicted_found) / self.predicted
            if self.predicted
            else 0.0
        )
        r = (self.gold_joint if joint else self.gold_found) / self.gold if self.gold else 0.0
        return 2 * p * r / (p + r) if p + r else 0.0

    def __iadd__(self, other: Counts) -> Counts:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self


@dataclass(slots=True)
class Scored:
    """One article: counts by class, (certainty, right) by prediction, speakers by how they are written.

    In `trusted` right is what certainty is of: content, source and, where gold names one, the speaker; in
    `joint` it is content and source alone.
    """

    counts: dict[str, Counts]
    trusted: list[tuple[float, bool]]
    joint: list[tuple[float, bool]]
    speakers: dict[str, list[int]] = field(default_factory=dict)  # gold, right


def quoted_positions(text: str) -> set[int]:
    """Return the characters inside double marks; a mark left open runs to the end of its line."""
    inside: set[int] = set()
    for row in re.finditer(r"[^\n]+", text):
        opened: int | None = None
        for found in _MARK.finditer(row.group()):
            at, mark = row.start() + found.start(), found.group()
            if opened is None and mark not in _CLOSES:
                opened = at
            elif opened is not None and mark not in _OPENS:
                inside.update(range(opened, at))
                opened = None
        if opened is not None:
            inside.update(range(opened, row.end()))
    return inside


def letters_of(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Return the places of letters and digits."""
    return frozenset(at for span in spans for at in range(*span) if text[at].isalnum())


def words_of(text: str, spans: Iterable[Span]) -> set[int]:
    """Return where the words that tell sources apart begin."""
    return {
        span.start + word.start()
        for span in spans
        for word in _WORD.finditer(span.of(text))
        if word.group().lower() not in _EMPTY
    }


def class_of(letters: frozenset[int], inside: set[int]) -> str:
    """Return "direct", "mixed" or "indirect"."""
    share = len(letters & inside) / len(letters) if letters else 0.0
    return "direct" if share > 0.98 else "mixed" if share > 0 else "indirect"


def pairs(gold: Sequence[frozenset[int]], predicted: Sequence[frozenset[int]]) -> dict[int, int]:
    """Return for each prediction that finds one the gold attribution."""
    overlaps = sorted(
        (
            (len(mine & theirs) / len(mine | theirs), p, g)
            for p, mine in enumerate(predicted)
            for g, theirs in enumerate(gold)
            if mine & theirs
        ),
        reverse=True,
    )
    out: dict[int, int] = {}
    taken: set[int] = set()
    for share, p, g in overlaps:
        if share >= 0.5 and p not in out and g not in taken:
            out[p] = g
            taken.add(g)
    return out


def score(
    text: str,
    gold: Sequence[GoldAttribution],
    predicted: Sequence[Predicted],
    speakers: dict[int, tuple[str, str]] | None = None,
) -> Scored:
    """Score one article. `speakers` gives, by gold index, the full name and how the source is written."""
    inside = quoted_positions(text)
    theirs = [letters_of(text, g.content) for g in gold]
    mine = [letters_of(text, p.content) for p in predicted]
    found = pairs(theirs, mine)
    joint = {
        p
        for p, g in found.items()
        if words_of(text, gold[g].source) & words_of(text, predicted[p].source)
        or not (gold[g].source or predicted[p].source)
    }
    finder = {g: p for p, g in found.items()}
    counts = {name: Counts() for name in CLASSES}

    def classes(letters: frozenset[int]) -> tuple[str, ...]:
        name = class_of(letters, inside)
        return (name, "all") if name == "indirect" else (name, "quoted", "all")

    for g, letters in enumerate(theirs):
        for name in classes(letters):
            counts[name].gold += 1
            counts[name].gold_found += g in finder
            counts[name].gold_joint += finder.get(g) in joint
    for p, letters in enumerate(mine):
        for name in classes(letters):
            counts[name].predicted += 1
            counts[name].predicted_found += p in found
            counts[name].predicted_joint += p in joint
    named = speakers or {}
    wrong_name = {
        p for p, g in found.items() if g in named and plain(predicted[p].speaker) != plain(named[g][0])
    }
    scored = Scored(
        counts,
        [(q.certainty, p in joint - wrong_name) for p, q in enumerate(predicted)],
        [(q.certainty, p in joint) for p, q in enumerate(predicted)],
    )
    for g, (name, written) in (speakers or {}).items():
        kind = "indirect" if class_of(theirs[g], inside) == "indirect" else "quoted"
        right = g in finder and plain(predicted[finder[g]].speaker) == plain(name)
        for key in (kind, f"{kind}, {written}"):
            tally = scored.speakers.setdefault(key, [0, 0])
            tally[0] += 1
            tally[1] += right
    return scored


def plain(name: str) -> str:
    """Return a name without case, full stops, possessive and leading article."""
    words = re.sub(r"[’']s\b", "", name.casefold()).replace(".", "").split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def total(articles: Iterable[Scored]) -> dict[str, Counts]:
    """Return the counts of many articles."""
    out = {name: Counts() for name in CLASSES}
    for article in articles:
        for name, counts in article.counts.items():
            out[name] += counts
    return out


def interval(articles: Sequence[Scored], name: str, *, joint: bool, times: int = 500) -> tuple[float, float]:
    """Return the middle 95 % of F1 over articles drawn again and again (bootstrap; Efron 1979)."""
    chance = random.Random(1)
    drawn = sorted(
        total(chance.choices(articles, k=len(articles)))[name].f1(joint=joint) for _ in range(times)
    )
    return drawn[int(0.025 * times)], drawn[int(0.975 * times)]


def reliability(
    articles: Iterable[Scored], bins: int = 10, *, speakers: bool = True
) -> tuple[list[tuple[float, float, int]], float]:
    """Return by tenths of certainty its mean, the share that is right and how many; and the calibration error.

    Certainty is of the speaker too: where gold names speakers, only those articles tell. Without `speakers` all
    articles do, of content and source.
    """
    rows: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    everything = list(articles)
    named = [article for article in everything if article.speakers] if speakers else []
    for article in named or everything:
        for certainty, right in article.trusted if speakers else article.joint:
            rows[min(bins - 1, int(certainty * bins))].append((certainty, right))
    count = sum(map(len, rows)) or 1
    table = [
        (sum(c for c, _ in row) / len(row), sum(r for _, r in row) / len(row), len(row))
        for row in rows
        if row
    ]
    return table, sum(abs(mean - share) * n for mean, share, n in table) / count


def read_speakers(folder: Path) -> dict[str, dict[int, tuple[str, str]]]:
    """Read speakers.jsonl of a gold folder, if there is one: those that are named, sure and single."""
    path = folder / "speakers.jsonl"
    out: dict[str, dict[int, tuple[str, str]]] = {}
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["named"] and row["sure"] and ";" not in row["speaker"]:
                out.setdefault(row["doc"], {})[row["id"]] = (row["speaker"], row["mention"])
    return out


__all__ = [
    "CLASSES",
    "Predicted",
    "Scored",
    "interval",
    "read_folder",
    "read_speakers",
    "reliability",
    "score",
    "total",
]
