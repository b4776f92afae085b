"""Make the pictures of README: the reader on the seed article, with the analysis that the model gives.

python tests/screenshots/make.py
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from tui.analysis.model import DEFAULT
from tui.analysis.model_loading import load
from tui.analysis.pipeline import Analyser
from tui.app import QuothApp
from tui.article.files import read_file
from tui.resources import folder
from tui.session.opening.opening import Opening
from tui.session.settings import Settings

HERE = Path(__file__).parent


async def picture(name: str, keys: list[str], theme: str) -> None:
    """Press the keys in a terminal of 120×40 and keep what is seen then."""
    article = read_file(next(folder("seeds").glob("*.txt")))
    *_, analysis = Analyser(load(DEFAULT)).run(article)
    app = QuothApp(Opening(article, analysis), Settings(theme=theme))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        svg = app.export_screenshot(title="quoth")
    # The picture fetches nothing: fonts are those of who looks at it.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.S)
    # Without this some renderers (librsvg is one) drop the spaces at both ends of a stretch of text.
    svg = svg.replace("<svg ", '<svg xml:space="preserve" ', 1)
    svg = svg.replace("Fira Code, monospace", "'Fira Code', 'DejaVu Sans Mono', Menlo, Consolas, monospace")
    (HERE / f"{name}.svg").write_text(re.sub(r"[ \t]+$", "", svg, flags=re.M), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(picture("reader", ["tab", "j", "j", "n", "n"], "quoth-dark"))
