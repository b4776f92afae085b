"""Toasts: how long they stay; a repeated one replaces itself, and informational ones never pile up."""

from __future__ import annotations

from textual.app import App
from textual.notifications import Notification

from tui.textual_patches.app_internals import dismiss, notifications

# Seconds for which a toast stays. What a key did stays for Textual's five (App.NOTIFICATION_TIMEOUT).
AT_AN_END = 2  # “This is the last …”, said to a key that is pressed again and again
ANSWER = 4  # what came of a key, or why it led nowhere and what to do next
WARNING = 10  # what to know of the article, its analysis, the settings
NEWS = 15  # what has happened without a key: the article has changed, its analysis failed

MAX_INFORMATION = 2
"""The most informational toasts at a time; more would cover the text."""


def make_room(app: App[None], new: Notification) -> None:
    """Remove the toasts that `new` replaces: the same sentence, and the oldest informational ones.

    Warnings and errors stay for their full time.
    """
    shown = notifications(app)
    same = [toast for toast in shown if toast.message == new.message]
    older = [toast for toast in shown if toast.severity == "information" and toast not in same]
    dismiss(app, (*same, *older[: max(0, len(older) + 1 - MAX_INFORMATION)]))


def make_way(app: App[None]) -> None:
    """Remove the informational toasts, which would cover the screen that a key opens."""
    dismiss(app, [toast for toast in notifications(app) if toast.severity == "information"], at_once=True)
