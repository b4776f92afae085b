"""Sentences with a telling word exchanged, in articles that tell of one occasion.

“We will never close the school” and “We will never close the hospital” may be two sentences built alike: words
alone decide nothing. Where two articles share another quote, name the same speaker, and neither has both sentences,
one of the two is likely misquoted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import TypeVar

from tui.library.comparing.compared_quote import ComparedQuote
from tui.library.comparing.compared_words import ComparedWords
from tui.library.comparing.word_alignment import Alignment, Difference, align
from tui.library.same_words_index import article_quotes

_MOST_ARTICLES = 20
"""The most articles that share a quote in which the others are looked for, the newest first."""
_SHARE = 2 / 3  # of the longer quote
_MOST_EXCHANGED = 2  # words in one place
_FEWEST_SHARED = 4  # words of a short quote that has another word elsewhere

_Key = TypeVar("_Key")


def find_misquoted(
    db: sqlite3.Connection, quotes: Mapping[_Key, ComparedQuote], articles: set[int]
) -> dict[_Key, dict[int, Alignment]]:
    """Return the quotes of `articles`, by their ids, that may be one of `quotes` with another word.

    `quotes` are all quotes of one article; each of `articles` shares one with it.
    """
    own = {quote.words.keys for quote in quotes.values()}
    found: dict[_Key, dict[int, Alignment]] = {}
    for article in sorted(articles, reverse=True)[:_MOST_ARTICLES]:
        theirs = article_quotes(db, article)
        there = {words.keys for _, words in theirs}
        for number, words in theirs:
            for key, quote in quotes.items():
                if (
                    words.keys not in own
                    and quote.words.keys not in there
                    and _may_be_misquoted(quote.words, words)
                    and _is_misquoted(alignment := align(quote.words, words))
                    and quote.has_speaker_of(_with_speaker(db, number, alignment))
                ):
                    found.setdefault(key, {})[number] = alignment
    return found


def _may_be_misquoted(here: ComparedWords, there: ComparedWords) -> bool:
    """Tell quickly whether `_is_misquoted` may be true of two quotes."""
    one, other = here.keys, there.keys
    # One word at least stands for another, and of four that are shared two stand on one side of them.
    return abs(len(one) - len(other)) < _MOST_EXCHANGED and (one[:2] == other[:2] or one[-2:] == other[-2:])


def _is_misquoted(alignment: Alignment) -> bool:
    """Tell whether all but a word or two in one place is shared, and those are exchanged in quotation marks."""
    longer = max(len(alignment.here.keys), len(alignment.there.keys))
    changed = [part for part in alignment.parts if part.difference is not Difference.SAME]
    return (
        len(changed) == 1
        and changed[0].difference is Difference.CHANGED
        and changed[0].quoted
        and all(
            0 < words <= _MOST_EXCHANGED
            for words in (
                changed[0].end - changed[0].start,
                changed[0].other_end - changed[0].other_start,
            )
        )
        and alignment.shared >= max(_FEWEST_SHARED, _SHARE * longer)
    )


def _with_speaker(db: sqlite3.Connection, number: int, alignment: Alignment) -> ComparedQuote:
    row = db.execute(
        "SELECT a.name, a.person FROM quotes q JOIN appearances a ON a.id = q.appearance WHERE q.id = ?",
        (number,),
    ).fetchone()
    return ComparedQuote(alignment.there, *(row or (None, None)))
