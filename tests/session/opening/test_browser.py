"""The browser that may be asked to open an address."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path

import pytest

from tui.session.opening.browser import open_in_browser


def called(name: str) -> webbrowser.BaseBrowser:
    return webbrowser.GenericBrowser(name)


ADDRESS = "https://a.example/r"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "mailto:a@b", ""])
def test_only_web_pages_are_opened(address: str) -> None:
    handed = open_in_browser(
        address, environ={"DISPLAY": ":0"}, find=lambda: called("firefox"), start=lambda _: True
    )
    assert not handed.opened
    assert "Only http and https" in handed.sentence


@pytest.mark.parametrize(
    ("environ", "browser", "why"),
    [
        ({"DISPLAY": ":0", "SSH_CONNECTION": "1"}, "firefox", "different machine"),
        ({}, "firefox", "no browser with a window"),
        ({"WAYLAND_DISPLAY": "w"}, "/usr/bin/w3m", "needs this terminal"),
    ],
)
def test_where_none_can_that_is_said_and_none_is_started(
    environ: dict[str, str], browser: str, why: str
) -> None:
    started: list[str] = []

    def start(address: str) -> bool:
        started.append(address)
        return True

    handed = open_in_browser(
        ADDRESS, environ=environ, platform="linux", find=lambda: called(browser), start=start
    )
    assert not handed.opened
    assert why in handed.sentence
    assert started == []


def test_no_browser_at_all() -> None:
    def find() -> webbrowser.BaseBrowser:
        raise webbrowser.Error("could not locate runnable browser")

    assert not open_in_browser(ADDRESS, environ={}, platform="darwin", find=find).opened


@pytest.mark.skipif(sys.platform == "win32", reason="the browser is a shell script")
@pytest.mark.parametrize(("call", "status"), [("%s", 0), ("%s", 3), ("%s &", 3)])
def test_the_browser_gets_the_address_and_nothing_it_says_reaches_the_terminal(
    call: str,
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    browser = tmp_path / "surf"
    browser.write_text(
        f'#!/bin/sh\necho "$1" > "{tmp_path}/got"\nprintf "\\033[2J"\nprintf "\\033[2J" >&2\nexit {status}\n'
    )
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} {call}")
    monkeypatch.setenv("PATH", str(tmp_path))  # no other browser of this machine takes the address instead
    handed = open_in_browser(ADDRESS, environ={"DISPLAY": ":0"}, find=lambda: called("surf"))
    assert (tmp_path / "got").read_text() == f"{ADDRESS}\n"
    assert handed.opened == (status == 0)
    assert capfd.readouterr() == ("", "")
