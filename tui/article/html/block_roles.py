"""Which blocks stand in comments, related stories, share bars and the like, by signs of the elements round them.

A sign is believed only where it could be true of this page: one that stands over most of the prose says nothing
(WordPress puts "comments-open" on a whole article), and comments come after what they are about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest

from tui.article.html.class_hints import Region, roles
from tui.article.html.text_blocks import Element, TextBlock

_MOST = 0.4  # of the page's prose: a sign that stands over more of it than this says nothing
_MOST_COMMENTS = 0.98
_BEFORE_COMMENTS = 150  # characters of prose
_NEVER_FURNITURE = frozenset("html body main".split())
_CARD_HEADINGS = frozenset("h2 h3 h4 h5".split())
_MOST_CARDS = 0.6  # of the prose; where cards hold more the page is made of them
_CARDS, _CARD = 3, 450  # cards at least, characters under the heading of one
_STAY = frozenset({Region.COMMENTS, Region.RELATED, Region.NEWSLETTER})  # of an element whatever stands in it
Signs = tuple[tuple[str, Region], ...]


def find_roles(blocks: Sequence[TextBlock], mass: Sequence[float]) -> list[Region | None]:
    """The role of each block, None for one that may be prose. `mass` is how much prose each holds, in characters,
    less for what no witness takes for the body."""
    signs = _signs(blocks)
    comments = _comments(blocks, mass, signs)
    under: dict[str, float] = defaultdict(float)
    below: dict[Element, float] = defaultdict(float)
    total = 0.0
    for block, amount in zip(blocks, mass, strict=True):
        seen = {sign for element in block.above for sign, _ in signs[element]}
        if seen.isdisjoint(comments):
            total += amount
            for element in block.above:
                below[element] += amount
            for sign in seen:
                under[sign] += amount
    out: list[Region | None] = []
    for block in blocks:
        role: Region | None = None
        for element in block.above:
            for sign, says in signs[element]:
                if says is Region.COMMENTS:
                    believed = sign in comments
                else:
                    believed = under[sign] <= _MOST * total and below[element] <= _MOST * total
                if believed and role not in _STAY:
                    role = says
        out.append(role)
    for number in _teasers(blocks, mass, total):
        out[number] = out[number] or Region.RELATED
    return out


def _teasers(blocks: Sequence[TextBlock], mass: Sequence[float], total: float) -> set[int]:
    """The blocks of cards that lead to other articles: three and more headings one after another that are links,
    each with little under it."""
    found: set[int] = set()
    heads = [n for n, block in enumerate(blocks) if block.tag in _CARD_HEADINGS and block.link_share >= 0.6]
    run: list[int] = []
    for at, following in zip_longest(heads, heads[1:]):
        run.append(at)
        between = blocks[at + 1 : following] if following is not None else blocks[:0]
        if following is not None and len(between) <= 4 and sum(len(p.text) for p in between) <= _CARD:
            continue
        if len(run) >= _CARDS:
            shared = set(blocks[run[0]].above).intersection(*(blocks[n].above for n in run))
            card = set(blocks[at].above) - shared
            end = at + 1
            while end < len(blocks) and end <= at + 3 and not card.isdisjoint(blocks[end].above):
                end += 1
            if sum(mass[run[0] : end]) <= _MOST_CARDS * total:
                found.update(range(run[0], end))
        run = []
    return found


def _signs(blocks: Sequence[TextBlock]) -> dict[Element, Signs]:
    signs: dict[Element, Signs] = {}
    for block in blocks:
        for element in block.above:
            if element not in signs:
                signs[element] = () if element.tag in _NEVER_FURNITURE else tuple(roles(element))
    return signs


def _comments(blocks: Sequence[TextBlock], mass: Sequence[float], signs: dict[Element, Signs]) -> set[str]:
    """The signs of comments that are believed."""
    under: dict[str, float] = defaultdict(float)
    before: dict[str, float] = {}
    everything = outside = 0.0
    for block, amount in zip(blocks, mass, strict=True):
        everything += amount
        seen = {sign for element in block.above for sign, says in signs[element] if says is Region.COMMENTS}
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
