"""Dates of publication in short forms."""

from __future__ import annotations

from datetime import UTC, datetime

from tui.article.article import Article
from tui.article.sanitising import one_line

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()


def short_date(published: str | None, now: datetime) -> str:
    """Return a short date: “14:05” for today, “Sat 21 Nov”, “21 Nov 2024”; "" if it is unknown.

    `published` is ISO 8601; times are given in the time zone of `now`.
    """
    if not published:
        return ""
    try:
        when = datetime.fromisoformat(published)
    except ValueError:
        return one_line(published)[:16]
    day_only = len(published.strip()) <= 10
    if not day_only:
        when = when.astimezone(now.tzinfo) if when.tzinfo else when.replace(tzinfo=now.tzinfo)
    if when.date() == now.date() and not day_only:
        return f"{when:%H:%M}"
    day = f"{when.day} {_MONTHS[when.month - 1]}"
    if abs((now.date() - when.date()).days) < 180:
        return f"{_DAYS[when.weekday()]} {day}"
    return f"{day} {when.year}"


def long_date(published: str | None) -> str:
    """Return the date in the publisher's time zone: “21 Nov 2024”, “21 Nov 2024, 14:05”; "" if unknown.

    `published` is ISO 8601; anything else is returned on one line.
    """
    if not published:
        return ""
    try:
        when = datetime.fromisoformat(published)
    except ValueError:
        return one_line(published)
    day = f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
    return day if len(published.strip()) <= 10 else f"{day}, {when:%H:%M}"


def local_time() -> datetime:
    """Return the present time in this machine's time zone."""
    return datetime.now(UTC).astimezone()


def site_and_date(article: Article, now: datetime) -> str:
    """Return where and when an article was published, if known: “Example News · Mon 12 May”."""
    site = one_line(article.site or "")
    return " · ".join(part for part in (site[:40], short_date(article.published, now)) if part)
