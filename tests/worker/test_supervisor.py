"""Child processes: what they run, the limits they are held to, and that none is left behind."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from tests.worker.processes import is_gone
from tui.debug_log import log
from tui.worker import spawning
from tui.worker.serving import Message
from tui.worker.spawning import spawn
from tui.worker.supervisor import Failure, NoAnswer, SupervisedProcess

SERVER = """
import os, subprocess, sys, time
from tui.worker.serving import serve, take_stdout

def answer(request, data):
    match request["do"]:
        case "echo":
            return {"data": data} if data else {}
        case "sleep":
            time.sleep(1000)
        case "die":
            sys.stderr.write("first\\nlast words\\n")
            sys.stderr.flush()
            os._exit(3)
        case "eat":
            return {"size": len(b"x" * request["bytes"])}
        case "print":
            print("noise", flush=True)
            os.write(1, b"noise")
            return {"printed": True}
        case "child":
            return {"pid": subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1000)"]).pid}

def main():
    serve(take_stdout(), answer)
"""


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Write a module that answers requests; return its name."""
    (tmp_path / "example_server.py").write_text(textwrap.dedent(SERVER))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([os.curdir, str(tmp_path)]))
    return "example_server"


def failure(process: SupervisedProcess, request: Message, seconds: float = 100) -> Failure:
    """Ask, and return why no answer came."""
    with pytest.raises(NoAnswer) as caught:
        process.ask(request, seconds=seconds)
    return caught.value.failure


def test_requests_are_answered_one_after_another(server: str) -> None:
    with SupervisedProcess(server) as process:
        for text in ("one", "", "two\nlines", "ö" * 200_000):
            assert process.ask({"do": "echo"}, text.encode(), seconds=100) == (
                {"data": text.encode()} if text else {}
            )
        assert process.ask({"do": "print"}, seconds=100) == {"printed": True}
        assert process.is_running
    assert not process.is_running


def test_modules_in_the_current_folder_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json", "lxml", "tui"):
        (tmp_path / f"{name}.py").write_text("import os; os.write(1, b'run by mistake')")
    monkeypatch.chdir(tmp_path)
    for path in (os.curdir, "", f"{os.curdir}{os.pathsep}{os.pardir}"):
        monkeypatch.setenv("PYTHONPATH", path)
        with spawn("tui.article.html.extraction_worker") as process:
            out, error = process.communicate(timeout=120)
        assert (out, error) == (b'{"ready":true}\n', b"")


def test_a_request_that_takes_too_long_ends_the_process(server: str) -> None:
    with SupervisedProcess(server) as process:
        assert failure(process, {"do": "sleep"}, seconds=0) is Failure.TOO_SLOW
        assert not process.is_running


def test_a_request_can_be_cancelled(server: str) -> None:
    cancel = threading.Event()
    with SupervisedProcess(server) as process:
        process.ask({"do": "echo"}, seconds=100)
        threading.Timer(0.01, cancel.set).start()
        with pytest.raises(NoAnswer) as caught:
            process.ask({"do": "sleep"}, seconds=100, cancel=cancel)
        assert caught.value.failure is Failure.CANCELLED
        assert not process.is_running


def test_the_death_of_the_process_is_noticed(server: str) -> None:
    ended: SimpleQueue[str] = SimpleQueue()
    with SupervisedProcess(server, on_exit=lambda process: ended.put(process.last_words)) as process:
        assert failure(process, {"do": "die"}) is Failure.ENDED
        assert ended.get() == "last words"
    with SupervisedProcess("no_such_module") as process:
        assert failure(process, {"do": "echo"}) is Failure.NOT_STARTED


def test_the_debug_log_has_all_that_a_process_complains_of(server: str) -> None:
    records: list[logging.LogRecord] = []
    handler = logging.Handler()
    handler.addFilter(lambda record: records.append(record) or False)
    log.addHandler(handler)
    log.setLevel(logging.DEBUG)
    try:
        with SupervisedProcess(server) as process:
            assert failure(process, {"do": "die"}) is Failure.ENDED
    finally:
        log.removeHandler(handler)
        log.setLevel(logging.NOTSET)
    written = [record.getMessage() for record in records if " wrote " in record.getMessage()]
    assert [line.rpartition(" wrote ")[2] for line in written] == ["b'first\\n'", "b'last words\\n'"]


@pytest.mark.skipif(sys.platform != "linux", reason="address space can be limited")
def test_memory_is_limited(server: str) -> None:
    large = {"do": "eat", "bytes": 300_000_000}
    with SupervisedProcess(server, memory=200_000_000) as process:
        assert process.ask({"do": "eat", "bytes": 1000}, seconds=100) == {"size": 1000}
        assert process.ask(large, seconds=100) == {"no_memory": True}
        assert failure(process, {"do": "echo"}) is Failure.ENDED  # it ends after that
    with SupervisedProcess(server) as process:
        assert process.ask(large, seconds=100) == {"size": 300_000_000}


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_children_of_the_process_are_killed_with_it(server: str) -> None:
    with SupervisedProcess(server) as process:
        child = process.ask({"do": "child"}, seconds=100)["pid"]
        assert not is_gone(child)
    while not is_gone(child):
        pass
    assert not process.is_running


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX processes")
def test_a_process_whose_threads_cannot_be_started_is_killed(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []

    def spawn_and_note(*arguments: Any, **options: Any) -> subprocess.Popen[bytes]:
        started.append(spawn(*arguments, **options))
        return started[-1]

    def refuse(thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(spawning, "spawn", spawn_and_note)
    monkeypatch.setattr(threading.Thread, "start", refuse)
    with pytest.raises(OSError, match="can't start new thread"):
        SupervisedProcess(server)
    assert [process.returncode for process in started] == [-signal.SIGKILL]


def test_killing_while_a_request_is_under_way_ends_it(server: str) -> None:
    process = SupervisedProcess(server)
    process.ask({"do": "echo"}, seconds=100)
    for _ in range(4):
        threading.Timer(0.01, process.kill).start()
    assert failure(process, {"do": "sleep"}) is Failure.ENDED
    assert not process.is_running
