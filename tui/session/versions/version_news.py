"""The message that an article has changed since it was last read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.article.article import Article
from tui.article.compared_text import compared
from tui.session.reading.dates import local_time, short_date
from tui.session.reading.plurals import pluralise
from tui.session.versions.changes_export import summary
from tui.session.versions.quote_changes import compare_quotes
from tui.session.versions.sequence_alignment import go_on
from tui.session.versions.text_changes import TextChanges, compare

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.library.library import Library


def news(
    old: Article,
    old_analysis: Analysis | None,
    new: Article,
    new_analysis: Analysis | None,
    *,
    since: str | None = None,
    library: Library | None = None,
    check: Callable[[], None] = go_on,
) -> str:
    """Return “Changed since 3 Dec: 1 quote changed, 2 new, 1 gone; title changed.”; "" if nothing changed.

    `since` is when `old` was read last, in UTC. Quotes are counted if both analyses are complete. `library` tells
    which clippings of `old` have words that are gone. What `check` raises ends the comparison.
    """
    changes = compare(old, new, check)
    quotes = None
    if (
        old_analysis is not None
        and new_analysis is not None
        and old_analysis.complete
        and new_analysis.complete
    ):
        quotes = compare_quotes(old, old_analysis, new, new_analysis, check)
    what = summary(changes, quotes)
    if not what:
        return ""
    when = short_date(since, local_time())
    lost = clippings_gone(library, old, new) if library is not None else 0
    clippings = f" The words of {pluralise(lost, 'clipping')} are gone; M keeps them." if lost else ""
    return f"Changed{f' since {when}' if when else ''}: {what}.{clippings} V shows versions."


def last_read(library: Library, article: Article) -> str | None:
    """Return when this text was last read from its source, in UTC; None if not known."""
    from tui.library.content_keys import text_hash
    from tui.library.correction_store import origin
    from tui.library.source_versions import versions_of

    where, hashed = origin(article), text_hash(article.text)
    found = versions_of(library, where, 100) if where is not None else []
    return next((each.last for each in reversed(found) if each.text_hash == hashed), None)


def clippings_gone(library: Library, old: Article, new: Article) -> int:
    """Return the number of clippings made in `old` whose words no longer stand in `new`."""
    from tui.library.clippings import Clippings

    there = compared(new.text)
    made = Clippings(library).of(old.text)
    return sum(
        any(compared(span.of(old.text)) not in there for span in each.content if span.end <= len(old.text))
        for each in made
    )


def moved_position(changes: TextChanges, offset: int) -> int:
    """Return the place in the new text that corresponds to `offset` in the old one."""
    pairs = [
        (each.old, each.new) for each in changes.paragraphs if each.old is not None and each.new is not None
    ]
    if not pairs or offset <= 0:
        return 0
    at = max(0, bisect_right(pairs, offset, key=lambda pair: pair[0].start) - 1)
    before, after = pairs[at]
    return min(after.start + max(0, offset - before.start), after.end)
