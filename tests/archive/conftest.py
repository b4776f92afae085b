"""A Dask cluster for all tests of archives, as starting one takes seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

FAULTS = Path(__file__).with_name("faulty_workers.py")


@pytest.fixture(scope="session")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of a scheduler with two workers, all processes of their own, on loopback."""
    folder = tmp_path_factory.mktemp("cluster")
    named = ["--scheduler-file", str(folder / "scheduler.json"), "--host", "127.0.0.1"]
    # As in the cluster that quoth starts; what a scheduler tries by itself beyond that only takes longer.
    environment = {**os.environ, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    commands = [
        ["dask_scheduler", *named, "--port", "0", "--no-dashboard"],
        [
            "dask_worker",
            *named,
            "--nworkers",
            "2",
            "--nthreads",
            "1",
            "--no-dashboard",
            "--preload",
            str(FAULTS),
        ],
    ]
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{module}", *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=folder,
        )
        for module, *arguments in commands
    ]
    try:
        yield _address(folder / "scheduler.json", processes[0])
    finally:
        # Killed with their workers: what is asked to end takes seconds, and there is nothing to be kept.
        for process in processes[::-1]:
            for each in (*psutil.Process(process.pid).children(recursive=True), process):
                with suppress(psutil.Error):
                    each.kill()
            process.wait()


def _address(file: Path, process: subprocess.Popen[bytes]) -> str:
    """Return the address that the scheduler writes into a file once it listens."""
    while True:
        try:
            return str(json.loads(file.read_text())["address"])
        except (OSError, ValueError):
            try:
                process.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
            raise AssertionError("the scheduler has ended") from None
