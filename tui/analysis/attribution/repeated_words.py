"""Words that stand in an article twice: a pull quote, or a heading lifted from the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.article.spans import Span

_NO_LETTERS = re.compile(r"[\W_]+")
_MAX_LOOKUPS = 50  # searches of all the words, so that time stays linear


class RepeatedWords:
    """The words of all quotes of an article, in which others are looked up."""

    def __init__(self, text: str, spans: Iterable[Span]) -> None:
        self._text = text
        self._said = "|".join(_letters(span.of(text)) for span in spans)
        self._left = _MAX_LOOKUPS

    def holds(self, span: Span) -> bool:
        """Tell whether the words of `span` are among them, marks and case aside."""
        if not self._left:
            return False
        self._left -= 1
        return _letters(span.of(self._text)) in self._said


def _letters(words: str) -> str:
    return _NO_LETTERS.sub("", words).casefold()
