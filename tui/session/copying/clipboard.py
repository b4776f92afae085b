"""Getting a copy out of the terminal: the system's clipboard, tmux, or the terminal itself (OSC 52).

Which of them works depends on where quoth runs. On the user's own machine the system's clipboard works. Over SSH
the remote machine's clipboard is out of reach (unless X11 is forwarded), so tmux and OSC 52 carry the text to the
terminal; a terminal never answers OSC 52, so that way is never called certain. The sequences are in xterm's control
sequences, "Manipulate Selection Data"; how they are passed through, in the manual pages of GNU screen and tmux.
"""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from shutil import which

from tui.session.copying.copy_message import copied_message, not_copied_message
from tui.session.ssh import over_ssh

TIME_LIMIT = 2.0  # seconds for one program; a forwarded X server may be far away
_SCREEN_PIECE = 512  # bytes of a device control string that every GNU screen takes at once

Runner = Callable[[Sequence[str], bytes], bool]
"""Runs a program with bytes as its input; returns True if it exited with 0 in time. Never raises."""


@dataclass(frozen=True, slots=True)
class Copied:
    """The ways a copy was sent ("clipboard", "tmux", "terminal"; none if nothing works).

    `message` is the sentence for the user, `certain` whether one of the ways has confirmed it.
    """

    ways: tuple[str, ...]
    message: str
    certain: bool


class Clipboard:
    """Copies text, and keeps the last copy whether or not it arrives."""

    def __init__(
        self,
        write_osc52: Callable[[str], None] | None = None,
        *,
        write_sequence: Callable[[str], None] | None = None,
        environ: Mapping[str, str] | None = None,
        platform: str = sys.platform,
        run: Runner | None = None,
        find: Callable[[str], str | None] = which,
        windows: Callable[[str], None] | None = None,
        last_copy: str = "“Last copy” in the palette shows it",
    ) -> None:
        """Set up the ways out of the terminal.

        `write_osc52` is given text to put on the terminal's clipboard, as Textual's `App.copy_to_clipboard`
        is; `write_sequence` writes an escape sequence to the terminal, needed only in GNU screen and in tmux
        before 3.2. `last_copy` ends the sentence "The text is kept: …". The other parameters are for tests.
        """
        self._write_osc52 = write_osc52
        self._write_sequence = write_sequence
        self._environ = os.environ if environ is None else environ
        self._platform = platform
        self._run = run or run_program
        self._find = find
        self._windows = windows or _pyperclip
        self._last_copy = last_copy
        self.last: str | None = None

    @property
    def remote(self) -> bool:
        """True if quoth runs on another computer than the user's."""
        return over_ssh(self._environ)

    def copy(self, text: str, remark: str = "", what: str = "") -> Copied:
        """Send `text` every way that may reach the user, the surest first.

        `remark` is said of it ("with its cue"); `what` names it ("17 quotes"), else its first words do. It may wait
        for programs, `TIME_LIMIT` seconds each: call it in a thread. Never raises.
        """
        if not text:
            return Copied((), "There is nothing to copy.", False)
        self.last = text
        data = text.encode("utf-8", "replace")
        ways: list[str] = []
        if self._system(text, data):
            ways.append("clipboard")
        if self._environ.get("TMUX") and self._tmux(text, data):
            ways.append("tmux")
        if not ways and self._terminal(text):
            ways.append("terminal")
        is_linux = self._platform.startswith(("linux", "freebsd")) and not self._environ.get("TMUX")
        message = (
            copied_message(ways, text, len(data), remark, what, self._last_copy)
            if ways
            else not_copied_message(self._last_copy, remote=self.remote, is_linux=is_linux)
        )
        return Copied(tuple(ways), message, "clipboard" in ways)

    # The system's clipboard

    def _system(self, text: str, data: bytes) -> bool:
        if self._platform == "win32" and not self.remote:
            try:
                self._windows(text)
            except Exception:
                return False  # another program holds the clipboard open; pyperclip has waited for it
            return True
        return any(self._run(command, self._encoded(command, text, data)) for command in self._programs())

    def _programs(self) -> list[list[str]]:
        """Return the programs that may hold the clipboard, the likeliest first."""
        has = self._environ.get
        out: list[list[str]] = []
        if self.remote:
            if _forwarded(has("DISPLAY", "")):
                out = [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
        elif self._platform == "darwin":
            out = [["pbcopy"]]
        else:
            if has("WSL_DISTRO_NAME") or has("WSL_INTEROP"):
                out.append(["clip.exe"])
            if has("TERMUX_VERSION"):
                out.append(["termux-clipboard-set"])
            if has("WAYLAND_DISPLAY"):
                out.append(["wl-copy", "--type", "text/plain;charset=utf-8"])
            if has("DISPLAY"):
                out += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
        return [command for command in out if self._find(command[0])]

    def _encoded(self, command: Sequence[str], text: str, data: bytes) -> bytes:
        """Encode `text` for the program: in UTF-16 on Windows, which otherwise expects its own code page."""
        return text.encode("utf-16", "replace") if command[0] == "clip.exe" else data

    # tmux and the terminal

    def _tmux(self, text: str, data: bytes) -> bool:
        """Load `text` into tmux's buffer and have tmux pass it on to its terminals.

        Before 3.2 it has no option for that.
        """
        if not self._find("tmux"):
            return False
        if self._run(["tmux", "load-buffer", "-w", "-"], data):
            return True
        if not self._run(["tmux", "load-buffer", "-"], data):
            return False
        if self._write_sequence is not None:
            self._write_sequence("\x1bPtmux;" + osc52(text).replace("\x1b", "\x1b\x1b") + "\x1b\\")
        return True

    def _terminal(self, text: str) -> bool:
        has = self._environ.get
        if has("TERM", "") in ("linux", "dumb") or has("TERM_PROGRAM") == "Apple_Terminal":
            return False  # known not to have it
        in_screen = bool(has("STY"))
        # Over SSH from inside screen or tmux only TERM tells, and not which: each drops the other's.
        perhaps_screen = self.remote and not has("TMUX") and has("TERM", "").startswith("screen")
        sent = False
        if self._write_sequence is not None and (in_screen or perhaps_screen):
            sequence = osc52(text)
            pieces = [sequence[at : at + _SCREEN_PIECE] for at in range(0, len(sequence), _SCREEN_PIECE)]
            self._write_sequence("".join(f"\x1bP{piece}\x1b\\" for piece in pieces))
            sent = True
        if self._write_osc52 is not None and not in_screen:
            self._write_osc52(text)
            sent = True
        return sent


def _forwarded(display: str) -> bool:
    """Tell whether DISPLAY is one that SSH forwards: "localhost:10.0" and up, by sshd's X11DisplayOffset."""
    host, _, number = display.rpartition(":")
    return host in ("localhost", "127.0.0.1", "[::1]") and number.split(".")[0].isdigit()


def osc52(text: str) -> str:
    return f"\x1b]52;c;{base64.b64encode(text.encode('utf-8', 'replace')).decode('ascii')}\x07"


def _pyperclip(text: str) -> None:
    """Copy with pyperclip, on Windows only: elsewhere its programs may hang or write on the screen."""
    import pyperclip

    pyperclip.copy(text)


def run_program(command: Sequence[str], data: bytes) -> bool:
    """Run `command` with `data` as its input and nothing to write to; see `Runner`.

    xclip and wl-copy leave a child behind that holds the text until it is pasted: it is given a session of
    its own, so that it outlives quoth, and no pipe of ours, on which we would wait for its end.
    """
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError):
        return False
    try:
        process.communicate(data, timeout=TIME_LIMIT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return False
    except OSError:  # it closed its input early
        process.wait()
    return process.returncode == 0
