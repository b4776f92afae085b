"""Messages at the foot of the screen: one said again takes its own place, and they never pile up."""

from __future__ import annotations

from textual.app import App
from textual.notifications import Notify

MOST = 2
"""At most so many at once that only inform: more would cover what one reads."""


class Toasts(App[None]):
    """An app whose newest message is always in sight; warnings stay their time, what only informs makes room."""

    def on_notify(self, event: Notify) -> None:
        """Let go of the same message from before, and of the oldest where there are too many."""
        shown = list(self._notifications)
        same = [each for each in shown if each.message == event.notification.message]
        older = [each for each in shown if each.severity == "information" and each not in same]
        for each in (*same, *older[: max(0, len(older) + 1 - MOST)]):
            self._unnotify(each, refresh=False)
