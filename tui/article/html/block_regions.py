"""Find the blocks in comments, related stories, share bars and the like, by signs of the elements around them.

A sign is believed only if it can be true: one that covers most of the prose means nothing (WordPress puts
"comments-open" on a whole article), and comments come after the article that they are about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest

from tui.article.html.class_hints import Region, hints
from tui.article.html.text_blocks import Element, TextBlock

_MOST = 0.4  # share of the prose; a sign that covers more means nothing
_MOST_COMMENTS = 0.98  # the same for signs of comments, which may be far longer than the article
_BEFORE_COMMENTS = 150  # the fewest characters of prose before comments
_NEVER_BOILERPLATE = frozenset("html body main".split())
_CARD_HEADINGS = frozenset("h2 h3 h4 h5".split())
_MOST_CARDS = 0.6  # share of the prose; a page with more of it in cards consists of them
_FEWEST_CARDS, _LONGEST_CARD = 3, 450  # the fewest cards in a row; the most characters under a card's heading
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
    for number in _teaser_blocks(blocks, mass, total):
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


def _signs_of_elements(blocks: Sequence[TextBlock]) -> dict[Element, Signs]:
    """Return the signs of every element around a block."""
    signs: dict[Element, Signs] = {}
    for block in blocks:
        for element in block.ancestors:
            if element not in signs:
                signs[element] = () if element.tag in _NEVER_BOILERPLATE else tuple(hints(element))
    return signs


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
