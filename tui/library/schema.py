"""The library's tables, as numbered migrations: a file's `user_version` says how many it has had."""

from __future__ import annotations

import sqlite3

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE articles (
            text_hash BLOB PRIMARY KEY,  -- SHA-256 of the text in UTF-8; the text itself is not kept
            source TEXT,
            title TEXT,
            encoding TEXT,
            opened TEXT NOT NULL,        -- when last, in UTC: 2025-05-12T10:15:00Z
            position INTEGER,            -- the character at the top of the screen
            filter TEXT
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE analyses (
            text_hash BLOB NOT NULL,
            model TEXT NOT NULL,         -- name and version
            version INTEGER NOT NULL,    -- tui.analysis.version.VERSION
            kept TEXT NOT NULL,
            data BLOB NOT NULL,          -- Analysis.to_json, deflated
            PRIMARY KEY (text_hash, model, version)
        )
        """,
        "CREATE INDEX articles_opened ON articles (opened)",
        "CREATE INDEX analyses_kept ON analyses (kept)",
    ),
    (
        """
        CREATE TABLE corrections (
            id INTEGER PRIMARY KEY,
            text_hash BLOB NOT NULL,     -- of the text they were made on
            source TEXT,                 -- what that article was called: where its text changes, they follow
            made TEXT NOT NULL,
            undone INTEGER NOT NULL DEFAULT 0,
            data TEXT NOT NULL           -- JSON of tui.analysis.corrections
        )
        """,
        "CREATE INDEX corrections_text ON corrections (text_hash)",
        "CREATE INDEX corrections_source ON corrections (source)",
        """
        CREATE TABLE clippings (
            id TEXT PRIMARY KEY,         -- a random UUID
            text_hash BLOB NOT NULL,
            made TEXT NOT NULL,
            note TEXT NOT NULL DEFAULT '',
            tags TEXT NOT NULL DEFAULT '',  -- separated by one space
            data TEXT NOT NULL           -- JSON: the quote as it was clipped, and its article
        )
        """,
        "CREATE INDEX clippings_text ON clippings (text_hash)",
        "CREATE TABLE preferences (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    ),
)
"""The statements of each; never changed once they were released, only added to."""


class TooNew(Exception):
    """The file was made by a newer quoth, whose tables this one does not know."""


def migrate(db: sqlite3.Connection, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS) -> None:
    """Bring the tables up to date, each migration whole or not at all.

    `db` is in autocommit mode. Raises TooNew, and sqlite3.Error when the file cannot be read or written.
    """
    if _version(db) > len(migrations):
        raise TooNew
    while _version(db) < len(migrations):
        db.execute("BEGIN IMMEDIATE")
        try:
            done = _version(db)  # another reader may have been quicker
            if done < len(migrations):
                for statement in migrations[done]:
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {done + 1}")
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
