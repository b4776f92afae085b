"""Shops that are named, and shops that are only said to be one."""

from __future__ import annotations

import pytest

from tests.spoken import labels


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "She bought bread at the Grocery Store on Monday. The Grocery Store was full, Anna Holt said.",
            "Grocery Store",
            None,
        ),
        ("Police say the man ran from a Coffee Shop in Leeds to the Hardware Store.", "Coffee Shop", None),
        ("Police say the man ran from a Coffee Shop in Leeds to the Hardware Store.", "Hardware Store", None),
        ("Police say the man ran from a Coffee Shop in Leeds to the Hardware Store.", "Leeds", "GPE"),
        ("The old Bookstore and the Gift Shop closed on Monday, said Anna Holt.", "Gift Shop", None),
        ("The old Bookstore and the Gift Shop closed on Monday, said Anna Holt.", "Bookstore", None),
        ("He owns the Liquor Store near the Town Hall, Anna Holt said.", "Liquor Store", None),
        ("The Thrift Shop on Elm Street gave her a coat, said Anna Holt.", "Thrift Shop", None),
        (
            "The Department Store fell silent. Anna Holt runs a Convenience Store in Leeds.",
            "Department Store",
            None,
        ),
        (
            "The Department Store fell silent. Anna Holt runs a Convenience Store in Leeds.",
            "Convenience Store",
            None,
        ),
        (
            "The Community Center opens at noon, said Anna Holt. The Book Club meets there.",
            "Community Center",
            None,
        ),
        ("The Community Center opens at noon, said Anna Holt. The Book Club meets there.", "Book Club", None),
        ("Miller’s Grocery Store said on Monday that it would close.", "Miller’s Grocery Store", "ORG"),
        ("The Wardle Grocery Store was sold on Monday, said Anna Holt.", "Wardle Grocery Store", "ORG"),
        ("The Wardle Community Center opens at noon, said Anna Holt.", "Wardle Community Center", "ORG"),
        ("Whole Foods Market will open in Leeds. Whole Foods Market said so.", "Whole Foods Market", "FAC"),
        ("The Body Shop cut jobs on Monday. The Body Shop is based in London.", "Body Shop", "ORG"),
        ("Harbour Coffee Shop said on Monday that it would close its doors.", "Harbour Coffee Shop", "ORG"),
        ("The Container Store cut its forecast on Monday, the firm said.", "Container Store", "ORG"),
    ],
)
def test_a_kind_of_shop_is_no_name(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Lowe’s would close ten stores, it said on Monday. Home Depot would not.", "Lowe’s", "ORG"),
        ("Lowe’s would close ten stores, it said on Monday. Home Depot would not.", "Lowe", None),
        ("Kohl’s shares fell on Monday. Kohl’s said that it was sorry.", "Kohl’s", "ORG"),
        ("She works at Wendy’s in Leeds. Wendy’s said no on Monday.", "Wendy’s", "ORG"),
        ("McDonald’s said on Monday that it would sell fish.", "McDonald’s", "ORG"),
        ("Helmut Kohl’s son spoke on Monday. Kohl’s son was sad.", "Helmut Kohl", "PERSON"),
        ("Anna Lowe’s shop closed. Lowe’s sister said no.", "Anna Lowe", "PERSON"),
        ("Wendy’s sister was late. Wendy said that she was sorry.", "Wendy", "PERSON"),
        ("She shops at Macy’s and Bloomingdale’s in New York.", "Macy’s", "ORG"),
        ("She shops at Macy’s and Bloomingdale’s in New York.", "Bloomingdale’s", "ORG"),
        ("She works at Dunn’s Hardware in Leeds. Dunn’s Hardware said no.", "Dunn’s Hardware", "ORG"),
    ],
)
def test_brands_with_a_possessive(text: str, name: str, label: str | None) -> None:
    assert labels(text).get(name) == label


def test_an_empty_text_has_no_shops() -> None:
    assert labels("") == {}
