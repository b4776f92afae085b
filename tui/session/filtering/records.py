"""What the filter sees of quotes from many articles: clippings, or everything that somebody said.

The fields are those of `tui.session.filtering.query`, with `article:`, `note:` and `tag:` added. `polarity:` is
missing, as it is not kept with these quotes, and `entity:` searches their words. Bare words are looked for in
the words of the quote, its note and its tags. `tui.session.filtering.record_index` does the filtering.
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
"""Those fields without the ones that only clippings have."""


@dataclass(frozen=True)
class Record:
    """One quote as it is filtered, all texts as they are shown. `title` is the title of its article."""

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
        """The folded texts, by field."""
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
