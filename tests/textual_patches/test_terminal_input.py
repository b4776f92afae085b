"""Nothing that is pasted acts: as keys when it comes in, or on the terminal when it is drawn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual import events
from textual._xterm_parser import XTermParser
from textual.widgets import Input

from tests.screens.driving import drawn, reader
from tui.textual_patches.terminal_input import LONGEST, PasteParser


def heard(*pieces: str) -> list[str]:
    """Return what comes of these pieces: keys by their name, pastes with a “>” in front."""
    parser = PasteParser()
    out = []
    for event in (event for piece in pieces for event in parser.feed(piece)):
        assert isinstance(event, (events.Key, events.Paste))
        out.append(event.key if isinstance(event, events.Key) else f">{event.text}")
    return out


PASTED = "\x1b[200~%s\x1b[201~"


def test_nothing_in_a_paste_is_a_key() -> None:
    hostile = "one\x1b]2;HACK\x07\rq\x1b[Aq\x1b\x1b[20\x1bq"
    assert heard("a" + PASTED % hostile + "b") == ["a", f">{hostile.replace(chr(27), '␛')}", "b"]
    assert heard(PASTED % "x" + PASTED % "\x1bq" + "\x1b[Ac") == [">x", ">␛q", "up", "c"]
    with_textual = [e for e in XTermParser().feed(PASTED % "x\x1b]2;q\x07") if isinstance(e, events.Key)]
    assert "q" in [event.key for event in with_textual]  # else this parser has had its day


@given(
    st.text("\x1b[201~aq").filter(lambda text: "\x1b[201~" not in text),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_however_a_paste_comes_in_pieces_it_is_the_same(text: str, one: int, other: int) -> None:
    whole = f"a{PASTED % text}b"
    first, second = sorted((one, other))
    pieces = (whole[:first], whole[first:second], whole[second:])
    assert heard(*filter(None, pieces)) == ["a", f">{text.replace(chr(27), '␛')}", "b"]


LINES = (("slash",), ("o",), ("ctrl+p",), ("e", "tab"), ("s",))


async def test_what_is_pasted_into_any_line_is_fit_to_be_drawn() -> None:
    hostile = "one\x1b[2J\x1b]0;owned\x07\ntwo\u202e"
    async with reader() as (screen, pilot):
        for keys in LINES:
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


async def test_a_line_takes_no_more_of_a_paste_than_a_path_may_have() -> None:
    async with reader() as (_, pilot):
        for keys in LINES:
            await pilot.press(*keys)
            await pilot.pause()
            line = pilot.app.focused
            assert isinstance(line, Input)
            before = line.value
            pilot.app.post_message(events.Paste("word " * 20_000))
            await pilot.pause()
            assert len(line.value) == len(before) + LONGEST
            assert "Only the first 4,096 characters were pasted." in "".join(drawn(pilot.app.screen))
            line.clear()
            await pilot.press("escape", "escape")
            await pilot.pause()
