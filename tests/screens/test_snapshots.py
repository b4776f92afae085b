"""How the screens look, held as pictures. After a change that is meant: `pytest --snapshot-update`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from textual.pilot import Pilot

from tests.printed_papers import library_of_papers, papers
from tests.samples import seed_analysis, seed_article
from tests.screens.opening_app import sees
from tests.session.versions.test_quote_changes import read
from tui.app import QuothApp
from tui.screens.versions.version_screen import VersionScreen
from tui.session.opening.opening import Opening, open_article
from tui.session.settings import Settings
from tui.session.versions.version_comparison import VersionComparison

Compare = Callable[..., bool]


def app(theme: str = "quoth-dark") -> QuothApp:
    article = seed_article()
    return QuothApp(Opening(article, seed_analysis(article)), Settings(theme=theme))


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)], ids=["80x24", "120x40", "200x50"])
def test_reader(snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(app(), terminal_size=size)


def test_reader_with_a_speaker_chosen_in_the_light_theme(snap_compare: Compare) -> None:
    assert snap_compare(app("quoth-light"), terminal_size=(120, 40), press=["tab", "j", "j", "n"])


def test_reader_without_colours(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app(), terminal_size=(120, 40), press=["tab", "j", "j", "n"])


def test_help(snap_compare: Compare) -> None:
    assert snap_compare(app(), terminal_size=(120, 40), press=["question_mark"])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_two_versions_compared(snap_compare: Compare, size: tuple[int, int]) -> None:
    old, old_analysis = read(
        "Ships will sail\n\n“We sail on Monday, whatever comes” said Doe. She gave no reason for it.\n\n"
        "“No bread” said Hill.\n\nThe harbour was quiet in the morning, and nobody came to see the ships.\n\n"
        "Tom Hill, who sells bread at the pier, had hoped for more.\n\nIt rained.\n"
    )
    new, new_analysis = read(
        "Ships may sail\n\n“We sail on Tuesday, if the weather allows it” said Doe. She gave no reason for it.\n\n"
        "The harbour was quiet in the morning, and few came to see the ships.\n\n"
        "Tom Hill, who sells bread at the pier, had hoped for more.\n\n“At last” said Poe.\n"
    )
    days = ("2025-12-03 10:15", "2025-12-04 09:00")
    compared = VersionComparison(
        replace(old, title="Ships will sail"),
        old_analysis,
        replace(new, title="Ships may sail"),
        new_analysis,
        days,
    )
    settings = Settings(theme="quoth-dark")
    made = QuothApp(None, settings, first=lambda: VersionScreen(compared, settings))
    assert snap_compare(made, terminal_size=size, press=["n"])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_elsewhere(snap_compare: Compare, size: tuple[int, int]) -> None:
    library_of_papers().close()
    article, analysis = papers()[0]

    async def ask(pilot: Pilot[None]) -> None:
        await sees(pilot, "≡4")
        await pilot.press("n", "equals_sign")
        await sees(pilot, "The speaker differs")

    opened = QuothApp(open_article(article, Settings(), known=analysis), Settings(theme="quoth-dark"))
    assert snap_compare(opened, terminal_size=size, run_before=ask)
