"""Split a page's tree into text blocks, the stretches of text on separate lines, in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from lxml import etree, html

from tui.article.characters import INVISIBLE_RANGE

Element: TypeAlias = html.HtmlElement

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())

# Elements whose text is not shown, or does not belong to the page.
NEVER = frozenset(
    "script style noscript template svg math iframe object embed video audio canvas button input select option "
    "textarea datalist map progress meter head title meta link base applet frame frameset noframes dialog "
    "amp-ad amp-analytics amp-sidebar amp-consent amp-iframe amp-state menu".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby rt rp s samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
_LONGEST_MARK = 6  # the most characters of a footnote mark, such as "[12]"
_MARKS = frozenset("noteref doc-noteref footnote-ref backlink doc-backlink footnote-back".split())
_NAMING = ("class", "role", "epub:type")
_BACK = "←↩↑↖^⤴⏎"  # what a note's link back shows
_OF_LINES = frozenset("p div section article main blockquote pre".split())  # whose lines may be blocks
_CELL = 400  # characters of a cell of a table
_NARROWEST, _SLACK = 40, 8  # characters of the widest line of a wrapped text, and what its others may lack
_MOST_LINES, _MOST_WORK = 2_000, 200_000  # lines, and lines times links, of one block that is divided
_WITHIN_SENTENCES = frozenset(
    "a an the of by to from in at on for with and or but that which who as than into near mr mrs ms dr mr. mrs. ms."
    " dr. st.".split()
)  # words that end no line of an address or a heading
_LITTLE_TEXT = 400  # characters of a whole page
_BOLD = frozenset("b strong".split())
_SQUEEZE = re.compile(r"[\W_]+")
_SPACE = re.compile(r"\s+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_UNSEEN = re.compile(f"[{INVISIBLE_RANGE}]")


@dataclass(frozen=True, slots=True)
class TextBlockLink:
    """The characters [start, end) of a block's text that link to `href`, as the page wrote it."""

    start: int
    end: int
    href: str


@dataclass(slots=True, eq=False)
class TextBlock:
    """A stretch of text on separate lines, with white space reduced to single spaces.

    `ancestors` are the block elements around it, the outermost first; `tag` is the tag of the innermost.
    """

    text: str
    tag: str
    ancestors: tuple[Element, ...]
    links: list[TextBlockLink] = field(default_factory=list)
    bold: int = 0  # number of characters in bold at its beginning
    number: int = 0
    _key: str | None = None

    @property
    def key(self) -> str:
        """Its letters and digits in lower case, to compare texts that differ in spaces and punctuation."""
        if self._key is None:
            self._key = squeezed(self.text)
        return self._key

    @property
    def parent(self) -> Element:
        """The parent of the block's element (a p, an li …); for bare text in a larger element, that element."""
        return (
            self.ancestors[-2] if self.tag in OWN_BLOCKS and len(self.ancestors) > 1 else self.ancestors[-1]
        )

    @property
    def link_share(self) -> float:
        """The share of its characters that are in links, from 0 to 1."""
        return sum(link.end - link.start for link in self.links) / max(1, len(self.text))


OWN_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 li blockquote figcaption td th dd dt pre div".split())


def squeezed(text: str) -> str:
    """Return only the letters and digits of `text`, in lower case."""
    return _SQUEEZE.sub("", text).casefold()


class _LineBuilder:
    """Builds the text of one block."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.links: list[TextBlockLink] = []
        self.bold = 0
        self.broken = False  # whether a line break came last
        self.breaks: list[int] = []  # where lines break that may go on in the next

    def add(self, raw: str, href: str | None, bold: bool) -> None:
        text = _SPACE.sub(" ", _UNSEEN.sub("", raw))
        if not text or (text == " " and (not self.length or self.parts[-1].endswith(" "))):
            return
        if text[0] == " " and (not self.length or self.parts[-1].endswith(" ")):
            text = text[1:]
        if bold and self.bold == self.length:
            self.bold += len(text)
        if href and text.strip():
            start, end = self.length, self.length + len(text.rstrip())
            last = self.links[-1] if self.links else None
            if last is not None and last.href == href and last.end >= start - 1:
                self.links[-1] = TextBlockLink(last.start, end, href)
            else:
                self.links.append(TextBlockLink(start + (len(text) - len(text.lstrip())), end, href))
        self.parts.append(text)
        self.length += len(text)


def split_into_blocks(root: Element) -> list[TextBlock]:
    """Return the blocks of the page, numbered in reading order.

    Hidden elements are left out, unless nearly the whole page is hidden until scripts show it.
    """
    out = list(_walk_blocks(root, lambda e: is_hidden(e) or is_footnote_mark(e)))
    shown = sum(len(block.text) for block in out)
    if shown < _LITTLE_TEXT:
        everything = list(_walk_blocks(root, is_footnote_mark))
        if sum(len(block.text) for block in everything) > 2 * shown:
            out = everything
    for number, block in enumerate(out):
        block.number = number
    return out


def _walk_blocks(root: Element, is_hidden: Callable[[Element], bool]) -> Iterator[TextBlock]:
    stack: list[Element] = []
    links: list[str] = []
    bold = 0
    row = _LineBuilder()
    cells: dict[Element, bool] = {}

    def holds_lines(element: Element) -> bool:
        if element.tag != "td":
            return element.tag in _OF_LINES
        # A cell that lays a page out holds lines; one of a table of figures is one thing.
        if element not in cells:
            cells[element] = len(element.text_content()) > _CELL
        return cells[element]

    def flush() -> Iterator[TextBlock]:
        nonlocal row
        text = "".join(row.parts).rstrip()
        if text:
            blocks = tuple(e for e in stack if e.tag not in INLINE)
            tag = str(blocks[-1].tag) if blocks else "body"
            block = TextBlock(text, tag, blocks or (root,), row.links, min(row.bold, len(text)))
            is_divided = row.breaks and blocks and holds_lines(blocks[-1])
            yield from lines_of(block, row.breaks) if is_divided else (block,)
        row = _LineBuilder()

    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if tag in NEVER or is_hidden(element):
                walker.skip_subtree()
                stack.append(element)
                continue
            if tag == "br" or tag == "hr":
                if tag == "hr" or row.broken or (row.length > 60 and _ends_sentence(row.parts[-1])):
                    yield from flush()
                elif row.length:
                    row.breaks.append(row.length)
                    row.add(" ", None, False)
                row.broken = tag == "br"
                stack.append(element)
                continue
            if tag not in INLINE and row.length:
                yield from flush()
            stack.append(element)
            if tag == "a" and element.get("href"):
                links.append(element.get("href", ""))
            bold += tag in _BOLD
            if element.text:
                row.add(element.text, links[-1] if links else None, bold > 0)
                row.broken = row.broken and not element.text.strip()
        else:
            if tag in NEVER or tag in ("br", "hr") or is_hidden(element):
                stack.pop()
            else:
                if tag not in INLINE:
                    yield from flush()
                stack.pop()
                if tag == "a" and element.get("href"):
                    links.pop()
                bold -= tag in _BOLD
            if element.tail and stack:
                row.add(element.tail, links[-1] if links else None, bold > 0)
                row.broken = row.broken and not element.tail.strip()


def lines_of(block: TextBlock, breaks: Sequence[int]) -> Iterator[TextBlock]:
    """Yield the lines of a poem, an address or a list as blocks; text that was wrapped by hand stays one block.

    `breaks` are the offsets in the text at which a `<br>` stands. A text is wrapped if each line's next word had
    no room on it.
    """
    if len(breaks) > _MOST_LINES or len(breaks) * (len(block.links) + 1) > _MOST_WORK:
        yield block
        return
    is_prose = _ends_sentence(block.text)
    kept = [at for at in breaks if 0 < at < len(block.text) and not (is_prose and _goes_on(block.text, at))]
    bounds = [0, *kept, len(block.text)]
    lines = [(start, end, block.text[start:end].strip()) for start, end in pairwise(bounds)]
    lines = [line for line in lines if line[2]]
    widest = max((len(words) for _, _, words in lines), default=0)
    is_wrapped = (
        widest >= _NARROWEST
        # “The wall is broken.”<br>Anna Holt: who wraps a text breaks it within sentences, too.
        and not all(_ends_sentence(words) for _, _, words in lines[:-1])
        and all(
            len(before) + 1 + len(after.split(maxsplit=1)[0]) > widest - _SLACK
            for (_, _, before), (_, _, after) in pairwise(lines)
        )
    )
    if is_wrapped or len(lines) < 2:
        yield block
        return
    for start, end, words in lines:
        first = start + len(block.text[start:end]) - len(block.text[start:end].lstrip())
        links = [
            TextBlockLink(max(0, k.start - first), min(len(words), k.end - first), k.href)
            for k in block.links
            if k.start < first + len(words) and k.end > first
        ]
        bold = max(0, min(block.bold - first, len(words)))
        # A line of bare text in a box is a paragraph of it, however short.
        yield TextBlock(words, "p" if block.tag == "div" else block.tag, block.ancestors, links, bold)


def _goes_on(text: str, at: int) -> bool:
    """Tell whether a sentence goes on after the line that ends at `at`: "met in<br>London<br>on Tuesday"."""
    before = text[max(0, at - 40) : at].rstrip()
    if text[at : at + 2].lstrip()[:1].islower():
        return before[-1:].isalnum()
    return before.rpartition(" ")[2].lower() in _WITHIN_SENTENCES


def is_hidden(element: Element) -> bool:
    """Tell whether an attribute or inline style hides the element (`hidden="until-found"` does not)."""
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


def is_footnote_mark(element: Element) -> bool:
    """Tell whether the element is a footnote's mark, or the link from a note back to it.

    A mark is a raised number that links to another place, or what the page itself calls one.
    """
    if element.tag not in ("sup", "a") or len(element) > 1:
        return False
    inner = element[0] if len(element) else None
    if inner is not None and (inner.tag not in ("sup", "a") or inner.tag == element.tag or len(inner)):
        return False
    link = element if element.tag == "a" else inner
    words = element.text_content().strip()
    if link is None or "#" not in (link.get("href") or "") or len(words) > _LONGEST_MARK:
        return False
    if inner is not None or any(name in _MARKS for key in _NAMING for name in link.get(key, "").split()):
        return True
    return any(sign in _BACK for sign in words) and not any(map(str.isalpha, words))


def _ends_sentence(text: str) -> bool:
    """Tell whether `text` ends as a sentence does, so that a line break after it ends a paragraph."""
    return text.rstrip().endswith((".", "!", "?", "”", '"', "…", ":"))
