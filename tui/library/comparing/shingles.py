"""Runs of three words by which quotes are found that may be the same, without comparing each with each.

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
"""Of so many runs in sequence one at least is kept."""
_SHORT = 8
"""Of a quote of so many runs or fewer all are kept."""
_TELLING = 1.0
"""The least that the words of a run must tell."""


def whole_hash(keys: Sequence[str]) -> int:
    """Return a hash of all words of a quote, in 62 bits: quotes with the same one are the same words."""
    data = "\n".join(keys).encode("utf-8", "surrogatepass")
    return zlib.crc32(data) << 30 | zlib.adler32(data) >> 2


def shingles(keys: Sequence[str]) -> dict[int, float]:
    """Return the hashes, in 32 bits with a sign, of the runs of a quote that tell something, and how much."""
    telling = weights(keys)
    size = min(SIZE, len(keys))
    return {
        _hashed(keys[at : at + size]): told
        for at in range(len(keys) - size + 1)
        if keys and (told := sum(telling[at : at + size])) >= _TELLING
    }


def kept_shingles(keys: Sequence[str]) -> set[int]:
    """Return the hashes of those runs that are kept of a quote."""
    told = shingles(keys)
    if len(told) <= _SHORT:
        return set(told)
    runs = [_hashed(keys[at : at + SIZE]) for at in range(len(keys) - SIZE + 1)]
    out = set()
    for at in range(len(runs) - WINDOW + 1):
        found = [run for run in runs[at : at + WINDOW] if run in told]
        if found:
            out.add(min(found, key=lambda run: (-told[run], run)))
    return out


def _hashed(run: Sequence[str]) -> int:
    return zlib.crc32(" ".join(run).encode("utf-8", "surrogatepass")) - (1 << 31)
