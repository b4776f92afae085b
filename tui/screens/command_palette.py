"""The command palette: everything that keys do, by name."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App, SystemCommand
from textual.binding import Binding

from tui.article.sanitising import one_line
from tui.screens.bindings import keys_of

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.session.settings import Settings


class CommandPaletteProvider(App[None]):
    """What is found with Ctrl+P."""

    settings: Settings

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything that keys do can also be found by name."""
        for binding in screen.BINDINGS:
            if isinstance(binding, Binding):
                run = partial(self.run_action, binding.action, screen)
                what = binding.tooltip or binding.description.capitalize()
                keys = keys_of(binding, self.settings.keymap, self.get_key_display)
                yield SystemCommand(what, f"{keys}   {binding.id or ''}".rstrip(), run)
        yield SystemCommand(
            "Save a picture of this screen", "an SVG file in the folder you are in", self.action_save_picture
        )

    def action_save_picture(self) -> None:
        """Write what is on the screen to a file of a new name, and say where."""
        from tui.session.exporting.atomic_writing import CannotWrite, write_text

        picture = self.export_screenshot()
        path = next(p for n in count(1) if not (p := Path(f"quoth-{n}.svg")).exists())
        try:
            write_text(path, picture)
        except CannotWrite as error:
            self.notify(error.message, severity="error", markup=False)
        else:
            self.notify(f"Saved as {one_line(str(path.absolute()))}.", markup=False)
