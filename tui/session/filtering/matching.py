"""Whether what a query asks for is there: a word in a text, a number as large as it says."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable

from tui.session.filtering.query import Comparison, Word

_COMPARE: dict[str, Callable[[float, float], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "=": lambda a, b: abs(a - b) < 0.005,
}


def compares(asked: Comparison, numbers: Iterable[float]) -> list[bool]:
    """For each of the numbers whether it is as large as is asked."""
    compare, wanted = _COMPARE[asked.operator], asked.number
    return [compare(number, wanted) for number in numbers]


def holders(word: Word, texts: Iterable[str]) -> list[bool]:
    """For each of the folded `texts` whether `word` is in it."""
    wanted = word.text
    if not (word.starts or word.ends):
        return [wanted in text for text in texts]
    return [wanted in text and _stands_alone(word, text) for text in texts]


def _stands_alone(word: Word, text: str) -> bool:
    """Whether `word` is in `text` with the borders it asks for.

    A border is only asked for beside a letter or digit of the word: the end of "U.S." is its full stop.
    """
    before = word.starts and word.text[0].isalnum()
    after = word.ends and word.text[-1].isalnum()
    at = text.find(word.text)
    while at >= 0:
        end = at + len(word.text)
        if not (before and text[at - 1 : at].isalnum()) and not (after and text[end : end + 1].isalnum()):
            return True
        at = text.find(word.text, at + 1)
    return False
