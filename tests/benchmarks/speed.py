"""How quick quoth is: one table, every figure beside a yardstick taken in turn with it on this machine.

    python tests/benchmarks/speed.py [--json FILE] [--only NAME ...] [--pairs 10]

The whole takes some twenty minutes, with QUOTH_GOLD and ten pairs; `--only readable filter` takes one. `novel`
is taken only when it is named.

Texts are made up, or the seed article; QUOTH_GOLD may name a folder of other articles to analyse. What is kept
between readings is not: every start has a home of its own. A machine that does other work at the time makes the
waits longer, and the ratios less sure.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks import analysing, interaction, starting
from tests.benchmarks.measuring import HEAD, Figure, Missing, row

FIGURES: dict[str, Callable[[int], Figure]] = {
    "readable": starting.article_readable,
    "readable-cpu": starting.work_until_readable,
    "quotes": starting.quotes_shown,
    "soon": starting.quotes_soon,
    "articles": analysing.beside_the_pipeline,
    "jobs": analysing.two_jobs,
    "stall": analysing.worst_stall,
    "long": starting.long_article,
    "resize": interaction.resizing,
    "resize-plain": interaction.plain_resizing,
    "page": interaction.paging,
    "end": interaction.jumping,
    "memory": starting.memory,
    "filter": interaction.filtering,
    "step": interaction.stepping,
    "speaker": interaction.choosing,
    "ten-time": analysing.ten_times_the_time,
    "ten-memory": analysing.ten_times_the_memory,
    "quit": starting.quitting,
    "novel": analysing.novel,
}
ASKED_FOR = ("novel",)
"""Figures that are taken only when they are named, as they take minutes."""


def main() -> int:
    """Take the figures; returns 1 when one of them is not what it should be."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--only", nargs="+", choices=list(FIGURES), metavar="NAME")
    parser.add_argument("--pairs", type=int, default=10)
    args = parser.parse_args()
    print(HEAD)
    taken: dict[str, object] = {"machine": f"{platform.platform()}, {os.cpu_count()} cores, {sys.version}"}
    missed = False
    for name in args.only or [name for name in FIGURES if name not in ASKED_FOR]:
        try:
            figure = FIGURES[name](args.pairs)
        except Missing as reason:
            print(f"{name:<46}{'not taken: ' + str(reason)}", flush=True)
            taken[name] = {"missing": str(reason)}
            continue
        taken[name] = figure.to_json()
        missed |= not figure.met
        print(row(figure), flush=True)
    if args.json:
        args.json.write_text(json.dumps(taken, indent=1), encoding="utf-8")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
