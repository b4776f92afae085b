"""People and outlets in a byline are told apart, and nobody loses a name."""

from __future__ import annotations

import pytest

from tui.article.html.bylines import is_agency, is_name, names_people, people_and_outlet


@pytest.mark.parametrize(
    ("byline", "people", "outlet"),
    [
        ("Mina Sallow | Harbour Post", "Mina Sallow", "Harbour Post"),
        ("Mina Sallow and Jon Bell | Harbour Post", "Mina Sallow and Jon Bell", "Harbour Post"),
        ("Mina Sallow • Reuters", "Mina Sallow", "Reuters"),
        ("Mina Sallow. Associated Press", "Mina Sallow", "Associated Press"),
        ("Mina Sallow, Associated Press", "Mina Sallow", "Associated Press"),
        ("Mina Sallow, Jon Bell, The Associated Press", "Mina Sallow, Jon Bell", "The Associated Press"),
        ("Mina Sallow, Wexcombe Crier", "Mina Sallow", "Wexcombe Crier"),  # the page's own outlet
        ("MINA SALLOW - ASSOCIATED PRESS", "MINA SALLOW", "ASSOCIATED PRESS"),
        ("MINA SALLOW Wexcombe Crier", "MINA SALLOW", "The Wexcombe Crier"),
        ("Mina Sallow The Wexcombe Crier", "Mina Sallow", "The Wexcombe Crier"),
        ("Mina Sallow/AP", "Mina Sallow", "AP"),
        ("Mina Sallow (AFP)", "Mina Sallow", "AFP"),
        ("Mina Sallow for The Harbour Post", "Mina Sallow", "The Harbour Post"),
        ("Mina Sallow | mina@harbour.example", "Mina Sallow", None),
        ("Mina Sallow | Staff Writer", "Mina Sallow", None),
        ("By Mina Sallow, Political Editor", "Mina Sallow", None),
        ("Mina Sallow, Political Editor, and Jon Bell", "Mina Sallow and Jon Bell", None),
        ("MINA SALLOW AND JON BELL, STAFF WRITERS", "MINA SALLOW AND JON BELL", None),
        ("Mina Sallow Money Reporter", "Mina Sallow", None),
        ("Editor-in-Chief Mina Sallow", "Mina Sallow", None),
        ("Associated Press reporter Mina Sallow", "Mina Sallow", "Associated Press"),
        ("Mina Sallow of The Wexcombe Crier", "Mina Sallow", "The Wexcombe Crier"),
        ("Mina Sallow, for Reuters", "Mina Sallow", "Reuters"),
        ("Mina Sallow, special to the Post", "Mina Sallow", None),
        ("Mina Sallow in Wexcombe", "Mina Sallow", None),
        ("Mina Sallow (she/her) @minasallow", "Mina Sallow", None),
        ("mina@post.example (Mina Sallow)", "Mina Sallow", None),
        ("Mina Sallow · Posted: May 20, 2025", "Mina Sallow", None),
        ("Published 20 May 2025 by Mina Sallow", "Mina Sallow", None),
        ("Reporting by Mina Sallow; Editing by Jon Bell", "Mina Sallow", None),
        ("Words by Mina Sallow, photographs by Jon Bell", "Mina Sallow", None),
        ("Mina Sallow with additional reporting by Jon Bell", "Mina Sallow", None),
        # Names that only look so.
        ("Joan of Arc", "Joan of Arc", None),
        ("John Reporter", "John Reporter", None),
        ("Tom Court", "Tom Court", None),
        ("Mina Sallow of Lowhaven", "Mina Sallow of Lowhaven", None),
        ("Reuters", "Reuters", None),
        ("The Harbour Post", "The Harbour Post", None),
        ("Mina Sallow, Emily Post", "Mina Sallow, Emily Post", None),
        ("Mina Sallow, Robert Guardian", "Mina Sallow, Robert Guardian", None),
        ("Mina P. Sallow", "Mina P. Sallow", None),
        ("J.R. Sallow and A. B. Bell Jr.", "J.R. Sallow and A. B. Bell Jr.", None),
        ("Mary-Ann St. John", "Mary-Ann St. John", None),
        ("Mina Sallow - Jon Bell", "Mina Sallow - Jon Bell", None),
        ("Mina Sallow (Wexcombe)", "Mina Sallow (Wexcombe)", None),
    ],
)
def test_people_and_outlet(byline: str, people: str, outlet: str | None) -> None:
    assert people_and_outlet(byline, "The Wexcombe Crier") == (people, outlet)


def test_an_agency_is_not_where_the_article_appeared() -> None:
    assert is_agency("Associated Press")
    assert not is_agency("Harbour Post")


@pytest.mark.parametrize(
    "byline", ["Staff", "Post Staff", "Guardian staff and agencies", "Reuters", "The Wexcombe Crier"]
)
def test_what_names_nobody(byline: str) -> None:
    assert not names_people(byline, "The Wexcombe Crier")


@pytest.mark.parametrize(
    "byline", ["Mina Sallow", "Mina Sallow, Emily Post", "Anna Desk-Holt", "严玉洁", "Alcalino"]
)
def test_what_names_somebody(byline: str) -> None:
    assert names_people(byline, "The Wexcombe Crier")


@pytest.mark.parametrize(
    "words", ["Mina Sallow", "María de la Cruz", "Seán Ó Briain", "April Sallow", "严玉洁", "J.R. Bell"]
)
def test_names(words: str) -> None:
    assert is_name(words)


@pytest.mark.parametrize(
    "words",
    ["Follow", "Political editor", "20 May", "and", "Updated", "mina@post.example", "Reuters", "read more"],
)
def test_no_names(words: str) -> None:
    assert not is_name(words)
