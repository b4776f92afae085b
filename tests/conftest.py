"""Fixtures for all tests: a home of their own, so that nobody's settings or library are touched."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.textual_patches.parsed_styles import styles_are_parsed_once
from tests.textual_patches.settling import pilots_wait_until_idle
from tui.screens import garbage_collection

__all__ = ["pilots_wait_until_idle", "styles_are_parsed_once"]

# How long an example takes says something of the machine, not of the code.
settings.register_profile(
    "quoth",
    max_examples=int(os.environ.get("QUOTH_EXAMPLES") or 60),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("quoth")
# Each app leaves garbage in circles beside the objects of a model, which stay. Looked through as often as by
# default, they take a third of the time.
gc.set_threshold(20_000, 20, 20)
# Many tests start quoth as a process of its own, which would compile all of it each time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


_numbers = count()


@pytest.fixture(autouse=True)
def quoth_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a fresh QUOTH_HOME, and nothing of the machine's terminal or clipboard.

    It is not in `tmp_path`, which pytest makes in a time that grows with the number of the tests before.
    """
    home = tmp_path_factory.getbasetemp() / "quoth-homes" / str(next(_numbers))
    home.parent.mkdir(exist_ok=True)
    monkeypatch.setenv("QUOTH_HOME", str(home))
    for name in (
        "QUOTH_CONFIG",
        "TMUX",
        "SSH_CONNECTION",
        "SSH_TTY",
        "NO_COLOR",
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "COLORFGBG",
    ):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture(autouse=True)
def collector_as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave the garbage collector as it was: `quoth FILE` turns it off, and the reader manages it from then on.

    Otherwise, each later test of the same process would keep its garbage, or look through all objects often.
    """
    monkeypatch.setattr(garbage_collection, "_garbage", garbage_collection._Garbage())
    enabled = gc.isenabled()
    yield
    gc.unfreeze()
    if enabled:
        gc.enable()
