"""Read kept articles with their texts and analyses. Imports little, as lists and searches need it too."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tui.article.article import Article, Block, Link
from tui.article.spans import Span
from tui.article.text_markup import EmphasisedWords, Markup, ShownText
from tui.library.serialisation import Unreadable, from_json_text, inflated, unpacked_analysis

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis

SHIFT = 20
"""Ids of quotes and appearances are `article << SHIFT | number`."""

FACTS = ("source", "title", "byline", "published", "url", "site", "language", "encoding")
"""The columns of `articles` that are fields of `Article`."""

ANALYSED = "EXISTS (SELECT 1 FROM analyses WHERE analyses.text_hash = articles.text_hash)"
"""An SQL expression that is true for a row of `articles` whose analysis is kept."""

ORIGIN = """CASE WHEN articles.url LIKE 'http://%' OR articles.url LIKE 'https://%'
THEN substr(articles.url, 1, instr(articles.url || '#', '#') - 1)
WHEN articles.source LIKE 'http://%' OR articles.source LIKE 'https://%'
THEN substr(articles.source, 1, instr(articles.source || '#', '#') - 1) ELSE articles.source END"""
"""An SQL expression for what `correction_store.origin` returns of the article in a row of `articles`."""

NEWEST = f"""coalesce((SELECT newer.id FROM versions JOIN articles AS newer USING (text_hash)
WHERE versions.origin = {ORIGIN} ORDER BY versions.first DESC, versions.id DESC LIMIT 1), articles.id)"""
"""An SQL expression for the id of the article that has the newest version of a row of `articles`, or its own."""

_TOGETHER = 400  # values bound in one query


def newest_of(db: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, int]:
    """Return the ids of the articles that have the newest version of what these articles are versions of."""
    wanted = list(numbers)
    out = dict(zip(wanted, wanted, strict=True))
    for at in range(0, len(wanted), _TOGETHER):
        some = wanted[at : at + _TOGETHER]
        out |= db.execute(
            f"SELECT id, {NEWEST} FROM articles WHERE id IN ({', '.join('?' * len(some))})", some
        )
    return out


def newest_among(db: sqlite3.Connection, numbers: Iterable[int]) -> set[int]:
    """Return those of some articles of which no newer version is among them."""
    newest = newest_of(db, numbers)
    once = {newest[number]: number for number in sorted(newest)}
    once |= {number: number for number in newest if newest[number] == number}
    return set(once.values())


@dataclass(frozen=True, slots=True)
class ArticleParts:
    """The parts of an article that are stored as JSON, apart from its text and the columns of its row."""

    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    page: bool = False
    page_starts: tuple[int, ...] = ()
    format: str | None = None
    markup: tuple[Markup, ...] = ()
    emphasis: tuple[EmphasisedWords, ...] = ()
    notice: str | None = None

    @classmethod
    def of(cls, article: Article | ArticleParts) -> ArticleParts:
        """Return the parts of an article, or of what else has them."""
        return ArticleParts(**parts_of(article))

    def article(self, text: str, facts: Mapping[str, Any]) -> Article:
        """Return the article with this text, and with the columns of its row."""
        return Article(text=text, **parts_of(self), **facts)

    def check(self, length: int) -> None:
        """Raise ValueError unless these can be parts of an article of `length` characters."""
        for parts in (self.blocks, self.links, self.markup, self.emphasis):
            check_spans([part.span for part in parts], length)
        if not all(a.span.start < a.span.end <= b.span.start for a, b in pairwise(self.markup)):
            raise ValueError("what is markup of it overlaps")
        if not all(link.address.lower().startswith(("http://", "https://")) for link in self.links):
            raise ValueError("one of its addresses is not a web address")
        if not all(0 <= start <= length for start in self.page_starts):
            raise ValueError("a page begins outside the text")


def parts_of(article: Article | ArticleParts) -> dict[str, Any]:
    """Return the parts by the names of their fields."""
    return {part.name: getattr(article, part.name) for part in fields(ArticleParts)}


def check_spans(spans: Iterable[Span], length: int) -> None:
    """Raise ValueError unless all spans lie within a text of `length` characters."""
    if not all(0 <= start <= end <= length for start, end in spans):
        raise ValueError("a span lies outside the text")


def get_article(db: sqlite3.Connection, number: int) -> Article | None:
    """Return the article with this id as it was kept; None if its text is missing or damaged."""
    row = db.execute(
        f"SELECT text, more, {', '.join(FACTS)} FROM articles JOIN texts USING (id) WHERE id = ?",
        (number,),
    ).fetchone()
    if row is None:
        return None
    try:
        text = inflated(row[0])
        parts = from_json_text(ArticleParts, inflated(row[1]))
        parts.check(len(text))
    except ValueError:
        return None
    facts = dict(zip(FACTS, row[2:], strict=True))
    facts["source"] = facts["source"] or ""
    return parts.article(text, facts)


def shown_text(db: sqlite3.Connection, number: int) -> ShownText | None:
    """Return what is shown of the text of the article with this id; None when it is missing or damaged."""
    row = db.execute("SELECT text, more FROM texts WHERE id = ?", (number,)).fetchone()
    try:
        if row is None:
            return None
        text, more = inflated(row[0]), inflated(row[1])
        # To take the parts apart takes a while, and few articles have markup.
        marked = '"markup":[' in more and '"markup":[]' not in more
        return ShownText(text, from_json_text(ArticleParts, more).markup if marked else ())
    except Unreadable:
        return None


def text_of(db: sqlite3.Connection, number: int) -> str | None:
    """Return the text of the article with this id; None if it is missing or damaged."""
    row = db.execute("SELECT text FROM texts WHERE id = ?", (number,)).fetchone()
    try:
        return inflated(row[0]) if row else None
    except Unreadable:
        return None


def kept_analysis(db: sqlite3.Connection, hashed: bytes) -> Analysis | None:
    """Return the latest kept analysis of the text with this hash, whichever model made it; None without any."""
    rows = db.execute("SELECT data FROM analyses WHERE text_hash = ? ORDER BY kept DESC", (hashed,))
    return next((found for row in rows if (found := unpacked_analysis(row[0])) is not None), None)
