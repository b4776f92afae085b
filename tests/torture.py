"""How long the torture tests go on: a few rounds in the suite, or as many seconds as QUOTH_TORTURE says, each."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

SECONDS = float(os.environ.get("QUOTH_TORTURE") or 0)

unlimited = pytest.mark.timeout(SECONDS + 600)
"""Marks a test that may take as long as that."""


def rounds(least: int) -> Iterator[int]:
    """Count the rounds: at least so many, and more until the time is over."""
    until = time.monotonic() + SECONDS
    number = 0
    while number < least or time.monotonic() < until:
        yield number
        number += 1
