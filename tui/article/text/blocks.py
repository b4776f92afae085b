"""The blocks of a text: which stretches are paragraphs, which headings, links, captions …"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.article.article import Block, BlockKind
from tui.article.spans import Span
from tui.article.text import headings, text_boilerplate
from tui.article.text.lines import SourceLine, begins_item, paragraphs
from tui.article.text.time_codes import code_lengths
from tui.article.text.transcript_turns import turns_in
from tui.article.text_markup import Markup, shown_in

_CLOSING_MARK = re.compile('[”"]')
_LONGEST_TITLE = 1000  # characters; a heading of more names nothing
_TOP = 8  # blocks from the top among which a byline and a date are looked for
_LINKS_AT_MOST = 12


class Facts(NamedTuple):
    """What an article says of itself in its first lines; None if it does not."""

    title: str | None = None
    byline: str | None = None
    published: str | None = None


def find_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of `text` in reading order.

    They do not overlap, begin and end with a character that is not white space, and hold every such
    character. A paragraph is a line, or several where the text is wrapped by hand. Takes time linear in the
    length of `text`: about half a second for a million words.
    """
    units = [_unit(text, lines) for lines in paragraphs(text)]
    if not units:
        return ()
    units, times = _without_time_codes(units)
    kinds = [BlockKind.PARAGRAPH] * len(units)
    _mark_one_by_one(units, kinds)
    mark_turns(units, kinds)
    _mark_top(units, kinds)
    _mark_times(units, kinds)
    _mark_subheadings(units, kinds)
    blocks: list[Block] = []
    i = 0
    while i < len(units):
        last = i + units[i].holds
        if i in times:
            blocks.append(Block(BlockKind.TIMESTAMP, times[i]))
        blocks.append(Block(kinds[i], Span(units[i].span.start, units[last].span.end)))
        i = last + 1
    return tuple(blocks)


def facts(text: str, blocks: Sequence[Block], markup: Sequence[Markup] = ()) -> Facts:
    """Return title, byline and date (YYYY-MM-DD) if the first lines, as they are shown, give them."""
    title = byline = published = None
    for block in blocks[:_TOP]:
        words = shown_in(text, markup, block.span)
        if block.kind is BlockKind.HEADLINE and len(words) <= _LONGEST_TITLE:
            title = headings.without_marks(" ".join(words.split()))
        elif block.kind is BlockKind.BYLINE and byline is None:
            byline = text_boilerplate.byline_names(words) or words
            published = published or text_boilerplate.date_in(words)
        elif block.kind is BlockKind.DATELINE and published is None:
            published = text_boilerplate.date_in(words)
    return Facts(title, byline, published)


class Unit:
    """A line, or a paragraph that was wrapped by hand.

    `gap` is whether a blank line comes before it, `holds` how many of the units after it are part of its block.
    """

    __slots__ = ("gap", "holds", "indent", "lines", "span", "text")

    def __init__(self, span: Span, text: str, indent: int, lines: int, gap: bool) -> None:
        self.span = span
        self.text = text
        self.indent = indent
        self.lines = lines
        self.gap = gap
        self.holds = 0


def _unit(text: str, lines: Sequence[SourceLine]) -> Unit:
    span = Span(lines[0].span.start, lines[-1].span.end)
    return Unit(span, span.of(text), min(line.indent for line in lines), len(lines), lines[0].gap)


def _without_time_codes(units: list[Unit]) -> tuple[list[Unit], dict[int, Span]]:
    """Return the units of a transcript without the time codes that they begin with, and those by unit."""
    found = code_lengths([unit.text for unit in units])
    if found is None:
        return units, {}
    out: list[Unit] = []
    times: dict[int, Span] = {}
    for unit, (end, words) in zip(units, found, strict=True):
        start = unit.span.start
        if end and words < len(unit.text):
            times[len(out)] = Span(start, start + end)
            unit = Unit(
                Span(start + words, unit.span.end), unit.text[words:], unit.indent, unit.lines, unit.gap
            )
        out.append(unit)
    return out, times


def _mark_one_by_one(units: Sequence[Unit], kinds: list[BlockKind]) -> None:
    """Mark what a unit shows by itself or with its neighbours, in one pass; what needs counts comes after."""
    set_in = sum(unit.indent >= 4 for unit in units)
    quotes_are_set_in = set_in <= 0.3 * len(units)  # where nearly all is set in, it means nothing
    i = 0
    while i < len(units):
        unit = units[i]
        held = _links_after(units, i)
        if held is not None:
            unit.holds = held
            kinds[i : i + 1 + held] = [BlockKind.LINK_LIST] * (1 + held)
            i += 1 + held
            continue
        kinds[i] = _kind_by_itself(unit)
        if kinds[i] is BlockKind.PARAGRAPH:
            above = units[i - 1] if i else None
            if above is not None and kinds[i - 1] is BlockKind.CAPTION and above.text[-1] == ",":
                kinds[i] = BlockKind.CAPTION  # "Image caption," and the words on the next line
            elif unit.indent >= 4 and quotes_are_set_in and unit.gap and headings.is_full(unit.text):
                kinds[i] = BlockKind.BLOCK_QUOTE
            elif above is not None and kinds[i - 1] in _POSTED and text_boilerplate.is_author_line(unit.text):
                kinds[i] = BlockKind.EMBED  # a post, and "— Ann Lee (@ann) May 1" under it
                if above.text[0] not in '“"' or _CLOSING_MARK.search(above.text, 1):
                    kinds[i - 1] = BlockKind.EMBED
                    above.holds = 1
        i += 1


def _kind_by_itself(unit: Unit) -> BlockKind:
    """Return the kind that the words of a unit show, PARAGRAPH where they show none."""
    text = unit.text
    if headings.is_ornament(text):  # "* * *"
        return BlockKind.SUBHEADING
    if text[0] == ">":
        return BlockKind.BLOCK_QUOTE
    if begins_item(text):  # "- Bread"
        return BlockKind.LIST_ITEM
    if text_boilerplate.is_dateline(text):  # "Published 3 hours ago"
        return BlockKind.DATELINE
    if text_boilerplate.is_caption(text):  # "Photo: Ann Lee"
        return BlockKind.CAPTION
    if text_boilerplate.is_newsletter(text) or text_boilerplate.is_advert(
        text
    ):  # "Sign up to our newsletter"
        return BlockKind.NEWSLETTER
    return BlockKind.PARAGRAPH


def _links_after(units: Sequence[Unit], i: int) -> int | None:
    """Return how many units after unit `i` are links of the list that begins with it; None if none begins."""
    first = units[i]
    held = 0
    if text_boilerplate.heads_links(first.text):  # "Read more:", with short lines under it
        for unit in units[i + 1 : i + 1 + _LINKS_AT_MOST]:
            # Where the first link follows without a blank line, a blank line ends the list.
            if not text_boilerplate.may_be_link(unit.text) or (held and unit.gap and not units[i + 1].gap):
                break
            held += 1
        return held if held or first.text[-1] == ":" else None
    if not text_boilerplate.is_link(first.text):
        return None
    while i + held + 1 < len(units) and text_boilerplate.is_link(units[i + held + 1].text):
        held += 1
    return held


def _mark_times(units: Sequence[Unit], kinds: list[BlockKind]) -> None:
    """Mark the times of a live blog's entries: short date lines, two and more, each over something."""
    prose = next(
        (i for i, unit in enumerate(units) if kinds[i] in _PROSE and headings.is_full(unit.text)), len(units)
    )
    times = [
        i
        for i in range(prose, len(units) - 1)
        if kinds[i] is BlockKind.DATELINE
        and kinds[i + 1] is not BlockKind.DATELINE
        and text_boilerplate.is_time(units[i].text)
    ]
    if len(times) > 1:
        for i in times:
            kinds[i] = BlockKind.TIMESTAMP


def mark_beside(units: Sequence[Unit], kinds: list[BlockKind]) -> None:
    """Mark what stands beside prose, of blocks whose bounds are known: headline, byline, date lines, captions,
    lists of links."""
    for i, unit in enumerate(units):
        if kinds[i] is not BlockKind.PARAGRAPH:
            continue
        if text_boilerplate.is_dateline(unit.text):
            kinds[i] = BlockKind.DATELINE
        elif text_boilerplate.is_caption(unit.text):
            kinds[i] = BlockKind.CAPTION
        elif text_boilerplate.is_newsletter(unit.text) or text_boilerplate.is_advert(unit.text):
            kinds[i] = BlockKind.NEWSLETTER
        elif text_boilerplate.is_link(unit.text) or text_boilerplate.heads_links(unit.text):
            kinds[i] = BlockKind.LINK_LIST
    known = next((i for i, kind in enumerate(kinds) if kind is BlockKind.HEADLINE), None)
    _mark_top(units, kinds)
    _mark_times(units, kinds)
    if known is not None:  # what says of itself that it is the headline is it, whatever comes before
        kinds[:known] = [BlockKind.PARAGRAPH if k is BlockKind.HEADLINE else k for k in kinds[:known]]


def mark_turns(units: Sequence[Unit], kinds: list[BlockKind]) -> None:
    """Mark the turns of a transcript: paragraphs that begin with a label, where the text has several."""
    paragraphs = {i: unit.text for i, unit in enumerate(units) if kinds[i] is BlockKind.PARAGRAPH}
    for i in turns_in(paragraphs):
        kinds[i] = BlockKind.TURN


def _mark_top(units: Sequence[Unit], kinds: list[BlockKind]) -> None:
    """Mark the headline and the byline."""
    for i in {*range(min(_TOP, len(units))), *range(max(0, len(units) - 3), len(units))}:
        if kinds[i] is not BlockKind.PARAGRAPH:
            continue
        text = units[i].text
        if text_boilerplate.byline_names(text) is not None:
            kinds[i] = BlockKind.BYLINE
        elif (
            0 < i < _TOP
            and i + 1 < len(units)
            and text_boilerplate.is_name_over_role(text, units[i + 1].text)
        ):
            kinds[i] = kinds[i + 1] = BlockKind.BYLINE
        elif i < _TOP and text.casefold() in ("published", "updated", "last updated"):
            kinds[i] = BlockKind.DATELINE
    before = {BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.CAPTION, BlockKind.LINK_LIST}
    first = next((i for i, kind in enumerate(kinds[:3]) if kind not in before), None)
    if first is None or kinds[first] is not BlockKind.PARAGRAPH:
        return
    below = [units[i].text for i in range(first + 1, min(first + 1 + _TOP, len(units))) if kinds[i] in _PROSE]
    lead, longest = (max(texts, key=len, default="") for texts in (below[:3], below))
    signed = kinds[first + 1 : first + 2] in ([BlockKind.BYLINE], [BlockKind.DATELINE])
    if units[first].lines <= 3 and headings.is_headline(units[first].text, lead, longest, signed=signed):
        kinds[first] = BlockKind.HEADLINE


def _mark_subheadings(units: Sequence[Unit], kinds: list[BlockKind]) -> None:
    """Mark short title-like lines between full paragraphs."""
    full = True  # whether what comes before is something a subheading may stand under
    for i, unit in enumerate(units):
        kind = kinds[i]
        if kind is BlockKind.PARAGRAPH:
            short = unit.lines == 1 and headings.may_be_subheading(unit.text)
            if short and i and (headings.says_so(unit.text) or (full and _heads(units, kinds, i))):
                kinds[i] = BlockKind.SUBHEADING
            full = not short and headings.is_full(unit.text)
        elif not headings.is_ornament(unit.text):
            full = True


def _heads(units: Sequence[Unit], kinds: Sequence[BlockKind], at: int) -> bool:
    """Tell whether a full paragraph, or something else that a subheading may stand over, comes after unit `at`."""
    following = at + 1
    while following < len(units) and kinds[following] in (BlockKind.SUBHEADING, BlockKind.CAPTION):
        following += 1
    if following >= len(units):
        return False
    kind = kinds[following]
    if kind is not BlockKind.PARAGRAPH:
        return True
    below = units[following].text
    # A question between short paragraphs is somebody's thought and no heading.
    return headings.is_long(below) if units[at].text[-1] == "?" else headings.is_full(below)


_POSTED = frozenset({BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE})
_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.TURN, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE})
