"""Which element of a page holds its article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tui.article.html.text_blocks import HEADINGS, Element, TextBlock

_NEARLY_ALL, _MOST = 0.72, 0.4  # of the prose; the latter where it is nearly all that the strict witness has
_SURE = 0.95  # of what the strict witness has
_ANOTHER = 100  # of that mass, that make an article of its own


def find_container(
    blocks: Sequence[TextBlock], mass: Sequence[float], votes: Sequence[int], title: str
) -> Element | None:
    """The smallest element that holds nearly all of the mass, or one above it where what that adds is mostly
    body in the strict witness's eyes; of several articles one under another, that under the page's title.

    `mass` is how much prose each block holds, in characters, `votes` which witnesses have it (2 and 3: the strict
    one), `title` the squeezed title of the page.
    """
    below: dict[Element, float] = defaultdict(float)
    voted: dict[Element, float] = defaultdict(float)
    children: dict[Element, dict[Element, None]] = defaultdict(dict)
    for block, amount in zip(blocks, mass, strict=True):
        if amount:
            strict = amount if votes[block.number] >= 2 else 0.0
            for i, element in enumerate(block.above):
                below[element] += amount
                voted[element] += strict
                if i:
                    children[block.above[i - 1]][element] = None
    if not below:
        return None
    at = max(below, key=lambda e: below[e])
    while children[at]:
        best = max(children[at], key=lambda e: below[e])
        nearly_all = _NEARLY_ALL if not voted[at] or voted[best] < _SURE * voted[at] else _MOST
        if below[best] < nearly_all * below[at] or best.tag in ("p", "li", "blockquote"):
            break
        at = best
    for element in at.iterancestors():
        added = voted[element] - voted[at]
        if added > 1 and added >= 0.7 * (below[element] - below[at]):
            at = element
    articles = [e for e in below if e.tag == "article" and below[e] >= _ANOTHER and at in e.iterancestors()]
    own = _titled(blocks, articles, title)
    return at if own is None else own


def _titled(blocks: Sequence[TextBlock], articles: Sequence[Element], title: str) -> Element | None:
    """The one of `articles` under the page's title, where others follow it as on pages that never end: each has
    such a heading."""
    inner = set(articles)
    articles = [e for e in articles if inner.isdisjoint(e.iterancestors())]
    if len(articles) < 2 or not title:
        return None
    titles = [block for block in blocks if block.key == title and not inner.isdisjoint(block.above)]
    if len(titles) != 1 or titles[0].tag not in HEADINGS:
        return None
    headed = {e for block in blocks if block.tag == titles[0].tag for e in block.above}
    return next(e for e in articles if e in titles[0].above) if headed.issuperset(articles) else None
