"""Corrections of entities in their panel, key by key."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.samples import seed_analysis
from tests.screens.correcting_keys import said, shown, typed
from tests.screens.driving import reader
from tui.analysis.analysis import Entity
from tui.screens.reader.reader_screen import ReaderScreen


async def choose(screen: ReaderScreen, pilot: Pilot[None], name: str) -> Entity:
    """Go down the Entities panel to the entity of this name."""
    await pilot.press("shift+tab", "g")
    for _ in screen.reading.named:
        entity = screen.reading.chosen_entity
        assert entity is not None
        if entity.name == name:
            return entity
        await pilot.press("j")
    raise AssertionError(name)


def labels(screen: ReaderScreen) -> dict[str, str]:
    return {entity.name: entity.label for entity in screen.reading.analysis.entities}


async def test_changing_the_kind_undone_and_redone() -> None:
    async with reader(size=(140, 60)) as (screen, pilot):
        await choose(screen, pilot, "Turkey")
        await pilot.press("x")
        assert "Correct Turkey" in shown(pilot)
        assert "not a name" in shown(pilot)
        assert "not a quote" not in shown(pilot)
        await pilot.press("k", "g")
        await pilot.pause()
        assert labels(screen)["Turkey"] == "NORP"
        assert said(pilot).startswith("Turkey is a group. u undoes it.")
        assert "Groups" in shown(pilot)
        assert "Turkey ✎" in shown(pilot)
        assert screen.reading.entity == "e2"
        await pilot.press("u")
        assert screen.reading.analysis == seed_analysis()
        await pilot.press("ctrl+r")
        assert labels(screen)["Turkey"] == "NORP"


async def test_changing_the_name_which_the_filter_follows() -> None:
    async with reader(size=(140, 60)) as (screen, pilot):
        await choose(screen, pilot, "Turkey")
        await pilot.press("x", "n", "ctrl+u")
        await typed(pilot, "[b]Ankara")
        await pilot.press("enter", "escape")
        assert labels(screen)["[b]Ankara"] == "GPE"
        assert "[b]Ankara ✎" in shown(pilot)
        await pilot.press("slash", *"entity:ankara")
        await pilot.pause()
        assert [screen.reading.analysis.attributions[i].id for i in screen.reading.quotes] == [
            "q1",
            "q4",
            "q5",
        ]


async def test_a_name_needs_a_letter() -> None:
    async with reader(size=(140, 60)) as (screen, pilot):
        await choose(screen, pilot, "Turkey")
        await pilot.press("x", "n", "ctrl+u", "enter")
        assert "at least one letter" in shown(pilot)
        await pilot.press("escape")
        assert screen.reading.analysis == seed_analysis()


async def test_merging_two_entities() -> None:
    async with reader(size=(140, 60)) as (screen, pilot):
        russia = await choose(screen, pilot, "Russia")
        await pilot.press("x", "m")
        assert "Russia is the same as" in shown(pilot)
        await typed(pilot, "ukr")
        await pilot.press("enter")
        assert "Russia" not in labels(screen)
        ukraine = screen.reading.chosen_entity
        assert ukraine is not None
        assert ukraine.name == "Ukraine"
        assert set(russia.mentions) < set(ukraine.mentions)


async def test_rejecting_a_name() -> None:
    async with reader(size=(140, 60)) as (screen, pilot):
        await choose(screen, pilot, "European Union")
        await pilot.press("x", "x")
        assert "European Union" not in labels(screen)
        assert said(pilot).startswith("European Union is not a name.")
        assert len(screen.reading.analysis.attributions) == len(seed_analysis().attributions)
        await pilot.press("u")
        assert screen.reading.analysis == seed_analysis()


async def test_without_a_chosen_entity_a_sentence_says_so() -> None:
    async with reader(size=(140, 60)) as (screen, pilot):
        await pilot.press("shift+tab", "x")
        assert "No entity is chosen" in said(pilot)
        assert pilot.app.screen is screen


async def test_dividing_a_name() -> None:
    async with reader(size=(90, 30)) as (screen, pilot):
        turkey = await choose(screen, pilot, "Turkey")
        await pilot.press("x", "d")
        assert "These are two" in shown(pilot)
        assert "Tick the mentions that are not Turkey" in shown(pilot)
        await pilot.press("enter")
        assert "Space ticks the mentions of the other one" in said(pilot)
        await pilot.press("space", "enter")
        assert "Who or what are these?" in shown(pilot)
        await typed(pilot, "Ankara")
        await pilot.press("enter")
        named = {entity.name: entity for entity in screen.reading.analysis.entities}
        assert named["Ankara"].mentions == turkey.mentions[:1]
        assert named["Turkey"].mentions == turkey.mentions[1:]
        assert said(pilot).startswith("One mention of Turkey is Ankara. u undoes it.")
        await pilot.press("u")
        assert screen.reading.analysis == seed_analysis()
