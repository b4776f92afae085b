"""Toasts: a repeated one replaces itself, and informational ones never pile up."""

from __future__ import annotations

from textual.app import App
from textual.notifications import Notification

from tui.textual_patches.app_internals import dismiss, notifications

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
