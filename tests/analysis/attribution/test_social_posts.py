"""Social posts and the lines that name their authors."""

from __future__ import annotations

import pytest

from tui.analysis.attribution import social_posts
from tui.article.files import from_bytes

WORDS = "The wall has moved since 1962."
AUTHOR = "— Old Salt (@oldsalt) May 19, 2025"
REST = "The harbour at Wexcombe will close for six weeks, the council decided on Tuesday evening."


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("a.txt", f"{WORDS}\n\n{AUTHOR}"),
        ("a.md", f"> {WORDS}\n> {AUTHOR}"),
        ("a.md", f"> {WORDS}\n>\n> {AUTHOR}"),
        ("a.md", f"> {WORDS}\n\n{AUTHOR}"),
    ],
)
def test_a_post_is_its_authors_words_without_marks(name: str, post: str) -> None:
    article = from_bytes(f"{REST}\n\n{post}\n\n{REST}\n".encode(), name)
    (found,) = social_posts.find(article.text, article.blocks)
    assert [span.of(article.text) for span in found.content] == [WORDS]
    assert found.name.of(article.text) == "Old Salt"
