"""What the terminal sends may be no UTF-8: a paste of other bytes must not end the reader."""

from __future__ import annotations

import codecs
import sys
from functools import partial


def tolerate_bad_bytes() -> None:
    """Have Textual's input thread take bytes that are no UTF-8 as “\ufffd”; Textual 8 ends the app at the first."""
    if sys.platform == "win32":  # there characters come from the console as such
        return
    from textual.drivers import linux_driver

    def tolerant(encoding: str) -> partial[codecs.IncrementalDecoder]:
        return partial(codecs.getincrementaldecoder(encoding), errors="replace")

    linux_driver.getincrementaldecoder = tolerant  # type: ignore[assignment, attr-defined]
