"""How the screens look, held as pictures. After a change that is meant: `pytest --snapshot-update`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.samples import seed_analysis, seed_article
from tui.app import QuothApp
from tui.session.opening.opening import Opening
from tui.session.settings import Settings

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
