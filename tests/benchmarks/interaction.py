"""What a key costs: from the key that comes in to the last frame that it leads to, in the reader's own loop."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Sequence
from unittest.mock import patch

from textual.app import App, ComposeResult
from textual.containers import Container, VerticalScroll
from textual.geometry import Size
from textual.widgets import Input, Static

from tests.benchmarks.made_up import made_up
from tests.benchmarks.measuring import Figure
from tests.textual_patches.sink import Sink, sink_of
from tui.analysis.analysis import Analysis
from tui.app import QuothApp
from tui.article.article import Article
from tui.session.opening.opening import Opening
from tui.session.settings import Settings

QUOTES = 5_000
FRAME = 0.016
SETTLED = 1.0  # seconds: the reader makes the filter's index when nobody waits
QUIET = 0.06  # seconds without a frame after which none is to come: two of Textual's periods and more
SIZES = (Size(104, 38), Size(120, 40), Size(136, 44))
TYPED = "said the money -kind:indirect speaker:ashdown winter entity:turkey people"


def filtering(pairs: int) -> Figure:
    """Type a filter, character by character, completions and all."""
    samples = _samples(made_up(QUOTES), TYPED, max(pairs, len(TYPED)), before="/")
    return Figure(f"filter keystroke, {QUOTES:,} quotes", samples, FRAME, judged="p95")


def stepping(pairs: int) -> Figure:
    """Go to the next and the previous quote."""
    samples = _samples(made_up(QUOTES), "nnnnnnN", max(pairs, 60))
    return Figure(f"next/previous quote, {QUOTES:,} quotes", samples, FRAME, judged="p95")


def choosing(pairs: int) -> Figure:
    """Choose one speaker after another in their list."""
    samples = _samples(made_up(QUOTES), "j", max(pairs, 60), before=["tab"])
    return Figure(f"choosing a speaker, {QUOTES:,} quotes", samples, FRAME, judged="p95")


def paging(pairs: int) -> Figure:
    """Page down in 120,000 words."""
    samples = _samples(made_up(4_000), " ", max(pairs, 60))
    return Figure("120,000 words: a page down", samples, 0.033, judged="p95")


def jumping(pairs: int) -> Figure:
    """Go to the end and back."""
    samples = _samples(made_up(4_000), "Gg", max(pairs, 40))
    return Figure("120,000 words: to the end", samples, 0.033, judged="p95")


def resizing(pairs: int) -> Figure:
    """Make the terminal narrower and wider: what is on the screen is wrapped anew, the rest is not."""
    samples = _samples(made_up(4_000), SIZES, max(pairs, 42))
    return Figure("120,000 words: another width", samples, 0.033, judged="p95")


def plain_resizing(pairs: int) -> Figure:
    """Resize an app of Textual's own widgets, as many panes of words: the least that a resize costs."""
    return Figure(
        "a plain app of as many panes: another width", asyncio.run(_plain(max(pairs, 40))), 1, judged="p95"
    )


class Plain(App[None]):
    """A line, an article beside three lists with headings, a line to type in, a line of hints."""

    CSS = """
    #body { layout: horizontal; height: 1fr; border-top: solid gray; border-bottom: solid gray; }
    #article { width: 1fr; }
    #beside { width: 37%; max-width: 64; }
    #beside VerticalScroll { height: 1fr; scrollbar-gutter: stable; }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text[:2_500]  # about as much as is seen

    def compose(self) -> ComposeResult:
        """Compose the screen, all of it Static but for the input."""
        yield Static("title")
        with Container(id="body"):
            yield VerticalScroll(Static(self._text, markup=False), id="article")
            with Container(id="beside"):
                for name in ("Speakers", "Quotes", "Entities"):
                    with Container():
                        yield Static(name)
                        yield VerticalScroll(Static(self._text[:600], markup=False))
        yield Input(compact=True)
        yield Static("hints")


async def _plain(times: int) -> list[float]:
    app = Plain(made_up(700)[0].text)
    with patch("textual.drivers.headless_driver.HeadlessDriver", Sink):
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause(SETTLED)
            return [await _one(app, SIZES[number % len(SIZES)]) for number in range(times)]


def _samples(
    made: tuple[Article, Analysis], does: Sequence[str | Size], times: int, before: Sequence[str] = ()
) -> Sequence[float]:
    """Return the CPU seconds that each of `times` keys or sizes of `does`, taken in turn, costs the reader.

    From the moment that a key comes in until the last of what it changes has been written to the terminal: the
    CPU time of this process, all threads, which is what a person would wait on a machine that does nothing else.
    `before` is pressed first.
    """

    async def run() -> list[float]:
        app = QuothApp(Opening(*made), Settings(private=True))
        with patch("textual.drivers.headless_driver.HeadlessDriver", Sink):
            async with app.run_test(size=(120, 40)) as pilot:
                while not app.articles.reader.fully_mounted:
                    await pilot.pause()
                await pilot.pause(SETTLED)
                for key in before:
                    await _one(app, key)
                return [await _one(app, does[number % len(does)]) for number in range(times)]

    gc.disable()  # as `quoth FILE` does until everything stands; the app begins again by itself
    try:
        return asyncio.run(run())
    finally:
        gc.unfreeze()
        gc.enable()


async def _one(app: App[None], what: str | Size) -> float:
    """Press a key, or give the terminal a size; CPU seconds until the last frame that came of it was written."""
    driver = sink_of(app)
    drawn: list[float] = []

    def hook(written: list[int] = [driver.written]) -> None:  # noqa: B006 (what was written when last asked)
        if driver.written != written[0]:
            written[0] = driver.written
            drawn.append(time.process_time())

    app.post_display_hook = hook  # type: ignore[method-assign]
    begun = time.process_time()
    if isinstance(what, Size):
        driver.resize(what)
    else:
        driver.press(what)
    frames = -1
    while frames != len(drawn):
        frames = len(drawn)
        await asyncio.sleep(QUIET)
    return (drawn[-1] if drawn else time.process_time()) - begun
