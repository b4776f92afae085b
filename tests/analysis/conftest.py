"""The pipeline that quoth comes with, loaded once."""

from __future__ import annotations

import pytest

from tests.analysis.readers import Reader
from tui.analysis.model_loading import load


@pytest.fixture(scope="package")
def reader() -> Reader:
    return Reader(load())
