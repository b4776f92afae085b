"""The blocks of a Markdown text: CommonMark's block structure, as far as a reader of news needs it.

The text stays as it is, marks and all; only what its parts are is told.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from tui.article.article import Block, BlockKind, Link
from tui.article.spans import Span
from tui.article.text.blocks import Unit, mark_beside, mark_turns
from tui.article.web.addresses import safe_link

_SUFFIXES = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mdwn"})
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+\S|\Z)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*\Z")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+\S")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_DEFINITION = re.compile(r" {0,3}\[[^\]]{1,200}\]:[ \t]*\S")
_IMAGE = re.compile(r"!\[[^\]]{0,500}\]\([^)]{0,2000}\)[ \t]*\Z")
_INLINE_LINK = re.compile(
    r"(?<!!)\[([^\[\]\n]{1,300})\]\(\s*<?([^\s()<>]{1,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?)>?"
    r"(?:\s+[\"'(][^\n]{0,300}?[\"')])?\s*\)"
)
_BARE_LINK = re.compile(r"<(https?://[^\s<>]{1,2000})>")
_SAMPLE = 50_000  # characters


def is_markdown(source: str, text: str) -> bool:
    """Whether a text is Markdown: by the ending of its name, else by headings and links in it."""
    if PurePath(source).suffix.lower() in _SUFFIXES:
        return True
    sample = text[:_SAMPLE]
    headings = len(re.findall(r"^#{1,6} \S", sample, re.MULTILINE))
    if headings >= 3:
        return True
    return headings >= 1 and (_INLINE_LINK.search(sample) is not None or "\n```" in sample)


def find_blocks(text: str, start: int = 0) -> tuple[Block, ...]:
    """The blocks of `text` from `start` on, in reading order; they hold every character that is not white space."""
    units, kinds = _gather(text, start)
    mark_beside(units, kinds)
    mark_turns(units, kinds)
    return tuple(Block(kind, unit.span) for unit, kind in zip(units, kinds, strict=True))


def find_links(text: str, base: str | None = None) -> tuple[Link, ...]:
    """The inline links of `text` with the words that are links, in reading order."""
    found = [(match.span(1), match[2]) for match in _INLINE_LINK.finditer(text)]
    found += [(match.span(1), match[1]) for match in _BARE_LINK.finditer(text)]
    return tuple(
        Link(Span(*span), address)
        for span, href in sorted(found)
        if (address := safe_link(base, href)) is not None
    )


def _gather(text: str, start: int) -> tuple[list[Unit], list[BlockKind]]:
    units: list[Unit] = []
    kinds: list[BlockKind] = []
    headline = False
    gap = True  # whether a blank line, or something that ends a paragraph, comes before
    fence = ""
    at = start
    while at < len(text):
        match = _LINE.match(text, at)
        end = match.end() if match else len(text)
        line = text[at:end].rstrip()
        begin, at = at + len(line) - len(line.lstrip()), end
        if not line.strip():
            gap = True
            continue
        span = Span(begin, begin + len(line.strip()))
        going_on = not gap and bool(units)
        gap = False
        if fence:
            _widen(text, units, span)
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence, gap = "", True
            continue
        if (fenced := _FENCE.match(line)) is not None:
            fence = fenced[1]
            _add(text, units, kinds, span, BlockKind.PARAGRAPH)
        elif (heading := _HEADING.match(line)) is not None:
            first = not headline and len(heading[1]) == 1
            headline = headline or first
            _add(text, units, kinds, span, BlockKind.HEADLINE if first else BlockKind.SUBHEADING)
            gap = True
        elif going_on and kinds[-1] is BlockKind.PARAGRAPH and _UNDERLINE.match(line):
            first = not headline and line.strip()[0] == "="
            headline = headline or first
            _widen(text, units, span)
            kinds[-1] = BlockKind.HEADLINE if first else BlockKind.SUBHEADING
            gap = True
        elif _RULE.match(line):
            _add(text, units, kinds, span, BlockKind.SUBHEADING)
            gap = True
        elif line.lstrip().startswith(">"):
            if going_on and kinds[-1] is BlockKind.BLOCK_QUOTE and line.strip(" >\t"):
                _widen(text, units, span)
            else:
                _add(text, units, kinds, span, BlockKind.BLOCK_QUOTE)
                gap = not line.strip(" >\t")
        elif _ITEM.match(line):
            _add(text, units, kinds, span, BlockKind.LIST_ITEM)
        elif _DEFINITION.match(line):
            _add(text, units, kinds, span, BlockKind.LINK_LIST)
        elif _IMAGE.match(line.strip()):
            _add(text, units, kinds, span, BlockKind.CAPTION)
            gap = True
        elif going_on and kinds[-1] not in (BlockKind.LINK_LIST,):
            _widen(text, units, span)
        else:
            _add(text, units, kinds, span, BlockKind.PARAGRAPH)
    return units, kinds


def _add(text: str, units: list[Unit], kinds: list[BlockKind], span: Span, kind: BlockKind) -> None:
    units.append(Unit(span, span.of(text), 0, 1, True))
    kinds.append(kind)


def _widen(text: str, units: list[Unit], span: Span) -> None:
    last = units[-1]
    whole = Span(last.span.start, span.end)
    units[-1] = Unit(whole, whole.of(text), 0, last.lines + 1, True)


def without_marks(text: str) -> str:
    """A title or name without emphasis, code and link marks."""
    text = _INLINE_LINK.sub(r"\1", text)
    return re.sub(r"(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
