"""Find the element of a page that holds its article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

from tui.article.html.text_blocks import HEADINGS, Element, TextBlock
from tui.article.text.text_boilerplate import is_dateline, is_time

_NEARLY_ALL, _MOST = 0.72, 0.4  # shares of the mass that make a child the container; the second if it is sure
_SURE = 0.95  # share of the mass in trafilatura's precise body that makes a child sure
_ENTRY_DEPTH, _FEWEST_ENTRIES, _BLOCKS_BEFORE_TIME, _MOSTLY_TIMED = 4, 3, 2, 0.8  # of a live blog
_OWN_ARTICLE = 100  # the least mass of an <article> that counts as one of several


def find_container(
    blocks: Sequence[TextBlock], mass: Sequence[float], votes: Sequence[int], title: str
) -> Element | None:
    """Return the smallest element that holds nearly all of the mass; None if there is no mass.

    An ancestor is returned instead if most of what it adds is in trafilatura's precise body; of several
    articles in a row, the one under the page's title is returned. `mass` is the weighted characters of prose of
    each block, `votes` its votes (see `BodyScorer.votes`), `title` the page's title as `squeezed` gives it.
    """
    below: dict[Element, float] = defaultdict(float)
    voted: dict[Element, float] = defaultdict(float)
    children: dict[Element, dict[Element, None]] = defaultdict(dict)
    for block, amount in zip(blocks, mass, strict=True):
        if amount:
            in_precise = amount if votes[block.number] >= 2 else 0.0
            for i, element in enumerate(block.ancestors):
                below[element] += amount
                voted[element] += in_precise
                if i:
                    children[block.ancestors[i - 1]][element] = None
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
    articles = [
        e for e in below if e.tag == "article" and below[e] >= _OWN_ARTICLE and at in e.iterancestors()
    ]
    own = _article_under_title(blocks, articles, title)
    return _list_of_entries(at, blocks, below) or at if own is None else own


def _list_of_entries(
    at: Element, blocks: Sequence[TextBlock], mass: Mapping[Element, float]
) -> Element | None:
    """Return the element that holds the entries of a live blog, of which `at` is one or in one; None without.

    Entries look alike, hold prose, and begin with the time of day.
    """
    for entry in (at, *islice(at.iterancestors(), _ENTRY_DEPTH)):
        above = entry.getparent()
        if above is None or not entry.get("class"):
            continue
        alike = [
            e for e in above if (e.tag, e.get("class")) == (entry.tag, entry.get("class")) and mass.get(e)
        ]
        if len(alike) < _FEWEST_ENTRIES:
            continue
        first: dict[Element, list[str]] = {each: [] for each in alike}
        for block in blocks:
            for each in block.ancestors:
                if each in first and len(first[each]) < _BLOCKS_BEFORE_TIME:
                    first[each].append(block.text)
        timed = sum(any(is_dateline(text) and is_time(text) for text in first[each]) for each in alike)
        if timed >= _MOSTLY_TIMED * len(alike):
            return above
    return None


def _article_under_title(
    blocks: Sequence[TextBlock], articles: Sequence[Element], title: str
) -> Element | None:
    """Return the one of `articles` under the page's title, if each has a heading; else None.

    Pages with infinite scrolling put further articles under the one that was requested.
    """
    inner = set(articles)
    articles = [e for e in articles if inner.isdisjoint(e.iterancestors())]
    if len(articles) < 2 or not title:
        return None
    titles = [block for block in blocks if block.key == title and not inner.isdisjoint(block.ancestors)]
    if len(titles) != 1 or titles[0].tag not in HEADINGS:
        return None
    headed = {e for block in blocks if block.tag == titles[0].tag for e in block.ancestors}
    return next(e for e in articles if e in titles[0].ancestors) if headed.issuperset(articles) else None
