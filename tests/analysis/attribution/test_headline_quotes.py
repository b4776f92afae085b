"""tui.analysis.attribution.headline_quotes, in attributions."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.laid_out import BODY, said
from tui.article.article import BlockKind


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Quill: Rents will fall by June", ("Quill", ":", "Rents will fall by June")),
        ("Ada Quill: ‘Rents will fall’", ("Ada Quill", ":", "‘Rents will fall’")),
        ("EXCLUSIVE – Ada Quill: Rents Will Fall", ("Ada Quill", ":", "Rents Will Fall")),
        ("Quill on rents: ‘They will fall’", ("Quill", ":", "‘They will fall’")),
        ("Quill To Council: ‘Rents Will Fall’", ("Quill", ":", "‘Rents Will Fall’")),
        ("Police: two men held after fire", ("Police", ":", "two men held after fire")),
        ("I will cut the rents: Quill", ("Quill", ":", "I will cut the rents")),
        (
            "Ada Quill on floods and ‘the worst night of my life’",
            ("Ada Quill", "on", "‘the worst night of my life’"),
        ),
        (
            "‘Damp walls’ found in nine of ten flats, tenants warn",
            ("tenants", "warn", "‘Damp walls’ found in nine of ten flats"),
        ),
        ("‘Rents will fall soon’: Ada Quill", ("Ada Quill", ":", "‘Rents will fall soon’")),
        ("‘Rents will fall’: Ada Quill on a hard year", ("Ada Quill", ":", "‘Rents will fall’")),
        ("“Rents will fall soon” – Ada Quill", ("Ada Quill", "–", "“Rents will fall soon”")),
    ],
)
def test_headlines_that_name_a_speaker(headline: str, expected: tuple[str, str, str]) -> None:
    text = f"{headline}\n{BODY}"
    assert said(text, BlockKind.HEADLINE, BlockKind.PARAGRAPH) == [expected]


@pytest.mark.parametrize(
    "headline",
    [
        "The Latest: council meets on rents",
        "Ada Quill on her novel ‘The Long Fall of the House’",
        "Ada Quill and Tom Reed: a long feud",
        "Floods on the river and ‘the worst night of my life’",
        "Live: rents fall across the valley",
        "Rents: what happens next",
        "Valley floods: hundreds leave their homes",
        "Ada Quill: saint or sinner?",
        "‘The Long Fall’: Ada Quill on her novel",
        "‘Rents will fall’: how the council came round",
        "‘Rents will fall’: Ada Quill’s hard year",
        "Breaking: rents fall in the valley",
        "What we know: rents, floods and fires",
    ],
)
def test_headlines_whose_label_is_a_topic(headline: str) -> None:
    assert said(f"{headline}\n{BODY}", BlockKind.HEADLINE, BlockKind.PARAGRAPH) == []
