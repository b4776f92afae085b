"""Whether a page holds no article, and the sentence that says what it is instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.article.html.dom import DEEPEST, is_cut
from tui.article.html.metadata import Metadata
from tui.article.html.text_blocks import Element, TextBlock

_HEADINGS = frozenset("h2 h3 h4".split())
_SMALL = 1500  # characters of body; what is longer is an article whatever its words
_TINY = 500  # characters, below which its words may say what the page is
_STUB = 60  # characters
_TEASERS = 8
_LOOKED_AT = 300  # blocks
_A_PROGRAM = 40  # characters of a script
_WALLS = (
    (
        "asks for consent to cookies first",
        r"(?:we|our\s+partners|and\s+our\s+(?:\d+\s+)?partners).{0,60}(?:store|use).{0,60}cookies|before\s+you\s+continue\s+to"
        r"|(?:accept|reject|manage)\s+(?:all\s+)?(?:cookies|consent)|your\s+privacy\s+(?:choices|is\s+important)|cookie\s+(?:consent|preferences|settings|policy)"
        r"|consent\s+to\s+(?:the\s+)?(?:use|processing)",
    ),
    (
        "asks to log in or subscribe first",
        r"(?:log|sign)\s+in\s+to\s+(?:continue|read|your)|subscribe\s+to\s+(?:continue|read|keep|unlock)|create\s+(?:a\s+free\s+|an\s+)?account\s+to"
        r"|forgot(?:ten)?\s+(?:your\s+)?password|(?:register|subscribe)\s+(?:now\s+)?to\s+(?:continue|read)|already\s+(?:a\s+subscriber|have\s+an\s+account)"
        r"|this\s+(?:content|article|story)\s+is\s+(?:for|only\s+available\s+to|reserved\s+for)\s+(?:\w+\s+)?(?:subscribers|members)",
    ),
    (
        "is an error page",
        r"(?:page|article|story|url)\s+(?:you\s+(?:were|are|requested|re)\s+.{0,40})?(?:not\s+found|cannot\s+be\s+found|no\s+longer\s+(?:exists|available)|doesn[’']?t\s+exist)"
        r"|\b(?:404|403|410|500|502|503)\b.{0,20}(?:error|not\s+found|forbidden|unavailable|gateway)|error\s+(?:404|403|410|500|502|503)|access\s+denied",
    ),
    (
        "asks whether a person is reading",
        r"(?:verify|confirm|prove)\s+(?:that\s+)?you(?:[’']re|\s+are)\s+(?:a\s+)?(?:human|not\s+a\s+robot)|are\s+you\s+a\s+robot|checking\s+your\s+browser"
        r"|enable\s+javascript(?:\s+and\s+cookies)?\s+to\s+continue|unusual\s+(?:traffic|activity)|complete\s+the\s+captcha",
    ),
)  # fmt: skip
_NEXT = "its whole text can be read instead"


class PageError(NamedTuple):
    """Why a page is not shown as an article; `is_list` is whether it leads to articles, as a section's does."""

    sentence: str
    is_list: bool = False


def refusal(
    found: Sequence[TextBlock], body: Sequence[TextBlock], meta: Metadata, *, enough: bool, root: Element
) -> PageError | None:
    """Why the page is not shown as an article, None where it is one. `root` is its tree."""
    length = sum(len(block.text) for block in body)
    if enough and length < _TINY and (what := _only_a_wall(body)) is not None:
        return PageError(f"This page {what} and shows no article; {_NEXT}, or open it in the browser.")
    if length < _SMALL and not (enough and meta.is_article):
        named = f"{meta.title or ''} {meta.headline or ''}"
        told = " ".join(block.text for block in body) if length < _TINY else ""
        whole = " ".join(block.text for block in found[:400])[:20_000]
        # A banner that asks for consent stands over many pages: it counts last where it is not the body.
        for place, walls in (
            (f"{named} {told}", _WALLS),
            (whole, () if enough else (*_WALLS[1:], _WALLS[0])),
        ):
            for what, words in walls:
                if re.search(words, place, re.IGNORECASE):
                    return PageError(
                        f"This page {what} and shows no article; {_NEXT}, or open it in the browser."
                    )
    if not found and not enough:
        return PageError(f"{_nothing(root)}; open it in the browser.")
    if not enough:
        if _is_listing(found):
            return _LIST
        return PageError(f"There is no article on this page; {_NEXT}, or open it in the browser.")
    if not meta.is_article and _is_listing(found) and _teased(found, body):
        return _LIST
    return None


_LIST = PageError(
    f"This page is a list of articles, not one; choose one of its links, or {_NEXT}.", is_list=True
)


def _only_a_wall(body: Sequence[TextBlock]) -> str | None:
    """What a page does whose few lines are nearly all of a wall: what is said to somebody who may not read on."""
    for what, words in _WALLS:
        rest = [block for block in body if re.search(words, block.text, re.IGNORECASE) is None]
        if len(rest) < len(body) and sum(len(block.text) for block in rest) < _STUB:
            return what
    return None


def _nothing(root: Element) -> str:
    """What a page without a word for the reader is."""
    if is_cut(root):
        return f"What this page says lies under more than {DEEPEST} elements, deeper than quoth reads"
    if any(len(script.text or "") > _A_PROGRAM or script.get("src") for script in root.iter("script")):
        return "This page holds only scripts, which quoth does not run, and no text"
    return "This page holds no text"


def _is_listing(found: Sequence[TextBlock]) -> bool:
    """Whether it has many headings that are links, as front pages have."""
    return sum(block.tag in _HEADINGS and block.link_share > 0.8 for block in found) >= _TEASERS


def _teased(found: Sequence[TextBlock], body: Sequence[TextBlock]) -> bool:
    """Whether what was taken for the body are teasers: most paragraphs follow upon a heading that is a link."""
    prose = [block for block in body[:_LOOKED_AT] if len(block.text) > 60 and block.tag not in _HEADINGS]
    led = sum(
        any(p.tag in _HEADINGS and p.link_share > 0.8 for p in found[max(0, block.number - 2) : block.number])
        for block in prose
    )
    return led > 0.6 * len(prose)
