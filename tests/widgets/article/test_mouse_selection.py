"""Selecting in an app by mouse and by keys: what is selected and clicked in the article pane."""

from __future__ import annotations

import pytest
from rich.style import Style

from tests.widgets.articles import article, long_article, span
from tests.widgets.panes import TEXT, drag, running, until
from tui.article.spans import Span
from tui.session.reading.text_marks import MarginLetter, TextMark
from tui.widgets.article.article_pane import ArticlePane


async def test_a_selection_across_wrapped_lines_is_copied_clean() -> None:
    async with running(TEXT, (44, 24)) as (app, pilot):
        app.pane.set_marks(
            [TextMark(span(TEXT, "four five"), "hit")], [MarginLetter(Span(0, 90), "P", "speaker-1")]
        )
        x, y = app.where("three")
        x2, y2 = app.where("Second")
        await drag(pilot, (x, y), (x2 + 5, y2))
        words = TEXT.text[TEXT.text.index("three") : TEXT.text.index("sixteen.") + 8] + "\n\n“Second"
        assert app.pane.selected_text == words
        assert app.screen.get_selected_text() == words
        assert app.selected == [words]
        assert app.clicked == []
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert app.pane.selected_text == words
        row = [(s.text, s.style or Style()) for s in app.pane.render_line(app.where("three")[1])]
        selected = "".join(text for text, style in row if style.bgcolor != row[0][1].bgcolor)
        assert selected.startswith("three four")


async def test_a_selection_dragged_upwards_is_the_same() -> None:
    async with running(TEXT, (44, 24)) as (app, pilot):
        x, y = app.where("three")
        x2, y2 = app.where("Second")
        await drag(pilot, (x2 + 5, y2), (x, y))
        assert app.pane.selected_text.startswith("three four")
        assert app.pane.selected_text.endswith("“Second")


async def test_a_selection_dragged_out_of_the_pane_ends_at_the_line() -> None:
    async with running(TEXT) as (app, pilot):
        x, y = app.where("One")
        await drag(pilot, (x, y), (78, y))
        assert app.pane.selected_text == app.rows()[y].strip()
        await drag(pilot, (0, y + 1), (78, y + 1))
        assert app.pane.selected_text == app.rows()[y + 1].strip()
        await drag(pilot, (x, y + 1), (0, y))
        assert app.pane.selected_text == app.rows()[y].strip() + " " + app.rows()[y + 1].strip()[0]


async def test_a_selection_goes_on_while_the_text_scrolls_under_it() -> None:
    of = long_article()
    async with running(of, (60, 20)) as (app, pilot):
        x, y = app.where("Number0")
        await pilot.mouse_down(ArticlePane, offset=(x, y))
        app.pane.reveal(span(of, "Number30"))
        x, y = app.where("Number30")
        await pilot.hover(offset=(x + 7, y))
        await pilot.mouse_up(offset=(x + 7, y))
        await pilot.pause()
        assert app.pane.selected_text == of.text[: of.text.index("Number30") + 8]


async def test_a_selection_held_at_the_edge_scrolls(monkeypatch: pytest.MonkeyPatch) -> None:
    of = long_article()
    monkeypatch.setattr("tui.widgets.article.mouse_selection.SCROLL_INTERVAL", 0.03)
    async with running(of, (60, 20)) as (app, pilot):
        app.pane.go_to(of.text.index("Number30"))
        x, y = app.where("Number31")
        await pilot.mouse_down(ArticlePane, offset=(x, y))
        await pilot.hover(offset=(x, 0))
        await until(pilot, lambda: app.pane.position <= of.text.index("Number29"))
        await pilot.mouse_up(offset=(x, 0))
        assert "Number29 begins here." in app.pane.selected_text
        app.pane.action_top()
        x, y = app.where("Number0")
        await pilot.mouse_down(ArticlePane, offset=(x, y))
        await pilot.hover(offset=(x, 19))
        await until(pilot, lambda: app.pane.position > 0)
        await pilot.mouse_up(offset=(x, 19))
        await pilot.pause()
        assert app.pane.selected_text.startswith("Number0")
        held = app.pane.position
        await pilot.pause()
        assert app.pane.position == held


async def test_wide_characters_are_selected_whole() -> None:
    of = article("日本語のテキスト", "👩\u200d👩\u200d👧 family e\u0301nd")
    async with running(of) as (app, pilot):
        x, y = app.where("日")
        await drag(pilot, (x + 3, y), (x + 4, y))
        assert app.pane.selected_text == "本語"
        x, y = app.where("👩")
        await drag(pilot, (x, y), (x + 1, y))
        assert app.pane.selected_text == "👩\u200d👩\u200d👧"
        await pilot.click(ArticlePane, offset=(x, y))
        await pilot.pause()
        assert app.pane.selected_text == ""
        await drag(pilot, (x + 1, y), (x + 10, y))
        assert app.pane.selected_text == "👩\u200d👩\u200d👧 family e\u0301"


async def test_odd_line_separators_do_not_shift_a_selection() -> None:
    of = article("one\u2028two\u0085three four", "five six")
    async with running(of) as (app, pilot):
        x, y = app.where("three")
        await drag(pilot, (x, y), (x + 4, y))
        assert app.pane.selected_text == "three"


async def test_a_click_says_which_character_and_more_clicks_select() -> None:
    async with running(TEXT) as (app, pilot):
        x, y = app.where("paragraph,")
        await pilot.click(ArticlePane, offset=(x + 1, y))
        await pilot.pause()
        assert app.clicked == [TEXT.text.index("paragraph,") + 1]
        await pilot.click(ArticlePane, offset=(x + 1, y), times=2)
        await pilot.pause()
        assert app.pane.selected_text == "paragraph"
        await pilot.click(ArticlePane, offset=(x + 1, y), times=3)
        await pilot.pause()
        assert app.pane.selected_text == "“Second paragraph,” he said."
        assert app.selected[-1] == "“Second paragraph,” he said."


async def test_selecting_by_keyboard_follows_with_the_text() -> None:
    of = long_article()
    async with running(of, (60, 20)) as (app, pilot):
        app.pane.extend_selection("word", 1)
        assert app.pane.selected_text == "Number0"
        app.pane.extend_selection("sentence", 1)
        assert app.pane.selected_text == "Number0 begins here."
        for _ in range(30):
            app.pane.extend_selection("paragraph", 1)
        assert app.pane.selected_text.count("\n\n") == 29 or app.pane.selected_text.count("\n\n") == 30
        assert app.pane.position > 0
        app.pane.start_selection(of.text.index("Number7"))
        assert app.pane.selected_text == "Number7"
        app.pane.clear_selection()
        await pilot.pause()
        assert app.pane.selected_text == ""
        assert app.pane.selected_span is None
