"""Ended from outside, on a real terminal: the terminal is itself again, and no process is left."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no pseudo terminals", allow_module_level=True)

from tests.benchmarks.terminal import SEED, Program, quoth

LEAVES_THE_ALTERNATE_SCREEN = b"\x1b[?1049l"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_terminal_is_restored(number: signal.Signals, tmp_path: Path) -> None:
    program = Program(quoth(SEED), str(tmp_path))
    try:
        program.until(b"Donald Trump has said")
        program.until(re.escape(b"/ filter"))
        os.kill(program.pid, number)
        program.ended()
        assert LEAVES_THE_ALTERNATE_SCREEN in program.rest
        assert program.status == 128 + number
    finally:
        program.close()


def test_a_terminal_that_is_gone_ends_it(tmp_path: Path) -> None:
    program = Program(quoth(SEED), str(tmp_path))
    try:
        program.until(b"Donald Trump has said")
        program.until(re.escape(b"/ filter"))
        os.close(program._terminal)
        program._terminal = os.open(os.devnull, os.O_RDONLY)
        program.ended()
        assert program.status == 128 + signal.SIGHUP
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
        program.stopped()
        program._seen = b""
        os.kill(program.pid, signal.SIGCONT)
        for words in (rb"5 speakers", b"Donald Trump has said", b"SPEAKERS", re.escape(b"/ filter")):
            program.until(words)
        program.press(b"q")
        program.ended()
        assert LEAVES_THE_ALTERNATE_SCREEN in program.rest
        assert program.status == 0
    finally:
        program.close()


def test_told_to_end_before_it_is_whole(tmp_path: Path) -> None:
    program = Program(quoth(SEED), str(tmp_path))
    try:
        program.until(b"Donald Trump has said")
        os.kill(program.pid, signal.SIGTERM)
        program.ended()
        assert b"had to stop" not in program.rest
        assert program.status == 128 + signal.SIGTERM
    finally:
        program.close()
