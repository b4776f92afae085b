"""People and outlets in a byline are told apart, and nobody loses a name."""

from __future__ import annotations

import pytest

from tui.article.html.bylines import is_agency, people_and_outlet


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
        ("Mina Sallow/AP", "Mina Sallow", "AP"),
        ("Mina Sallow (AFP)", "Mina Sallow", "AFP"),
        ("Mina Sallow for The Harbour Post", "Mina Sallow", "The Harbour Post"),
        ("Mina Sallow | mina@harbour.example", "Mina Sallow", None),
        ("Mina Sallow | Staff Writer", "Mina Sallow", None),
        # Names that only look so.
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
