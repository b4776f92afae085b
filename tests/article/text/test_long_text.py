"""Long texts are read in a process of their own, and are what they would be if they were short."""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import pytest

from tui.article import files, sources
from tui.article.article import Article
from tui.article.errors import Cancelled, CannotRead
from tui.article.text import long_text

SAID = "“We shall see,” said Ann Lee, the mayor of Oxley, on Monday – it was good for the town.\n\n"
LONG = ("The town waits\n\nBy Jo Reed\n\n" + SAID * (sources.SHORTEST_LONG_TEXT // len(SAID))).encode()


@pytest.fixture(scope="module", autouse=True)
def stopped() -> Iterator[None]:
    yield
    long_text.stop()


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a\udcff.txt"])
def test_it_is_what_a_short_one_is(name: str) -> None:
    assert sources.read_bytes(LONG, name) == files.from_bytes(LONG, name)
    assert long_text.PROCESS.pid is not None


def test_a_short_one_needs_no_process() -> None:
    long_text.stop()
    assert isinstance(sources.read_bytes(SAID.encode(), "-"), Article)
    assert long_text.PROCESS.pid is None


def test_what_cannot_be_read_is_the_same_sentence() -> None:
    for data in (b"\0\1\2" * 200_000, b" " * 600_000, b"a\n" * 400_000):
        with pytest.raises(CannotRead) as alone:
            files.from_bytes(data, "a.txt")
        with pytest.raises(CannotRead) as there:
            sources.read_bytes(data, "a.txt")
        assert there.value.message == alone.value.message


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_one_that_takes_too_long_or_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    sources.read_bytes(LONG, "-")
    pid = long_text.PROCESS.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    monkeypatch.setattr(long_text.PROCESS, "_limits", replace(long_text.LIMITS, seconds=0.1))
    with pytest.raises(
        CannotRead, match=r"takes longer than 0\.1 seconds to read and was given up; split it"
    ):
        sources.read_bytes(LONG, "-")
    monkeypatch.undo()
    cancel = Event()
    cancel.set()
    with pytest.raises(Cancelled):
        sources.read_bytes(LONG, "-", cancel=cancel)
    assert isinstance(sources.read_bytes(LONG, "-"), Article)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system limits no process's memory")
def test_one_that_takes_too_much_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    long_text.stop()
    monkeypatch.setattr(long_text.PROCESS, "_limits", replace(long_text.LIMITS, memory=60 << 20))
    with pytest.raises(CannotRead, match=r"memory|brought down|does not start"):
        sources.read_bytes(b"a" * (20 << 20), "-")
    long_text.stop()
