"""The article pane in an app: what it draws."""

from __future__ import annotations

from rich.style import Style

from tests.widgets.articles import article, long_article, span
from tests.widgets.panes import TEXT, running
from tui.article.article import Article, BlockKind
from tui.article.spans import Span
from tui.session.reading.text_marks import MarginLetter, TextMark
from tui.widgets.article.article_pane import ArticlePane


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
        assert app.where("One two")[0] == 4
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
                TextMark(Span(0, len(TEXT.text)), "dim"),
                TextMark(quote, "speaker-1"),
                TextMark(source, "source"),
                TextMark(quote, "hit"),
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
        app.pane.set_marks(
            [TextMark(Span(0, 30), "speaker-1")], [MarginLetter(Span(0, 5), "\x1b", "speaker-1")]
        )
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
        app.pane.set_marks(
            [TextMark(Span(k, k + 3), f"speaker-{k % 8 + 1}") for k in range(0, len(of.text), 5)]
        )
        for y in range(app.pane.size.height):
            strip = app.pane.render_line(y)
            assert sum(segment.cell_length for segment in strip) == app.pane.size.width


async def test_another_article_takes_the_place_of_the_first() -> None:
    async with running(long_article()) as (app, pilot):
        app.pane.action_bottom()
        app.pane.start_selection()
        app.pane.set_marks([TextMark(Span(0, 5), "hit")])
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
