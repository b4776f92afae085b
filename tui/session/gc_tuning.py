"""When garbage is looked for: where a person waits, what is there to stay is not looked through again."""

from __future__ import annotations

import gc

YOUNG = 10_000
"""So many new objects are waited for at the most."""
OFTEN = 20
"""After so many times what stayed is looked through once more."""
SOME = 3_000
"""So many are looked through between two keys: each leaves some hundreds, few of them in circles."""


def begin() -> None:
    """Look for garbage again, where it was put off for the start."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(YOUNG, OFTEN, OFTEN)
        gc.enable()


def spare() -> None:
    """Leave out what has come to stay since, as an analysis of thousands of quotes, where `begin` did so before."""
    if gc.get_freeze_count():
        gc.freeze()


def due() -> bool:
    """Whether there is something to `tidy`."""
    return gc.isenabled() and gc.get_count()[0] > SOME


def tidy() -> None:
    """Look through what is new, while nobody waits: with many more it would be felt at a key."""
    if due():
        gc.collect(1 if gc.get_count()[1] > OFTEN else 0)
