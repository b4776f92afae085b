import os
from pathlib import Path

import pytest

from tui import worker


def answer(name: str) -> bytes:
    """What a process says that runs `main` of a module of this package."""
    with worker.start(name, keep_stderr=True) as process:
        out, error = process.communicate(timeout=60)
    return out + error


def test_what_lies_in_the_current_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("json", "lxml", "tui"):
        (tmp_path / f"{name}.py").write_text("import os; os.write(1, b'run by mistake')")
    monkeypatch.chdir(tmp_path)
    for path in (os.curdir, "", f"{os.curdir}{os.pathsep}{os.pardir}"):
        monkeypatch.setenv("PYTHONPATH", path)
        assert b"ready" in answer("tui.article.html.extraction_worker")


def test_what_an_absolute_path_names_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "found_there.py").write_text("import os\ndef main(): os.write(1, b'found')")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([os.curdir, str(tmp_path)]))
    assert answer("found_there") == b"found"


def test_arguments_and_no_standard_error() -> None:
    with worker.start("tui.article.feeds.feed_items", "json", "a", "", "1000000000") as process:
        out, error = process.communicate(b"{}", timeout=60)
    assert b"no JSON Feed" in out
    assert error is None
