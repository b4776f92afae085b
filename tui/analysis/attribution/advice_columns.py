"""Advice columns: "DEAR COLD: Wear a hat." is the adviser's, whom the letters address or the byline names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.article.article import Block, BlockKind
from tui.article.spans import Span

_DEAR = re.compile(r"(?:DEAR|Dear)\s(?P<who>[A-Z][\w’'\-]{0,30}(?:\s[A-Z][\w’'\-]{0,30}){0,4})(?P<colon>:)\s")
_BYLINE = re.compile(r"\s*(?:[Bb]y|BY)\s(?P<who>[^\n,|]{2,60})")
_SPEAKING = frozenset({BlockKind.PARAGRAPH, BlockKind.TURN})
_MAX_PARAGRAPHS = 12  # of one answer
_SIGNATURE_DASHES = tuple("—–-―")


@dataclass(frozen=True, slots=True)
class Advice:
    """An answer to a letter: its words (a span a paragraph), the colon of its label, and the adviser's name."""

    content: tuple[Span, ...]
    colon: Span
    name: Span


def find(text: str, blocks: Sequence[Block]) -> Iterator[Advice]:
    """Yield the answers of an advice column; none where nobody says who the adviser is."""
    labels = {
        n: match
        for n, block in enumerate(blocks)
        if block.kind in _SPEAKING and (match := _DEAR.match(text, *block.span)) is not None
    }
    addressed = {match["who"].casefold() for match in labels.values()}
    if not labels:
        return
    first = next(iter(labels.values()))
    # The first letter of a column with answers in it addresses the adviser: DEAR JO: My feet … / DEAR COLD: Wear …
    adviser = Span(*first.span("who")) if len(addressed) > 1 else None
    named = adviser or _byline(text, blocks)
    if named is None:
        return
    letters_to = first["who"].casefold() if adviser is not None else ""
    for n, match in labels.items():
        if match["who"].casefold() == letters_to:
            continue
        content = [Span(match.end(), blocks[n].span.end)]
        for block in blocks[n + 1 : n + _MAX_PARAGRAPHS]:
            if block.kind is not BlockKind.PARAGRAPH or _DEAR.match(text, *block.span) is not None:
                break
            if text[block.span.start] in _SIGNATURE_DASHES:
                break
            content.append(block.span)
        yield Advice(tuple(content), Span(*match.span("colon")), named)


def _byline(text: str, blocks: Sequence[Block]) -> Span | None:
    for block in blocks:
        if block.kind is BlockKind.BYLINE and (match := _BYLINE.match(text, *block.span)) is not None:
            return Span(*match.span("who"))
    return None
