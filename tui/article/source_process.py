"""A process that takes sources apart one by one, so that none can hang the reader or use up its memory."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from tui.article.errors import Cancelled, CannotRead
from tui.article.sanitising import one_line
from tui.worker.serving import Message
from tui.worker.supervisor import Failure, NoAnswer, SupervisedProcess

_TICK = 0.05  # seconds between two checks whether the caller has given up


@dataclass(frozen=True, slots=True)
class SourceLimits:
    """The limits for one source, and the words for a source that exceeds them.

    `seconds` count from when the process is ready; `memory` is in bytes of address space, if the system can
    limit it. `what` names the sources ("pages"), and `advice` says what to do with one that cannot be read.
    """

    seconds: float
    memory: int
    what: str
    advice: str


class SourceProcess:
    """The process that serves `main` of a module, started with the first source, and after one that ended it."""

    def __init__(self, module: str, limits: SourceLimits) -> None:
        self._module = module
        self._limits = limits
        self._turn = threading.Lock()  # held while a source is being read
        self._starting = threading.Lock()
        self._process: SupervisedProcess | None = None

    def ask(self, request: Message, data: bytes, name: str, cancel: threading.Event | None) -> Message:
        """Return the answer to one request. May be called from several threads; requests wait for one another.

        `name` is the source's name in messages. Raises CannotRead if no answer comes, Cancelled after
        `cancel.set()`.
        """
        while not self._turn.acquire(timeout=_TICK):
            if cancel is not None and cancel.is_set():
                raise self._cannot_read(Failure.CANCELLED, name)
        try:
            known = self._process
            process = self._running()
            try:
                answer = process.ask(request, data, seconds=self._limits.seconds, cancel=cancel)
            except NoAnswer as error:
                if error.failure is not Failure.ENDED or known is not process or self._process is not process:
                    raise
                # It served other sources before, and may have been killed since the last one.
                process = self._running()
                answer = process.ask(request, data, seconds=self._limits.seconds, cancel=cancel)
            if "no_memory" in answer:
                process.kill()
            return answer
        except NoAnswer as error:
            raise self._cannot_read(error.failure, name) from None
        except OSError as error:
            reason = one_line(error.strerror or str(error))
            raise CannotRead(
                f"The process that reads {self._limits.what} cannot be started ({reason}); try again."
            ) from None
        finally:
            self._turn.release()

    @property
    def pid(self) -> int | None:
        """The process's id while it runs, else None."""
        process = self._process
        return process.pid if process is not None and process.is_running else None

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        with self._starting:
            process, self._process = self._process, None
        if process is not None:
            process.kill()

    def _running(self) -> SupervisedProcess:
        with self._starting:
            if self._process is None or not self._process.is_running:
                self._process = SupervisedProcess(self._module, memory=self._limits.memory)
            return self._process

    def _cannot_read(self, failure: Failure, name: str) -> CannotRead:
        """Return what to raise for a source that got no answer."""
        limits = self._limits
        match failure:
            case Failure.CANCELLED:
                return Cancelled(f"Reading {name} was cancelled.")
            case Failure.NOT_STARTED:
                return CannotRead(
                    f"The process that reads {limits.what} does not start; try again, or install quoth again."
                )
            case Failure.TOO_SLOW:
                return CannotRead(
                    f"{name} takes longer than {limits.seconds:g} seconds to read and was given up; "
                    f"{limits.advice}."
                )
            case Failure.ENDED:
                return CannotRead(
                    f"{name} brought down the process that reads {limits.what}; {limits.advice}."
                )
