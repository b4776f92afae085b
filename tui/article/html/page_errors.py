"""Recognise pages that hold no article (a listing, a consent wall, an error page …) and say what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.article.html.dom import DEEPEST, is_truncated
from tui.article.html.metadata import Metadata
from tui.article.html.text_blocks import Element, TextBlock

_HEADINGS = frozenset("h2 h3 h4".split())
_SHORT = 1500  # characters; a longer body is an article whatever it says
_VERY_SHORT = 500  # characters; the words of a shorter body may tell what the page is
_REMNANT = 60  # characters; fewer than these beside the words of a wall are no article
_TEASERS = 8  # the fewest headings that are links on a listing
_MOST_BLOCKS = 300  # characters of the body that are examined
_SHORTEST_PROGRAM = 40  # characters of a script that may build the page
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
_ALTERNATIVE = "its whole text can be read instead"


class PageError(NamedTuple):
    """Why a page is not shown as an article; `is_list` marks a page of links to articles, such as a section's."""

    sentence: str
    is_list: bool = False


def page_error(
    found: Sequence[TextBlock], body: Sequence[TextBlock], meta: Metadata, *, enough: bool, root: Element
) -> PageError | None:
    """Return why the page is not shown as an article; None if it is one.

    `enough` tells whether `body` is long enough for an article; `root` is the page's tree.
    """
    length = sum(len(block.text) for block in body)
    if enough and length < _VERY_SHORT and (what := _wall_of(body)) is not None:
        return PageError(f"This page {what} and shows no article; {_ALTERNATIVE}, or open it in the browser.")
    if length < _SHORT and not (enough and meta.is_article):
        titles = f"{meta.title or ''} {meta.headline or ''}"
        opening = " ".join(block.text for block in body) if length < _VERY_SHORT else ""
        whole = " ".join(block.text for block in found[:400])[:20_000]
        # Many pages have a consent banner; outside the body it is considered last.
        for place, walls in (
            (f"{titles} {opening}", _WALLS),
            (whole, () if enough else (*_WALLS[1:], _WALLS[0])),
        ):
            for what, words in walls:
                if re.search(words, place, re.IGNORECASE):
                    return PageError(
                        f"This page {what} and shows no article; {_ALTERNATIVE}, or open it in the browser."
                    )
    if not found and not enough:
        return PageError(f"{_empty_page(root)}; open it in the browser.")
    if not enough:
        if _is_listing(found):
            return _LIST
        return PageError(f"There is no article on this page; {_ALTERNATIVE}, or open it in the browser.")
    if not meta.is_article and _is_listing(found) and _consists_of_teasers(found, body):
        return _LIST
    return None


_LIST = PageError(
    f"This page is a list of articles, not one; choose one of its links, or {_ALTERNATIVE}.", is_list=True
)


def _wall_of(body: Sequence[TextBlock]) -> str | None:
    """Return what the page does instead of showing an article, if its few lines say little else."""
    for what, words in _WALLS:
        rest = [block for block in body if re.search(words, block.text, re.IGNORECASE) is None]
        if len(rest) < len(body) and sum(len(block.text) for block in rest) < _REMNANT:
            return what
    return None


def _empty_page(root: Element) -> str:
    """Return a clause that says why a page shows no text."""
    if is_truncated(root):
        return f"The text of this page is nested in more than {DEEPEST} elements, deeper than quoth reads"
    if any(len(script.text or "") > _SHORTEST_PROGRAM or script.get("src") for script in root.iter("script")):
        return "This page holds only scripts, which quoth does not run, and no text"
    return "This page holds no text"


def _is_listing(found: Sequence[TextBlock]) -> bool:
    """Tell whether the page has many headings that are links, as front pages have."""
    return sum(block.tag in _HEADINGS and block.link_share > 0.8 for block in found) >= _TEASERS


def _consists_of_teasers(found: Sequence[TextBlock], body: Sequence[TextBlock]) -> bool:
    """Tell whether the body consists of teasers: most paragraphs follow a heading that is a link."""
    prose = [block for block in body[:_MOST_BLOCKS] if len(block.text) > 60 and block.tag not in _HEADINGS]
    led = sum(
        any(p.tag in _HEADINGS and p.link_share > 0.8 for p in found[max(0, block.number - 2) : block.number])
        for block in prose
    )
    return led > 0.6 * len(prose)
