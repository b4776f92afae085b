"""The ids of an archive's articles, as eight bytes each, to find those that are in two shards."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

_BYTES = 8


def hash_identity(identity: str) -> bytes:
    """Return a hash of eight bytes: two of ten million ids collide in one of 300,000 archives."""
    return blake2b(identity.encode("utf-8", "surrogatepass"), digest_size=_BYTES).digest()


def hash_identities(identities: Iterable[str]) -> bytes:
    """Return the hashes of ids, one after another."""
    return b"".join(map(hash_identity, identities))


class SeenIdentities:
    """Hashes of ids in sorted arrays, each longer than the next, so that adding and looking up stay quick."""

    def __init__(self) -> None:
        self._runs: list[np.ndarray[Any, Any]] = []

    @property
    def size(self) -> int:
        """The bytes that the hashes take."""
        return sum(run.nbytes for run in self._runs)

    def add(self, hashes: bytes) -> set[bytes]:
        """Add hashes, and return those that were there already."""
        import numpy as np

        added = np.unique(np.frombuffer(hashes, dtype=">u8").astype(np.uint64))
        again = np.zeros(len(added), dtype=bool)
        for run in self._runs:
            places = np.minimum(np.searchsorted(run, added), len(run) - 1)
            again |= run[places] == added
        new = added[~again]
        while self._runs and len(self._runs[-1]) <= len(new):
            new = np.sort(np.concatenate((self._runs.pop(), new)), kind="stable")
        if len(new):
            self._runs.append(new)
        return {int(each).to_bytes(_BYTES) for each in added[again]}
