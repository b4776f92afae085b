"""Open an address in the user's browser: only when asked to, and only http and https.

Over SSH a browser would open on the wrong machine, and without a display Python's webbrowser module finds text
browsers, which would draw over the reader; in both cases the address should be copied instead. A browser's
output would draw over the reader as well, so it is started by a process whose output is discarded.
"""

from __future__ import annotations

import os
import subprocess
import sys
import webbrowser
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tui.session.opening.article_links import can_open
from tui.session.ssh import over_ssh

_TEXT_BROWSERS = ("www-browser", "links", "elinks", "lynx", "w3m", "browsh", "links2")

_STARTED = 2.0
"""Seconds after which a browser that is still running has taken the address; one that fails exits sooner."""
_TIME_LIMIT = 10.0
"""The most seconds to wait; some browsers exit only when they are closed."""
_START = f"""
import os, sys, time, webbrowser
if not webbrowser.open(sys.argv[1]):
    sys.exit(1)
end = time.monotonic() + {_STARTED}
while hasattr(os, "WNOHANG") and time.monotonic() < end:
    try:
        ended, status = os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        break
    if ended and status:
        sys.exit(1)
    time.sleep(0.05)
"""


@dataclass(frozen=True, slots=True)
class BrowserResult:
    """The outcome of opening an address: true if a browser took it, with the sentence that says so.

    If none did the address is worth copying.
    """

    opened: bool
    sentence: str


def open_in_browser(
    address: str,
    *,
    environ: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
    find: Callable[[], webbrowser.BaseBrowser] = webbrowser.get,
    start: Callable[[str], bool] | None = None,
) -> BrowserResult:
    """Open an address in the browser. Takes seconds: call it beside the event loop. Never raises.

    `find` names the browser that would be used, `start` hands it the address and tells whether it took it.
    """
    if not can_open(address):
        return BrowserResult(False, "Only http and https addresses are opened.")
    if over_ssh(environ):
        return BrowserResult(
            False, "quoth runs on a different machine from your browser, so nothing was opened."
        )
    graphical = any(
        environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "TERMUX_VERSION")
    )
    if platform not in ("win32", "darwin") and not graphical:
        return BrowserResult(False, "There is no browser with a window of its own here.")
    try:
        browser = find()
        name = str(getattr(browser, "name", ""))
        if os.path.basename(name) in _TEXT_BROWSERS:  # noqa: PTH119 (a command, not a path of ours)
            return BrowserResult(False, f"The only browser here is {name}, which needs this terminal.")
        opened = (start or _started)(address)
    except (webbrowser.Error, OSError, ValueError):
        opened = False
    if opened:
        return BrowserResult(True, "Opened in the browser.")
    return BrowserResult(False, "No browser could be started.")


def _started(address: str) -> bool:
    """Start the browser and tell whether it took the address. Raises OSError."""
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", _START, address],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=os.name == "posix",  # the browser stays when the terminal goes
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        return process.wait(_TIME_LIMIT) == 0
    except subprocess.TimeoutExpired:
        return True
