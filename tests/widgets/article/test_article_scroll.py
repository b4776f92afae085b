"""The article pane in an app: how it scrolls."""

from __future__ import annotations

from textual import events

from tests.widgets.articles import article, long_article, span
from tests.widgets.panes import running
from tui.article.spans import Span


async def test_lines_and_pages() -> None:
    async with running(long_article(), (60, 20)) as (app, _):
        rows = app.rows()
        app.pane.action_scroll_line_down()
        assert app.rows()[:-1] == rows[1:]
        app.pane.action_scroll_line_up()
        assert app.rows() == rows
        app.pane.action_page_down()
        assert app.rows()[:2] == rows[-2:]
        app.pane.action_page_up()
        assert app.rows() == rows
        app.pane.action_page_up()
        assert app.rows() == rows


async def test_the_ends() -> None:
    of = long_article()
    async with running(of, (60, 20)) as (app, _):
        app.pane.action_bottom()
        assert app.pane.visible_span.end == len(of.text)
        assert app.pane.percent == 100
        last = app.rows()
        app.pane.action_page_down()
        assert app.rows() == last
        app.pane.action_page_up()
        assert app.rows()[-2:] == last[:2]
        assert app.pane.percent < 100
        app.pane.action_top()
        assert app.pane.position == 0
        assert app.rows()[0] == ""


async def test_paging_down_and_up_shows_every_row_once() -> None:
    of = long_article(40)
    async with running(of, (60, 20)) as (app, _):
        down = app.rows()
        while app.pane.percent < 100:
            app.pane.action_scroll_line_down()
            down.append(app.rows()[-1])
        up = app.rows()
        while app.pane.scroll_y > 0:
            app.pane.action_scroll_line_up()
            up.insert(0, app.rows()[0])
        assert up == down
        assert " ".join(" ".join(down).split()) == " ".join(of.text.split())


async def test_paragraph_by_paragraph() -> None:
    of = long_article()
    async with running(of, (60, 20)) as (app, _):
        app.pane.action_next_paragraph()
        assert app.rows()[0].strip().startswith("Number0")
        app.pane.action_next_paragraph()
        assert app.rows()[0].strip().startswith("Number1")
        app.pane.action_next_paragraph()
        app.pane.action_next_paragraph()
        app.pane.action_scroll_line_down()
        app.pane.action_previous_paragraph()
        assert app.rows()[0].strip().startswith("Number3")
        app.pane.action_previous_paragraph()
        assert app.rows()[0].strip().startswith("Number2")
        for _ in range(4):
            app.pane.action_previous_paragraph()
        assert app.rows()[0] == ""


async def test_the_wheel_scrolls() -> None:
    async with running(long_article(), (60, 20)) as (app, pilot):
        rows = app.rows()
        app.pane.post_message(events.MouseScrollDown(None, 5, 5, 0, 0, 0, False, False, False))
        await pilot.pause()
        assert app.pane.scroll_y > 0
        moved = int(app.pane.scroll_y)
        assert app.rows()[:-moved] == rows[moved:]


async def test_scrolling_to_a_far_row_that_was_only_estimated_shows_whole_pages_from_there() -> None:
    of = article(*(f"Number{n} " + "uncharacteristically-long " * (1 + n % 5) for n in range(400)))
    async with running(of, (40, 20)) as (app, pilot):
        app.pane.scroll_to(y=app.pane.max_scroll_y // 2, animate=False)
        await pilot.pause()
        rows = app.rows()
        app.pane.scroll_relative(y=1, animate=False)
        await pilot.pause()
        assert app.rows()[:-1] == rows[1:]
        app.pane.scroll_relative(y=-15, animate=False)
        await pilot.pause()
        assert app.rows()[14:] == rows[:6]


async def test_reveal_moves_only_what_is_out_of_sight() -> None:
    of = long_article()
    async with running(of, (60, 21)) as (app, _):
        before = app.rows()
        app.pane.reveal(span(of, "Number1 "))
        assert app.rows() == before
        target = span(of, "Number40")
        app.pane.reveal(target)
        assert app.where("Number40")[1] == 7
        app.pane.reveal(span(of, "Number10"), center=False)
        assert app.where("Number10")[1] == 0
        app.pane.reveal(span(of, "Number30"), center=False)
        assert app.where("Number30")[1] == 20
        long = Span(of.text.index("Number5"), of.text.index("Number9") - 2)
        app.pane.action_bottom()
        app.pane.reveal(long)
        assert app.pane.visible_span.contains(long)
        app.pane.action_bottom()
        app.pane.reveal(Span(long.start, long.end + 800))
        assert app.where("Number5")[1] == 0
        app.pane.reveal(span(of, "Number59"))
        assert app.pane.percent == 100


async def test_scrolled_says_what_is_on_the_screen() -> None:
    of = long_article()
    async with running(of, (60, 20)) as (app, pilot):
        assert app.scrolled[-1].start == 0
        count = len(app.scrolled)
        app.pane.action_page_down()
        await pilot.pause()
        assert app.scrolled[-1] == app.pane.visible_span
        shown = app.scrolled[-1].of(of.text).split()
        drawn = " ".join(app.rows()).split()
        assert drawn == shown
        app.pane.refresh()
        await pilot.pause()
        assert len(app.scrolled) == count + 1


async def test_the_reading_position_holds_at_any_width() -> None:
    of = long_article()
    async with running(of, (60, 20)) as (app, pilot):
        wanted = of.text.index("Number20") + 60
        app.pane.go_to(wanted)
        held = app.pane.position
        for width in (40, 100, 33, 72, 60):
            await pilot.resize_terminal(width, 20)
            await pilot.pause()
            line = app.pane.visible_span
            assert line.start <= wanted < line.start + app.pane.size.width
        assert app.pane.position == held
        rows = app.rows()
        await pilot.resize_terminal(60, 30)
        await pilot.pause()
        assert app.rows()[:20] == rows


async def test_the_top_stays_the_top_and_the_end_is_never_passed() -> None:
    of = long_article()
    async with running(of, (60, 20)) as (app, pilot):
        await pilot.resize_terminal(90, 20)
        await pilot.pause()
        assert app.rows()[0] == ""
        assert app.pane.position == 0
        app.pane.action_bottom()
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert app.pane.percent == 100
        assert app.rows()[-2].strip()
        app.pane.go_to(10**9)
        assert app.rows()[-2].strip()


async def test_of_a_giant_article_next_to_nothing_is_laid_out() -> None:
    of = long_article(5_000)
    async with running(of) as (app, pilot):
        app.pane.action_bottom()
        assert app.pane.percent == 100
        app.pane.reveal(span(of, "Number2500"))
        app.where("Number2500")
        await pilot.resize_terminal(60, 24)
        await pilot.pause()
        app.where("Number2500")
        assert app.pane._layout.measured < 100
