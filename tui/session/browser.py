"""Handing an address to the person's browser: only when asked, only http and https, never blindly.

Over SSH a browser would open on the wrong machine, and without a display Python's webbrowser module finds text
browsers, which would draw over the reader: then the address is to be copied instead.
"""

from __future__ import annotations

import os
import sys
import webbrowser
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tui.session.article_links import can_open

_TEXT_BROWSERS = ("www-browser", "links", "elinks", "lynx", "w3m", "browsh", "links2")


@dataclass(frozen=True, slots=True)
class Handed:
    """Whether a browser took the address, and the sentence that says so; else it is worth copying."""

    opened: bool
    sentence: str


def open_in_browser(
    address: str,
    *,
    environ: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    find: Callable[[], webbrowser.BaseBrowser] = webbrowser.get,
) -> Handed:
    """Open an address in the browser. May wait for a program: call it beside the event loop. Never raises."""
    if not can_open(address):
        return Handed(False, "Only http and https addresses are opened.")
    if any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")):
        return Handed(False, "quoth runs on another machine than your browser, so it opened nothing.")
    graphical = any(
        environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "TERMUX_VERSION")
    )
    if platform not in ("win32", "darwin") and not graphical:
        return Handed(False, "There is no browser with a window of its own here.")
    try:
        browser = find()
        name = str(getattr(browser, "name", ""))
        if os.path.basename(name) in _TEXT_BROWSERS:  # noqa: PTH119 (a command, not a path of ours)
            return Handed(False, f"The only browser here is {name}, which needs this terminal.")
        opened = browser.open(address)
    except (webbrowser.Error, OSError, ValueError):
        opened = False
    if opened:
        return Handed(True, "Opened in the browser.")
    return Handed(False, "No browser could be started.")
