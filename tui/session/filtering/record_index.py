"""The filter over quotes of many articles: what it leaves of them, and what could be typed next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.session.filtering.completion import Completion, complete
from tui.session.filtering.folding import fold
from tui.session.filtering.index import COMPARE, NOBODY, holders
from tui.session.filtering.query import CHOICES, Clause, Comparison, Query, Value
from tui.session.filtering.records import Record

_CERTAINTIES = (0.9, 0.8, 0.5)
_KEPT = 500  # values whose records are remembered


class RecordIndex:
    """Over `records`, with the fields that a query may have there. Masks are numbers with a bit for each record.

    With `spoken` attitudes are left only where the query asks for them, as in the reader.
    """

    bare = ("speaker", "tag", "article")
    """The fields whose values are offered for a word that has none, if there are such fields."""

    def __init__(self, records: Sequence[Record], fields: Mapping[str, str], *, spoken: bool = False) -> None:
        self.fields = fields
        self._records = records
        self._all = (1 << len(records)) - 1
        self._spoken = _bits(i for i, each in enumerate(records) if each.stance == "speech" or not spoken)
        self._texts: dict[str, tuple[list[str], list[int]]] = {}
        self._found: dict[tuple[str, Value], int] = {}
        self._values: dict[str, list[tuple[str, str, int]]] = {}

    def left(self, query: Query) -> list[int]:
        """The indices of the records that the query leaves."""
        found = f"{self.mask(query):b}"[::-1]
        return [i for i, bit in enumerate(found) if bit == "1"]

    def complete(self, text: str, cursor: int) -> list[Completion]:
        """What could be typed at `cursor` of the query `text`."""
        return complete(self, text, cursor)

    def mask(self, query: Query, *, attitudes: bool = False) -> int:
        """The records that the query leaves, as a mask."""
        found = self._all if attitudes or query.stances is not None else self._spoken
        for clause in query.clauses:
            found &= self._clause(clause)
        return found

    def count(self, clause: Clause, among: int) -> int:
        """How many of the records in the mask `among` the clause leaves."""
        return (self._clause(clause) & among).bit_count()

    def values(self, field: str) -> list[tuple[str, str, int]]:
        """The values that `field` takes: as shown, folded, and the mask of their records."""
        if field not in self._values:
            places: dict[str, tuple[str, list[int]]] = {}
            for i, name in self._shown(field):
                places.setdefault(fold(name), (name, []))[1].append(i)
            self._values[field] = [(name, folded, _bits(its)) for folded, (name, its) in places.items()]
        return self._values[field]

    def _shown(self, field: str) -> Iterator[tuple[int, str]]:
        for i, each in enumerate(self._records):
            names: dict[str, Iterable[str]] = {
                "speaker": [each.speaker or NOBODY],
                "role": [each.role],
                "cue": [each.cue],
                "article": [each.title],
                "tag": each.tags,
                "kind": [each.kind],
                "stance": [each.stance, CHOICES["stance"][-1]],
                "certainty": [f">{least}" for least in _CERTAINTIES if COMPARE[">"](each.certainty, least)],
            }
            yield from ((i, name) for name in names.get(field, ()) if name)

    # Finding

    def _clause(self, clause: Clause) -> int:
        found = 0
        for value in clause.values:
            found |= self._value(clause.field, value)
        return self._all & ~found if clause.negated else found

    def _value(self, field: str, value: Value) -> int:
        key = field, value
        if key not in self._found:
            if len(self._found) >= _KEPT:
                self._found.clear()
            self._found[key] = self._look(field, value)
        return self._found[key]

    def _look(self, field: str, value: Value) -> int:
        records = enumerate(self._records)
        if isinstance(value, Comparison):
            compare, number = COMPARE[value.operator], value.number
            return _bits(i for i, each in records if compare(each.certainty, number))
        if field == "kind":
            return _bits(i for i, each in records if each.kind == value.text)
        if field == "stance":
            return _bits(i for i, each in records if value.text in (each.stance, "any"))
        texts, masks = self._different(field)
        found = 0
        for mask, holds in zip(masks, holders(value, texts), strict=True):
            if holds:
                found |= mask
        return found

    def _different(self, field: str) -> tuple[list[str], list[int]]:
        """The texts that a field is looked for in, each once, and the masks of their records."""
        if field not in self._texts:
            places: dict[str, list[int]] = {}
            for i, each in enumerate(self._records):
                for text in each.folded.get(field, ()):
                    places.setdefault(text, []).append(i)
            self._texts[field] = list(places), [_bits(its) for its in places.values()]
        return self._texts[field]


def _bits(places: Iterable[int]) -> int:
    found = 0
    for place in places:
        found |= 1 << place
    return found
