"""What an archive costs, as ratios in one run: python tests/benchmarks/archive.py [--articles N]

Made-up articles of some 600 words: one worker beside `nlp.pipe` in one process, two workers beside one, a finished
run again beside the run, the bytes of a quote, ten times the articles beside one time. Each run is a process of its
own, start and end included. `nlp.pipe` takes as many of the same texts as --sample says, a third of them before,
between and after the two runs, so that a machine that is slower for a while is so for both. For ten times the
articles the analyses are those of ten texts, made once in each worker: what is left is what an archive adds.
2,000 articles take some ten minutes on two cores.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]

PEOPLE = ("Ann Roe", "Peter Lind", "Tom Bell", "Maria Okafor", "Jonas Berg", "Li Wen")
ROLES = ("Mayor", "Professor", "Senator", "Minister", "Inspector", "Captain")
SUBJECTS = (
    "the harbour",
    "the new law",
    "the budget",
    "the ceasefire",
    "the bridge",
    "the election",
    "the strike",
)
VERBS = ("will close", "has failed", "was approved", "cannot stand", "must be rebuilt", "is under review")
PLACES = ("in Lowhaven", "in the capital", "near the border", "on the coast", "at the station")
DAYS = ("on Monday", "last week", "in March", "after the vote", "at noon")


def article(chance: random.Random) -> str:
    """Return a made-up article of some 600 words."""
    paragraphs = []
    words = 0
    while words < 600:
        who = chance.choice(PEOPLE)
        what = f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(PLACES)}"
        other = f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(DAYS)}"
        form = chance.randrange(5)
        if form == 0:
            text = f"“We know that {what},” {chance.choice(ROLES)} {who} said {chance.choice(DAYS)}. “And {other}.”"
        elif form == 1:
            text = f"{who} denied that {what}, and told reporters that {other}."
        else:
            text = f"Officials looked at how {what} {chance.choice(DAYS)}. It was not clear whether {other}."
        paragraphs.append(text)
        words += len(text.split())
    return "\n\n".join(paragraphs)


def write(path: Path, texts: Sequence[str], count: int) -> Path:
    """Write JSON lines of so many articles, which take the texts in turn."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            file.write(json.dumps({"id": str(number), "text": texts[number % len(texts)]}) + "\n")
    return path


class Measured(NamedTuple):
    """What a process took in seconds, and what it said of itself."""

    wall: float
    told: dict[str, float]


def measure(script: str, *arguments: object, preload: str = "") -> Measured:
    """Run a script, which prints a JSON object, in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if preload:
        environment["DASK_DISTRIBUTED__WORKER__PRELOAD"] = json.dumps([preload])
    begun = perf_counter()
    command = [sys.executable, "-c", script, *map(str, arguments)]
    out = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT)
    wall = perf_counter() - begun
    if out.returncode:
        raise SystemExit(out.stderr)
    return Measured(wall, json.loads(out.stdout.splitlines()[-1]))


RUN = """
import json, re, sys
from pathlib import Path
import pyarrow.parquet as pq
from tui.archive.archive_run import run_archive
from tui.archive.shard_files import Target
def main():
    source, output, workers = sys.argv[1:]
    done = run_archive([source], Target(output), workers=int(workers))
    if done.errors:
        for file in Path(output, "errors").iterdir():
            for row in pq.read_table(file).to_pylist():
                sys.exit(row["sentence"])
    most = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
    print(json.dumps({"quotes": done.quotes, "rate": done.rate, "memory": int(most[1]) / 1024}))
if __name__ == "__main__":
    main()
"""
PIPE = """
import json, sys
from pathlib import Path
from time import perf_counter, process_time
from tui.analysis.model_loading import load
nlp = load()
texts = [json.loads(line)["text"] for line in Path(sys.argv[1]).read_text().splitlines()]
texts = texts[int(sys.argv[2])::int(sys.argv[3])]
list(nlp.pipe(texts[:5]))
begun, used = perf_counter(), process_time()
for _ in nlp.pipe(texts):
    pass
told = {"articles": len(texts), "wall": perf_counter() - begun, "cpu": process_time() - used}
print(json.dumps(told))
"""
ONCE = """
from tui.archive.article_analyser import ArticleAnalyser
def analyse_once(self, article, analyse=ArticleAnalyser.analyse, known={}):
    if article.text not in known:
        known[article.text] = analyse(self, article)
    return known[article.text]
ArticleAnalyser.analyse = analyse_once
"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--sample", type=int, default=420, help="of them, for nlp.pipe (420)")
    parser.add_argument("--times", type=int, default=10, help="as many articles once more, 0 for none (10)")
    options = parser.parse_args()
    count: int = options.articles
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = write(folder / "a.jsonl", [article(chance) for _ in range(count)], count)
        step = max(count * 3 // options.sample, 3)
        slices: list[dict[str, float]] = []

        def pipe() -> None:
            slices.append(measure(PIPE, source, len(slices) * step // 3, step).told)

        pipe()
        one = measure(RUN, source, folder / "one", 1)
        pipe()
        two = measure(RUN, source, folder / "two", 2)
        pipe()
        wall, cpu = (
            sum(each[kind] for each in slices) / sum(each["articles"] for each in slices)
            for kind in ("wall", "cpu")
        )
        print(f"nlp.pipe: {1000 * wall:.0f} ms an article ({1000 * cpu:.0f} ms CPU)")
        # Workers are killed at the end, so that the system counts their CPU time for nobody.
        for workers, run in ((1, one), (2, two)):
            print(
                f"{workers} at work: {run.wall:.1f} s, {run.wall / count / wall:.2f} × nlp.pipe; "
                f"{3600 * count / run.wall / workers:,.0f} articles a core-hour on idle cores"
            )
        print(f"two workers: {two.wall / one.wall:.2f} × one")
        again = measure(RUN, source, folder / "one", 1)
        print(f"again: {again.wall:.2f} s, {again.wall / one.wall:.3f} × the run")
        sizes = {
            table: sum(path.stat().st_size for path in (folder / "one" / table).iterdir())
            / one.told["quotes"]
            for table in ("quotes", "speakers", "entities", "articles")
        }
        told = ", ".join(f"{table} {size:.0f}" for table, size in sizes.items())
        print(
            f"{sum(sizes.values()):.0f} bytes a quote: {told}; {one.told['quotes'] / count:.0f} quotes an article"
        )
        if options.times:
            once = folder / "once.py"
            once.write_text(ONCE)
            few = [article(chance) for _ in range(10)]
            runs = []
            for number in (count, count * options.times):
                source = write(folder / f"{number}.jsonl", few, number)
                runs.append(measure(RUN, source, folder / f"out{number}", 2, preload=str(once)))
            small, large = runs
            print(
                f"{count * options.times:,} articles beside {count:,}, analyses cached: "
                f"{small.told['rate'] / large.told['rate']:.2f} × the time an article "
                f"({1000 / large.told['rate']:.1f} ms; start not counted), "
                f"memory {large.told['memory'] / small.told['memory']:.2f} × ({large.told['memory']:.0f} MB)"
            )


if __name__ == "__main__":
    main()
