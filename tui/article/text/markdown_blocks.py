"""The block structure of a Markdown text, line by line: CommonMark's, and GitHub's tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tui.article.article import BlockKind
from tui.article.spans import Span
from tui.article.text.markdown_inline import normalised_label
from tui.article.text.markdown_tables import begins_table

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(?=\S)|\Z)")
_CLOSING_SIGNS = re.compile(r"(?<=[ \t])#{1,6}\Z")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*\Z")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_ITEM = re.compile(r"[ \t]*(?:([-*+•])|\d{1,9}[.)])[ \t]+(?=\S)")
_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]{0,3})+")
_CALLOUT = re.compile(r"\[![\w-]{1,40}\][+-]?[ \t]*")
_DEFINITION = re.compile(
    r" {0,3}\[([^\[\]^][^\[\]]{0,300})\]:[ \t]{0,50}<?([^\s<>]{1,2000})>?"
    r"(?:[ \t]{1,50}(?:\"[^\"]{0,500}\"|'[^']{0,500}'|\([^()]{0,500}\)))?[ \t]*\Z"
)
_NOTE = re.compile(r" {0,3}\[\^([^\[\]\s]{1,100})\]:[ \t]*(?=\S)")
_IMAGE = re.compile(r"!\[[^\]]{0,500}\](?:\([^)]{0,2000}\)|\[[^\]]{0,300}\])[ \t]*\Z")
_UNSEEN = re.compile(r" {0,3}<(!--|script\b|style\b)", re.IGNORECASE)
_UNSEEN_ENDS = {"!--": "-->", "script": "</script>", "style": "</style>"}
_RULE_SHOWN = "———"


@dataclass(slots=True)
class MarkdownBlock:
    """A block: its kind, and its lines without what their beginnings mark it by (">", "-", "#")."""

    kind: BlockKind
    lines: list[Span]
    start: int

    @property
    def span(self) -> Span:
        """All of it, marks inside included."""
        return Span(self.start, self.lines[-1].end)


@dataclass(slots=True)
class MarkdownBlocks:
    """The blocks of a text in reading order, what is shown in place of their marks, addresses by label."""

    blocks: list[MarkdownBlock] = field(default_factory=list)
    markup: list[tuple[Span, str]] = field(default_factory=list)
    references: dict[str, str] = field(default_factory=dict)


def gather(text: str, start: int) -> MarkdownBlocks:
    """Return the blocks of `text` from `start` on."""
    return _Gatherer(text).gather(start)


class _Gatherer:
    def __init__(self, text: str) -> None:
        self._text = text
        self._out = MarkdownBlocks()
        self._headline = False
        self._gap = True  # whether a blank line, or something that ends a paragraph, comes before
        self._fence = ""
        self._unseen = ""  # what ends a stretch that is not shown
        self._in_table = False

    def gather(self, start: int) -> MarkdownBlocks:
        """Take the lines one after another."""
        text, at = self._text, start
        while at < len(text):
            match = _LINE.match(text, at)
            end = match.end() if match else len(text)
            line = text[at:end].rstrip()
            self._take(line, at, end)
            at = end
        out = self._out
        out.blocks = [block for block in out.blocks if block.lines]
        return out

    def _hide(self, start: int, end: int, shown: str = "") -> None:
        if end > start:
            self._out.markup.append((Span(start, end), shown))

    def _begin(self, kind: BlockKind, span: Span) -> None:
        self._out.blocks.append(MarkdownBlock(kind, [span], span.start))

    def _take(self, line: str, at: int, end: int) -> None:
        """Take a line without its end, which stands at `at`; the next one stands at `end`."""
        blocks = self._out.blocks
        body = line.lstrip()
        span = Span(at + len(line) - len(body), at + len(line))
        if self._fence:
            self._take_code(line, body, at)
            return
        if self._unseen:
            self._hide(*span)
            if self._unseen in line.casefold():
                self._unseen, self._gap = "", True
            return
        if not body:
            self._gap = True
            return
        going_on = not self._gap and bool(blocks)
        last = blocks[-1] if going_on else None
        self._gap = False
        if last is None or last.kind is not BlockKind.TABLE:
            self._in_table = False
        if (fence := _FENCE.match(line)) is not None:
            self._fence = fence[1]
            self._hide(*span)
            blocks.append(MarkdownBlock(BlockKind.CODE, [], span.start))
        elif (unseen := _UNSEEN.match(line)) is not None:
            ending = _UNSEEN_ENDS[unseen[1].casefold()]
            self._hide(*span)
            self._gap = True
            if ending not in line.casefold()[unseen.end() :]:
                self._unseen = ending
        elif (heading := _HEADING.match(line)) is not None:
            self._take_heading(line, at, heading)
        elif last is not None and last.kind is BlockKind.PARAGRAPH and _UNDERLINE.match(line):
            self._hide(*span)
            last.kind = self._heading_kind(is_first=body[0] == "=")
            self._gap = True
        elif (
            last is not None
            and last.kind is BlockKind.PARAGRAPH
            and not (len(last.lines) == 1 and last.start < last.lines[0].start)  # the "[^1]: " of a note
            and begins_table(last.lines[-1].of(self._text), body)
        ):
            self._begin_table(last, span)
        elif self._in_table and last is not None:
            last.lines.append(span)
        elif _RULE.match(line):
            self._hide(*span, _RULE_SHOWN)
            self._begin(BlockKind.SUBHEADING, span)
            self._gap = True
        elif (quote := _QUOTE.match(line)) is not None:
            self._take_quote(line, at, quote.end(), last)
        elif (item := _ITEM.match(line)) is not None:
            self._take_item(line, at, item)
        elif (note := _NOTE.match(line)) is not None:
            self._hide(span.start, at + note.end(), f"[{note[1]}] ")
            words = Span(at + note.end(), span.end)
            blocks.append(MarkdownBlock(BlockKind.PARAGRAPH, [words], span.start))
        elif last is None and (definition := _DEFINITION.match(line)) is not None:
            self._out.references.setdefault(normalised_label(definition[1]), definition[2])
            self._hide(*span)
            self._gap = True
        elif _IMAGE.match(body):
            self._begin(BlockKind.CAPTION, span)
            self._gap = True
        elif last is not None:
            last.lines.append(span)
        else:
            self._begin(BlockKind.PARAGRAPH, span)

    def _take_code(self, line: str, body: str, at: int) -> None:
        block = self._out.blocks[-1]
        if body.startswith(self._fence) and not body.strip(self._fence[0]):
            self._hide(at + len(line) - len(body), at + len(line))
            self._fence, self._gap = "", True
        elif body:
            if not block.lines:
                block.start = at + len(line) - len(body)
            block.lines.append(Span(at + len(line) - len(body), at + len(line)))

    def _heading_kind(self, *, is_first: bool) -> BlockKind:
        first = is_first and not self._headline
        self._headline = self._headline or first
        return BlockKind.HEADLINE if first else BlockKind.SUBHEADING

    def _take_heading(self, line: str, at: int, heading: re.Match[str]) -> None:
        begin = at + len(line) - len(line.lstrip())
        kind = self._heading_kind(is_first=len(heading[1]) == 1)
        closing = _CLOSING_SIGNS.search(line, heading.end())
        words = line[heading.end() : closing.start() if closing else len(line)].rstrip()
        end = at + heading.end() + len(words)
        self._hide(begin, at + heading.end())
        self._hide(end, at + len(line))
        if words:
            self._begin(kind, Span(at + heading.end(), end))
        self._gap = True

    def _begin_table(self, above: MarkdownBlock, delimiter: Span) -> None:
        head = above.lines.pop()
        if not above.lines:
            self._out.blocks.pop()
        self._out.blocks.append(MarkdownBlock(BlockKind.TABLE, [head, delimiter], head.start))
        self._in_table = True

    def _take_quote(self, line: str, at: int, prefix: int, last: MarkdownBlock | None) -> None:
        begin = at + len(line) - len(line.lstrip())
        if (callout := _CALLOUT.match(line, prefix)) is not None:
            prefix = callout.end()
        elif (heading := _HEADING.match(line, prefix)) is not None:
            prefix = heading.end()
        self._hide(begin, at + prefix)
        words = line[prefix:]
        if not words.strip():
            self._gap = True
            return
        span = Span(at + prefix + len(words) - len(words.lstrip()), at + len(line))
        if last is not None and last.kind is BlockKind.BLOCK_QUOTE:
            last.lines.append(span)
        else:
            self._begin(BlockKind.BLOCK_QUOTE, span)

    def _take_item(self, line: str, at: int, item: re.Match[str]) -> None:
        begin = at + len(line) - len(line.lstrip())
        content = item.end()
        if item[1]:  # the bullet is drawn; a number is a part of what is said
            self._hide(begin, at + content)
            begin = at + content
        if (task := _TASK.match(line, content)) is not None:
            self._hide(at + content, at + task.end(), "☐ " if task[1] == " " else "☑ ")
            begin = min(begin, at + content)
            content = task.end()
        self._out.blocks.append(
            MarkdownBlock(BlockKind.LIST_ITEM, [Span(at + content, at + len(line))], begin)
        )
