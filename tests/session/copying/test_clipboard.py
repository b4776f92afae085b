"""Which way a copy goes, what is said of it, and that nothing is lost."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tui.session.copying.clipboard import Clipboard, run_program

TEXT = "“Grüße”"


class Outside:
    """A machine with some programs and a terminal, all of which remember what they were given."""

    def __init__(
        self, *programs: str, platform: str = "linux", fails: Sequence[str] = (), **environ: str
    ) -> None:
        self.ran: list[str] = []
        self.given: dict[str, bytes] = {}
        self.osc52: list[str] = []
        self.sequences: list[str] = []
        self.fails = fails
        self.clipboard = Clipboard(
            self.osc52.append,
            write_sequence=self.sequences.append,
            environ={"TERM": "xterm-256color", **environ},
            platform=platform,
            run=self._run,
            find=lambda name: f"/bin/{name}" if name in programs else None,
            windows=self._windows,
            last_copy="press c",
        )

    def _run(self, command: Sequence[str], data: bytes) -> bool:
        line = " ".join(command)
        self.ran.append(line)
        self.given[command[0]] = data
        return not any(line.startswith(failing) for failing in self.fails)

    def _windows(self, text: str) -> None:
        if "windows" in self.fails:
            raise OSError("the clipboard is open elsewhere")
        self.ran.append("windows")
        self.given["windows"] = text.encode()


SSH = {"SSH_CONNECTION": "1.2.3.4 5 6.7.8.9 22"}


@pytest.mark.parametrize(
    ("outside", "ran"),
    [
        (Outside("xclip", "xsel", DISPLAY=":0"), "xclip -selection clipboard"),
        (
            Outside("xclip", "wl-copy", DISPLAY=":0", WAYLAND_DISPLAY="w"),
            "wl-copy --type text/plain;charset=utf-8",
        ),
        (Outside("pbcopy", platform="darwin"), "pbcopy"),
        (Outside(platform="win32"), "windows"),
        (Outside("clip.exe", "xclip", DISPLAY=":0", WSL_DISTRO_NAME="Debian"), "clip.exe"),
    ],
)
def test_at_home_the_systems_clipboard_alone(outside: Outside, ran: str) -> None:
    copied = outside.clipboard.copy(TEXT)
    assert outside.ran == [ran]
    assert copied.ways == ("clipboard",)
    assert copied.certain
    assert copied.message == "Copied “Grüße” (clipboard)"
    assert not outside.osc52


def test_what_programs_are_given() -> None:
    outside = Outside("xclip", DISPLAY=":0")
    outside.clipboard.copy(TEXT)
    assert outside.given["xclip"] == TEXT.encode()
    windows = Outside("clip.exe", WSL_DISTRO_NAME="Debian")
    windows.clipboard.copy(TEXT)
    assert windows.given["clip.exe"].decode("utf-16") == TEXT


def test_the_next_program_where_one_fails() -> None:
    outside = Outside("xclip", "xsel", DISPLAY=":0", fails=["xclip"])
    assert outside.clipboard.copy(TEXT).ways == ("clipboard",)
    assert outside.ran == ["xclip -selection clipboard", "xsel --clipboard --input"]


def test_the_terminal_where_there_is_no_clipboard_and_no_certainty_about_it() -> None:
    outside = Outside("xclip")  # no display to reach
    copied = outside.clipboard.copy(TEXT)
    assert outside.osc52 == [TEXT]
    assert copied.ways == ("terminal",)
    assert not copied.certain
    assert copied.message == "Copied “Grüße” (terminal)"


def test_over_ssh_the_remote_clipboard_is_of_no_use() -> None:
    outside = Outside("xclip", "wl-copy", DISPLAY=":0", WAYLAND_DISPLAY="w", **SSH)
    assert outside.clipboard.copy(TEXT).ways == ("terminal",)
    assert outside.ran == []
    windows = Outside(platform="win32", **SSH)
    assert windows.clipboard.copy(TEXT).ways == ("terminal",)


def test_over_ssh_with_x11_forwarded_it_is() -> None:
    outside = Outside("xclip", DISPLAY="localhost:10.0", **SSH)
    assert outside.clipboard.copy(TEXT).ways == ("clipboard",)


def test_tmux_hands_it_on() -> None:
    outside = Outside("tmux", TMUX="/tmp/s,1,0", **SSH)  # noqa: S108
    copied = outside.clipboard.copy(TEXT)
    assert outside.ran == ["tmux load-buffer -w -"]
    assert outside.given["tmux"] == TEXT.encode()
    assert copied.ways == ("tmux",)
    assert copied.message == "Copied “Grüße” (tmux and terminal)"
    assert not outside.osc52


def test_in_tmux_at_home_both() -> None:
    outside = Outside("tmux", "xclip", TMUX="s", DISPLAY=":0")
    copied = outside.clipboard.copy(TEXT)
    assert copied.ways == ("clipboard", "tmux")
    assert copied.message == "Copied “Grüße” (clipboard and tmux)"


def test_an_old_tmux_without_w_is_handed_the_sequence() -> None:
    outside = Outside("tmux", TMUX="s", fails=["tmux load-buffer -w"])
    assert outside.clipboard.copy(TEXT).ways == ("tmux",)
    assert outside.ran == ["tmux load-buffer -w -", "tmux load-buffer -"]
    coded = base64.b64encode(TEXT.encode()).decode()
    assert outside.sequences == [f"\x1bPtmux;\x1b\x1b]52;c;{coded}\x07\x1b\\"]


def test_a_tmux_that_does_not_answer_leaves_the_terminal() -> None:
    outside = Outside("tmux", TMUX="s", fails=["tmux"])
    assert outside.clipboard.copy(TEXT).ways == ("terminal",)


def test_gnu_screen_is_handed_pieces_that_make_up_the_sequence() -> None:
    outside = Outside(STY="1.pts", TERM="screen")
    text = "x" * 5000
    assert outside.clipboard.copy(text).ways == ("terminal",)
    assert not outside.osc52
    (sent,) = outside.sequences
    pieces = sent.removeprefix("\x1bP").removesuffix("\x1b\\").split("\x1b\\\x1bP")
    assert all(len(piece) <= 512 for piece in pieces)
    assert "".join(pieces) == f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"


@pytest.mark.parametrize(
    "environ",
    [{"TERM": "linux"}, {"TERM": "dumb"}, {"TERM_PROGRAM": "Apple_Terminal"}],
    ids=lambda e: next(iter(e.values())),
)
def test_where_nothing_works_it_is_said_and_the_text_is_kept(environ: dict[str, str]) -> None:
    outside = Outside(**environ)
    copied = outside.clipboard.copy(TEXT)
    assert copied.ways == ()
    assert not copied.certain
    assert not outside.osc52
    assert not outside.sequences
    assert copied.message == (
        "No clipboard can be reached; installing wl-clipboard or xclip helps. The text is kept: press c."
    )
    assert outside.clipboard.last == TEXT


def test_without_a_terminal_to_write_to() -> None:
    assert Clipboard(None, environ={}, platform="linux", find=lambda _: None).copy(TEXT).ways == ()


def test_windows_with_its_clipboard_held_open_elsewhere() -> None:
    outside = Outside(platform="win32", fails=["windows"])
    assert outside.clipboard.copy(TEXT).ways == ("terminal",)


def test_a_long_copy_is_called_long() -> None:
    assert "many terminals take less" in Outside().clipboard.copy("x" * 80_000).message


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“He is thinking of going to Turkey on Thursday,” he said.", "“He is thinking of going to …”"),
        ("> “Overall, we’re ready.”\n>\n> — Ann Lee", "“Overall, we’re ready.”"),
        ("> he took \\[b\\]it\\[/b\\]\n>\n> — Ann Lee", "“he took [b]it[/b]”"),
        (r"C:\[x]", r"“C:\[x]”"),
        ("supercalifragilisticexpialidocious-and-longer", "“supercalifragilisticexpialidocio …”"),
        ("\x1b]0;x\x07 [b]yes[/b]", "“␛]0;x␇ [b]yes[/b]”"),
    ],
)
def test_the_message_is_one_short_line_with_the_first_words(text: str, shown: str) -> None:
    assert Outside().clipboard.copy(text).message == f"Copied {shown} (terminal)"


def test_what_there_is_to_say_of_a_copy_is_said_in_the_same_line() -> None:
    copied = Outside().clipboard.copy("Smith denied it.", "with its cue")
    assert copied.message == "Copied “Smith denied it.” with its cue (terminal)"


def test_nothing_to_copy_keeps_the_last_copy() -> None:
    outside = Outside()
    outside.clipboard.copy(TEXT)
    assert outside.clipboard.copy("").message == "There is nothing to copy."
    assert outside.clipboard.last == TEXT


PYTHON = [sys.executable, "-c"]


def test_programs_are_run_with_their_input() -> None:
    assert run_program([*PYTHON, "import sys; sys.exit(sys.stdin.buffer.read() != b'x')"], b"x")
    assert not run_program([*PYTHON, "raise SystemExit(1)"], b"x" * 1_000_000)
    assert not run_program(["no-such-program-anywhere"], b"")


def test_a_program_that_does_not_end_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.session.copying.clipboard.TIME_LIMIT", 0.2)
    assert not run_program([*PYTHON, "import time; time.sleep(30)"], b"x")


def test_a_child_that_holds_the_text_is_not_waited_for(tmp_path: Path) -> None:
    """Do not wait for xclip's child, which keeps open what it inherited."""
    pasted = tmp_path / "pasted"
    wait = f"import os, time\nwhile not os.path.exists({str(pasted)!r}): time.sleep(0.01)"
    fork = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {wait!r}])"
    assert run_program([*PYTHON, fork], b"x")
    pasted.touch()


@pytest.mark.skipif(not shutil.which("tmux"), reason="needs tmux")
def test_tmux_has_in_its_buffer_what_was_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    tmux = ["tmux", "-L", f"quoth-test-{os.getpid()}", "-f", os.devnull]
    monkeypatch.delenv("TMUX", raising=False)
    subprocess.run([*tmux, "new-session", "-d", "sleep 60"], check=True)
    try:
        asked = [*tmux, "display-message", "-p", "#{socket_path},#{pid},0"]
        place = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
        monkeypatch.setenv("TMUX", place)
        text = "> “Grüße”\n>\n> — Ann [b]Lee[/b]\t`$HOME`\n"
        copied = Clipboard(environ={"TMUX": place, "TERM": "screen"}, platform="linux").copy(text)
        assert copied.ways == ("tmux",)
        assert subprocess.run([*tmux, "show-buffer"], check=True, capture_output=True).stdout == text.encode()
    finally:
        subprocess.run([*tmux, "kill-server"], check=False)
