"""Ended from outside, on a real terminal: the terminal is itself again, and no process is left."""

from __future__ import annotations

import os
import re
import select
import signal
import sys
import time
from contextlib import nullcontext
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo terminals", allow_module_level=True)

from textual.css.query import NoMatches

from tests.benchmarks.terminal import SEED, Program, quoth
from tests.screens.driving import reader

LEAVES_THE_ALTERNATE_SCREEN = b"\x1b[?1049l"


def rest(program: Program) -> bytes:
    """What it still writes until its end."""
    out = b""
    try:
        while select.select([program._terminal], [], [], 60)[0]:
            out += os.read(program._terminal, 65536)
    except OSError:
        pass  # the terminal is closed at its end
    return out


def status_of(program: Program) -> int:
    """Its exit status; it is killed when it does not end."""
    for _ in range(600):
        pid, status = os.waitpid(program.pid, os.WNOHANG)
        if pid:
            program.pid = 0
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.05)
    os.kill(program.pid, signal.SIGKILL)
    return -1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_terminal_is_restored(number: signal.Signals, tmp_path: Path) -> None:
    program = Program(quoth(SEED), str(tmp_path))
    try:
        program.until(b"Donald Trump has said")
        program.until(re.escape(b"/ filter"))
        os.kill(program.pid, number)
        assert LEAVES_THE_ALTERNATE_SCREEN in rest(program)
        assert status_of(program) == 128 + number
    finally:
        program.close()


def test_a_terminal_that_is_gone_ends_it(tmp_path: Path) -> None:
    program = Program(quoth(SEED), str(tmp_path))
    try:
        program.until(b"Donald Trump has said")
        program.until(re.escape(b"/ filter"))
        os.close(program._terminal)
        program._terminal = os.open(os.devnull, os.O_RDONLY)
        assert status_of(program) == 128 + signal.SIGHUP
    finally:
        program.close()


@pytest.mark.parametrize("stop", ["key", "SIGSTOP"])
def test_in_the_foreground_again_the_whole_screen_is_drawn(stop: str, tmp_path: Path) -> None:
    program = Program(quoth(SEED), str(tmp_path))
    try:
        program.until(rb"5 speakers")
        program.until(re.escape(b"/ filter"))
        if stop == "key":
            program.press(b"\x1a")
        else:  # which leaves no time to give the terminal back
            os.kill(program.pid, signal.SIGSTOP)
        assert os.WIFSTOPPED(os.waitpid(program.pid, os.WUNTRACED)[1])
        program._seen = b""
        os.kill(program.pid, signal.SIGCONT)
        for words in (rb"5 speakers", b"Donald Trump has said", b"SPEAKERS", re.escape(b"/ filter")):
            program.until(words)
        program.press(b"q")
        assert LEAVES_THE_ALTERNATE_SCREEN in rest(program)
        assert status_of(program) == 0
    finally:
        program.close()


def test_told_to_end_before_it_is_whole(tmp_path: Path) -> None:
    program = Program(quoth(SEED), str(tmp_path))
    try:
        program.until(b"Donald Trump has said")
        os.kill(program.pid, signal.SIGTERM)
        assert b"had to stop" not in rest(program)
        assert status_of(program) == 128 + signal.SIGTERM
    finally:
        program.close()


@pytest.mark.parametrize("leaving", [True, False])
async def test_what_is_missed_is_no_fault_while_leaving(leaving: bool) -> None:
    with nullcontext() if leaving else pytest.raises(NoMatches):
        async with reader() as (_, pilot):
            if leaving:
                pilot.app.exit()
            pilot.app._handle_exception(NoMatches())
