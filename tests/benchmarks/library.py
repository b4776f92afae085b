"""How quick and how small the library is with 10,000 articles and 200,000 quotes, all made up.

    python tests/benchmarks/library.py [--json FILE] [--articles 10000] [--quotes 20] [--pairs 10] [--home FOLDER]

Every figure stands beside a yardstick taken in turn with it on this machine. Filling the library takes a minute or
two; with --home it is kept in that folder and used again.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.made_up_library import made_up_library
from tests.benchmarks.measuring import HEAD, Figure, Missing, in_turn, row
from tests.benchmarks.terminal import PYTHON, Program, empty, quoth
from tui.library.library import FILE, Library
from tui.library.people import People

_BESIDE = "empty Textual app"


def filled(home: Path, articles: int, quotes: int) -> float:
    """Fill the library in `home`, unless it is; seconds an article took to be kept."""
    library = Library.open(home / FILE)
    took = 0.0
    if library.count() < articles:
        for article, analysis in made_up_library(articles, quotes):
            begun = time.perf_counter()
            library.keep(article, analysis)
            took += time.perf_counter() - begun
    library.close()
    if library.notice:
        raise Missing(library.notice)
    return took / articles


@contextmanager
def running(command: list[str], home: Path | str) -> Iterator[Program]:
    """Return a program whose library is the one in `home`."""
    program = Program(command, str(home))
    try:
        yield program
    finally:
        program.close()


def beside_empty(
    what: str, at_most: float, pairs: int, command: list[str], home: Path, words: bytes
) -> list[Figure]:
    """Measure until the words are on the screen, beside an empty app's first frame.

    Both in seconds and in CPU seconds, which other work on the machine does not blur.
    """

    def once(command: list[str], home: Path | str, words: bytes, worked: list[float]) -> float:
        with running(command, home) as program:
            took = program.until(words)
            worked.append(program.worked())
            return took

    our_work: list[float] = []
    their_work: list[float] = []
    with tempfile.TemporaryDirectory() as none:
        mine, theirs = in_turn(
            pairs,
            lambda: once(command, home, words, our_work),
            lambda: once(empty(), none, b"READY", their_work),
        )
    return [
        Figure(what, mine, at_most, "s", theirs, _BESIDE),
        Figure(f"{what}, CPU", our_work[1:], at_most, "s CPU", their_work[1:], _BESIDE),
    ]


def opening_the_library(home: Path, pairs: int, articles: int) -> list[Figure]:
    """Measure `quoth` alone, until its newest articles can be read, and how many there are."""
    shown = f"{articles:,} article".encode()
    return beside_empty("quoth → the library", 1.5, pairs, [PYTHON, "-m", "tui"], home, shown)


def opening_a_kept_article(home: Path, pairs: int) -> list[Figure]:
    """Measure opening a file whose text is in the library: the first frame's title says how many quotes it has."""
    library = Library.open(home / FILE)
    article = library.article(library.count() // 2)
    library.close()
    assert article is not None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "article.txt"
        path.write_text(article.text, encoding="utf-8", newline="")
        return beside_empty("quoth FILE, kept → its quotes", 1.6, pairs, quoth(path), home, rb"\d+ quotes")


def typing(home: Path, queries: int = 60, seed: int = 3) -> list[Figure]:
    """Measure every keystroke of queries of one to three words, some in marks, as they stand in the articles."""
    library = Library.open(home / FILE)
    chance = random.Random(seed)
    taken, worked = [], []
    for _ in range(queries):
        article = library.article(chance.randint(1, library.count()))
        assert article is not None
        words = article.text.split()
        at = chance.randrange(len(words) - 3)
        query = " ".join(words[at : at + chance.randint(1, 3)]).strip("“”,.")
        query = f'"{query}"' if chance.random() < 0.2 else query
        for end in range(1, len(query) + 1):
            begun, before = time.perf_counter(), time.process_time()
            library.search(query[:end])
            taken.append(time.perf_counter() - begun)
            worked.append(time.process_time() - before)
    library.close()
    return [
        Figure("a keystroke of a search", taken, 0.05, judged="p95"),
        Figure("a keystroke of a search, CPU", worked, 0.05, "s CPU", judged="p95"),
    ]


def speakers_page(home: Path, pairs: int) -> list[Figure]:
    """Measure the first 200 quotes of whoever is quoted most."""
    library = Library.open(home / FILE)
    people = People(library)
    most = people.all(limit=1)[0]
    taken = []
    for _ in range(pairs):
        begun = time.perf_counter()
        people.quotes(most.id)
        taken.append(time.perf_counter() - begun)
    library.close()
    return [Figure(f"a speaker's page, {most.quotes} quotes", taken, 0.1, judged="p95")]


def size(home: Path, quotes: int) -> dict[str, float]:
    """Measure the file in bytes a quote, and the share of it that the words searched for take."""
    library = Library.open(home / FILE)
    _, whole = library.vacuum()
    parts = library.query(
        lambda db: db.execute("SELECT sum(pgsize * (name LIKE '%_fts_%')) FROM dbstat").fetchone()
    )
    library.close()
    return {
        "megabytes": whole / 1e6,
        "bytes_a_quote": whole / quotes,
        "of_these_for_searching": (parts[0] if parts else 0) / quotes,
    }


def main() -> int:
    """Take the figures; returns 1 when one of them is not what it should be."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--quotes", type=int, default=20, help="of each article")
    parser.add_argument("--pairs", type=int, default=10)
    parser.add_argument("--home", type=Path, metavar="FOLDER")
    args = parser.parse_args()
    taken: dict[str, object] = {"articles": args.articles, "quotes": args.articles * args.quotes}
    missed = False
    with tempfile.TemporaryDirectory() as temporary:
        home = args.home or Path(temporary)
        kept = filled(home, args.articles, args.quotes)
        print(HEAD)
        for name, take in {
            "library": lambda: opening_the_library(home, args.pairs, args.articles),
            "kept": lambda: opening_a_kept_article(home, args.pairs),
            "search": lambda: typing(home),
            "speaker": lambda: speakers_page(home, args.pairs),
        }.items():
            try:
                figures = take()
            except Missing as reason:
                print(f"{name:<46}not taken: {reason}", flush=True)
                taken[name] = {"missing": str(reason)}
                continue
            for figure in figures:
                print(row(figure), flush=True)
                missed |= not figure.met
            taken[name] = [figure.to_json() for figure in figures]
        taken["size"] = found = size(home, args.articles * args.quotes)
    taken["seconds_to_keep_an_article"] = kept
    print(
        f"the file: {found['megabytes']:.0f} MB, {found['bytes_a_quote']:.0f} bytes a quote, "
        f"{found['of_these_for_searching']:.0f} of them to search it"
        + (f"; keeping an article: {kept * 1000:.1f} ms" if kept else "")
    )
    if args.json:
        args.json.write_text(json.dumps(taken, indent=1), encoding="utf-8")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
