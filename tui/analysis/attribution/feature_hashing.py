"""Feature hashing: a feature is the hash of its template and of the values that the template joins.

Hashing (Weinberger et al., ICML 2009) needs no dictionary, so that the weights hold no text, and lets numpy make
the features of a whole article at once. Hashes are CRC-32 and multiplications modulo 2**64: the same
on every machine and in every version of Python.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.int64]
FloatArray = NDArray[np.float32]

BITS = 18
"""Features share 2**BITS buckets."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MOST = 200_000  # words kept; a long session must not keep all that it meets
_known: dict[str, int] = {}


def code(word: str) -> int:
    """Return the number that stands for `word`; 0 for the empty word."""
    found = _known.get(word)
    if found is None:
        if len(_known) > _MOST:
            _known.clear()
        found = _known[word] = crc32(word.encode("utf-8", "surrogatepass")) if word else 0
    return found


def codes(words: Iterable[str]) -> list[int]:
    """Return the `code` of each word."""
    get = _known.get
    return [code(word) if (found := get(word)) is None else found for word in words]


def buckets(values: IntArray, templates: Sequence[Sequence[int]]) -> NDArray[np.int32]:
    """Return the buckets of the features of some items: a row an item, a column a template.

    `values` has a row an item and a column a feature; a template lists the columns that it joins.
    """
    hashes = np.ascontiguousarray(values.T).astype(np.uint64)
    salts = (np.arange(1, len(hashes) + 1, dtype=np.uint64) * _MULTIPLIER)[:, None]
    hashes = (hashes ^ salts) * _MULTIPLIER
    hashes ^= hashes >> np.uint64(29)
    hashes *= _MULTIPLIER
    out = np.empty((len(templates), len(values)), dtype=np.int32)
    for t, template in enumerate(templates):
        key = hashes[template[0]] + np.uint64(t)
        for column in template[1:]:
            key += hashes[column]
        key ^= key >> np.uint64(32)
        key *= _MULTIPLIER
        key >>= np.uint64(64 - BITS)
        out[t] = key
    return out.T


def summed(table: FloatArray, found: NDArray[np.int32]) -> FloatArray:
    """Return the sum of the weights of each row of buckets: a number, or one for each label."""
    total = np.zeros((len(found), *table.shape[1:]), dtype=np.float32)
    for column in np.ascontiguousarray(found.T):
        total += np.take(table, column, axis=0)
    return total
