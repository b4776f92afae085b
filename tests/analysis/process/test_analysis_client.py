"""tui.analysis.process.analysis_client: a process that is killed, dies, is restarted, never outlives its reader.

Most tests put a small script in the place of the analysis, which obeys the article's text: it needs no model
and starts at once. The real one is in test_host.py.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from tui import worker
from tui.analysis.analysis import Analysis, Attribution, Entity, Kind, Speaker, Stance, Step
from tui.analysis.process.analysis_client import AnalysisProcess
from tui.analysis.process.events import (
    AnalysisComplete,
    AnalysisFailed,
    AnalysisProgress,
    Event,
    ModelLoaded,
    PartialAnalysis,
    ProcessDied,
)
from tui.analysis.process.protocol import Gathering, analysis_messages, article_from_json, article_to_json
from tui.analysis.version import VERSION
from tui.article.article import Article
from tui.article.files import from_bytes
from tui.article.spans import Span

OBEDIENT = """
import json, os, sys
def say(**message):
    sys.stdout.write(json.dumps(message) + "\\n")
    sys.stdout.flush()
def analysis(complete, notices):
    return {"model": "m", "version": VERSION, "complete": complete, "notices": notices}
say(event="loaded", model="m")
current = None
for line in sys.stdin:
    message = json.loads(line)
    if "analyse" not in message:
        say(event="analysis", id=current, rest=analysis(True, [str(message["focus"])]))
        continue
    current, text = message["analyse"], message["article"]["text"]
    say(event="progress", id=current, done=1, total=2)
    if "die" in text:
        sys.stderr.write("\\n".join(f"complaint {n}" for n in range(99)))
        sys.stderr.flush()
        os._exit(3)
    say(event="analysis", id=current - 1, rest=analysis(True, ["late"]))
    if "fail" in text:
        say(event="failed", id=current, sentence="It cannot be done.")
    elif "wait" not in text:
        say(event="analysis", id=current, rest=analysis(False, []))
        say(event="analysis", id=current, rest=analysis(True, [text]))
""".replace("VERSION", str(VERSION))


class Listener:
    """Keeps the events that come."""

    def __init__(self) -> None:
        self._queue: Queue[Event] = Queue()

    def __call__(self, event: Event) -> None:
        self._queue.put(event)

    def next(self) -> Event:
        return self._queue.get(timeout=30)

    def until_last(self) -> list[Event]:
        """The events up to the one that nothing follows, ModelLoaded and AnalysisProgress left out."""
        events: list[Event] = []
        while not events or not isinstance(events[-1], AnalysisComplete | AnalysisFailed):
            if not isinstance(event := self.next(), ModelLoaded | AnalysisProgress):
                events.append(event)
        return events

    @property
    def empty(self) -> bool:
        return self._queue.empty()


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Iterator[AnalysisProcess]:
    monkeypatch.setattr(worker, "BOOT", OBEDIENT)
    process = AnalysisProcess()
    yield process
    process.stop()


def article(text: str) -> Article:
    return from_bytes(text.encode(), "x")


def said(text: str) -> AnalysisComplete:
    return AnalysisComplete(Analysis(model="m", notices=(text,)))


def gone(pid: int) -> bool:
    """Whether no process of ours has this id any more, not even a dead one."""
    try:
        return os.waitpid(pid, os.WNOHANG) != (0, 0)
    except ChildProcessError:
        return True


def test_the_events_of_an_article(process: AnalysisProcess) -> None:
    heard = Listener()
    assert not process.loaded
    process.analyse(article("one"), heard)
    assert heard.next() == ModelLoaded("m")
    assert process.loaded
    assert heard.next() == AnalysisProgress(1, 2)
    assert heard.next() == PartialAnalysis(Analysis(model="m", complete=False))
    assert heard.next() == said("one")
    process.analyse(article("two"), heard)
    assert heard.until_last()[-1] == said("two")
    assert heard.empty


def test_a_newer_article_silences_the_one_before(process: AnalysisProcess) -> None:
    first, second = Listener(), Listener()
    process.analyse(article("wait"), first)
    assert isinstance(first.next(), ModelLoaded)
    assert first.next() == AnalysisProgress(1, 2)
    process.analyse(article("two"), second)
    assert second.until_last()[-1] == said("two")
    assert first.empty


def test_refocus_reaches_the_process(process: AnalysisProcess) -> None:
    heard = Listener()
    process.analyse(article("wait"), heard, Span(0, 1))
    process.refocus(Span(3, 9))
    assert heard.until_last() == [said("[3, 9]")]
    process.refocus(Span(4, 5))  # nothing is under way: nobody asks
    assert heard.empty


def test_what_the_process_cannot_do_it_says(process: AnalysisProcess) -> None:
    heard = Listener()
    process.analyse(article("fail"), heard)
    assert heard.until_last() == [AnalysisFailed("It cannot be done.")]
    process.analyse(article("two"), heard)
    assert heard.until_last()[-1] == said("two")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_killed_from_outside_it_is_started_again_once(process: AnalysisProcess) -> None:
    heard = Listener()
    process.analyse(article("wait"), heard)
    assert isinstance(heard.next(), ModelLoaded)
    first = process.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    while isinstance(event := heard.next(), AnalysisProgress):
        pass
    assert event == ProcessDied("The analysis process ended unexpectedly; it was started again.")
    assert isinstance(heard.next(), ModelLoaded)
    second = process.pid
    assert second is not None
    assert second != first
    os.kill(second, signal.SIGKILL)
    (event,) = heard.until_last()
    assert isinstance(event, AnalysisFailed)
    assert "twice" in event.sentence
    assert process.pid is None
    process.analyse(article("two"), heard)  # another article has its chance again
    assert heard.until_last()[-1] == said("two")


def test_what_it_wrote_before_it_died_is_told_in_bounds(process: AnalysisProcess) -> None:
    heard = Listener()
    process.analyse(article("die"), heard)
    died, failed = heard.until_last()
    assert isinstance(died, ProcessDied)
    assert isinstance(failed, AnalysisFailed)
    assert "complaint" in failed.sentence
    assert failed.sentence.count("complaint") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_killed_while_idle_it_comes_back_with_the_next_article(process: AnalysisProcess) -> None:
    heard = Listener()
    process.analyse(article("one"), heard)
    heard.until_last()
    pid = process.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    while process.pid == pid:
        time.sleep(0.005)  # until the reading thread has seen the end
    process.analyse(article("two"), heard)
    assert heard.until_last()[-1] == said("two")


def test_stop_leaves_nothing_behind_and_says_nothing_more(process: AnalysisProcess) -> None:
    heard = Listener()
    process.analyse(article("wait"), heard)
    assert isinstance(heard.next(), ModelLoaded)
    pid = process.pid
    assert pid is not None
    process.stop()
    assert gone(pid)
    assert process.pid is None
    process.stop()
    assert not process.loaded


def test_cancel_kills_and_is_ready_again(process: AnalysisProcess) -> None:
    heard = Listener()
    process.start()
    process.analyse(article("wait"), heard)
    assert isinstance(heard.next(), ModelLoaded)
    pid = process.pid
    assert pid is not None
    process.cancel()
    assert gone(pid)
    assert process.pid not in (None, pid)
    second = Listener()
    process.analyse(article("two"), second)
    assert second.until_last()[-1] == said("two")


def test_an_interpreter_that_cannot_be_started(
    process: AnalysisProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(Path("no") / "such" / "python"))
    heard = Listener()
    process.start()
    process.analyse(article("one"), heard)
    event = heard.next()
    assert isinstance(event, AnalysisFailed)
    assert "cannot be started" in event.sentence


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX sessions")
def test_it_does_not_share_the_terminal_with_its_reader(process: AnalysisProcess) -> None:
    process.start()
    assert process.pid is not None
    assert os.getsid(process.pid) != os.getsid(0)


def test_an_article_crosses_unchanged() -> None:
    story = from_bytes(
        "Ferry stays in port\n\nBy Jane Doe\n\nIt “stays”, she\x00 said.\n\nRead more:\nA link".encode(), "-"
    )
    assert article_from_json(article_to_json(story)) == Article(
        story.text, "-", story.blocks, title=story.title, byline=story.byline
    )


def test_a_large_analysis_crosses_in_lines_of_bounded_length() -> None:
    quotes = tuple(
        Attribution(
            f"q{n}", Kind.MIXED, Stance.SPEECH, (Span(n, n + 9),), evidence=(Step("“why”", Span(1, 2)),)
        )
        for n in range(1234)
    )
    whole = Analysis(quotes, (Speaker("s1", "Zoë"),), (Entity("e1", "Northport", "GPE"),), model="m")
    *parts, last = analysis_messages(1, whole)
    assert max(len(part["items"]) for part in parts) <= 100
    gathering = Gathering()
    for part in parts:
        gathering.part(part)
    assert gathering.analysis(last) == whole
