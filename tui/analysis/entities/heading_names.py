"""Names in subheadings, which are not parsed: those that the sentences of the article hold are found there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tui.analysis.entities.name_parts import Key, key
from tui.article.article import Article, BlockKind
from tui.article.spans import Span

_WORD = re.compile(r"[^\W_](?:[\w.&-]|[’'](?=[^\W\d_]{2}))*")
_MOST_WORDS = 7  # of a name that is looked up


def names_in_headings(article: Article, names: Mapping[Key, int]) -> list[tuple[int, Span]]:
    """Return the places in subheadings where `names` stand, each with the value of its name, the longest first.

    Words must be capitalised as in a name: "may" in "what may come next" is not May.
    """
    if not names:
        return []
    most = min(_MOST_WORDS, max(map(len, names)))
    out: list[tuple[int, Span]] = []
    for block in article.blocks:
        if block.kind is not BlockKind.SUBHEADING:
            continue
        found = [m.span() for m in _WORD.finditer(article.text, *block.span)]
        at = 0
        while at < len(found):
            at += _match(article.text, found[at : at + most], names, out)
    return out


def _match(
    text: str, found: list[tuple[int, int]], names: Mapping[Key, int], out: list[tuple[int, Span]]
) -> int:
    """Append the longest name that begins with the first word, and return how many words to go on by."""
    begin = found[0][0]
    if not text[begin].isupper():
        return 1
    for size in range(len(found), 0, -1):
        end = found[size - 1][1]
        if text[end - 1] == "." and "." not in text[found[size - 1][0] : end - 1]:
            end -= 1
        number = names.get(key(text[begin:end]))
        if number is not None and text[found[size - 1][0]].isupper():
            out.append((number, Span(begin, end)))
            return size
    return 1
