"""How often what kills and damages is done: a few times in the suite, as long as one likes with QUOTH_TORTURE."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from time import monotonic

SECONDS = "QUOTH_TORTURE"


def rounds(usually: int) -> Iterator[int]:
    """Yield 0, 1, …: so many as usual, or as many as begin within the seconds that QUOTH_TORTURE says."""
    seconds = os.environ.get(SECONDS)
    if not seconds:
        yield from range(usually)
        return
    end = monotonic() + float(seconds)
    for number in count():
        if number and monotonic() > end:
            return
        yield number
