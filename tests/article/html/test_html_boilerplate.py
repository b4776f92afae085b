"""What a page's buttons and boxes say is not read as the article; sentences that begin like it are."""

from __future__ import annotations

import pytest

from tui.article.article import BlockKind
from tui.article.html.html_boilerplate import boilerplate_kind


@pytest.mark.parametrize(
    "words",
    [
        "Listen to this article",
        "Listen to this story · 5 min",
        "Getting your Trinity Audio player ready...",
        "Add The Post as a preferred source on Google",
        "Sorry, this video isn't available any more.",
        "To play this video you need to enable JavaScript in your browser.",
        "Gift this article",
        "Comments are closed.",
        "SKIP ADVERTISEMENT",
        "This article is more than 2 years old",
        "View image in fullscreen",
        "An error occurred. Please try again later.",
        "We need your consent to load this content",
        "A post shared by The Post (@post)",
        "Follow us on Google News",
        "What do you think? Leave a comment below.",
        "Subscribers only",
        "Our Standards: The Harbour Post Trust Principles., opens new tab",
    ],
)
def test_controls_and_boxes(words: str) -> None:
    assert boilerplate_kind(words, 0.0) is BlockKind.SUBHEADING


@pytest.mark.parametrize(
    "words",
    [
        "Listen to the sea, she told the children, and you will hear the wall.",
        "“Comments are closed to nobody,” she said.",
        "This article of the treaty is more than 200 years old, the court said.",
        "The audio player that she built is in the museum.",
        "Join the discussion at the town hall on Monday, the council said.",
        "Support local journalism students, the union asked the council on Monday.",
        "An error occurred in the count, the clerk said, and it was put right.",
        "Page one of the report says nothing.",
        "Gift shops closed.",
        "Save the wall, they said.",
    ],
)
def test_sentences_that_begin_so(words: str) -> None:
    assert boilerplate_kind(words, 0.0) is None
