"""tui.widgets.save_form: where a text is saved, as typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App, ComposeResult

from tui.widgets.save_form import SaveForm


class Saving(App[None]):
    def compose(self) -> ComposeResult:
        yield SaveForm("copy.md", lambda: ("text\n", "utf-8"))


@pytest.mark.parametrize("typed", ["~nobody called that/x.md", "folder/that/is/not/there.md", "a" * 300])
async def test_a_place_that_is_none_is_a_sentence(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = Saving()
    async with app.run_test() as pilot:
        form = app.query_one(SaveForm)
        form.propose(typed)
        form.focus_line()
        await pilot.press("enter")
        await pilot.pause()
        assert str(app.query_one(".save-answer").render())  # said, and nothing was raised
