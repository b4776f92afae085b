"""An index of quotes that is filtered at every keystroke, whatever the quotes come from.

Filtering is a plain loop over the texts of a field: for 5,000 quotes a value takes about a millisecond.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from tui.article.folding import fold
from tui.session.filtering.matching import compare, holds
from tui.session.filtering.query import Clause, Comparison, Query, Value

if TYPE_CHECKING:
    from tui.analysis.analysis import Attribution
    from tui.session.filtering.records import Record

Texts = list[tuple[Sequence[str], Collection[int]]]
"""Groups of folded texts, each with the indices of the quotes that any of its texts belongs to."""


class FilterIndex(ABC):
    """The quotes that queries search, each given by its index.

    `fields` are those that a query may use, with a description of each; values of the fields in `bare` are
    suggested for a word without a field.
    """

    fields: Mapping[str, str]
    bare: tuple[str, ...]

    def __init__(self, quotes: Sequence[Attribution | Record], *, speech_only: bool = True) -> None:
        """Index `quotes`; with `speech_only` attitudes match only if the query asks for them."""
        self._quotes = quotes
        self._speech_only = speech_only
        self._texts: dict[str, Texts] = {}
        self._values: dict[str, list[tuple[str, str, frozenset[int]]]] = {}
        # While a query is typed, all its values but the last stay the same.
        self._find_once = lru_cache(maxsize=100)(self.find)

    # What subclasses know about their quotes

    @abstractmethod
    def make_texts(self, field: str) -> Texts:
        """Collect the texts that `field` searches; called once for each field."""

    @abstractmethod
    def make_values(self, field: str) -> Iterable[tuple[str, Collection[int]]]:
        """Yield the values of `field` as they are shown, each with its quotes; called once for each field."""

    # Queries

    @cached_property
    def everything(self) -> frozenset[int]:
        """Return all quotes."""
        return frozenset(range(len(self._quotes)))

    @cached_property
    def shown_by_default(self) -> frozenset[int]:
        """The quotes that can match a query that asks for no stance."""
        if not self._speech_only:
            return self.everything
        return frozenset(i for i, each in enumerate(self._quotes) if each.stance == "speech")

    def matching(self, query: Query, *, attitudes: bool = False) -> list[int]:
        """Return the quotes that match `query`, in reading order; see `select`."""
        return self.ordered(self.select(query, attitudes=attitudes))

    def ordered(self, found: frozenset[int]) -> list[int]:
        """Return the quotes of `found` in reading order."""
        return sorted(found)

    def select(self, query: Query, *, attitudes: bool = False) -> frozenset[int]:
        """Return the quotes that match `query`.

        Attitudes are included if the query asks for them, or if it asks for no stance and `attitudes` is true.
        """
        found = self.everything if attitudes or query.stances is not None else self.shown_by_default
        for clause in query.clauses:
            if not found:
                break
            found = self.narrow(found, clause)
        return found

    def narrow(self, found: frozenset[int], clause: Clause) -> frozenset[int]:
        """Return those of `found` that match `clause`."""
        any_of = frozenset[int]().union(*(self._find_once(clause.field, value) for value in clause.values))
        return found - any_of if clause.negated else found & any_of

    def find(self, field: str, value: Value) -> Collection[int]:
        """Return the quotes whose `field` contains the value."""
        if isinstance(value, Comparison):
            return {i for i, each in enumerate(self._quotes) if compare(value, each.certainty)}
        if field == "stance" and value.text == "any":
            return self.everything
        if field in ("kind", "stance", "polarity"):
            return {i for i, each in enumerate(self._quotes) if getattr(each, field, None) == value.text}
        found: set[int] = set()
        for texts, quotes in self.texts(field):
            for text in texts:
                if value.text in text and holds(value, text):
                    found.update(quotes)
                    break
        return found

    def texts(self, field: str) -> Texts:
        """Return the texts that `field` searches."""
        if field not in self._texts:
            self._texts[field] = self.make_texts(field)
        return self._texts[field]

    def values(self, field: str) -> list[tuple[str, str, frozenset[int]]]:
        """Return the values of `field`: each as shown, folded, and with its quotes."""
        if field not in self._values:
            made = self.make_values(field)
            self._values[field] = [(name, fold(name), frozenset(quotes)) for name, quotes in made if quotes]
        return self._values[field]


def group_quotes(values: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    """Group the indices of quotes by the value paired with each; empty values are left out."""
    groups: dict[str, list[int]] = {}
    for index, value in values:
        if value:
            groups.setdefault(value, []).append(index)
    return groups
