"""tui.session.opening.pasting: any paste is a source to open or a text to read, and never an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.session.opening.pasting import PasteMeaning, interpret_paste


@pytest.mark.parametrize(
    "text",
    [
        "https://x.org/a",
        " http://x.org\n",
        "www.x.org/a",
        "<https://x.org>",
        "feed://x.org/rss",
        "HTTPS://X.ORG",
    ],
)
def test_an_address(text: str) -> None:
    assert interpret_paste(text) == PasteMeaning(source=text.strip())


def test_a_path_as_it_is_typed_quoted_escaped_or_dragged(tmp_path: Path) -> None:
    path = tmp_path / "an article.txt"
    path.write_text("words")
    for text in (str(path), f"'{path}'", str(path).replace(" ", "\\ "), path.as_uri()):
        assert interpret_paste(f"{text}\n") == PasteMeaning(source=str(path))


@pytest.mark.parametrize(
    "text",
    [
        "some words",
        "www.x.org is down, she said",
        "https://x.org/a\nhttps://x.org/b",
        "javascript:alert(1)",
        "file:///no/such/file",
        "file://[",
        "~nobody-here/a",
        "~nobody-here",
        "an 'open quotation mark",
        "a\0b",
        "\ud800",
        "x" * 5000,
    ],
)
def test_a_text(text: str) -> None:
    assert interpret_paste(text) == PasteMeaning(text=text)


@given(st.text())
def test_any_paste(text: str) -> None:
    for pasted in (text, f"~{text}", f"file://{text}", f"https://{text}"):
        found = interpret_paste(pasted)
        assert bool(found.source) + bool(found.text) == bool(pasted.strip())
