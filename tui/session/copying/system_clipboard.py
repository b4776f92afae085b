"""Read the system's clipboard, by a program or by Windows; a terminal's own (OSC 52) can hardly ever be read.

Copying is `tui.session.copying.clipboard`. Programs are run with a time limit, and what they print is bounded.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from shutil import which

from tui.article.errors import CannotRead
from tui.session.ssh import over_ssh

TIME_LIMIT = 5.0  # seconds for one program; Windows' PowerShell takes two to start
LARGEST = 20 * 1024 * 1024  # bytes

Runner = Callable[[Sequence[str]], bytes | None]
"""Runs a program and returns its output; None if it failed or took too long. Never raises."""

_NOTHING = "There is no text on the clipboard; copy some first, or pipe it in: command | quoth."


def read_clipboard(
    *,
    environ: Mapping[str, str] | None = None,
    platform: str = sys.platform,
    run: Runner | None = None,
    find: Callable[[str], str | None] = which,
    windows: Callable[[], str] | None = None,
) -> str:
    """Return the text on the clipboard of the machine quoth runs on, else in tmux's newest buffer.

    It may wait for programs, `TIME_LIMIT` seconds each. Raises CannotRead if no clipboard can be reached or none
    contains text. The parameters are for tests.
    """
    environ = os.environ if environ is None else environ
    reached = False
    if platform == "win32":
        try:
            text = (windows or _pyperclip)()
        except Exception:
            raise CannotRead("The clipboard is held by another program; try again.") from None
        return _checked(text)
    for command in _programs(environ, platform):
        if find(command[0]) is None:
            continue
        reached = True
        data = (run or run_program)(command)
        if data is not None and data.strip():
            return _checked(data.decode("utf-8", "replace"))
    if reached:
        raise CannotRead(_NOTHING)
    if over_ssh(environ):
        what = "your own machine's clipboard is out of reach; paste into the reader instead"
    elif platform == "darwin":
        what = "pbpaste is missing"
    else:
        what = "install wl-clipboard, xclip or xsel, or paste into the reader"
    raise CannotRead(f"No clipboard can be read: {what}.")


def _programs(environ: Mapping[str, str], platform: str) -> list[list[str]]:
    """Return the programs that may print the clipboard, in order."""
    has = environ.get
    out: list[list[str]] = []
    if platform == "darwin":
        out.append(["pbpaste"])
    else:
        if has("WSL_DISTRO_NAME") or has("WSL_INTEROP"):
            told = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw"
            out.append(["powershell.exe", "-NoProfile", "-NonInteractive", "-Command", told])
        if has("TERMUX_VERSION"):
            out.append(["termux-clipboard-get"])
        if has("WAYLAND_DISPLAY"):
            out.append(["wl-paste", "--no-newline", "--type", "text/plain;charset=utf-8"])
            out.append(["wl-paste", "--no-newline"])
        if has("DISPLAY"):
            out.append(["xclip", "-selection", "clipboard", "-out"])
            out.append(["xsel", "--clipboard", "--output"])
    if has("TMUX"):
        out.append(["tmux", "save-buffer", "-"])
    return out


def _checked(text: str) -> str:
    if not text.strip():
        raise CannotRead(_NOTHING)
    if len(text) > LARGEST:
        raise CannotRead(
            f"The clipboard holds more than {LARGEST >> 20} MB; save it to a file and open that."
        )
    return text


def run_program(command: Sequence[str]) -> bytes | None:
    """Return what `command` prints, up to a little more than `LARGEST`; see `Runner`."""
    try:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except (OSError, ValueError):
        return None
    timer = threading.Timer(TIME_LIMIT, process.kill)
    timer.start()
    try:
        assert process.stdout is not None
        with process.stdout as out:
            data = out.read(LARGEST + 1)
        if len(data) > LARGEST:
            process.kill()
            return data
        return data if process.wait() == 0 else None
    except OSError:
        return None
    finally:
        timer.cancel()
        process.kill()
        process.wait()


def _pyperclip() -> str:
    """Read with pyperclip, on Windows only, as in `tui.session.copying.clipboard`."""
    import pyperclip

    text: str = pyperclip.paste()
    return text
