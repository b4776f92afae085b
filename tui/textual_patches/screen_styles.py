"""Styles of later screens that are read without parsing all others again.

What Textual does: when a screen brings a file of styles that none before it had, it parses the styles of all
screens and widgets again, and styles every existing widget twice. It remembers what it parsed of 64 sources.
What ours gains: only the new file is parsed and only the new screen styled: the first `?`, `x`, `w` or `t` takes a
third to two thirds of the time.
Concerns: `App._load_screen_css` of textual/app.py and `Stylesheet._parse_cache` of textual/css/stylesheet.py.
Can go: when Textual's `_load_screen_css` calls `Stylesheet.parse` for `reparse`.
"""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.screen import Screen

MOST_PARSED = 1_000
"""The sources of styles, files and classes, that are parsed once; there are about a hundred."""


class ScreenStylesApp(App[None]):
    """An app that reads the styles of a screen when it is shown first."""

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        """Read the files that are new; the stylesheet parses what it has not parsed yet when it is asked next."""
        self.stylesheet._parse_cache.grow(MOST_PARSED)
        self.stylesheet.read_all(
            [path for path in screen.css_path if not self.stylesheet.has_source(str(path))]
        )
        super()._load_screen_css(screen)
