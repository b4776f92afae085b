"""Which labels name a speaker."""

from __future__ import annotations

import pytest

from tui.analysis.attribution.label_names import is_name, speaker_key


@pytest.mark.parametrize(
    ("label", "named"),
    [("PENCE", True), ("Rep. Jane Doe", True), ("Q", True), ("Note", False), ("", False), (" \t", False)],
)
def test_a_label_that_may_name_a_speaker(label: str, named: bool) -> None:
    assert is_name(label) is named


def test_a_blank_label_is_nobodys() -> None:
    assert not is_name("\r\r")
    assert speaker_key("\r\r") == ""
