"""`quotes_of`, as its docstring shows it in a bag of Dask's and a frame of pandas'."""

from __future__ import annotations

import doctest

from tui.archive import quotes_of, text_quotes


def test_quotes_are_typed_values() -> None:
    text = "Mayor Ann Roe denied that “the wall” had moved."
    (quote,) = quotes_of(text)
    assert (quote.speaker, quote.role, quote.kind, quote.polarity) == ("Ann Roe", "Mayor", "mixed", "denied")
    assert text[quote.start : quote.end].startswith("that “the wall”")
    assert quotes_of(" \n") == []


def test_the_examples_hold() -> None:
    result = doctest.testmod(text_quotes)
    assert result.attempted >= 6
    assert result.failed == 0
