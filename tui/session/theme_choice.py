"""Which theme the reader begins with: the one picked last, unless the settings were changed since.

Where neither names one, `Themes.first` in tui/screens/themes.py takes quoth-dark, or quoth-light on a light ground.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.library.library import Library

_NAME = "theme"
_BETWEEN = "\n"


def kept_theme(library: Library | None, configured: str | None) -> str | None:
    """Return the theme to begin with; `configured` is the one of the settings, None if these name none.

    What was picked in the reader holds until the settings name another theme than they did then.
    """
    kept = library.preference(_NAME) if library is not None else None
    picked, _, before = (kept or "").partition(_BETWEEN)
    return picked if picked and before == (configured or "") else configured


def keep_theme(library: Library | None, picked: str, configured: str | None) -> None:
    """Remember a theme that was picked."""
    if library is not None:
        library.set_preference(_NAME, f"{picked}{_BETWEEN}{configured or ''}")


def light_terminal(environ: Mapping[str, str] = os.environ) -> bool:
    """Tell whether the terminal says that its background is light (COLORFGBG, as rxvt and Konsole set it)."""
    return environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")
