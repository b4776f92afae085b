"""Fragments repeated until a pattern that is not linear would never end; pytest-timeout ends what hangs."""

from __future__ import annotations

import pytest

from tests.analysis.attribution.laid_out import BODY, found
from tui.analysis.attribution.trailing_links import end_before_links
from tui.article.article import BlockKind

TWEET = " — Jane Doe (@janedoe) January 3, 2020"
FRAGMENTS = [
    "http://",
    "http:// ",
    "pic.twitter.com",
    "- ",
    "-a ",
    "— Jane ",
    "(@jane) ",
    ". ",
    "Jane Doe ",
    "J.",
    "of the ",
    "Jane, said ",
    "said ",
    "said: ",
    "’s",
    "'",
    "> ",
    "A post shared by ",
    "(D-Ohio) ",
    "1 ",
    "[",
    "*",
]


@pytest.mark.parametrize("fragment", FRAGMENTS)
@pytest.mark.parametrize("end", ["", " x", TWEET, ":", "”", " : “Yes.”"])
def test_any_number_of_a_fragment_is_read(fragment: str, end: str) -> None:
    text = f"{BODY}\n\nWe will do this {fragment * 2_000}{end}\n\n{fragment * 20}{end}\n\n{BODY}"
    for attribution in found(text):
        assert all(span.of(text).strip() for span in attribution.content)
    paragraphs = text.count("\n") + 1
    found(text, *[BlockKind.EMBED] * paragraphs)
    found(text, *[BlockKind.HEADLINE] * paragraphs)


def test_links_that_end_in_a_word_belong_to_the_post() -> None:
    text = f"{BODY}\n\nWe will do this {'http://' * 32} x{TWEET}"
    (attribution,) = found(text)
    assert attribution.source[0].of(text) == "Jane Doe (@janedoe)"
    assert attribution.content[0].of(text).endswith("http:// x")


@pytest.mark.parametrize(
    ("post", "words"),
    [
        ("Rents will fall.", "Rents will fall."),
        ("Rents will fall. https://t.co/a pic.twitter.com/b\n", "Rents will fall."),
        ("Rents will fall.https://t.co/a", "Rents will fall."),
        ("See https://t.co/a and wait.", "See https://t.co/a and wait."),
        ("https://t.co/a http://t.co/b", ""),
    ],
)
def test_links_after_the_words_are_left_out(post: str, words: str) -> None:
    assert post[: end_before_links(post, 0, len(post))].rstrip() == words
