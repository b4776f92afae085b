"""The list of an article's links: shown in full, narrowed, followed in quoth or handed to the browser."""

from __future__ import annotations

import pytest

from tests.screens.driving import drawn
from tests.screens.opening_app import World, app_with, article, linked, sees, until, world

__all__ = ["world"]  # a fixture

FIRST = article("first.txt", "The first article.\n\n" + "It goes on and on.\n\n" * 60, title="First of all")


async def test_links_are_listed_in_full_and_followed_only_when_asked(world: World) -> None:
    far = "https://example.org/a/very/long/path/that/goes/on/" + "and-on/" * 12 + "end"
    here = linked("start.txt", "Read the report today. Or see http://plain.example/x.", ("the report", far))
    world.add(here, article(far, "The report itself."))
    async with app_with("start.txt") as (app, pilot):
        await sees(pilot, "Read the report today.")
        await pilot.press("l")
        await sees(pilot, "Links · 2")
        await until(pilot, lambda: far in "".join("".join(drawn(app.screen)).replace("│", " ").split()))
        await pilot.press("slash", *"plain")
        await until(
            pilot, lambda: "the report" not in str(app.screen.query_one("#links").render_line(0).text)
        )
        await pilot.press("escape", "g", "enter")
        await sees(pilot, "The report itself.")
    assert world.asked == [("start.txt", True, None), (far, False, None)]


async def test_the_first_link_in_sight_is_marked(world: World) -> None:
    lines = "\n\n".join(f"Paragraph {i} with link{i:02}." for i in range(40))
    addresses = [(f"link{i:02}", f"https://example.org/{i}") for i in range(40)]
    world.add(linked("start.txt", lines, *addresses))
    async with app_with("start.txt") as (app, pilot):
        await sees(pilot, "Paragraph 0 with")
        await until(pilot, lambda: app.articles.reader.fully_mounted)
        await pilot.press("space", "l")
        await sees(pilot, "Links · 40")
        first = int(app.screen.marked.words[4:])  # type: ignore[attr-defined]
        assert app.articles.reader.article_pane.visible_span.contains(app.screen.marked.span)  # type: ignore[attr-defined]
        assert first > 3


async def test_a_link_goes_to_the_browser_by_key_or_else_is_copied(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    world.add(linked("start.txt", "Read the report.", ("the report", "https://example.org/r")))
    monkeypatch.setattr("tui.session.opening.browser._started", opened.append)
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    async with app_with("start.txt") as (app, pilot):
        copied: list[str] = []
        monkeypatch.setattr(app, "copy_to_clipboard", copied.append)
        await sees(pilot, "Read the report.")
        await pilot.press("l")
        await sees(pilot, "https://example.org/r")
        await pilot.press("b")
        await sees(pilot, "different machine from your browser")
        assert copied == ["https://example.org/r"]
    assert opened == []


async def test_an_article_without_links_says_so(world: World) -> None:
    world.add(FIRST)
    async with app_with(FIRST.source) as (_, pilot):
        await sees(pilot, "The first article.")
        await pilot.press("l")
        await sees(pilot, "This article has no links.")
