"""How right and how quick extraction is over a folder of saved pages with known bodies, beside trafilatura alone.

    python tests/benchmarks/extraction.py FOLDER [--bodies FILE.json] [--worst N] [--json FILE]

FOLDER holds pages, NAME.html or NAME.html.gz (also .htm), and for each its body as NAME.txt. Instead the bodies
may stand in one JSON file, FOLDER/bodies.json, FOLDER/ground-truth.json or --bodies: {"NAME": "body"} or {"NAME":
{"articleBody" or "body" or "text": "body"}}; pages are then looked for in FOLDER and in FOLDER/html.

A body is compared as the multiset of its 4-grams of words (runs of letters and digits, as written); precision,
recall and F1 are taken for each page. Two means are printed, as both are in use: "F1" of the mean precision and
the mean recall, and "page F1", the mean of the pages' own, each with a bootstrap 95 % interval. A page that quoth
refuses (a listing, a consent wall) counts as an empty body. Trafilatura runs with each of several settings, in
this process and without a limit; quoth through its extraction process, as the reader runs it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import random
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tui.article.body_text import body_text  # noqa: E402
from tui.article.errors import CannotRead  # noqa: E402
from tui.article.html.extraction import extract  # noqa: E402

GRAM = 4  # words
_SETTINGS: dict[str, dict[str, bool]] = {
    "trafilatura": {},
    "trafilatura, no comments": {"include_comments": False},
    "trafilatura, precision": {"favor_precision": True, "include_comments": False},
    "trafilatura, recall": {"favor_recall": True, "include_comments": False},
    "trafilatura, fast": {"fast": True, "include_comments": False},
    "trafilatura, fast, no tables": {"fast": True, "include_comments": False, "include_tables": False},
    "trafilatura, precision, no tables": {
        "favor_precision": True,
        "include_comments": False,
        "include_tables": False,
    },
}


@dataclass(frozen=True)
class Score:
    """One page's figures; `seconds` is the time the extractor took."""

    name: str
    precision: float
    recall: float
    seconds: float

    @property
    def f1(self) -> float:
        """The page's own F1."""
        return harmonic(self.precision, self.recall)


def harmonic(precision: float, recall: float) -> float:
    """Return the harmonic mean; 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the 4-grams of the words of `text`, each as often as it occurs; a shorter text is one gram."""
    words = re.findall(r"\w+", text)
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + GRAM]) for i in range(max(1, len(words) - GRAM + 1)))


def compare(known: str, got: str) -> tuple[float, float]:
    """Return precision and recall of `got`. An empty body that was to be empty is right."""
    wanted, found = shingles(known), shingles(got)
    if not wanted or not found:
        return (1.0, 1.0) if not wanted and not found else (0.0, 0.0)
    shared = sum((wanted & found).values())
    return shared / sum(found.values()), shared / sum(wanted.values())


def pages(folder: Path, bodies: Path | None = None) -> Iterator[tuple[str, bytes, str]]:
    """Yield name, bytes and known body of each page of a folder that has one."""
    files = {
        file.name.removesuffix(".gz").rpartition(".")[0]: file
        for place in (folder / "html", folder)
        if place.is_dir()
        for file in sorted(place.iterdir())
        if file.name.removesuffix(".gz").endswith((".html", ".htm"))
    }
    known = dict(_from_json(bodies or _json_in(folder)))
    for name in files:
        if (text := folder / f"{name}.txt").is_file():
            known.setdefault(name, text.read_text("utf-8"))
    for name, file in files.items():
        if name in known:
            data = file.read_bytes()
            yield name, gzip.decompress(data) if file.suffix == ".gz" else data, known[name]


def _json_in(folder: Path) -> Path | None:
    return next((f for name in ("bodies.json", "ground-truth.json") if (f := folder / name).is_file()), None)


def _from_json(file: Path | None) -> Iterator[tuple[str, str]]:
    if file is None:
        return
    for name, value in json.loads(file.read_text("utf-8")).items():
        if isinstance(value, dict):
            value = next((value[key] for key in ("articleBody", "body", "text") if key in value), None)
        if isinstance(value, str):
            yield name, value


def quoth(data: bytes, name: str) -> str:
    """Return the body as `quoth text` gives it; "" for a page that is refused."""
    try:
        return body_text(extract(data, name, url="https://news.example/article"))[0]
    except CannotRead:
        return ""


def _trafilatura(options: Mapping[str, Any]) -> Callable[[bytes, str], str]:
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return lambda data, _: trafilatura.extract(data, **options) or ""


def measure(run: Callable[[bytes, str], str], found: Sequence[tuple[str, bytes, str]]) -> list[Score]:
    """Run an extractor over pages."""
    out = []
    for name, data, known in found:
        start = time.perf_counter()
        got = run(data, name)
        seconds = time.perf_counter() - start
        out.append(Score(name, *compare(known, got), seconds))
    return out


def overall(scores: Sequence[Score]) -> float:
    """Return F1 of mean precision and mean recall."""
    return harmonic(statistics.fmean(s.precision for s in scores), statistics.fmean(s.recall for s in scores))


def _interval(scores: Sequence[Score], figure: Callable[[Sequence[Score]], float]) -> tuple[float, float]:
    chance = random.Random(1)
    values = sorted(figure(chance.choices(scores, k=len(scores))) for _ in range(500))
    return values[12], values[487]


def _line(what: str, scores: Sequence[Score]) -> str:
    f1, page = overall(scores), statistics.fmean(s.f1 for s in scores)
    low, high = _interval(scores, overall)
    times = sorted(s.seconds for s in scores)
    return (
        f"{what:34} F1 {f1:.3f} ({low:.3f}–{high:.3f})  page F1 {page:.3f}  "
        f"P {statistics.fmean(s.precision for s in scores):.3f}  "
        f"R {statistics.fmean(s.recall for s in scores):.3f}  "
        f"median {1000 * times[len(times) // 2]:.0f} ms, longest {times[-1]:.2f} s"
    )


def main() -> int:
    """Measure and print; 1 when quoth is below trafilatura's best or a page took over 5 seconds."""
    parser = argparse.ArgumentParser(description="Body F1 over saved pages, beside trafilatura alone.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bodies", type=Path, help="a JSON file of bodies")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="also list quoth's N worst pages")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all figures there")
    arguments = parser.parse_args()
    found = list(pages(arguments.folder, arguments.bodies))
    if not found:
        parser.error("no page with a known body in that folder; --help says how they are laid out")
    print(f"{len(found)} pages")
    ours = measure(quoth, found)
    print(_line("quoth", ours), flush=True)
    beside = {}
    for what, options in _SETTINGS.items():
        beside[what] = measure(_trafilatura(options), found)
        print(_line(what, beside[what]), flush=True)
    for score in sorted(ours, key=lambda s: s.f1)[: arguments.worst]:
        others = " ".join(f"{next(o.f1 for o in s if o.name == score.name):.3f}" for s in beside.values())
        print(f"{score.f1:.3f} (P {score.precision:.3f} R {score.recall:.3f})  {score.name}  [{others}]")
    if arguments.json:
        figures = {"quoth": ours, **beside}
        rows = {k: [[s.name, s.precision, s.recall, s.seconds] for s in v] for k, v in figures.items()}
        arguments.json.write_text(json.dumps(rows, indent=1), "utf-8")
    best = max(overall(scores) for scores in beside.values())
    return int(overall(ours) < best or max(s.seconds for s in ours) > 5.0)


if __name__ == "__main__":
    raise SystemExit(main())
