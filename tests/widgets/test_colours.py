"""Marked words can be read in every theme, told apart in most, and understood without colours."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tui.resources import folder
from tui.widgets.article.article_pane import ArticlePane
from tui.widgets.colours import CLEAR, LEGIBLE, Colours, contrast

OWN = [Theme(**values) for values in json.loads((folder("styles") / "themes.json").read_text())]
SPEAKERS = [f"speaker-{n}" for n in range(1, 9)]
STYLES = [folder("styles") / name for name in ("article_pane.tcss", "colours.tcss")]
NAMES = sorted(set(re.findall(r"\.(?:article-pane|colour)--([\w-]+)", "".join(map(Path.read_text, STYLES)))))
COLOURED = sorted({t.name for t in OWN} | {name for name, theme in BUILTIN_THEMES.items() if not theme.ansi})


class InkApp(App[None]):
    """An article pane alone."""

    CSS_PATH = [*STYLES]

    def compose(self) -> ComposeResult:
        yield ArticlePane()

    def on_mount(self) -> None:
        for theme in OWN:
            self.register_theme(theme)


def measured(style: Style) -> float:
    """Return the contrast of a style's text on its ground."""
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))


async def colours_in_themes(*themes: str) -> AsyncIterator[Colours]:
    """Yield the colours of a pane in an app, with one theme after the other."""
    app = InkApp()
    async with app.run_test() as pilot:
        for theme in themes:
            app.theme = theme
            await pilot.pause()
            yield Colours(app.query_one(ArticlePane), "article-pane--")


def combinations(colours: Colours) -> Iterator[tuple[tuple[str, ...], Style]]:
    """Yield every component, alone and over others."""
    for name in NAMES:
        for below in ((), ("dim",), ("speaker-1",), ("headline", "dim"), ("dim", "speaker-5", "indirect")):
            yield (*below, name), colours.style((*below, name))


async def test_every_combination_can_be_read() -> None:
    async for colours in colours_in_themes(*COLOURED):
        best = measured(colours.style(()))
        for names, style in combinations(colours):
            least = LEGIBLE if names[-1] == "selection" else min(LEGIBLE, best)
            assert measured(style) >= least - 0.05, names


async def test_speakers_differ_and_what_should_be_fainter_is() -> None:
    async for colours in colours_in_themes(*(theme.name for theme in OWN), "textual-dark", "textual-light"):
        plain = measured(colours.style(()))
        hues = {colours.style((name,)).color for name in SPEAKERS}
        assert len(hues) == len(SPEAKERS)
        for name in SPEAKERS[:-1]:
            direct, indirect = colours.style((name,)), colours.style((name, "indirect"))
            assert CLEAR - 0.05 <= measured(direct) < plain
            assert measured(indirect) < measured(direct)
        assert measured(colours.style(("dim",))) < 0.7 * plain
        assert colours.style(("dim", "speaker-1")) == colours.style(("speaker-1",))
        assert measured(colours.style(("speaker-1", "dim"))) < measured(colours.style(("speaker-1",)))
        assert colours.style(("nobody",)) == colours.style(())


async def test_themes_of_the_terminals_own_colours() -> None:
    async for colours in colours_in_themes("ansi-dark", "ansi-light"):
        for names, style in combinations(colours):
            for colour in (style.color, style.bgcolor):
                assert colour is None or colour.triplet is None, names
        assert colours.style(("dim",)).dim
        assert colours.style(("byline",)).dim
        assert not colours.style(("dim", "speaker-1")).dim
        assert len({(colours.style((n,)).color, colours.style((n,)).italic) for n in SPEAKERS}) == len(
            SPEAKERS
        )


async def test_without_colours_strokes_carry_the_meaning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async for colours in colours_in_themes("textual-dark"):
        assert not colours.style(("dim",)).dim  # how faint that is nobody knows
        assert not colours.style(("link-list",)).dim
        assert not colours.style(("dim",)).bold
        assert colours.style(("speaker-1",)).bold
        assert colours.style(("nobody",)).bold
        assert colours.style(("speaker-1", "indirect")).italic
        assert not colours.style(("speaker-1", "indirect")).bold
        assert colours.style(("selection",)).reverse
        assert colours.style(("hit",)).reverse
        assert colours.style(("cue",)).underline
        assert colours.style(("source",)).underline
        assert colours.style(("chosen",)).bold
        assert colours.style(("chosen",)).underline
        assert colours.style(("entity",)).underline


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#767676"), Color.parse("#fff")) == pytest.approx(4.54, abs=0.01)
    assert contrast(Color.parse("#123456"), Color.parse("#123456")) == 1
