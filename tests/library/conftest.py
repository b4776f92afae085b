from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.at_rest import libraries_at_rest
from tui.library.library import FILE, Library

__all__ = ["libraries_at_rest"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / FILE


@pytest.fixture
def kept(path: Path) -> Iterator[Library]:
    library = Library.open(path)
    yield library
    library.close()
