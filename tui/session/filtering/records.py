"""The filter language over quotes of many articles: clippings, everything somebody said.

The fields are those of `tui.session.filtering.query` but `polarity:`, which is not kept with them, and `entity:`,
which looks in the words here, and `article:`,
`note:` and `tag:` beside them. Bare words are looked for in the words of the quote, its note and its tags. What a
query leaves, `tui.session.filtering.record_index` says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tui.article.folding import fold
from tui.session.filtering.query import FIELDS, NOBODY

RECORD_FIELDS: Mapping[str, str] = {
    **{name: what for name, what in FIELDS.items() if name not in ("entity", "polarity")},
    "entity": "a name in the words",
    "article": "title, byline, site or address",
    "note": "your note",
    "tag": "one of your tags",
}

SAID_FIELDS = {name: what for name, what in RECORD_FIELDS.items() if name not in ("note", "tag")}
"""The same without what only clippings have."""


@dataclass(frozen=True)
class Record:
    """One quote as it is filtered; everything as it is shown. `title` is what its article is called."""

    words: str
    speaker: str = ""
    role: str = ""
    cue: str = ""
    kind: str = ""
    stance: str = "speech"
    certainty: float = 1.0
    article: str = ""
    note: str = ""
    title: str = ""
    tags: tuple[str, ...] = ()

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
