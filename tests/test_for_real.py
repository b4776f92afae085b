"""The whole way on the seed article: file, analysis process, library, screen. Nothing stands in for anything."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples import between, seed_article
from tests.screens.driving import drawn
from tui.analysis.process import events
from tui.app import QuothApp
from tui.article.files import read_file
from tui.resources import folder
from tui.session.opening.opening import Opening, open_article
from tui.session.settings import Settings

SEED = str(next(folder("seeds").glob("*.txt")))
LONG = 120.0  # seconds: a limit for machines that are busy, not a measure


class Watched(QuothApp):
    """The app, and a way to wait for what the analysis process says."""

    def __init__(self) -> None:
        super().__init__(open_article(read_file(SEED), Settings()), Settings())
        self.received: asyncio.Queue[events.Event] = asyncio.Queue()
        show = self.articles.analysis.show

        def show_and_note(opening: Opening, event: events.Event) -> None:
            show(opening, event)
            self.received.put_nowait(event)

        self.articles.analysis.show = show_and_note  # type: ignore[method-assign]

    async def wait_for(self, kind: type[events.Event]) -> events.Event:
        while True:
            event = await asyncio.wait_for(self.received.get(), LONG)
            if isinstance(event, kind):
                return event


async def test_the_seed_article_from_file_to_screen_and_back_from_the_library() -> None:
    app = Watched()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert any("Donald Trump has said" in line for line in drawn(app.screen))
        await app.wait_for(events.AnalysisComplete)
        await pilot.pause()
        reading = app.articles.reader.reading
        names = {speaker.name: speaker.role for speaker, _ in reading.speakers}
        assert {"Donald Trump", "Volodymyr Zelenskyy", "Dmitry Peskov", "Kaja Kallas", "Ukraine"} <= set(
            names
        )
        assert names["Dmitry Peskov"] == "Kremlin spokesperson"
        text = reading.article.text
        spans = {quote.content[0]: quote for quote in reading.analysis.attributions}
        run = spans[between(text, "“I was thinking", "can happen.”")]
        assert reading.analysis.speaker(run.speaker).name == "Donald Trump"  # type: ignore[union-attr]
        he = spans[between(text, "“I supported", "in Turkey.”")]
        assert reading.analysis.speaker(he.speaker).name == "Volodymyr Zelenskyy"  # type: ignore[union-attr]
        await pilot.press("G")
        await pilot.pause()
    again = open_article(read_file(SEED), Settings())
    assert again.process is None
    assert again.analysis == reading.analysis
    assert again.position > 0
    again.close(0, "")


async def test_killing_the_analysis_twice_leaves_the_reader_standing() -> None:
    app = Watched()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.pause()
        process = app.articles.openings[app.articles.reader].process
        assert process is not None
        assert process.pid is not None
        os.kill(process.pid, signal.SIGTERM)
        await app.wait_for(events.ProcessDied)
        assert process.pid is not None
        os.kill(process.pid, signal.SIGTERM)
        await app.wait_for(events.AnalysisFailed)
        await pilot.pause()
        text = " ".join(" ".join(drawn(app.screen)).split())
        assert "twice" in text
        assert "Donald Trump has said" in text
        await pilot.press("j", "space", "slash", "x", "escape", "escape")


def test_what_is_private_is_not_kept(quoth_home: Path) -> None:
    opening = open_article(read_file(SEED), Settings(private=True))
    opening.close(100, "kind:direct")
    assert not quoth_home.exists() or not list(quoth_home.iterdir())


def test_without_a_terminal_a_report_is_printed() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tui", SEED],
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "Dmitry Peskov, Kremlin spokesperson" in run.stdout
    assert "\x1b" not in run.stdout


@pytest.mark.parametrize("words", ["coalition of the willing"])
def test_scare_quotes_are_nobodys(words: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tui", "quotes", "--filter", f'"{words}"', SEED],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert words not in run.stdout
    assert words in seed_article().text
