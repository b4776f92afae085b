"""How the house is built: one name for one thing, and no import circles.

That imports point down the floors only is a contract in pyproject.toml, which lint-imports holds. That private
names of Textual stand in one folder is tested in tests/textual_patches.
"""

from __future__ import annotations

import re
from collections import defaultdict
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

import tui

ROOT = Path(tui.__path__[0])
MODULES = [path for path in ROOT.rglob("*.py") if path.stem not in ("__init__", "__main__")]


def twice(places: dict[str, list[str]]) -> dict[str, list[str]]:
    return {name: found for name, found in places.items() if len(found) > 1}


def test_no_two_modules_share_a_name() -> None:
    places = defaultdict(list)
    for path in MODULES:
        places[path.stem].append(str(path.relative_to(ROOT)))
    assert len(places) > 250  # or the folder was not found
    assert twice(places) == {}


def test_no_two_top_level_classes_share_a_name() -> None:
    places = defaultdict(list)
    for path in MODULES:
        for name in re.findall(r"(?m)^class (\w+)", path.read_text(encoding="utf-8")):
            places[name].append(str(path.relative_to(ROOT)))
    assert len(places) > 250
    assert twice(places) == {}


def test_what_there_is_at_a_path_is_asked_of_os_path() -> None:
    """`Path.exists`, `is_dir` and `is_file` raise where a name is too long or a folder may not be looked into."""
    asked = re.compile(r"(?<!entry)\.(?:exists|is_dir|is_file)\(\)")
    assert [path.name for path in MODULES if asked.search(path.read_text(encoding="utf-8"))] == []


def test_there_are_no_import_circles() -> None:
    graph = grimp.build_graph("tui", include_external_packages=False, cache_dir=None)  # those of types, too
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert len(imports) > 250
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        pytest.fail("a circle of imports: " + " → ".join(error.args[1]))


def test_every_path_that_contributors_are_sent_to_exists() -> None:
    root = ROOT.parent
    guide = (root / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:tui|tests|styles|\.ci)/[\w./-]*\w/?)`", guide))
    assert len(named) > 30
    assert [path for path in sorted(named) if not (root / path).exists()] == []
    alone = set(re.findall(r"`([a-z]\w+\.py)`", guide))  # named by a room that stands before them
    files = {path.name for folder in ("tui", "tests") for path in (root / folder).rglob("*.py")}
    assert len(alone) > 10
    assert alone - files == set()
