"""tui.library.content_keys: what things are kept under."""

from __future__ import annotations

import sys
from hashlib import sha256

import pytest

from tui.library.content_keys import called, plain, text_hash

WITHOUT = (("_sha2",), ("_sha256",), ("_sha2", "_sha256"))


@pytest.mark.parametrize("missing", WITHOUT)
def test_the_hash_is_that_of_the_text_in_utf_8(
    missing: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in missing:
        monkeypatch.setitem(sys.modules, name, None)
    text_hash.cache_clear()
    assert text_hash("Über “x” 😀") == sha256("Über “x” 😀".encode()).digest()
    assert len(text_hash("\ud800")) == 32


def test_what_sqlite_cannot_take() -> None:
    assert plain("a\udcffb") == "a\\udcffb"
    assert plain(None) is None


def test_what_an_article_is_called() -> None:
    assert called("A\ntitle", "x/y.txt") == "A title"
    assert called(None, "x/y.txt") == "y.txt"
    assert called("", "/") == "/"
    assert called(None, None) == ""
