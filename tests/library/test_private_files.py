"""What somebody reads is nobody else's business: the library's files can be read by their owner only."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.library.kept_story import ANALYSIS, ARTICLE
from tui.library.library import FILE, Library

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")


@pytest.fixture(autouse=True)
def open_to_all() -> object:
    """Have new files made as most systems make them: everybody may read."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    """Return the names in a folder, and its own, that others than the owner may do anything with."""
    return [each.name for each in (folder, *folder.iterdir()) if each.stat().st_mode & 0o077]


def test_a_new_library_and_its_folder(path: Path) -> None:
    library = Library.open(path)
    library.keep(ARTICLE, ANALYSIS)
    assert path.with_name(f"{FILE}-wal").exists()
    assert open_to_others(path.parent) == []
    library.close()


def test_the_files_of_an_older_quoth(path: Path) -> None:
    Library.open(path).close()
    aside = path.with_name(f"{FILE}.damaged-20250101-000000-000000")
    aside.write_bytes(b"")
    for each in (path, aside):
        each.chmod(0o644)
    Library.open(path).close()
    assert open_to_others(path.parent) == []


def test_a_damaged_library(path: Path) -> None:
    Library.open(path).close()
    path.chmod(0o644)
    path.write_bytes(b"damaged" * 1000)
    library = Library.open(path)
    assert "was damaged" in library.notice
    assert open_to_others(path.parent) == []
    library.close()


def test_the_folder_that_is_quoths_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUOTH_HOME")
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "quoth")
    (tmp_path / "quoth").mkdir(mode=0o755)
    Library.open().close()
    assert open_to_others(tmp_path / "quoth") == []


def test_a_folder_that_was_chosen_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o755)
    monkeypatch.setenv("QUOTH_HOME", str(tmp_path))
    Library.open().close()
    assert open_to_others(tmp_path) == [tmp_path.name]
