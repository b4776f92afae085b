"""What is kept from the garbage collector, and when it looks for garbage after all."""

from __future__ import annotations

import gc
import weakref

import pytest

from tui.screens import garbage_collection


class Knot:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.self = self


@pytest.fixture(autouse=True)
def managed(collector_as_before: None) -> None:
    """Begin with the collector off, as `quoth FILE` does."""
    gc.disable()


def test_what_an_article_is_made_of_is_passed_over_until_it_is_left() -> None:
    garbage_collection.begin()
    assert gc.isenabled()
    knot = weakref.ref(Knot())
    garbage_collection.keep()
    gc.collect()
    assert knot() is not None
    garbage_collection.leave(garbage_collection.MOST_CHARACTERS)
    assert knot() is None


def test_short_articles_are_looked_through_together() -> None:
    garbage_collection.begin()
    knot = weakref.ref(Knot())
    garbage_collection.keep()
    for _ in range(garbage_collection.MOST_LEFT - 1):
        garbage_collection.leave(1000)
    assert knot() is not None
    garbage_collection.leave(1000)
    assert knot() is None


def test_whoever_has_the_collector_on_keeps_it_as_it_is() -> None:
    gc.enable()
    garbage_collection.begin()
    before = gc.get_freeze_count()
    garbage_collection.keep()
    garbage_collection.leave(garbage_collection.MOST_CHARACTERS)
    assert gc.get_freeze_count() == before
