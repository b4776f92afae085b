"""The Dask cluster that a run works on: one on this machine's cores, or one that exists already."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING

from tui.analysis.model import CannotAnalyse
from tui.archive.archive_errors import ArchiveError
from tui.session.reading.plurals import pluralise

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

    from tui.archive.shard_files import Target

CONNECT_LIMIT = 10.0
"""Seconds within which a scheduler has to answer."""
ANSWER_LIMIT = 90.0
"""Seconds within which a started worker has to load what it needs, even on a busy machine."""
LEAST_MEMORY = 1 << 30
"""Bytes of address space, most of it libraries, that a process of Dask's needs."""
LEAST_TO_IMPORT = LEAST_MEMORY // 2
"""The same of a process that reads an archive: with less its libraries end it without a word."""
LEAST_LIMIT = 300_000_000
"""Bytes that a worker has to be allowed: half of them are for libraries."""
THREADS, THREADS_OF_WORKER = 2, 15
"""Threads of Dask, measured: without a worker, and for each with its process and its nanny."""
FILES, FILES_OF_WORKER = 30, 12
"""Files that Dask opens, measured and a few more: without a worker, and for each with its nanny."""
STARTS = 5
"""Times that the workers are started before the run gives up."""

_SETTINGS = {
    # The run itself retries what fails, one shard after another.
    "distributed.scheduler.allowed-failures": 0,
    # A worker that waits for its analysis needs no profile.
    "distributed.worker.profile.enabled": False,
    # It holds nothing that it could spill; and one that pauses for want of memory would do so forever.
    "distributed.worker.memory.target": False,
    "distributed.worker.memory.spill": False,
    "distributed.worker.memory.pause": False,
}


@contextmanager
def connected(
    workers: int | None, memory: str, scheduler: str | None, target: Target, *, at_most: int
) -> Iterator[Client]:
    """Yield a client of the scheduler at an address, or of a cluster of so many workers, which ends with it.

    There are no more than `at_most`, as many as there are shards; None stands for one on each core.
    Raises ArchiveError if there is no such scheduler, or its workers do not start or cannot run quoth;
    CannotAnalyse if they have another version of it, or not the model; MemoryError if this process may have
    less than Dask needs, as Dask then waits forever for a lost message.
    """
    check_memory()
    import dask
    from distributed import Client

    dask.config.set(_SETTINGS)
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what goes wrong is said in sentences
    if scheduler:
        try:
            client = Client(scheduler, timeout=CONNECT_LIMIT)  # type: ignore[no-untyped-call]
        except (OSError, ValueError, TimeoutError):
            raise ArchiveError(f"No Dask scheduler answers at “{scheduler}”; check the address.") from None
        with client:
            _have_answer(client, target)
            yield client
        return
    with _local_cluster(min(workers or dask.system.CPU_COUNT, at_most), memory) as cluster:
        try:
            with Client(cluster) as client:  # type: ignore[no-untyped-call]
                _have_answer(client, target)
                yield client
        finally:
            _kill(cluster)


def check_memory(least: int = LEAST_MEMORY) -> None:
    """Raise MemoryError if this process may have fewer bytes of address space (ulimit -v)."""
    if sys.platform == "win32":
        return
    import resource

    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    if limit != resource.RLIM_INFINITY and limit < least:
        raise MemoryError


def dashboard(client: Client) -> str | None:
    """Return the address of Dask's dashboard; None if bokeh, which draws it, is missing."""
    return client.dashboard_link if find_spec("bokeh") is not None else None


def prepared(target: Target) -> bool:
    """Import all that a worker needs, and load the model; this runs in one. Raises CannotAnalyse."""
    from tui.archive.article_analyser import analyser
    from tui.archive.shard_analysis import prepare

    prepare(target)
    analyser(target.model).load()
    return True


def _have_answer(client: Client, target: Target) -> None:
    """Have each worker load what it needs; one that cannot, or lacks the memory, might never report it."""
    from distributed import wait

    futures = [
        client.submit(prepared, target, workers=[address], pure=False, key=f"quoth-{address}")
        for address in client.nthreads()  # type: ignore[no-untyped-call]
    ]
    try:
        wait(futures, timeout=ANSWER_LIMIT)  # type: ignore[no-untyped-call]
        for future in futures:
            future.result()
    except ImportError as error:
        if "failed to map segment" in str(error):
            raise MemoryError from None
        raise ArchiveError(
            f"The workers cannot run quoth ({error}); install the same version on them."
        ) from None
    except CannotAnalyse:
        raise
    except Exception:
        if any(future.status == "finished" for future in futures):
            return  # a worker that was killed is started again; the others answer
        raise ArchiveError(
            "The workers do not answer; give them more memory, and the same versions of Python, Dask and quoth."
        ) from None


def _local_cluster(workers: int, memory: str) -> LocalCluster:
    """Start a cluster on this machine, once more if a worker ends while it starts."""
    from dask.utils import parse_bytes
    from distributed import LocalCluster

    try:
        limit = parse_bytes(memory)
    except ValueError:
        raise ArchiveError(f"“{memory}” is not a size of memory; write 2GB or 500MB.") from None
    if limit < LEAST_LIMIT:
        raise ArchiveError(f"“{memory}” is too little memory for a worker; give it 300MB or more.")
    if not _has_files(FILES + FILES_OF_WORKER * workers):
        raise ArchiveError(
            f"The system opens too few files for {pluralise(workers, 'worker')}; "
            "try again with fewer workers, or raise ulimit -n."
        )
    if not _has_threads(THREADS + THREADS_OF_WORKER * workers):
        raise ArchiveError(
            f"The system starts too few threads for {pluralise(workers, 'worker')}; "
            "try again with fewer workers, or raise ulimit -u."
        )
    for _ in range(STARTS):
        try:
            with _interrupts_held():
                return LocalCluster(  # type: ignore[no-untyped-call]
                    n_workers=workers,
                    threads_per_worker=1,
                    memory_limit=limit,
                    dashboard_address="127.0.0.1:0",
                    silence_logs=logging.CRITICAL,
                )
        except RuntimeError as error:
            reason = error
    raise ArchiveError(f"The workers do not start ({reason}); try again with fewer workers.")


def _has_threads(number: int) -> bool:
    """Tell whether the system starts so many threads more. Dask waits forever for some that it does not start."""
    end = threading.Event()
    started = []
    try:
        for _ in range(number):
            thread = threading.Thread(target=end.wait, daemon=True)
            thread.start()
            started.append(thread)
    except RuntimeError:
        return False
    finally:
        end.set()
        for thread in started:
            thread.join()
    return True


def _has_files(number: int) -> bool:
    """Tell whether the system opens so many files more. Dask tries for a minute, then ends in a traceback."""
    opened = []
    try:
        for _ in range(number):
            opened.append(os.open(os.devnull, os.O_RDONLY))
    except OSError:
        return False
    finally:
        for each in opened:
            os.close(each)
    return True


def _kill(cluster: LocalCluster) -> None:
    """End the workers at once. What they have written is whole; one that is asked to end takes seconds."""
    import psutil

    for nanny in cluster.workers.values():
        nanny.auto_restart = False
        if nanny.pid:  # it may have ended by itself
            with suppress(psutil.Error):
                psutil.Process(nanny.pid).kill()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Make threads started meanwhile, and their processes, leave Ctrl+C to this process's main thread."""
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # what starts it first no longer holds interrupts after it
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
