"""An index of quotes from many articles, to filter them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from tui.article.folding import fold
from tui.session.filtering.filter_index import FilterIndex, Texts, group_quotes
from tui.session.filtering.query import CERTAINTIES, CHOICES, NOBODY
from tui.session.filtering.records import Record


class RecordIndex(FilterIndex):
    """An index of `records`, with the fields that a query may use.

    With `speech_only` attitudes match only if the query asks for them, as in the reader.
    """

    bare = ("speaker", "tag", "article")

    def __init__(
        self, records: Sequence[Record], fields: Mapping[str, str], *, speech_only: bool = False
    ) -> None:
        super().__init__()
        self.fields = fields
        self._records = records
        self._speech_only = speech_only

    @cached_property
    def kinds(self) -> Sequence[str]:
        """The kind of each record."""
        return [each.kind for each in self._records]

    @cached_property
    def stances(self) -> Sequence[str]:
        """The stance of each record."""
        return [each.stance for each in self._records]

    @cached_property
    def certainties(self) -> Sequence[float]:
        """The certainty of each record."""
        return [each.certainty for each in self._records]

    @cached_property
    def shown_by_default(self) -> frozenset[int]:
        """The records that can match a query that asks for no stance."""
        if not self._speech_only:
            return self.everything
        return frozenset(i for i, stance in enumerate(self.stances) if stance == "speech")

    def make_texts(self, field: str) -> Texts:
        """Collect the distinct texts that `field` searches."""
        each_text = ((i, text) for i, each in enumerate(self._records) for text in each.folded.get(field, ()))
        return [((text,), records) for text, records in group_quotes(each_text).items()]

    def make_values(self, field: str) -> Iterator[tuple[str, Collection[int]]]:
        """Yield the values of `field`, each in the form that occurs first, with its records."""
        named = [(i, name, fold(name)) for i, name in self._names(field)]
        names = {folded: name for _, name, folded in reversed(named)}
        groups = group_quotes((i, folded) for i, _, folded in named)
        yield from ((names[folded], records) for folded, records in groups.items())

    def _names(self, field: str) -> Iterator[tuple[int, str]]:
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
