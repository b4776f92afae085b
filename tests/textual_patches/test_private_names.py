"""Textual's private names: used in one folder, and each still where Textual had it."""

from __future__ import annotations

import ast
from importlib.metadata import version
from pathlib import Path
from typing import Generic

import textual
from textual._compositor import Compositor
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.reactive import Reactive
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.timer import Timer
from textual.widgets import OptionList

from tests.textual_patches.textual_names import (
    PATCHES,
    ROOT,
    private_attributes,
    private_names,
)

OF_CLASSES: dict[str, tuple[type, str]] = {
    "app_internals, no_color": (App, "_driver _exit _filters _handle_exception _notifications _unnotify"),
    "app_internals, screens": (Screen, "_push_result_callback _result_callbacks"),
    "component_styles": (Screen, "_attach"),
    "compositor": (Compositor, "_dirty_regions _regions_to_spans"),
    "option_paging": (OptionList, "_lines _move_page"),
    "screen_styles, app": (App, "_load_screen_css"),
    "screen_styles": (Stylesheet, "_parse_cache"),
    "single_layout, app": (App, "_batch_count"),
    "single_layout, compositor": (Compositor, "_full_map"),
    "single_layout, reactive": (Reactive, "_layout _repaint"),
    "single_layout": (
        Screen,
        "_check_refresh _closing _compositor _dirty_widgets _layout_required _message_queue _on_resize "
        "_on_timer_update _refresh_layout _repaint_regions _repaint_required _running _screen_resized _thread_id "
        "_update_timer",
    ),
    "sized_scroll_view": (ScrollView, "_scroll_update _size_updated _vertical_scrollbar"),
    "sized_scroll_view, app": (App, "_start_widget"),
    "terminal_input": (XTermParser, "_timeout_time"),
    "timers": (Timer, "_interval _start"),
}
"""The private attributes of Textual's classes that each file of textual_patches uses."""

OF_MODULES = {
    "_compositor.py": "ChopsUpdate Compositor LayoutUpdate",
    "_time.py": "get_time",
    "_xterm_parser.py": "BRACKETED_PASTE_END BRACKETED_PASTE_START XTermParser",
    "constants.py": "ESCAPE_DELAY",
    "drivers/_writer_thread.py": "WriterThread _queue",
    "drivers/linux_driver.py": "WriterThread _auto_restart _debug _must_signal_resume _sigcont_application "
    "_sigtstp_application",
    "drivers/win32.py": "XTermParser",
}
"""What is used of modules that are private, that not every system can import, or whose names are rebound."""

SOURCES = sorted(path for path in (ROOT / "tui").rglob("*.py") if path.name != "__main__.py")


def test_textual_still_has_every_private_name_that_is_used() -> None:
    moved = [
        f"{kind.__module__}.{kind.__name__}.{name}, used in textual_patches/{file.split(',')[0]}.py"
        for file, (kind, names) in OF_CLASSES.items()
        for name in names.split()
        if not any(name in private_attributes(base) for base in kind.__mro__ if base not in (object, Generic))
    ]
    for module, names in OF_MODULES.items():
        path = Path(textual.__file__).parent / module
        words = _words(path) if path.is_file() else set()
        moved += [f"{name} in textual/{module}" for name in names.split() if name not in words]
    assert not moved, (
        f"Textual {version('textual')} has moved or renamed: {'; '.join(moved)}. "
        "The docstring of the file in tui/textual_patches says what it is for and whether it can go."
    )


def test_the_lists_above_name_every_private_name_that_is_used() -> None:
    used = {found.name for path in PATCHES.glob("*.py") for found in private_names(path)}
    listed = {name for _, names in OF_CLASSES.values() for name in names.split()}
    for module, names in OF_MODULES.items():
        listed |= {*names.split(), Path(module).stem}
    assert used <= listed, f"Add these to the lists in this file: {', '.join(sorted(used - listed))}."
    private = {name for name in listed if name.startswith("_")}
    assert private <= used, f"These are not used any more: {', '.join(sorted(private - used))}."


def test_private_names_of_textual_are_used_in_one_folder_only() -> None:
    others = [path for path in SOURCES if path.parent != PATCHES]
    found = [f"{name} at {place}" for path in others for name, place in private_names(path)]
    assert not found, f"Move what uses these to tui/textual_patches: {', '.join(found)}."


def test_each_patch_says_what_it_gains_and_when_it_can_go() -> None:
    for path in PATCHES.glob("*.py"):
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        for part in ("What Textual does:", "What ours gains:", "Concerns:", "Can go:"):
            assert part in docstring or path.name == "__init__.py", f"{path.name} does not say “{part}”"


def test_every_kind_of_use_is_found() -> None:
    source = """
from textual._time import get_time
from textual import constants
from textual.app import App

def rebind(app):
    constants.ESCAPE_DELAY = 1
    return app._driver

def make():
    class Quiet(App):
        def _fatal_error(self):
            return self._own, self._exit
"""
    path = ROOT / "tests" / "textual_patches" / "textual_names.py"  # a module that can be imported
    found = {name for name, _ in private_names(path, source)}
    assert found == {"_time", "ESCAPE_DELAY", "_driver", "_fatal_error", "_exit"}


def _words(path: Path) -> set[str]:
    """Return every name, attribute and imported name in a module."""
    words: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Name):
            words.add(node.id)
        elif isinstance(node, ast.Attribute):
            words.add(node.attr)
        elif isinstance(node, ast.alias | ast.ClassDef | ast.FunctionDef):
            words.add(node.name)
    return words
