"""When the reader opens, and what it is handed."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tui.article.article import Article
from tui.article.errors import CannotRead
from tui.commands import open as opening
from tui.session.settings import Settings


@pytest.fixture
def streams(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """Which of the three streams are terminals: all, to begin with."""
    terminals = {"stdin": True, "stdout": True, "stderr": True}
    monkeypatch.setattr(opening, "_is_terminal", terminals.__getitem__)
    monkeypatch.setenv("TERM", "xterm-256color")
    return terminals


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the app was handed, without an app."""
    found: list[object] = []

    def run(opening: object, settings: Settings) -> int:
        found.append(opening)
        return 0

    monkeypatch.setitem(sys.modules, "tui.app", SimpleNamespace(run=run))
    monkeypatch.setattr("tui.app", SimpleNamespace(run=run), raising=False)

    def open_article(article: Article, settings: Settings) -> SimpleNamespace:
        return SimpleNamespace(article=article, notices=[])

    monkeypatch.setitem(sys.modules, "tui.session.opening", SimpleNamespace(open_article=open_article))
    return found


def test_on_a_terminal_the_reader_opens(
    streams: dict[str, bool], shown: list[SimpleNamespace], tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Hello.")
    assert opening.run(str(file), Settings()) == 0
    assert shown[0].article.source == str(file)
    assert shown[0].notices == []


def test_alone_it_shows_the_example_and_says_so(
    streams: dict[str, bool], shown: list[SimpleNamespace]
) -> None:
    assert opening.run(None, Settings()) == 0
    assert Path(shown[0].article.source).parent.name == "seeds"
    assert shown[0].notices == [opening.WELCOME]


@pytest.mark.parametrize("source", [None, "-"])
def test_what_is_piped_in_is_read(
    streams: dict[str, bool],
    shown: list[SimpleNamespace],
    source: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "a.txt").write_text("Hello.")
    with (tmp_path / "a.txt").open() as piped:
        monkeypatch.setattr(sys, "stdin", piped)
        assert opening.run(source, Settings()) == 0
    assert (shown[0].article.source, shown[0].article.text) == ("-", "Hello.")


def test_a_file_that_cannot_be_read_opens_no_screen(streams: dict[str, bool], shown: list[object]) -> None:
    with pytest.raises(CannotRead):
        opening.run("none.txt", Settings())
    assert shown == []


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_no_screen_where_it_would_be_drawn_into_a_file(streams: dict[str, bool], stream: str) -> None:
    assert opening.has_screen()
    streams[stream] = False
    assert not opening.has_screen()


def test_no_screen_on_a_dumb_terminal(streams: dict[str, bool], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert not opening.has_screen()


def test_with_something_piped_in_the_terminal_is_opened_again(
    streams: dict[str, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    streams["stdin"] = False
    moved: list[tuple[int, int]] = []
    real = os.open
    monkeypatch.setattr(os, "open", lambda path, flags: real(os.devnull, flags) if path == "/dev/tty" else -1)
    monkeypatch.setattr(os, "dup2", lambda a, b: moved.append((a, b)))
    assert opening.has_screen()
    assert [to for _, to in moved] == [0]


def test_without_a_terminal_to_open_there_is_no_screen(
    streams: dict[str, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError

    streams["stdin"] = False
    monkeypatch.setattr(os, "open", refuse)
    assert not opening.has_screen()
