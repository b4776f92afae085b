"""The reader on 20,000 words while the analysis process reads them; prints the worst stall of its event loop."""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.made_up import made_up
from tui.app import QuothApp
from tui.session.opening.opening import open_article
from tui.session.settings import Settings

EVERY = 0.002  # seconds


async def main() -> None:
    """Look at the clock every two milliseconds until the analysis is whole."""
    settings = Settings()  # what is found is kept meanwhile, as for any reader
    article, _ = made_up(660)
    gc.disable()  # as `quoth FILE` does
    app = QuothApp(open_article(article, settings), settings)
    stalls: list[tuple[float, float]] = []
    async with app.run_test(size=(120, 40)) as pilot:
        while not app.articles.reader.fully_mounted:
            await pilot.pause()
        await pilot.pause(0.2)
        last = time.perf_counter()
        until = last + 120
        while not app.articles.reader.reading.analysis.complete and last < until:
            cpu = time.process_time()
            await asyncio.sleep(EVERY)
            now = time.perf_counter()
            # What this process worked, the thread that hears of the analysis too, for which the loop waits: the
            # rest of a wait was another program's, the analysis process's among them where cores are few.
            stalls.append((min(now - last - EVERY, time.process_time() - cpu), now))
            last = now
    if not stalls:
        raise SystemExit("the analysis was whole before the first look")
    worst = sorted((stall for stall, _ in stalls), reverse=True)
    print(json.dumps({"worst": worst[0], "next": worst[1:6]}))


asyncio.run(main())
