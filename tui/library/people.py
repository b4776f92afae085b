"""The people and organisations of all articles, and what they said.

Which speakers of different articles are the same is decided by name, cautiously (`tui.library.people_names`),
and by the reader.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.article.text_markup import ShownText
from tui.library import people_changes
from tui.library.article_texts import SHIFT, shown_text
from tui.library.connection import Connection
from tui.library.content_keys import display_field, display_title
from tui.library.people_changes import ChangeKind, PeopleChange, new_id
from tui.library.people_names import folded, key_of
from tui.library.serialisation import said, spans
from tui.library.spellings import plain, plain_in_sql

_LATEST = 100  # the most appearances whose roles are shown


@dataclass(frozen=True, slots=True)
class Person:
    """A person or organisation across articles. `role` is the latest one, `roles` the recent ones, latest first."""

    id: int
    name: str
    kind: str
    role: str | None
    quotes: int
    articles: int
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appearance:
    """A speaker in one article. `speaker` is its id in the article's analysis; `date` is as in `KeptQuote`."""

    id: int
    article: int
    speaker: str
    name: str
    role: str | None
    quotes: int
    title: str
    date: str


@dataclass(frozen=True, slots=True)
class KeptQuote:
    """A quote with its article; each text is on one line and safe to draw.

    `number` is its index in the analysis, `content` its spans in the article's text. `date` is when the article
    was published, or else first read (ISO 8601).
    """

    article: int
    number: int
    words: str
    cue: str
    name: str
    role: str | None
    title: str
    source: str
    date: str
    content: tuple[Span, ...]
    kind: str
    stance: str
    certainty: float
    corrected: bool


class People:
    """The people who speak in a library. If it cannot be read, every method answers as for an empty one."""

    def __init__(self, library: Connection) -> None:
        self._library = library

    def all(self, query: str = "", limit: int = 100) -> list[Person]:
        """Return the people quoted, those with most quotes first; with `query` those with words that begin so."""
        words = plain(folded(query)).split()
        if query.strip() and not words:
            return []

        def look_up(db: sqlite3.Connection) -> list[Person]:
            key = plain_in_sql("key")
            where = " AND ".join([f"({key} LIKE ? OR {key} LIKE ? OR ' ' || name LIKE ?)"] * len(words))
            among = f"WHERE person IN (SELECT id FROM people WHERE {where})" if words else ""
            values = [f"%{sign}{word}%" for word in words for sign in (":", " ", " ")]
            rows = db.execute(
                f"SELECT person FROM appearances {among} GROUP BY person HAVING sum(quotes) > 0 "
                "ORDER BY sum(quotes) DESC, person LIMIT ?",
                (*values, limit),
            ).fetchall()
            return [found for row in rows if (found := _person(db, row[0])) is not None]

        return self._library.query(look_up) or []

    def person(self, who: int | str) -> Person | None:
        """Return a person by id or full name; None if there is none, and for a bare surname in one article."""

        def look_up(db: sqlite3.Connection) -> Person | None:
            if isinstance(who, int):
                return _person(db, who)
            for kind in ("person", "organisation"):
                key = people_changes.resolved(
                    key_of(who, kind, b""), who, None, b"", people_changes.active(db)
                )
                row = db.execute("SELECT id FROM people WHERE key = ?", (key,)).fetchone()
                if row and (found := _person(db, row[0])):
                    return found
            return None

        return self._library.query(look_up)

    def person_of(self, article: int, speaker: str) -> Person | None:
        """Return the person who a speaker is, given by its id in the analysis of an article."""

        def look_up(db: sqlite3.Connection) -> Person | None:
            row = db.execute(
                "SELECT person FROM appearances WHERE id BETWEEN ? AND ? AND speaker = ?",
                (article << SHIFT, (article + 1 << SHIFT) - 1, speaker),
            ).fetchone()
            return _person(db, row[0]) if row else None

        return self._library.query(look_up)

    def appearances(self, person: int) -> list[Appearance]:
        """Return the articles that a person speaks in, the newest first."""
        return self._library.query(lambda db: _appearances(db, person)) or []

    def quotes(self, person: int, limit: int = 200, *, attitudes: bool = False) -> list[KeptQuote]:
        """Return everything a person said, the newest article first, within an article in reading order.

        Attitudes are left out unless asked for.
        """

        def look_up(db: sqlite3.Connection) -> list[KeptQuote]:
            said = (quote for each in _appearances(db, person) for quote in _said(db, each, attitudes))
            return list(islice(said, limit))

        return self._library.query(look_up) or []

    def join(self, person: int, into: int) -> str | None:
        """Join `person` with `into`; return the id of the change, for `undo`, or None if it was not kept."""

        def write(db: sqlite3.Connection) -> str | None:
            key, other = _key(db, person), _key(db, into)
            if key is None or other is None or key == other:
                return None
            # If they were joined the other way round before, that is undone first.
            for change in people_changes.active(db):
                if change.kind is ChangeKind.JOIN and (change.key, change.into) == (other, key):
                    people_changes.set_undone(db, change.id, True)
            return people_changes.add(db, PeopleChange(new_id(), ChangeKind.JOIN, key, other))

        return self._library.transact(write)

    def split(
        self, person: int, appearances: Iterable[Appearance] = (), roles: Iterable[str] = ()
    ) -> str | None:
        """Make some appearances of a person, or all with some roles, another person; return the change's id."""
        chosen = {each.id for each in appearances}
        under = frozenset(folded(role) for role in roles)

        def write(db: sqlite3.Connection) -> str | None:
            key = _key(db, person)
            found = db.execute(
                "SELECT a.id, text_hash, a.name FROM appearances a JOIN articles ON articles.id = a.id >> 20 "
                "WHERE person = ?",
                (person,),
            ).fetchall()
            apart = frozenset((hashed.hex(), name) for number, hashed, name in found if number in chosen)
            if key is None or not (apart or under):
                return None
            return people_changes.add(
                db, PeopleChange(new_id(), ChangeKind.SPLIT, key, appearances=apart, roles=under)
            )

        return self._library.transact(write)

    def rename(self, person: int, name: str) -> str | None:
        """Give a person another name; return the id of the change, or None if it was not kept."""
        name = display_field(name)

        def write(db: sqlite3.Connection) -> str | None:
            key = _key(db, person)
            if key is None or not name:
                return None
            return people_changes.add(db, PeopleChange(new_id(), ChangeKind.RENAME, key, name=name))

        return self._library.transact(write)

    def undo(self, change: str) -> bool:
        """Undo a change; return False if that could not be kept or there is no such change."""
        return bool(self._library.transact(lambda db: people_changes.set_undone(db, change, True)))

    def redo(self, change: str) -> bool:
        """Redo a change that was undone; return False as `undo` does."""
        return bool(self._library.transact(lambda db: people_changes.set_undone(db, change, False)))

    def changes_of(self, person: int) -> list[PeopleChange]:
        """Return the changes to a person that are not undone."""

        def look_up(db: sqlite3.Connection) -> list[PeopleChange]:
            key = _key(db, person)
            return [
                each for each in people_changes.active(db) if key in (each.key, each.into, each.split_key)
            ]

        return self._library.query(look_up) or []

    def changes(self) -> list[PeopleChange]:
        """Return the changes that are not undone, in the order they were made."""
        return self._library.query(people_changes.active) or []


def _key(db: sqlite3.Connection, person: int) -> str | None:
    row = db.execute("SELECT key FROM people WHERE id = ?", (person,)).fetchone()
    return str(row[0]) if row else None


def _person(db: sqlite3.Connection, person: int) -> Person | None:
    row = db.execute("SELECT name FROM people WHERE id = ?", (person,)).fetchone()
    articles, quotes = db.execute(
        "SELECT count(DISTINCT id >> ?), sum(quotes) FROM appearances WHERE person = ?", (SHIFT, person)
    ).fetchone()
    if row is None or not articles:
        return None
    latest = db.execute(
        "SELECT kind, role FROM appearances WHERE person = ? ORDER BY id DESC LIMIT ?", (person, _LATEST)
    ).fetchall()
    kind = Counter(each[0] for each in latest).most_common(1)[0][0]
    spellings: dict[
        str, str
    ] = {}  # “US President” and “US president” are one role, as the latest article has it
    for _, role in latest:
        if role:
            spellings.setdefault(folded(role), display_field(role))
    roles = tuple(spellings.values())
    return Person(person, display_field(row[0]), kind, roles[0] if roles else None, quotes, articles, roles)


def _appearances(db: sqlite3.Connection, person: int) -> list[Appearance]:
    rows = db.execute(
        "SELECT a.id, a.speaker, a.name, a.role, a.quotes, title, source, "
        "coalesce(published, first) AS day FROM appearances a JOIN articles ON articles.id = a.id >> 20 "
        "WHERE person = ? ORDER BY day DESC, a.id DESC",
        (person,),
    )
    return [
        Appearance(
            id=number,
            article=number >> SHIFT,
            speaker=speaker,
            name=display_field(name),
            role=role and display_field(role),
            quotes=quotes,
            title=display_title(title, source),
            date=display_field(day),
        )
        for number, speaker, name, role, quotes, title, source, day in rows
    ]


def _said(db: sqlite3.Connection, each: Appearance, attitudes: bool) -> list[KeptQuote]:
    shown = shown_text(db, each.article) or ShownText("", ())
    (source,) = db.execute(
        "SELECT coalesce(source, '') FROM articles WHERE id = ?", (each.article,)
    ).fetchone()
    rows = db.execute(
        "SELECT id, content, cue, kind, stance, certainty, corrected FROM quotes "
        "WHERE id BETWEEN ? AND ? AND appearance = ? AND (? OR stance = 'speech')",
        (each.article << SHIFT, (each.article + 1 << SHIFT) - 1, each.id, attitudes),
    )
    out = []
    for number, content, cue, kind, stance, certainty, corrected in rows:
        pieces = spans(content)
        out.append(
            KeptQuote(
                article=each.article,
                number=number & (1 << SHIFT) - 1,
                words=one_line(said(shown.text, map(shown.shown_span, pieces))),
                cue=one_line(said(shown.text, map(shown.shown_span, spans(cue)))),
                name=each.name,
                role=each.role,
                title=each.title,
                source=display_field(source),
                date=each.date,
                content=pieces,
                kind=kind,
                stance=stance,
                certainty=certainty,
                corrected=bool(corrected),
            )
        )
    return out
