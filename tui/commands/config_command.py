"""`quoth config`: where the settings are, what is set, and what of it is wrong; `quoth config edit` opens them."""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tui.article.sanitising import one_line
from tui.commands.arguments import Parser
from tui.commands.console import print_notice
from tui.session.settings import NO_HOME, Settings, load
from tui.session.settings_report import TEMPLATE, described, settings_path

EDITORS = ("notepad",) if sys.platform == "win32" else ("sensible-editor", "nano", "vi")
"""What opens the file where neither VISUAL nor EDITOR is set, the first that there is."""


def parser() -> Parser:
    """Return the parser of `quoth config`."""
    parser = Parser(
        prog="quoth config",
        description="Show where the settings are, what is set and what of it is wrong; edit them.",
    )
    parser.add_argument(
        "action",
        nargs="?",
        choices=("show", "edit", "path"),
        default="show",
        metavar="ACTION",
        help="show (if left out); edit: open them in $VISUAL or $EDITOR; path: print where they are",
    )
    return parser


def run(arguments: argparse.Namespace, _: Settings) -> int:
    """Show or edit the settings; return 1 if something in them is wrong, or they could not be edited."""
    path = settings_path()
    if path is None:
        print_notice(NO_HOME)
        return 1
    if arguments.action == "path":
        print(path)
        return 0
    if arguments.action == "edit" and not _edit(path):
        return 1
    settings = load()
    there = "" if os.path.exists(path) else " (there is none yet; quoth config edit makes it)"
    print(f"{one_line(str(path))}{there}")
    if arguments.action == "show":
        print()
        for name, value in described(settings):
            print(f"  {name:<10} {one_line(value)}")
    problems = list(wrong_settings(settings))
    if problems:
        print("\nWrong, and not used:")
        for problem in problems:
            print(f"  {one_line(problem)}")
    elif os.path.exists(path):
        print("\nNothing is wrong.")
    return 1 if problems else 0


def wrong_settings(settings: Settings) -> Iterator[str]:
    """Yield a sentence for each thing that is set and cannot be used: a name, a value, a key, a theme, a model."""
    yield from settings.problems
    if settings.keymap:
        from tui.screens.keys_of_screens import keymap_problems

        yield from keymap_problems(settings.keymap)
    if settings.theme is not None:
        from textual.theme import BUILTIN_THEMES

        from tui.screens.themes import own_themes

        if settings.theme not in {*BUILTIN_THEMES, *own_themes()}:
            yield f"There is no theme called “{settings.theme}”; t in the reader lists them."
    if settings.model is not None:
        from tui.analysis.model import read_settings

        if not read_settings(settings.model):
            yield f"The model “{settings.model}” is not installed, nor a folder with a pipeline."


def _edit(path: Path) -> bool:
    """Open the file in the user's editor, once it exists; tell whether that worked."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        command = next((name for name in EDITORS if shutil.which(name)), None)
    if not command:
        print_notice(f"No editor was found; set EDITOR, or edit “{one_line(str(path))}” yourself.")
        return False
    try:
        if not os.path.exists(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(TEMPLATE, encoding="utf-8")
        words = shlex.split(command, posix=sys.platform != "win32")
        return subprocess.run([*words, str(path)], check=False).returncode == 0
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        print_notice(f"“{one_line(str(path))}” could not be edited ({one_line(reason)}); check EDITOR.")
        return False
