"""How long each key of the reader keeps the next one waiting in the longest texts; prints the worst of them.

    python tests/benchmarks/reading_keys.py [--all] [KIND ...]

What counts is the CPU time that this process, all of its threads, took between two turns of the event loop: the
rest of a wait was another program's. `--all` prints every key.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from textual.app import App
from textual.geometry import Size

from tests.benchmarks.made_up import made_up
from tests.textual_patches.sink import Sink, sink_of
from tui.analysis.analysis import Analysis, Attribution
from tui.app import QuothApp
from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span
from tui.session.opening.opening import open_article
from tui.session.settings import Settings

SIZE = 20_000_000  # bytes
MOST = 0.1  # seconds that a key may wait
EVERY = 0.002  # seconds between two looks at the clock
QUIET = 0.1  # seconds without a frame and without work after which none is to come
START = 3.0  # seconds after which what is made when nobody waits has been made
PROSE = "“We shall see,” said Ann Lee, the mayor of Oxley, on Monday – it was good for the town. " * 5
KEYS: tuple[tuple[str, tuple[str | Size, ...]], ...] = (
    ("steps", ("n", "n", "N", "j", "k", "}", "{", "ctrl+d", "ctrl+u", "space", "b")),
    ("ends", ("G", "g", "5", "9", "1", "G", "b", "N", "g")),
    ("help", ("?", "j", "space", "escape", "?", "/", "a", "escape", "escape", "h", "escape", "escape")),
    ("clipping", ("n", "m", "m", "m", "M", "j", "escape", "L", "w", "escape", "escape")),
    ("filter", ("/", *"said the money", *["backspace"] * 6, *" -kind:x spea", "enter", "n", "escape")),
    ("search", ("s", *"council", "enter", "n", "N", "escape", "s", *"the", "enter", "n", "escape")),
    ("search for nothing", ("s", *"zzq", "enter", "escape", "escape")),
    ("speaker", ("n", "f", "n", "f", "w", "j", "escape", "S", "j", "escape", "=", "escape")),
    ("selecting", ("v", "l", "l", "j", "j", ")", "}", "}", "G", "g", "o", "y")),
    ("all of it selected", ("g", "v", "G", "Y", "v", "g", "v", "G", "m", "m", "escape")),
    ("copying", ("y", "Y", "A", "c", "escape", "e", "escape")),
    ("panes", ("tab", "j", "enter", "n", "tab", "j", "G", "g", "enter", "tab", "j", "G", "enter", "tab")),
    ("back", ("escape", "escape", "escape", "escape")),
    ("alone", ("z", "space", "z", "G", "z", "z", "g")),
    ("widths", (Size(80, 24), Size(120, 40), Size(60, 24), Size(200, 50), Size(120, 40), "G", Size(90, 30))),
    ("widths at the end", (Size(120, 40), "g")),
    ("correcting", ("n", "x", "escape", "x", "x", "u", "ctrl+r", "u", "x", "n", "u", "x", "s", "escape")),
    ("rest", ("V", "escape", "l", "j", "escape", "o", "escape", "t", "escape", "ctrl+p", "escape")),
    ("mouse and words", ("shift+right", "shift+down", "shift+left", "shift+up", "escape")),
)


def quoted(article: Article, words: str, most: int = 5_000) -> tuple[Article, Analysis]:
    """Return the article with an analysis that has a quote at the first `most` places of `words`."""
    some = made_up(most)[1]
    attributions: list[Attribution] = []
    at = 0
    for attribution in some.attributions:
        start = article.text.find(words, at)
        if start < 0:
            break
        at = start + len(words)
        source = Span(at + 6, at + 13)
        attributions.append(
            replace(
                attribution,
                content=(Span(start, at),),
                cue=(Span(at + 1, at + 5),),
                source=(source,),
                speaker=some.speakers[len(attributions) % len(some.speakers)].id,
            )
        )
    mentions = [attribution.source[0] for attribution in attributions]
    return article, replace(
        some,
        attributions=tuple(attributions),
        speakers=tuple(
            replace(speaker, mentions=tuple(mentions[number :: len(some.speakers)]))
            for number, speaker in enumerate(some.speakers)
        ),
        entities=tuple(replace(entity, mentions=tuple(mentions[:5])) for entity in some.entities),
    )


def paragraphs() -> tuple[Article, Analysis]:
    """Return a text of 20 MB with 5,000 quotes at its beginning."""
    text = (PROSE + "\n\n") * (SIZE // (len(PROSE.encode()) + 2))
    length = len(PROSE) + 2
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Span(at, at + length - 3)) for at in range(0, len(text), length)
    )
    return quoted(Article(text, "a.txt", blocks), "“We shall see,”")


def one_paragraph() -> tuple[Article, Analysis]:
    """Return the same text without a blank line."""
    text = PROSE * (SIZE // len(PROSE.encode()))
    return quoted(
        Article(text, "a.txt", (Block(BlockKind.PARAGRAPH, Span(0, len(text) - 1)),)), "“We shall see,”"
    )


def one_word() -> tuple[Article, Analysis]:
    """Return a letter 20 million times."""
    return Article("a" * SIZE, "a.txt", (Block(BlockKind.PARAGRAPH, Span(0, SIZE)),)), Analysis(complete=True)


def lines() -> tuple[Article, Analysis]:
    """Return a paragraph of two hundred thousand lines."""
    text = (PROSE[:88] + "\n") * (SIZE // len((PROSE[:88] + "\n").encode()))
    return quoted(
        Article(text, "a.txt", (Block(BlockKind.PARAGRAPH, Span(0, len(text) - 1)),)), "“We shall see,”"
    )


KINDS: dict[str, Callable[[], tuple[Article, Analysis]]] = {
    "paragraphs": paragraphs,
    "one paragraph": one_paragraph,
    "lines": lines,
    "one word": one_word,
    "5,000 quotes": lambda: made_up(5_000),
}


class Looking:
    """Looks at the clocks at every turn of the loop."""

    def __init__(self) -> None:
        self.worst = 0.0
        self.own = 0.0
        self.busy = 0.0

    async def run(self) -> None:
        """Look until cancelled."""
        last, cpu, own = time.perf_counter(), time.process_time(), time.thread_time()
        while True:
            await asyncio.sleep(EVERY)
            now, now_cpu = time.perf_counter(), time.process_time()
            wait = min(now - last - EVERY, now_cpu - cpu)
            self.worst = max(self.worst, wait)
            self.own = max(self.own, time.thread_time() - own)
            own = time.thread_time()
            self.busy += now_cpu - cpu
            last, cpu = now, now_cpu


async def cost(app: App[None], what: str | Size, looking: Looking) -> tuple[float, float]:
    """Press a key, or give the terminal a size; return the worst wait and all CPU it took, in seconds."""
    driver = sink_of(app)
    looking.worst = looking.busy = 0.0
    if isinstance(what, Size):
        driver.resize(what)
    else:
        driver.press(what)
    while True:
        written, busy = driver.written, looking.busy
        await asyncio.sleep(QUIET)
        if driver.written == written and looking.busy - busy < QUIET / 4:
            return looking.worst, looking.busy


async def measured(made: tuple[Article, Analysis], show: Callable[[str, str, float, float], None]) -> None:
    """Press every key and hand on (group, key, worst wait, all CPU)."""
    article, analysis = made
    settings = Settings()
    app = QuothApp(open_article(article, settings, known=replace(analysis, complete=True)), settings)
    with patch("textual.drivers.headless_driver.HeadlessDriver", Sink):
        async with app.run_test(size=(120, 40)) as pilot:
            looking = Looking()
            task = asyncio.create_task(looking.run())
            await asyncio.sleep(START)
            show("start", "", looking.worst, looking.busy)
            while not app.articles.reader.fully_mounted:
                await pilot.pause()
            for group, keys in KEYS:
                for key in keys:
                    name = f"{key.width}×{key.height}" if isinstance(key, Size) else key
                    show(group, name, *await cost(app, key, looking))
            show("left on", type(app.screen).__name__, 0, 0)
            task.cancel()


def main(arguments: Iterable[str] | None = None) -> int:
    """Print the keys that keep the next one waiting too long; the exit status is 1 if there are any."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("kind", nargs="*", default=list(KINDS))
    parser.add_argument("--all", action="store_true", help="print every key")
    parser.add_argument("--group", action="append")
    options = parser.parse_args(arguments)
    status = 0
    if options.group:
        globals()["KEYS"] = tuple(entry for entry in KEYS if entry[0] in options.group)
    for kind in options.kind:
        worst = ("", "", 0.0)

        def show(group: str, key: str, wait: float, busy: float, kind: str = kind) -> None:
            nonlocal status, worst
            status |= wait > MOST
            worst = max(worst, (group, key, wait), key=lambda entry: entry[2])
            if options.all or wait > MOST:
                print(
                    f"{kind}: {group}: {key:10} {wait * 1000:6.0f} ms of {busy * 1000:6.0f} ms",
                    file=sys.__stdout__,  # the app takes the other one
                    flush=True,
                )

        with tempfile.TemporaryDirectory() as home:
            for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
                os.environ[name] = home
            made = KINDS[kind]()
            gc.collect()
            gc.disable()  # as `quoth FILE` does until everything stands; the app begins again by itself
            asyncio.run(measured(made, show))
            gc.unfreeze()
        print(f"{kind}: worst {worst[2] * 1000:.0f} ms ({worst[0]}: {worst[1]})", flush=True)
    return int(status)


if __name__ == "__main__":
    raise SystemExit(main())
