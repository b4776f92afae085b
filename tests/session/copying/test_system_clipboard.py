"""Which program is asked for the clipboard, and what is said where none answers."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import pytest

from tui.article.errors import CannotRead
from tui.session.copying import system_clipboard
from tui.session.copying.system_clipboard import read_clipboard, run_program

SSH = {"SSH_CONNECTION": "1.2.3.4 5 6.7.8.9 22"}


def read(
    *programs: str, platform: str = "linux", gives: dict[str, bytes] | None = None, **environ: Any
) -> str:
    """Read where these programs are installed and give that; those not named in `gives` fail."""
    answers = gives or dict.fromkeys(programs, "Grüße".encode())

    def run(command: Sequence[str]) -> bytes | None:
        asked.append(command[0])
        return answers.get(command[0])

    asked.clear()
    return read_clipboard(
        environ=environ,
        platform=platform,
        run=run,
        find=lambda name: name if name in programs else None,
        windows=lambda: answers["windows"].decode(),
    )


asked: list[str] = []


def test_each_system_is_asked_its_own_way() -> None:
    assert read("xclip", "xsel", DISPLAY=":0") == "Grüße"
    assert asked == ["xclip"]
    each: list[tuple[list[str], dict[str, Any]]] = [
        (["wl-paste", "xclip"], {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}),
        (["powershell.exe", "xclip"], {"WSL_DISTRO_NAME": "Debian", "DISPLAY": ":0"}),
        (["termux-clipboard-get"], {"TERMUX_VERSION": "1"}),
        (["tmux"], {"TMUX": "s", **SSH}),
    ]
    for programs, environ in each:
        read(*programs, **environ)
        assert asked == programs[:1]
    assert read("pbpaste", platform="darwin") == "Grüße"
    assert read(platform="win32", gives={"windows": b"x"}) == "x"


def test_the_next_where_one_fails_or_is_empty() -> None:
    assert read("xclip", "xsel", gives={"xclip": b" \n", "xsel": b"text"}, DISPLAY=":0") == "text"
    assert read("wl-paste", "tmux", gives={"tmux": b"text"}, WAYLAND_DISPLAY="w", TMUX="s") == "text"


@pytest.mark.parametrize(
    ("programs", "environ", "said"),
    [
        ((), {}, "install wl-clipboard"),
        (("xclip",), {}, "install wl-clipboard"),  # no display to reach
        ((), {"DISPLAY": ":0"}, "install wl-clipboard"),
        ((), SSH, "out of reach"),
    ],
)
def test_where_there_is_none(programs: tuple[str, ...], environ: dict[str, Any], said: str) -> None:
    with pytest.raises(CannotRead, match=said):
        read(*programs, **environ)


def test_where_it_holds_no_text_or_far_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(CannotRead, match="no text on the clipboard"):
        read("xclip", gives={"xclip": b""}, DISPLAY=":0")
    with pytest.raises(CannotRead, match="held by another program"):
        read(platform="win32", gives={"x": b""})
    monkeypatch.setattr(system_clipboard, "LARGEST", 3)
    with pytest.raises(CannotRead, match="holds more"):
        read("xclip", DISPLAY=":0")


PYTHON = [sys.executable, "-c"]


def test_programs_are_run_within_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    assert run_program([*PYTHON, "print('x', end='')"]) == b"x"
    assert run_program([*PYTHON, "print('x'); raise SystemExit(1)"]) is None
    assert run_program(["no-such-program-anywhere"]) is None
    monkeypatch.setattr(system_clipboard, "LARGEST", 1000)
    endless = run_program([*PYTHON, "while True: print('x' * 500)"])
    assert endless is not None
    assert len(endless) == 1001
    monkeypatch.setattr(system_clipboard, "TIME_LIMIT", 0.2)
    assert run_program([*PYTHON, "import time; time.sleep(60)"]) is None
