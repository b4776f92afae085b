"""Damage that shows while the library is in use is repaired on the way. `test_rescue` has what is lost with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.library.at_rest import finish_queue
from tests.library.kept_story import ANALYSIS, ARTICLE, insert
from tui.article.article import Article
from tui.library.library import Library


def set_aside(path: Path) -> list[Path]:
    return [each for each in path.parent.glob("*.damaged-*") if not each.name.endswith(("-wal", "-shm"))]


def test_damage_that_shows_later_is_repaired_on_the_way(path: Path) -> None:
    library = Library.open(path)
    for n in range(60):
        library.keep(Article(f"story {n} " * 50, "x"), ANALYSIS)
    assert insert("here", library)
    library.query(lambda db: db.execute("PRAGMA wal_checkpoint(TRUNCATE)"))
    (root,) = library.query(
        lambda db: db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'articles_opened'").fetchone()
    ) or (0,)
    library.close()
    data = bytearray(path.read_bytes())
    data[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    library = Library.open(path)
    assert library.notice == ""
    assert len(library.recent(100)) == 60, "asked for once more after the rescue"
    assert "was damaged" in library.notice
    assert "60 articles" in library.notice
    assert library.preference("x") == "here"
    finish_queue(library)
    assert [hit.number for hit in library.search("story 57")][:2] == [None, 0]
    assert len(set_aside(path)) == 1
    library.close()
    assert Library.open(path).notice == ""


def test_a_damaged_search_alone_is_made_anew(kept: Library) -> None:
    kept.keep(ARTICLE, ANALYSIS)
    kept.transact(lambda db: db.execute("UPDATE quotes_fts_data SET block = x'ff00ff' WHERE id > 10"))
    kept.search("words")
    assert "is being rebuilt, nothing is lost" in kept.notice
    finish_queue(kept)
    assert len(kept.search("words")) == 2
    assert set_aside(kept.path) == []


def test_a_damaged_search_is_left_for_later_while_another_program_writes(kept: Library) -> None:
    kept.keep(ARTICLE, ANALYSIS)
    kept.transact(lambda db: db.execute("UPDATE quotes_fts_data SET block = x'ff00ff' WHERE id > 10"))
    kept.query(lambda db: db.execute("PRAGMA busy_timeout = 0"))
    with closing(sqlite3.connect(kept.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert kept.search("words") == []
        assert "cannot be used" in kept.notice
    assert set_aside(kept.path) == []
    kept.search("words")
    finish_queue(kept)
    assert len(kept.search("words")) == 2


def test_two_readers_find_the_damage(path: Path) -> None:
    library = Library.open(path)
    library.keep(ARTICLE, ANALYSIS)
    insert("kept", library)
    library.close()
    first, second = Library.open(path), Library.open(path)
    first._drop()
    first._replace_damaged()
    assert "(1 article)" in first.notice
    second._drop()
    second._replace_damaged()
    assert len(set_aside(path)) == 1, "the second takes the new one for what it is"
    assert second.preference("x") == first.preference("x") == "kept"
    first.close()
    second.close()
