"""Who is who as the reader says: two that are one, one that is two, and what somebody is called.

Names say who is taken for whom (`tui.library.people_names`); changes are applied on top, in the order they
were made, to every article read before and after. They are kept as they were made, each can be undone, and
they name people by key and articles by text hash, so that they hold in any other library that they are
taken to. Functions run inside a transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tui.library.connection import now
from tui.library.content_keys import plain
from tui.library.people_names import folded, key_of


@dataclass(frozen=True, slots=True)
class Change:
    """One thing the reader said.

    - "join": whoever is `key` is `into`.
    - "apart": those of `key` who appear as a name in a text (`appearances`: hash in hex, name), and those with
      one of `roles` (folded), are somebody else.
    - "name": `key` is called `name`.
    """

    id: str
    what: str
    key: str
    into: str = ""
    appearances: frozenset[tuple[str, str]] = frozenset()
    roles: frozenset[str] = frozenset()
    name: str = ""

    @property
    def apart(self) -> str:
        """The key of those who are somebody else."""
        return f"{self.key}#{self.id[:8]}"

    def to_json(self) -> dict[str, Any]:
        """Everything but the id."""
        return {
            "what": self.what,
            "key": self.key,
            "into": self.into,
            "appearances": sorted(map(list, self.appearances)),
            "roles": sorted(self.roles),
            "name": self.name,
        }

    @classmethod
    def from_json(cls, identifier: str, data: Any) -> Change:
        """What `to_json` gave. Raises ValueError, KeyError or TypeError on anything else."""
        what, *strings = data["what"], data["key"], data["into"], data["name"]
        if what not in ("join", "apart", "name") or not all(isinstance(each, str) for each in strings):
            raise ValueError("no change of people")
        key, into, name = (plain(each) or "" for each in strings)
        appearances = frozenset((str(hashed), str(called)) for hashed, called in data["appearances"])
        return cls(identifier, what, key, into, appearances, frozenset(map(str, data["roles"])), name)


def new_id() -> str:
    """An id for a change."""
    return uuid4().hex


def active(db: sqlite3.Connection) -> list[Change]:
    """The changes that are not undone, in the order they were made."""
    return _changes(db, "WHERE undone = 0")


def add(db: sqlite3.Connection, change: Change) -> str:
    """Keep a change and apply it; returns its id."""
    db.execute(
        "INSERT INTO people_changes (id, made, data) VALUES (?, ?, ?)",
        (change.id, now(), json.dumps(change.to_json(), separators=(",", ":"))),
    )
    apply(db, [change])
    return change.id


def set_undone(db: sqlite3.Connection, identifier: str, undone: bool) -> bool:
    """Undo a change, or do it again; False when there is none with this id."""
    found = _changes(db, "WHERE id = ?", identifier)
    if not found:
        return False
    db.execute("UPDATE people_changes SET undone = ? WHERE id = ?", (undone, identifier))
    apply(db, found)
    return True


def resolved(key: str, name: str, role: str | None, hashed: bytes, changes: Iterable[Change]) -> str:
    """Who somebody with this key is, after the changes."""
    for change in changes:
        if change.key != key:
            continue
        if change.what == "join":
            key = change.into
        elif change.what == "apart" and (
            (hashed.hex(), name) in change.appearances or (role and folded(role) in change.roles)
        ):
            key = change.apart
    return key


def person_for(db: sqlite3.Connection, key: str, name: str, role: str | None, hashed: bytes) -> int:
    """The id of the person that a speaker is, made where there was none."""
    changes = active(db)
    target = resolved(key, name, role, hashed, changes)
    person = _person(db, target, name)
    if target == key and not any(change.what == "name" and change.key == key for change in changes):
        (called,) = db.execute("SELECT name FROM people WHERE id = ?", (person,)).fetchone()
        kind = "person" if key.startswith("person:") else "organisation"
        if called != name and key_of(called, kind, hashed) != key.partition("/")[0]:
            # So far only those were known by this key who were joined with it.
            db.execute("UPDATE people SET name = ? WHERE id = ?", (name, person))
    return person


def apply(db: sqlite3.Connection, changed: Iterable[Change]) -> None:
    """Work out anew who everybody is whom one of `changed`, done or undone, may concern."""
    changes = active(db)
    every = [*_changes(db, ""), *changed]
    keys = {key for change in changed for key in (change.key, change.into, change.apart) if key}
    while more := {
        key
        for change in every
        if change.key in keys
        for key in (change.into, change.apart)
        if key and key not in keys
    }:
        keys |= more
    marks = ", ".join("?" * len(keys))
    rows = db.execute(
        "SELECT a.id, a.key, a.name, a.role, text_hash, a.person FROM appearances a "
        "JOIN articles ON articles.id = a.id >> 20 "
        f"WHERE a.person IN (SELECT id FROM people WHERE key IN ({marks}))",
        tuple(keys),
    ).fetchall()
    for number, key, name, role, hashed, before in rows:
        person = _person(db, resolved(key, name, role, hashed, changes), name)
        if person != before:
            db.execute("UPDATE appearances SET person = ? WHERE id = ?", (person, number))
    called = {change.key: change.name for change in changes if change.what == "name"}
    for key in keys:
        # What somebody was joined with has a say in the name only where nobody bears the key by name.
        found = db.execute(
            "SELECT a.name FROM appearances a JOIN people p ON p.id = a.person WHERE p.key = ? "
            "ORDER BY a.key = p.key DESC, length(a.name) DESC, a.id LIMIT 1",
            (key,),
        ).fetchone()
        if name := called.get(key) or (found and found[0]):
            db.execute("UPDATE people SET name = ? WHERE key = ?", (name, key))


def _person(db: sqlite3.Connection, key: str, name: str) -> int:
    row = db.execute("SELECT id FROM people WHERE key = ?", (key,)).fetchone()
    if row is None:
        named = [c.name for c in active(db) if c.what == "name" and c.key == key]
        cursor = db.execute(
            "INSERT INTO people (key, name) VALUES (?, ?)", (key, named[-1] if named else name)
        )
        return int(cursor.lastrowid or 0)
    return int(row[0])


def _changes(db: sqlite3.Connection, where: str, *values: str) -> list[Change]:
    rows = db.execute(f"SELECT id, data FROM people_changes {where} ORDER BY made, rowid", values)
    out = []
    for identifier, data in rows:
        try:
            out.append(Change.from_json(identifier, json.loads(data)))
        except (ValueError, KeyError, TypeError, RecursionError):
            continue  # of a newer quoth, or damaged: it stays, and changes nothing
    return out
