"""tui.library.library: what is kept is found again, and nothing that goes wrong with it stops the reader."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tui.analysis.analysis import VERSION, Analysis, Attribution, Entity, Kind, Speaker, Stance, Step
from tui.analysis.model import DEFAULT, identify
from tui.article.article import Article
from tui.article.spans import Span
from tui.library import connection
from tui.library import library as module
from tui.library.library import FILE, Library

STORY = Article(
    "Ferry stays in port\n\nIt “stays”, she said.", "ferry.txt", title="Ferry stays in port", encoding="utf-8"
)
FOUND = Analysis(
    (
        Attribution(
            "q1", Kind.DIRECT, Stance.SPEECH, (Span(24, 31),), (Span(37, 41),), (Span(33, 36),), "s1", 0.9,
            (Step("“she” is near", Span(33, 36)),),
        ),
    ),
    (Speaker("s1", "Jane Doe", role="harbour master", mentions=(Span(33, 36),)),),
    (Entity("e1", "Northport", "GPE", (Span(0, 5),)),),
    model=identify(),
)  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / FILE


def test_an_analysis_is_found_again(path: Path) -> None:
    first = Library.open(path)
    assert first.analysis(STORY.text, DEFAULT) is None
    first.keep(STORY, FOUND)
    first.close()
    second = Library.open(path)
    assert second.analysis(STORY.text, DEFAULT) == FOUND
    assert second.analysis(STORY.text, FOUND.model) == FOUND
    assert second.analysis(STORY.text + " ", DEFAULT) is None
    assert second.analysis(STORY.text, "en_other_model") is None
    assert first.notice == second.notice == ""
    second.close()


def test_an_analysis_of_another_version_is_not_used(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Library.open(path)
    kept.keep(STORY, FOUND)
    monkeypatch.setattr(module, "VERSION", VERSION + 1)
    assert kept.analysis(STORY.text, DEFAULT) is None


def test_a_partial_analysis_is_not_kept(path: Path) -> None:
    kept = Library.open(path)
    kept.keep(STORY, Analysis(model=FOUND.model, complete=False))
    assert kept.analysis(STORY.text, DEFAULT) is None
    assert kept.recent() == []


def test_no_analysis_is_dropped_for_another_article(path: Path) -> None:
    kept = Library.open(path)
    stories = [Article(f"story {n} “stays”, she said, as ever", "x") for n in range(30)]
    for story in stories:
        kept.keep(story, FOUND)
    assert all(kept.analysis(story.text, DEFAULT) == FOUND for story in stories)
    assert kept.count() == 30


def test_an_outdated_analysis_is_offered_until_it_is_renewed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Library.open(path)
    other = replace(FOUND, model="another 1.0", notices=("by another",))
    kept.keep(STORY, other)
    assert kept.analysis(STORY.text, DEFAULT) is None
    assert kept.outdated(STORY.text, DEFAULT) == other
    kept.keep(STORY, FOUND)
    assert kept.analysis(STORY.text, DEFAULT) == FOUND
    monkeypatch.setattr(module, "VERSION", VERSION + 1)
    assert kept.analysis(STORY.text, DEFAULT) is None
    assert kept.outdated(STORY.text, DEFAULT) == FOUND, "the same model before another"
    newer = replace(FOUND, version=VERSION + 1)
    kept.keep(STORY, newer)
    assert kept.analysis(STORY.text, DEFAULT) == newer
    assert kept.outdated(STORY.text, DEFAULT) == other, "of one model only the newest is kept"


def test_position_and_filter(path: Path) -> None:
    kept = Library.open(path)
    assert kept.position(STORY.text) is None
    assert kept.filter(STORY.text) is None
    kept.set_position(STORY.text, 17)
    kept.set_filter(STORY.text, "speaker:doe “x\ud800")
    kept.set_position(STORY.text, 18)
    kept.keep(STORY, FOUND)
    kept.close()
    again = Library.open(path)
    assert again.position(STORY.text) == 18
    assert again.filter(STORY.text) == "speaker:doe “x\\ud800"
    assert again.position("another") is None


def test_what_was_read_last(path: Path) -> None:
    kept = Library.open(path)
    other = Article("other", "other\udcff.txt")
    kept.keep(STORY, FOUND)
    kept.keep(other, FOUND)
    kept.set_position(STORY.text, 3)
    kept.set_position("only a position", 3)
    assert [(read.source, read.title) for read in kept.recent()] == [
        ("ferry.txt", "Ferry stays in port"),
        ("other\\udcff.txt", None),
    ]
    first, second = kept.recent()
    assert first.opened > second.opened
    assert first.opened.tzinfo is not None
    assert len(kept.recent(1)) == 1


def test_quoth_home_moves_it(quoth_home: Path) -> None:
    Library.open().keep(STORY, FOUND)
    assert (quoth_home / FILE).exists()
    assert Library.open().analysis(STORY.text, DEFAULT) == FOUND


@pytest.mark.parametrize(
    "damage",
    [b"this is not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000],
    ids=["no database", "a header alone"],
)
def test_a_damaged_file_is_set_aside_and_said_so(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(damage)
    kept = Library.open(path)
    (aside,) = path.parent.glob("*.damaged-*")
    assert aside.read_bytes() == damage
    assert "was damaged" in kept.notice
    assert aside.name in kept.notice
    kept.keep(STORY, FOUND)
    assert kept.analysis(STORY.text, DEFAULT) == FOUND


def test_damage_while_reading(path: Path) -> None:
    kept = Library.open(path)
    for n in range(200):
        kept.keep(Article(f"story {n}" * 50, "x"), FOUND)
    kept.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    kept = Library.open(path)
    assert kept.analysis("story 7" * 50, DEFAULT) is None
    assert "was damaged" in kept.notice
    kept.set_position(STORY.text, 3)
    assert kept.position(STORY.text) == 3
    assert Library.open(path).notice == ""


def test_a_row_that_cannot_be_read_is_dropped(path: Path) -> None:
    kept = Library.open(path)
    kept.keep(STORY, FOUND)
    db = sqlite3.connect(path)
    with db:
        db.execute("UPDATE analyses SET data = x'00'")
    assert kept.analysis(STORY.text, DEFAULT) is None
    assert db.execute("SELECT count(*) FROM analyses").fetchone() == (0,)
    db.close()
    assert kept.notice == ""


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("a file")
    kept = Library.open(tmp_path / "plain" / FILE)
    assert "cannot be used" in kept.notice
    assert kept.notice.endswith("reading goes on, nothing is kept.")
    kept.keep(STORY, FOUND)
    kept.set_position(STORY.text, 1)
    kept.set_filter(STORY.text, "x")
    assert (kept.analysis(STORY.text, DEFAULT), kept.position(STORY.text), kept.filter(STORY.text)) == (
        None,
        None,
        None,
    )
    assert kept.recent() == []
    kept.close()


def test_a_file_that_cannot_be_written_can_still_be_read(path: Path) -> None:
    kept = Library.open(path)
    kept.keep(STORY, FOUND)
    assert kept._db is not None
    kept._db.execute("PRAGMA query_only = ON")
    kept.set_position(STORY.text, 4)
    assert "readonly" in kept.notice
    kept.keep(Article("other", "x"), FOUND)
    assert kept.analysis(STORY.text, DEFAULT) == FOUND
    assert kept.position(STORY.text) is None


def test_a_full_disk(path: Path) -> None:
    kept = Library.open(path)
    assert kept._db is not None
    pages = kept._db.execute("PRAGMA page_count").fetchone()[0]
    kept._db.execute(f"PRAGMA max_page_count = {pages}")
    for n in range(300):
        kept.keep(Article(f"story {n}", "x" * 500), FOUND)
    assert "full" in kept.notice
    assert not kept._db.in_transaction


def test_a_library_of_a_newer_quoth_is_left_alone(path: Path) -> None:
    Library.open(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 999")
    db.close()
    kept = Library.open(path)
    assert "newer quoth" in kept.notice
    kept.set_position(STORY.text, 1)
    assert kept.position(STORY.text) is None
    assert not list(path.parent.glob("*.damaged-*"))


def test_another_reader_that_writes_for_too_long(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_BUSY", 0.01)
    first, second = Library.open(path), Library.open(path)
    assert first._db is not None
    first._db.execute("BEGIN IMMEDIATE")
    second.set_position(STORY.text, 5)
    assert "locked" in second.notice
    first._db.execute("COMMIT")
    second.set_position(STORY.text, 6)
    assert first.position(STORY.text) == 6


def test_from_several_threads(path: Path) -> None:
    kept = Library.open(path)

    def write(n: int) -> None:
        for at in range(20):
            kept.set_position(f"story {n}", at)
            kept.keep(Article(f"story {n}", "x"), FOUND)

    threads = [threading.Thread(target=write, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert kept.notice == ""
    assert [kept.position(f"story {n}") for n in range(4)] == [19] * 4


def test_after_closing_it_answers_as_an_empty_one(path: Path) -> None:
    kept = Library.open(path)
    kept.set_position(STORY.text, 1)
    kept.close()
    kept.close()
    assert kept.position(STORY.text) is None


def test_a_home_of_nobody_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUOTH_HOME", "~no_such_user_anywhere/quoth")
    kept = Library.open()
    kept.keep(STORY, FOUND)
    assert kept.analysis(STORY.text, DEFAULT) == FOUND
