"""Files that quoths of every released version of the tables made, taken over by this one.

`versions/N.sqlite3.gz` was made by the quoth of that version: an article kept, its position and filter set; from
the tables of 2 on with a correction, a clipping and a theme, from 3 on with somebody called by another name.
"""

from __future__ import annotations

import gzip
import os
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from tui.analysis.model import DEFAULT
from tui.article.article import Article
from tui.library.clippings import Clippings
from tui.library.correction_store import CorrectionStore
from tui.library.library import Library
from tui.library.people import People
from tui.library.schema import MIGRATIONS, migrate
from tui.library.source_versions import versions_of

TEXT = "Ferry stays in port\n\n“We sail tomorrow,” said Jane Doe, the captain. Nobody believed her.\n"
VERSIONS = range(1, len(MIGRATIONS) + 1)
FILES = Path(__file__).with_name("versions")


def released(version: int, path: Path) -> Path:
    path.write_bytes(gzip.decompress((FILES / f"{version}.sqlite3.gz").read_bytes()))
    return path


def tables(path: Path) -> dict[str, str]:
    """Return what each table and index was made by, but for spaces and comments."""
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {
        name: " ".join(" ".join(line.partition("--")[0] for line in made.splitlines()).split())
        for name, made in rows
    }


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return int(db.execute("PRAGMA user_version").fetchone()[0])


@pytest.mark.parametrize("version", VERSIONS)
def test_all_of_it_is_there(version: int, tmp_path: Path) -> None:
    path = released(version, tmp_path / "library.sqlite3")
    assert version_of(path) == version
    library = Library.open(path)
    assert library.notice == ""
    analysis = library.recall(TEXT, DEFAULT).analysis
    assert analysis is not None
    assert [quote.content[0].of(TEXT) for quote in analysis.attributions] == ["“We sail tomorrow,”"]
    assert (library.recall(TEXT).position, library.recall(TEXT).filter_text) == (21, "speaker:doe")
    assert library.preference("theme") == (None if version == 1 else "nord")
    assert [each.note for each in Clippings(library).all()] == ([] if version == 1 else ["a note"])
    corrected = [each.correction.to.name for each in CorrectionStore(library).all() if each.correction.to]
    assert corrected == ([] if version == 1 else ["John Roe"])
    assert [each.name for each in People(library).all()] == (["Johnny Roe"] if version >= 3 else [])
    whole = [] if version < 3 else [(1, len(TEXT.split()))]  # before 3 no texts were kept
    assert [(each.number, each.words) for each in versions_of(library, "/news/ferry.txt")] == whole
    library.mark_read(Article(TEXT, "/news/ferry.txt"), analysis)  # read once more, all of it is kept
    assert [hit.number for hit in library.search("sail")] == [None, 0]
    said_by = {1: "Jane Doe", 2: "John Roe"}
    assert [each.name for each in People(library).all()] == [said_by.get(version, "Johnny Roe")]
    library.close()
    assert version_of(path) == len(MIGRATIONS)


def test_what_was_released_is_not_changed(tmp_path: Path) -> None:
    for version in VERSIONS:
        made = tmp_path / f"{version}.sqlite3"
        with closing(sqlite3.connect(made, isolation_level=None)) as db:
            migrate(db, MIGRATIONS[:version])
        assert tables(made) == tables(released(version, tmp_path / "released")), version


STEPS = [(version, step) for version in VERSIONS[:-1] for step in range(len(MIGRATIONS[version]) + 1)]


@pytest.mark.parametrize(("version", "step"), STEPS)
def test_a_migration_that_fails_at_any_step_leaves_the_file_as_it_was(
    version: int, step: int, tmp_path: Path
) -> None:
    path = released(version, tmp_path / "library.sqlite3")
    before = tables(path)
    broken = (*MIGRATIONS[version][:step], "CREATE nonsense")
    with closing(sqlite3.connect(path, isolation_level=None)) as db, pytest.raises(sqlite3.OperationalError):
        migrate(db, (*MIGRATIONS[:version], broken))
    assert version_of(path) == version
    assert tables(path) == before
    library = Library.open(path)
    assert (library.notice, library.recall(TEXT).position) == ("", 21)
    library.close()


def killed_when_used_up(left: Iterator[int], _: str) -> None:
    if next(left, None) is None:
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is split in two")
@pytest.mark.usefixtures("libraries_at_rest")
@pytest.mark.parametrize("version", VERSIONS[:-1])
def test_killed_while_it_migrates(version: int, tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    killed = 0
    # The oldest comes by every statement that the others come by: of those a few are enough.
    for statement in range(1, 60, 1 if version == VERSIONS[0] else 6):
        released(version, path)
        child = os.fork()
        if child == 0:
            left = iter(range(statement))
            try:
                db = sqlite3.connect(path, isolation_level=None)
                db.set_trace_callback(partial(killed_when_used_up, left))
                migrate(db)
            finally:
                os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            break
        killed += 1
        assert version_of(path) in range(version, len(MIGRATIONS) + 1)
        library = Library.open(path)
        assert (library.notice, library.recall(TEXT).position) == ("", 21)
        library.close()
    assert killed > (len(MIGRATIONS[-1]) if version == VERSIONS[0] else 0)
