"""What may change in a page while the article stays the same: dates, times, counters, what surrounds the prose."""

from __future__ import annotations

import re

from tui.article.article import BlockKind

FURNITURE_KINDS = frozenset(
    {BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.LINK_LIST, BlockKind.NEWSLETTER, BlockKind.TIMESTAMP}
)
"""Blocks that are never compared."""

_LONGEST = 120  # characters; longer paragraphs are prose
_WORD = re.compile(r"[^\W\d_]+")
_MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
_CLOCK = "am pm a p m s utc gmt bst cet cest est edt et cst cdt ct mst mdt mt pst pdt pt z h st nd rd th"
_TIMES = (
    "first last latest originally published publication created updated update updates modified posted on at of in "
    "the by date time today yesterday ago just now an and since second seconds sec secs minute minutes min mins "
    "hour hours hr hrs day days week weeks month months year years"
)
_COUNTED = (
    "comment comments reply replies share shares shared view views read reads reading reader readers like likes "
    "liked listen watch watching people are this article story k mln bn reaction reactions repost reposts retweet "
    "retweets vote votes save saves word words long total"
)
_FURNITURE = frozenset(f"{_MONTHS} {_DAYS} {_CLOCK} {_TIMES} {_COUNTED}".split())
_TELLING = frozenset(
    "published updated update modified posted created ago comment comments reply replies share shares view views "
    f"read like likes reaction reactions retweets reposts votes {_MONTHS} {_DAYS}".split()
)


def is_furniture(words: str) -> bool:
    """Tell whether a paragraph is only a date, a time or a count: “Updated 3 hours ago”, “12 comments”."""
    if len(words) > _LONGEST:
        return False
    found = _WORD.findall(words.lower())
    if any(word not in _FURNITURE for word in found):
        return False
    has_digits = any(map(str.isdigit, words))
    if has_digits:
        return not found or not _TELLING.isdisjoint(found) or ":" in words
    return "just now" in words.lower() or found in (["updated"], ["published"], ["share"], ["comments"])
