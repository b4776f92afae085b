"""The name of an article."""

from __future__ import annotations

import re

from tui.article.article import Article
from tui.article.cleaning import clean


def name_of(article: Article) -> str:
    """Return the article's title, or the name of its file."""
    if article.title and (title := clean(article.title)):
        return title
    if article.source == "-":
        return "standard input"
    return clean(re.split(r"[/\\]", article.source.rstrip("/\\"))[-1]) or "an article"
