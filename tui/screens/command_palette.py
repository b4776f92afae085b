"""The command palette: everything that a key does, by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from tui.screens.bindings import keys_of
from tui.screens.screenshot import save_screenshot


def palette_commands(
    app: App[None], screen: Screen[object], keymap: Mapping[str, str]
) -> Iterable[SystemCommand]:
    """Yield a command for each key of `screen`, and one that has no key."""
    for binding in screen.BINDINGS:
        if isinstance(binding, Binding):
            run = partial(app.run_action, binding.action, screen)
            what = binding.tooltip or binding.description.capitalize()
            keys = keys_of(binding, keymap, app.get_key_display)
            yield SystemCommand(what, f"{keys}   {binding.id or ''}".rstrip(), run)
    yield SystemCommand(
        "Save a picture of this screen",
        "an SVG file in the folder you are in",
        partial(save_screenshot, app),
    )
