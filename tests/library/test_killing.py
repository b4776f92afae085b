"""Killed at any moment again and again: what was acknowledged is there, and the file is sound."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.library.at_rest import finish_queue
from tests.library.made_up import story
from tests.torture import SECONDS, rounds, unlimited
from tui.corrections.action import Action
from tui.corrections.correction import Correction, SpeakerReference, quote_reference
from tui.library.clippings import Clippings
from tui.library.content_keys import text_hash
from tui.library.correction_store import CorrectionStore
from tui.library.library import Library
from tui.library.source_versions import version_of, versions_of
from tui.library.write_queue import queued_runner
from tui.session.keeping.clipping import clip

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is split in two"),
    pytest.mark.usefixtures("libraries_at_rest"),
    unlimited,
]

KILLS = 40
PAGE = "https://paper.example/story"
ARTICLE, ANALYSIS = story(("Words of hers", "Jane Doe", "More."), ("And his", "Tom Okafor", ""))


def write_until_killed(path: Path, told: int, name: str) -> None:
    """Correct, clip and keep, and say so each time it is acknowledged."""
    library = Library.open(path)
    corrections, clippings = CorrectionStore(library), Clippings(library)
    quote = ANALYSIS.attributions[0]
    for n in range(100_000):
        said = quote_reference(ARTICLE.text, quote, ANALYSIS.speakers[0])
        to = SpeakerReference(f"Speaker {name}.{n}")
        if corrections.add(ARTICLE, Correction(Action.SPEAKER, quotes=(said,), to=to)) is not None:
            os.write(told, f"correction {to.name}\n".encode())
        clipping = clippings.add(clip(ARTICLE, ANALYSIS, quote))
        if clipping is not None:
            os.write(told, f"clipping {clipping.id}\n".encode())
        if n % 5 == 0:
            library.keep(*story((f"Words {name}.{n}", "Jane Doe", ""), title=f"Story {name}.{n}"))
            os.write(told, f"article Story {name}.{n}\n".encode())


def killed(
    path: Path,
    name: str,
    chance: random.Random,
    write: Callable[[Path, int, str], None] = write_until_killed,
) -> list[str]:
    """Return what was acknowledged before a writer was killed somewhere in its work."""
    receiving, sending = os.pipe()
    writer = os.fork()
    if writer == 0:
        try:
            os.close(receiving)
            write(path, sending, name)
        finally:
            os._exit(1)
    os.close(sending)
    told = b""
    for _ in range(chance.randrange(4)):
        told += os.read(receiving, 200)
    until = time.perf_counter() + chance.uniform(0, 0.004)
    while time.perf_counter() < until:
        pass
    os.kill(writer, signal.SIGKILL)
    while more := os.read(receiving, 65536):
        told += more
    os.close(receiving)
    _, status = os.waitpid(writer, 0)
    assert os.WIFSIGNALED(status), "it was to be killed, not to fail"
    return told.decode().splitlines()


def test_killed_while_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    chance = random.Random(SECONDS or 6)
    Library.open(path).close()
    acknowledged = [line for n in rounds(KILLS) for line in killed(path, str(n), chance)]
    library = Library.open(path)
    assert library.notice == ""
    there = {f"clipping {each.id}" for each in Clippings(library).all()}
    there |= {
        f"correction {each.correction.to.name}"
        for each in CorrectionStore(library).all()
        if each.correction.to
    }
    there |= {f"article {each.title}" for each in library.articles(limit=100_000)}
    assert len(acknowledged) > KILLS
    assert [line for line in acknowledged if line not in there] == []
    words = next(line for line in reversed(acknowledged) if line.startswith("article "))
    assert library.search(f'"{words.removeprefix("article ")}"')
    library.close()
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.execute("INSERT INTO quotes_fts (quotes_fts) VALUES ('integrity-check')")
    db.close()
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def versions_until_killed(path: Path, told: int, name: str) -> None:
    """Read a page that changes each time, and say so each time a version of it is acknowledged."""
    library = Library.open(path)
    article, analysis = story((f"Words of {name}", "Jane Doe", ""))
    for n in range(100_000):
        text = f"{article.text}\n\nWith {n} ships more than before, they said.\n"
        version = replace(article, text=text, source=PAGE, url=PAGE, title=f"Version {name}.{n}")
        library.mark_read(version, analysis, from_source=True)
        if not library.notice:
            os.write(told, f"{text_hash(text).hex()}\n".encode())


def test_killed_while_versions_are_written(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    chance = random.Random(SECONDS or 7)
    Library.open(path).close()
    acknowledged = [line for n in rounds(20) for line in killed(path, str(n), chance, versions_until_killed)]
    assert len(acknowledged) > 20
    library = Library.open(path)
    assert library.notice == ""
    found = versions_of(library, PAGE)
    assert {each.text_hash.hex() for each in found} >= set(acknowledged)
    assert all(each.whole and each.quotes == 1 for each in found)
    assert [each.number for each in found] == list(range(1, len(found) + 1))
    (listed,) = library.articles()
    assert (listed.versions, listed.title) == (len(found), found[-1].title)
    last = version_of(library, PAGE, len(found))
    assert last is not None
    assert library.mark_read(replace(last, text="It is gone."), from_source=True) == text_hash(last.text)
    library.close()
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        db.execute("INSERT INTO quotes_fts (quotes_fts) VALUES ('integrity-check')")
        db.execute("INSERT INTO articles_fts (articles_fts) VALUES ('integrity-check')")
        db.execute("INSERT INTO quote_runs (quote_runs) VALUES ('integrity-check')")


def correct(library: Library, name: str, receipts: int) -> None:
    """Correct in the background, as the reader does, and say so once that is acknowledged."""
    said = quote_reference(ARTICLE.text, ANALYSIS.attributions[0], ANALYSIS.speakers[0])
    made = Correction(Action.SPEAKER, quotes=(said,), to=SpeakerReference(name))
    run = queued_runner(library.enqueue, lambda callback, result: callback(result))
    run(
        lambda: CorrectionStore(library).add(ARTICLE, made),
        lambda row: row is not None and os.write(receipts, f"{name}\n".encode()),
    )


def forked(work: Callable[[int], None]) -> tuple[int, int]:
    """Run `work` in a process of its own, with a pipe for its receipts; return its id and the pipe's other end."""
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(receiving)
            work(sending)
        finally:
            os._exit(0)
    os.close(sending)
    return child, receiving


def names(path: Path) -> set[str]:
    """Return whom the corrections in a library name, after the next start."""
    with closing(Library.open(path)) as library:
        return {each.correction.to.name for each in CorrectionStore(library).all() if each.correction.to}


def read_all(receiving: int) -> list[str]:
    with os.fdopen(receiving, encoding="utf-8") as file:
        return file.read().splitlines()


def test_a_reader_killed_while_another_program_holds_the_library(tmp_path: Path) -> None:
    """Find what was acknowledged; nothing is acknowledged while the library is held."""
    path = tmp_path / "library.sqlite3"
    Library.open(path).close()
    for n in rounds(3):

        def work(receipts: int, n: int = n) -> None:
            library = Library.open(path)
            correct(library, f"before {n}", receipts)
            finish_queue(library)
            os.write(receipts, b"ready\n")
            signal.sigwait({signal.SIGUSR1})
            for number in range(5):
                correct(library, f"held {n}.{number}", receipts)
            os.write(receipts, b"asked\n")
            signal.pause()

        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
        child, receiving = forked(work)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR1})
        told = b""
        while b"ready" not in told:
            told += os.read(receiving, 100)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            os.kill(child, signal.SIGUSR1)
            while b"asked" not in told:
                told += os.read(receiving, 100)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
        acknowledged = [*told.decode().splitlines(), *read_all(receiving)]
        assert acknowledged == [f"before {n}", "ready", "asked"]
        assert f"before {n}" in names(path)


def test_a_reader_that_leaves_while_another_program_holds_the_library(tmp_path: Path) -> None:
    """Find everything at the next start, in whichever file it was put."""
    path = tmp_path / "library.sqlite3"
    for n in rounds(3):

        def work(receipts: int, n: int = n) -> None:
            library = Library.open(path)
            with closing(sqlite3.connect(path, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                for number in range(5):
                    correct(library, f"{n}.{number}", receipts)
                library.patience = 0
                library.close()

        child, receiving = forked(work)
        assert read_all(receiving) == []
        os.waitpid(child, 0)
        assert names(path) >= {f"{n}.{number}" for number in range(5)}
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_disk_that_is_full_in_the_midst(tmp_path: Path) -> None:
    """Find what was acknowledged, in a file that is sound."""
    resource = pytest.importorskip("resource")
    path = tmp_path / "library.sqlite3"
    Library.open(path).close()
    acknowledged: list[str] = []
    was_full = False
    for n in rounds(3):

        def work(receipts: int, n: int = n) -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            library = Library.open(path)
            correct(library, f"first {n}", receipts)
            finish_queue(library)
            size = path.with_name(f"{path.name}-wal").stat().st_size + 4096 * (n % 7 + 1)
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))  # a file of that size takes no more
            for number in range(20):
                correct(library, f"{n}.{number}", receipts)
            while library.unwritten and not library.unwritable.startswith("Neither"):
                library._queue.join(0.05)
            os.write(receipts, f"{library.unwritable}\n".encode())

        child, receiving = forked(work)
        *told, unwritable = read_all(receiving)
        os.waitpid(child, 0)
        assert f"first {n}" in told
        assert len(told) == 21 or "your last change waits" in unwritable
        acknowledged += told
        was_full |= bool(unwritable)  # not where SQLite begins its log anew
    assert was_full
    assert names(path) >= set(acknowledged)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
