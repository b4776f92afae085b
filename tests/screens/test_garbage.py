"""What is kept from the garbage collector, and when it looks for garbage after all."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from tui.screens import garbage


class Knot:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture(autouse=True)
def managed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Manage garbage as `quoth FILE` does."""
    monkeypatch.setattr(garbage, "_garbage", garbage._Garbage())
    gc.disable()
    yield
    gc.unfreeze()
    gc.enable()


def test_what_an_article_is_made_of_is_passed_over_until_it_is_left() -> None:
    garbage.begin()
    assert gc.isenabled()
    knot = weakref.ref(Knot())
    garbage.keep()
    gc.collect()
    assert knot() is not None
    garbage.leave(garbage.MOST_CHARACTERS)
    assert knot() is None


def test_short_articles_are_looked_through_together() -> None:
    garbage.begin()
    knot = weakref.ref(Knot())
    garbage.keep()
    for _ in range(garbage.MOST_LEFT - 1):
        garbage.leave(1000)
    assert knot() is not None
    garbage.leave(1000)
    assert knot() is None


def test_whoever_has_the_collector_on_keeps_it_as_it_is() -> None:
    gc.enable()
    garbage.begin()
    before = gc.get_freeze_count()
    garbage.keep()
    garbage.leave(garbage.MOST_CHARACTERS)
    assert gc.get_freeze_count() == before
