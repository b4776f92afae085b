"""Remove from an article's body what is shown twice, and what comes before its first or after its last paragraph.

`blocks` are all blocks of the page; sets hold the numbers of some of them. `prose` is the number of characters
of prose in each block, `votes` how many extractors include it (see `BodyScorer`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui.article.html.text_blocks import HEADINGS, Element, TextBlock

_TRANSPARENT = frozenset("ul ol dl li blockquote".split())
_ALIKE = 2  # subheadings within the text that look as one above it
_MOST_SEARCHED = 3000  # the most blocks of a body that is searched for partial repeats


def _is_bare(block: TextBlock) -> bool:
    """Tell whether a block is bare text of a box, beside its paragraphs."""
    return block.tag == "div" and block.ancestors[-1].find("p") is not None


def container_of(block: TextBlock) -> Element:
    """Return the element that the block is a child of.

    Lists and block quotes do not count, because an article's own are found among its paragraphs.
    """
    element = block.parent
    if _is_bare(block):
        element = block.ancestors[-1]
    while element.tag in _TRANSPARENT and (above := element.getparent()) is not None:
        element = above
    return element


def without_repeats(taken: set[int], blocks: Sequence[TextBlock], prose: Sequence[float]) -> set[int]:
    """Return `taken` without repeats, such as a lead shown twice or a sentence repeated in large type."""
    seen: set[str] = set()
    whole = "\n".join(blocks[n].key for n in sorted(taken) if prose[n])
    out: set[int] = set()
    for n in sorted(taken):
        block, words = blocks[n], blocks[n].key
        if len(words) >= 50 and words in seen:
            continue
        set_apart = block.tag in HEADINGS or any(e.tag == "blockquote" for e in block.ancestors)
        if (
            set_apart
            and len(words) >= 25
            and len(taken) < _MOST_SEARCHED
            and whole.count(words) > (prose[n] > 0)
        ):
            continue
        seen.add(words)
        out.add(n)
    return out


def _look(heading: TextBlock) -> tuple[str | None, ...]:
    """Return the tags and classes of a heading and of what holds it."""
    own, above = heading.ancestors[-1], heading.parent
    return own.tag, own.get("class"), above.tag, above.get("class")


def _heads_body(heading: TextBlock, taken: set[int], blocks: Sequence[TextBlock]) -> bool:
    """Tell whether a block of the body comes soon after a heading."""
    following = blocks[heading.number + 1 : heading.number + 4]
    return any(p.number in taken and p.tag not in HEADINGS for p in following)


def without_stray_ends(
    taken: set[int],
    inside: Sequence[TextBlock],
    most: set[Element],
    blocks: Sequence[TextBlock],
    prose: Sequence[float],
    votes: Sequence[int],
) -> set[int]:
    """Return `taken` without blocks before the first and after the last paragraph of the article proper.

    These are blocks that trafilatura's precise body lacks. Headings with no text under them are dropped, too.
    """
    main = [
        p.number
        for p in inside
        if p.number in taken and prose[p.number] and container_of(p) in most
        if votes[p.number] or not _is_bare(p)
    ]
    if not main:
        return taken
    first, last = main[0], main[-1]
    # The lead may be outside the box with the rest; then everything between the two belongs to the body.
    around = blocks[first].ancestors
    lead = min(
        (n for n in taken if prose[n] and votes[n] >= 2 and container_of(blocks[n]) in around),
        default=first,
    )

    looks = Counter(_look(p) for p in inside if p.number in taken and p.tag in HEADINGS and p.number > first)

    def belongs(block: TextBlock) -> bool:
        support = votes[block.number]
        if first <= block.number <= last or (lead < block.number < first and support >= 2):
            return True
        beside = container_of(block) in most
        if block.number < first and block.tag in HEADINGS:  # "At a glance" over the first paragraph
            if block.tag != "h1" and looks[_look(block)] >= _ALIKE and _heads_body(block, taken, blocks):
                return True  # the first of several subheadings: of the first entry of a live blog
            return beside and block.tag != "h1" and support > 0
        if block.tag in HEADINGS:
            return support >= 2
        if block.number > last and _is_bare(block) and not support:
            return False  # "Video: more of the wall"
        return beside or (support >= 2 and prose[block.number] > 0)

    order = [p for p in inside if p.number in taken and belongs(p)]
    order = [p for p in order if p.tag not in HEADINGS or votes[p.number] or _heads_body(p, taken, blocks)]
    while (
        order and not prose[order[-1].number] and (order[-1].tag in HEADINGS or votes[order[-1].number] < 2)
    ):
        order.pop()
    return {p.number for p in order}
