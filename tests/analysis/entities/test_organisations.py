"""Bodies, places and things under several names."""

from __future__ import annotations

from tests.spoken import mention_counts


def test_a_state_and_its_abbreviation_are_one() -> None:
    found = mention_counts("""
        Anna Holt lives in State College, Pa., with two dogs. The law of Pennsylvania says that dogs are cattle.
    """)
    assert found["Pennsylvania"] == 2


def test_words_like_abbreviations_are_no_states() -> None:
    found = mention_counts("""
        Miss Holt said on Monday that she was ill. The mass in Leeds was long, and Ore was dug in Mississippi.
    """)
    assert found["Mississippi"] == 1


def test_a_party_of_a_state_is_one_however_it_is_written() -> None:
    found = mention_counts("""
        The Republican Party of Wyoming met on Monday. The Wyoming Republican Party has many members.
    """)
    assert found["Republican Party of Wyoming"] == 2


def test_a_noun_stands_for_the_acronym_that_ends_in_it() -> None:
    found = mention_counts("""
        NASA sent a rocket to Mars on Monday. NASA said that it was a good day, and NASA closed its doors.

        It was the Administration’s last rocket, said Anna Holt.
    """)
    assert found["NASA"] == 4


def test_the_noun_of_another_body_stays_with_it() -> None:
    found = mention_counts("""
        NASA sent a rocket to Mars on Monday. NASA said that it was a good day, and NASA closed its doors.

        The Federal Transit Administration paid for the train. The Administration’s money is spent, said Anna Holt.
    """)
    assert found["NASA"] == 3


def test_a_possessive_inside_a_name_may_be_missing() -> None:
    found = mention_counts("""
        The New People’s Party met in Leeds on Monday. The New People Party has many members, and the NPP grows.
    """)
    assert found["New People’s Party"] == 3


def test_one_body_in_capitals_at_the_head_of_a_report_and_below_is_one() -> None:
    found = mention_counts("""
        BERLIN — Anna Holt said on Monday that the river was high. People in Berlin filled bags with sand.
    """)
    assert found["Berlin"] == 2
