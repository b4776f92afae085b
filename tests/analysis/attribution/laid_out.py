"""The layout attributions of small articles."""

from __future__ import annotations

from tui.analysis.attribution import layout_attributions, quotations
from tui.analysis.raw_attribution import RawAttribution
from tui.article.article import Block, BlockKind
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks

BODY = "The chair of the council, Ada Quill, said on Monday that rents would fall. Nobody asked her when."


def found(text: str, *kinds: BlockKind) -> list[RawAttribution]:
    """Return the attributions in lines of these kinds; without any, the blocks are found as in an article."""
    blocks: tuple[Block, ...] = find_blocks(text)
    if kinds:
        spans, at = [], 0
        for line in text.split("\n"):
            spans.append(Span(at, at + len(line)))
            at += len(line) + 1
        blocks = tuple(Block(kind, span) for kind, span in zip(kinds, spans, strict=True))
    return layout_attributions.find(text, blocks, quotations.find(text, blocks))


def said(text: str, *kinds: BlockKind) -> list[tuple[str, str, str]]:
    """Return source, cue and content of each as text; the pieces of a content with … between."""
    return [
        (
            " … ".join(s.of(text) for s in attribution.source),
            " … ".join(s.of(text) for s in attribution.cue),
            " … ".join(s.of(text) for s in attribution.content),
        )
        for attribution in found(text, *kinds)
    ]
