"""The debug log, for bug reports: written only if the environment variable QUOTH_LOG names a file.

It records what was done and how long that took, child processes, and why a source was read as it was. The text
of articles is left out unless QUOTH_LOG_LEVEL=debug asks for it. Everything from outside is logged with %r, so
that nothing in it acts on the terminal of whoever reads the log.
"""

from __future__ import annotations

import logging
import os
import time

log = logging.getLogger("quoth")
log.addHandler(logging.NullHandler())
log.propagate = False

_FORMAT = "%(asctime)s.%(msecs)03d %(process)d %(levelname)s %(module)s: %(message)s"


def start_logging() -> str | None:
    """Start writing to the file that QUOTH_LOG names; return a sentence if that is impossible, else None."""
    path = os.environ.get("QUOTH_LOG")
    if not path:
        return None
    try:
        handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        return f"QUOTH_LOG cannot be written: {error.strerror or error}. Name another file."
    formatter = logging.Formatter(_FORMAT, "%Y-%m-%dT%H:%M:%S")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    log.addHandler(handler)
    log.setLevel(logging.DEBUG if os.environ.get("QUOTH_LOG_LEVEL", "").lower() == "debug" else logging.INFO)
    return None
