"""The Textual app: themes, keymap, screens, and the way from the analysis process to the screen."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.message import Message
from textual.screen import Screen
from textual.theme import BUILTIN_THEMES, Theme

from tui.analysis import client
from tui.article.cleaning import one_line
from tui.resources import folder
from tui.screens.bindings import READER
from tui.screens.reader import ReaderScreen
from tui.session.opening import Opening
from tui.session.settings import Settings

if TYPE_CHECKING:
    from tui.session.clipboard import Clipboard


class QuothApp(App[None]):
    """quoth. Holds no logic of its own: it hands what comes from outside to the screen that shows it."""

    TITLE = "quoth"
    # The styles of the first screen are read with the app's own: Textual reads those of later screens only.
    CSS_PATH = [folder("styles") / name for name in ("app.tcss", *ReaderScreen.STYLES)]
    BINDINGS = [Binding("ctrl+q", "quit", "quit", id="quit.always", show=False, priority=True)]

    @dataclass
    class Analysed(Message):
        """Something came from the analysis process."""

        event: client.Event

    def __init__(self, opening: Opening, settings: Settings) -> None:
        self._problems = [*settings.problems, *opening.notices]
        self._own_themes = own_themes()
        wanted = settings.theme
        if wanted and wanted not in BUILTIN_THEMES and wanted not in self._own_themes:
            self._problems.append(
                f"There is no theme called “{one_line(wanted)}”; press t to see those there are."
            )
            wanted = None
        # Before anything is styled: a theme that is changed later has everything styled twice.
        self.set_reactive(
            App.theme, wanted or ("quoth-light" if light_terminal(os.environ) else "quoth-dark")
        )
        super().__init__()
        self.opening = opening
        self.settings = settings
        self.reader = ReaderScreen(
            opening.article,
            opening.analysis,
            settings=settings,
            position=opening.position,
            filter_text=opening.filter_text,
        )
        if settings.keymap:
            from tui.session.keymap import check_keymap

            self._problems += check_keymap(settings.keymap, known_keys())
            self.set_keymap(dict(settings.keymap))

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and quoth's own."""
        return {**super().available_themes, **self._own_themes}

    def get_default_screen(self) -> Screen[None]:
        """The reader is the first screen there is; an empty one beneath it would only take time."""
        self.reader.fit(self.size)
        return self.reader

    def on_mount(self) -> None:
        """Begin to listen to the analysis, at work since before."""
        self.opening.listen(self._hear)

    @on(ReaderScreen.Furnished)
    def _furnished(self) -> None:
        """Say what is wrong with the settings; collect garbage again, which was put off for the start."""
        for sentence in self._problems:
            self.notify(sentence, severity="warning", markup=False, timeout=10)
        if not gc.isenabled():
            # What is there now stays: no collection need look at it again, and hold up the screen for it.
            gc.freeze()
            gc.enable()

    def _hear(self, event: client.Event) -> None:
        """Called in another thread."""
        self.post_message(self.Analysed(event))

    @on(Analysed)
    def _analysed(self, message: Analysed) -> None:
        match message.event:
            case client.Progress(done=done, total=total):
                self.reader.show_progress(done, total)
            case client.Partial(analysis=analysis):
                self.reader.adopt(analysis)
            case client.Complete(analysis=analysis):
                self.reader.adopt(analysis)
                self.opening.keep(analysis)
            case client.Failed(sentence=sentence):
                self.reader.give_up()
                self.notify(sentence, severity="error", markup=False, timeout=15)
            case client.Died(sentence=sentence):
                self.notify(sentence, severity="warning", markup=False, timeout=10)

    @on(ReaderScreen.Moved)
    def _moved(self, message: ReaderScreen.Moved) -> None:
        self.opening.refocus(message.visible)

    def on_unmount(self) -> None:
        """Leave nothing running, and remember where the reader was."""
        self.opening.close(self.reader.last_position, self.reader.reading.filter_text)

    # Copying

    @cached_property
    def copier(self) -> Clipboard:
        """The ways out of the terminal."""
        from tui.session.clipboard import Clipboard

        return Clipboard(self._write_osc52, write_sequence=self._write_sequence, last_copy="c shows it")

    def action_last_copy(self) -> None:
        """Show what was copied last, whether or not a clipboard took it, to select by hand or to save."""
        from tui.screens.last_copy import LastCopyScreen

        if self.copier.last is None:
            self.notify("Nothing has been copied so far.", markup=False)
        else:
            self.push_screen(LastCopyScreen(self.copier.last))

    def copy_to_clipboard(self, text: str) -> None:
        """Every copy, Textual's own included, goes the way that works here, and says which."""
        self.run_worker(lambda: self._copy(text), thread=True, group="copy", exit_on_error=False)

    def _copy(self, text: str) -> None:
        copied = self.copier.copy(text)
        self.call_from_thread(self.notify, copied.message, markup=False)

    def _write_osc52(self, text: str) -> None:
        self.call_from_thread(super().copy_to_clipboard, text)

    def _write_sequence(self, sequence: str) -> None:
        if self._driver is not None:
            self.call_from_thread(self._driver.write, sequence)

    # The command palette

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything the reader's keys do can also be found by name."""
        for binding in READER:
            run = partial(self.run_action, binding.action, screen)
            yield SystemCommand(binding.tooltip or binding.description, f"key: {binding.id}", run)
        yield SystemCommand(
            "Save a picture of this screen", "an SVG file in the folder you are in", self.action_save_picture
        )

    def action_save_picture(self) -> None:
        """Write what is on the screen to a file of a new name, and say where."""
        from tui.session.files import CannotWrite, write_text

        picture = self.export_screenshot()
        path = next(p for n in count(1) if not (p := Path(f"quoth-{n}.svg")).exists())
        try:
            write_text(path, picture)
        except CannotWrite as error:
            self.notify(error.message, severity="error", markup=False)
        else:
            self.notify(f"Saved as {one_line(str(path.absolute()))}.", markup=False)


def own_themes() -> dict[str, Theme]:
    """quoth's light and dark theme, by name."""
    data = json.loads((folder("styles") / "themes.json").read_text(encoding="utf-8"))
    return {theme["name"]: Theme(**theme) for theme in data}


def known_keys() -> dict[str, str]:
    """Every id that a keymap may name, with its keys by default."""
    from tui.widgets.filter_bar import FilterInput

    bindings = [*READER, *FilterInput.BINDINGS, *QuothApp.BINDINGS]
    return {binding.id: binding.key for binding in bindings if isinstance(binding, Binding) and binding.id}


def light_terminal(environ: Mapping[str, str]) -> bool:
    """Whether the terminal says that its background is light (COLORFGBG, as rxvt and Konsole set it)."""
    return environ.get("COLORFGBG", "").rpartition(";")[2] in ("7", "15")


def run(opening: Opening, settings: Settings) -> int:
    """Show the reader until it is left; returns the exit status."""
    app = QuothApp(opening, settings)
    app.run()
    return app.return_code or 0
