"""The app as a whole: copying, exporting, themes, keys, and what comes from the analysis process."""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from tests.screens.driving import drawn, reader
from tests.screens.opening_app import sees
from tui.library.library import Library
from tui.screens.keys_of_screens import reader_keys
from tui.screens.reader.last_copy_screen import LastCopyScreen
from tui.screens.screenshot import save_screenshot
from tui.session.settings import Settings
from tui.session.theme_choice import light_terminal
from tui.textual_patches.app_internals import notifications


def text_of(pilot: Pilot[None]) -> str:
    return "\n".join(drawn(pilot.app.screen))


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is sent to the terminal by OSC 52: on a terminal over SSH, without any other way."""
    out: list[str] = []
    monkeypatch.setenv("SSH_TTY", "/dev/pts/9")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("TERM_PROGRAM", raising=False)
    monkeypatch.setattr(App, "copy_to_clipboard", lambda self, text: out.append(text))
    return out


async def settled(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_y_copies_the_words_and_says_which_way_they_went(sent: list[str]) -> None:
    async with reader() as (_, pilot):
        await pilot.press("n", "n", "n", "n", "n", "n", "y")
        await settled(pilot)
        assert "Copied “Overall, we’re determined to …” (terminal)" in text_of(pilot)
    assert len(sent) == 1
    assert sent[0].startswith("“Overall, we’re determined")
    assert sent[0].endswith("That is all,”")


async def test_capital_y_copies_speaker_role_and_article(sent: list[str]) -> None:
    async with reader() as (_, pilot):
        await pilot.press("n", "n", "n", "n", "n", "n", "Y")
        await settled(pilot)
    assert sent[0].startswith("> “Overall")
    assert "Dmitry Peskov, Kremlin spokesperson" in sent[0]
    assert "turkey" in sent[0]


async def test_capital_y_is_plain_where_set_so(sent: list[str]) -> None:
    async with reader(settings=Settings(citation="plain")) as (_, pilot):
        await pilot.press("n", "Y")
        await settled(pilot)
    assert ">" not in sent[0]


async def test_capital_a_copies_what_is_left(sent: list[str]) -> None:
    async with reader() as (_, pilot):
        await pilot.press("slash", *"speaker:peskov", "enter", "A")
        await settled(pilot)
    assert sent[0].count("— Dmitry Peskov") == 2
    assert "Trump, " not in sent[0]


async def test_selected_article_text_is_what_y_copies(sent: list[str]) -> None:
    async with reader() as (screen, pilot):
        lines = drawn(screen)
        y = next(i for i, line in enumerate(lines) if "Donald Trump has said" in line)
        x = lines[y].index("Donald")
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x + 20, y + 1))
        await pilot.mouse_up(offset=(x + 20, y + 1))
        await pilot.press("y")
        await settled(pilot)
    assert sent[0].startswith("Donald Trump has said he is “thinking” of going to Turkey on Thursday")
    assert "\n" not in sent[0]
    assert "  " not in sent[0]


async def test_text_is_selected_by_keyboard_from_the_chosen_quote_on(sent: list[str]) -> None:
    async with reader() as (screen, pilot):
        await pilot.press("n", "n", "n", "shift+right", "shift+right", "shift+right", "y")
        await settled(pilot)
        assert sent == ["“I was thinking"]
        await pilot.press("shift+down", "y")
        await settled(pilot)
        assert sent[1].startswith("“I was thinking about flying over.")
        await pilot.press("escape")
        assert screen.get_selected_text() is None
        assert screen.reading.quote is not None


async def test_the_last_copy_stays_within_reach_and_can_be_saved(sent: list[str], tmp_path: Path) -> None:
    target = tmp_path / "kept.md"
    async with reader() as (_, pilot):
        await pilot.press("c")
        await pilot.pause()
        assert "Nothing has been copied" in text_of(pilot)
        await pilot.press("n", "y")
        await settled(pilot)
        await pilot.press("c")
        await pilot.pause()
        assert "he is “thinking” of going" in text_of(pilot)
        await pilot.press("ctrl+u", *str(target), "enter")
        await pilot.pause()
    assert target.read_text(encoding="utf-8").startswith("he is “thinking”")


async def test_of_a_book_the_last_copy_shows_the_beginning_and_saves_all(tmp_path: Path) -> None:
    target, book = tmp_path / "kept.md", "word " * 200_000
    async with reader() as (_, pilot):
        await pilot.app.push_screen(LastCopyScreen(book))
        await pilot.press("ctrl+u", *str(target))
        text = pilot.app.screen.query(Static)
        assert sum(len(str(each.render())) for each in text) < 30_000
        assert "992,000 characters more" in " ".join(str(each.render()) for each in text)
        await pilot.press("enter")
        await pilot.pause()
    assert target.read_text(encoding="utf-8").strip() == book.strip()


async def test_where_nothing_can_copy_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/9")
    monkeypatch.setenv("TERM", "linux")
    async with reader() as (_, pilot):
        await pilot.press("n", "y")
        await settled(pilot)
        assert "takes no copies" in " ".join(text_of(pilot).split())
        assert pilot.app.copier.last  # type: ignore[attr-defined]


async def test_e_exports_what_is_left_and_never_overwrites_unasked(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("mine", encoding="utf-8")
    async with reader() as (_, pilot):
        await pilot.press("slash", *"speaker:peskov", "enter", "e", "end", "tab")
        await pilot.press("ctrl+u", *str(target), "enter")
        await pilot.pause()
        assert target.read_text(encoding="utf-8") == "mine"
        assert "exists" in text_of(pilot)
        await pilot.press("enter")
        await pilot.pause()
    data = json.loads(target.read_text(encoding="utf-8"))
    assert [quote["speaker"] for quote in data["quotes"]] == ["s3", "s3"]
    assert data["schema"] == 1


async def test_exporting_into_a_missing_folder_says_so(tmp_path: Path) -> None:
    async with reader() as (_, pilot):
        await pilot.press("e", "tab", "ctrl+u", *str(tmp_path / "no" / "a.md"), "enter")
        await pilot.pause()
        assert "There is no folder" in " ".join(text_of(pilot).split())


async def test_keys_can_be_rebound_and_the_hints_and_help_follow() -> None:
    async with reader(settings=Settings(keymap={"quote.next": "ctrl+n", "quote.why": "v"})) as (
        screen,
        pilot,
    ):
        await pilot.press("n")
        assert screen.reading.quote is None
        await pilot.press("ctrl+n")
        assert screen.reading.quote is not None
        assert "v why" in drawn(screen)[-1]
        await pilot.press("question_mark")
        await pilot.pause()
        assert "Ctrl+N" in text_of(pilot)


async def test_problems_in_the_settings_are_said() -> None:
    settings = Settings(theme="no-such", keymap={"no.such": "x"}, problems=("Setting “mesure” is unknown.",))
    async with reader(settings=settings) as (_, pilot):
        text = " ".join(text_of(pilot).split())
        assert "no theme called" in text
        assert "mesure" in text
        assert pilot.app.theme == "quoth-dark"


async def test_many_problems_are_one_message() -> None:
    wrong = tuple(f"Setting “wrong{n}” is unknown." for n in range(6))
    async with reader(size=(80, 24), settings=Settings(problems=wrong)) as (_, pilot):
        (message,) = [toast.message for toast in notifications(pilot.app)]
        assert message.startswith("\n".join((*wrong[:3], "… and 3 more.")))
        assert "config.toml”; quoth config shows" in message


async def test_a_key_that_is_none_leaves_the_key_there_was() -> None:
    settings = Settings(keymap={"quote.next": "ctrl+banana", "filter": "f5,ctlr+x"})
    async with reader(settings=settings) as (screen, pilot):
        assert "ctrl+banana" in " ".join(toast.message for toast in notifications(pilot.app))
        assert "n next  F5 filter" in drawn(screen)[-1]
        await pilot.press("n")
        assert screen.reading.quote == 0


async def test_every_theme_draws() -> None:
    async with reader() as (_, pilot):
        for theme in pilot.app.available_themes:
            pilot.app.theme = theme
            await pilot.pause()
            assert "Donald Trump has said" in text_of(pilot)


async def test_the_palette_finds_what_keys_do() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("ctrl+p", *"only this speaker")
        await sees(pilot, "Show only this speaker")
        await pilot.press("enter")
        await pilot.pause()
        assert screen.reading.speaker == "s1"


async def test_the_palette_saves_a_picture_under_a_new_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "quoth-1.svg").write_text("kept")
    async with reader() as (_, pilot):
        await pilot.press("ctrl+p", *"picture")
        await sees(pilot, "Save a picture of this screen")
        await pilot.press("enter")
        await pilot.pause()
        assert any("quoth-2.svg" in toast.message for toast in notifications(pilot.app))
    assert (tmp_path / "quoth-1.svg").read_text() == "kept"
    assert "Donald" in (tmp_path / "quoth-2.svg").read_text(encoding="utf-8")


async def test_a_picture_that_cannot_be_written_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reader() as (_, pilot):
        os.rmdir(tmp_path)  # noqa: PTH106
        save_screenshot(pilot.app)
        await pilot.pause()
        assert "quoth-1.svg" in text_of(pilot)


async def test_in_gnu_screen_a_copy_is_handed_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STY", "1.pts-0")
    monkeypatch.setenv("TERM", "screen")
    for name in ("TMUX", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP", "TERMUX_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    written: list[str] = []
    async with reader() as (_, pilot):
        monkeypatch.setattr(
            "tui.screens.copier.write_to_terminal", lambda _, sequence: written.append(sequence)
        )
        await pilot.press("n", "y")
        await settled(pilot)
        (sequence,) = written
        assert sequence.startswith("\x1bP\x1b]52;c;")
        assert sequence.endswith("\x07\x1b\\")
        arrived = sequence.replace("\x1bP", "").replace("\x1b\\", "")[len("\x1b]52;c;") : -1]
        assert base64.b64decode(arrived).decode() == pilot.app.copier.last  # type: ignore[attr-defined]


async def test_hints_keep_their_order_whatever_keys_are_bound() -> None:
    settings = Settings(keymap={"quote.next": "x", "quote.why": "u"})
    async with reader(settings=settings) as (_, pilot):
        hints = drawn(pilot.app.screen)[-1]
    assert hints.split("  ")[:2] == [" x next", "/ filter"]
    assert hints.index("u why") < hints.index("z read alone")


def test_every_binding_has_an_id_of_its_own() -> None:
    keys = reader_keys()
    assert len(keys) > 20
    # Those of the filter's line and of lists are of other screens.
    of_reader = [value for name, value in keys.items() if not name.startswith(("filter.", "item."))]
    taken = [key for value in of_reader for key in value.split(",")]
    assert len(taken) == len(set(taken))


@pytest.mark.parametrize(
    ("value", "light"), [("0;15", True), ("15;0", False), ("", False), ("0;default;7", True)]
)
def test_a_terminal_that_says_it_is_light(value: str, light: bool) -> None:
    assert light_terminal({"COLORFGBG": value}) is light


async def test_what_is_read_is_kept_before_it_is_left() -> None:
    library = Library.open()
    async with reader(library=library) as (_, pilot):
        while not library.count():
            await pilot.pause()
        (article,) = library.articles()
        assert (article.times, article.whole) == (1, True)
    library.close()


async def test_a_theme_that_is_only_previewed_is_not_kept(quoth_home: Path) -> None:
    async with reader() as (_, pilot):
        kept: list[str] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("tui.screens.themes.keep_theme", lambda _library, theme, _set: kept.append(theme))
            await pilot.press("t", "j", "j", "escape")
            assert kept == []
            await pilot.press("t", "j", "enter")
            assert kept == [pilot.app.theme]
