"""Runs over archives on real Dask clusters: whole, resumed, with workers that die."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import dask
import distributed  # noqa: F401 (its defaults must be there before a test sets one: it is taken back to what was)
import psutil
import pytest

from tests.archive.made_archives import json_lines, rows, text_files
from tests.torture import rounds
from tui.archive import archive_run
from tui.archive.archive_errors import ArchiveError
from tui.archive.archive_import import import_archive
from tui.archive.archive_run import run_archive
from tui.archive.checking import check_archive
from tui.archive.shard_analysis import Target
from tui.cli import main
from tui.library.library import Library
from tui.session.filtering.query import parse

DEADLY = '{"id": "deadly", "text": "“It ends,” said Ann Roe of the worker that dies."}'


@pytest.fixture
def deadly_workers(tmp_path: Path) -> Iterator[None]:
    """Have workers end when they meet the deadly article, as one that takes all memory ends them."""
    preload = tmp_path / "preload.py"
    preload.write_text(
        "import os\n"
        "from tui.archive.article_analyser import ArticleAnalyser\n"
        "def deadly(self, article, analyse=ArticleAnalyser.analyse):\n"
        "    if 'worker that dies' in article.text:\n"
        "        os._exit(1)\n"
        "    return analyse(self, article)\n"
        "ArticleAnalyser.analyse = deadly\n"
    )
    with dask.config.set({"distributed.worker.preload": [str(preload)]}):
        yield


def quoted_by_quoth(paths: list[str], capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    """Return the article and words of each quote, as `quoth quotes` finds them."""
    main(["quotes", "--private", "--format", "jsonl", *paths])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return sorted((each["source"], quote["text"]) for each in found for quote in each["quotes"])


def test_two_workers_give_what_quoth_quotes_gives_and_a_run_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.archive import shards

    monkeypatch.setattr(shards, "FILES_IN_SHARD", 3)
    folder, output = text_files(tmp_path / "in", 8), tmp_path / "out"
    target = Target(str(output))
    done = run_archive([str(folder)], target, workers=2)
    assert (done.articles, done.errors, done.shards) == (8, 0, 3)
    expected = quoted_by_quoth(sorted(map(str, folder.iterdir())), capsys)
    assert sorted((row["article"], row["text"]) for row in rows(output, "quotes")) == expected
    assert {row["speaker_name"] for row in rows(output, "quotes")} >= {"Ann Roe", "Peter Lind", "Tom Bell"}
    # Nothing is left to do; then one file has changed, and a run was stopped in the middle of another.
    again = run_archive([str(folder)], target)
    assert (again.kept, again.articles) == (3, 0)
    (folder / "000.txt").write_text("“Another text,” said Ann Roe.")
    stray = output / "quotes" / "stopped.parquet"
    stray.write_bytes(b"half")
    third = run_archive([str(folder)], target, workers=1)
    assert (third.kept, third.outdated, third.articles) == (2, 1, 3)
    assert not stray.exists()
    assert check_archive(str(output)).problems == []
    assert check_archive(str(output)).counts["articles"] == 8
    # What is damaged afterwards is said.
    next((output / "quotes").iterdir()).unlink()
    next((output / "speakers").iterdir()).write_bytes(b"nothing")
    problems = " ".join(check_archive(str(output)).problems)
    assert "is missing" in problems
    assert "cannot be read" in problems


def test_an_article_that_ends_its_workers_is_a_row_of_errors(tmp_path: Path, deadly_workers: None) -> None:
    path, output = json_lines(tmp_path / "a.jsonl", 2, "nonsense", DEADLY), tmp_path / "out"
    done = run_archive([str(path)], Target(str(output)), workers=1)
    assert (done.articles, done.errors) == (2, 2)
    errors = rows(output, "errors")
    assert [row["article"] for row in errors if "workers die" in row["sentence"]] == ["deadly"]
    assert check_archive(str(output)).problems == []


def test_a_scheduler_that_is_there(tmp_path: Path) -> None:
    path, output = json_lines(tmp_path / "a.jsonl", 3), tmp_path / "out"
    with cluster(tmp_path) as address:
        done = run_archive([str(path)], Target(str(output), "jsonl"), scheduler=address)
    assert (done.articles, done.errors) == (3, 0)
    lines = [line for file in (output / "articles").iterdir() for line in file.read_text().splitlines()]
    assert {json.loads(line)["article"] for line in lines} == {"a0", "a1", "a2"}
    with pytest.raises(ArchiveError, match="written as jsonl"):
        run_archive([str(path)], Target(str(output)))


class cluster:
    """A scheduler and a worker, each a process of its own on loopback."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "scheduler.json"
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> str:
        named = ["--scheduler-file", str(self._file)]
        local = ["--host", "127.0.0.1"]
        self._start("dask_scheduler", *named, *local, "--port", "0", "--dashboard-address", ":0")
        while not self._file.exists():
            assert self._processes[0].poll() is None
            os.sched_yield() if hasattr(os, "sched_yield") else None
        self._start("dask_worker", *named, *local, "--nthreads", "1", "--no-dashboard")
        return str(json.loads(self._file.read_text())["address"])

    def _start(self, module: str, *arguments: str) -> None:
        self._processes.append(
            subprocess.Popen(
                [sys.executable, "-m", f"distributed.cli.{module}", *arguments],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )

    def __exit__(self, *_: object) -> None:
        for process in self._processes[::-1]:
            process.terminate()
            process.wait()


def workers_of(process: psutil.Process) -> Iterator[psutil.Process]:
    """Yield the processes of workers below a run, not those of their analyses."""
    for child in process.children(recursive=True):
        try:
            if "spawn_main" in " ".join(child.cmdline()):
                yield child
        except psutil.Error:
            continue


def test_workers_killed_at_chance_moments_lose_and_double_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(20)
    folder = text_files(tmp_path / "in", 12)
    expected = quoted_by_quoth(sorted(map(str, folder.iterdir())), capsys)
    for number in rounds(1):
        output = tmp_path / f"out{number}"
        command = [
            sys.executable,
            "-m",
            "tui",
            "archive",
            str(folder),
            "--output",
            str(output),
            "--workers",
            "2",
        ]
        run = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seen = psutil.Process(run.pid)
        kills = 0
        while run.poll() is None and kills < 2:
            found = list(workers_of(seen))
            if len(found) >= 2 and chance.random() < 0.001:
                chance.choice(found).kill()
                kills += 1
        assert run.wait() == 0
        assert sorted((row["article"], row["text"]) for row in rows(output, "quotes")) == expected
        assert check_archive(str(output)).problems == []


def test_a_part_of_an_archive_is_taken_into_the_library(tmp_path: Path, quoth_home: object) -> None:
    path, output = json_lines(tmp_path / "a.jsonl", 4), tmp_path / "out"
    run_archive([str(path)], Target(str(output)), workers=1)
    library = Library.open()
    assert import_archive(str(output), library, parse("speaker:roe")) == (1, 0)
    kept = library.articles()
    assert [article.source for article in kept] == ["a0"]
    library.close()
    assert main(["library", "import", str(output), "--filter", "ceasefire"]) == 0
    assert main(["library", "import", str(tmp_path)]) == 1


def test_an_output_that_cannot_be_written_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = json_lines(tmp_path / "a.jsonl", 1)
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveError, match=r"cannot be (?:written|read)"):
        run_archive([str(path)], Target(str(tmp_path / "file")), workers=1)
    with pytest.raises(ArchiveError, match="other files"):
        run_archive([str(path)], Target(str(tmp_path)), workers=1)
    monkeypatch.setattr(archive_run, "CONNECT_LIMIT", 0.5)
    with pytest.raises(ArchiveError, match="No Dask scheduler"):
        run_archive([str(path)], Target(str(tmp_path / "new")), scheduler="tcp://127.0.0.1:1")
