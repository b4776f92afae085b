"""What an article is called."""

from __future__ import annotations

import pytest

from tui.article.article import Article
from tui.session.reading.article_name import name_of


@pytest.mark.parametrize(
    ("title", "source", "name"),
    [
        ("A\x1b \n title", "a.txt", "A title"),
        (None, "news/harbour.txt", "harbour.txt"),
        (" \x1b", "C:\\news\\a.txt", "a.txt"),
        (None, "https://example.org/news/", "news"),
        (None, "-", "standard input"),
        ("", "\u200b", "an article"),
    ],
)
def test_its_title_or_else_its_file(title: str | None, source: str, name: str) -> None:
    assert name_of(Article("x", source, title=title)) == name
