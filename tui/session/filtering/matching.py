"""Tell whether a value of a query matches: a word in a text, or a comparison with a certainty."""

from __future__ import annotations

import operator
from collections.abc import Callable

from tui.session.filtering.query import Comparison, Word

_OPERATORS: dict[str, Callable[[float, float], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "=": lambda a, b: abs(a - b) < 0.005,
}


def compare(asked: Comparison, certainty: float) -> bool:
    """Tell whether `certainty` satisfies the comparison."""
    return _OPERATORS[asked.operator](certainty, asked.number)


def holds(word: Word, text: str) -> bool:
    """Tell whether the folded `text` contains `word`, with the word boundaries that it asks for.

    A boundary counts only next to a letter or digit of the word: "U.S." ends with its full stop anyway.
    """
    at = text.find(word.text)
    if at < 0 or not (word.starts or word.ends):
        return at >= 0
    before = word.starts and word.text[0].isalnum()
    after = word.ends and word.text[-1].isalnum()
    while at >= 0:
        end = at + len(word.text)
        if not (before and text[at - 1 : at].isalnum()) and not (after and text[end : end + 1].isalnum()):
            return True
        at = text.find(word.text, at + 1)
    return False
