"""A session over SSH is told from one on the user's own computer."""

from __future__ import annotations

import pytest

from tui.session.ssh import over_ssh


@pytest.mark.parametrize(
    ("environ", "over"),
    [
        ({"SSH_CONNECTION": "1.2.3.4 5 6.7.8.9 22"}, True),
        ({"SSH_TTY": "/dev/pts/1"}, True),
        ({"SSH_CLIENT": "1.2.3.4 5 22"}, True),
        ({"SSH_TTY": "", "SSH_AUTH_SOCK": "/run/agent"}, False),
        ({}, False),
    ],
)
def test_what_sshd_sets_says_so(environ: dict[str, str], over: bool) -> None:
    assert over_ssh(environ) == over
