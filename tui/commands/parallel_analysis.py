"""Read and analyse articles, each in a process that can be killed, and yield them in order.

No article holds up the others: an analysis that makes no progress or takes too much memory is killed.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from tui.analysis import model as models
from tui.analysis.process.analysis_client import AnalysisProcess
from tui.analysis.process.events import AnalysisComplete, AnalysisFailed, AnalysisProgress, Event
from tui.commands.console import SourceProgress
from tui.commands.source_inputs import SourceInputs

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.article.article import Article

_AHEAD = 4
"""How many articles a process may be ahead of the one being waited for."""
_POLL = 0.5  # seconds; Windows notices Ctrl-C only between two polls


def cpu_count() -> int:
    """Return the number of processes that can run at the same time."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


@dataclass(slots=True)
class _Job:
    article: Article
    answer: Event | None = None


class SourceAnalyser:
    """Reads and analyses with up to `jobs` processes, started when needed and ended after the last article."""

    def __init__(self, model: str | None, bar: SourceProgress, jobs: int = 1) -> None:
        self.reading = SourceInputs(bar)
        self._model = model or models.DEFAULT
        self._bar = bar
        self._jobs = jobs
        self._ahead = (
            jobs * _AHEAD if jobs > 1 else 1
        )  # a single job yields each article as soon as it is analysed
        self._idle: list[AnalysisProcess] = []
        self._processes: list[AnalysisProcess] = []
        self._put_off: deque[_Job] = deque()  # articles whose process could not be started
        self._events: SimpleQueue[tuple[AnalysisProcess, _Job, Event]] = SimpleQueue()

    @property
    def failed(self) -> bool:
        """Tell whether anything could not be read or analysed."""
        return self.reading.failed

    def articles(self, sources: Sequence[str]) -> Iterator[tuple[Article, Analysis]]:
        """Yield each readable article with its analysis. Raises CannotAnalyse if there is no model."""
        waiting: deque[_Job] = deque()
        try:
            for article in self.reading.articles(sources):
                waiting.append(self._submit(article))
                while waiting and (waiting[0].answer is not None or len(waiting) >= self._ahead):
                    yield from self._results(waiting.popleft())
            while waiting:
                yield from self._results(waiting.popleft())
        finally:
            self.close()

    def analysed(self, article: Article) -> Analysis | None:
        """Return the complete analysis; None if it failed, which has been reported. Raises CannotAnalyse.

        The process waits for the next article; `close` ends it.
        """
        return next((analysis for _, analysis in self._results(self._submit(article))), None)

    def close(self) -> None:
        """End all processes."""
        for process in self._processes:
            process.stop()

    def _submit(self, article: Article) -> _Job:
        """Hand an article to a process as soon as one is idle."""
        if not self._idle and len(self._processes) < self._jobs:
            process = AnalysisProcess(self._model)
            self._processes.append(process)
            self._idle.append(process)
        while not self._idle:
            self._receive()
        job = _Job(article)
        self._bar.start_article(article.source, len(article.text))
        self._analyse(job)
        return job

    def _analyse(self, job: _Job) -> None:
        """Have an idle process analyse an article."""
        process = self._idle.pop()
        process.analyse(job.article, lambda event: self._events.put((process, job, event)))

    def _make_do_without(self, process: AnalysisProcess) -> bool:
        """Go on without a process that the system refuses to start; tell whether others are running."""
        others = [other for other in self._processes if other is not process]
        if not any(other.pid is not None for other in others):
            return False
        self._processes, self._jobs = others, len(others)
        jobs = "1 process" if self._jobs == 1 else f"{self._jobs} processes"
        self.reading.print_notice(f"The system starts no more processes; going on with {jobs}.")
        return True

    def _receive(self) -> None:
        """Handle one event from a process; return after half a second without any."""
        try:
            process, job, event = self._events.get(timeout=_POLL)
        except Empty:
            return
        if isinstance(event, AnalysisProgress) and self._jobs == 1:
            self._bar.show_done(event.done, event.total)
        if isinstance(event, AnalysisFailed) and event.is_not_started and self._make_do_without(process):
            self._put_off.append(job)
        elif isinstance(event, (AnalysisComplete, AnalysisFailed)):
            job.answer = event
            self._idle.append(process)
        if self._put_off and self._idle:
            self._analyse(self._put_off.popleft())

    def _results(self, job: _Job) -> Iterator[tuple[Article, Analysis]]:
        while job.answer is None:
            self._receive()
        if isinstance(job.answer, AnalysisComplete):
            analysis = job.answer.analysis
            for notice in analysis.notices:  # such as that the article is not in English
                self.reading.print_notice(f"“{job.article.source}”: {notice}")
            yield job.article, analysis
        elif isinstance(job.answer, AnalysisFailed):
            if job.answer.is_permanent:
                raise models.CannotAnalyse(job.answer.sentence)
            self.reading.report_failure(f"“{job.article.source}”: {job.answer.sentence}")
