"""Make the words in a page's tree those that a reader sees on the screen.

What is there for screen readers alone ("report, opens new tab"), or shown only under the mouse, is removed from
running text; the rest of an article that a button "Read more" shows is no longer hidden; `<q>` gets the quotation
marks that browsers draw round it. Such elements are known by classes, inline styles and ARIA roles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import defs

from tui.article.html.class_hints import Region, hints
from tui.article.html.text_blocks import HEADINGS, INLINE, NEVER, OWN_BLOCKS, Element, is_hidden

_FOR_SCREEN_READERS = re.compile(
    r"(?:\A|[\s_-])(?:sr[-_]?only|visually[-_]?hidden|hidden[-_]?visually|screen[-_]?reader(?:s|[-_]?(?:text|only))?"
    r"|assistive(?:[-_]?text)?|a11y[-_]?(?:text|hidden|only)|off[-_]?screen)(?:\Z|[\s_-])",
    re.IGNORECASE,
)
_CLIPPED = re.compile(
    r"clip\s*:\s*rect\(\s*[01]|clip-path\s*:\s*inset\(\s*(?:50|100)%|(?:left|top|text-indent)\s*:\s*-\d{4}|font-size\s*:\s*0\s*(?:;|\Z|px)",
    re.IGNORECASE,
)
# Of a caption these words say whose picture it is: "Image source, Jon Bell".
_OF_A_CAPTION = re.compile(r"image|caption|source|credit|photo|copyright", re.IGNORECASE)
_ANNOUNCEMENT = re.compile(
    r"\s?[,(\[–-]\s?(?:(?:this\s)?link\s)?(?:will\s)?open(?:s|ing)?\s(?:in\s)?(?:an?\s)?(?:new|external)\s(?:browser\s)?(?:tab|window|site)"
    r"[)\]]?\s?\Z|\s?[(\[]external\s(?:link|site|website)[)\]]\s?\Z",
    re.IGNORECASE,
)
_HOVER_BOX = re.compile(
    r"(?:\A|[\s_-])(?:hover[-_]?(?:card|box|popup|content|info|bio|panel)|tool[-_]?tip[-_]?(?:text|content|box|inner|body)"
    r"|pop[-_]?over[-_]?(?:content|body|box)|(?:person|profile|entity|name|bio)[-_]?(?:card|popup|popover|tooltip))(?:\Z|[\s_-])",
    re.IGNORECASE,
)
_MAY_BE_HOVER_BOX = re.compile(
    r"(?:\A|[\s_-])(?:tool[-_]?tip|pop[-_]?over|pop[-_]?up)(?:\Z|[\s_-])", re.IGNORECASE
)
# What a font draws as a picture: `<i class="icon">S</i>`, `<i class="material-icons">more_vert</i>`.
_ICON = re.compile(r"(?:\A|[\s_-])(?:icons?|glyphicons?|material-symbols)(?:\Z|[\s_-])", re.IGNORECASE)
_LIGATURES = re.compile(r"material-(?:icons|symbols)", re.IGNORECASE)
_LONGEST_ICON = 1  # character
_RUNNING_TEXT = frozenset({"p", "li", "blockquote", "td", "dd", "figcaption", *HEADINGS})
_LONGEST_HOVER_BOX = 300  # characters

_MORE = re.compile(
    r"\W{0,3}(?:(?:read|show|see|view|load)\s(?:more|on|all|(?:the\s)?(?:full|whole|entire|rest)\b.{0,25})|continue(?:\sreading)?|keep\sreading"
    r"|expand(?:\s(?:article|story|text))?|more)(?:\s(?:of\s)?(?:this\s)?(?:article|story))?\W{0,4}\Z",
    re.IGNORECASE,
)
_REST = re.compile(
    r"(?:\A|[\s_-])(?:read[-_]?more[-_]?(?:content|text|target|body)?|more[-_]?(?:content|text)|(?:article|story|content|text)[-_]?(?:rest|more|full|remaining|continued)"
    r"|rest[-_]?of[-_]?(?:article|story|content)|full[-_]?(?:text|article|story|content)|show[-_]?more[-_]?(?:content|text))(?:\Z|[\s_-])",
    re.IGNORECASE,
)
_OTHER_PANEL = re.compile(
    r"(?:\A|[\s_-])(?:tabs?|tab[-_]?(?:pane|panel|content)|accordion|modal|dialog|pop[-_]?up|overlay|drawer|off[-_]?canvas|menu|translation)"
    r"(?:\Z|[\s_-])",
    re.IGNORECASE,
)
_NOT_THE_REST = frozenset({Region.COMMENTS, Region.NEWSLETTER, Region.SHARE, Region.AUTHOR, Region.RELATED})
_CONTAINERS = frozenset("div section article p span".split())
_SHORTEST_REST, _SHORTEST_BEGINNING = 80, 80  # characters of what was hidden, and of a paragraph before it
_NEAR = 3  # elements between a button and what it shows, such as adverts
_APART = frozenset({"ul", "ol", "table", "section", *OWN_BLOCKS})
_KNOWN = defs.tags | NEVER | INLINE | {"main", "picture"}
_OPENING_MARKS = "“\"‘'«„‹"
_MOST_ELEMENTS = 60_000  # of a page; a larger one is no article's, and is left as it is


def show_as_seen(root: Element) -> None:
    """Change the tree of a page so that its text is what a reader sees."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    if len(elements) > _MOST_ELEMENTS:
        return
    _show_the_rest(elements)
    for element in elements:
        if element.tag == "q":
            _mark(element)
        elif element.tag == "a":
            _drop_announcement(element)
        elif element.tag not in _KNOWN and _is_in_line(element):
            element.tag = "span"
        elif (element.tag in INLINE or element.tag == "div") and _is_unseen(element):
            element.drop_tree()


def _is_in_line(element: Element) -> bool:
    """Tell whether an element that HTML does not know, `<st1:city>` or `<x-company>`, is drawn within a line."""
    around = islice(element.iterancestors(), _NEAR)
    return any(above.tag in _RUNNING_TEXT for above in around) and not any(e.tag in _APART for e in element)


def _classes(element: Element) -> str:
    return (element.get("class") or "")[:400]


def _is_unseen(element: Element) -> bool:
    """Tell whether words in running text are only for screen readers, or in a box that the mouse shows."""
    names, style = _classes(element), element.get("style") or ""
    if not (names or style or element.get("role")) or element.getparent() is None:
        return False
    if _FOR_SCREEN_READERS.search(names) or _CLIPPED.search(style[:1000]):
        return _runs(element) and not _OF_A_CAPTION.search(element.text_content()[:200])
    if _ICON.search(names) and not len(element):
        words = (element.text or "").strip()
        return len(words) <= _LONGEST_ICON or (_LIGATURES.search(names) is not None and words.islower())
    return _is_hover_box(element, names) and _runs(element)


def _is_hover_box(element: Element, names: str) -> bool:
    """Tell whether an element is a box that appears over words, not the words themselves.

    In `<span class="tooltip">Doe<span class="tooltip-text">Jane Ann Doe</span></span>` the inner one is.
    """
    if element.get("role") == "tooltip" or _HOVER_BOX.search(names):
        is_box = True
    elif _MAY_BE_HOVER_BOX.search(names):
        before = element.getprevious()
        is_box = before is not None and not (before.tail or "").strip()
    else:
        return False
    if not is_box or element.get("title") is not None or len(element.text_content()) > _LONGEST_HOVER_BOX:
        return False
    holds_box = any(
        isinstance(each.tag, str) and (each.get("role") == "tooltip" or _HOVER_BOX.search(_classes(each)))
        for each in element.iterdescendants()
    )
    return not holds_box or element.getprevious() is not None


def _runs(element: Element) -> bool:
    """Tell whether an element stands in running text, and not alone between paragraphs."""
    if element.tail and element.tail.strip():
        return True
    return any(above.tag in _RUNNING_TEXT or above.tag == "a" for above in element.iterancestors())


def _drop_announcement(link: Element) -> None:
    """Take ", opens new tab" off the end of a link's words."""
    last, in_tail = link, False
    while len(last) and not in_tail:
        child = last[-1]
        in_tail = bool(child.tail and child.tail.strip())
        last = child
    words = (last.tail if in_tail else last.text) or ""
    if len(words) < 400 and (found := _ANNOUNCEMENT.search(" ".join(words.split()))):
        kept = " ".join(words.split())[: found.start()]
        if in_tail:
            last.tail = kept
        else:
            last.text = kept


def _mark(quotation: Element) -> None:
    """Put quotation marks round a `<q>` that has none of its own: single ones inside another."""
    words = quotation.text_content().strip()
    before = quotation.getprevious()
    above = quotation.getparent()
    ahead = (before.tail if before is not None else above.text if above is not None else "") or ""
    if not words or words[0] in _OPENING_MARKS or ahead[-1:] in tuple(_OPENING_MARKS):
        return
    depth = sum(element.tag == "q" for element in quotation.iterancestors())
    opening, closing = ("‘", "’") if depth % 2 else ("“", "”")
    quotation.text = opening + (quotation.text or "").lstrip()
    if len(quotation):
        quotation[-1].tail = (quotation[-1].tail or "").rstrip() + closing
    else:
        quotation.text = quotation.text.rstrip() + closing


def _show_the_rest(elements: list[Element]) -> None:
    """Show the parts of the article that a button or link, "Read more", would show."""
    shown: set[Element] = set()
    for element in elements:
        if element.tag not in _CONTAINERS or not (
            is_hidden(element) or "hidden" in _classes(element).split()
        ):
            continue
        above = element.getparent()
        if (
            above is None
            or not _holds_prose(element)
            or _OTHER_PANEL.search(names := f"{_classes(element)} {element.get('id') or ''}"[:400])
            or any(says in _NOT_THE_REST for _, says in hints(element))
        ):
            continue
        buttons = [each for each in _beside(element) if _is_button(each)]
        goes_on = element.getprevious() in shown
        if not (buttons or goes_on or _REST.search(names)):
            continue
        if not goes_on and not _begins_before(element):
            continue
        shown.add(element)
        for name in ("hidden", "style", "class"):
            element.attrib.pop(name, None)
        for button in buttons:
            button.drop_tree()


def _holds_prose(element: Element) -> bool:
    text = element.text_content()
    return len(text) >= _SHORTEST_REST and any(stop in text for stop in ".!?”")


def _begins_before(element: Element) -> bool:
    """Tell whether a paragraph comes before an element, beside it or beside the element it is in."""
    for each in (element, element.getparent()):
        for before in _preceding(each):
            if not is_hidden(before) and len(before.text_content()) >= _SHORTEST_BEGINNING:
                return any(e.tag == "p" for e in before.iter())
    return False


def _preceding(element: Element | None) -> Iterator[Element]:
    for _ in range(2 * _NEAR):
        element = element.getprevious() if element is not None else None
        if element is None:
            return
        yield element


def _beside(element: Element) -> Iterator[Element]:
    """Yield the nearest elements before and after, those that hold nothing else than a button included."""
    for step in ("getprevious", "getnext"):
        at = element
        for _ in range(_NEAR):
            at = getattr(at, step)()
            if at is None:
                break
            yield at


def _is_button(element: Element) -> bool:
    """Tell whether an element is a button or link that says "Read more", or holds nothing else."""
    if not isinstance(element.tag, str):
        return False
    words = element.get("value") if element.tag == "input" else element.text_content()
    if not words or len(words) > 80 or _MORE.match(" ".join(words.split())) is None:
        return False
    link = element if element.tag == "a" else next(element.iter("a"), None)
    return link is None or (link.get("href") or "#").startswith(("#", "javascript:"))
