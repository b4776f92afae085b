"""tui.analysis.attribution.dependency_paths on a parse written by hand."""

from __future__ import annotations

import numpy as np
import pytest

from tests.analysis.attribution.parses import SAID
from tui.analysis.attribution import dependency_paths as module
from tui.analysis.attribution.cue_windows import window
from tui.analysis.attribution.dependency_paths import branches
from tui.analysis.attribution.token_arrays import TokenArrays

#        Ann say rain fall and add nothing .
OF_SAY = [0, 1, 3, 3, 4, 5, 5, 7]
OF_ADD = [0, 1, 3, 3, 4, 5, 6, 7]


def columns(cue: int, subject: int) -> tuple[list[int], ...]:
    arrays = TokenArrays(SAID, [])
    view = window(arrays, cue)
    offsets = np.array([0, len(view.starts)])
    return tuple(
        column.tolist() for column in branches(arrays, [view], np.array(view.heads), offsets, [subject])
    )


def test_branches_that_leave_at_the_cue() -> None:
    tops, levels, subjects, subs = columns(cue=1, subject=0)
    assert tops == OF_SAY
    assert levels == [0] * 8
    assert subjects == [2, 1, 1, 1, 1, 1, 1, 1]
    assert subs == [-1, -1, 2, -1, -1, -1, 6, -1]


def test_branches_that_leave_above_it() -> None:
    tops, levels, subjects, subs = columns(cue=5, subject=3)
    assert tops == OF_ADD
    assert levels == [1, 1, 1, 1, 1, 0, 0, 1]
    assert subjects == [1, 1, 3, 2, 1, 1, 1, 1]
    assert subs == [-1, -1, 2, -1, -1, -1, -1, -1]


def test_many_children_make_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    before = columns(cue=1, subject=-1)
    monkeypatch.setattr(module, "_MAX_CHILDREN", 1)
    assert columns(cue=1, subject=-1) == before
