"""What `quoth archive` says on its way, and of what it cannot do."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import pytest

from tests.archive.made_archives import json_lines
from tui.archive.archive_run import Progress
from tui.cli import main
from tui.commands.archive_command import Display, progress_line


def test_how_far_a_run_is_fits_into_eighty_columns() -> None:
    progress = Progress(1, size=200)
    assert progress_line(progress) == "1 shard to do; the workers start"
    progress.started = monotonic()
    assert progress_line(progress) == "1 shard to do; the scheduler has no workers yet"
    progress.workers = 2
    assert "left (" not in progress_line(progress)
    progress.started = monotonic() - 3_600 * 40
    progress.shards, progress.size, progress.size_done = 50_000, 10_000_000, 5_000_000
    progress.articles, progress.errors = 123_456_789, 1_234
    assert progress_line(progress) == (
        "123,456,789 articles, 857.3 a second, 50,000 shards left (40 h), 1,234 errors"
    )
    assert len(progress_line(progress)) <= 80


def test_on_a_terminal_a_line_changes_and_what_is_said_beside_it_has_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    display, progress = Display(), Progress(2)
    display.show(progress)
    progress.started, progress.workers, progress.dashboard = monotonic(), 2, "http://127.0.0.1:8787/status"
    display.show(progress)
    display.close()
    drawn = capsys.readouterr().err
    assert [line.rsplit("\x1b[K", 1)[-1] for line in drawn.split("\n")] == [
        "quoth: Dask's dashboard: http://127.0.0.1:8787/status",
        "",
    ]
    assert drawn.count("\r\x1b[K") == 4


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["a.jsonl"], "Name the archive's folder"),
        (["missing.jsonl", "-o", "out"], "no articles at “missing.jsonl”"),
        (["a.jsonl", "-o", "out", "--memory", "much"], "“much” is not a size of memory"),
        (["a.jsonl", "-o", "out", "--memory", "100MB"], "“100MB” is too little memory"),
        (["a.jsonl", "-o", "s3://bucket/out"], "is an address; write the archive to a folder"),
        (["check", "out"], "“out” is not an archive"),
        (["check"], "Name one archive"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    json_lines(tmp_path / "a.jsonl", 1)
    assert main(["archive", *arguments]) in (1, 2)
    assert told in capsys.readouterr().err
