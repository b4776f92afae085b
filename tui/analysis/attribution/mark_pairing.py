"""Pairing of quotation marks: the cheapest reading of all marks of a paragraph together.

A Viterbi search over what is open after each mark (nothing, a double, a single inside a double …): every
mark opens, closes, restarts a quotation whose closing mark is missing, or is no quotation mark. Only the few
best states are kept, so the time is linear in the number of marks, and one stray mark does no harm beyond its own
cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache

from tui.analysis.attribution.quotation_marks import MarkFamily, QuotationMark


class MarkAct(IntEnum):
    """The part that a mark plays."""

    STRAY = 0
    OPEN = 1
    CLOSE = 2
    RESTART = 3  # opens a new quotation where the one before was never closed


_DEEPEST = 3
_BEAM = 8  # the most states kept after each mark
_MAX_EXCESS = 6.0  # the cost above the best state's from which a state is dropped
_WINDOW = 2000  # marks after which the best reading is settled, to bound memory
_SAME_INSIDE = 2.0  # a pair directly inside a pair of its own family
_OTHER_INSIDE = 0.5  # “…"…"…”
_OTHER_DOUBLE = 0.7  # “…" as a pair
_DOUBLE_AND_SINGLE = 1.9  # “…’ as a pair
_IMPOSSIBLE = 9.0
_UNCLOSED_INSIDE = 1.0
_RESTARTED = 1.9
_UNCLOSED = 2.0
_UNCLOSED_IN_RUN = 0.3

State = tuple[MarkFamily, ...]
_Cell = tuple[float, State, MarkAct]


def pair(marks: Sequence[QuotationMark], goes_on: MarkFamily | None) -> list[tuple[MarkAct, int]]:
    """Return the act of each mark of a paragraph, and how many quotations are open after it.

    `goes_on` is the family of the mark that begins the next paragraph, None if none does: a quotation of that
    family may well be left open.
    """
    if _alternates(marks):
        return [(MarkAct.CLOSE, 0) if i % 2 else (MarkAct.OPEN, 1) for i in range(len(marks))]
    acts: list[tuple[MarkAct, int]] = []
    state: State = ()
    for begin in range(0, len(marks), _WINDOW):
        part = marks[begin : begin + _WINDOW]
        settled, state = _best_path(part, state, goes_on, begin + _WINDOW >= len(marks))
        acts += settled
    return acts


def _alternates(marks: Sequence[QuotationMark]) -> bool:
    """Tell whether double marks plainly open and close in turn, as they nearly always do."""
    if len(marks) % 2:
        return False
    return all(
        a.family is b.family
        and a.family.double
        and a.opens < 0.5
        and b.closes < 0.5
        and a.closes > 1.0 < b.opens
        for a, b in zip(marks[::2], marks[1::2], strict=True)
    )


def _best_path(
    marks: Sequence[QuotationMark], state: State, goes_on: MarkFamily | None, last: bool
) -> tuple[list[tuple[MarkAct, int]], State]:
    costs: dict[State, float] = {state: 0.0}
    trail: list[dict[State, _Cell]] = []
    for mark in marks:
        family, opens, closes, strays = mark[3:7]
        cells: dict[State, _Cell] = {}
        for before, cost in costs.items():
            for after, act, more in _transitions(before, family, opens, closes, strays):
                total = cost + more
                if after not in cells or total < cells[after][0]:
                    cells[after] = (total, before, act)
        trail.append(cells)
        limit = min(cell[0] for cell in cells.values()) + _MAX_EXCESS
        costs = {after: cell[0] for after, cell in cells.items() if cell[0] < limit}
        if len(costs) > _BEAM:
            costs = dict(sorted(costs.items(), key=lambda item: item[1])[:_BEAM])
    state = final = min(costs, key=lambda s: costs[s] + (_unclosed_cost(s, goes_on) if last else 0.0))
    acts: list[tuple[MarkAct, int]] = []
    for cells in reversed(trail):
        _, before, act = cells[state]
        acts.append((act, len(state)))
        state = before
    acts.reverse()
    return acts, final


@lru_cache(maxsize=1 << 16)
def _transitions(
    state: State, family: MarkFamily, opens: float, closes: float, strays: float
) -> list[tuple[State, MarkAct, float]]:
    """Return what a mark may do in `state`: the next state, the act and its cost."""
    stray = strays
    closing: list[tuple[State, MarkAct, float]] = []
    for level in range(len(state) - 1, -1, -1):
        # Closing an outer quotation leaves the inner ones without a mark: “He called it ‘a shame,” she said.
        lost = (len(state) - 1 - level) * _UNCLOSED_INSIDE
        if state[level] is family:
            closing.append((state[:level], MarkAct.CLOSE, closes + lost))
            break
        if not closing and (mismatch := _mismatch_cost(state[level], family, strays)) < _IMPOSSIBLE:
            closing.append((state[:level], MarkAct.CLOSE, closes + lost + mismatch))
    # A good closing mark is seldom a slip while something of its family is open.
    if closing and closes < 1.0 and stray > 1.0 and family in state:
        stray += 0.6
    moves = [(state, MarkAct.STRAY, stray), *closing]
    if len(state) < _DEEPEST:
        inside = _SAME_INSIDE if state and state[-1] is family else 0.0
        if state and family.double and state[-1].double and state[-1] is not family:
            inside = _OTHER_INSIDE  # “He said "no" twice.”
        moves.append(((*state, family), MarkAct.OPEN, opens + inside))
    # “We sail. “And so do we,” she said: the first was never closed.
    if state and state[0] is family:
        moves.append(((family,), MarkAct.RESTART, opens + _RESTARTED))
    elif state and family.double and state[0].double:
        moves.append(((family,), MarkAct.RESTART, opens + _RESTARTED + _OTHER_DOUBLE))
    return moves


def _mismatch_cost(opened: MarkFamily, closing: MarkFamily, strays: float) -> float:
    """Return the cost of closing a quotation of one family with a mark of another."""
    if opened.double and closing.double:
        return _OTHER_DOUBLE
    # “the players’ strike: what is probably an apostrophe closes nothing; “yes’ and ‘yes" do.
    apostrophe = closing is MarkFamily.SINGLE and strays < 1.0
    if not apostrophe and {opened.double, closing.double} == {True, False}:
        return _DOUBLE_AND_SINGLE if MarkFamily.SINGLE in (opened, closing) else _IMPOSSIBLE
    return _IMPOSSIBLE


def _unclosed_cost(state: State, goes_on: MarkFamily | None) -> float:
    if not state:
        return 0.0
    if state[0] is goes_on:
        return _UNCLOSED_IN_RUN * len(state)
    return _UNCLOSED + _UNCLOSED_INSIDE * (len(state) - 1)
