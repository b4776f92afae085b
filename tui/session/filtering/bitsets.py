"""Queries answered with whole numbers that have a bit for each of many things, in their order.

Clauses are joined with & | ~, and what was found for a value is kept, so that typing on only looks for what is new.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from tui.article.folding import fold
from tui.session.filtering.query import Clause, Query, Value

if TYPE_CHECKING:
    from tui.session.filtering.filter_completion import Completion

KEPT = 500
"""Values for which what was found is remembered."""


class BitsetIndex:
    """Many things, ready to be filtered at every keystroke. Subclasses say which of them a value finds."""

    fields: Mapping[str, str]
    """Those a query may have, with what each looks at."""
    bare: tuple[str, ...]
    """The fields whose values are offered for a word that has none, if there are such fields."""

    def __init__(self, size: int) -> None:
        self._all = (1 << size) - 1
        self._found: dict[tuple[str, Value], int] = {}
        self._values: dict[str, list[tuple[str, str, int]]] = {}

    # What subclasses say

    @property
    def spoken(self) -> int:
        """Those left where a query asks for no stance."""
        raise NotImplementedError

    def look_up(self, field: str, value: Value) -> int:
        """Those in whose `field` the value is."""
        raise NotImplementedError

    def shown(self, field: str) -> Iterable[tuple[str, int]]:
        """The values that `field` takes, as they are shown, each with the mask of what it finds."""
        raise NotImplementedError

    # Asking

    def mask(self, query: Query, *, attitudes: bool = False) -> int:
        """Those that the query leaves.

        Attitudes are among them where the query asks for them, and with `attitudes` if it asks for no stance.
        """
        found = self._all if attitudes or query.stances is not None else self.spoken
        for clause in query.clauses:
            found &= self._clause(clause)
            if not found:
                break
        return found

    def count(self, clause: Clause, among: int) -> int:
        """How many of those in the mask `among` the clause leaves."""
        return (self._clause(clause) & among).bit_count()

    def values(self, field: str) -> list[tuple[str, str, int]]:
        """The values that `field` takes here and that find something: as shown, folded, and what they find."""
        if field not in self._values:
            self._values[field] = [(name, fold(name), mask) for name, mask in self.shown(field) if mask]
        return self._values[field]

    def complete(self, text: str, cursor: int) -> list[Completion]:
        """What could be typed at `cursor` of the query `text`; see `tui.session.filtering.filter_completion`."""
        from tui.session.filtering.filter_completion import complete

        return complete(self, text, cursor)

    def _clause(self, clause: Clause) -> int:
        found = 0
        for value in clause.values:
            found |= self.finds(clause.field, value)
        return self._all & ~found if clause.negated else found

    def finds(self, field: str, value: Value) -> int:
        """The same as `look_up`, looked up once."""
        key = (field, value)
        found = self._found.get(key)
        if found is None:
            if len(self._found) >= KEPT:
                self._found.clear()
            found = self._found[key] = self.look_up(field, value)
        return found


def mask_of(flags: Iterable[bool]) -> int:
    """The mask whose bit i is the i-th flag."""
    digits = "".join(["1" if flag else "0" for flag in flags])
    return int(digits[::-1], 2) if digits else 0


def mask_at(places: Iterable[int]) -> int:
    """The mask that has these bits."""
    found = list(places)
    out = bytearray(max(found) // 8 + 1) if found else bytearray()
    for place in found:
        out[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(out, "little")


def places(mask: int) -> Iterator[int]:
    """Which bits a mask has, the lowest first."""
    bits = bin(mask)[:1:-1]
    at = bits.find("1")
    while at >= 0:
        yield at
        at = bits.find("1", at + 1)


def joined(held: Iterable[bool], masks: Iterable[int]) -> int:
    """The masks beside which a flag is set, as one."""
    found = 0
    for flag, mask in zip(held, masks, strict=True):
        if flag:
            found |= mask
    return found


def by_value(values: Iterable[tuple[int, str]]) -> dict[str, int]:
    """The different ones of some values, each given with its place, and the mask of where each stands; "" aside."""
    found: dict[str, list[int]] = {}
    for at, value in values:
        if value:
            found.setdefault(value, []).append(at)
    return {value: mask_at(there) for value, there in found.items()}
