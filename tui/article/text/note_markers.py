"""Markers of notes among the words of a plain text: "no money[1] left", "the lynx's [14]keeper"."""

from __future__ import annotations

import re

from tui.article.spans import Span
from tui.article.text_markup import Markup

_NUMBER = r"\[[1-9]\d{0,2}\]"
_MARKERS = re.compile(
    rf"(?<=[^\W\d_])(?:{_NUMBER}){{1,4}}(?![\w(\[]|\s?=)"
    rf"|(?<=[.,;:!?”’\"'])(?:{_NUMBER}){{1,4}}(?![\w(\[])"
    rf"|(?<![\w\])\[]){_NUMBER}(?=[^\W\d_])"
)
_ONE = re.compile(_NUMBER)
_FROM_ZERO = re.compile(r"\w\[0\]")  # a programmer counts from nought: rows[0], rows[1]


def find_note_markers(text: str) -> list[Markup]:
    """Return the numbers in brackets that touch a word of the text, which are not shown; those in a list stay.

    A single one is a marker only where it is the first: "said[1]". "[12] people" has a space and stays words.
    """
    found = list(_MARKERS.finditer(text))
    numbers = {number for match in found for number in _ONE.findall(match.group())}
    if not numbers or (numbers != {"[1]"} and len(numbers) < 2) or _FROM_ZERO.search(text):
        return []
    return [Markup(Span(*match.span())) for match in found]
