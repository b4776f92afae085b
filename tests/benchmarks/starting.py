"""From the command to the first frame and to the first quotes; memory, and leaving."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.made_up import made_up
from tests.benchmarks.measuring import Figure, in_turn
from tests.benchmarks.terminal import SEED, Program, empty, first_words, quoth
from tui.analysis.model import DEFAULT

WHOLE = rb"  \d+ speakers? \xc2\xb7 [1-9]\d* quotes?"
"""The title once the analysis is whole: before the counts it no longer says that it is under way."""

_BARE = "import sys, spacy; spacy.load(sys.argv[1])(sys.stdin.read())"
_BESIDE_BARE = "bare process: import spaCy, load, nlp(text)"


@contextmanager
def opened(command: list[str]) -> Iterator[Program]:
    """Start a program with a home of its own, so that nothing is kept from the last time."""
    with tempfile.TemporaryDirectory() as home:
        program = Program(command, home)
        try:
            yield program
        finally:
            program.close()


def seen(command: list[str], words: bytes) -> float:
    """Return the seconds until the words are on the screen."""
    with opened(command) as program:
        return program.until(words)


def bare(text: str) -> float:
    """Return the seconds of a bare process on a text."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", _BARE, DEFAULT], input=text, text=True, encoding="utf-8", check=True
    )
    return time.perf_counter() - begun


def _made(words: int) -> tuple[Path, str]:
    """Return a file with a made-up article of about so many words."""
    text = made_up(words // 30)[0].text
    with tempfile.NamedTemporaryFile("w", suffix=".txt", delete=False, encoding="utf-8") as file:
        file.write(text)
    return Path(file.name), text


def article_readable(pairs: int) -> Figure:
    """Measure the seed article beside an empty Textual app."""
    words = first_words(SEED.read_text(encoding="utf-8"))
    ours, theirs = in_turn(pairs, lambda: seen(quoth(SEED), words), lambda: seen(empty(), b"READY"))
    return Figure("command → article readable", ours, 1.3, "s", theirs, "empty Textual app")


def work_until_readable(pairs: int) -> Figure:
    """Measure the same in CPU seconds, which other work on the machine does not blur."""
    words = first_words(SEED.read_text(encoding="utf-8"))

    def worked(command: list[str], words: bytes) -> float:
        with opened(command) as program:
            program.until(words)
            return program.worked()

    ours, theirs = in_turn(pairs, lambda: worked(quoth(SEED), words), lambda: worked(empty(), b"READY"))
    return Figure("command → article readable, CPU", ours, 1.3, "s CPU", theirs, "empty Textual app")


def quotes_shown(pairs: int) -> Figure:
    """Measure until the title says that all quotes of the seed article are found, nothing kept."""
    text = SEED.read_text(encoding="utf-8")

    def ours() -> float:
        with opened(quoth(SEED)) as program:
            return program.until(WHOLE)

    mine, theirs = in_turn(pairs, ours, lambda: bare(text))
    return Figure("command → all quotes shown", mine, 1.15, "s", theirs, _BESIDE_BARE)


def quotes_soon(pairs: int) -> Figure:
    """Measure the first quotes of an article of 20,000 words beside the bare process on one paragraph of it."""
    path, text = _made(20_000)

    def ours() -> float:
        with opened(quoth(path)) as program:
            return program.until(b"said \xc2\xb7 direct")

    mine, theirs = in_turn(pairs, ours, lambda: bare(text.split("\n\n")[0]))
    return Figure("command → first screen's quotes, 20,000 words", mine, 1.3, "s", theirs, _BESIDE_BARE)


def long_article(pairs: int) -> Figure:
    """Measure the first frame of 120,000 words beside the seed article's."""
    path, text = _made(120_000)
    words = first_words(SEED.read_text(encoding="utf-8"))
    ours, theirs = in_turn(
        pairs, lambda: seen(quoth(path), first_words(text)), lambda: seen(quoth(SEED), words)
    )
    return Figure("120,000 words: first readable frame", ours, 1.5, "s", theirs, "the seed article's")


def memory(pairs: int) -> Figure:
    """Measure the reader's process with 120,000 words beside an empty app's."""
    path, text = _made(120_000)

    def held(command: list[str], words: bytes) -> float:
        with opened(command) as program:
            program.until(words)
            return program.memory()

    ours, theirs = in_turn(
        pairs, lambda: held(quoth(path), first_words(text)), lambda: held(empty(), b"READY")
    )
    return Figure("120,000 words: memory of the reader", ours, 2, "MB", theirs, "empty Textual app")


def quitting(pairs: int) -> Figure:
    """Measure from q until the reader and its analysis process are gone, in the middle of the analysis."""
    path, _ = _made(20_000)

    def once() -> float:
        with opened(quoth(path)) as program:
            program.until(rb"\? help")
            children = program.children()
            program.press(b"q")
            took = program.ended()
            left = [pid for pid in children if Path(f"/proc/{pid}").exists()]
            if left:
                raise AssertionError(f"processes are left behind: {left}")
            return took

    return Figure("quit while analysing", [once() for _ in range(pairs)], 0.3, judged="p95")
