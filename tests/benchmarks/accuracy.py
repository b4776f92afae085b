"""How right quoth is over a folder of gold: PolNeAR's, or a newsroom's own.

    python tests/benchmarks/accuracy.py GOLD_DIR [--limit N] [--model NAME] [--json FILE]

GOLD_DIR holds text/NAME.txt and attributions/NAME_ANNOTATOR.ann in brat standoff (T lines Source, Cue, Content; E
lines tie them), and may hold speakers.jsonl. Printed: precision-recall figures by class with bootstrap 95 %
intervals over articles, speakers' names, and how far certainty can be trusted; with the commit they belong to.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks import scoring  # noqa: E402
from tui.analysis.model import DEFAULT  # noqa: E402
from tui.analysis.model_loading import load  # noqa: E402
from tui.analysis.pipeline import Analyser  # noqa: E402
from tui.article.files import from_bytes  # noqa: E402


def measure(gold: Path, model: str = DEFAULT, names: Sequence[str] | None = None) -> list[scoring.Scored]:
    """Analyse and score the articles of a gold folder, `names` of them or all, in one process."""
    analyser = Analyser(load(model))
    speakers = scoring.read_speakers(gold)
    out = []
    for name, (text, attributions) in scoring.read_folder(gold).items():
        if names is not None and name not in names:
            continue
        *_, analysis = analyser.run(from_bytes(text.encode(), name))
        called = {speaker.id: speaker.name for speaker in analysis.speakers}
        predicted = [
            scoring.Predicted(a.content, a.source, called.get(a.speaker or "", ""), a.certainty)
            for a in analysis.attributions
        ]
        out.append(scoring.score(text, attributions, predicted, speakers.get(name)))
    return out


def figures(articles: list[scoring.Scored]) -> dict[str, Any]:
    """Return everything that is printed, as plain values."""
    totals = scoring.total(articles)
    classes = {}
    for name, counts in totals.items():
        classes[name] = {
            "gold": counts.gold,
            "predicted": counts.predicted,
            "f1": counts.f1(joint=False),
            "f1_interval": scoring.interval(articles, name, joint=False),
            "joint_f1": counts.f1(joint=True),
            "joint_f1_interval": scoring.interval(articles, name, joint=True),
        }
    named: dict[str, list[int]] = {}
    for article in articles:
        for key, (gold, right) in article.speakers.items():
            tally = named.setdefault(key, [0, 0])
            tally[0] += gold
            tally[1] += right
    table, error = scoring.reliability(articles)
    return {
        "articles": len(articles),
        "classes": classes,
        "speakers": {key: {"gold": g, "right_of_gold": r / g} for key, (g, r) in sorted(named.items())},
        "reliability": [{"certainty": c, "right": r, "quotes": n} for c, r, n in table],
        "expected_calibration_error": error,
        "expected_calibration_error_joint": scoring.reliability(articles, speakers=False)[1],
    }


def commit() -> str:
    """Return the commit that is checked out, with a "+" if files differ from it."""
    run = subprocess.run(
        ["git", "describe", "--always", "--dirty=+"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return run.stdout.strip() or "no commit"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--limit", type=int, help="only the first N articles")
    parser.add_argument("--model", default=DEFAULT)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    names = list(scoring.read_folder(args.gold))[: args.limit]
    result = {"commit": commit(), "gold": args.gold.name, **figures(measure(args.gold, args.model, names))}
    print(f"{args.gold.name}, {result['articles']} articles, commit {result['commit']}")
    print(f"{'':10}{'gold':>6}{'found':>7}   {'F1':<20}  joint F1")
    for name, row in result["classes"].items():
        f1 = "{:.3f} ({:.3f}–{:.3f})".format(row["f1"], *row["f1_interval"])
        joint = "{:.3f} ({:.3f}–{:.3f})".format(row["joint_f1"], *row["joint_f1_interval"])
        print(f"{name:10}{row['gold']:>6}{row['predicted']:>7}   {f1:<20}  {joint}")
    for key, row in result["speakers"].items():
        print(f"speaker's full name, {key:18} {row['right_of_gold']:.3f} of {row['gold']}")
    print(
        f"certainty: expected calibration error {result['expected_calibration_error']:.3f} (speakers included), "
        f"{result['expected_calibration_error_joint']:.3f} (content and source, all articles)"
    )
    for row in result["reliability"]:
        print(f"  said {row['certainty']:.2f}, right {row['right']:.2f}, {row['quotes']} quotes")
    if args.json:
        args.json.write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
