"""What is there to stay is not looked through for garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tui.session import gc_tuning


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    enabled, thresholds = gc.isenabled(), gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)
    gc.enable() if enabled else gc.disable()


def test_what_was_put_off_begins_with_what_there_is_left_out() -> None:
    gc.disable()
    gc_tuning.begin()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 1_000
    assert gc.get_threshold()[0] == gc_tuning.YOUNG


def test_who_did_not_put_it_off_is_left_alone() -> None:
    gc.enable()
    before = gc.get_threshold()
    gc_tuning.begin()
    gc_tuning.spare()
    assert gc.get_freeze_count() == 0
    assert gc.get_threshold() == before


def test_what_came_since_is_left_out_too() -> None:
    gc.disable()
    gc_tuning.begin()
    before = gc.get_freeze_count()
    more = [[n] for n in range(5_000)]
    gc_tuning.spare()
    assert gc.get_freeze_count() >= before + len(more)


def test_what_is_new_is_looked_through_between_keys() -> None:
    gc.disable()
    gc_tuning.begin()
    gc.collect(0)
    assert not gc_tuning.due()
    kept = [[n] for n in range(gc_tuning.SOME + 100)]
    assert gc_tuning.due()
    gc_tuning.tidy()
    assert not gc_tuning.due()
    assert len(kept) == gc_tuning.SOME + 100


def test_nothing_is_looked_through_while_it_is_put_off() -> None:
    gc.collect()
    gc.disable()
    kept = [[n] for n in range(gc_tuning.SOME + 100)]
    assert not gc_tuning.due()
    gc_tuning.tidy()
    assert gc.get_count()[0] > len(kept)
