"""Killed at any moment, a hundred times: what was acknowledged is there, and the file is sound."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from pathlib import Path

import pytest

from tests.library.made_up import story
from tui.corrections.action import Action
from tui.corrections.correction import Correction, SpeakerReference, quote_reference
from tui.library.clippings import Clippings
from tui.library.correction_store import CorrectionStore
from tui.library.library import Library
from tui.session.keeping.clipping import clip

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is split in two")

KILLS = 100
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


def killed(path: Path, name: str, chance: random.Random) -> list[str]:
    """What was acknowledged before a writer was killed, somewhere in its work."""
    receiving, sending = os.pipe()
    writer = os.fork()
    if writer == 0:
        try:
            os.close(receiving)
            write_until_killed(path, sending, name)
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


def test_killed_a_hundred_times(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    chance = random.Random(6)
    Library.open(path).close()
    acknowledged = [line for n in range(KILLS) for line in killed(path, str(n), chance)]
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
