"""How long and how large an answer of a server may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a server may take, in seconds and bytes; `size` is of the body, unpacked and as it comes."""

    connect: float = 10
    read: float = 15
    whole: float = 60
    size: int = 20_000_000
    redirects: int = 10
