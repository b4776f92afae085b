"""Corrections of who spoke and of speakers, key by key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual import events

from tests.samples import seed_analysis, seed_article
from tests.screens.correcting_keys import chosen, said, shown, speaker, typed
from tests.screens.driving import drawn, reader
from tui.analysis.analysis import Entity
from tui.article.spans import Span


async def test_someone_else_among_the_speakers() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("n", "x", "s")
        was = chosen(screen)
        await typed(pilot, "kal")
        await pilot.press("enter")
        assert speaker(screen) == "Kaja Kallas"
        assert chosen(screen).content == was.content
        assert "u undoes it" in said(pilot)
        assert "✎" in shown(pilot)
        await pilot.press("u")
        assert chosen(screen) == was
        assert "✎" not in shown(pilot)
        await pilot.press("ctrl+r")
        assert speaker(screen) == "Kaja Kallas"


async def test_someone_else_who_is_named_and_a_new_name_and_nobody() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("n", "x", "s")
        await typed(pilot, "put")
        await pilot.press("enter")
        assert speaker(screen) == "Vladimir Putin"
        await pilot.press("x", "s")
        await typed(pilot, "Ada [b]Novak")
        await pilot.press("enter")
        assert speaker(screen) == "Ada [b]Novak"
        assert "Ada [b]Novak" in shown(pilot)
        await pilot.press("x", "s", "pagedown", "pagedown", "enter")
        assert speaker(screen) is None


async def test_a_name_is_a_name() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("n", "x", "s")
        was = speaker(screen)
        for nothing in ("\u200b\u200d", "\u202e", "…", "   "):
            pilot.app.post_message(events.Paste(nothing))
        await pilot.pause()
        assert "a new name" not in shown(pilot)
        await pilot.press("enter", "escape")
        assert speaker(screen) == was
        await pilot.press("x", "n", "ctrl+u", *"-.", "enter")
        assert "needs at least one letter" in shown(pilot)
        await pilot.press("escape", "x", "s")
        pilot.app.post_message(events.Paste("[red]😀 \x1b]0;x\x07" + "Ann " * 99))
        await pilot.pause()
        await pilot.press("enter")
        assert (speaker(screen) or "").startswith("[red]😀 ␛]0;x␇Ann Ann")
        assert len(speaker(screen) or "") == 200
        assert len(said(pilot)) < 300


async def test_from_the_speakers_panel_two_are_one() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("tab", "g")
        first = screen.reading.chosen_speaker
        assert first is not None
        await pilot.press("x", "m")
        await typed(pilot, "pesk")
        await pilot.press("enter")
        names = [s.name for s in screen.reading.analysis.speakers]
        assert first.name not in names
        assert screen.reading.chosen_speaker is not None
        assert screen.reading.chosen_speaker.name == "Dmitry Peskov"
        assert "Dmitry Peskov ✎" in shown(pilot)


async def test_one_is_two() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("tab", "g")
        name = screen.reading.chosen_speaker.name  # type: ignore[union-attr]
        its = list(screen.reading.quotes)
        assert len(its) > 1
        await pilot.press("x", "d", "j", "space", "enter")
        await typed(pilot, name)
        await pilot.press("enter")
        assert "another name" in said(pilot)
        assert screen.reading.analysis == seed_analysis()
        await pilot.press("x", "d")
        for key in ("space", "j", "space", "enter"):  # all in one go
            pilot.app.post_message(events.Key(key, {"space": " ", "j": "j"}.get(key)))
        await pilot.pause()
        await typed(pilot, "Ada Novak")
        await pilot.press("enter")
        analysis = screen.reading.analysis
        new = next(s for s in analysis.speakers if s.name == "Ada Novak")
        assert [a.id for a in analysis.attributions if a.speaker == new.id] == ["q2"]
        await pilot.press("u")
        assert screen.reading.analysis == seed_analysis()


async def test_name_and_role() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("n", "x", "n", "ctrl+u")
        pilot.app.post_message(events.Paste("Donald\x1b[2J\nJ."))
        await pilot.pause()
        await pilot.press("tab", "ctrl+u", "enter")
        assert speaker(screen) == "Donald␛[2J J."
        assert screen.reading.speaker_of(screen.reading.quote or 0).role is None  # type: ignore[union-attr]
        await pilot.press("x", "n", "ctrl+u", "enter")
        assert "needs at least one letter" in shown(pilot)
        await pilot.press("escape")
        assert pilot.app.screen is screen


@pytest.mark.parametrize("size", [(90, 30), (60, 15), (40, 12)])
async def test_a_long_list_of_people_ends_where_the_dialog_does(size: tuple[int, int]) -> None:
    article = seed_article()
    many = tuple(Entity(f"o{n}", f"Body {n}", "ORG", (Span(0, 6),)) for n in range(40))
    async with reader(size, analysis=replace(seed_analysis(article), entities=many)) as (_, pilot):
        await pilot.press("n", "x", "s")
        await pilot.pause()
        lines = drawn(pilot.app.screen)
        last = next(n for n, line in enumerate(lines) if "Enter chooses" in line)
        assert lines[last - 1].strip(" │▁▂▃▄▅▆▇█DPVKU"), "\n".join(lines)
        assert any("type to narrow" in line for line in lines)
        await pilot.press(*["down"] * 12)
        await pilot.pause()
        assert any("Body 8" in line for line in drawn(pilot.app.screen))
