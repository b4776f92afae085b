"""The analysis process: loads the model at once, then analyses the articles that arrive on standard input.

It ends when its standard input closes, so that a reader that was killed leaves nothing behind.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import threading
import traceback
from collections.abc import Sequence
from queue import SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING, Any, BinaryIO

from tui.analysis.process.protocol import analysis_messages, focus_from_json
from tui.article.article_transport import unpacked
from tui.article.spans import Span
from tui.worker.serving import Message, limit_growth, requests, send, take_stdout

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser

MEMORY_LIMIT = 480_000_000  # bytes, model included
_NO_MEMORY = (
    "This article takes more memory to analyse than quoth allows itself; split it and read the parts."
)

_NO_MEMORY_TO_START = "There is too little memory to start the analysis; close other programs and try again."
_SAID_WITHOUT_MEMORY = ("failed to map segment", "cannot allocate memory", "Cannot allocate memory")


def main(model: str) -> None:
    """Serve until standard input closes; `model` is a spaCy package or folder."""
    host = _Host(take_stdout())
    threading.Thread(target=host.listen, args=(sys.stdin.buffer,), daemon=True).start()
    with contextlib.suppress(OSError):  # the reader has gone
        host.serve(model)


class _Host:
    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._requests: SimpleQueue[Message] = SimpleQueue()
        self._newest = 0  # the number of the latest request
        self._focus: Span | None = None
        self._analyser: Analyser | None = None

    def listen(self, stdin: BinaryIO) -> None:
        """Take in messages until the input ends, then end the process; runs in a thread of its own."""
        for message, data in requests(stdin):
            self._focus = focus_from_json(message["focus"])
            if "analyse" in message:
                self._newest = message["analyse"]
                self._requests.put({**message, "data": data})
            elif self._analyser is not None:
                self._analyser.focus = self._focus
        os._exit(0)

    def serve(self, model: str) -> None:
        """Load the model, then answer the requests one after another; a newer one ends the one before."""
        failure = ""
        analyser = None
        start = monotonic()
        gc.disable()  # nothing that is imported and loaded is garbage
        try:
            from tui.analysis.model import CannotAnalyse
            from tui.analysis.model_loading import load
            from tui.analysis.pipeline import Analyser

            try:
                self._analyser = analyser = Analyser(load(model))
                limit_growth(MEMORY_LIMIT)
                gc.freeze()  # the model stays; the collector need not visit it
                self._send({"event": "loaded", "model": analyser.model, "seconds": monotonic() - start})
            except CannotAnalyse as error:
                failure = error.message
        except Exception as error:
            if _lacks_memory(error):
                failure = _NO_MEMORY_TO_START
            else:
                failure = f"The analysis could not be started ({_described(error)}); install quoth again."
        gc.enable()
        while True:
            request = self._requests.get()
            number = request["analyse"]
            if number != self._newest:
                continue
            try:
                if analyser is not None:
                    self._analyse(analyser, request, number)
            except OSError:  # the reader has gone
                raise
            except MemoryError:  # what is left is uncertain
                self._send({"event": "failed", "id": number, "sentence": _NO_MEMORY})
                return
            except Exception as error:
                traceback.print_exc()  # for the debug log
                sentence = f"The analysis of this article broke off ({_described(error)}); please report it."
                self._send({"event": "failed", "id": number, "sentence": sentence})
            if failure:
                self._send({"event": "failed", "id": number, "sentence": failure, "permanent": True})

    def _analyse(self, analyser: Analyser, request: Message, number: int) -> None:
        def report(event: str, **details: Any) -> None:
            self._send({"event": event, "id": number, **details})
            if number != self._newest:
                raise _Superseded

        def report_step(blocks: Sequence[int], size: int) -> None:
            # The block after the last one is looked at, too: it may be a signature.
            report("working", blocks=[min(blocks, default=0), max(blocks, default=-2) + 2], size=size)

        def report_progress(done: int, total: int) -> None:
            report("progress", done=done, total=total)

        article = unpacked(request["article"], request["data"])
        left_out = request.get("left_out", [])
        with contextlib.suppress(_Superseded):
            for block, size in analyser.probe(article, range(*request.get("probe", [0, 0])), left_out):
                report("probing", block=block, size=size)
            run = analyser.run(article, self._focus, report_progress, on_step=report_step, left_out=left_out)
            for analysis in run:
                for message in analysis_messages(number, analysis):
                    self._send(message)

    def _send(self, message: Message) -> None:
        send(self._out, message)


class _Superseded(Exception):
    """A newer request has arrived."""


def _lacks_memory(error: Exception) -> bool:
    """Tell whether the system gave too little memory, which a library that is loaded says in its own words."""
    return isinstance(error, MemoryError) or any(words in str(error) for words in _SAID_WITHOUT_MEMORY)


def _described(error: Exception) -> str:
    return (f"{type(error).__name__}: {error}" if str(error) else type(error).__name__)[:200]
