"""Pictures of the screen."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from textual.app import App

from tui.article.sanitising import one_line
from tui.session.exporting.atomic_writing import CannotWrite, write_text


def save_screenshot(app: App[None]) -> None:
    """Save the screen as an SVG file under a new name in the current folder, and say where."""
    picture = app.export_screenshot()
    path = next(p for n in count(1) if not os.path.exists(p := Path(f"quoth-{n}.svg")))
    try:
        write_text(path, picture)
    except CannotWrite as error:
        app.notify(error.message, severity="error", markup=False)
    else:
        app.notify(f"Saved as {one_line(str(path.absolute()))}.", markup=False)
