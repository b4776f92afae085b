"""Names that an article misspells, and names that only look alike."""

from __future__ import annotations

import pytest

from tests.spoken import mention_counts
from tui.analysis.entities.misspellings import compact, is_misspelt, spellings
from tui.analysis.entities.name_parts import key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kirsten", "kristen"),
        ("united", "untied"),
        ("maurer", "mauer"),
        ("zorinsky", "zorinskiy"),
        ("zorinskyy", "zorinsky"),
        ("anagnostopoulos", "anagnostopolous"),
    ],
)
def test_one_slip_is_a_misspelling(one: str, other: str) -> None:
    assert is_misspelt(one, other)
    assert is_misspelt(other, one)
    assert spellings(one) & spellings(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mario", "maria"),
        ("martin", "martina"),
        ("jason", "mason"),
        ("gambia", "zambia"),
        ("iran", "iraq"),
        ("marine", "marines"),
        ("smith", "smith"),
        ("hartley", "bartley"),
    ],
)
def test_other_names_are_no_misspellings(one: str, other: str) -> None:
    assert not is_misspelt(one, other)


def test_a_person_whose_name_is_misspelt_is_one() -> None:
    found = mention_counts("""
        Kristin Quillfeather runs the zoo in Leeds. The zoo is old, said Kristen Quillfeather on Monday.

        Quilfeather said that the tigers were well.
    """)
    assert found["Kristin Quillfeather"] == 3


def test_a_man_and_a_woman_of_like_names_are_two() -> None:
    found = mention_counts("""
        Mario Quillfeather runs the zoo in Leeds. His sister Maria Quillfeather feeds the tigers.
    """)
    assert found["Mario Quillfeather"] == found["Maria Quillfeather"] == 1


def test_two_people_of_like_surnames_are_two() -> None:
    found = mention_counts("""
        Peter Harmon met Jane Harman in Leeds on Monday. Mr Harmon said that Ms Harman was late.
    """)
    assert found["Peter Harmon"] == found["Jane Harman"] == 2


def test_a_body_whose_name_is_misspelt_is_one() -> None:
    found = mention_counts("""
        The United Nations sent doctors to Chad on Monday. The United Nations has a camp there.

        A spokesman for the Untied Nations said that the water was clean.
    """)
    assert found["United Nations"] == 3


def test_a_people_is_not_its_land_misspelt() -> None:
    found = mention_counts("""
        The storm reached Texas on Monday. Many Texans left their houses, and Texas closed its schools.
    """)
    assert found["Texas"] == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José Peña", "Jose Pena"),
        ("Wal-Mart", "Walmart"),
        ("Holt & Marsh", "Holt and Marsh"),
        ("World Labour Organisation", "World Labor Organization"),
        ("Kim Jong-chul", "Kim Jong Chul"),
    ],
)
def test_ways_to_write_a_name_do_not_count(one: str, other: str) -> None:
    assert compact(key(one)) == compact(key(other))


def test_a_person_and_a_body_written_two_ways_are_one_each() -> None:
    found = mention_counts("""
        José Peña Quillfeather met Alma Marsh-Ostrow in Leeds. Jose Pena Quillfeather said no to Alma Marsh Ostrow.

        Marsh-Ostrow left the World Labour Organisation. The World Labor Organization was sorry.
    """)
    assert found["José Peña Quillfeather"] == 2
    assert found["World Labour Organisation"] == 2
    assert sum(count for name, count in found.items() if "Ostrow" in name) == 3
    assert len([name for name in found if "Ostrow" in name]) == 1


def test_two_names_of_other_letters_are_two() -> None:
    found = mention_counts("""
        Ana Holm met Anna Holt in Leeds. Harbour Trust and Harbour Trust Bank closed on Monday.
    """)
    assert found["Ana Holm"] == found["Anna Holt"] == 1
