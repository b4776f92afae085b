"""Functions of Textual's app and screens that quoth needs and that have no public name.

What Textual does: it offers no public way to write to the terminal, to take one notification off the screen, to
change what an unhandled exception leads to, or to replace its default screen by another.
What ours gains: one place to look when Textual is updated; nothing measured.
Concerns: `App._driver`, `App._notifications`, `App._unnotify`, `App._exit`, `App._handle_exception`,
`Screen._result_callbacks` and `CommandPalette._GATHER_COMMANDS_GROUP` of textual/app.py, screen.py and command.py
in Textual 8.
Can go: each function as soon as Textual gives what it does a public name.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.app import App
from textual.css.query import NoMatches
from textual.notifications import Notification
from textual.screen import Screen
from textual.widget import MountError
from textual.worker import WorkerFailed

PALETTE_SEARCH = "--textual-command-palette-gather-commands"
"""The group of the worker with which the command palette looks up its rows; importing it would take a while."""


def write_to_terminal(app: App[Any], sequence: str) -> None:
    """Write an escape sequence to the terminal; do nothing where the app has none yet."""
    if app._driver is not None:
        app._driver.write(sequence)


def notifications(app: App[Any]) -> list[Notification]:
    """Return the notifications that are on the screen, oldest first."""
    return list(app._notifications)


def dismiss(app: App[Any], dismissed: Iterable[Notification], *, at_once: bool = False) -> None:
    """Take notifications off the screen with the next that is shown, or `at_once`."""
    for notification in dismissed:
        app._unnotify(notification, refresh=at_once)


def ignore_missing_widgets_on_exit(app: App[Any]) -> None:
    """Ignore errors about widgets that are gone while the app exits or shuts down.

    Widgets are then removed while others, workers, or what comes from other processes, still look for them.
    """
    handle_exception = app._handle_exception

    def handle(error: Exception) -> None:
        reason = error.error if isinstance(error, WorkerFailed) else error
        if not ((app._exit or not app.is_running) and isinstance(reason, (MountError, NoMatches))):
            handle_exception(error)

    app._handle_exception = handle  # type: ignore[method-assign]


def make_replaceable(screen: Screen[Any], app: App[Any]) -> None:
    """Let `switch_screen` replace the default screen, to which Textual 8 gives no result callback to remove."""
    if not screen._result_callbacks:
        screen._push_result_callback(app, None)
