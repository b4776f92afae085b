"""Runs of three words, by which quotes that may be the same are found without comparing all pairs.

Of a long quote not all are kept, but those that are least by an order which depends on the run alone ("winnowing",
Schleimer, Wilkerson and Aiken 2003): any two quotes that share WINDOW runs in sequence share one that is kept.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from tui.library.comparing.stock_phrases import weights

SIZE = 3
"""The number of words of a run."""
WINDOW = 3
"""At least one of so many runs in sequence is kept."""
_SHORT = 8
"""All runs of a quote are kept if it has no more than this."""
_TELLING = 1.0
"""The least weight that the words of a run must have."""


def whole_hash(keys: Sequence[str]) -> int:
    """Return a hash of all words of a quote, in 62 bits: quotes with the same one are the same words."""
    data = "\n".join(keys).encode("utf-8", "surrogatepass")
    return zlib.crc32(data) << 30 | zlib.adler32(data) >> 2


def shingles(keys: Sequence[str]) -> dict[int, float]:
    """Return the hashes, in 32 bits, of the runs of a quote that tell something, and how much."""
    return {run: told for run, told in _runs(keys) if told >= _TELLING}


def kept_shingles(keys: Sequence[str]) -> set[int]:
    """Return the hashes of those runs that are kept of a quote."""
    runs = [(-told, run) for run, told in _runs(keys)]
    told = {run for less, run in runs if -less >= _TELLING}
    if len(told) <= _SHORT:
        return told
    least = (min(runs[at : at + WINDOW]) for at in range(len(runs) - WINDOW + 1))
    return {run for less, run in least if -less >= _TELLING}


def _runs(keys: Sequence[str]) -> list[tuple[int, float]]:
    """Return the hashes of the runs of a quote, in order, and how much each tells."""
    telling = weights(keys)
    size = min(SIZE, len(keys))
    return [
        (
            zlib.crc32(" ".join(keys[at : at + size]).encode("utf-8", "surrogatepass")),
            sum(telling[at : at + size]),
        )
        for at in range(len(keys) - size + 1)
        if keys
    ]
