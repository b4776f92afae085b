"""Bytes that are no UTF-8 come in as what cannot be read, and nothing ends."""

from __future__ import annotations

import codecs
import sys

import pytest
from textual import events
from textual.widgets import Input

from tests.screens.driving import reader
from tui.screens.terminal_input import tolerate_bad_bytes


@pytest.mark.skipif(sys.platform == "win32", reason="there Textual reads characters, not bytes")
def test_bad_bytes_are_replaced_and_cut_characters_wait_for_their_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from textual.drivers import linux_driver

    monkeypatch.setattr(linux_driver, "getincrementaldecoder", codecs.getincrementaldecoder)
    with pytest.raises(UnicodeDecodeError):
        linux_driver.getincrementaldecoder("utf-8")().decode(b"a\xffb")
    tolerate_bad_bytes()
    decode = linux_driver.getincrementaldecoder("utf-8")().decode
    assert decode(b"a\xffb\xe2\x80") == "a\ufffdb"
    assert decode(b"\x9c") == "“"
    # That is the name by which Textual's input thread makes its decoder.
    assert "getincrementaldecoder" in linux_driver.LinuxDriver.run_input_thread.__code__.co_names


async def test_what_is_pasted_into_any_line_is_fit_to_be_drawn() -> None:
    hostile = "one\x1b[2J\x1b]0;owned\x07\ntwo\u202e"
    async with reader() as (screen, pilot):
        for keys in (("slash",), ("o",), ("ctrl+p",), ("e", "tab")):
            await pilot.press(*keys)
            await pilot.pause()
            app = pilot.app
            assert isinstance(app.focused, Input)
            app.post_message(events.Paste(hostile))
            await pilot.pause()
            assert app.focused.value.endswith("one␛[2J␛]0;owned␇ two")
            await pilot.press("escape", "escape")
            await pilot.pause()
        assert pilot.app.screen is screen
