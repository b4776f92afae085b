"""The reader's end of the analysis process. Imports neither spaCy nor Textual."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.analysis import model as models
from tui.analysis.process.process_handle import ProcessHandle
from tui.analysis.process.protocol import Gathering, Message, article_to_json, span_to_json
from tui.article.article import Article
from tui.article.sanitising import one_line
from tui.article.spans import Span

if TYPE_CHECKING:
    from tui.analysis.process.events import Event

Callback = Callable[["Event"], None]


class _Request:
    def __init__(self, number: int, article: Article, callback: Callback, focus: Span | None) -> None:
        self.number = number
        self.article = article
        self.callback = callback
        self.focus = focus
        self.restarts = 1  # that are left
        self.gathering = Gathering()

    def message(self) -> Message:
        """The request as it is sent; what was gathered before it is dropped."""
        self.gathering = Gathering()
        article, focus = article_to_json(self.article), span_to_json(self.focus)
        return {"analyse": self.number, "article": article, "focus": focus}

    def event(self, message: Message) -> Event | None:
        """What `message` says; None for one that more must follow."""
        from tui.analysis.process.events import (
            AnalysisComplete,
            AnalysisFailed,
            AnalysisProgress,
            ModelLoaded,
            PartialAnalysis,
        )

        match message["event"]:
            case "loaded":
                return ModelLoaded(message["model"])
            case "progress":
                return AnalysisProgress(message["done"], message["total"])
            case "part":
                self.gathering.part(message)
            case "analysis":
                analysis = self.gathering.analysis(message)
                return AnalysisComplete(analysis) if analysis.complete else PartialAnalysis(analysis)
            case "failed":
                return AnalysisFailed(one_line(message["sentence"]), every=message.get("every", False))
        return None


class AnalysisProcess:
    """A process that analyses one article at a time, and is started again once if it dies.

    Events come to the callback of `analyse` in a thread that reads from the process; none comes after
    `stop`, `cancel` or a newer `analyse` has returned, save one that was already under way.
    """

    def __init__(self, model: str = models.DEFAULT) -> None:
        self._model = model
        self._lock = threading.RLock()
        self._process: ProcessHandle | None = None
        self._request: _Request | None = None
        self._numbers = 0

    @property
    def pid(self) -> int | None:
        """The process's id while it runs."""
        process = self._process
        return process.popen.pid if process is not None else None

    @property
    def loaded(self) -> bool:
        """Whether the model is loaded, so that an article would be read at once."""
        process = self._process
        return process is not None and process.loaded

    def start(self) -> None:
        """Start the process, which begins to load the model; returns at once, also when it runs already.

        Raises nothing: a process that cannot be started is reported to the callback of `analyse`.
        """
        with self._lock, contextlib.suppress(OSError):
            self._started()

    def analyse(self, article: Article, on_event: Callback, focus: Span | None = None) -> None:
        """Analyse `article`, giving up any other; what is in `focus` comes first. Returns at once.

        With a focus, PartialAnalysis events come before the AnalysisComplete one.
        """
        with self._lock:
            self._numbers += 1
            self._request = request = _Request(self._numbers, article, on_event, focus)
            try:
                process = self._started()
            except OSError as error:
                from tui.analysis.process.events import AnalysisFailed

                self._request = None
                failure = AnalysisFailed(
                    f"The analysis process cannot be started ({_reason(error)}); try again later."
                )
            else:
                process.send(request.message())
                return
        on_event(failure)

    def refocus(self, span: Span | None) -> None:
        """Read what is in `span` next."""
        with self._lock:
            if self._request is not None and self._process is not None:
                self._request.focus = span
                self._process.send({"focus": span_to_json(span)})

    def cancel(self) -> None:
        """Give up the article under analysis at once, and start a fresh process for the next."""
        with self._lock:
            if self._request is not None:
                self.stop()
                self.start()

    def stop(self) -> None:
        """End the process; returns within 0.3 seconds and leaves nothing behind."""
        with self._lock:
            process, self._process, self._request = self._process, None, None
        if process is not None:
            process.kill()

    def _started(self) -> ProcessHandle:
        if self._process is None:
            self._process = ProcessHandle(self._model, self._received, self._ended)
        return self._process

    def _received(self, process: ProcessHandle, message: Message) -> None:
        """Called in the reading thread with every message of a process."""
        from tui.analysis.process.events import AnalysisComplete, AnalysisFailed

        with self._lock:
            request = self._request
            if process is not self._process or request is None:
                return
            if message["event"] != "loaded" and message["id"] != request.number:
                return
        event = request.event(message)  # outside the lock: an Analysis takes its time
        if event is None:
            return
        with self._lock:
            if request is not self._request:
                return
            if isinstance(event, (AnalysisComplete, AnalysisFailed)):
                self._request = None
        request.callback(event)

    def _ended(self, process: ProcessHandle) -> None:
        """Called in the reading thread when a process has ended."""
        from tui.analysis.process.events import AnalysisFailed, ProcessDied

        with self._lock:
            if process is not self._process:
                return  # it was told to
            self._process = None
            request = self._request
            if request is None:
                return  # the next article starts another
            event: Event
            if request.restarts:
                request.restarts -= 1
                event = ProcessDied(
                    f"The analysis process ended unexpectedly{process.last_words()}; it was started again."
                )
                try:
                    self._started().send(request.message())
                except OSError as error:
                    event = AnalysisFailed(
                        f"The analysis process cannot be started again ({_reason(error)})."
                    )
            else:
                event = AnalysisFailed(
                    f"The analysis process ended unexpectedly twice{process.last_words()}; "
                    "the article can be read without it, or opened again to try once more."
                )
            if isinstance(event, AnalysisFailed):
                self._request = None
        request.callback(event)


def _reason(error: OSError) -> str:
    return one_line(error.strerror or str(error))
