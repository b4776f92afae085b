"""The article pane in an app: what it draws, how it scrolls, what is selected in it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from rich.style import Style
from textual import events
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.pilot import Pilot
from textual.widgets import Static

from tests.widgets.articles import article, long_article, span
from tui.article.article import Article, BlockKind
from tui.article.spans import Span
from tui.resources import folder
from tui.session.marking import MarginLetter, Mark
from tui.widgets.article_pane import ArticlePane

TEXT = article(
    "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.",
    "“Second paragraph,” he said.",
    (BlockKind.SUBHEADING, "A heading"),
    "Third paragraph.",
)


class PaneApp(App[None]):
    """An article pane with something at its right, and what it posts."""

    CSS_PATH = [folder("styles") / name for name in ("article_pane.tcss", "ink.tcss")]
    CSS = "ArticlePane { width: 1fr; } #beside { width: 4; }"

    def __init__(self, of: Article) -> None:
        super().__init__()
        self.of = of
        self.scrolled: list[Span] = []
        self.clicked: list[int] = []
        self.selected: list[str] = []

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield ArticlePane()
            yield Static("side", id="beside")

    def on_mount(self) -> None:
        self.pane.show(self.of)
        self.pane.focus()

    @property
    def pane(self) -> ArticlePane:
        return self.query_one(ArticlePane)

    def on_article_pane_scrolled(self, event: ArticlePane.Scrolled) -> None:
        self.scrolled.append(event.visible)

    def on_article_pane_clicked(self, event: ArticlePane.Clicked) -> None:
        self.clicked.append(event.offset)

    def on_article_pane_selected(self, event: ArticlePane.Selected) -> None:
        self.selected.append(event.text)

    def rows(self) -> list[str]:
        """The rows of the pane as text."""
        return [self.pane.render_line(y).text.rstrip() for y in range(self.pane.size.height)]

    def where(self, words: str) -> tuple[int, int]:
        """Column and row of the pane at which words begin on the screen."""
        for y, row in enumerate(self.rows()):
            if words in row:
                return row.index(words), y
        raise AssertionError(f"{words!r} is not on the screen:\n" + "\n".join(self.rows()))


@asynccontextmanager
async def running(
    of: Article, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[PaneApp, Pilot[None]]]:
    app = PaneApp(of)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


async def drag(pilot: Pilot[None], begin: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(ArticlePane, offset=begin)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await pilot.pause()


async def until(pilot: Pilot[None], met: Callable[[], bool]) -> None:
    """Let the app run until a condition is met."""
    for _ in range(500):
        if met():
            return
        await pilot.pause()
    raise AssertionError("it never came to it")


# What is drawn


async def test_the_text_stands_in_a_centred_column() -> None:
    async with running(TEXT, (104, 24)) as (app, _):
        first = app.rows()[1]
        left = len(first) - len(first.lstrip())
        assert left == (100 - 68) // 2
        assert all(len(row) <= left + 68 for row in app.rows())
        app.pane.measure = 200
        assert app.pane.measure == 72
        app.pane.measure = 60
        assert app.where("One two")[0] == 20


async def test_a_narrow_pane_keeps_its_margin_and_a_tiny_one_its_text() -> None:
    async with running(TEXT, (44, 24)) as (app, pilot):
        assert app.where("One two")[0] == 3
        assert max(map(len, app.rows())) <= 39
        await pilot.resize_terminal(20, 24)
        await pilot.pause()
        assert app.pane.size.width == 16
        assert app.where("One two")[0] == 0


async def test_each_kind_of_block_has_its_style() -> None:
    of = article(
        (BlockKind.HEADLINE, "Headline"),
        (BlockKind.BYLINE, "By someone"),
        (BlockKind.CAPTION, "Caption"),
        "Words.",
        (BlockKind.LINK_LIST, "Read more:\nLink"),
    )
    async with running(of) as (app, _):
        styles = {}
        for y in range(app.pane.size.height):
            for segment in app.pane.render_line(y):
                if segment.text.strip():
                    styles[segment.text] = segment.style or Style()
        plain = styles["Words."]
        assert styles["Headline"].bold
        assert not plain.bold
        assert styles["Caption"].italic
        assert styles["By someone"].color != plain.color
        assert styles["Link"].color != plain.color
        assert "· " in styles


async def test_marks_are_laid_over_one_another() -> None:
    async with running(TEXT) as (app, _):
        quote = span(TEXT, "“Second paragraph,”")
        source = span(TEXT, "he")
        app.pane.set_marks(
            [
                Mark(Span(0, len(TEXT.text)), "dim"),
                Mark(quote, "speaker-1"),
                Mark(source, "source"),
                Mark(quote, "hit"),
            ],
            [MarginLetter(quote, "P", "speaker-1")],
        )
        _, y = app.where("Second")
        by_text = {s.text: s.style or Style() for s in app.pane.render_line(y) if s.text.strip()}
        assert list(by_text) == ["P", "“Second paragraph,”", "he", " said."]
        assert by_text["“Second paragraph,”"].color != by_text[" said."].color
        assert by_text["“Second paragraph,”"].bgcolor != by_text["P"].bgcolor
        assert by_text["he"].underline
        assert by_text["he"].color == by_text[" said."].color
        assert by_text["he"].color != by_text["P"].color
        app.pane.set_marks([])
        assert [s.text for s in app.pane.render_line(y) if s.text.strip()] == ["“Second paragraph,” he said."]


async def test_another_theme_draws_everything_anew() -> None:
    async with running(TEXT) as (app, pilot):
        before = [segment.style for segment in app.pane.render_line(1)]
        app.theme = "textual-light"
        await pilot.pause()
        after = [segment.style for segment in app.pane.render_line(1)]
        assert len(before) == len(after)
        assert all(one != other for one, other in zip(before, after, strict=True))


async def test_letters_stand_beside_every_line_of_their_span_in_the_margin() -> None:
    async with running(TEXT) as (app, _):
        letters = [MarginLetter(span(TEXT, "two three"), "A", "speaker-1")]
        letters.append(
            MarginLetter(Span(TEXT.text.index("two"), TEXT.text.index("sixteen")), "B", "speaker-2")
        )
        app.pane.set_marks([], letters)
        first, second, blank = app.rows()[1:4]
        column = app.where("One two")[0]
        assert first[column - 3 : column] == "AB "
        assert second[column - 3 : column] == "B  "
        assert blank == ""
        app.pane.set_marks([], [*letters, MarginLetter(Span(0, 9), "C", "speaker-3")])
        assert app.rows()[1][column - 3 : column] == "C+ "


async def test_hostile_text_is_drawn_and_does_nothing() -> None:
    hostile = (
        "\x1b[31mred \x9b2J [/b] [markup] [@click=app.quit]quit[/] \u202eevil \x00nul \x07 \u2028line\u2029."
    )
    async with running(article(hostile, "[" * 10_000, "\x1b]0;title\x07")) as (app, pilot):
        app.pane.set_marks([Mark(Span(0, 30), "speaker-1")], [MarginLetter(Span(0, 5), "\x1b", "speaker-1")])
        await pilot.pause()
        for y in range(app.pane.size.height):
            strip = app.pane.render_line(y)
            assert strip.cell_length == app.pane.size.width
            for segment in strip:
                assert segment.text.isprintable()
                assert not segment.style or not segment.style.meta
                assert not segment.style or not segment.style.link
        assert "[@click=app.quit]quit[/]" in " ".join(" ".join(app.rows()).split())
        column, row = app.where("@click")
        await pilot.click(ArticlePane, offset=(column + 2, row))
        await pilot.pause()
        assert app.is_running
        assert len(app.clicked) == 1


async def test_wide_characters_fill_rows_exactly() -> None:
    of = article("日本語のテキスト、" * 30, "👩\u200d👩\u200d👧 family ❤\ufe0f heart e\u0301 accent")
    async with running(of, (51, 24)) as (app, _):
        app.pane.set_marks([Mark(Span(k, k + 3), f"speaker-{k % 8 + 1}") for k in range(0, len(of.text), 5)])
        for y in range(app.pane.size.height):
            strip = app.pane.render_line(y)
            assert sum(segment.cell_length for segment in strip) == app.pane.size.width


async def test_another_article_takes_the_place_of_the_first() -> None:
    async with running(long_article()) as (app, pilot):
        app.pane.action_bottom()
        app.pane.start_selection()
        app.pane.set_marks([Mark(Span(0, 5), "hit")])
        app.pane.show(TEXT)
        await pilot.pause()
        assert app.pane.position == 0
        assert app.pane.selected_text == ""
        assert app.scrolled[-1] == Span(0, len(TEXT.text))
        assert app.pane.percent == 100


async def test_an_article_without_text() -> None:
    async with running(Article("", "empty")) as (app, pilot):
        for action in (
            "page_down",
            "bottom",
            "top",
            "next_paragraph",
            "previous_paragraph",
            "scroll_line_up",
        ):
            getattr(app.pane, f"action_{action}")()
        app.pane.reveal(Span(0, 0))
        app.pane.start_selection()
        app.pane.extend_selection("word", 1)
        await pilot.click(ArticlePane, offset=(5, 5))
        assert app.pane.visible_span == Span(0, 0)
        assert set(app.rows()) == {""}


# Scrolling


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


async def test_reveal_can_be_animated_nearby() -> None:
    of = long_article()
    async with running(of, (60, 21)) as (app, pilot):
        app.pane.reveal(span(of, "Number9"), animate=True)
        await pilot.wait_for_animation()
        await pilot.pause()
        assert app.where("Number9")[1] == 7


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
        app.pane.go_to(of.text.index("Number20") + 60)
        held = app.pane.position
        for width in (40, 100, 33, 72, 60):
            await pilot.resize_terminal(width, 20)
            await pilot.pause()
            line = app.pane.visible_span
            assert line.start <= held < line.start + app.pane.size.width
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


# Selecting and clicking


async def test_a_selection_across_wrapped_lines_is_copied_clean() -> None:
    async with running(TEXT, (44, 24)) as (app, pilot):
        app.pane.set_marks(
            [Mark(span(TEXT, "four five"), "hit")], [MarginLetter(Span(0, 90), "P", "speaker-1")]
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
    monkeypatch.setattr("tui.widgets.article_pane.DRAG_SCROLLS_EVERY", 0.03)
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
