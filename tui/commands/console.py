"""Print notices and the progress of long work on standard error."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from tui.article.sanitising import one_line
from tui.session.exporting.atomic_writing import CannotWrite, check_writable
from tui.standard_streams import discard, locale_notice

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


def print_notice(sentence: str) -> None:
    """Print one sentence on standard error, if that can be written."""
    try:
        print(f"quoth: {one_line(sentence)}", file=sys.stderr, flush=True)
    except (OSError, ValueError):  # on a full disk; Python would flush it once more at exit
        discard(sys.stderr)


def discard_output() -> None:
    """Discard standard output after it failed."""
    discard(sys.stdout)


def limit_notice(error: Exception) -> str | None:
    """Return a sentence if an error means that the system starts no more processes or opens no more files."""
    no_thread = isinstance(error, RuntimeError) and "start new thread" in str(error)
    if no_thread or (isinstance(error, BlockingIOError) and error.errno == errno.EAGAIN):
        return "The system starts no more threads or processes; end other programs, or raise ulimit -u."
    if isinstance(error, OSError) and error.errno in (errno.EMFILE, errno.ENFILE):
        return "The system opens no more files; end other programs, or raise ulimit -n."
    return None


def refuse_output(output: str | None, *, overwrite: bool) -> bool:
    """Tell whether a file cannot be written; if so, print the reason."""
    if not output:
        return False
    try:
        check_writable(Path(output), overwrite=overwrite)
    except CannotWrite as error:
        print_notice(error.message)
        return True
    return False


@contextmanager
def printing_output(bar: SourceProgress) -> Iterator[None]:
    """Hide the bar while standard output is printed to. Raises CannotWrite if that fails, as on a full disk."""
    with bar.hidden_from(sys.stdout):
        try:
            yield
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            discard_output()
            raise CannotWrite(f"The output cannot be written: {error.strerror or error}.") from None


LONG_ARTICLE = 50_000
"""The length in characters from which a single article has a bar: it takes some seconds."""


class SourceProgress:
    """A progress bar on standard error, if that is a terminal, for several articles or a long one."""

    def __init__(self, articles: int) -> None:
        self._articles = articles
        self._done = 0
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> SourceProgress:
        if sys.stdout.isatty() and (notice := locale_notice()) is not None:
            print_notice(notice)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._progress is not None:
            self._progress.stop()

    def start_article(self, name: str, characters: int) -> None:
        """Show the name of the article being worked on, which is `characters` long."""
        if (
            self._progress is None
            and sys.stderr.isatty()
            and (self._articles > 1 or characters > LONG_ARTICLE)
        ):
            self._start()
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, description=_short(name))

    def fetch_callback(self, name: str) -> Callable[[str, int, int | None], None]:
        """Return a progress callback for a fetch, which takes a description, the bytes so far and their total."""

        def fetched(what: str, done: int, total: int | None) -> None:
            if self._progress is None and sys.stderr.isatty():
                self._start()
            if self._progress is not None and self._task is not None:
                size = f" {done / 1000:,.0f} kB" if done >= 1000 else ""
                host = name.partition("//")[2].partition("/")[0]
                words = what if host and host in what else f"{_short(name)}: {what}"
                self._progress.update(self._task, description=f"{one_line(words)}{size}")
                self.show_done(done, total or 0)

        return fetched

    def add_articles(self, articles: int) -> None:
        """Add to the number of articles, if a source turns out to contain several."""
        self._articles += articles
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, total=self._articles)

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn

        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn()
            if self._articles > 1
            else TaskProgressColumn("{task.percentage:>3.0f}%", markup=False),
            console=Console(stderr=True, markup=False, emoji=False, highlight=False),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("", total=self._articles, completed=self._done)
        self._progress.start()

    def show_done(self, done: int, total: int) -> None:
        """Show how much of the article is done, in any unit."""
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=self._done + min(1, done / total if total else 0))

    def finish_article(self) -> None:
        """Count one article as done, or as failed."""
        self._done += 1
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=self._done)

    @contextmanager
    def hidden_from(self, stream: TextIO) -> Iterator[None]:
        """Hide the bar while something is printed to `stream`, if both are the terminal."""
        if self._progress is None or not stream.isatty():
            yield
            return
        self._progress.stop()
        yield
        self._progress.start()


def _short(name: str) -> str:
    shown = one_line(name)
    return shown if len(shown) <= 40 else f"…{shown[-39:]}"


def describe_fault(error: BaseException) -> str:
    """Describe a fault of quoth itself, so that the user does not look for a mistake of their own."""
    what = one_line(str(error))[:200]
    return f"which is a fault of quoth ({type(error).__name__}: {what}); please report it."
