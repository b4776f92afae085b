"""NO_COLOR without colours.

What Textual does: under NO_COLOR it sends greys, unless the theme is one of the terminal's own.
What ours gains: no colour is sent at all, so that the terminal's own two are seen; nothing measured.
Concerns: `App._filters` of textual/app.py in Textual 8.
Can go: as soon as Textual sends no colours by itself.
"""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.filter import Monochrome, NoColor


def send_no_colours(app: App[Any]) -> None:
    """Send no colours if NO_COLOR is set."""
    if app.no_color:
        app._filters[:] = [NoColor() if isinstance(each, Monochrome) else each for each in app._filters]
