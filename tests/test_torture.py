"""Killed at any moment: the analysis, the reading of a page, the reader. `tests.torture` says how often."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from pathlib import Path
from queue import SimpleQueue

import pytest

import tui
from tests.torture import rounds
from tests.worker.processes import wait_until_gone
from tui.analysis.analysis import Analysis
from tui.analysis.process.analysis_client import AnalysisProcess
from tui.analysis.process.events import AnalysisComplete, AnalysisFailed, Event, ProcessDied
from tui.article.article import Article
from tui.article.errors import CannotRead
from tui.article.files import from_bytes
from tui.article.html import extraction
from tui.article.spans import Span

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="/proc, and a signal when the parent dies"),
    pytest.mark.timeout(float(os.environ.get("QUOTH_TORTURE") or 0) + 300),
]

PARAGRAPHS = [
    f"On day {n} the mayor, Jane Doe, said that “the ferry will stay in port”. John Roe told her it was late."
    for n in range(130)
]
STORY = from_bytes("\n\n".join(PARAGRAPHS).encode(), "x")
BODY = f"<article><h1>Ferry stays</h1><p>{'</p><p>'.join(PARAGRAPHS)}</p></article>"
PAGE = f"<!doctype html><title>Ferry</title><body>{BODY}".encode()
READER = """
import sys, threading
from queue import SimpleQueue
from tests.test_torture import PAGE, STORY
from tui.analysis.process.analysis_client import AnalysisProcess
from tui.analysis.process.events import AnalysisProgress
from tui.article.html import extraction

analysed, events = AnalysisProcess(), SimpleQueue()
analysed.analyse(STORY, events.put)
threading.Thread(target=lambda: extraction.extract(PAGE, "x")).start()
while not isinstance(events.get(), AnalysisProgress) or extraction.PROCESS.pid is None:
    pass
print(analysed.pid, extraction.PROCESS.pid, flush=True)
while True:
    extraction.extract(PAGE, "x")
"""


def analysed(process: AnalysisProcess, article: Article, kill_at: int | None = None) -> Analysis | None:
    """Analyse an article; kill the process with the event `kill_at`. None where the analysis was given up."""
    events: SimpleQueue[Event] = SimpleQueue()
    process.analyse(article, events.put, Span(0, 100))
    number = 0
    while True:
        event = events.get()
        if isinstance(event, AnalysisComplete):
            return event.analysis
        if isinstance(event, AnalysisFailed):
            return None
        if number == kill_at and (pid := process.pid) is not None:
            os.kill(pid, signal.SIGKILL)
        number += not isinstance(event, ProcessDied)


def test_an_analysis_that_is_killed_comes_to_the_same_end() -> None:
    chance = random.Random(1)
    process = AnalysisProcess()
    try:
        whole = analysed(process, STORY)
        assert whole is not None
        assert whole.attributions
        for _ in rounds(1):
            assert analysed(process, STORY, kill_at=chance.randrange(4)) == whole
    finally:
        process.stop()


def test_a_page_whose_process_is_killed_is_a_sentence_and_the_next_is_read() -> None:
    chance = random.Random(2)
    article = extraction.extract(PAGE, "x")
    for _ in rounds(5):
        outcome: SimpleQueue[Article | CannotRead] = SimpleQueue()

        def read(outcome: SimpleQueue[Article | CannotRead] = outcome) -> None:
            try:
                outcome.put(extraction.extract(PAGE, "x"))
            except CannotRead as error:
                outcome.put(error)

        pid = extraction.PROCESS.pid
        assert pid is not None
        thread = threading.Thread(target=read)
        thread.start()
        for _ in range(chance.randrange(20_000)):
            pass  # some moment of the reading
        os.kill(pid, signal.SIGKILL)
        thread.join()
        result = outcome.get()
        assert result == article or (
            isinstance(result, CannotRead)
            and result.message == "“x” brought down the process that reads pages; open it in the browser."
        )
        assert extraction.extract(PAGE, "x") == article
    extraction.stop()


def test_a_killed_reader_leaves_no_process_behind() -> None:
    path = os.pathsep.join([str(Path(tui.__path__[0]).parent), *sys.path])
    for _ in rounds(1):
        command = [sys.executable, "-P", "-c", READER]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}
        ) as reader:
            assert reader.stdout is not None
            children = [int(pid) for pid in reader.stdout.readline().split()]
            reader.kill()
        assert len(children) == 2
        for child in children:
            wait_until_gone(child)
