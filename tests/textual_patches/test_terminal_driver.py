"""The input thread: whatever bytes come in, and how it is left."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import AsyncIterator
from typing import Any

import pytest
from textual import constants, events
from textual.app import App

if sys.platform == "win32":
    pytest.skip("there Textual reads characters, not bytes", allow_module_level=True)

from tests.samples import seed_article
from tui.app import QuothApp
from tui.session.opening.opening import Opening
from tui.session.settings import Settings
from tui.textual_patches.terminal_driver import TerminalDriver
from tui.textual_patches.terminal_input import ESCAPE_DELAY, PasteParser, shorten_escape_delay

LONG = 120  # seconds: what takes so long hangs


class Typing:
    """A driver that reads from a pipe, and what it made of it."""

    def __init__(self) -> None:
        self.heard: list[str | None] = []
        self._came = threading.Condition()
        self.driver = TerminalDriver(App())
        self.driver.fileno, self.keyboard = os.pipe()
        self.driver.process_message = self._hear  # type: ignore[method-assign]
        self.driver.write = lambda data: None  # type: ignore[method-assign]
        self.begin()

    def _hear(self, message: Any) -> None:
        with self._came:
            self.heard.append(message.character if isinstance(message, events.Key) else repr(message))
            self._came.notify()

    def begin(self) -> None:
        self.driver._key_thread = threading.Thread(target=self.driver.run_input_thread, daemon=True)
        self.driver._key_thread.start()

    def type(self, data: bytes) -> None:
        os.write(self.keyboard, data)

    def wait_for(self, expected: list[str | None]) -> None:
        with self._came:
            assert self._came.wait_for(lambda: len(self.heard) >= len(expected), LONG)
        assert self.heard == expected

    def leave(self) -> bool:
        """Close the input; tell whether the thread ends."""
        leaving = threading.Thread(target=self.driver.disable_input, daemon=True)
        leaving.start()
        leaving.join(LONG)
        assert self.driver._key_thread is not None
        return not leaving.is_alive() and not self.driver._key_thread.is_alive()


@pytest.fixture
async def typing(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Typing]:
    before = {number: signal.getsignal(number) for number in (signal.SIGTSTP, signal.SIGCONT)}
    monkeypatch.setattr(signal, "signal", lambda *_: None)  # a thread may not, and none is to change
    made = Typing()
    yield made
    made.leave()
    monkeypatch.undo()
    assert before == {number: signal.getsignal(number) for number in before}


async def test_bad_bytes_are_replaced_and_cut_characters_wait_for_their_rest(typing: Typing) -> None:
    typing.type(b"a\xffb")
    typing.wait_for(["a", "\ufffd", "b"])
    typing.type(b"\xe2\x80")
    typing.type(b"\x9cc")
    typing.wait_for(["a", "\ufffd", "b", "“", "c"])


async def test_a_character_that_comes_in_pieces_is_not_the_end(typing: Typing) -> None:
    typing.type("é".encode()[:1])
    typing.type("é".encode()[1:] + b"x")
    typing.wait_for(["é", "x"])


async def test_leaving_does_not_wait_for_a_key(typing: Typing) -> None:
    typing.leave()
    typing.begin()
    typing.type(b"a")
    typing.wait_for(["a"])
    assert typing.leave()
    typing.begin()  # as after Ctrl+Z and fg
    typing.type(b"b")
    typing.wait_for(["a", "b"])
    assert typing.leave()


async def test_esc_is_a_key_once_nothing_follows(typing: Typing) -> None:
    typing.type(b"\x1b[A\x1b")
    typing.wait_for([None, "\x1b"])  # an arrow has no character
    typing.type(b"a")
    typing.wait_for([None, "\x1b", "a"])


@pytest.mark.parametrize(("wanted", "seconds"), [(None, ESCAPE_DELAY), ("300", 0.1)])
def test_how_long_esc_is_waited_for(
    wanted: str | None, seconds: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(constants, "ESCAPE_DELAY", 0.1)  # Textual has read ESCDELAY when it was imported
    if wanted is not None:
        monkeypatch.setenv("ESCDELAY", wanted)
    shorten_escape_delay()
    parser = PasteParser()
    assert parser.timeout is None
    assert not [*parser.feed("\x1b")]
    assert parser.timeout is not None
    assert 0 < parser.timeout <= seconds
    assert seconds == constants.ESCAPE_DELAY
    assert [event.key for event in parser.feed("[A")] == ["up"]
    assert parser.timeout is None


async def test_where_nothing_can_come_any_more_it_is_not_asked_for_without_end(
    typing: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = os.read
    asked: list[int] = []
    monkeypatch.setattr(os, "read", lambda *at: asked.append(at[0]) or read(*at))
    typing.type(b"a")
    os.close(typing.keyboard)
    typing.wait_for(["a"])
    assert typing.leave()
    assert asked.count(typing.driver.fileno) <= 2


async def test_it_stops_only_while_there_is_a_terminal_to_go_on_at(
    typing: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[int] = []
    monkeypatch.setattr(os, "kill", lambda _, number: sent.append(number))
    monkeypatch.setattr(typing.driver, "suspend_application_mode", lambda: None)
    terminal, typing.driver.fileno = os.openpty()
    typing.driver._sigtstp_application()
    os.close(terminal)
    typing.driver._sigtstp_application()
    assert sent == [signal.SIGSTOP, signal.SIGHUP]


def test_the_app_takes_this_driver(monkeypatch: pytest.MonkeyPatch) -> None:
    app = QuothApp(Opening(seed_article(), settled=True), Settings(private=True))
    assert app.driver_class is TerminalDriver
