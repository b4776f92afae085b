"""Make the pictures of README: the reader on the seed article, Elsewhere and two versions on invented ones.

All analyses are those that the model gives.

python tests/screenshots/make.py
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from tui.analysis.analysis import Analysis
from tui.analysis.model import DEFAULT
from tui.analysis.model_loading import load
from tui.analysis.pipeline import Analyser
from tui.app import QuothApp
from tui.article.article import Article
from tui.article.files import from_bytes, read_file
from tui.library.library import Library
from tui.resources import folder
from tui.screens.reader.elsewhere_screen import ElsewhereScreen
from tui.screens.versions.version_screen import VersionScreen
from tui.session.comparing.elsewhere import Elsewhere
from tui.session.opening.opening import Opening
from tui.session.settings import Settings
from tui.session.versions.version_comparison import VersionComparison

HERE = Path(__file__).parent
SETTINGS = Settings(theme="quoth-dark")
SMALL = (92, 23)

PAPERS = (
    (
        "Harbour Gazette",
        "2026-12-01",
        "“We will leave the old harbour with all our nets,” said Jane Doe, the captain.",
    ),
    (
        "The Courier",
        "2026-12-01",
        "“We would leave the old harbour with all our nets,” Jane Doe said.",
    ),
    ("The Anchor", "2026-12-02", "“[The crew] will leave … with all our nets,” Jane Doe said."),
    (
        "Coast Weekly",
        "2026-12-03",
        "“We will leave the old harbour with all our nets,” said Tom Hill, a baker.",
    ),
)
MONDAY = """Ships will leave Grimsby

“We will leave the old harbour before Christmas,” said Jane Doe, the captain of the fleet.

“Nobody in Brussels has ever mended a net,” said Tom Hill, a baker at the pier.

The harbour lay quiet all week, and only a few people came to look at the ships.
"""
TUESDAY = """Ships may leave Grimsby

“We would leave the old harbour before Easter,” said Jane Doe, the captain of the fleet.

The harbour lay quiet all week, and nobody came to look at the ships.

“I was never asked,” said Ruth Lark, a diver.
"""


async def picture(
    name: str, app: QuothApp, keys: Sequence[str] = (), size: tuple[int, int] = (120, 40)
) -> None:
    """Press the keys in a terminal of this size and keep what is seen then."""
    async with app.run_test(size=size) as pilot:
        await _settled(pilot)
        await pilot.press(*keys)
        await _settled(pilot)
        svg = app.export_screenshot(title="quoth")
    # The picture fetches nothing: fonts are those of who looks at it.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S)
    # Without this some renderers (librsvg is one) drop the spaces at both ends of a stretch of text.
    svg = svg.replace("<svg ", '<svg xml:space="preserve" ', 1)
    svg = svg.replace("Fira Code, monospace", "'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace")
    (HERE / f"{name}.svg").write_text(re.sub(r"[ \t]+$", "", svg, flags=re.M), encoding="utf-8")


async def _settled(pilot: Pilot[None]) -> None:
    for _ in range(5):
        await pilot.pause()


def elsewhere(analyser: Analyser) -> QuothApp:
    """Return Elsewhere on the quote of the first paper."""
    library = Library.open(Path(tempfile.mkdtemp()) / "library.sqlite3")
    found: list[tuple[Article, Analysis]] = []
    for number, (outlet, day, text) in enumerate(PAPERS):
        title = "Fleet to leave" if number else "Ships will leave Grimsby"
        article = from_bytes(f"{title}\n\n{text}\n".encode(), f"https://paper{number}.example/")
        article = replace(article, title=title, site=outlet, published=day, url=article.source)
        *_, analysis = analyser.run(article)
        library.keep(article, analysis)
        found.append((article, analysis))
    where = Elsewhere(library, *found[0], 0)
    return QuothApp(None, SETTINGS, first=lambda: ElsewhereScreen(where, SETTINGS))


def versions(analyser: Analyser) -> QuothApp:
    """Return two versions of an article, compared."""

    def read(text: str) -> tuple[Article, Analysis]:
        article = replace(from_bytes(text.encode(), "story.txt"), title=text.partition("\n")[0])
        *_, analysis = analyser.run(article)
        return article, analysis

    compared = VersionComparison(*read(MONDAY), *read(TUESDAY), ("2026-12-03 10:15", "2026-12-04 09:00"))
    return QuothApp(None, SETTINGS, first=lambda: VersionScreen(compared, SETTINGS))


async def main() -> None:
    """Make all of them."""
    analyser = Analyser(load(DEFAULT))
    article = read_file(next(folder("seeds").glob("*.txt")))
    *_, analysis = analyser.run(article)
    await picture("reader", QuothApp(Opening(article, analysis), SETTINGS), ["tab", "j", "j", "n", "n"])
    await picture("elsewhere", elsewhere(analyser), size=SMALL)
    await picture("versions", versions(analyser), ["n"], size=SMALL)


if __name__ == "__main__":
    asyncio.run(main())
