"""The filter over quotes of many articles: what it leaves of them, and what could be typed next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tui.article.folding import fold
from tui.session.filtering.bitsets import BitsetIndex, by_value, joined, mask_of, places
from tui.session.filtering.matching import compares, holders
from tui.session.filtering.query import CERTAINTIES, CHOICES, NOBODY, Comparison, Query, Value
from tui.session.filtering.records import Record


class RecordIndex(BitsetIndex):
    """Over `records`, with the fields that a query may have there. Masks have a bit for each record.

    With `spoken_only` attitudes are left only where the query asks for them, as in the reader.
    """

    bare = ("speaker", "tag", "article")

    def __init__(
        self, records: Sequence[Record], fields: Mapping[str, str], *, spoken_only: bool = False
    ) -> None:
        super().__init__(len(records))
        self.fields = fields
        self._records = records
        self._spoken = mask_of(each.stance == "speech" or not spoken_only for each in records)
        self._texts: dict[str, dict[str, int]] = {}

    def left(self, query: Query) -> list[int]:
        """The indices of the records that the query leaves."""
        return list(places(self.mask(query)))

    @property
    def spoken(self) -> int:
        """The records left where a query asks for no stance."""
        return self._spoken

    def shown(self, field: str) -> Iterator[tuple[str, int]]:
        """The values that `field` takes, each once, as they are shown, with the mask of their records."""
        named = [(i, name, fold(name)) for i, name in self._named(field)]
        names = {folded: name for _, name, folded in reversed(named)}  # as it is written first
        found = by_value((i, folded) for i, _, folded in named)
        yield from ((names[folded], mask) for folded, mask in found.items())

    def _named(self, field: str) -> Iterator[tuple[int, str]]:
        for i, each in enumerate(self._records):
            names: dict[str, Iterable[str]] = {
                "speaker": [each.speaker or NOBODY],
                "role": [each.role],
                "cue": [each.cue],
                "article": [each.title],
                "tag": each.tags,
                "kind": [each.kind],
                "stance": [each.stance, CHOICES["stance"][-1]],
                "certainty": [f">{least}" for least in CERTAINTIES if each.certainty > least],
            }
            yield from ((i, name) for name in names.get(field, ()))

    def look_up(self, field: str, value: Value) -> int:
        """The records in whose `field` the value is."""
        records = self._records
        if isinstance(value, Comparison):
            return mask_of(compares(value, (each.certainty for each in records)))
        if field == "kind":
            return mask_of(each.kind == value.text for each in records)
        if field == "stance":
            return mask_of(value.text in (each.stance, "any") for each in records)
        texts = self._looked_in(field)
        return joined(holders(value, texts), texts.values())

    def _looked_in(self, field: str) -> dict[str, int]:
        """The texts that a field is looked for in, each once, and the masks of their records."""
        if field not in self._texts:
            self._texts[field] = by_value(
                (i, text) for i, each in enumerate(self._records) for text in each.folded.get(field, ())
            )
        return self._texts[field]
