"""What a key costs: from the change of state to the frame that shows it, in the reader's own loop."""

from __future__ import annotations

import asyncio
import gc
import time
from collections.abc import Callable, Sequence

from textual.app import App, ComposeResult
from textual.containers import Container, VerticalScroll
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Resize
from textual.geometry import Size
from textual.widgets import Input, Static

from tests.benchmarks.made_up import made_up
from tests.benchmarks.measuring import Figure
from tui.analysis.analysis import Analysis
from tui.app import QuothApp
from tui.article.article import Article
from tui.screens.reader import ReaderScreen
from tui.session.opening import Opening
from tui.session.settings import Settings

QUOTES = 5_000
FRAME = 0.016
TYPED = "said the money -kind:indirect speaker:ashdown winter entity:turkey people"


def filtering(pairs: int) -> Figure:
    """Typing a filter, character by character."""
    typed = [TYPED[: end + 1] for end in range(len(TYPED))]

    def step(screen: ReaderScreen, number: int) -> None:
        screen.reading.set_filter(typed[number % len(typed)])
        screen.redraw()

    samples = _samples(made_up(QUOTES), step, max(pairs, len(typed)))
    return Figure(f"filter keystroke, {QUOTES:,} quotes", samples, FRAME, judged="p95")


def stepping(pairs: int) -> Figure:
    """The next and the previous quote."""

    def step(screen: ReaderScreen, number: int) -> None:
        screen.action_next_quote() if number % 7 else screen.action_previous_quote()

    samples = _samples(made_up(QUOTES), step, max(pairs, 60))
    return Figure(f"next/previous quote, {QUOTES:,} quotes", samples, FRAME, judged="p95")


def choosing(pairs: int) -> Figure:
    """Choosing one speaker after another."""

    def step(screen: ReaderScreen, number: int) -> None:
        speakers = screen.reading.analysis.speakers
        screen.reading.choose_speaker(speakers[number % len(speakers)].id)
        screen.redraw()

    samples = _samples(made_up(QUOTES), step, max(pairs, 60))
    return Figure(f"choosing a speaker, {QUOTES:,} quotes", samples, FRAME, judged="p95")


def paging(pairs: int) -> Figure:
    """A page down in 120,000 words."""
    samples = _samples(made_up(4_000), lambda screen, _: screen.action_page(1), max(pairs, 60))
    return Figure("120,000 words: a page down", samples, 0.033, judged="p95")


def jumping(pairs: int) -> Figure:
    """To the end and back."""
    samples = _samples(
        made_up(4_000), lambda screen, n: screen.action_end(-1 if n % 2 else 1), max(pairs, 40)
    )
    return Figure("120,000 words: to the end", samples, 0.033, judged="p95")


def resizing(pairs: int) -> Figure:
    """The terminal made narrower and wider: what is on the screen is wrapped anew, the rest is not."""

    def step(screen: ReaderScreen, number: int) -> Callable[[], bool]:
        size = Size(*((104, 38), (120, 40), (136, 44))[number % 3])
        before = screen.article_pane.size
        driver = screen.app._driver
        if isinstance(driver, HeadlessDriver):
            driver._size = size
        screen.app.post_message(Resize(size, size))
        return lambda: screen.article_pane.size != before

    samples = _samples(made_up(4_000), step, max(pairs, 40))
    return Figure("120,000 words: another width", samples, 0.033, judged="p95")


def plain_resizing(pairs: int) -> Figure:
    """The same of an app of Textual's own widgets, as many panes of words: what a resize costs at the least."""
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
        """All of it Static but for the input."""
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
    gc.disable()
    app = Plain(made_up(700)[0].text)
    out = []
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.3)
        for number in range(times):
            size = Size(*((104, 38), (120, 40), (136, 44))[number % 3])
            before, shown = app.query_one("#article").size, asyncio.Event()
            begun = time.process_time()
            app._driver._size = size  # type: ignore[union-attr]
            app.post_message(Resize(size, size))
            while app.query_one("#article").size == before:  # noqa: ASYNC110 (as in `_samples`)
                await asyncio.sleep(0.001)
            app.call_after_refresh(shown.set)
            await shown.wait()
            out.append(time.process_time() - begun)
            await pilot.pause()
    gc.enable()
    return out


def _samples(
    made: tuple[Article, Analysis],
    step: Callable[[ReaderScreen, int], Callable[[], bool] | None],
    times: int,
) -> Sequence[float]:
    """Seconds of CPU from `step` until the loop is idle again and all is drawn, `times` times.

    What `step` returns, if anything, tells when what it began is under way.

    CPU time of this process, all threads: what a person would wait on a machine that does nothing else.
    """

    gc.disable()  # as `quoth FILE` does until everything stands, and `gc.freeze` leaves little to look at

    async def run() -> list[float]:
        app = QuothApp(Opening(*made), Settings(private=True))
        out = []
        async with app.run_test(size=(120, 40)) as pilot:
            while not app.reader.furnished:
                await pilot.pause()
            await pilot.pause(0.3)
            for number in range(times):
                shown = asyncio.Event()
                begun = time.process_time()
                begun_too = step(app.reader, number)
                while begun_too is not None and not begun_too():  # noqa: ASYNC110 (it sets no event)
                    await asyncio.sleep(0.001)
                app.reader.call_after_refresh(shown.set)
                await shown.wait()
                out.append(time.process_time() - begun)
                await pilot.pause()
        return out

    try:
        return asyncio.run(run())
    finally:
        gc.enable()
