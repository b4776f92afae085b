"""Text that leaves quoth is clean; of a long one little more is held than itself."""

from __future__ import annotations

import re
import tracemalloc
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article import cleaning, compared_text
from tui.article.article import Article
from tui.article.cleaning import clean
from tui.article.compared_text import compared, fingerprint
from tui.article.sanitising import STREAM_SAFE, stream_safe

PIECES = st.lists(
    st.sampled_from(
        [
            "a",
            "e",
            " ",
            "  ",
            "\n",
            "\xa0",
            "\u2028",
            "\x01",
            "\u200b",
            "\ud800",
            "\u0301",
            "\u0301" * 31,
            "議",
            "“",
        ]
    )
).map("".join)


@given(PIECES, st.integers(1, 8))
def test_a_long_text_is_cleaned_and_compared_as_a_short_one(text: str, at_a_time: int) -> None:
    whole = re.sub(cleaning._SURROGATE, "\ufffd", re.sub(cleaning._UNSEEN, "", text))
    set_one_way = unicodedata.normalize("NFC", text).translate(compared_text._PLAIN)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cleaning, "_AT_A_TIME", at_a_time)
        assert clean(text) == stream_safe(" ".join(whole.split()))
        assert compared(text) == " ".join(set_one_way.split())


def test_of_marks_on_a_letter_thirty_stay() -> None:
    assert stream_safe("議e" + "\u0301" * 50 + "議") == "議e" + "\u0301" * STREAM_SAFE + "議"


@pytest.mark.parametrize("piece", ["ab cd ", "ab\x01"])
@pytest.mark.parametrize("made", [clean, lambda text: fingerprint(Article(text, "x"))])
def test_a_long_text_takes_a_few_times_its_own_memory(
    piece: str, made: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cleaning, "_AT_A_TIME", 1 << 18)
    text = piece * ((1 << 20) // len(piece))
    tracemalloc.start()
    made(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 15 * len(text)
