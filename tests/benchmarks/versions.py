"""How quickly two versions of a long text are compared.

    python tests/benchmarks/versions.py [--words 120000] [--changes 1000] [--rounds 5]

A text of made-up words, and another one made of it by so many changes: a word exchanged, put in or left out, a
paragraph added or removed.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.measuring import HEAD, Figure, row
from tui.article.article import Article
from tui.article.files import from_bytes
from tui.session.versions.text_changes import compare

_PARAGRAPH = 60  # words


def two_versions(words: int, changes: int, seed: int) -> tuple[Article, Article]:
    """Return a text and what became of it."""
    chance = random.Random(seed)
    vocabulary = [f"word{number}" for number in range(8000)]
    old = [chance.choices(vocabulary, k=_PARAGRAPH) for _ in range(words // _PARAGRAPH)]
    new = [list(paragraph) for paragraph in old]
    for _ in range(changes):
        paragraph = chance.choice(new)
        at, word = chance.randrange(len(paragraph)), chance.choice(vocabulary)
        match chance.choice(("exchange", "exchange", "put in", "leave out", "paragraph")):
            case "exchange":
                paragraph[at] = word
            case "put in":
                paragraph.insert(at, word)
            case "leave out" if len(paragraph) > 1:
                del paragraph[at]
            case _ if chance.random() < 0.5:
                new.insert(chance.randrange(len(new)), chance.choices(vocabulary, k=_PARAGRAPH))
            case _:
                new.remove(paragraph)
    texts = ("\n\n".join(" ".join(paragraph) for paragraph in each) for each in (old, new))
    before, after = (from_bytes(text.encode(), "text.txt") for text in texts)
    return before, after


def main() -> int:
    """Take the figures; returns 1 when one of them is not what it should be."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, default=120_000)
    parser.add_argument("--changes", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    taken, worked = [], []
    for seed in range(args.rounds):
        old, new = two_versions(args.words, args.changes, seed)
        begun, before = time.perf_counter(), time.process_time()
        assert compare(old, new)
        taken.append(time.perf_counter() - begun)
        worked.append(time.process_time() - before)
    what = f"{args.words:,} words, {args.changes:,} changes"
    figures = [Figure(what, taken, 2.0), Figure(f"{what}, CPU", worked, 2.0, "s CPU")]
    print(HEAD)
    for figure in figures:
        print(row(figure))
    return int(not all(figure.met for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
