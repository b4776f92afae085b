"""The command on a cluster of its own, stopped and its workers killed at chance moments."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.archive.made_archives import rows, text_files
from tests.torture import SECONDS, rounds, unlimited
from tui.archive.archive_check import check_archive
from tui.cli import main


def quoted_by_quoth(paths: list[str], capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    """Return the article and words of each quote, as `quoth quotes` finds them."""
    main(["quotes", "--private", "--format", "jsonl", *paths])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return sorted((each["source"], quote["text"]) for each in found for quote in each["quotes"])


def quoted_in(archive: Path) -> list[tuple[str, str]]:
    return sorted((row["article"], row["text"]) for row in rows(archive, "quotes"))


def workers_of(process: psutil.Process) -> Iterator[psutil.Process]:
    """Yield the processes of workers below a run, not those of their analyses."""
    for child in process.children(recursive=True):
        try:
            if "spawn_main" in " ".join(child.cmdline()):
                yield child
        except psutil.Error:
            continue


def kill_workers(run: subprocess.Popen[str], output: Path, most: int, chance: random.Random) -> int:
    """Kill a run's workers at chance moments, each after another shard is whole; return how many were killed."""
    killed = 0
    while killed < most and not is_over(run, chance.uniform(0, 1)):
        if found := list(workers_of(psutil.Process(run.pid))):
            chance.choice(found).kill()
            killed += 1
        if not wait_for_shards(run, output, len(shards_in(output)) + 1):
            break
    return killed


def is_over(run: subprocess.Popen[str], seconds: float) -> bool:
    try:
        return run.wait(seconds) is not None
    except subprocess.TimeoutExpired:
        return False


@unlimited
def test_a_run_that_is_stopped_and_workers_that_are_killed_lose_and_double_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(20)
    kills, files = (20, 80) if SECONDS else (2, 16)
    folder = text_files(tmp_path / "in", files)
    expected = quoted_by_quoth(sorted(map(str, folder.iterdir())), capsys)
    for number in rounds(1):
        output = tmp_path / f"out{number}"
        with started(folder, output) as run:
            assert wait_for_shards(run, output, 1)
            if sys.platform == "win32":
                run.terminate()
            else:
                os.killpg(run.pid, signal.SIGINT)  # as a terminal does
            _, told = run.communicate()
        if sys.platform != "win32":
            assert run.returncode == 130
            assert "The same command resumes" in told
            assert "Traceback" not in told
        killed = 0
        while killed < kills:  # a quick machine has finished before; the next run begins anew
            with started(folder, output) as run:
                killed += kill_workers(run, output, kills - killed, chance)
                _, told = run.communicate()
            assert run.returncode == 0, told
            assert quoted_in(output) == expected
            assert check_archive(str(output)).problems == []
            output = output.with_name(f"{output.name}+")


def started(folder: Path, output: Path) -> subprocess.Popen[str]:
    """Start `quoth archive` with two workers and shards of three articles."""
    command = [
        sys.executable,
        "-c",
        _SMALL_SHARDS,
        "archive",
        str(folder),
        "-o",
        str(output),
        "--workers",
        "2",
    ]
    return subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=os.name == "posix",
    )


def wait_for_shards(run: subprocess.Popen[str], output: Path, count: int) -> bool:
    """Wait until so many shards are whole; tell whether the run still goes on then."""
    while len(shards_in(output)) < count:
        if is_over(run, 0.05):
            return False
    return True


def shards_in(output: Path) -> list[str]:
    try:
        return (output / "manifest.jsonl").read_text(encoding="utf-8").splitlines()[1:]
    except FileNotFoundError:
        return []


# A shell that runs the tests in the background has had Ctrl+C ignored.
_SMALL_SHARDS = """
import signal
import sys
from tui.archive import shards
from tui.cli import main
shards.FILES_IN_SHARD = 3
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(main(sys.argv[1:]))
"""
