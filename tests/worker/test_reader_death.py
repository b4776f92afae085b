"""A child ends with its reader, whatever it is doing and however the reader ended."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.worker.processes import is_gone, wait_until_gone
from tui.worker.supervisor import SupervisedProcess

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/proc, and the signal is Linux's")

SERVER = """
import os, re
from tui.worker.serving import serve, take_stdout

def main():
    out = take_stdout()
    def answer(request, data):
        if request["do"] == "hold the interpreter":
            os.write(out.fileno(), b'{"pid":%d}\\n' % os.getpid())
            re.match(r"(a|a)*b", "a" * 100)  # never lets another thread run, not before the end of time
        return {"pid": os.getpid()}
    serve(out, answer)
"""
READER = """
import sys, threading
from tui.worker import serving
from tui.worker.supervisor import SupervisedProcess

processes = []
def start():
    processes.append(SupervisedProcess("example_stuck_server"))
starting = threading.Thread(target=start)
starting.start()
starting.join()
print(processes[0].ask({"do": "hold the interpreter"}, seconds=100)["pid"], flush=True)
threading.Event().wait()
"""
OTHER_SYSTEM = """
import sys
sys.platform = "another"
from tui.worker import serving
"""


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Write a module that can be made to hold the interpreter; return its name."""
    (tmp_path / "example_stuck_server.py").write_text(SERVER)
    path = os.pathsep.join([str(tmp_path), *sys.path])
    monkeypatch.setenv("PYTHONPATH", path)
    return "example_stuck_server"


def child_of_killed_reader(reader: str) -> int:
    """Run a reader whose child gets stuck, kill the reader and return the child's process id."""
    with subprocess.Popen([sys.executable, "-P", "-c", reader], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        child = int(process.stdout.readline())
        assert not is_gone(child)
        process.kill()
    return child


def test_a_child_that_holds_the_interpreter_ends_with_its_killed_reader(server: str) -> None:
    wait_until_gone(child_of_killed_reader(READER))


@pytest.mark.parametrize(
    "means",
    ["serving._STUCK = 1000", "serving._STUCK = 1; serving._SHELL = '/no/shell'"],
    ids=["shell", "timer"],
)
def test_it_also_ends_where_the_system_sends_no_signal(server: str, means: str) -> None:
    boot = f"{OTHER_SYSTEM}{means}\n"
    other = f"from tui.worker import spawning\nspawning.BOOT = {boot!r} + spawning.BOOT\n"
    wait_until_gone(child_of_killed_reader(other + READER))


def test_no_watcher_is_left_where_the_child_ends_first(server: str) -> None:
    code = (
        f"{OTHER_SYSTEM}import os\nserving._end_by_watcher({os.getpid()})\n"
        "print(*[p for p in os.listdir('/proc') if p.isdigit() and"
        " open(f'/proc/{p}/stat').read().rpartition(')')[2].split()[1] == str(os.getpid())])"
    )
    run = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    (watcher,) = run.stdout.split()
    wait_until_gone(int(watcher))


def test_a_child_outlives_the_thread_that_asked_for_it(server: str) -> None:
    processes: list[SupervisedProcess] = []
    thread = threading.Thread(target=lambda: processes.append(SupervisedProcess(server)))
    thread.start()
    thread.join()
    (process,) = processes
    with process:
        assert process.ask({"do": "answer"}, seconds=100) == {"pid": process.pid}
