"""What an archive costs, as ratios in one run: python tests/benchmarks/archive.py [--articles N]

Made-up articles of some 600 words: one worker beside `nlp.pipe` on the same texts in one process, two workers
beside one, ten times the articles beside one time, a finished run again beside the run, the bytes of a quote.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tui.archive.archive_run import run_archive
from tui.archive.shard_files import Target

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


def write(path: Path, count: int, seed: int) -> list[str]:
    """Write JSON lines of so many articles, and return their texts."""
    chance = random.Random(seed)
    texts = [article(chance) for _ in range(count)]
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": f"{seed}-{number}", "text": text}) + "\n")
    return texts


def run(path: Path, output: Path, workers: int) -> tuple[float, int]:
    """Run an archive; return the seconds it took and the number of quotes."""
    started = perf_counter()
    done = run_archive([str(path)], Target(str(output)), workers=workers)
    assert done.errors == 0
    return perf_counter() - started, done.quotes


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument(
        "--large", type=int, default=0, help="also a run of so many, for the scheduler's memory"
    )
    count = parser.parse_args().articles
    large = parser.parse_args().large
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = write(folder / "a.jsonl", count, 1)
        from tui.analysis.model_loading import load

        nlp = load()
        list(nlp.pipe(texts[:20]))
        started, cpu = perf_counter(), process_time()
        for _ in nlp.pipe(texts):
            pass
        yardstick = perf_counter() - started
        print(f"nlp.pipe, {count:,} articles: {yardstick:.1f} s ({process_time() - cpu:.1f} s CPU)")
        one, quotes = run(folder / "a.jsonl", folder / "one", 1)
        print(
            f"one worker: {one:.1f} s, {one / yardstick:.2f} × nlp.pipe; {3600 * count / one:,.0f} articles an hour"
        )
        two, _ = run(folder / "a.jsonl", folder / "two", 2)
        print(f"two workers: {two:.1f} s, {two / one:.2f} × one")
        again, _ = run(folder / "a.jsonl", folder / "one", 1)
        print(f"again: {again:.2f} s, {again / one:.3f} × the run")
        for table in ("quotes", "speakers", "entities", "articles"):
            size = sum(path.stat().st_size for path in (folder / "one" / table).iterdir())
            print(f"{table}: {size / quotes:.0f} bytes a quote")
        small = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        if large:
            write(folder / "b.jsonl", large, 2)
            took, _ = run(folder / "b.jsonl", folder / "large", 2)
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            ratio = took / large / (two / count)
            print(f"{large:,} articles: {ratio:.2f} × the time an article; memory {most / small:.2f} ×")


if __name__ == "__main__":
    main()
