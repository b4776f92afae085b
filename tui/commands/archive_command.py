"""`quoth archive INPUT… --output DIR`: the quotes of many articles as Parquet, on this machine or a cluster."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from shutil import get_terminal_size
from time import monotonic
from typing import TYPE_CHECKING

from tui.article.sanitising import one_line
from tui.commands.arguments import FILES, Parser, jobs, model_argument
from tui.commands.console import print_notice
from tui.session.reading.plurals import pluralise
from tui.session.settings import Settings

if TYPE_CHECKING:
    from tui.archive.archive_run import Progress

_ABOUT = """\
Analyse an archive: folders, globs, JSON lines and Parquet, local or at any
address that fsspec knows, and write its quotes, speakers, entities, articles
and errors as Parquet. A run that was stopped continues where it left off.
"""

_MORE = """\
  quoth archive articles/ --output quotes
  quoth archive 's3://paper/2025/*.parquet' --text body --id key --output quotes
  quoth archive articles.jsonl --output quotes --scheduler tcp://host:8786
  quoth archive check quotes
"""

_EVERY = 30.0  # seconds between two lines where there is no terminal
_MISSING = "quoth archive needs Dask and pyarrow: pip install 'quoth[archive]'."


def parser() -> Parser:
    """Return the parser of `quoth archive`."""
    parser = Parser(
        prog="quoth archive",
        usage="quoth archive INPUT... --output DIR [options]\n       quoth archive check DIR",
        description=_ABOUT,
        epilog=_MORE,
    )
    inputs = parser.add_argument(
        "inputs", metavar="INPUT", nargs="+", help="what to read; check DIR: check an archive"
    )
    inputs.complete = FILES  # type: ignore[attr-defined]
    parser.add_argument("--output", "-o", metavar="DIR", help="the archive's folder; it may have been begun")
    parser.add_argument(
        "--format", choices=("parquet", "jsonl"), default="parquet", help="what to write (parquet)"
    )
    parser.add_argument("--workers", type=jobs, metavar="N", help="processes on this machine (one per core)")
    parser.add_argument("--memory", default="2GB", metavar="SIZE", help="what each may take (2GB)")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="an existing Dask cluster: tcp://host:8786")
    columns = {
        "text": "text",
        "id": "id",
        "title": "title",
        "byline": "byline",
        "published": "date",
        "url": "address",
    }
    for name, what in columns.items():
        parser.add_argument(
            f"--{name}", default=name, metavar="COLUMN", help=f"the column of the {what} ({name})"
        )
    model_argument(parser)
    return parser


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Run or check an archive, and return the exit status. Raises CannotAnalyse."""
    os.environ.setdefault(
        "OPENBLAS_NUM_THREADS", "1"
    )  # nothing here needs more, and too few would end the process
    try:
        from tui.archive.archive_errors import ArchiveError
        from tui.archive.cluster import LEAST_TO_IMPORT, check_memory

        check_memory(LEAST_TO_IMPORT)
        if arguments.inputs[0] == "check" and not arguments.output:
            return _check(arguments.inputs[1:])
        if not arguments.output:
            print_notice("Name the archive's folder: quoth archive INPUT --output DIR.")
            return 2
        return _run(arguments, settings)
    except ArchiveError as error:
        print_notice(error.message)
        return 1
    except ImportError as error:
        if "failed to map segment" in str(error):
            raise MemoryError from None
        if (error.name or "").split(".")[0] not in ("dask", "distributed", "fsspec", "pyarrow"):
            raise
        print_notice(_MISSING)
        return 2


def _run(arguments: argparse.Namespace, settings: Settings) -> int:
    from tui.archive.archive_run import run_archive
    from tui.archive.documents import Columns
    from tui.archive.shard_files import Target

    columns = Columns(*(getattr(arguments, name) for name in Columns._fields))
    target = Target(arguments.output, arguments.format, settings.model)
    display = Display()
    try:
        with _signals_raised():
            done = run_archive(
                arguments.inputs,
                target,
                columns,
                workers=arguments.workers,
                memory=arguments.memory,
                scheduler=arguments.scheduler,
                tell=display.show,
            )
    except (KeyboardInterrupt, _Ended) as interruption:
        display.close()
        print_notice("Stopped. The same command resumes where it stopped.")
        return 128 + (interruption.number if isinstance(interruption, _Ended) else signal.SIGINT)
    display.close()
    kept = f" {pluralise(done.kept, 'shard')} of {done.shards:,} had been done before." if done.kept else ""
    outdated = f" Outdated and done again: {pluralise(done.outdated, 'shard')}." if done.outdated else ""
    print_notice(
        f"{pluralise(done.articles, 'article')}, {pluralise(done.quotes, 'quote')}, "
        f"{pluralise(done.errors, 'error')}.{kept}{outdated}"
    )
    return 1 if done.errors else 0


class _Ended(BaseException):
    """A signal has ended the run."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def _signals_raised() -> Iterator[None]:
    """Have a kill, and a terminal that closes, end the run in good order as Ctrl+C does; the next one at once."""
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {
        number: signal.getsignal(number)
        for number in numbers
        if threading.current_thread() is threading.main_thread()
    }

    def end(number: int, _: object) -> None:
        for each in before:
            signal.signal(each, signal.SIG_DFL)
        raise _Ended(number)

    for number, handler in before.items():
        if handler is not signal.SIG_IGN:  # as nohup has it
            signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _check(folders: list[str]) -> int:
    from tui.archive.archive_check import check_archive

    if len(folders) != 1:
        print_notice("Name one archive: quoth archive check DIR.")
        return 2
    check = check_archive(folders[0])
    for name, count in check.counts.items():
        sys.stdout.write(f"{name:<10} {count:>12,}\n")
    for problem in check.problems:
        print_notice(one_line(problem))
    return 1 if check.problems else 0


class Display:
    """How far a run is: a line that changes on a terminal, a line now and then elsewhere; on standard error."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._last = 0.0
        self._told_dashboard = False

    def show(self, progress: Progress) -> None:
        """Show how far the run is."""
        if progress.dashboard and not self._told_dashboard:
            self._told_dashboard = True
            self.close()
            print_notice(f"Dask's dashboard: {progress.dashboard}")
        if not self._is_terminal and not progress.is_waiting and monotonic() - self._last < _EVERY:
            return
        self._last = monotonic()
        line = progress_line(progress)
        if self._is_terminal:
            sys.stderr.write(f"\r\x1b[K{line[: get_terminal_size().columns - 1]}")
            sys.stderr.flush()
        else:
            print_notice(f"{line}.")

    def close(self) -> None:
        """Clear the line."""
        if self._is_terminal:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def progress_line(progress: Progress) -> str:
    """Return how far a run is, in one line that fits into 80 columns."""
    left = progress.shards - progress.done
    if progress.started is None:
        return f"{pluralise(left, 'shard')} to do; the workers start"
    if progress.is_waiting:
        return f"{pluralise(left, 'shard')} to do; the scheduler has no workers yet"
    seconds = progress.seconds_left
    return (
        f"{pluralise(progress.articles, 'article')}, {progress.rate:,.1f} a second, {pluralise(left, 'shard')} left"
        f"{f' ({_rough(seconds)})' if seconds else ''}, {pluralise(progress.errors, 'error')}"
    )


def _rough(seconds: float) -> str:
    """Return a time in its largest unit: 40 s, 12 min, 5 h."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 90 * 60 else f"{seconds / 3600:,.0f} h"
