"""tui.library.content_keys: what things are kept under."""

from __future__ import annotations

import sys
from hashlib import sha256

import pytest

from tui.library.content_keys import display_title, text_hash, without_surrogates

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
    assert without_surrogates("a\udcffb") == "a\\udcffb"


def test_what_an_article_is_called() -> None:
    assert display_title("A\ntitle", "x/y.txt") == "A title"
    assert display_title(None, "x/y.txt") == "y.txt"
    assert display_title("", "/") == "/"
    assert display_title(None, None) == ""


def test_of_a_title_as_long_as_a_text_the_beginning_is_shown() -> None:
    endless = "Word \x1b " * 3_000_000
    assert display_title(endless, None) == ("Word ␛ " * 1143)[:8000].rstrip()
    assert len(display_title(None, f"x/{endless}")) < 8001
