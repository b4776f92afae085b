"""The costs of reading each quotation mark as opening, closing or neither."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.attribution import quotation_marks
from tui.analysis.attribution.quotation_marks import MarkFamily

MARKED = st.text(alphabet="ab1 .,’‘“”\"'`„«»()-—\u00a0👍\n", max_size=60)


def only(text: str, glyph: str) -> quotation_marks.QuotationMark:
    """Return the one mark of `text` that is `glyph`."""
    (found,) = [mark for mark in quotation_marks.find_marks(text, 0, len(text)) if mark.glyph == glyph]
    return found


@pytest.mark.parametrize("word", ["don't", "don’t", "O’Brien", "o'clock", "rock’n’roll", "1990's", "Sana‘a"])
def test_an_apostrophe_inside_a_word_is_not_a_mark(word: str) -> None:
    assert quotation_marks.find_marks(f"They {word} it", 0, len(word) + 8) == []


@pytest.mark.parametrize(
    ("text", "glyph"),
    [
        ("the ’90s were", "’"),
        ("the '90s were", "'"),
        ("get 'em now", "'"),
        ("get ‘em now", "‘"),
        ("’Tis so", "’"),
        ("the players’ strike", "’"),
        ("the players' strike", "'"),
        ("runnin’ late", "’"),
        ("stood 6' 2 tall", "'"),
    ],
)
def test_an_apostrophe_at_the_edge_of_a_word_is_cheapest_as_one(text: str, glyph: str) -> None:
    mark = only(text, glyph)
    assert mark.strays < 0.5
    assert mark.strays < mark.opens
    assert mark.strays < mark.closes


def test_inches_are_told_from_a_closing_mark_by_the_feet_before_them() -> None:
    tall = only("stood 6' 2\" tall", '"')
    film = only('saw Flight 13" today', '"')
    assert tall.strays < film.strays
    assert tall.closes > film.closes


@pytest.mark.parametrize("glyph", ['"', "“", "«", "„", "``", "‘", "'"])
def test_before_a_word_and_after_a_space_a_mark_opens(glyph: str) -> None:
    mark = only(f"she said {glyph}never again", glyph)
    assert mark.opens < 1.0 < mark.strays
    assert mark.closes > 3.0


@pytest.mark.parametrize("glyph", ['"', "”", "»", "''", "’", "'"])
def test_after_a_comma_and_before_a_space_a_mark_closes(glyph: str) -> None:
    mark = only(f"never again,{glyph} she said", glyph)
    assert mark.closes < 1.0 < mark.strays
    assert mark.opens > 2.0


def test_two_single_marks_are_one_double_mark() -> None:
    found = quotation_marks.find_marks("''Never,'' she said", 0, 19)
    assert [(m.start, m.end, m.family) for m in found] == [
        (0, 2, MarkFamily.DOUBLED),
        (8, 10, MarkFamily.DOUBLED),
    ]


def test_the_possessive_of_a_quoted_name_is_not_a_mark() -> None:
    assert [m.glyph for m in quotation_marks.find_marks("“Cats”’s run", 0, 12)] == ["“", "”"]


def test_a_doubled_mark_is_flagged() -> None:
    first, second = quotation_marks.find_marks('""Never', 0, 7)
    assert (first.doubled, second.doubled) == (False, True)
    assert second.strays < 1.0


def test_only_the_paragraph_asked_for_is_read() -> None:
    text = "“one”\n“two”\n“three”"
    assert [m.start for m in quotation_marks.find_marks(text, 6, 11)] == [6, 10]
    # a mark at its edges sees nothing beyond them
    assert (
        quotation_marks.find_marks(text, 6, 11)[0].opens == quotation_marks.find_marks("“two”", 0, 5)[0].opens
    )


@pytest.mark.parametrize("lead", ["", "  ", "• ", "> ", "(", "… ", "\u00a0"])
def test_a_mark_leads_its_paragraph_after_space_bullets_and_brackets(lead: str) -> None:
    text = f"{lead}“So it is"
    assert quotation_marks.is_leading(text, 0, only(text, "“"))


def test_a_mark_after_a_word_does_not_lead() -> None:
    text = "So “it is"
    assert not quotation_marks.is_leading(text, 0, only(text, "“"))


@given(MARKED)
def test_marks_are_in_order_inside_the_text_and_as_they_stand_there(text: str) -> None:
    at = 0
    for mark in quotation_marks.find_marks(text, 0, len(text)):
        assert at <= mark.start < mark.end <= len(text)
        assert text[mark.start : mark.end] == mark.glyph
        assert min(mark.opens, mark.closes, mark.strays) >= 0.0
        at = mark.end
