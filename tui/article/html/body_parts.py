"""Find the other parts of a body that a page splits into several containers, for instance around adverts.

The container with most of the prose is known. A part that belongs to it has its tag and class, or stands beside it
after an advert; no heading of another article stands between them or opens the part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tui.article.html.class_hints import Region
from tui.article.html.html_boilerplate import boilerplate_kind
from tui.article.html.text_blocks import HEADINGS, Element, TextBlock
from tui.article.text.text_boilerplate import byline_names

_CONTAINERS = frozenset("div section article".split())
_ADVERT = re.compile(
    r"(?:\A|[\s_-])(?:ads?|advert(?:s|isement|isements|ising)?|adslot|ad[-_](?:slot|unit|container|wrapper|box)|dfp|gpt|adsbygoogle|google[-_]ads?|"
    r"teads|mpu|sponsor(?:ed)?)(?:\Z|[\s_\d-])",
    re.IGNORECASE,
)
_NO_PART = re.compile(
    r"(?:\A|[\s_-])(?:about(?:[-_]us)?|letters?|ugc|company|imprint|impressum|legal|contact|help|faq|promo|shop|offers?|events?|jobs?)"
    r"(?:\Z|[\s_-])",
    re.IGNORECASE,
)
_OF_ANOTHER = frozenset({Region.AUTHOR, Region.DATE, Region.COMMENTS})
_FEWEST = 2  # paragraphs of a part that does not look like the container


def body_parts(
    container: Element, blocks: Sequence[TextBlock], regions: Sequence[Region | None], prose: Sequence[float]
) -> list[Element]:
    """Return the parts before and after the container, without it; often none.

    `regions` and `prose` are those of `blocks` (see `BodyScorer`).
    """
    if container.tag not in _CONTAINERS:
        return []
    inside = [block.number for block in blocks if container in block.ancestors]
    beside = {*_behind_adverts(container)}
    alike: dict[Element, list[int]] = {}
    for block in blocks:
        for element in block.ancestors:
            if element in beside or _are_alike(element, container):
                alike.setdefault(element, []).append(block.number)
                break
    alike.pop(container, None)
    within = {*container.iterancestors()}
    parts: list[Element] = []
    for step, at in ((1, inside[-1]), (-1, inside[0])):
        candidates = [
            (numbers, e)
            for e, numbers in alike.items()
            if e not in within and (numbers[0] > at) == (step > 0)
        ]
        for numbers, element in sorted(candidates, key=lambda each: each[0][0] * step):
            if numbers[0] <= inside[-1] and numbers[-1] >= inside[0]:
                continue
            between = blocks[at + 1 : numbers[0]] if step > 0 else blocks[numbers[-1] + 1 : at]
            own = [blocks[n] for n in numbers]
            if not _is_clear(between, regions, prose) or not _goes_on(
                own, regions, prose, 1 if element not in beside else _FEWEST, element
            ):
                break
            parts.append(element)
            at = numbers[-1] if step > 0 else numbers[0]
    return parts


def _are_alike(element: Element, container: Element) -> bool:
    names = element.get("class")
    return bool(names) and element.tag == container.tag and names == container.get("class")


def _behind_adverts(container: Element) -> Iterable[Element]:
    """Yield the containers beside this one that have an advert on the side that faces it."""
    for step in ("getnext", "getprevious"):
        advert_seen = False
        at = getattr(container, step)()
        while at is not None:
            if isinstance(at.tag, str):
                if _is_advert(at):
                    advert_seen = True
                elif at.tag in _CONTAINERS and advert_seen:
                    if not _NO_PART.search(_names(at)):
                        yield at
                    advert_seen = False
            at = getattr(at, step)()


def _is_advert(element: Element) -> bool:
    return _ADVERT.search(_names(element)) is not None


def _names(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:400]


def _is_clear(between: Sequence[TextBlock], regions: Sequence[Region | None], prose: Sequence[float]) -> bool:
    """Tell whether nothing but adverts and links stands between two parts."""
    return not any(
        regions[block.number] in (Region.AUTHOR, Region.DATE)
        or (regions[block.number] is None and (prose[block.number] or block.tag in HEADINGS))
        for block in between
    )


def _goes_on(
    own: Sequence[TextBlock],
    regions: Sequence[Region | None],
    prose: Sequence[float],
    fewest: int,
    element: Element,
) -> bool:
    """Tell whether a part continues an article rather than beginning one."""
    first = own[0]
    if first.tag in HEADINGS and (
        first.tag == "h1" or first.link_share > 0.5 or fewest == _FEWEST or element.tag == "article"
    ):
        return False
    if any(regions[block.number] in _OF_ANOTHER or byline_names(block.text) for block in own):
        return False
    paragraphs = [
        block for block in own if prose[block.number] and not boilerplate_kind(block.text, block.link_share)
    ]
    if fewest == _FEWEST and any(block.parent is not element for block in paragraphs):
        return False
    return len(paragraphs) >= fewest
