"""The library's tables, as numbered migrations: a file's `user_version` says how many it has had."""

from __future__ import annotations

import sqlite3

_FTS = "content='', columnsize=0, prefix='2', tokenize='unicode61 remove_diacritics 2'"

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
            data TEXT NOT NULL           -- JSON of tui.corrections.applying
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
    (
        # What was read is kept whole, and can be searched and asked who said what.
        """
        CREATE TABLE articles_3 (
            id INTEGER PRIMARY KEY,
            text_hash BLOB NOT NULL UNIQUE,      -- SHA-256 of the text in UTF-8
            source TEXT,                         -- NULL: only where the reader was is known
            title TEXT,
            byline TEXT,
            published TEXT,
            url TEXT,
            site TEXT,
            language TEXT,
            encoding TEXT,
            first TEXT NOT NULL,                 -- when it was read first
            opened TEXT NOT NULL,                -- and when last, in UTC: 2025-05-12T10:15:00.000000Z
            times INTEGER NOT NULL DEFAULT 1,    -- how often
            position INTEGER,                    -- the character at the top of the screen
            filter TEXT,
            words INTEGER NOT NULL DEFAULT 0,
            quotes INTEGER NOT NULL DEFAULT 0,
            speakers INTEGER NOT NULL DEFAULT 0, -- who have quotes
            indexed INTEGER NOT NULL DEFAULT 0   -- 1: in the tables below
        )
        """,
        "INSERT INTO articles_3 (text_hash, source, title, encoding, first, opened, position, filter) "
        "SELECT text_hash, source, title, encoding, opened, opened, position, filter FROM articles "
        "ORDER BY opened",
        "DROP TABLE articles",
        "ALTER TABLE articles_3 RENAME TO articles",
        "CREATE INDEX articles_opened ON articles (opened)",
        "DROP INDEX analyses_kept",
        """
        CREATE TABLE texts (                     -- apart from the rest, so that lists stay quick
            id INTEGER PRIMARY KEY,              -- of the article
            text BLOB NOT NULL,                  -- UTF-8, deflated
            more BLOB NOT NULL                   -- blocks and links: JSON, deflated
        )
        """,
        """
        CREATE TABLE appearances (               -- a speaker of an article
            id INTEGER PRIMARY KEY,              -- article << 20 | number
            speaker TEXT NOT NULL,               -- its id in the analysis
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            role TEXT,
            quotes INTEGER NOT NULL,
            key TEXT NOT NULL,                   -- who that is by name: tui.library.people_names
            person INTEGER NOT NULL              -- who that is, changes by hand included
        )
        """,
        "CREATE INDEX appearances_person ON appearances (person, quotes)",
        "CREATE INDEX appearances_key ON appearances (key)",
        """
        CREATE TABLE quotes (
            id INTEGER PRIMARY KEY,              -- article << 20 | number
            appearance INTEGER,                  -- NULL: the article names nobody
            content TEXT NOT NULL,               -- offsets into the text: "12 40 55 61"
            cue TEXT NOT NULL,
            kind TEXT NOT NULL,
            stance TEXT NOT NULL,
            certainty REAL NOT NULL,
            corrected INTEGER NOT NULL
        )
        """,
        "CREATE TABLE people (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL)",
        """
        CREATE TABLE people_changes (            -- who is who, as the reader said
            id TEXT PRIMARY KEY,                 -- a random UUID
            made TEXT NOT NULL,
            undone INTEGER NOT NULL DEFAULT 0,
            data TEXT NOT NULL                   -- JSON: tui.library.people_changes
        )
        """,
        # Without the words themselves, which are in `texts`.
        f"CREATE VIRTUAL TABLE articles_fts USING fts5 (title, about, text, {_FTS})",
        f"CREATE VIRTUAL TABLE quotes_fts USING fts5 (words, speaker, {_FTS})",
    ),
    (
        # Quotes that are the same words are found: tui.library.same_words_index.
        """
        CREATE TABLE quote_words (
            id INTEGER PRIMARY KEY,              -- of the quote
            whole INTEGER NOT NULL               -- a hash of all its words
        )
        """,
        """
        CREATE TABLE quote_shingles (
            shingle INTEGER NOT NULL,            -- a hash of three words in sequence
            quote INTEGER NOT NULL,
            PRIMARY KEY (shingle, quote)
        ) WITHOUT ROWID
        """,
        "ALTER TABLE articles ADD COLUMN compared INTEGER NOT NULL DEFAULT 0",  # 1: in these two tables
    ),
    (
        # What stood at an address or in a file, one after the other: tui.library.source_versions.
        """
        CREATE TABLE versions (
            id INTEGER PRIMARY KEY,
            origin TEXT NOT NULL,                -- an address, or an absolute path
            text_hash BLOB NOT NULL,             -- of the article
            compared BLOB,                       -- its fingerprint (tui.article.compared_text); NULL: not known
            first TEXT NOT NULL,                 -- when it was read first, and last, in UTC
            last TEXT NOT NULL
        )
        """,
        "INSERT INTO versions (origin, text_hash, first, last) SELECT CASE "
        "WHEN lower(substr(url, 1, 4)) = 'http' THEN substr(url, 1, instr(url || '#', '#') - 1) "
        "WHEN lower(substr(source, 1, 4)) = 'http' THEN substr(source, 1, instr(source || '#', '#') - 1) "
        "ELSE source END, text_hash, first, opened FROM articles "
        "WHERE EXISTS (SELECT 1 FROM texts WHERE texts.id = articles.id) AND (lower(substr(url, 1, 4)) = 'http' "
        "OR lower(substr(source, 1, 4)) = 'http' OR source GLOB '/*' OR source GLOB '?:[\\/]*') ORDER BY first",
        "CREATE INDEX versions_origin ON versions (origin, first)",
        "CREATE INDEX versions_text ON versions (text_hash)",
    ),
    (
        # Keeping an article wrote some 200 pages of the table of runs; FTS5 writes what is new in one piece.
        "DROP TABLE quote_shingles",
        "DELETE FROM quote_words",
        "CREATE VIRTUAL TABLE quote_runs USING fts5 "
        "(runs, content='', columnsize=0, detail=none, tokenize='ascii')",
        "UPDATE articles SET compared = 0",
    ),
)
"""The statements of each migration; released ones are never changed, only new ones added."""


class TooNew(Exception):
    """The file was made by a newer version, whose tables this one does not know."""


def migrate(db: sqlite3.Connection, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS) -> None:
    """Bring the tables up to date; each migration is made whole or not at all.

    `db` is in autocommit mode. Raises TooNew, and sqlite3.Error if the file cannot be read or written.
    """
    if _version(db) > len(migrations):
        raise TooNew
    while _version(db) < len(migrations):
        db.execute("BEGIN IMMEDIATE")
        try:
            done = _version(db)  # another process may have been quicker
            if done < len(migrations):
                for statement in migrations[done]:
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {done + 1}")
        except BaseException:
            db.execute("ROLLBACK")
            raise
        db.execute("COMMIT")


def is_up_to_date(db: sqlite3.Connection) -> bool:
    """Tell whether all migrations have been made."""
    return _version(db) == len(MIGRATIONS)


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def clear_index(db: sqlite3.Connection) -> None:
    """Empty the computed tables, which `Library.index_pending` fills again. Runs inside a transaction."""
    for table in ("articles_fts", "quotes_fts", "quote_runs"):
        db.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    for table in ("quotes", "appearances", "people", "quote_words"):
        db.execute(f"DELETE FROM {table}")
    db.execute("UPDATE articles SET indexed = 0, compared = 0")
