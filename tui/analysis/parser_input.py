"""The parser's input: the words of an article's blocks, none too long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tui.analysis import title_case
from tui.analysis.abbreviations import ABBREVIATED_TITLES
from tui.article.article import Article, Block, BlockKind
from tui.article.characters import CONTROL_RANGE, INSIDE_WORDS, ZWJ, ZWNJ
from tui.article.sanitising import displayable
from tui.article.spans import Span

LONGEST = 5_000  # characters of a block that are parsed together; memory grows with it
_SENTENCE_ENDS = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
_UNUSUAL_SPACES = str.maketrans(
    dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")
)
# spaCy's tokenizer strips affixes one by one and rescans the rest each time: 5,000 brackets take seconds.
_LONG_SIGNS = re.compile(r"[^\w\s]{60,}")
_INVISIBLE_IN_WORD = f"(?<=[^\\W_])[{CONTROL_RANGE}{INSIDE_WORDS}{ZWNJ}{ZWJ}]+(?=[^\\W_])"
_NOTE = r"\[(?:\d{1,3}|[a-z]|citation needed)\]"
_ESCAPE_SEQUENCE = r"\x1b\[[0-?]{0,30}[ -/]{0,4}[@-~]"
_LEFT_OUT = re.compile(rf"{_ESCAPE_SEQUENCE}|{_INVISIBLE_IN_WORD}|(?<=\S){_NOTE}|{_NOTE}(?=\w)")
_TOWN = r"[A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{0,20}){0,3}"
_DAY = r"[A-Z][a-z]{2,8}\.? \d{1,2}"
_PLACE = rf"{_TOWN}(?:, (?:{_DAY}|(?:[a-z]{{3,12}} )?{_TOWN})){{0,2}}"
_AGENCY = r"\((?:[A-Z]{2,9}|Reuters|Bloomberg|Xinhua|[A-Z]{2,9} [A-Z][a-z]{2,12})\)"
_SHOUTED = rf"[A-Z]{{3,20}}(?: [A-Z]{{2,20}}){{0,3}}(?:, {_TOWN}){{0,2}}"
_DATELINE = re.compile(
    rf"(?:(?P<place>{_PLACE}) )?{_AGENCY}(?: ?[-–—]{{1,2}} ?|(?=[A-Z]))"
    rf"|(?P<town>{_SHOUTED})(?:, {_DAY})?(?: (?:-|--|–) |\s?—\s?)(?=[A-Z“\"‘'])"
)
_TITLE_IN_CAPITALS = re.compile(
    r"\b(?:MS|MRS|MR|DR)\.\s[A-Z][A-Z’'\-]+"
)  # "MS. DOE": to the parser MS is a place
_CLOSERS = '”"’)'
_GLUED = re.compile(
    rf"(?:(?<=[a-z\d{_CLOSERS}][.!?])|(?<=[a-z\d][.!?][{_CLOSERS}]))-{{1,4}}(?=\s?[“\"‘(]?[A-Z])"
)
_SIGNED = re.compile(r"\s?[A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){0,4}(?:\Z|[,(\n])")
_ABBREVIATIONS = frozenset({"St", "Ste", "Mt", "Ft", "Inc", "Corp", "Co", "Ltd", "Gen"})
_QUOTED_LINE = re.compile(r"^[> \t]+", re.MULTILINE)


def split_long_blocks(article: Article) -> Article:
    """Split blocks of more than `LONGEST` characters where sentences end.

    A cut outside quotation marks is taken before one inside them.
    """
    if all(block.span.end - block.span.start <= LONGEST for block in article.blocks):
        return article
    blocks: list[Block] = []
    for block in article.blocks:
        if block.kind.speaks:
            blocks += (Block(block.kind, span) for span in _cut(article.text, block.span))
        else:
            blocks.append(block)
    return replace(article, blocks=tuple(blocks))


def readable(text: str, block: Block) -> str:
    """Return the block's words as the parser reads them, one character for one character.

    Line ends, unusual spaces and control characters become spaces, and so do the ">" that lines of a block
    quotation begin with, long runs of signs without a letter, and the dash that joins a sentence to the one before
    it, where a page has lost a space: "The port is shut.-“We wait,” Doe said".
    """
    words = block.span.of(text)
    if block.kind is BlockKind.BLOCK_QUOTE:
        words = _QUOTED_LINE.sub(_blank, words)
    words = _GLUED.sub(_parted, _LONG_SIGNS.sub(_blank, words))
    return displayable(words).translate(_UNUSUAL_SPACES)


def parsable(text: str, block: Block) -> tuple[str, list[int]]:
    """Return `readable` words without what is no part of them, and where that stood; no word in title case.

    A soft hyphen, a joiner or a stray control character between two letters would make two words of one, and
    so would the marker of a note: "no money[1] left", "the lynx's [14]keeper". A dateline's place becomes a
    sentence, and its outlet goes: "Leeds (CNN)Tom Reed" is "Leeds. Tom Reed".
    """
    words = _TITLE_IN_CAPITALS.sub(_capitalised, title_case.undone(readable(text, block), text))
    start = block.span.start
    unseen = _LEFT_OUT.finditer(text, *block.span)
    left_out = [i - start for match in unseen for i in range(*match.span())]
    if dateline := _DATELINE.match(words):
        place = max(dateline.end("place"), dateline.end("town"), 0)
        if place:
            words = f"{words[:place]}. {words[place + 2 :]}"
        behind = range(place + 2 if place else 0, dateline.end())
        left_out = sorted({*left_out, *behind})
    if not left_out:
        return words, left_out
    edges = [-1, *left_out, len(words)]
    return "".join(words[a + 1 : b] for a, b in pairwise(edges)), left_out


def _capitalised(match: re.Match[str]) -> str:
    return match.group().title()


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _parted(match: re.Match[str]) -> str:
    """Return blanks for a dash between two sentences, but not after an abbreviation, nor before a signature."""
    text = match.string
    before = text[max(0, match.start() - 20) : match.start()].split()[-1:]
    word = before[0] if before else ""
    abbreviation = word in ABBREVIATED_TITLES or word.rstrip(".") in _ABBREVIATIONS
    signed = text[match.start() - 1] in _CLOSERS and _SIGNED.match(text, match.end())
    return match.group() if abbreviation or signed else _blank(match)


def _cut(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while end - start > LONGEST:
        stop = _cut_point(text, start)
        while stop < end and text[stop].isspace():
            stop += 1
        last = stop
        while text[last - 1].isspace():
            last -= 1
        yield Span(start, last)
        start = stop
    if start < end:
        yield Span(start, end)


def _cut_point(text: str, start: int) -> int:
    """Return where to end the piece that begins at `start`, which is not white space."""
    middle, limit = start + LONGEST // 2, start + LONGEST
    open_marks = 0
    seen = start
    inside = outside = 0
    for match in _SENTENCE_ENDS.finditer(text, start, limit):
        passage = text[seen : match.end()]
        open_marks = max(0, open_marks + passage.count("“") - passage.count("”"))
        straight = text.count('"', start, match.end()) % 2
        seen = match.end()
        if match.end() > middle:
            inside = match.end()
            if not open_marks and not straight:
                outside = match.end()
    if outside or inside:
        return outside or inside
    space = text.rfind(" ", middle, limit)
    return space + 1 if space > 0 else limit
