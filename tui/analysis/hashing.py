"""Features as numbers: a feature is the hash of its template and of the values in the template's slots.

Feature hashing (Weinberger et al., ICML 2009) keeps no dictionary, so that the weights hold no text, and lets
numpy make the features of a whole article at once. Hashes are CRC-32 and multiplications modulo 2**64: the same
on every machine and in every version of Python.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

BITS = 18
"""Features share 2**BITS buckets."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_known: dict[str, int] = {}


def code(word: str) -> int:
    """The number that stands for `word` in a slot; 0 for the empty word."""
    found = _known.get(word)
    if found is None:
        if len(_known) > 200_000:  # a long session must not keep every word it ever met
            _known.clear()
        found = _known[word] = crc32(word.encode("utf-8", "surrogatepass")) if word else 0
    return found


def codes(words: Iterable[str]) -> list[int]:
    """`code` of each word."""
    get = _known.get
    return [code(word) if (found := get(word)) is None else found for word in words]


def buckets(slots: Ints, templates: Sequence[Sequence[int]]) -> NDArray[np.int32]:
    """The buckets of the features of some things: one row a thing, one column a template.

    `slots` has one row a thing and one column a slot; a template names the slots whose values it joins.
    """
    values = slots.astype(np.uint64)
    out = np.empty((len(slots), len(templates)), dtype=np.int32)
    for t, template in enumerate(templates):
        key = np.full(len(slots), t + 1, dtype=np.uint64)
        for slot in template:
            key = (key ^ values[:, slot]) * _MULTIPLIER
            key ^= key >> np.uint64(29)
        out[:, t] = (key * _MULTIPLIER) >> np.uint64(64 - BITS)
    return out
