"""What each way in must not have imported: nobody waits for a library that is not used.

Each test runs a script of its own in a fresh interpreter, which then says what of `WATCHED` it has imported.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import tui
from tui.resources import folder

WATCHED = ("textual", "rich", "spacy", "thinc", "numpy", "charset_normalizer", "platformdirs", "asyncio")
SEED = str(min(folder("seeds").glob("*.txt")))


def imported(script: str, *arguments: str) -> set[str]:
    """Return which of `WATCHED` are imported once `script` has run with `arguments` in `sys.argv[1:]`."""
    script += f"\nimport sys\nsys.stderr.write('\\n' + ' '.join(n for n in {WATCHED!r} if n in sys.modules))"
    root = str(Path(tui.__path__[0]).parent)
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {root!r})\n{script}", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert run.returncode == 0, run.stderr
    return set(run.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("module", ["tui", "tui.cli", "tui.article.article"])
def test_the_door_imports_nothing_heavy(module: str) -> None:
    assert imported(f"import {module}") == set()


def test_reading_a_file_imports_nothing_heavy() -> None:
    assert imported("from tui.article.files import read_file; read_file(sys.argv[1])", SEED) == set()


def test_starting_the_analysis_imports_nothing_heavy() -> None:
    script = """
from tui.analysis.process.analysis_client import AnalysisProcess
process = AnalysisProcess()
process.start()
process.stop()
"""
    assert imported(script) == set()


def test_the_app_does_not_import_spacy() -> None:
    assert imported("import tui.app").isdisjoint({"spacy", "thinc", "numpy", "charset_normalizer"})


@pytest.mark.parametrize(
    "floor", ["archive", "linear", "session", "library", "corrections", "analysis", "article"]
)
def test_no_module_below_the_widgets_imports_textual_or_loads_a_model_by_itself(floor: str) -> None:
    modules = sorted(
        path.relative_to(tui.__path__[0]).with_suffix("").as_posix().replace("/", ".")
        for path in Path(tui.__path__[0], floor).rglob("*.py")
        if path.stem not in ("__init__", "component")  # the component is imported by spaCy alone
    )
    script = "\n".join(f"import tui.{module}" for module in modules)
    found = imported(script)
    assert "textual" not in found
    assert "spacy" not in found


def test_a_kept_article_is_read_without_spacy_or_a_process() -> None:
    script = """
import asyncio
from tests.samples import seed_analysis, seed_article
from dataclasses import replace
from tui.analysis.model import identify
from tui.app import QuothApp
from tui.library.library import Library
from tui.session.opening.opening import open_article
from tui.session.settings import Settings

kept = Library.open()
kept.keep(seed_article(), replace(seed_analysis(), model=identify()))
kept.close()
opening = open_article(seed_article(), Settings())
assert opening.process is None
assert opening.analysis is not None

async def read():
    app = QuothApp(opening, Settings())
    async with app.run_test() as pilot:
        await pilot.press("n", "y")
        await pilot.pause()
asyncio.run(read())
# Nothing was corrected: of what corrects, only the table with its keys and the history of none are loaded.
corrections = {name for name in sys.modules if name.startswith(("tui.corrections.", "tui.session.correcting."))}
assert corrections == {
    "tui.corrections.action",
    "tui.corrections.correction_types",
    "tui.session.correcting.correction_history",
}
"""
    found = imported(script)
    assert "textual" in found
    assert found.isdisjoint({"spacy", "thinc", "numpy"})


def test_what_opens_other_articles_is_not_imported_before_it_is_asked_for() -> None:
    script = """
import asyncio
from importlib.util import find_spec
from tests.samples import seed_analysis, seed_article
from tui.app import QuothApp
from tui.session.opening.opening import Opening
from tui.session.settings import Settings

async def read():
    app = QuothApp(Opening(seed_article(), seed_analysis(seed_article())), Settings())
    async with app.run_test() as pilot:
        while not app.articles.reader.fully_mounted:
            await pilot.pause()
        later = {"tui.article.sources", "tui.article.http.urls", "tui.article.http.fetching"}
        later |= {"tui.article.feeds.feed_parsing", "tui.article.html.extraction"}
        of_session = ("history", "browsing", "source_reader", "article_links")
        later |= {f"tui.session.opening.{name}" for name in of_session}
        of_screens = ("listing_screen", "links_screen", "fetching_screen", "open_screen", "paste_screen")
        later |= {f"tui.screens.opening.{name}" for name in of_screens}
        assert not later & {*sys.modules}, later & {*sys.modules}
        assert all(find_spec(name) for name in later)  # renamed, a module would never be there
        await pilot.press("o")
        await pilot.pause()
        assert "tui.screens.opening.open_screen" in sys.modules
asyncio.run(read())
"""
    imported(script)


def test_the_library_begins_without_what_reads_searches_and_opens() -> None:
    script = """
import asyncio
import sys
from importlib.util import find_spec
from tui.app import QuothApp
from tui.library.library import Library
from tui.screens.library.library_screen import LibraryScreen
from tui.session.settings import Settings

async def begin():
    library = Library.open()
    app = QuothApp(None, Settings(), first=lambda: LibraryScreen(library, Settings()), library=library)
    async with app.run_test() as pilot:
        while not app.screen.fully_mounted:
            await pilot.pause()
        later = {"hashlib", "argparse", "tui.analysis.analysis", "tui.article.listing", "tui.article.http.urls"}
        of_library = ("full_text_search", "ingest", "search_index", "people", "library_import")
        later |= {f"tui.library.{name}" for name in of_library}
        later |= {f"tui.session.opening.{name}" for name in ("history", "browsing", "source_reader")}
        later |= {"tui.session.reading.reading", "tui.screens.messages", "tui.widgets.filter_bar"}
        assert not later & {*sys.modules}, later & {*sys.modules}
        assert all(find_spec(name) for name in later)  # renamed, a module would never be there
asyncio.run(begin())
"""
    imported(script)


def test_printing_quotes_imports_neither_textual_nor_a_model(tmp_path: Path) -> None:
    out = tmp_path / "quotes.json"
    script = "from tui.cli import main\nassert main(sys.argv[1:]) == 0"
    found = imported(script, "quotes", "--format", "json", "--output", str(out), SEED)
    assert not {"textual", "spacy", "numpy"} & found
    assert json.loads(out.read_text(encoding="utf-8"))["quotes"]
