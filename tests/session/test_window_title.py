"""The window's title: nothing in it acts, and nothing ends it early."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.session.window_title import sets_titles, title_sequence


@given(st.text())
def test_no_title_ends_its_own_sequence(name: str) -> None:
    sequence = title_sequence(name)
    assert sequence.startswith("\x1b]2;")
    assert sequence.endswith("quoth\x1b\\")
    assert sequence[4:-2].isprintable()
    assert len(sequence) < 150


def test_a_title_has_nothing_that_is_not_seen() -> None:
    assert title_sequence("a\u200db \x07👩\u200d👩") == "\x1b]2;a b ␇👩👩 · quoth\x1b\\"


def test_terminals_without_titles() -> None:
    assert sets_titles({"TERM": "xterm-256color"})
    assert not sets_titles({"TERM": "linux"})
