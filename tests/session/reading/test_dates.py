"""When something was published, in words and in few of them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from tui.article.article import Article
from tui.session.reading.dates import long_date, short_date, site_and_date

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2024-11-21", "21 Nov 2024"),
        ("2024-11-01T09:05:07+02:00", "1 Nov 2024, 09:05"),
        ("2024-11-01T09:05:00Z", "1 Nov 2024, 09:05"),
        ("soon\nafter", "soon after"),
        ("", ""),
        (None, ""),
    ],
)
def test_in_words(published: str | None, words: str) -> None:
    assert long_date(published) == words


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2026-11-23T08:05:00+00:00", "09:05"),
        ("2026-11-22T23:30:00+00:00", "00:30"),
        ("2026-11-23", "Mon 23 Nov"),
        ("2026-11-21T09:00:00", "Sat 21 Nov"),
        ("2019-01-02T00:00:00Z", "2 Jan 2019"),
        ("2026-12-01", "Tue 1 Dec"),
        ("yesterday\x1b[2J, or so they say", "yesterday␛[2J, o"),
        ("", ""),
        (None, ""),
    ],
)
def test_dates_are_short(published: str | None, shown: str) -> None:
    assert short_date(published, NOW) == shown


def test_where_and_when() -> None:
    article = Article("x", "a", site="Example\u202e News", published="2019-01-02")
    assert site_and_date(article, NOW) == "Example News · 2 Jan 2019"
    assert site_and_date(Article("x", "a"), NOW) == ""
