"""Bytes that are no UTF-8 come in as what cannot be read, and nothing ends."""

from __future__ import annotations

import codecs
import sys

import pytest

from tui.screens.terminal_input import tolerate_bad_bytes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there Textual reads characters, not bytes")


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
