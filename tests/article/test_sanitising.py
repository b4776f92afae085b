"""tui.article.sanitising: what is drawn cannot act on a terminal, and keeps every offset."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.article.sanitising import MARKS_KEPT, displayable, in_marks, one_line

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x00\x07\x1b\x7f\x85\x9b\u200b\u200c\u200d\u202e\u2066\u2028\ufe0f\U000e0041\u0301a 👩م\ud800"
        ),
    )
)


@given(HOSTILE)
def test_same_length_and_nothing_that_acts(text: str) -> None:
    shown = displayable(text)
    assert len(shown) == len(text)
    for char in shown:
        kind = unicodedata.category(char)
        assert kind not in ("Cc", "Cs", "Co", "Zl", "Zp")
        assert kind != "Cf" or char in "\u200c\u200d"


@given(HOSTILE)
def test_a_second_cleaning_changes_nothing(text: str) -> None:
    assert displayable(displayable(text)) == displayable(text)


@given(st.text(st.characters(codec="latin-1", categories=("L", "N", "P", "S", "Zs"))))
def test_harmless_text_stays(text: str) -> None:
    assert displayable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b]0;title\x07", "␛[31mred␛]0;title␇"),
        ("a\tb\r\nc", "a b  c"),
        ("one\u2028two\u2029three\x85four", "one two three four"),
        ("nul\x00 del\x7f csi\x9b", "nul␀ del␡ csi\ufffd"),
        ("\u202eevil\u2066", " evil "),
        ("pay\u200bpal \ufeffx a\u200db", "pay pal  x a b"),
        ("soft\xadhyphen", "soft-hyphen"),
        ("\ud83d lone", "\ufffd lone"),
        ("tag\U000e0041\U000e007f", "tag  "),
        ("\ue000\U0010ffff", "\ufffd\ufffd"),
        ("A\ufe0f\u3164", "A  "),
    ],
)
def test_what_each_becomes(text: str, shown: str) -> None:
    assert displayable(text) == shown


@pytest.mark.parametrize(
    "text", ["👩\u200d👩\u200d👧", "❤\ufe0f", "1\ufe0f\u20e3", "می\u200cخواهم", "Zoë Zoe\u0308"]
)
def test_joiners_and_marks_that_belong_there_stay(text: str) -> None:
    assert displayable(text) == text


def test_a_second_selector_after_an_emoji_goes() -> None:
    assert displayable("👍\ufe0f\ufe0f") == "👍\ufe0f "


def test_piled_up_marks_are_bounded() -> None:
    shown = displayable("e" + "\u0301" * 40 + "f")
    assert shown == "e" + "\u0301" * MARKS_KEPT + " " * (40 - MARKS_KEPT) + "f"


def test_a_mark_never_stands_on_what_is_before_the_text() -> None:
    assert displayable("\u0301a\n\u0301b") == " a  b"


def test_one_line() -> None:
    assert one_line("  A\ttitle\nof \x1b two\u2028lines ") == "A title of ␛ two lines"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("he is “thinking” of it", "“he is ‘thinking’ of it”"),
        ("“I know,” … “I was there.”", "“I know,” … “I was there.”"),
        ("he is “thinking”", "“he is ‘thinking’”"),
        ("he is “thinking of…", "“he is ‘thinking of…”"),
        ('"We go."', "“We go.”"),
    ],
)
def test_words_in_marks(words: str, shown: str) -> None:
    assert in_marks(words) == shown
