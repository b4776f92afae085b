"""Handing an address to the browser from a screen, or copying it where there is none."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen


def open_or_copy(screen: Screen[Any], address: str) -> None:
    """Have the browser open the address, beside the event loop, and say what came of it."""
    app = screen.app

    def handed(opened: bool, sentence: str) -> None:
        if opened:
            app.notify(sentence, markup=False)
        else:
            app.notify(f"{sentence} The address is copied instead.", severity="warning", markup=False)
            app.copy_to_clipboard(address)

    def work() -> None:
        from tui.session.opening.browser import open_in_browser

        answer = open_in_browser(address)
        app.call_from_thread(handed, answer.opened, answer.sentence)

    app.run_worker(work, thread=True, group="browser", exit_on_error=False)
