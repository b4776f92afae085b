"""The reader's filter, key by key: what is typed narrows, completes, and is never lost."""

from __future__ import annotations

from textual import events

from tests.samples import seed_analysis, seed_article
from tests.screens.driving import drawn, panels_text, reader
from tui.app import QuothApp
from tui.screens.reader.reader_screen import ReaderScreen
from tui.session.opening.opening import Opening
from tui.session.settings import Settings
from tui.textual_patches.app_internals import notifications
from tui.widgets.filter_bar import FilterBar


def left(screen: ReaderScreen) -> list[str]:
    return [screen.reading.analysis.attributions[i].id for i in screen.reading.quotes]


async def test_the_filter_narrows_with_every_key_and_counts() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("slash", *"speaker:pes")
        await pilot.pause()
        assert left(screen) == ["q5", "q6"]
        assert any("2 of 8 quotes" in line for line in drawn(screen))


async def test_the_filter_completes_fields_and_values() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("slash", *"spe", "tab")
        assert screen.query_one(FilterBar).line.value == "speaker:"
        await pilot.press(*"pes", "tab")
        assert "peskov" in screen.query_one(FilterBar).line.value.casefold()
        assert left(screen) == ["q5", "q6"]


async def test_completing_right_after_typing_completes_what_was_typed() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("slash", *"spe")
        line = screen.panes.filter_bar.line
        line.value = "speaker:pes"  # faster than anybody answers: pasted, or sent over a slow line
        line.cursor_position = len(line.value)
        line.action_complete()
        await pilot.pause()
        assert "peskov" in line.value.casefold()
        assert left(screen) == ["q5", "q6"]


async def test_a_filter_that_cannot_be_read_says_why_while_it_is_typed() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("slash", *"spekaer:x")
        await pilot.pause()
        assert any("did you mean speaker" in line for line in drawn(screen))
        assert screen.query_one(FilterBar).line.value == "spekaer:x"
        assert len(left(screen)) == 8


async def test_leaving_the_filter_keeps_what_was_typed() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("slash", *"turkey", "enter", "j", "j", "slash")
        assert screen.query_one(FilterBar).line.value == "turkey"


async def test_a_filter_kept_from_the_last_time_is_there_at_once_with_its_whole_count() -> None:
    article = seed_article()
    app = QuothApp(Opening(article, seed_analysis(article), filter_text="turkey"), Settings())
    async with app.run_test(size=(120, 40)) as pilot:
        while not app.articles.reader.fully_mounted:
            await pilot.pause()
        await pilot.pause()
        assert any("/ turkey" in line and "3 of 8 quotes" in line for line in drawn(app.articles.reader))
        await pilot.resize_terminal(60, 24)
        await pilot.pause()
        assert any("/ turkey" in line and "3 of 8 quotes" in line for line in drawn(app.articles.reader))


async def test_several_lines_pasted_into_the_filter_become_one() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("slash")
        pilot.app.post_message(events.Paste("speaker:peskov\r\nkind:\x1bdirect\n"))
        await pilot.pause()
        assert screen.panes.filter_bar.line.value == "speaker:peskov kind:␛direct"
        assert screen.reading.filter_text == screen.panes.filter_bar.line.value


async def test_why_a_filter_cannot_be_read_is_said_in_full_where_its_own_line_is_too_short() -> None:
    async with reader(size=(40, 14)) as (screen, pilot):
        await pilot.press("slash", *"certainty:>x")
        await pilot.pause()
        text = " ".join(" ".join(drawn(screen)).split())
        assert "takes a number from 0 to 1, as in certainty:>0.8, not “>x”" in text
        await pilot.press("enter")
        await pilot.pause()
        assert "“>x”" not in " ".join(drawn(screen))
        await pilot.press("slash")
        await pilot.pause()
        assert "“>x”" in " ".join(drawn(screen))
        await pilot.press("backspace", "backspace")
        await pilot.pause()
        assert "takes a number" not in " ".join(drawn(screen))


async def test_the_article_does_not_jump_while_one_types_in_the_filter() -> None:
    app = QuothApp(Opening(seed_article(), seed_analysis()), Settings())
    async with app.run_test(size=(120, 40)) as pilot:
        while not app.articles.reader.fully_mounted:
            await pilot.pause()
        await pilot.press("/", "s", "p", "e")
        await pilot.pause()
        heights = {app.articles.reader.article_pane.size.height}
        for key in ("a", "k", "e", "r", ":", "q", "x", *["backspace"] * 3, "p"):
            await pilot.press(key)
            await pilot.pause()
            heights.add(app.articles.reader.article_pane.size.height)
        assert len(heights) == 1
        await pilot.press("enter")
        await pilot.pause()
        assert app.articles.reader.article_pane.size.height == heights.pop() + 1


async def test_the_first_match_comes_into_sight_and_escape_leads_back() -> None:
    async with reader(size=(100, 16)) as (screen, pilot):
        pane = screen.article_pane
        await pilot.press("slash", *"drones")
        await pilot.pause()
        assert left(screen) == ["q8"]
        assert pane.visible_span.contains(
            screen.reading.analysis.attributions[screen.reading.quotes[0]].content[0]
        )
        await pilot.press("escape")
        await pilot.pause()
        assert pane.position == 0
        await pilot.press(*"drones", "enter", "k", "escape")  # whoever has moved since stays there
        await pilot.pause()
        assert screen.reading.filter_text == ""
        assert pane.position > 0
        before = pane.position
        await pilot.press("slash", *"kind:")  # what narrows nothing moves nothing
        await pilot.pause()
        assert pane.position == before


async def test_where_no_quote_matches_it_is_said_how_often_the_article_has_the_words() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("slash", *"coalition")
        await pilot.pause()
        assert "the article has “coalition” once, and s finds it" in panels_text(screen)
        await pilot.press("enter", "n")
        await pilot.pause()
        assert "coalition” once" in " ".join(toast.message for toast in notifications(pilot.app))
        await pilot.press("s")
        await pilot.pause()
        assert any("1 of 1" in line for line in drawn(pilot.app.screen))


async def test_attitudes_are_counted_among_themselves() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("slash", *"stance:att")
        await pilot.pause()
        lines = drawn(screen)
        assert any("1 of 1 attitude" in line for line in lines)
        assert any("QUOTES" in line and "1 of 1" in line for line in lines)
