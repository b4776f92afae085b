"""The analysis beside the pipeline that it runs in, and how it grows with the text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

from tests.benchmarks.made_up import made_up
from tests.benchmarks.measuring import Figure, Missing, in_turn
from tests.benchmarks.terminal import ROOT
from tui.analysis.model import DEFAULT

GOLD = "QUOTH_GOLD"
"""The variable that names a folder of text files to analyse; without it the seed and made-up texts serve."""

_TEN_TIMES = """
import re, resource, sys, time
from pathlib import Path
from tests.benchmarks.made_up import made_up
from tui.analysis.model_loading import load
from tui.analysis.pipeline import Analyser
def most():
    # Not ru_maxrss where there is another way: a process has that from the one that started it.
    try:
        return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
analyser = Analyser(load(sys.argv[1]))
article, _ = made_up(int(sys.argv[2]))
before = most()
begun = time.process_time()
*_, analysis = analyser.run(article)
print(time.process_time() - begun, (most() - before) / 1024, most() / 1024)
"""


@cache
def texts() -> tuple[str, ...]:
    """Return what is analysed: the files of the folder QUOTH_GOLD, or else made-up articles and the seed."""
    folder = os.environ.get(GOLD)
    if folder:
        files = sorted(Path(folder).rglob("*.txt"))
        if not files:
            raise Missing(f"{folder} holds no text file")
        return tuple(file.read_text(encoding="utf-8") for file in files)
    seed = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "seeds").glob("*.txt"))]
    return (*seed, *(made_up(20, seed=number)[0].text for number in range(20)))


def beside_the_pipeline(pairs: int) -> Figure:
    """Measure analysing many articles in one process beside `nlp.pipe` of the same pipeline, in CPU seconds."""
    from tui.analysis.model_loading import load
    from tui.analysis.pipeline import Analyser
    from tui.article.files import from_bytes

    analyser = Analyser(load(DEFAULT))
    nlp = load(DEFAULT)
    articles = [from_bytes(text.encode(), "a.txt") for text in texts()]

    def ours() -> float:
        begun = time.process_time()
        for article in articles:
            for _ in analyser.run(article):
                pass
        return time.process_time() - begun

    def pipe() -> float:
        begun = time.process_time()
        for _ in nlp.pipe(texts()):
            pass
        return time.process_time() - begun

    mine, theirs = in_turn(pairs, ours, pipe)
    return Figure(f"analysis of {len(articles)} articles", mine, 1.2, "s CPU", theirs, "nlp.pipe")


def two_jobs(pairs: int) -> Figure:
    """Measure `quoth quotes --jobs 2` beside one job."""
    folder = tempfile.TemporaryDirectory()
    files = []
    for number, text in enumerate(texts()):
        files.append(str(Path(folder.name) / f"{number}.txt"))
        Path(files[-1]).write_text(text, encoding="utf-8")

    def run(jobs: int) -> float:
        begun = time.perf_counter()
        command = [sys.executable, "-m", "tui", "quotes", "--format", "jsonl", "--jobs", str(jobs), *files]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, cwd=ROOT)
        return time.perf_counter() - begun

    with folder:
        mine, theirs = in_turn(pairs, lambda: run(2), lambda: run(1))
    return Figure(f"quotes --jobs 2, {len(files)} files", mine, 0.6, "s", theirs, "one job")


def _grown(quotes: int) -> tuple[float, float, float]:
    """Return CPU seconds for so many paragraphs, megabytes beyond the loaded model's, and in all."""
    command = [sys.executable, "-c", _TEN_TIMES, DEFAULT, str(quotes)]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    seconds, more, whole = map(float, run.stdout.split())
    return seconds, more, whole


@cache
def _tenfold(pairs: int) -> tuple[list[tuple[float, ...]], list[tuple[float, ...]]]:
    """Measure 10,000 words and 1,000 in turn: time and memory are of the same runs."""
    _grown(33)
    both = [(_grown(330), _grown(33)) for _ in range(pairs)]
    return [a for a, _ in both], [b for _, b in both]


def ten_times_the_time(pairs: int) -> Figure:
    """Measure the CPU seconds of 10,000 words beside 1,000."""
    mine, theirs = ([each[0] for each in some] for some in _tenfold(pairs))
    return Figure("ten times the words: time", mine, 11, "s CPU", theirs, "one time")


def ten_times_the_memory(pairs: int) -> Figure:
    """Measure the memory beyond the loaded model's, 10,000 words beside 1,000."""
    mine, theirs = ([each[1] for each in some] for some in _tenfold(pairs))
    return Figure("ten times the words: memory", mine, 11, "MB", theirs, "one time")


def novel(pairs: int) -> Figure:
    """Measure the most that the analysis process holds of a million words. Takes minutes, so it is done once."""
    return Figure("a million words: analysis process", [_grown(33_000)[2]], 1_000, "MB")


def worst_stall(pairs: int) -> Figure:
    """Measure the longest time in which the screen could not answer while 20,000 words are analysed."""
    script = Path(__file__).with_name("stalling.py")
    samples = []
    for _ in range(pairs):
        with tempfile.TemporaryDirectory() as home:
            run = subprocess.run(
                [sys.executable, str(script)],
                capture_output=True,
                text=True,
                check=True,
                cwd=ROOT,
                env={**os.environ, "QUOTH_HOME": home},
            )
        samples.append(float(json.loads(run.stdout.splitlines()[-1])["worst"]))
    return Figure("worst stall while analysing 20,000 words", samples, 0.016)
