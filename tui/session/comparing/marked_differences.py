"""What differs between two quotes, word for word, in signs that need no colour.

We ‹will → would› leave the old harbour …          – these words there for those here, and there it ends
"""

from __future__ import annotations

from typing import NamedTuple

from tui.library.comparing.word_alignment import Alignment, Difference

NOTHING = "–"
"""Stands for no words."""
_MOST = 12
"""The most words of a quote's longer end that are shown."""


class MarkedWords(NamedTuple):
    """Words of the other quote, or what differs there with its signs."""

    text: str
    difference: Difference


def marked_words(alignment: Alignment) -> list[MarkedWords]:
    """Return the words of the other quote in order, with what differs marked; they are joined by spaces."""
    out = []
    for part in alignment.parts:
        here = alignment.here.words(part.start, part.end)
        there = alignment.there.words(part.other_start, part.other_end)
        if part.difference is Difference.SAME:
            text = there
        elif part.difference is Difference.LONGER:
            text = _longer(there, first=not part.other_start) if there else "…"
        else:
            text = f"‹{here or NOTHING} → {there or NOTHING}›"
        out.append(MarkedWords(text, part.difference))
    return out


def marked_line(alignment: Alignment) -> str:
    """Return `marked_words` as one line of text."""
    return " ".join(words.text for words in marked_words(alignment))


def _longer(words: str, *, first: bool) -> str:
    """Return the end of a quote that goes on, cut to what stands beside the shared words."""
    parts = words.split()
    if len(parts) <= _MOST:
        return words
    return " ".join(["…", *parts[-_MOST:]] if first else [*parts[:_MOST], "…"])
