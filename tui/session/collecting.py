"""When garbage is looked for: where a person waits, what is there to stay is not looked through again."""

from __future__ import annotations

import gc

YOUNG = 10_000
"""So many new objects are waited for: a key makes some hundreds, and leaves few of them in circles."""


def begin() -> None:
    """Look for garbage again, where it was put off for the start."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(YOUNG, 20, 20)
        gc.enable()


def spare() -> None:
    """Leave out what has come to stay since, as an analysis of thousands of quotes, where `begin` did so before."""
    if gc.get_freeze_count():
        gc.freeze()
