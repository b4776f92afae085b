"""tui.library.rescue: out of a damaged file comes what can be read of it."""

from __future__ import annotations

import random
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.at_rest import finish_queue
from tests.library.made_up import story
from tests.torture import SECONDS, rounds, unlimited
from tui.analysis.model import DEFAULT
from tui.corrections.action import Action
from tui.corrections.correction import Correction, SpeakerReference, quote_reference
from tui.library.clippings import Clippings
from tui.library.correction_store import CorrectionStore
from tui.library.library import FILE, Library
from tui.library.library_export import export_lines
from tui.library.people import People
from tui.session.keeping.clipping import clip

ARTICLE, ANALYSIS = story(("Words of hers", "Jane Doe", "More."), ("And his", "Tom Okafor", ""))
STORIES = 40


@pytest.fixture
def path(tmp_path: Path, template: Path) -> Path:
    """Return the file of a library with something of everything."""
    path = tmp_path / FILE
    path.write_bytes(template.read_bytes())
    return path


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / FILE
    library = Library.open(path)
    library.keep(ARTICLE, ANALYSIS)
    for n in range(STORIES):
        library.keep(*story((f"Words {n} " * 100, "Jane Doe", "More. " * 100), title=f"Story {n}"))
    quote = ANALYSIS.attributions[0]
    said = quote_reference(ARTICLE.text, quote, ANALYSIS.speakers[0])
    for n in range(50):
        CorrectionStore(library).add(
            ARTICLE, Correction(Action.SPEAKER, quotes=(said,), to=SpeakerReference(f"Somebody {n}"))
        )
        Clippings(library).add(clip(ARTICLE, ANALYSIS, quote))
    people = People(library)
    assert people.rename(people.all("okafor")[0].id, "Thomas Okafor")
    library.set_preference("theme", "nord")
    library.close()
    return path


def overwritten(path: Path, *places: range) -> None:
    data = bytearray(path.read_bytes())
    for place in places:
        end = min(place.stop, len(data))
        data[place.start : end] = random.Random(1).randbytes(end - place.start)
    path.write_bytes(data)


def saved(library: Library) -> tuple[int, int, int, list[str]]:
    named = [change.name for change in People(library).changes()]
    return len(CorrectionStore(library).all()), len(Clippings(library).all()), library.count(), named


def test_without_its_header(path: Path) -> None:
    overwritten(path, range(100))
    library = Library.open(path)
    assert saved(library) == (50, 50, STORIES + 1, ["Thomas Okafor"])
    assert "50 corrections, 50 clippings, 41 articles" in library.notice
    assert library.article(1) == ARTICLE
    assert library.recall(ARTICLE.text, DEFAULT).analysis == ANALYSIS
    assert library.preference("theme") == "nord"
    finish_queue(library)
    assert People(library).all("thomas")
    library.close()


def test_without_its_list_of_tables(path: Path) -> None:
    overwritten(path, range(4096))
    library = Library.open(path)
    assert saved(library) == (50, 50, STORIES + 1, ["Thomas Okafor"])
    library.close()


@pytest.mark.parametrize("table", ["corrections", "clippings", "articles", "texts", "analyses"])
def test_with_a_hole(path: Path, table: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        query = f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'"  # noqa: S608
        (root,) = db.execute(query).fetchone()
    overwritten(path, range((root - 1) * 4096, root * 4096))
    library = Library.open(path)
    for number in range(1, STORIES + 2):
        library.article(number)
    saved(library)
    library.recall(ARTICLE.text, DEFAULT)
    assert "was damaged" in library.notice
    assert saved(library) == (50, 50, STORIES + 1, ["Thomas Okafor"])
    assert library.preference("theme") == "nord"
    assert library.article(1) == ARTICLE, "the leaves of the tree are found without its root"
    assert library.recall(ARTICLE.text, DEFAULT).analysis == ANALYSIS
    library.close()


@pytest.mark.parametrize("left", [0, 1, 50, 99, 100, 5000])
def test_cut_off(path: Path, left: int) -> None:
    path.write_bytes(path.read_bytes()[:left])
    library = Library.open(path)
    library.count()
    saved(library)
    library.keep(ARTICLE, ANALYSIS)
    assert library.recall(ARTICLE.text, DEFAULT).analysis == ANALYSIS
    library.close()
    assert Library.open(path).notice == ""


@pytest.mark.parametrize("seed", range(8))
def test_anywhere(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    size = path.stat().st_size
    overwritten(path, *(range(at, at + 600) for at in (chance.randrange(size - 600) for _ in range(4))))
    library = Library.open(path)
    library.recent(100)
    library.search("words")
    library.index_pending()
    People(library).all()
    corrections, clippings, _, _ = saved(library)
    assert corrections >= 30
    assert clippings >= 30
    library.keep(ARTICLE, ANALYSIS)
    assert library.recall(ARTICLE.text, DEFAULT).analysis == ANALYSIS
    library.close()


def test_what_stood_in_the_log_alone(path: Path, tmp_path: Path) -> None:
    library = Library.open(path)
    library.set_preference("x", "y")
    Clippings(library).add(clip(ARTICLE, ANALYSIS, ANALYSIS.attributions[1]))
    killed = tmp_path / "killed"
    killed.mkdir()
    for end in ("", "-wal"):
        (killed / (FILE + end)).write_bytes(path.with_name(FILE + end).read_bytes())
    library.close()
    overwritten(killed / FILE, range(100))
    again = Library.open(killed / FILE)
    assert len(Clippings(again).all()) == 51
    again.close()


@pytest.mark.parametrize(
    "damage",
    [b"this is not a database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000],
    ids=["no database", "a header alone"],
)
def test_a_file_of_nothing_is_set_aside_and_said_so(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / FILE
    path.write_bytes(damage)
    library = Library.open(path)
    (aside,) = path.parent.glob("*.damaged-*")
    assert aside.read_bytes() == damage
    assert (
        library.notice
        == f"The library “{path}” was damaged: it was renamed “{aside.name}” and a new one started."
    )
    library.keep(ARTICLE, ANALYSIS)
    assert library.recall(ARTICLE.text, DEFAULT).analysis == ANALYSIS
    library.close()


@pytest.mark.parametrize(
    ("table", "word"),
    [
        *(
            (table, word)
            for table in ("articles_fts", "quotes_fts")
            for word in (b"content", b"prefix", b"fts5")
        ),
        ("articles_fts", b"columnsize"),
        ("articles_fts", b"unicode61"),
        ("quotes_fts", b"words"),
        ("quotes", b"content"),
        ("corrections", b"data"),
    ],
)
def test_a_byte_of_a_declaration(path: Path, table: str, word: bytes) -> None:
    """Search, people and export work again, and nothing is lost."""
    data = bytearray(path.read_bytes())
    start = re.search(rb"CREATE (VIRTUAL )?TABLE " + table.encode() + rb"\b", data)
    assert start is not None
    at = data.find(word, start.end(), start.end() + 900)
    data[at] ^= 1
    path.write_bytes(data)
    library = Library.open(path)
    library.search("words")
    library.keep(*story(("New words", "Jane Doe", ""), title="New"))
    assert saved(library) == (50, 50, STORIES + 2, ["Thomas Okafor"])
    assert "was damaged" in library.notice
    library.notice = ""
    library.index_pending()
    assert len(library.search("new words")) == 2
    assert len(library.search("words", limit=1000)) > STORIES
    assert People(library).all("thomas")
    assert len(list(export_lines(library))) > 100 + 2 * STORIES
    assert library.notice == ""
    library.close()


@unlimited
def test_single_bytes_flipped_anywhere(path: Path) -> None:
    """Find the reader's own work, save what the byte itself stood in, and use the library."""
    whole = path.read_bytes()
    chance = random.Random(SECONDS or 3)
    for _ in rounds(10):
        for beside in path.parent.iterdir():
            beside.unlink()
        data = bytearray(whole)
        at, bit = chance.randrange(len(data)), chance.randrange(8)
        data[at] ^= 1 << bit
        path.write_bytes(data)
        library = Library.open(path)
        library.search("words")
        library.index_pending()
        People(library).all()
        corrections, clippings, _, _ = saved(library)
        assert (corrections, clippings) >= (30, 30), f"bit {bit} of byte {at}"
        library.keep(*story(("New words", "Jane Doe", ""), title="New"))
        library.index_pending()
        if not library.search("new words"):  # the damage was met only now, and the search begun anew
            library.index_pending()
        assert library.search("new words"), f"bit {bit} of byte {at}: {library.notice}"
        library.close()
