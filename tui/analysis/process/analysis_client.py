"""The reader's end of the analysis process. Imports neither spaCy nor Textual."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tui.analysis import model as models
from tui.analysis.process.protocol import AnalysisAssembler, focus_to_json
from tui.article.article import Article
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.json_codec import encode
from tui.worker.serving import Message
from tui.worker.supervisor import SupervisedProcess

if TYPE_CHECKING:
    from tui.analysis.process.events import Event

Callback = Callable[["Event"], None]


class _Request:
    def __init__(self, number: int, article: Article, callback: Callback, focus: Span | None) -> None:
        self.number = number
        self.article = article
        self.callback = callback
        self.focus = focus
        self.restarts_left = 1
        self._assembler = AnalysisAssembler()

    def to_message(self) -> Message:
        """Return the request as it is sent, and forget what an earlier process had sent in answer."""
        self._assembler = AnalysisAssembler()
        article, focus = encode(self.article), focus_to_json(self.focus)
        return {"analyse": self.number, "article": article, "focus": focus}

    def to_event(self, message: Message) -> Event | None:
        """Return the event that `message` reports; None for one that is a part of more."""
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
                self._assembler.add(message)
            case "analysis":
                analysis = self._assembler.finish(message)
                return AnalysisComplete(analysis) if analysis.complete else PartialAnalysis(analysis)
            case "failed":
                return AnalysisFailed(one_line(message["sentence"]), message.get("permanent", False))
        return None


class AnalysisProcess:
    """A process that analyses one article at a time, and is started again once if it dies.

    Events go to the callback of `analyse`, in a thread that reads from the process. None comes after `stop`,
    `cancel` or a newer `analyse` has returned, except one whose callback was already running.
    """

    def __init__(self, model: str = models.DEFAULT) -> None:
        self._model = model
        self._lock = threading.RLock()
        self._process: SupervisedProcess | None = None
        self._request: _Request | None = None
        self._requests_made = 0

    @property
    def pid(self) -> int | None:
        """The process's id while it runs."""
        process = self._process
        return process.pid if process is not None else None

    def start(self) -> None:
        """Start the process, which begins to load the model, unless it is running; return at once.

        Raises nothing: that a process cannot be started is reported to the callback of `analyse`.
        """
        with self._lock, contextlib.suppress(OSError):
            self._running()

    def analyse(self, article: Article, on_event: Callback, focus: Span | None = None) -> None:
        """Analyse `article` instead of any other, beginning with what is in `focus`; return at once.

        With a focus, PartialAnalysis events come before the AnalysisComplete one.
        """
        with self._lock:
            self._requests_made += 1
            self._request = request = _Request(self._requests_made, article, on_event, focus)
            try:
                self._running().send(request.to_message())
                return
            except OSError as error:
                from tui.analysis.process.events import AnalysisFailed

                self._request = None
                failure = AnalysisFailed(
                    f"The analysis process cannot be started ({_reason(error)}); try again later."
                )
        on_event(failure)

    def refocus(self, span: Span | None) -> None:
        """Analyse what is in `span` next."""
        with self._lock:
            if self._request is not None and self._process is not None:
                self._request.focus = span
                self._process.send({"focus": focus_to_json(span)})

    def cancel(self) -> None:
        """Give up the article under analysis at once, and start a new process for the next one."""
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

    def _running(self) -> SupervisedProcess:
        if self._process is None:
            self._process = SupervisedProcess(
                "tui.analysis.process.analysis_host",
                _absolute(self._model),
                on_message=self._on_message,
                on_exit=self._on_exit,
            )
        return self._process

    def _on_message(self, process: SupervisedProcess, message: Message) -> None:
        from tui.analysis.process.events import AnalysisComplete, AnalysisFailed

        with self._lock:
            request = self._request
            if process is not self._process or request is None:
                return
            if message.get("id", request.number) != request.number:  # an answer to an earlier request
                return
        event = request.to_event(message)  # outside the lock: decoding an Analysis takes a while
        if event is None:
            return
        with self._lock:
            if request is not self._request:
                return
            if isinstance(event, (AnalysisComplete, AnalysisFailed)):
                self._request = None
        request.callback(event)

    def _on_exit(self, process: SupervisedProcess) -> None:
        from tui.analysis.process.events import AnalysisFailed, ProcessDied

        with self._lock:
            if process is not self._process:
                return  # it was stopped
            self._process = None
            request = self._request
            if request is None:
                return  # the next article starts another
            words = one_line(process.last_words)[:200]
            why = f" ({words})" if words else ""
            event: Event
            if request.restarts_left:
                request.restarts_left -= 1
                event = ProcessDied(f"The analysis process ended unexpectedly{why}; it was started again.")
                try:
                    self._running().send(request.to_message())
                except OSError as error:
                    event = AnalysisFailed(
                        f"The analysis process cannot be started again ({_reason(error)})."
                    )
            else:
                event = AnalysisFailed(
                    f"The analysis process ended unexpectedly twice{why}; "
                    "the article can be read without it, or opened again to try once more."
                )
            if isinstance(event, AnalysisFailed):
                self._request = None
        request.callback(event)


def _absolute(model: str) -> str:
    """Return the full path of a folder, so that a model beside the reader is found; a package's name as it is."""
    return model if model.isidentifier() or not Path(model).is_dir() else str(Path(model).resolve())


def _reason(error: OSError) -> str:
    return one_line(error.strerror or str(error))
