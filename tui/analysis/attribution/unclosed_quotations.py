"""Quotations whose closing mark does not come: re-opened within a paragraph, or no quotations at all."""

from __future__ import annotations

import re

from tui.analysis.attribution.quotation_marks import QuotationMark

_LONGEST_PARAGRAPH = 400  # characters of a speech without its closing mark
_SENTENCE_ENDS = (".", "?", "!", "…")
_NARRATOR = re.compile(r"[,?!] (?:[^\s,.;:]{1,30} ){1,4}(?:said|says|told|added|adds)\b")
_BEFORE_A_WORD = frozenset(
    "a an the this his her its their our of by with in for as called so-called".split()
)


def is_reopened(text: str, first: QuotationMark, mark: QuotationMark) -> bool:
    """Tell whether a mark re-opens a quotation: “We sail at six. “Nobody stays,” she said.

    So it does where two paragraphs of a speech have run together, and not where the narrator speaks in between,
    for then a closing mark was forgotten: “We sail, she said. “Nobody stays,” he said.
    """
    if mark.start - first.end >= _LONGEST_PARAGRAPH:
        return False  # looked at first: of a text full of opening marks each piece would be copied
    between = text[first.end : mark.start]
    return between.rstrip().endswith(_SENTENCE_ENDS) and not _NARRATOR.search(between)


def is_scare_mark(text: str, start: int, mark: QuotationMark) -> bool:
    """Tell whether a mark sets off a word of the narrator's: a “mark that never closes. Nothing runs on from it."""
    before = text[max(start, mark.start - 12) : mark.start].split()
    return bool(before) and before[-1] in _BEFORE_A_WORD and text[mark.end : mark.end + 1].islower()
