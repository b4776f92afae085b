"""A run over an archive on Dask: on this machine's cores, or on a cluster that already exists.

Shards are submitted a few ahead of the workers, so that the scheduler holds a handful however many there are. A
shard whose worker dies twice is halved again and again until the culprit is alone: it becomes a row of errors.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

from tui.analysis.model import CannotAnalyse, identify
from tui.analysis.version import VERSION
from tui.archive.archive_errors import ArchiveError
from tui.archive.article_ids import SeenIdentities, hash_identities
from tui.archive.cluster import connected, dashboard
from tui.archive.documents import DEFAULT_COLUMNS, Columns
from tui.archive.manifest import Manifest, ShardEntry
from tui.archive.shard_analysis import Report, analyse_shard, write_failed
from tui.archive.shard_files import Target, identities_in, output_folder, take_out
from tui.archive.shards import Shard, halves, plan_shards

if TYPE_CHECKING:
    from distributed import Client, Future

AHEAD = 3
"""Shards submitted for each worker."""
TRIES = 2
"""Times that a shard is tried before it is halved; a single article then becomes an error."""

_FATAL = "The article kills the workers: it takes too much memory, or ends the process."

_FAULT = "It could not be read or written, which is a fault of quoth ({})."


@dataclass(slots=True)
class Progress:
    """The progress of a run."""

    shards: int
    done: int = 0
    articles: int = 0
    quotes: int = 0
    errors: int = 0
    kept: int = 0
    """Shards that were already finished."""
    outdated: int = 0
    dashboard: str | None = None
    workers: int = 0
    """Workers when the run began; a cluster may get more."""
    started: float | None = None
    """When the workers had started, by `time.monotonic`."""
    size: int = 0
    """Bytes to analyse, roughly; and how many of them are done."""
    size_done: int = 0

    @property
    def is_waiting(self) -> bool:
        """True while the cluster has no workers."""
        return self.started is not None and not self.workers and not self.done

    @property
    def seconds(self) -> float:
        """Seconds since the workers had started."""
        return 0.0 if self.started is None else max(monotonic() - self.started, 1e-9)

    @property
    def rate(self) -> float:
        """Articles a second in this run."""
        return self.articles / self.seconds if self.started is not None else 0.0

    @property
    def seconds_left(self) -> float | None:
        """An estimate of the seconds left, from the pace so far; None before anything is done."""
        if not self.size_done:
            return None
        return self.seconds * (self.size - self.size_done) / self.size_done


@dataclass(slots=True)
class _Whole:
    """A planned shard: how many parts of it are out, and what has come of the rest."""

    shard: Shard
    entry: ShardEntry
    out: int = 1


def run_archive(
    inputs: Sequence[str],
    target: Target,
    columns: Columns = DEFAULT_COLUMNS,
    *,
    workers: int | None = None,
    memory: str = "2GB",
    scheduler: str | None = None,
    tell: Callable[[Progress], None] = lambda _: None,
) -> Progress:
    """Analyse everything that is not done yet, and return what was done.

    `tell` is called after each shard. Raises ArchiveError for inputs or an output that cannot be used, and
    CannotAnalyse where the model is not installed. After KeyboardInterrupt, or a kill, the same call goes on.
    """
    target = target._replace(folder=output_folder(target.folder))
    shards = plan_shards(
        inputs, columns, f"{VERSION} {identify(target.model) if target.model else identify()}"
    )
    manifest = Manifest.open(target)
    progress = Progress(len(shards))
    try:
        outdated = manifest.outdated(shards)
        waiting = [shard for shard in shards if shard.id in outdated or shard.id not in manifest.entries]
        manifest.begin(len(waiting))
        progress.outdated = len(outdated)
        progress.kept = progress.done = len(shards) - len(waiting)
        progress.size = sum(shard.size for shard in waiting)
        if waiting:
            tell(progress)
            with connected(workers, memory, scheduler, target, at_most=len(waiting)) as client:
                # Not before: workers that cannot do it anew take nothing away.
                manifest.forget(outdated)
                manifest.remove_strays()
                progress.dashboard = dashboard(client)
                progress.workers = len(client.nthreads())  # type: ignore[no-untyped-call]
                progress.started = monotonic()
                tell(progress)
                _ArchiveRun(client, target, manifest, progress, tell).finish(waiting)
        else:
            manifest.forget(outdated)
        manifest.remove_strays()  # of workers that died
    except OSError as error:
        if error.errno is None:  # Dask's
            raise ArchiveError("The scheduler is gone; the same command resumes where it stopped.") from None
        raise ArchiveError(
            f"“{target.folder}” cannot be written ({error.strerror or error}); make room and run it again."
        ) from None
    return progress


class _ArchiveRun:
    """The shards being analysed, and what is done with those that come back."""

    def __init__(
        self,
        client: Client,
        target: Target,
        manifest: Manifest,
        progress: Progress,
        tell: Callable[[Progress], None],
    ) -> None:
        self._client = client
        self._target = target
        self._manifest = manifest
        self._progress = progress
        self._tell = tell
        self._waiting: deque[tuple[Shard, _Whole, int]] = deque()
        self._out: dict[Future[Report], tuple[Shard, _Whole, int]] = {}
        self._is_alone = False
        self._seen = SeenIdentities()

    def finish(self, shards: Sequence[Shard]) -> None:
        """Do all shards. Raises OSError if a worker cannot write, ArchiveError and CannotAnalyse."""
        from distributed import as_completed

        for entry in self._manifest.entries.values():
            for file in entry.files:
                self._seen.add(self._identities(file))
        largest_first = sorted(shards, key=lambda shard: -shard.size)
        self._waiting.extend(
            (shard, _Whole(shard, ShardEntry(shard.id, shard.name, list(shard.paths))), 1)
            for shard in largest_first
        )
        completed = as_completed(loop=self._client.loop)  # type: ignore[no-untyped-call]
        self._submit(completed)
        for future in completed:
            shard, whole, tries = self._out.pop(future)
            self._is_alone = False
            try:
                report = future.result()  # lost if its worker has died meanwhile
            except Exception as error:
                self._try_again(shard, whole, tries, error)
            else:
                self._take(whole, report)
            future.release()
            self._submit(completed)

    def _submit(self, completed: Any) -> None:
        ahead = AHEAD * max(len(self._client.nthreads()), 1)  # type: ignore[no-untyped-call]
        while self._waiting and len(self._out) < ahead and not self._is_alone:
            shard, whole, tries = self._waiting[0]
            # What else a worker has when it dies fails with it. So a shard that has failed, and its halves, have
            # the workers to themselves: no article that did no harm becomes an error.
            is_suspect = tries > 1 or shard is not whole.shard
            if is_suspect and self._out:
                return
            self._is_alone = is_suspect
            self._waiting.popleft()
            key = f"quoth-{shard.id}-{tries}"
            future = self._client.submit(analyse_shard, shard, self._target, key=key, pure=False)
            self._out[future] = shard, whole, tries
            completed.add(future)

    def _try_again(self, shard: Shard, whole: _Whole, tries: int, error: Exception) -> None:
        """Try a shard once more, then each half once; an article alone that fails twice is an error."""
        from distributed import KilledWorker

        if isinstance(error, (OSError, CannotAnalyse)):
            raise error
        if isinstance(error, ImportError):
            raise ArchiveError(f"The workers cannot run quoth ({error}); install the same version on them.")
        parts = halves(shard)
        if tries < TRIES and (shard is whole.shard or not parts):
            self._waiting.append((shard, whole, tries + 1))
        elif parts:
            whole.out += len(parts) - 1
            self._waiting.extend((part, whole, 1) for part in parts)
        else:
            sentence = _FATAL if isinstance(error, KilledWorker) else _FAULT.format(type(error).__name__)
            self._take(whole, write_failed(shard, self._target, sentence))

    def _take(self, whole: _Whole, report: Report) -> None:
        """Count a shard, or a part of one; record it once all its parts are there.

        What stands in another shard already is taken out before: until then its files count for nothing.
        """
        articles, quotes, errors = report.articles, report.quotes, report.errors
        if doubled := self._seen.add(report.identities):
            gone, their_quotes = take_out(report.shard, self._target, doubled)
            articles, quotes, errors = articles - gone, quotes - their_quotes, errors + gone
        whole.out -= 1
        if articles or errors:
            whole.entry.files.append(report.shard)
        whole.entry.articles += articles
        whole.entry.quotes += quotes
        whole.entry.errors += errors
        whole.entry.lost += report.lost
        self._progress.articles += articles
        self._progress.quotes += quotes
        self._progress.errors += errors
        if not whole.out:
            self._manifest.add(whole.entry)
            self._progress.done += 1
            self._progress.size_done += whole.shard.size
        self._tell(self._progress)

    def _identities(self, file: str) -> bytes:
        """Return the hashes of the ids in a shard's files. Raises ArchiveError if they are damaged."""
        try:
            return hash_identities(identities_in(file, self._target))
        except (OSError, ValueError) as error:  # pyarrow's are of these
            raise ArchiveError(
                f"“{self._target.folder}” is damaged ({error}); quoth archive check says where."
            ) from None
