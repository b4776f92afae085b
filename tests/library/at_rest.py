"""Waiting until a library has done what it was given to do, or until no thread uses one.

A process that is forked meanwhile has SQLite's locks as that thread held them, and nobody releases them there: it
waits for ever.
"""

from __future__ import annotations

import sys
import threading
import time
from types import FrameType

import pytest

import tui.library
from tui.library import write_queue
from tui.library.connection import Connection

_LIBRARY = tui.library.__path__[0]


def _is_in_library(frame: FrameType | None) -> bool:
    while frame is not None:
        name = frame.f_code.co_filename
        if name.startswith(_LIBRARY) and name != write_queue.__file__:  # which waits there for work
            return True
        frame = frame.f_back
    return False


def finish_queue(library: Connection) -> None:
    """Wait until the library has done all that was enqueued so far."""
    done = threading.Event()
    library.enqueue(done.set)
    done.wait()


@pytest.fixture
def libraries_at_rest() -> None:
    """Wait; for a test that forks."""
    here = threading.get_ident()
    while any(_is_in_library(frame) for thread, frame in sys._current_frames().items() if thread != here):
        time.sleep(0.01)
