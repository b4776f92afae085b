"""Clippings: quotes that the reader marked, with all that is needed to use them when their article is gone."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from uuid import uuid4

from tui.article.cleaning import clean
from tui.article.sanitising import stream_safe
from tui.article.spans import Span
from tui.library.connection import Connection
from tui.library.content_keys import text_hash, without_surrogates
from tui.library.serialisation import Unreadable, from_json_text, json_text
from tui.library.timestamps import now

_COLUMNS = "id, text_hash, made, note, tags, data"
_NOT_IN_TAG = re.compile(r"[^\w/-]+")
_COLUMN = {"in_json": False}
_TEXTS = tuple(
    "words speaker role named cue kind stance polarity sentence place article source byline published url "
    "site note".split()
)


PASSAGE = "passage"
"""The kind of words that are the article's own, and nobody's quote."""


@dataclass(frozen=True, slots=True)
class Clipping:
    """A quote as it was clipped; `tui.session.keeping.clipping.clip` makes one.

    `words` are those of the quote, cleaned, one line for each paragraph. `speaker` is None if the article names
    nobody; `named` is then how it refers to the speaker ("officials"). `sentence` gives indirect speech with its
    speaker and cue, and is "" for words that can be quoted by themselves; `place` is "paragraph 3" or "page 2", if
    that is known. The spans are offsets into the text with the hash `text_hash`. `article` is the title or name of
    the article, `made` a time in UTC; `tags` have no #.
    """

    words: str
    speaker: str | None
    role: str | None
    named: str
    cue: str
    kind: str
    stance: str
    certainty: float
    corrected: bool
    article: str
    source: str
    text_hash: bytes = field(metadata=_COLUMN)
    content: tuple[Span, ...] = ()
    cue_spans: tuple[Span, ...] = ()
    source_spans: tuple[Span, ...] = ()
    titled: bool = True
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    site: str | None = None
    polarity: str = "affirmed"
    sentence: str = ""
    place: str = ""
    note: str = field(default="", metadata=_COLUMN)
    tags: tuple[str, ...] = field(default=(), metadata=_COLUMN)
    made: str = field(default="", metadata=_COLUMN)
    id: str = field(default="", metadata=_COLUMN)

    @property
    def cited(self) -> str:
        """The sentence for indirect speech, the words for any other."""
        return self.sentence or self.words

    @property
    def safe_words(self) -> str:
        """The words, or the sentence if the words alone would state what was denied, refused or asked."""
        return self.words if self.polarity == "affirmed" else self.cited


def cleaned(clipping: Clipping) -> Clipping:
    """Return a clipping without hidden characters in its texts: it may have been imported from anywhere.

    Everything of a clipping that is drawn, copied or exported passes through here. Its id stays as it is, and
    so does a printable source (spaces included), as it will be opened again.
    """
    changed: dict[str, str | None] = {}
    for name in _TEXTS:
        before = getattr(clipping, name)
        if before is None or (before.isascii() and before.isprintable()):
            continue
        if name == "source":
            after = before if before.isprintable() else clean(before)
        else:
            after = "\n".join(filter(None, map(clean, before.splitlines())))
        if after != before:
            changed[name] = after
    return replace(clipping, **changed) if changed else clipping  # type: ignore[arg-type]


def tags_in(typed: str | Iterable[str]) -> tuple[str, ...]:
    """Return the tags in what was typed, separated by spaces or commas, with or without #; each once.

    Tags keep their letters, digits, _, - and /, as Obsidian and Zettlr accept them; digits alone are not a tag.
    """
    pieces = re.split(r"[\s,;]+", typed) if isinstance(typed, str) else typed
    found = (stream_safe(_NOT_IN_TAG.sub("-", piece.strip().lstrip("#")).strip("-/")) for piece in pieces)
    return tuple({tag.casefold(): tag for tag in found if tag and not tag.isdigit()}.values())


class Clippings:
    """The clippings in a library. If one cannot be read or written, the library's `notice` says so."""

    def __init__(self, library: Connection) -> None:
        self._library = library
        self.unreadable = 0
        """The number of clippings in the last result that this version cannot read; they stay in the library."""

    def add(self, clipping: Clipping) -> Clipping | None:
        """Keep a clipping that is new, giving it id and time, or was removed before; None if that failed."""
        whole = replace(
            clipping,
            id=clipping.id or str(uuid4()),
            made=clipping.made or now(),
            tags=tags_in(clipping.tags),
            note=without_surrogates(clipping.note),
        )
        data = json_text(whole)

        def write(db: sqlite3.Connection) -> Clipping:
            db.execute(
                f"INSERT OR REPLACE INTO clippings ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
                (whole.id, whole.text_hash, whole.made, whole.note, " ".join(whole.tags), data),
            )
            return whole

        return self._library.transact(write)

    def change(
        self, clipping: str, *, note: str | None = None, tags: str | Iterable[str] | None = None
    ) -> bool:
        """Replace the note or the tags of the clipping with this id; tell whether the change was kept."""
        kept = None if tags is None else " ".join(tags_in(tags))

        def write(db: sqlite3.Connection) -> int:
            return db.execute(
                "UPDATE clippings SET note = coalesce(?, note), tags = coalesce(?, tags) WHERE id = ?",
                (note and without_surrogates(note), kept, clipping),
            ).rowcount

        return bool(self._library.transact(write))

    def remove(self, clipping: str) -> Clipping | None:
        """Delete a clipping and return it, for `add` to restore it; None if it cannot be deleted."""
        found = self.get(clipping)
        if found is None:
            return None
        gone = self._library.transact(
            lambda db: db.execute("DELETE FROM clippings WHERE id = ?", (clipping,)).rowcount
        )
        return found if gone else None

    def get(self, clipping: str) -> Clipping | None:
        """Return the clipping with this id; None if there is none."""
        return next(iter(self._found("id = ?", clipping)), None)

    def all(self) -> list[Clipping]:
        """Return all clippings, the newest first."""
        return self._found("1")

    def of(self, article: str | bytes) -> list[Clipping]:
        """Return the clippings of an article, given its text or the text's hash; the newest first."""
        return self._found("text_hash = ?", text_hash(article) if isinstance(article, str) else article)

    def tags(self) -> list[tuple[str, int]]:
        """Return all tags with the number of their clippings, the most used first."""
        return Counter(tag for each in self.all() for tag in each.tags).most_common()

    def _found(self, where: str, *values: str | bytes) -> list[Clipping]:
        query = f"SELECT {_COLUMNS} FROM clippings WHERE {where} ORDER BY made DESC, rowid DESC"
        rows = self._library.query(lambda db: db.execute(query, values).fetchall()) or []
        out = []
        for identifier, hashed, made, note, tags, data in rows:
            try:
                columns = {"id": identifier, "text_hash": hashed, "made": made, "note": note}
                out.append(cleaned(from_json_text(Clipping, data, tags=tags_in(tags), **columns)))
            except Unreadable:
                continue
        self.unreadable = len(rows) - len(out)
        return out
