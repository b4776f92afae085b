"""Find the blocks in comments, related stories, share bars and the like, by signs of the elements around them.

A sign is believed only if it can be true: one that covers most of the prose means nothing (WordPress puts
"comments-open" on a whole article), and comments come after the article that they are about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from tui.article.html.class_hints import Region, hints
from tui.article.html.text_blocks import Element, TextBlock

_MOST = 0.4  # share of the prose; a sign that covers more means nothing
_MOST_COMMENTS = 0.98  # the same for signs of comments, which may be far longer than the article
_BEFORE_COMMENTS = 150  # the fewest characters of prose before comments
_NEVER_BOILERPLATE = frozenset("html body main".split())
_ITEM_DEPTH, _MOST_BLOCKS_OF_CARD = 7, 12  # levels above a block that may be an item of a list; blocks of one
_ITEMS = frozenset("li div article section".split())
_CARD_HEADINGS = frozenset("h2 h3 h4 h5".split())
_MOST_CARDS = 0.6  # share of the prose; a page with more of it in cards consists of them
# Publishers call by these both the box that asks to subscribe, and the paragraphs that subscribers may read.
_BEHIND_WALL = frozenset("paywall regwall membership subscription".split())
_ASKS = re.compile(
    r"\b(?:subscri(?:be|ber|bers|ption|ptions)|sign\s(?:up|in)|log\s?in|unlimited|free\strial|cancel\s(?:at\s)?any\s?time|membership|become\sa\s\w+"
    r"|(?:our|your)\s(?:readers|account|support|newsletter)|support\sus|donat(?:e|ion)|register(?:ed)?\b|already\sa|read\son\b"
    r"|[£$€]\s?\d[\d.,]*\s?(?:/|an?\b|per\b|for)\s?(?:week|month|year|\d))",
    re.IGNORECASE,
)
_FEWEST_CARDS, _LONGEST_CARD = 3, 450  # the fewest cards in a row; the most characters under a card's heading
_SHORTEST_SENTENCE, _LONGEST_APPEAL = 40, 220  # characters
# A byline or caption inside one of these belongs to it, not to the article.
_STAY = frozenset({Region.COMMENTS, Region.RELATED, Region.NEWSLETTER})
Signs = tuple[tuple[str, Region], ...]


def find_regions(blocks: Sequence[TextBlock], mass: Sequence[float]) -> list[Region | None]:
    """Return the region of each block, None for a block that may be prose of the article.

    `mass` is the number of characters of prose in each, reduced if trafilatura does not count it as the body.
    """
    signs = _signs_of_elements(blocks)
    comments = _believed_comment_signs(blocks, mass, signs)
    under: dict[str, float] = defaultdict(float)
    below: dict[Element, float] = defaultdict(float)
    total = 0.0
    for block, amount in zip(blocks, mass, strict=True):
        seen = {sign for element in block.ancestors for sign, _ in signs[element]}
        if seen.isdisjoint(comments):
            total += amount
            for element in block.ancestors:
                below[element] += amount
            for sign in seen:
                under[sign] += amount
    out: list[Region | None] = []
    for block in blocks:
        region: Region | None = None
        for element in block.ancestors:
            for sign, says in signs[element]:
                if says is Region.COMMENTS:
                    believed = sign in comments
                else:
                    believed = under[sign] <= _MOST * total and below[element] <= _MOST * total
                if believed and region not in _STAY:
                    region = says
        out.append(region)
    for number in _teaser_blocks(blocks, mass, total) | _teasers_before_body(blocks, mass, total):
        out[number] = out[number] or Region.RELATED
    return out


def _teaser_blocks(blocks: Sequence[TextBlock], mass: Sequence[float], total: float) -> set[int]:
    """Return the numbers of the blocks in cards that lead to other articles.

    These are three or more headings in a row that are links, each with little text under it.
    """
    found: set[int] = set()
    heads = [n for n, block in enumerate(blocks) if block.tag in _CARD_HEADINGS and block.link_share >= 0.6]
    run: list[int] = []
    for at, following in zip_longest(heads, heads[1:]):
        run.append(at)
        between = blocks[at + 1 : following] if following is not None else blocks[:0]
        if following is not None and len(between) <= 4 and sum(len(p.text) for p in between) <= _LONGEST_CARD:
            continue
        if len(run) >= _FEWEST_CARDS:
            shared = set(blocks[run[0]].ancestors).intersection(*(blocks[n].ancestors for n in run))
            card = set(blocks[at].ancestors) - shared
            end = at + 1
            while end < len(blocks) and end <= at + 3 and not card.isdisjoint(blocks[end].ancestors):
                end += 1
            if sum(mass[run[0] : end]) <= _MOST_CARDS * total:
                found.update(range(run[0], end))
        run = []
    return found


def _teasers_before_body(blocks: Sequence[TextBlock], mass: Sequence[float], total: float) -> set[int]:
    """Return the numbers of the blocks in lists of other articles that stand before any paragraph.

    Each of their three or more items begins with a link that is no part of a sentence: a title, then a summary.
    """
    items: dict[Element, dict[Element, list[int]]] = defaultdict(lambda: defaultdict(list))
    paragraphs: set[Element] = set()  # what holds a paragraph so far
    texts: set[Element] = set()  # what a paragraph so far stands in: a list after it is the text's own
    for block in blocks:
        for above, item in pairwise(block.ancestors[-_ITEM_DEPTH:]):
            if item.tag in _ITEMS and above not in paragraphs and above.getparent() not in texts:
                items[above][item].append(block.number)
        if block.tag == "p" and mass[block.number] and not _is_in_item_with_title(block, items, blocks):
            paragraphs.update(block.ancestors)
            texts.add(block.parent)
    found: set[int] = set()
    for group in items.values():
        numbers = [n for item in group.values() for n in item]
        if (
            len(group) >= _FEWEST_CARDS
            and len({item.tag for item in group}) == 1
            and all(_begins_with_title(blocks[item[0]]) for item in group.values())
            and all(sum(len(blocks[n].text) for n in item) <= _LONGEST_CARD for item in group.values())
            and sum(mass[n] for n in numbers) <= _MOST_CARDS * total
        ):
            found.update(numbers)
    return found


def _is_in_item_with_title(
    block: TextBlock, items: dict[Element, dict[Element, list[int]]], blocks: Sequence[TextBlock]
) -> bool:
    """Tell whether a paragraph is the summary in an item that begins with a title."""
    return any(
        (numbers := items.get(above, {}).get(item)) is not None
        and len(numbers) <= _MOST_BLOCKS_OF_CARD
        and _begins_with_title(blocks[numbers[0]])
        and sum(len(blocks[n].text) for n in numbers) <= _LONGEST_CARD
        for above, item in pairwise(block.ancestors[-_ITEM_DEPTH:])
    )


def _begins_with_title(block: TextBlock) -> bool:
    """Tell whether a block begins with a link that a sentence does not go on from."""
    if not block.links or block.links[0].start > 2:
        return False
    words = block.text[: block.links[0].end]
    if len(words) < 7 or not any(c.isalpha() for c in words):  # "10:02" over an entry of a live blog
        return False
    after = block.text[block.links[0].end :].lstrip()
    return not after or not (after[0].islower() or after[0] in ",.;:’'-–—")


def _signs_of_elements(blocks: Sequence[TextBlock]) -> dict[Element, Signs]:
    """Return the signs of every element around a block."""
    signs: dict[Element, Signs] = {}
    for block in blocks:
        for element in block.ancestors:
            if element not in signs:
                signs[element] = () if element.tag in _NEVER_BOILERPLATE else tuple(hints(element))
    behind_wall = {e for e, found in signs.items() if any(sign in _BEHIND_WALL for sign, _ in found)}
    if behind_wall:
        for element in behind_wall - _asking(blocks, behind_wall):
            signs[element] = tuple(each for each in signs[element] if each[0] not in _BEHIND_WALL)
    return signs


def _asking(blocks: Sequence[TextBlock], elements: set[Element]) -> set[Element]:
    """Return those of `elements` that ask to subscribe, or hold no sentence."""
    asking = set(elements)
    for block in blocks:  # a long paragraph tells its story, whatever it is about
        if len(block.text) >= _SHORTEST_SENTENCE and block.link_share < 0.3:
            asking.difference_update(block.ancestors)
    for block in blocks:
        if len(block.text) < _LONGEST_APPEAL and _ASKS.search(block.text):
            asking.update(elements.intersection(block.ancestors))
    return asking


def _believed_comment_signs(
    blocks: Sequence[TextBlock], mass: Sequence[float], signs: dict[Element, Signs]
) -> set[str]:
    """Return the signs of comments that are believed."""
    under: dict[str, float] = defaultdict(float)
    before: dict[str, float] = {}
    everything = outside = 0.0
    for block, amount in zip(blocks, mass, strict=True):
        everything += amount
        seen = {
            sign for element in block.ancestors for sign, says in signs[element] if says is Region.COMMENTS
        }
        if not amount:
            continue
        for sign in seen:
            before.setdefault(sign, outside)
            under[sign] += amount
        if not seen:
            outside += amount
    return {
        sign
        for element in signs.values()
        for sign, says in element
        if says is Region.COMMENTS
        and under[sign] <= _MOST_COMMENTS * everything
        and before.get(sign, _BEFORE_COMMENTS) >= min(_BEFORE_COMMENTS, everything)
    }
