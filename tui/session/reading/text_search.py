"""Searches the article's whole text, not only its quotes, while words are typed.

A pattern is made of the words and run over the text itself. Nothing is folded beforehand, so that a novel can be
searched as soon as it is open, and every match is a span of the text. For a rare word the longest take a second:
who has keys to answer meanwhile looks through them piece by piece.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from tui.article.characters import ZERO_WIDTH
from tui.article.folding import LIKE, fold
from tui.article.spans import Span
from tui.article.text_markup import Markup, ShownText

MAX_MATCHES = 10_000
LONGEST = 200
"""Characters of what is sought that are looked for: a page pasted into the line finds where it begins."""
_OVERLAP = (
    10_000  # characters for which a match may go on after a piece: it ends with white space and accents
)
_UNSEEN = f"\u0300-\u036f{ZERO_WIDTH}"  # accents of their own, and what nobody sees
_ACCENTED = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))


class TextSearch:
    """The matches of some words in a text, one of which is current."""

    def __init__(self, text: str, words: str, markup: Sequence[Markup] = ()) -> None:
        """Search `text` without its markup."""
        self.words = words
        self._text = ShownText(text, markup)
        wanted = fold(words[: 4 * LONGEST]).strip()[:LONGEST].rstrip()
        self._pattern = _pattern(wanted) if wanted else None
        self._looked_at = 0  # characters of what is shown
        self._places: list[Span] = []
        self._starts: list[int] = []
        self.at: int | None = None
        """The index of the current match."""

    def look_through(self, most: int) -> bool:
        """Look through the next `most` characters; tell whether there is anything left to look through."""
        text = self._text.text
        if self._pattern is None or self._looked_at >= len(text):
            return False
        until = self._looked_at + most
        for found in self._pattern.finditer(text, self._looked_at, until + _OVERLAP):
            if found.start() >= until:
                break
            place = self._text.span_in_text(Span(found.start(), found.end()))
            self._places.append(place)
            self._starts.append(place.start)
            until = max(until, found.end())
            if len(self._places) == MAX_MATCHES:
                until = len(text)
                break
        self._looked_at = until
        return until < len(text)

    @property
    def places(self) -> list[Span]:
        """All matches in reading order, at most MAX_MATCHES."""
        while self.look_through(len(self._text.text)):
            pass
        return self._places

    def begin(self, offset: int) -> Span | None:
        """Go to the first match at or after `offset`, else to the very first; return None if there is none."""
        if not self.places:
            return None
        self.at = bisect_left(self._starts, offset) % len(self.places)
        return self.place

    def step(self, direction: int) -> Span | None:
        """Go to the next match (1) or the one before (-1), from the last one back to the first."""
        if self.at is None:
            return None
        self.at = (self.at + direction) % len(self.places)
        return self.place

    @property
    def place(self) -> Span | None:
        """The current match."""
        return None if self.at is None else self.places[self.at]

    def near(self, around: Span | None) -> Iterator[Span]:
        """Yield the matches that begin inside `around`, or all of them without it."""
        if around is None:
            yield from self.places
        else:
            first = bisect_left(self._starts, around.start)
            yield from self.places[first : bisect_right(self._starts, around.end)]

    @property
    def counted(self) -> str:
        """Which of how many matches is the current one, in words."""
        if not fold(self.words).strip():
            return ""
        if self.at is None:
            return "not in this article"
        more = " or more" if len(self.places) == MAX_MATCHES else ""
        return f"{self.at + 1} of {len(self.places)}{more}"


def _pattern(folded: str) -> re.Pattern[str]:
    """Return a pattern for every text that folds to `folded`, except for letters that fold to several."""
    parts = []
    for letter in folded:
        if letter == " ":
            parts.append(rf"\s[\s{_UNSEEN}]*")
        else:
            alike = letter + LIKE[letter] if letter in LIKE else _letters().get(letter) or letter
            parts.append(f"[{re.escape(alike)}][{_UNSEEN}]*")
    return re.compile("".join(parts), re.IGNORECASE)


@cache
def _letters() -> dict[str, str]:
    """Return the letters that fold to each plain letter."""
    alike: dict[str, str] = {}
    for code in _ACCENTED:
        plain = fold(chr(code))
        if len(plain) == 1 and plain != chr(code):
            alike[plain] = alike.get(plain, plain) + chr(code)
    return alike
