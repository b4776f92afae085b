"""The entries of the library screen: articles by the day they were read, or the results of a search."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from tui.article.sanitising import one_line
from tui.session.opening.hosts import host_of
from tui.session.reading.plurals import pluralise

if TYPE_CHECKING:
    from tui.library.articles import KeptArticle
    from tui.library.full_text_search import Hit
    from tui.library.library import Library

FIRST = 100
"""The number of articles that are loaded before anything is shown; the rest follow."""
FOUND = 50
"""The most articles, and the most quotes, that a search returns."""


@dataclass(frozen=True, slots=True)
class LibraryHeading:
    """A line above entries that belong together."""

    text: str


@dataclass(frozen=True, slots=True)
class LibraryView:
    """What the screen shows for `query`; entries are given by their index."""

    query: str
    entries: tuple[LibraryHeading | KeptArticle | Hit, ...]
    counted: str
    """The number of entries in words, for the title."""
    whole: bool = True
    """Tells whether there are no more entries to load."""


def view_library(library: Library, query: str, now: datetime, limit: int | None = None) -> LibraryView:
    """Return the results of a search for `query`; for an empty query the articles, at most `limit` of them.

    Days are named relative to `now`, in its time zone.
    """
    if query.strip():
        return _found(library, query)
    total = library.count()
    kept = library.articles(limit=total if limit is None else limit)
    entries: list[LibraryHeading | KeptArticle | Hit] = []
    for day, those in groupby(kept, key=lambda each: _day(each.opened, now)):
        entries.append(LibraryHeading(day))
        entries.extend(those)
    return LibraryView(query, tuple(entries), pluralise(total, "article"), whole=len(kept) >= total)


def _found(library: Library, query: str) -> LibraryView:
    hits = library.search(query, limit=FOUND)
    groups = (
        ("article", [hit for hit in hits if hit.number is None]),
        ("quote", [hit for hit in hits if hit.number is not None and hit.stance != "attitude"]),
        ("attitude", [hit for hit in hits if hit.stance == "attitude"]),
    )
    entries: list[LibraryHeading | KeptArticle | Hit] = []
    for noun, found in groups:
        if found:
            entries += [LibraryHeading(_as_many(found, noun)), *found]
    counted = " · ".join(_as_many(found, noun) for noun, found in groups if found or noun != "attitude")
    return LibraryView(query, tuple(entries), counted)


def _as_many(found: list[Hit], noun: str) -> str:
    return f"{FOUND} {noun}s and more" if len(found) >= FOUND else pluralise(len(found), noun)


def _day(opened: str, now: datetime) -> str:
    """Return “Today”, “Yesterday”, “Monday 16 November” or “September 2026”: the further back, the coarser."""
    when = local(opened, now)
    if when is None:
        return "Some time ago"
    days = (now.date() - when).days
    if days <= 0:
        return "Today"
    if days == 1:
        return "Yesterday"
    if days < 14:
        return f"{when:%A} {when.day} {when:%B}"
    return f"{when:%B %Y}"


def local(moment: str, now: datetime) -> date | None:
    """Return the day of an ISO 8601 time in the time zone of `now`; None for any other text."""
    try:
        when = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return (when.astimezone(now.tzinfo) if when.tzinfo else when).date()


def about(kept: KeptArticle) -> str:
    """Return the origin of an article, its number of quotes, and of versions, on one line."""
    origin = kept.site or kept.byline or host_of(kept.source)
    versions = f"{kept.versions:,} versions" if kept.versions > 1 else ""
    if kept.quotes:
        counts = f"{pluralise(kept.quotes, 'quote')} · {pluralise(kept.speakers, 'speaker')}"
    else:
        counts = "no quotes" if kept.analysed else "not analysed"
    return " · ".join(part for part in (origin, counts, versions) if part)


def short_title(title: str, source: str) -> str:
    """Return the title of an article, or else its file name or address."""
    if title and title != one_line(source):
        return title
    if source == "-":
        return "standard input"
    name = source if host_of(source) else re.split(r"[/\\]", source.rstrip("/\\"))[-1]
    return one_line(name) or "untitled"
