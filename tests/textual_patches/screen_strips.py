"""Reads what is on a screen, for which Textual has no public name."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen
from textual.strip import Strip


def strips(screen: Screen[Any]) -> list[Strip]:
    """Return the lines on the screen."""
    return screen._compositor.render_strips()
