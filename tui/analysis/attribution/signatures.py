"""Signatures after words: "…" — Jane Doe, a name on a line of its own, the author of a tweet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.attribution.label_names import NAME, is_name
from tui.analysis.attribution.quotations import Quotation
from tui.analysis.attribution.trailing_links import end_before_links
from tui.analysis.entities.name_parts import TITLES
from tui.analysis.entities.word_lists import words
from tui.article.article import Block, BlockKind
from tui.article.spans import Span

_HANDLE = r"\(@\w{1,30}\)"
_TWEET = re.compile(
    rf"(?P<dash>[-‐-―]{{1,3}})\s?(?P<name>[^\n()—―]{{1,60}}?)\s?(?P<handle>{_HANDLE})"
    r"(?:,?\s[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4})?"
)
_DASH_NAME = re.compile(
    rf"\s{{0,3}}(?P<dash>[-‐-―~]{{1,3}})\s{{0,2}}(?P<name>{NAME})(?P<more>(?:,\s|\s\(|\svia\s)[^\n]{{1,90}})?[.\s]*\Z"
)
_DASH_ROLE = re.compile(
    rf"\s{{0,3}}(?P<dash>[-‐-―~]{{1,3}})\s{{0,2}}(?:[^\W\d_][\w’'\-]{{0,20}}\s){{0,4}}(?P<role>[a-z][a-z\-]{{1,20}})\s"
    rf"(?P<name>{NAME})(?P<more>(?:,\s|\s\(|\s(?:via|on|to|in|of|from|at|for)\s)[^\n]{{1,60}})?[.\s]*\Z"
)
_ROLES = TITLES | words("people") | words("occupations")
_NAME_BEFORE_MARK = re.compile(rf"(?P<name>{NAME})(?P<more>,\s[^\n]{{1,90}}?)?[.\s]*(?P<mark>[\"”’'])\s*\Z")
_TAG = re.compile(r"\s*<[^<>]{1,300}>\s*")
_QUOTABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE, BlockKind.LIST_ITEM, BlockKind.HEADLINE})
_MAX_WORDS = 14  # words of a line that is only a signature


@dataclass(frozen=True, slots=True)
class Signature:
    """Words and the name after them; `rule` is "after", "below", "unclosed" or "tweet"."""

    rule: str
    content: tuple[Span, ...]
    dash: Span
    name: Span


def find(text: str, blocks: Sequence[Block], quotations: Sequence[Quotation]) -> list[Signature]:
    """Return every signature of an article, in reading order."""
    last: dict[int, Quotation] = {}  # the last quotation of each block
    for quotation in quotations:
        last[quotation.blocks[-1]] = quotation
    first_of_run = 0  # the first block quote of the run that ends before this block
    found: list[Signature] = []
    for index, block in enumerate(blocks):
        if not (index and blocks[index - 1].kind is BlockKind.BLOCK_QUOTE):
            first_of_run = index
        if block.kind.speaks and block.kind is not BlockKind.CAPTION:
            tweets = list(_tweets(text, blocks, index))
            found += tweets
            if tweets:
                continue
        elif block.kind is not BlockKind.SUBHEADING:  # a line that is only a name may be taken for one
            continue
        signed = _after_quotation(text, block, last[index]) if index in last else None
        if signed is None and index:
            signed = _below_quotation(text, blocks, index, last.get(index - 1), first_of_run)
        if signed is not None:
            found.append(signed)
    return found


def _tweets(text: str, blocks: Sequence[Block], index: int) -> Iterator[Signature]:
    block = blocks[index]
    if "(@" not in text[block.span.start : block.span.end]:
        return
    start = block.span.start
    for match in _TWEET.finditer(text, start, block.span.end):
        content = _trim(text, Span(start, match.start()))
        if not any(c.isalnum() for c in content.of(text)) and start == block.span.start and index:
            before = blocks[index - 1]  # the author stands on a line of its own, the words on the one above
            content = _trim(text, before.span) if before.kind in _QUOTABLE else content
        start = match.end()
        if any(c.isalnum() for c in content.of(text)):
            yield Signature(
                "tweet", (content,), Span(*match.span("dash")), Span(match.start("name"), match.end("handle"))
            )


def _trim(text: str, span: Span) -> Span:
    """Return `span` without a tag before it, links after it and white space."""
    start, end = span
    if (tag := _TAG.match(text, start, end)) is not None:
        start = tag.end()
    end = end_before_links(text, max(start, end - 300), end)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _after_quotation(text: str, block: Block, quotation: Quotation) -> Signature | None:
    """Return the signature that ends the block of its quotation: "…" — Jane Doe."""
    if not quotation.closed or block.span.end - quotation.span.end > 160:
        return None
    match = _signed(text, Span(quotation.span.end, block.span.end))
    if match is None or not is_name(match["name"]) or not _fills_block(text, block, quotation):
        return None
    return Signature("after", (quotation.span,), Span(*match.span("dash")), _name_span(match))


def _signed(text: str, span: Span) -> re.Match[str] | None:
    """Match a dash and a name, what its bearer is before it or not: – former Rovers winger Jane Doe on Radio 5."""
    match = _DASH_NAME.match(text, *span)
    if match is None:
        match = _DASH_ROLE.match(text, *span)
        if match is not None and match["role"] not in _ROLES:
            return None
    return match


def _below_quotation(
    text: str, blocks: Sequence[Block], index: int, quotation: Quotation | None, first_of_run: int
) -> Signature | None:
    """Return the signature of a line that is only a name, under a quotation or a run of block quotes."""
    block, before = blocks[index], blocks[index - 1]
    words = block.span.of(text)
    if len(words) > 160 or before.kind not in _QUOTABLE or len(words.split()) > _MAX_WORDS:
        return None
    # “We lost the lot.” / — Lena Marsh, and the same below block quotes without marks
    if (match := _signed(text, block.span)) is not None and is_name(match["name"]):
        dash, name = Span(*match.span("dash")), _name_span(match)
        if quotation is not None and _fills_block(text, before, quotation):
            return Signature("below", (quotation.span,), dash, name)
        if before.kind is BlockKind.BLOCK_QUOTE:
            return Signature("below", (Span(blocks[first_of_run].span.start, before.span.end),), dash, name)
        return None
    # "We lost the lot. / Lena Marsh, farmer." with the closing mark after the name
    match = _NAME_BEFORE_MARK.match(text, *block.span)
    if quotation is None or quotation.closed or match is None or not is_name(match["name"]):
        return None
    return Signature("unclosed", (quotation.span,), Span(*match.span("mark")), _name_span(match))


def _name_span(match: re.Match[str]) -> Span:
    """Return the name without the full stop that ends its line; an initial and "Jr." keep theirs."""
    start, end = match.span("name")
    last = match["name"].split()[-1]
    return Span(start, end - 1) if len(last) > 3 and last.endswith(".") else Span(start, end)


def _fills_block(text: str, block: Block, quotation: Quotation) -> bool:
    """Tell whether the quotation is all that the block holds, a signature aside."""
    lead = text[block.span.start : min(quotation.pieces[-1].start, block.span.start + 20)]
    return quotation.pieces[-1].start - block.span.start <= 12 and not any(c.isalnum() for c in lead)
