"""What a person does in the reader, key by key."""

from __future__ import annotations

import pytest

from tests.samples import seed_analysis, seed_article
from tests.screens.driving import drawn, panels_text, reader
from tui.analysis.analysis import Analysis
from tui.app import QuothApp
from tui.article.article import Article
from tui.article.text.blocks import find_blocks
from tui.screens.reader.reader_screen import ReaderScreen
from tui.session.opening.opening import Opening
from tui.session.settings import Settings
from tui.widgets.filter_bar import FilterBar
from tui.widgets.panels.panel import Panel


def left(screen: ReaderScreen) -> list[str]:
    return [screen.reading.analysis.attributions[i].id for i in screen.reading.quotes]


def chosen(screen: ReaderScreen) -> str | None:
    quote = screen.reading.chosen_quote
    return quote.id if quote else None


async def test_the_first_screen_shows_article_people_words_and_names() -> None:
    async with reader() as (screen, _):
        text = "\n".join(drawn(screen))
    for words in (
        "Donald Trump has said he is",
        "SPEAKERS",
        "Kremlin spokesperson",
        "QUOTES",
        "ENTITIES",
        "5 speakers · 8 quotes",
        "? help",
    ):
        assert words in text


async def test_letters_stand_in_the_margin_beside_what_is_said() -> None:
    async with reader() as (screen, _):
        lines = drawn(screen)
        letter = screen.reading.style_of("s1").letter
    said = next(line for line in lines if "“I was thinking about" in line)
    assert said.split()[0] == letter


async def test_n_and_N_go_through_the_quotes_and_bring_them_into_sight() -> None:
    async with reader(size=(80, 24)) as (screen, pilot):
        await pilot.press("n", "n", "n", "n", "n", "n")
        assert chosen(screen) == "q6"
        await pilot.pause()
        visible = screen.article_pane.visible_span
        assert visible.contains(screen.reading.chosen_quote.content[0])  # type: ignore[union-attr]
        await pilot.press("N")
        assert chosen(screen) == "q5"


async def test_after_the_last_quote_a_sentence_says_so() -> None:
    async with reader() as (screen, pilot):
        await pilot.press(*"nnnnnnnnn")
        await pilot.pause()
        assert chosen(screen) == "q8"
        assert "This is the last matching quote." in "\n".join(drawn(screen))


async def test_choosing_a_speaker_links_article_quotes_and_entities() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("tab", "j", "j")
        await pilot.pause()
        assert screen.reading.speaker == "s3"
        assert left(screen) == ["q5", "q6"]
        text = "\n".join(line[screen.panes.side.region.x :] for line in drawn(screen))
        assert "2 of 8" in text
        assert "Turkey" in text.split("ENTITIES")[1]
        assert "European Union" not in text.split("ENTITIES")[1]


async def test_choosing_an_entity_keeps_the_quotes_that_name_it() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("shift+tab")
        while screen.reading.entity != "e2":
            await pilot.press("j")
        assert left(screen) == ["q1", "q4", "q5"]


async def test_choosing_a_quote_in_its_panel_scrolls_the_article() -> None:
    async with reader(size=(100, 24)) as (screen, pilot):
        await pilot.press("tab", "tab", "G")
        await pilot.pause()
        assert chosen(screen) == "q8"
        assert screen.article_pane.visible_span.contains(screen.reading.chosen_quote.content[0])  # type: ignore[union-attr]


async def test_moving_through_the_article_moves_the_panels_markers() -> None:
    async with reader(size=(100, 20)) as (screen, pilot):
        before = [line for line in drawn(screen) if "›" in line]
        await pilot.press("G")
        await pilot.pause()
        after = [line for line in drawn(screen) if "›" in line]
    assert before
    assert after
    assert before != after


async def test_clicking_words_in_the_article_chooses_their_quote() -> None:
    async with reader() as (screen, pilot):
        lines = drawn(screen)
        y = next(i for i, line in enumerate(lines) if "thinking about" in line)
        x = lines[y].index("thinking about")
        await pilot.click(offset=(x, y))
        assert chosen(screen) == "q3"


async def test_f_is_only_this_speaker_and_everybody_again() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("n", "n", "n", "n", "f")
        assert left(screen) == ["q4"]
        await pilot.press("f")
        assert len(left(screen)) == 8


async def test_escape_lets_go_one_thing_a_press() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("slash", *"turkey", "enter", "n", "f")
        assert screen.reading.speaker
        assert chosen(screen)
        await pilot.press("escape")
        assert chosen(screen) is None
        await pilot.press("escape")
        assert screen.reading.speaker is None
        await pilot.press("escape")
        assert screen.reading.filter_text == ""
        assert screen.query_one(FilterBar).line.value == ""


async def test_z_hides_everything_but_the_article() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("z")
        await pilot.pause()
        text = "\n".join(drawn(screen))
        assert "SPEAKERS" not in text
        assert "Donald Trump has said" in text
        await pilot.press("z")
        await pilot.pause()
        assert "SPEAKERS" in "\n".join(drawn(screen))


async def test_w_shows_the_evidence() -> None:
    async with reader() as (_, pilot):
        await pilot.press("n", "w")
        await pilot.pause()
        text = "\n".join(drawn(pilot.app.screen))
        assert "Why this speaker" in text
        assert "the subject of “has said”" in text
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_question_mark_shows_every_key() -> None:
    async with reader(size=(120, 110)) as (_, pilot):
        await pilot.press("question_mark")
        await pilot.pause()
        text = "\n".join(drawn(pilot.app.screen))
    for words in ("Show only this speaker", "Export the matching quotes", "speaker:", "Choose a theme"):
        assert words in text


async def test_a_narrow_terminal_has_tabs_under_the_article() -> None:
    async with reader(size=(80, 24)) as (screen, pilot):
        text = "\n".join(drawn(screen))
        assert "QUOTES 8" in text
        assert [p.id for p in screen.query(Panel) if p.display and p.has_class("-shown")] == ["quotes"]
        await pilot.press("tab")
        assert screen.focused is screen.panes.side.speakers
        await pilot.pause()
        assert "Kremlin spokesperson" in "\n".join(drawn(screen))


@pytest.mark.parametrize("size", [(40, 12), (60, 15), (90, 30), (200, 50)])
async def test_every_size_from_40_by_12_up_works(size: tuple[int, int]) -> None:
    async with reader(size=size) as (screen, pilot):
        text = "\n".join(drawn(screen))
        assert "Donald Trump" in text
        await pilot.press("n", "tab", "j", "tab", "j", "z", "z", "slash", "x", "escape", "escape", "G")
        assert all(len(line) <= size[0] for line in drawn(screen))


async def test_a_terminal_of_20_by_5_says_it_is_too_small() -> None:
    async with reader(size=(20, 5)) as (screen, pilot):
        assert "too small" in " ".join(" ".join(drawn(screen)).split())
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "SPEAKERS" in "\n".join(drawn(screen))


async def test_markup_in_the_article_is_only_text() -> None:
    text = "[b]Sic[/b] [@click=app.quit]press[/] said: “[/foo] [red]No[/red].”\n\nA second paragraph, to read on."
    async with reader(article=Article(text, "[b]bad[b].txt", find_blocks(text))) as (screen, pilot):
        await pilot.press("slash", *"[/b]", "enter", "n", "w", "escape", "question_mark", "escape")
        shown = "\n".join(drawn(screen))
    assert "[b]Sic[/b]" in shown
    assert "[b]bad[b].txt" in shown


async def test_without_quotes_the_panels_say_so() -> None:
    text = "Nothing was said here by anybody at all. It rained."
    async with reader(article=Article(text, "rain.txt", find_blocks(text)), analysis=Analysis()) as (
        screen,
        pilot,
    ):
        assert "There is no quote in this article." in "\n".join(drawn(screen))
        await pilot.press("n", "w", "f", "y")
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_a_position_kept_from_the_last_time_is_at_the_top_of_the_first_frame() -> None:
    article = seed_article()
    at = article.text.index("Russia playing for time")
    app = QuothApp(Opening(article, seed_analysis(article), position=at), Settings())
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        assert "Russia playing for time" in drawn(app.articles.reader)[2]
        assert app.articles.reader.last_position == at


async def test_where_nothing_is_left_to_copy_it_is_said_how_to_widen() -> None:
    async with reader() as (screen, pilot):
        await pilot.press("slash", *"zzzz", "enter", "y")
        await pilot.pause()
        assert "“zzzz” is not in the article. Esc clears the filter." in panels_text(screen)


async def test_a_speaker_is_named_in_full_where_there_is_room() -> None:
    async with reader(size=(100, 30)) as (screen, _):
        assert any("Volodymyr Zelenskyy " in line and "▇" in line for line in drawn(screen))


async def test_pages_half_pages_and_lines_go_as_in_less_and_vim() -> None:
    text = "\n\n".join(f"Paragraph {n}." for n in range(200))
    async with reader(
        size=(100, 30), article=Article(text, "a.txt", find_blocks(text)), analysis=Analysis()
    ) as (
        screen,
        pilot,
    ):
        pane = screen.article_pane
        page = pane.size.height - 2
        rows = 0
        for key, moved in (
            ("space", page),
            ("ctrl+d", page // 2),
            ("ctrl+e", 1),
            ("ctrl+y", -1),
            ("ctrl+u", -(page // 2)),
            ("ctrl+b", -page),
        ):
            await pilot.press(key)
            rows += moved
            assert pane.scroll_y == rows, key


async def test_the_chosen_quote_stays_in_sight_when_the_window_changes() -> None:
    async with reader(size=(140, 40)) as (screen, pilot):
        await pilot.press(*"nnnnnn")
        quote = screen.reading.chosen_quote
        assert quote is not None
        for size in ((80, 24), (60, 14), (140, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            visible = screen.article_pane.visible_span
            assert visible.start <= quote.start < visible.end, size
        await pilot.press("escape", "g")
        await pilot.resize_terminal(60, 14)
        await pilot.pause()
        assert screen.article_pane.position == 0
