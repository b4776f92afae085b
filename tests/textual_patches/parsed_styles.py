"""Lets the apps of one process share the rules that Textual parses from the same style sheets.

An app parses its style sheets when it starts, which is a sixth of what starting it in a test takes.
"""

from __future__ import annotations

from typing import Any

import pytest
from textual.css.stylesheet import Stylesheet

_parsed: dict[object, list[Any]] = {}


@pytest.fixture(autouse=True)
def styles_are_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep what is parsed for later apps whose variables have the same values."""
    parse = Stylesheet._parse_rules

    def parsed(stylesheet: Stylesheet, *args: Any, **kwargs: Any) -> list[Any]:
        key = (frozenset(stylesheet._variables.items()), args, tuple(kwargs.items()))
        if key not in _parsed:
            _parsed[key] = parse(stylesheet, *args, **kwargs)
        return _parsed[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", parsed)
