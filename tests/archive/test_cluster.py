"""The cluster that a run starts on this machine."""

from __future__ import annotations

import os
import threading

import distributed
import pytest

from tui.archive import cluster
from tui.archive.archive_errors import ArchiveError
from tui.archive.shard_files import Target


def test_no_worker_starts_where_the_system_starts_too_few_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    left = [cluster.THREADS + 2 * cluster.THREADS_OF_WORKER - 1]
    start = threading.Thread.start

    def limited(thread: threading.Thread) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", limited)
    monkeypatch.setattr(distributed, "LocalCluster", lambda **_: pytest.fail("It would wait forever."))
    running = threading.active_count()
    with (
        pytest.raises(ArchiveError, match="too few threads for 2 workers"),
        cluster.connected(2, "2GB", None, Target("out"), at_most=2),
    ):
        pass
    assert threading.active_count() == running


def test_no_worker_starts_where_the_system_opens_too_few_files(monkeypatch: pytest.MonkeyPatch) -> None:
    left = [cluster.FILES + 2 * cluster.FILES_OF_WORKER - 1]
    opened = set()
    open_, close = os.open, os.close

    def limited(path: str, flags: int) -> int:
        if not left[0]:
            raise OSError(24, "Too many open files")
        left[0] -= 1
        opened.add(found := open_(path, flags))
        return found

    def closed(number: int) -> None:
        opened.discard(number)
        close(number)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", limited)
        patch.setattr(os, "close", closed)
        patch.setattr(distributed, "LocalCluster", lambda **_: pytest.fail("It would try for a minute."))
        with (
            pytest.raises(ArchiveError, match="too few files for 2 workers"),
            cluster.connected(2, "2GB", None, Target("out"), at_most=2),
        ):
            pass
    assert not opened
