"""The reader's end of the analysis process. Imports neither spaCy nor Textual."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.analysis import model as models
from tui.analysis.process.protocol import AnalysisAssembler, focus_to_json
from tui.article.article import Article, Block
from tui.article.article_transport import packed
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.worker.serving import Message
from tui.worker.supervisor import SupervisedProcess

if TYPE_CHECKING:
    from tui.analysis.process.events import Event

Callback = Callable[["Event"], None]


PATIENCE = 20.0
"""Seconds without progress after which the process is ended, for a step on few words."""
PATIENCE_WITH_BLOCK = 5.0
"""The same limit for one block alone, of which some 25 are analysed in a second."""
PATIENCE_WITH_OLD_REQUEST = 1.0
"""Seconds in which the process may come to the end of a step for an article that nobody waits for any more."""

LONGEST = 4_000_000
"""Characters of an article that are analysed, some 700,000 words: memory grows with them."""

_LOADING = 90.0  # seconds for the model, from a slow disk
_LEAST_SPEED = 10_000  # characters a second; measured: 240,000 in the steps that look at a whole article
_USUAL_LOADING = 2.0  # seconds; a machine that takes longer is given as much more time for all else
_SLOWEST_MACHINE = 3.0  # times as slow as usual
_MOST_LEFT_OUT = 3  # blocks: each costs a restart


class _Request:
    """An article under analysis, and what has become known of the blocks that stop the process."""

    def __init__(self, number: int, article: Article, callback: Callback, focus: Span | None) -> None:
        self.number = number
        self.article = article
        self.callback = callback
        self.focus = focus
        self.is_waiting = False  # for the process to let go of the article before
        self.was_restarted = False
        self._blocks = (0, 0)  # first and end of those that were last worked on
        self._probed: int | None = None
        self._left_out: list[int] = []
        self._patience = 0.0
        self._assembler = AnalysisAssembler()

    def to_message(self) -> tuple[Message, bytes]:
        """Return the request as it is sent, with its data, and forget what an earlier process sent in answer."""
        self._assembler = AnalysisAssembler()
        self._patience = PATIENCE + len(self.article.text) / _LEAST_SPEED
        article, data = packed(_beginning(self.article))
        message = {
            "analyse": self.number,
            "article": article,
            "focus": focus_to_json(self.focus),
            "probe": self._blocks if self.was_restarted else (0, 0),
            "left_out": self._left_out,
        }
        return message, data

    def patience(self, message: Message | None = None) -> float:
        """Return how many seconds the process may take until its next message after this one."""
        match message:
            case {"event": "working", "blocks": [first, end], "size": size}:
                self._blocks, self._probed = (first, end), None
                self._patience = PATIENCE + size / _LEAST_SPEED
            case {"event": "probing", "block": block, "size": size}:
                self._probed = block
                self._patience = PATIENCE_WITH_BLOCK + size / _LEAST_SPEED
        return self._patience

    def leave_out(self) -> bool:
        """Leave out the block that the process was probing when it ended; tell whether there was one."""
        if self._probed is None or len(self._left_out) == _MOST_LEFT_OUT:
            return False
        self._left_out.append(self._probed)
        self._blocks, self._probed = (self._probed + 1, self._blocks[1]), None
        return True

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
                if analysis.complete and len(self.article.text) > LONGEST:
                    notice = f"Only the first {LONGEST // 1_000_000} million characters were analysed."
                    analysis = replace(analysis, notices=(*analysis.notices, notice))
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
        self._slowness: float | None = (
            None  # of the machine, in times the usual; None until the model is loaded
        )

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

        With a focus, PartialAnalysis events come before the AnalysisComplete one. A process that makes no progress
        is ended and started again; then the blocks that it was at are probed one by one, and one that stops it
        again is left out, which a notice of the Analysis says.
        """
        with self._lock:
            self._requests_made += 1
            is_waiting = self._request is not None
            self._request = request = _Request(self._requests_made, article, on_event, focus)
            try:
                process = self._running()
                process.send(*request.to_message())
                if self._slowness is not None:
                    request.is_waiting = is_waiting
                    self._watch(process, PATIENCE_WITH_OLD_REQUEST if is_waiting else request.patience())
                return
            except OSError as error:
                from tui.analysis.process.events import AnalysisFailed

                self._request = None
                failure = AnalysisFailed(
                    f"The analysis process cannot be started ({_reason(error)}); try again later.",
                    is_not_started=True,
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

    def _watch(self, process: SupervisedProcess, seconds: float) -> None:
        """End the process unless it reports within so many seconds, more on a slow machine."""
        if self._slowness is not None:
            process.allow(seconds * self._slowness)

    def _running(self) -> SupervisedProcess:
        if self._process is None:
            self._slowness = None
            self._process = SupervisedProcess(
                "tui.analysis.process.analysis_host",
                _absolute(self._model),
                on_message=self._on_message,
                on_exit=self._on_exit,
            )
            self._process.allow(_LOADING)
        return self._process

    def _on_message(self, process: SupervisedProcess, message: Message) -> None:
        from tui.analysis.process.events import AnalysisComplete, AnalysisFailed

        with self._lock:
            if process is not self._process:
                return
            if message["event"] == "loaded":
                usual = message.get("seconds", 0.0) / _USUAL_LOADING
                self._slowness = min(max(usual, 1.0), _SLOWEST_MACHINE)
                process.allow(None)
            request = self._request
            if request is None or message.get("id", request.number) != request.number:
                return  # an answer to an earlier request
            request.is_waiting = False
            self._watch(process, request.patience(message))
        event = request.to_event(message)  # outside the lock: decoding an Analysis takes a while
        if event is None:
            return
        with self._lock:
            if request is not self._request:
                return
            if isinstance(event, (AnalysisComplete, AnalysisFailed)):
                self._request = None
                process.allow(None)
        request.callback(event)

    def _on_exit(self, process: SupervisedProcess) -> None:
        from tui.analysis.process.events import AnalysisFailed

        with self._lock:
            if process is not self._process:
                return  # it was stopped
            self._process = None
            request = self._request
            if request is None:
                return  # the next article starts another
            event = self._restart(process, request)
            if isinstance(event, AnalysisFailed):
                self._request = None
        if event is not None:
            request.callback(event)

    def _restart(self, ended: SupervisedProcess, request: _Request) -> Event | None:
        """Start the process again if that may help; return what is to be reported."""
        from tui.analysis.process.events import AnalysisFailed, ProcessDied

        words = one_line(ended.last_words)[:200]
        why = (
            "made no progress" if ended.has_stalled else f"ended unexpectedly{f' ({words})' if words else ''}"
        )
        event: Event | None = None
        if request.is_waiting:
            request.is_waiting = False  # the process was busy with the article before
        elif not request.was_restarted:
            request.was_restarted = True
            event = ProcessDied(f"The analysis process {why}; it was started again.")
        elif not request.leave_out():
            again = "again" if ended.has_stalled else "twice"
            return AnalysisFailed(
                f"The analysis process {why} {again}; "
                "the article can be read without it, or opened again to try once more."
            )
        try:
            self._running().send(*request.to_message())
        except OSError as error:
            sentence = f"The analysis process cannot be started again ({_reason(error)})."
            return AnalysisFailed(sentence, is_not_started=True)
        return event


def _beginning(article: Article) -> Article:
    """Return as much of an article as is analysed."""
    if len(article.text) <= LONGEST:
        return article
    blocks = tuple(
        Block(kind, Span(start, min(end, LONGEST)))
        for kind, (start, end) in article.blocks
        if start < LONGEST
    )
    return replace(article, text=article.text[:LONGEST], blocks=blocks, links=())


def _absolute(model: str) -> str:
    """Return the full path of a folder, so that a model beside the reader is found; a package's name as it is."""
    return model if model.isidentifier() or not os.path.isdir(model) else str(Path(model).resolve())


def _reason(error: OSError) -> str:
    return one_line(error.strerror or str(error))
