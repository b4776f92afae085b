"""The reader's end: events arrive, a process that dies is restarted once, and none outlives its reader.

A small script, which obeys the article's text, stands in for the analysis: it needs no model and starts at once.
`test_analysis_host` starts the real one.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from tui.analysis.analysis import Analysis, Attribution, Entity, Kind, Speaker, Stance, Step
from tui.analysis.process import analysis_client
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
from tui.analysis.process.protocol import (
    AnalysisAssembler,
    analysis_messages,
)
from tui.analysis.version import VERSION
from tui.article.article import Article
from tui.article.article_transport import packed, unpacked
from tui.article.files import from_bytes
from tui.article.spans import Span
from tui.worker import spawning
from tui.worker.supervisor import SupervisedProcess

OBEDIENT = """
import json, os, re, sys
NO_TIME = -10**9  # characters of a step, so that no time is given to it: what stalls is ended at once
def spin():
    re.match(r"(a|a)*b", "a" * 100)  # never lets another thread run, not before the end of time
def say(**message):
    sys.stdout.write(json.dumps(message) + "\\n")
    sys.stdout.flush()
def analysis(complete, notices):
    return {"model": "m", "version": VERSION, "complete": complete, "notices": notices}
say(event="loaded", model="m")
current = None
for line in sys.stdin.buffer:
    message = json.loads(line)
    data = sys.stdin.buffer.read(message.get("data_size", 0))
    if "analyse" not in message:
        say(event="analysis", id=current, rest=analysis(True, [str(message["focus"])]))
        continue
    current, text = message["analyse"], data[9 * message["article"]["blocks"]:].decode()
    say(event="progress", id=current, done=1, total=2)
    if "hang" in text:
        spin()
    if "stall" in text:
        bad = [n for n in range(9) if f"stall{n}" in text and n not in message["left_out"]]
        for n in range(*message["probe"]):
            say(event="probing", id=current, block=n, size=NO_TIME if n in bad else 9)
            if n in bad:
                spin()
        stalls = bad or "everywhere" in text
        say(event="working", id=current, blocks=[0, 9], size=NO_TIME if stalls else 9)
        if stalls:
            spin()
        say(event="analysis", id=current, rest=analysis(True, [str(message["left_out"])]))
        continue
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
    """Collects events."""

    def __init__(self) -> None:
        self._queue: Queue[Event] = Queue()

    def __call__(self, event: Event) -> None:
        self._queue.put(event)

    def next(self) -> Event:
        return self._queue.get(timeout=120)

    def until_last(self) -> list[Event]:
        """Return the events up to the last, without ModelLoaded and AnalysisProgress."""
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
    monkeypatch.setattr(spawning, "BOOT", OBEDIENT)
    process = AnalysisProcess()
    yield process
    process.stop()


def article(text: str) -> Article:
    return from_bytes(text.encode(), "x")


def complete(text: str) -> AnalysisComplete:
    return AnalysisComplete(Analysis(model="m", notices=(text,)))


def is_gone(pid: int) -> bool:
    """Tell whether this process has ended and been reaped."""
    try:
        return os.waitpid(pid, os.WNOHANG) != (0, 0)
    except ChildProcessError:
        return True


def test_the_events_of_an_article_arrive_in_order(process: AnalysisProcess) -> None:
    listener = Listener()
    process.analyse(article("one"), listener)
    assert listener.next() == ModelLoaded("m")
    assert listener.next() == AnalysisProgress(1, 2)
    assert listener.next() == PartialAnalysis(Analysis(model="m", complete=False))
    assert listener.next() == complete("one")
    process.analyse(article("two"), listener)
    assert listener.until_last()[-1] == complete("two")
    assert listener.empty


def test_a_newer_article_ends_the_events_of_the_one_before(process: AnalysisProcess) -> None:
    first, second = Listener(), Listener()
    process.analyse(article("wait"), first)
    assert isinstance(first.next(), ModelLoaded)
    assert first.next() == AnalysisProgress(1, 2)
    process.analyse(article("two"), second)
    assert second.until_last()[-1] == complete("two")
    assert first.empty


def test_refocus_reaches_the_process(process: AnalysisProcess) -> None:
    listener = Listener()
    process.analyse(article("wait"), listener, Span(0, 1))
    process.refocus(Span(3, 9))
    assert listener.until_last() == [complete("[3, 9]")]
    process.refocus(Span(4, 5))  # nothing is being analysed: no answer comes
    assert listener.empty


def test_a_failure_is_reported_and_the_next_article_analysed(process: AnalysisProcess) -> None:
    listener = Listener()
    process.analyse(article("fail"), listener)
    assert listener.until_last() == [AnalysisFailed("It cannot be done.")]
    process.analyse(article("two"), listener)
    assert listener.until_last()[-1] == complete("two")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_killed_process_is_started_again_once_for_each_article(process: AnalysisProcess) -> None:
    listener = Listener()
    process.analyse(article("wait"), listener)
    assert isinstance(listener.next(), ModelLoaded)
    first = process.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    while isinstance(event := listener.next(), AnalysisProgress):
        pass
    assert event == ProcessDied("The analysis process ended unexpectedly; it was started again.")
    assert isinstance(listener.next(), ModelLoaded)
    second = process.pid
    assert second is not None
    assert second != first
    os.kill(second, signal.SIGKILL)
    (event,) = listener.until_last()
    assert isinstance(event, AnalysisFailed)
    assert "twice" in event.sentence
    assert process.pid is None
    process.analyse(article("two"), listener)  # another article has its chance again
    assert listener.until_last()[-1] == complete("two")


def test_the_last_line_of_a_dying_process_is_reported(process: AnalysisProcess) -> None:
    listener = Listener()
    process.analyse(article("die"), listener)
    died, failed = listener.until_last()
    assert isinstance(died, ProcessDied)
    assert isinstance(failed, AnalysisFailed)
    assert "complaint" in failed.sentence
    assert failed.sentence.count("complaint") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_a_process_killed_while_idle_is_started_again_with_the_next_article(process: AnalysisProcess) -> None:
    listener = Listener()
    process.analyse(article("one"), listener)
    listener.until_last()
    pid = process.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    while process.pid == pid:
        time.sleep(0.005)  # until the reading thread has seen the end
    process.analyse(article("two"), listener)
    assert listener.until_last()[-1] == complete("two")


def test_stop_leaves_no_process_and_ends_the_events(process: AnalysisProcess) -> None:
    listener = Listener()
    process.analyse(article("wait"), listener)
    assert isinstance(listener.next(), ModelLoaded)
    assert listener.next() == AnalysisProgress(1, 2)
    pid = process.pid
    assert pid is not None
    process.stop()
    assert is_gone(pid)
    assert process.pid is None
    process.stop()  # a second time does nothing
    assert listener.empty


def test_cancel_kills_the_process_and_starts_another(process: AnalysisProcess) -> None:
    listener = Listener()
    process.start()
    process.analyse(article("wait"), listener)
    assert isinstance(listener.next(), ModelLoaded)
    pid = process.pid
    assert pid is not None
    process.cancel()
    assert is_gone(pid)
    assert process.pid not in (None, pid)
    second = Listener()
    process.analyse(article("two"), second)
    assert second.until_last()[-1] == complete("two")


def test_an_interpreter_that_cannot_be_started_is_reported(
    process: AnalysisProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(Path("no") / "such" / "python"))
    listener = Listener()
    process.start()
    process.analyse(article("one"), listener)
    event = listener.next()
    assert isinstance(event, AnalysisFailed)
    assert "cannot be started" in event.sentence


def test_a_process_without_progress_is_started_again_without_what_stops_it(process: AnalysisProcess) -> None:
    listener = Listener()
    process.analyse(article("stall4"), listener)
    restarted, event = listener.until_last()
    assert restarted == ProcessDied("The analysis process made no progress; it was started again.")
    assert event == complete("[4]")
    process.analyse(article("two"), listener)
    assert listener.until_last()[-1] == complete("two")


def test_a_process_that_does_not_come_to_load_the_model_is_ended(
    process: AnalysisProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spawning, "BOOT", "import sys\nsys.stdin.read()")
    monkeypatch.setattr(analysis_client, "_LOADING", 0)
    listener = Listener()
    process.analyse(article("one"), listener)
    restarted, failed = listener.until_last()
    assert restarted == ProcessDied("The analysis process made no progress; it was started again.")
    assert isinstance(failed, AnalysisFailed)
    assert "made no progress again" in failed.sentence


def test_a_process_that_has_loaded_the_model_may_wait_for_an_article(
    process: AnalysisProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed: Queue[float | None] = Queue()
    monkeypatch.setattr(SupervisedProcess, "allow", lambda _, seconds: allowed.put(seconds))
    process.start()
    assert allowed.get(timeout=120) == analysis_client._LOADING
    assert allowed.get(timeout=120) is None


def test_several_blocks_that_stop_it_are_left_out(process: AnalysisProcess) -> None:
    listener = Listener()
    process.analyse(article("stall2 stall5 stall8"), listener)
    assert listener.until_last()[-1] == complete("[2, 5, 8]")


@pytest.mark.parametrize("text", ["stall everywhere", "stall1 stall2 stall3 stall4"])
def test_an_article_that_stops_it_again_and_again_is_given_up(process: AnalysisProcess, text: str) -> None:
    listener = Listener()
    process.analyse(article(text), listener)
    event = listener.until_last()[-1]
    assert isinstance(event, AnalysisFailed)
    assert "made no progress again" in event.sentence
    assert process.pid is None
    process.analyse(article("two"), listener)
    assert listener.until_last()[-1] == complete("two")


def test_a_newer_article_replaces_a_stuck_process(
    process: AnalysisProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analysis_client, "PATIENCE_WITH_OLD_REQUEST", 0)
    first, second = Listener(), Listener()
    process.analyse(article("hang"), first)
    assert isinstance(first.next(), ModelLoaded)
    pid = process.pid
    assert pid is not None
    process.analyse(article("two"), second)
    assert second.until_last() == [PartialAnalysis(Analysis(model="m", complete=False)), complete("two")]
    assert is_gone(pid)
    assert process.pid not in (None, pid)


def test_a_process_that_hears_of_a_newer_article_in_time_is_not_replaced(process: AnalysisProcess) -> None:
    listener = Listener()
    process.analyse(article("wait"), listener)
    assert isinstance(listener.next(), ModelLoaded)
    pid = process.pid
    process.analyse(article("two"), listener)
    assert listener.until_last()[-1] == complete("two")
    assert process.pid == pid


def test_only_so_much_of_an_article_is_analysed_as_memory_is_there_for(
    process: AnalysisProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analysis_client, "LONGEST", 1_000_000)
    listener = Listener()
    process.analyse(article("a " * 500_000 + "fail"), listener)  # that word is not sent
    event = listener.until_last()[-1]
    assert isinstance(event, AnalysisComplete)
    assert event.analysis.notices[-1] == "Only the first 1 million characters were analysed."


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX sessions")
def test_the_process_has_a_session_of_its_own(process: AnalysisProcess) -> None:
    process.start()
    assert process.pid is not None
    assert os.getsid(process.pid) != os.getsid(0)


def test_an_article_is_sent_unchanged() -> None:
    story = from_bytes(
        "Ferry stays in port\n\nBy Jane Doe\n\nIt “stays”, she\x00 said.\n\nRead more:\nA link".encode(), "-"
    )
    message, data = packed(story)
    assert unpacked(json.loads(json.dumps(message)), data) == story


def test_a_large_analysis_is_sent_in_parts_of_bounded_size() -> None:
    quotes = tuple(
        Attribution(
            f"q{n}", Kind.MIXED, Stance.SPEECH, (Span(n, n + 9),), evidence=(Step("“why”", Span(1, 2)),)
        )
        for n in range(1234)
    )
    whole = Analysis(quotes, (Speaker("s1", "Zoë"),), (Entity("e1", "Northport", "GPE"),), model="m")
    *parts, last = analysis_messages(1, whole)
    assert max(len(part["items"]) for part in parts) <= 100
    assembler = AnalysisAssembler()
    for part in parts:
        assembler.add(part)
    assert assembler.finish(last) == whole
