"""The Entities panel, key by key."""

from __future__ import annotations

from dataclasses import replace

from tests.samples import seed_analysis, seed_article
from tests.screens.driving import drawn, reader
from tui.analysis.analysis import Analysis, Entity
from tui.article.spans import Span
from tui.screens.reader.reader_screen import ReaderScreen


def with_entities(*more: Entity) -> Analysis:
    analysis = seed_analysis(seed_article())
    return replace(analysis, entities=(*analysis.entities, *more))


def panel(screen: ReaderScreen) -> list[str]:
    """Return the lines of the panel, its heading first."""
    region = screen.panes.side.panels[2].region
    return [line[region.x :].strip(" ▶") for line in drawn(screen)[region.y + 1 : region.bottom]]


async def test_kinds_in_order_and_people_with_their_roles() -> None:
    works = Entity("e8", "War and Peace", "WORK_OF_ART", (Span(0, 5),))
    airport = Entity("e9", "Ataturk Airport", "FAC", (Span(0, 5),))
    async with reader(size=(140, 60), analysis=with_entities(works, airport)) as (screen, _):
        lines = panel(screen)
        kinds = ["People", "Organisations", "Countries and cities", "Places", "Works"]
        assert [line for line in lines if line in kinds] == kinds
        assert any(line.startswith("Donald Trump  US president") for line in lines)


async def test_unsure_ones_stand_below_the_sure_ones_of_their_kind() -> None:
    may = Entity("e9", "May", "PERSON", (Span(0, 3),))
    async with reader(size=(140, 60), analysis=with_entities(may)) as (screen, _):
        lines = panel(screen)
        names = [line.split("  ")[0] for line in lines]
        assert names.index("Vladimir Putin") < names.index("May") < names.index("Organisations")


async def test_choosing_one_changes_neither_its_number_nor_its_row() -> None:
    async with reader(size=(120, 40)) as (screen, pilot):
        before = panel(screen)
        await pilot.press("shift+tab", "j", "j")
        await pilot.pause()
        assert screen.reading.entity is not None
        assert panel(screen) == before


async def test_panels_count_what_is_left_of_all() -> None:
    async with reader(size=(120, 40)) as (screen, pilot):
        assert panel(screen)[0].split() == ["ENTITIES", "6"]
        await pilot.press("tab", "j", "j")
        await pilot.pause()
        assert panel(screen)[0].split() == ["ENTITIES", "1", "of", "6"]
        text = "\n".join(drawn(screen))
        assert "2 of 8" in text
        await pilot.press("escape", "escape", "slash", *"entity:turkey", "enter")
        await pilot.pause()
        lines = [line[screen.panes.side.region.x :].split() for line in drawn(screen)]
        assert ["SPEAKERS", "3", "of", "5"] in lines
