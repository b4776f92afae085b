"""Letters and hues of speakers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.analysis import Speaker
from tui.session.reading.speaker_styles import HUES, NEUTRAL, assign_styles


def letters(*names: str) -> list[str]:
    found = assign_styles([Speaker(str(i), name) for i, name in enumerate(names)])
    return [found[str(i)].letter for i in range(len(names))]


def test_the_first_name_gives_the_letter_and_the_last_when_that_is_taken() -> None:
    assert letters("Donald Trump", "Dmitry Peskov", "Volodymyr Zelenskyy") == ["D", "P", "V"]


def test_a_third_of_the_same_initials_takes_another_letter_of_the_name() -> None:
    assert letters("John Smith", "Jane Stone", "Jim Snow")[2] in "IMNOW"


def test_the_first_eight_have_a_hue_each_and_everybody_else_shares_a_neutral_one() -> None:
    found = assign_styles([Speaker(str(i), f"Name {i}") for i in range(12)])
    assert [face.hue for face in found.values()] == [*range(1, HUES + 1), *[NEUTRAL] * 4]


def test_who_gets_more_words_as_the_analysis_grows_takes_the_hue_of_who_is_no_longer_among_the_first() -> (
    None
):
    people = [Speaker(str(i), f"Name {i}") for i in range(10)]
    before = assign_styles(people)
    kept = {person.name: before[person.id] for person in people}
    after = assign_styles([people[9], *people[:9]], kept)
    assert after["9"].hue == before["7"].hue
    assert after["7"].hue == NEUTRAL
    assert all(after[str(i)].hue == before[str(i)].hue for i in range(7))
    assert all(after[person.id].letter == before[person.id].letter for person in people)


def test_who_had_a_face_keeps_it() -> None:
    first = assign_styles([Speaker("s1", "Dmitry Peskov")])
    again = assign_styles(
        [Speaker("s1", "Donald Trump"), Speaker("s2", "Dmitry Peskov")], {"Dmitry Peskov": first["s1"]}
    )
    assert again["s2"] == first["s1"]
    assert again["s1"].letter != again["s2"].letter


@given(st.lists(st.text(max_size=12), max_size=80))
def test_letters_are_one_cell_and_differ_while_there_are_any(names: list[str]) -> None:
    found = assign_styles([Speaker(str(i), name) for i, name in enumerate(names)])
    marks = [face.letter for face in found.values()]
    assert all(len(mark) == 1 and mark.isprintable() for mark in marks)
    told_apart = [mark for mark in marks if mark != "·"]
    assert len(told_apart) == len(set(told_apart)) >= min(len(names), 62)
