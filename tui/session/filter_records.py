"""The filter language over quotes of many articles: clippings, everything somebody said.

The fields are those of `tui.session.filter_query` but `entity:`, which looks in the words here, and `article:`,
`note:` and `tag:` beside them. Bare words are looked for in the words of the quote, its note and its tags.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tui.session.filter_index import COMPARE, NOBODY, holders
from tui.session.filter_query import FIELDS, Clause, Comparison, Query, Value
from tui.session.folding import fold

RECORD_FIELDS: Mapping[str, str] = {
    **{name: what for name, what in FIELDS.items() if name != "entity"},
    "entity": "a name in the words",
    "article": "title, byline, site or address",
    "note": "your note",
    "tag": "one of your tags",
}


@dataclass(frozen=True)
class Record:
    """One quote as it is filtered; everything as it is shown."""

    words: str
    speaker: str = ""
    role: str = ""
    cue: str = ""
    kind: str = ""
    stance: str = "speech"
    certainty: float = 1.0
    article: str = ""
    note: str = ""
    tags: tuple[str, ...] = field(default=())

    @cached_property
    def folded(self) -> dict[str, list[str]]:
        """What is looked in, by field."""
        looked = {
            "text": [self.words, self.note, *self.tags],
            "entity": [self.words],
            "speaker": [self.speaker or NOBODY],
            "role": [self.role],
            "cue": [self.cue],
            "article": [self.article],
            "note": [self.note],
            "tag": list(self.tags),
        }
        return {name: [fold(text) for text in texts if text] for name, texts in looked.items()}


def matching(records: Sequence[Record], query: Query) -> list[int]:
    """The indices of the records that `query` leaves. Attitudes among them, whether it asks for these or not."""
    return [i for i, record in enumerate(records) if all(_holds(record, each) for each in query.clauses)]


def _holds(record: Record, clause: Clause) -> bool:
    return any(_has(record, clause.field, value) for value in clause.values) != clause.negated


def _has(record: Record, name: str, value: Value) -> bool:
    if isinstance(value, Comparison):
        return COMPARE[value.operator](record.certainty, value.number)
    if name == "kind":
        return record.kind == value.text
    if name == "stance":
        return value.text in (record.stance, "any")
    return any(holders(value, record.folded.get(name, ())))
