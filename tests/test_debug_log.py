"""QUOTH_LOG: what is written for reports of faults, and what is not."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.cli import main
from tui.debug_log import log, start_logging


@pytest.fixture(autouse=True)
def handlers_as_before() -> Iterator[None]:
    """Leave the log as it was: it is the process's own."""
    before = list(log.handlers)
    yield
    for handler in set(log.handlers) - set(before):
        log.removeHandler(handler)
        handler.close()
    log.setLevel(logging.NOTSET)


def test_nothing_is_written_unless_it_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUOTH_LOG", raising=False)
    before = list(log.handlers)
    assert start_logging() is None
    assert log.handlers == before


def test_the_log_names_version_and_source_but_holds_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The harbour is closed, said Jane Doe.", encoding="utf-8")
    monkeypatch.setenv("QUOTH_LOG", str(tmp_path / "log"))
    assert main(["text", str(article)]) == 0
    written = (tmp_path / "log").read_text(encoding="utf-8")
    assert "quoth" in written
    assert "a.txt" in written
    assert "harbour" not in written


def test_what_comes_from_outside_cannot_act_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUOTH_LOG", str(tmp_path / "log"))
    start_logging()
    log.info("read %r", "a\x1b[2Jb\u202e")
    assert (tmp_path / "log").read_bytes().isascii()


def test_a_log_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QUOTH_LOG", str(tmp_path / "no folder" / "log"))
    assert main(["schema", "text"]) == 0
    assert capsys.readouterr().err.startswith(
        "quoth: QUOTH_LOG cannot be written: No such file or directory."
    )
