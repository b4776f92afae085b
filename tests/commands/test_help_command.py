"""`quoth help`: its pages on a terminal, in a pipe and as a manual page."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tui.cli import main
from tui.commands.man_page import manual
from tui.resources import folder
from tui.session.help_topics import TOPICS, read_topic

Out = pytest.CaptureFixture[str]


def test_without_a_topic_all_are_listed(capsys: Out) -> None:
    assert main(["help"]) == 0
    printed = capsys.readouterr().out
    assert all(f"quoth help {name} " in printed for name in TOPICS)


def test_a_pipe_gets_the_page_as_it_is_written(capsys: Out) -> None:
    assert main(["help", "filter"]) == 0
    assert capsys.readouterr().out == read_topic("filter").text


def test_a_terminal_gets_the_page_drawn(capsys: Out, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    assert main(["help", "filter"]) == 0
    printed = capsys.readouterr().out
    assert "speaker:peskov" in printed
    assert "`" not in printed
    assert "| you type |" not in printed


def test_a_topic_that_there_is_not_is_one_sentence(capsys: Out) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["help", "cooking"])
    assert stopped.value.code == 2
    printed = capsys.readouterr().err
    assert "cooking" in printed
    assert "copying" in printed


def test_the_manual_page_in_the_wheel_is_that_of_the_pages() -> None:
    kept = (folder("help") / "quoth.1").read_text(encoding="utf-8")
    assert kept == manual(), "run: quoth help --man > tui/help/quoth.1"


@pytest.mark.skipif(not shutil.which("groff"), reason="no groff to read it with")
def test_the_manual_page_is_read_without_a_complaint() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-Kutf8"],
        input=manual().encode(),
        capture_output=True,
        check=True,
    )
    assert done.stderr.decode() == ""
    assert "Dmitry Peskov" in done.stdout.decode()
