"""Who says “I” in the article's own voice, with the real model."""

from __future__ import annotations

from tests.spoken import resolved


def test_i_is_the_author_of_the_byline() -> None:
    spoken = resolved("""
        A week in Accra

        By Hannah Osei

        I met the chef at noon. ⟦I|Hannah Osei⟧ said the soup was good and it was.

        ⟦Kofi Mensah|Kofi Mensah⟧ laughed at that. “It is my mother’s,” ⟦he|Kofi Mensah⟧ said.
    """)
    assert spoken.found == spoken.expected


def test_i_is_the_author_of_the_note_at_the_end() -> None:
    spoken = resolved("""
        My father never spoke of the war. One day ⟦I|Ruth Hanley⟧ said that he should.

        He went out into the garden and stayed there until dark. It was raining hard.

        We did not talk about it again for many years, and then it was too late.

        Ruth Hanley is a playwright who lives in Leeds.
    """)
    assert spoken.found == spoken.expected


def test_i_is_no_speaker_where_the_author_is_not_named() -> None:
    spoken = resolved("My father never spoke of the war. One day ⟦I|⟧ said that he should.")
    assert spoken.found == spoken.expected
    assert "author" in spoken.attributions[0].evidence[0].reason


def test_i_in_what_somebody_else_wrote_is_not_the_author() -> None:
    spoken = resolved("""
        A week in Accra

        By Hannah Osei

        Some letters came, and ⟦I|Hannah Osei⟧ said that all of them were good to have.

        > Last week ⟦I|⟧ said the soup was bad, and it was worse on Monday.
    """)
    assert spoken.found == spoken.expected
