"""The bar on standard error."""

from __future__ import annotations

import io
import sys

import pytest

from tui.commands.console import SourceProgress


class Terminal(io.StringIO):
    """Standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Make standard error a terminal; called by tests, as pytest puts its own in place after the fixtures."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    return terminal


def test_how_far_a_page_is(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = terminal(monkeypatch)
    with SourceProgress(1) as bar:
        bar.fetch_callback("https://a.example/x\x1b[2J")("Reading a.example", 5_000, 10_000)
    assert "Reading a.example 5 kB" in drawn.getvalue()
    assert " 50%" in drawn.getvalue()
    assert "[progress" not in drawn.getvalue()


def test_a_source_that_holds_several_lengthens_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = terminal(monkeypatch)
    with SourceProgress(2) as bar:
        bar.start_article("a\x1b[2J.txt", 10)
        bar.add_articles(3)
        bar.finish_article()
        bar.fetch_callback("b.txt")("Looking for the article", 10, None)
    assert "1/5" in drawn.getvalue()
    assert "b.txt: Looking for the article" in drawn.getvalue()
    assert "\x1b[2J" not in drawn.getvalue()


def test_nothing_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with SourceProgress(2) as bar:
        bar.start_article("a.txt", 10)
        bar.fetch_callback("https://a.example/")("Reading a.example", 5_000, 10_000)
        bar.finish_article()
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="consoles of Windows have no locale of this kind")
@pytest.mark.parametrize(("locale", "says"), [("C", True), ("C.UTF-8", False)])
def test_a_terminal_that_is_not_utf_8_is_named(
    monkeypatch: pytest.MonkeyPatch, locale: str, says: bool
) -> None:
    shown = terminal(monkeypatch)
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("LC_ALL", locale)
    with SourceProgress(1):
        pass
    assert (f"(LC_ALL={locale}) is not UTF-8" in shown.getvalue()) is says
