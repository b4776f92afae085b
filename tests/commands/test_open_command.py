"""When the reader opens, and what it is handed."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.spoken_library import small_library
from tui.article.article import Article
from tui.article.errors import CannotRead
from tui.commands import open_command as opening
from tui.library.library import FILE, Library, home
from tui.session.opening.source_reader import SourceReader
from tui.session.settings import Settings


@pytest.fixture
def streams(monkeypatch: pytest.MonkeyPatch) -> dict[str, bool]:
    """Set which of the three streams are terminals: all, to begin with."""
    terminals = {"stdin": True, "stdout": True, "stderr": True}
    monkeypatch.setattr(opening, "_is_terminal", terminals.__getitem__)
    monkeypatch.setenv("TERM", "xterm-256color")
    return terminals


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Record what the app was given, without an app: an opening, or sources to open with the screen up."""
    found: list[Any] = []

    def take(handed: object, settings: Settings) -> int:
        found.append(handed)
        return 0

    app = SimpleNamespace(run_article=take, run_sources=take, run_library=take)
    monkeypatch.setitem(sys.modules, "tui.launch", app)
    monkeypatch.setattr("tui.launch", app, raising=False)

    def open_article(article: Article, settings: Settings, library: Library | None) -> SimpleNamespace:
        return SimpleNamespace(article=article, notices=[], library=library)

    monkeypatch.setitem(
        sys.modules, "tui.session.opening.opening", SimpleNamespace(open_article=open_article)
    )
    return found


@pytest.fixture
def piped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes], None]]:
    """Make some bytes standard input."""
    with ExitStack() as stack:

        def pipe(data: bytes) -> None:
            (tmp_path / "piped").write_bytes(data)
            monkeypatch.setattr(sys, "stdin", stack.enter_context((tmp_path / "piped").open()))

        yield pipe


def test_on_a_terminal_the_reader_opens(streams: dict[str, bool], shown: list[Any], tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Hello.")
    assert opening.run([str(file)], Settings()) == 0
    assert shown[0].article.source == str(file)
    assert shown[0].notices == []


def test_alone_it_shows_the_example_and_says_so(streams: dict[str, bool], shown: list[Any]) -> None:
    assert opening.run([], Settings()) == 0
    assert Path(shown[0].article.source).parent.name == "seeds"
    assert shown[0].notices == [opening.WELCOME]


def test_alone_it_shows_what_was_read_before(streams: dict[str, bool], shown: list[Any]) -> None:
    small_library().close()
    assert opening.run([], Settings()) == 0
    (library,) = shown
    assert library.count() == 3
    library.close()
    assert opening.run([], Settings(private=True)) == 0
    assert (shown[1].notices, shown[1].library) == ([opening.WELCOME], None)


def test_a_damaged_library_is_said_also_where_nothing_of_it_is_left(
    streams: dict[str, bool], shown: list[Any]
) -> None:
    (home() / FILE).parent.mkdir(parents=True, exist_ok=True)
    (home() / FILE).write_bytes(b"no library" * 1000)
    assert opening.run([], Settings()) == 0
    assert "was damaged" in shown[0].library.notice
    shown[0].library.close()


@pytest.mark.parametrize("sources", [[], ["-"]])
def test_what_is_piped_in_is_read(
    streams: dict[str, bool], shown: list[Any], sources: list[str], piped: Callable[[bytes], None]
) -> None:
    piped(b"Hello.")
    assert opening.run(sources, Settings()) == 0
    assert (shown[0].article.source, shown[0].article.text) == ("-", "Hello.")
    assert shown[0].notices == []


def test_an_address_that_is_piped_in_is_text_and_how_to_open_it_is_said(
    streams: dict[str, bool], shown: list[Any], piped: Callable[[bytes], None]
) -> None:
    piped(b"https://paper.example/story\n")
    assert opening.run([], Settings()) == 0
    assert shown[0].notices == [opening.PIPED_ADDRESS]


@pytest.mark.parametrize("data", [b"<!doctype html><p>x", b"\xef\xbb\xbf\n<rss/>", b'{"version": 1}'])
def test_a_page_that_is_piped_in_is_read_with_the_screen_up(
    streams: dict[str, bool], shown: list[Any], piped: Callable[[bytes], None], data: bytes
) -> None:
    piped(data)
    assert opening.run([], Settings()) == 0
    ((reader,),) = shown
    assert isinstance(reader, SourceReader)
    assert reader.name == "standard input"


def test_what_takes_a_while_is_read_with_the_screen_up(
    streams: dict[str, bool], shown: list[Any], tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes("\ufeff<html>".encode("utf-16-le"))
    for sources in (
        ["https://paper.example/story"],
        ["www.paper.example"],
        [str(page)],
        ["none.txt", "other.txt"],
    ):
        assert opening.run(sources, Settings()) == 0
        assert shown.pop() == sources


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes")
def test_a_pipe_that_nobody_writes_to_is_waited_for_with_the_screen_up(
    streams: dict[str, bool], shown: list[Any], tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert opening.run([str(tmp_path / "pipe")], Settings()) == 0
    assert shown == [[str(tmp_path / "pipe")]]


def test_a_text_is_opened_without_what_only_pages_and_feeds_need(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("“Hello,” said Ann.")
    never = (
        "argparse",
        "tui.article.feeds.feed_parsing",
        "tui.article.http.fetching",
        "tui.article.folders",
        "lxml",
        "ssl",
    )
    script = (
        "import sys\nfrom tui.commands import open_command\n"
        "assert open_command._read_at_once(sys.argv[1:], None).text\n"
        f"print([name for name in {never!r} if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "a.txt")], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"


def test_a_folder_is_a_list_and_one_without_articles_opens_no_screen(
    streams: dict[str, bool], shown: list[Any], tmp_path: Path
) -> None:
    with pytest.raises(CannotRead, match="holds no article"):
        opening.run([str(tmp_path)], Settings())
    assert shown == []
    (tmp_path / "a.txt").write_text("Hello.")
    assert opening.run([str(tmp_path)], Settings()) == 0
    ((reader,),) = shown
    heard: list[Any] = []
    reader._run(threading.Event(), heard.append)
    assert [item.title for item in heard[0].result.items] == ["a.txt"]


def test_a_file_that_cannot_be_read_opens_no_screen(streams: dict[str, bool], shown: list[object]) -> None:
    for source in ("none.txt", "", "\0", "ftp://a.example/"):
        with pytest.raises(CannotRead):
            opening.run([source], Settings())
    assert shown == []


def test_standard_input_among_others_is_a_wrong_call(
    streams: dict[str, bool], shown: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    assert opening.run(["a.txt", "-"], Settings()) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert shown == []


def test_what_is_on_the_clipboard(
    streams: dict[str, bool], shown: list[Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def paste(text: str) -> Any:
        monkeypatch.setattr("tui.session.copying.system_clipboard.read_clipboard", lambda: text)
        assert opening.run([], Settings(), paste=True) == 0
        return shown.pop()

    assert paste(" https://paper.example/story\n") == ["https://paper.example/story"]
    read = paste("“Hello,” he said.")
    assert (read.article.source, read.article.text) == ("pasted text", "“Hello,” he said.")
    assert isinstance(paste("<!doctype html><p>x")[0], SourceReader)
    (tmp_path / "a.txt").write_text("Hello.")
    assert paste(str(tmp_path / "a.txt")).article.text == "Hello."


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


@pytest.mark.parametrize(("word", "meant"), [("qoutes", "quotes"), ("libary", "library"), ("Text", "text")])
def test_a_misspelt_command_is_no_file(
    word: str,
    meant: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    streams: dict[str, bool],
    shown: list[Any],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert opening.run([word, "a.txt"], Settings()) == 2
    assert capsys.readouterr().err == f"quoth: There is no file “{word}”; did you mean “quoth {meant}”?\n"
    assert not shown
    (tmp_path / word).write_text("A file of that name is read.", encoding="utf-8")
    assert opening.run([word], Settings()) == 0
    assert shown
