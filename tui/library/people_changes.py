"""The reader's changes to people: joining two, splitting one in two, and renaming.

Speakers are first matched by name (`tui.library.people_names`); changes are then applied in the order they were
made, to articles read before and after. Every change is kept and can be undone. They name people by key and
articles by text hash, so that they hold in any library they are imported into. All functions run inside a
transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import uuid4

from tui.article.cleaning import clean
from tui.library.content_keys import without_surrogates
from tui.library.people_names import folded, key_of
from tui.library.serialisation import Unreadable, from_json_text, json_text
from tui.library.timestamps import now


class ChangeKind(StrEnum):
    """The kinds of change."""

    JOIN = "join"  # everybody with `key` is the person with the key `into`
    SPLIT = "apart"  # some appearances with `key` are another person
    RENAME = "name"  # the person with `key` is called `name`


@dataclass(frozen=True, slots=True)
class PeopleChange:
    """One change. SPLIT affects speakers by `appearances` (text hash in hexadecimal, name) and folded `roles`."""

    id: str = field(metadata={"in_json": False})
    kind: ChangeKind = field(metadata={"key": "what"})
    key: str
    into: str = ""
    appearances: frozenset[tuple[str, str]] = frozenset()
    roles: frozenset[str] = frozenset()
    name: str = ""

    @property
    def split_key(self) -> str:
        """The key of the other person after a SPLIT."""
        return f"{self.key}#{self.id[:8]}"


def change_from_json(identifier: str, text: str) -> PeopleChange:
    """Return the change that was stored as this JSON. Raises Unreadable for anything invalid."""
    found = from_json_text(PeopleChange, text, id=identifier)
    key, into = (without_surrogates(each) for each in (found.key, found.into))
    return replace(found, key=key, into=into, name=clean(found.name))


def new_id() -> str:
    """Return an id for a new change."""
    return uuid4().hex


def active(db: sqlite3.Connection) -> list[PeopleChange]:
    """Return the changes that are not undone, in the order they were made."""
    return _changes(db, "WHERE undone = 0")


def add(db: sqlite3.Connection, change: PeopleChange) -> str:
    """Store a change and apply it; return its id."""
    db.execute(
        "INSERT INTO people_changes (id, made, data) VALUES (?, ?, ?)",
        (change.id, now(), json_text(change)),
    )
    apply(db, [change])
    return change.id


def set_undone(db: sqlite3.Connection, identifier: str, undone: bool) -> bool:
    """Undo or redo a change; return False if there is none with this id."""
    found = _changes(db, "WHERE id = ?", identifier)
    if not found:
        return False
    db.execute("UPDATE people_changes SET undone = ? WHERE id = ?", (undone, identifier))
    apply(db, found)
    return True


def resolved(key: str, name: str, role: str | None, hashed: bytes, changes: Iterable[PeopleChange]) -> str:
    """Return the key, after the changes, of the person that a speaker with this key, name and role is."""
    for change in changes:
        if change.key != key:
            continue
        if change.kind is ChangeKind.JOIN:
            key = change.into
        elif change.kind is ChangeKind.SPLIT and (
            (hashed.hex(), name) in change.appearances or (role and folded(role) in change.roles)
        ):
            key = change.split_key
    return key


def person_for(db: sqlite3.Connection, key: str, name: str, role: str | None, hashed: bytes) -> int:
    """Return the id of the person that a speaker is, adding the person if there is none yet."""
    changes = active(db)
    target = resolved(key, name, role, hashed, changes)
    person = _person(db, target, name)
    if target == key and not any(
        change.kind is ChangeKind.RENAME and change.key == key for change in changes
    ):
        (known,) = db.execute("SELECT name FROM people WHERE id = ?", (person,)).fetchone()
        kind = "person" if key.startswith("person:") else "organisation"
        if known != name and key_of(known, kind, hashed) != key.partition("/")[0]:
            # Until now the name was that of somebody joined with this person, who appears only now.
            db.execute("UPDATE people SET name = ? WHERE id = ?", (name, person))
    return person


def apply(db: sqlite3.Connection, changed: Iterable[PeopleChange]) -> None:
    """Reassign every speaker who may be affected by one of the changes, done or undone, to a person."""
    changes = active(db)
    every = [*_changes(db, ""), *changed]
    keys = {key for change in changed for key in (change.key, change.into, change.split_key) if key}
    while more := {
        key
        for change in every
        if change.key in keys
        for key in (change.into, change.split_key)
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
    renamed = {change.key: change.name for change in changes if change.kind is ChangeKind.RENAME}
    for key in keys:
        # Names of people joined with this one count only if nobody has the key by name.
        found = db.execute(
            "SELECT a.name FROM appearances a JOIN people p ON p.id = a.person WHERE p.key = ? "
            "ORDER BY a.key = p.key DESC, length(a.name) DESC, a.id LIMIT 1",
            (key,),
        ).fetchone()
        if name := renamed.get(key) or (found and found[0]):
            db.execute("UPDATE people SET name = ? WHERE key = ?", (name, key))


def _person(db: sqlite3.Connection, key: str, name: str) -> int:
    row = db.execute("SELECT id FROM people WHERE key = ?", (key,)).fetchone()
    if row is None:
        named = [c.name for c in active(db) if c.kind is ChangeKind.RENAME and c.key == key]
        cursor = db.execute(
            "INSERT INTO people (key, name) VALUES (?, ?)", (key, named[-1] if named else name)
        )
        return int(cursor.lastrowid or 0)
    return int(row[0])


def _changes(db: sqlite3.Connection, where: str, *values: str) -> list[PeopleChange]:
    rows = db.execute(f"SELECT id, data FROM people_changes {where} ORDER BY made, rowid", values)
    out = []
    for identifier, data in rows:
        try:
            out.append(change_from_json(identifier, data))
        except Unreadable:
            continue  # made by a newer version, or damaged: it stays in the library without effect
    return out
