"""A locale that is not UTF-8 is named, as quoth writes UTF-8."""

from __future__ import annotations

import sys

import pytest

from tui.standard_streams import PLAIN, locale_notice

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="consoles of Windows have no locale of this kind"
)


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C"}, {"LANG": "POSIX"}, {"LC_CTYPE": "en_GB.latin1", "LANG": "C.UTF-8"}, {"LANG": "de_DE.latin1"}],
)  # fmt: skip
def test_another_locale_is_named(environment: dict[str, str]) -> None:
    notice = locale_notice(environment)
    name, value = next(iter(environment.items()))
    assert notice is not None
    assert f"({name}={value})" in notice


@pytest.mark.parametrize(
    "environment", [{}, {"LANG": ""}, {"LANG": "en_GB.UTF-8"}, {"LC_ALL": "C.utf8"}, {"LANG": "en_GB"}]
)
def test_utf_8_is_not_spoken_of(environment: dict[str, str]) -> None:
    assert locale_notice(environment) is None


def test_a_hostile_value_is_not_shown() -> None:
    assert "\x1b" not in (locale_notice({"LC_ALL": "C.\x1b[31m"}) or "\x1b")


def test_messages_in_ascii_have_its_quotation_marks() -> None:
    assert "“a…日”; it’s so – 1".encode("ascii", PLAIN) == b'"a...\\u65e5"; it\'s so - 1'
    assert "“a”".encode("utf-8", PLAIN) == "“a”".encode()
