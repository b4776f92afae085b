"""The analysis process: loads the model at once, then analyses the articles that come in on standard input.

It ends when its standard input closes, so a reader that was killed leaves nothing behind. Nothing but
messages ever goes to its standard output: what a library prints goes to standard error.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import sys
import threading
from queue import SimpleQueue
from typing import TYPE_CHECKING, BinaryIO

from tui.analysis.process.protocol import Message, analysis_messages, article_from_json, line, span_from_json
from tui.article.spans import Span

if TYPE_CHECKING:
    from tui.analysis.pipeline import Analyser


def main(model: str) -> None:
    """Serve until standard input closes; `model` is a spaCy package or folder."""
    out = _take_stdout()
    with contextlib.suppress(ValueError, AttributeError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    host = _Host(out)
    threading.Thread(target=host.listen, args=(sys.stdin.buffer,), daemon=True).start()
    with contextlib.suppress(OSError):  # nobody reads any more
        host.serve(model)


def _take_stdout() -> BinaryIO:
    """Keep the real standard output for the messages and send everything else there to standard error."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return out


class _Host:
    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._requests: SimpleQueue[Message] = SimpleQueue()
        self._newest = 0  # the number of the last request that came in
        self._focus: Span | None = None
        self._analyser: Analyser | None = None

    def listen(self, stdin: BinaryIO) -> None:
        """Read messages, in a thread of its own, to the end of the input; then end the process."""
        for raw in stdin:
            try:
                message = json.loads(raw)
            except ValueError:
                break  # the reader was killed in the middle of a line
            self._focus = span_from_json(message["focus"])
            if "analyse" in message:
                self._newest = message["analyse"]
                self._requests.put(message)
            elif self._analyser is not None:
                self._analyser.focus = self._focus
        os._exit(0)

    def serve(self, model: str) -> None:
        """Load the model, then answer the requests, one after another; a newer one ends the one before."""
        failure = ""
        analyser = None
        gc.disable()  # what is imported and loaded is no garbage
        try:
            from tui.analysis.model import CannotAnalyse
            from tui.analysis.model_loading import load
            from tui.analysis.pipeline import Analyser

            try:
                self._analyser = analyser = Analyser(load(model))
                gc.freeze()  # the model stays: nobody need look through it for garbage
                self._say({"event": "loaded", "model": analyser.model})
            except CannotAnalyse as error:
                failure = error.message
        except Exception as error:
            failure = f"The analysis could not be started ({_what(error)}); install quoth again."
        gc.enable()
        while True:
            request = self._requests.get()
            number = request["analyse"]
            if number != self._newest:
                continue
            try:
                if analyser is not None:
                    self._answer(analyser, request, number)
            except OSError:  # nobody reads any more
                raise
            except Exception as error:
                broken = f"The analysis of this article broke off ({_what(error)}); please report it."
                self._say({"event": "failed", "id": number, "sentence": broken})
            if failure:
                self._say({"event": "failed", "id": number, "sentence": failure, "every": True})

    def _answer(self, analyser: Analyser, request: Message, number: int) -> None:
        def progress(done: int, total: int) -> None:
            self._say({"event": "progress", "id": number, "done": done, "total": total})
            if number != self._newest:
                raise _Superseded

        article = article_from_json(request["article"])
        try:
            for analysis in analyser.run(article, self._focus, progress):
                for message in analysis_messages(number, analysis):
                    self._say(message)
        except _Superseded:
            return

    def _say(self, message: Message) -> None:
        self._out.write(line(message))
        self._out.flush()


class _Superseded(Exception):
    """A newer request came in."""


def _what(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
