"""The limits of a fetch: how long a server may take, and how large its answer may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits in seconds and bytes; `size` limits the body both compressed and unpacked."""

    connect: float = 10
    read: float = 15
    whole: float = 60
    size: int = 20_000_000
    redirects: int = 10
