"""Lines of a panel: what is wrapped the quick way is wrapped as anything else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.widgets.panels import panel_text
from tui.widgets.panels.panel_text import wrap_words

WORDS = st.lists(st.text("abc’—é", min_size=1, max_size=12), max_size=40)


@given(WORDS, st.integers(1, 30), st.integers(1, 4))
def test_plain_words_are_wrapped_as_all_are(words: list[str], room: int, most: int) -> None:
    text = " ".join(words)
    quick = panel_text._wrap_plain(text, room, most)
    assert quick in (None, panel_text._wrap_any(text, room, most))
    assert quick is not None or any(len(word) > room for word in words)


@given(st.lists(st.text("ab’ 字é\u0301", min_size=1, max_size=12), max_size=40), st.integers(2, 30))
def test_no_line_is_wider_than_its_room(words: list[str], room: int) -> None:
    lines = wrap_words(" ".join(words), room, 3)
    assert 1 <= len(lines) <= 3
    assert all(cell_len(line) <= room for line in lines)
