"""Rich text (RTF), by way of striprtf, which gives the words of a document and no more.

Before it is given the document, what was deleted or hidden is taken out, footnotes are moved to the end and text
boxes after their paragraph; headings, items, quotations and cells are marked by characters for private use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tui.article.article import BlockKind
from tui.article.documents.archives import DAMAGED
from tui.article.documents.draft import Draft, Refused, take_title
from tui.article.documents.markup import BETWEEN_CELLS

_PIECE = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'[0-9a-fA-F]{2}|\\[^a-zA-Z]?|[{}]|[^\\{}]+", re.DOTALL
)
_MARKS = {
    BlockKind.HEADLINE: "\ue000",
    BlockKind.SUBHEADING: "\ue001",
    BlockKind.LIST_ITEM: "\ue002",
    BlockKind.BLOCK_QUOTE: "\ue003",
}
_CELL = "\ue004"
_MARK = re.compile("[\ue000-\ue003]")
_QUOTATIONS = ("quote", "quotation", "intense quote", "block quot")
_LEFT_OUT = frozenset("fldinst pict object listtext pntext themedata colorschememapping datastore".split())


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds within braces: where their words go, whether they were deleted or are hidden."""

    out: list[str]
    deleted: bool = False
    hidden: bool = False
    in_styles: bool = False
    kind: BlockKind | None = None
    """That of the paragraph, None for an ordinary one."""


@dataclass(slots=True)
class _Styles:
    """The kinds of the paragraph styles by their number, and the style that is being read."""

    kinds: dict[str, BlockKind] = field(default_factory=dict)
    number: str = ""  # character styles have none
    name: str = ""

    def take(self) -> None:
        """Take the style whose group ends here."""
        name = self.name.strip(" ;\r\n").lower() if self.number else ""
        if name in ("title", "heading 1"):
            self.kinds[self.number] = BlockKind.HEADLINE
        elif name == "subtitle" or name.startswith("heading "):
            self.kinds[self.number] = BlockKind.SUBHEADING
        elif name.startswith(_QUOTATIONS):
            self.kinds[self.number] = BlockKind.BLOCK_QUOTE
        self.number, self.name = "", ""


def read_rtf(data: bytes) -> Draft:
    """Read a rich text document: deletions, comments and hidden words are left out, footnotes stand at the end."""
    from striprtf.striprtf import rtf_to_text

    if b"\\rtf" not in data[:40]:
        raise Refused(DAMAGED)
    try:
        text: str = rtf_to_text(  # type: ignore[no-untyped-call]
            "".join(_prepared(data.decode("latin-1"))), encoding="cp1252", errors="replace"
        )
    except (ValueError, IndexError, KeyError, LookupError):
        raise Refused(DAMAGED) from None
    kinds = {mark: kind for kind, mark in _MARKS.items()}
    draft = Draft()
    for line in text.split("\n"):
        mark = _MARK.search(line)
        cells = _MARK.sub("", line).split(_CELL)
        words = BETWEEN_CELLS.join(filter(None, map(str.strip, cells)))
        draft.add(words, kinds[mark[0]] if mark else BlockKind.PARAGRAPH)
    take_title(draft, None)
    return draft


def _prepared(text: str) -> Iterator[str]:
    """Yield the document as striprtf is to be given it."""
    main: list[str] = []
    boxes: list[list[str]] = []
    notes: list[list[str]] = []
    styles = _Styles()
    group = _Group(main)
    outer: list[_Group] = []
    at = 0
    while found := _PIECE.match(text, at):
        at = found.end()
        piece, word, number = found[0], found[1], found[2]
        if piece == "{":
            outer.append(group)
            group.out.append(piece)
            continue
        if piece == "}":
            if group.in_styles and styles.name:
                styles.take()
            if len(outer) < 2:  # the document's own end comes after the footnotes
                break
            group = outer.pop()
            group.out.append(piece)
            continue
        if word is None:
            if group.in_styles:
                styles.name += piece if piece[0] != "\\" else ""
            if not (group.deleted or group.hidden):
                # striprtf takes "\\pict", which a text on RTF shows, for a picture.
                group.out.append(r"\'5c" if piece == r"\\" else piece)
            continue
        match word:
            case "bin":
                at += max(0, int(number or 0))
                continue
            case "deleted":
                group = replace(group, deleted=number != "0")
            case "v":
                group = replace(group, hidden=number != "0")
            case "plain":
                group = replace(group, deleted=False, hidden=False)
            case "stylesheet":
                group = replace(group, in_styles=True)
            case "footnote" | "shptxt":
                moved: list[str] = []
                (notes if word == "footnote" else boxes).append(moved)
                group = _Group(moved)
                continue
            case _ if word in _LEFT_OUT:
                group = _Group([])
            case "s" if group.in_styles:
                styles.number = number or "0"
            case "pard":
                group = replace(group, kind=None)
            case "s":
                group = replace(group, kind=styles.kinds.get(number or "0", group.kind))
            case "outlinelevel" if number is not None and number < "9":
                level = BlockKind.HEADLINE if number == "0" else BlockKind.SUBHEADING
                if group.in_styles:
                    styles.kinds[styles.number] = level
                else:
                    group = replace(group, kind=level)
            case "ls" if number != "0":
                group = replace(group, kind=group.kind or BlockKind.LIST_ITEM)
            case "par" | "cell" | "nestcell" | "row" | "sect" | "page":
                if group.deleted:
                    continue
                if word in ("cell", "nestcell"):
                    piece = f"{{}}{_CELL}"
                elif group.kind is not None and word == "par":
                    piece = f"{{}}{_MARKS[group.kind]}{piece}"
                if word == "par" and group.out is main:
                    piece += "".join(f"{{{''.join(box)}\\par }}" for box in boxes)
                    boxes.clear()
        if not (group.deleted or group.hidden) or word in ("uc", "f", "deff", "ansicpg"):
            group.out.append(piece)
    yield from main
    for moved in [*boxes, *notes]:
        yield f"\\par {{{''.join(moved)}}}"
    yield "}"
