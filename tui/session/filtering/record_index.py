"""An index of quotes from many articles, to filter them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from tui.article.folding import fold
from tui.session.filtering.filter_index import FilterIndex, Texts, group_quotes
from tui.session.filtering.query import CERTAINTIES, CHOICES, NOBODY
from tui.session.filtering.records import Record


class RecordIndex(FilterIndex):
    """An index of `records`, with the fields that a query may use."""

    bare = ("speaker", "tag", "article")

    def __init__(
        self, records: Sequence[Record], fields: Mapping[str, str], *, speech_only: bool = False
    ) -> None:
        super().__init__(records, speech_only=speech_only)
        self.fields = fields
        self._records = records

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
