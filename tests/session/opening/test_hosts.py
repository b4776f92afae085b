"""tui.session.opening.hosts: where a source is from."""

from __future__ import annotations

from tui.session.opening.hosts import host_of


def test_hosts() -> None:
    assert host_of("https://me:pw@www.Example.org:8080/x") == "example.org"
    assert host_of("papers/x.txt") == ""
    assert host_of("http://[bad") == ""
    assert host_of("WWW.Example.org/x") == "example.org"
    assert host_of("C:\\papers\\x.txt") == ""
