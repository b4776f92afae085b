"""Which blocks of a page are its article's body.

Three witnesses are heard. The first is the tree: the element that holds nearly all prose of the page once
comments, related stories and the like are left out (the idea of Arc90's Readability), and what stands beside the
most prose in it. The second is trafilatura, in its strict and in its generous mode. The third is the body that
the page itself gives to machines (schema.org's articleBody), where it gives one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.article.article import BlockKind
from tui.article.html.block_roles import find_roles
from tui.article.html.class_hints import Region
from tui.article.html.extractors import ExtractedBody
from tui.article.html.html_boilerplate import heads_furniture, line_kind
from tui.article.html.main_container import find_container
from tui.article.html.text_blocks import HEADINGS, Element, TextBlock, squeezed

_STOPS = re.compile("[.,;:!?…。，、！？।॥။၊؟،؛።፣។៕·]")
_LOOKED_THROUGH = frozenset("ul ol dl li blockquote".split())
_OF_PROSE = frozenset("p li dt dd blockquote pre".split())
_LISTS = frozenset("ul ol dl".split())
_WEIGHT = (0.3, 0.6, 1.0, 1.0)  # of prose that no witness, the generous one, the strict one, both have
_MANY = 3000  # blocks


@dataclass(slots=True)
class BodyChoice:
    """`body`: numbers of the blocks that are the body. `kinds`: what others near it are, where that is known.
    `first` and `last`: the blocks that the article lies between."""

    body: set[int]
    kinds: dict[int, BlockKind]
    first: int
    last: int


def prose(block: TextBlock) -> float:
    """How much prose the block holds, in characters: none where it is a link, a label or a heading."""
    length, share = len(block.text), block.link_share
    if share > 0.5 or block.tag in HEADINGS or length < 40:
        return 0.0
    stops = len(_STOPS.findall(block.text[:2000]))
    if (stops == 0 and length < 120) or (stops == 1 and length < 60):
        return 0.0
    return length * (1 - share)


def _holder(block: TextBlock) -> Element:
    """The element whose child the block is, lists and quotations looked through: an article's own stand beside its
    paragraphs."""
    element = block.parent
    while element.tag in _LOOKED_THROUGH and (above := element.getparent()) is not None:
        element = above
    return element


def _is_bare_link(block: TextBlock) -> bool:
    """Whether a paragraph is nothing but one link, and no sentence: it leads to another story."""
    return (
        block.tag in ("p", "div")
        and len(block.text) > 20
        and block.link_share >= 0.95
        and block.text[-1] not in '.!?”"’'
    )


class BodyScorer:
    """Chooses the body among `blocks`."""

    def __init__(
        self,
        blocks: Sequence[TextBlock],
        title: str | None,
        strict: ExtractedBody,
        generous: ExtractedBody,
        given: ExtractedBody,
    ) -> None:
        self.blocks = blocks
        self.title = squeezed(title or "")
        self.strict, self.generous, self.given = strict, generous, given
        self.prose = [prose(block) for block in blocks]
        self.votes = [self._votes(block) for block in blocks]
        self.roles = find_roles(
            blocks, [amount * _WEIGHT[v] for amount, v in zip(self.prose, self.votes, strict=True)]
        )

    def _votes(self, block: TextBlock) -> int:
        return (2 * self.strict.contains(block)) + self.generous.contains(block)

    def choose(self) -> BodyChoice:
        """Choose."""
        mass = [
            (amount * _WEIGHT[votes] if role is None else 0.0)
            for amount, role, votes in zip(self.prose, self.roles, self.votes, strict=True)
        ]
        container = find_container(self.blocks, mass, self.votes, self.title)
        kinds: dict[int, BlockKind] = {}
        inside = [p for p in self.blocks if container is None or container in p.above]
        body = self._by_what_is_given(self._body(inside, kinds), inside)
        return BodyChoice(
            body,
            kinds,
            inside[0].number if inside else 0,
            inside[-1].number if inside else len(self.blocks) - 1,
        )

    def _body(self, inside: Sequence[TextBlock], kinds: dict[int, BlockKind]) -> set[int]:
        most, total = self._main_groups(inside)
        agreed = sum(self.prose[p.number] for p in inside if self.votes[p.number]) >= 0.5 * total
        lists = self._link_lists(inside)
        taken: set[int] = set()
        furniture_heading = False
        for block in inside:
            n = block.number
            role = self.roles[n]
            if role is Region.EMBED and self.votes[n] >= 2:
                taken.add(n)
                continue
            if role is not None:
                kinds[n] = _KIND_OF_ROLE.get(role, BlockKind.SUBHEADING)
                continue
            if (kind := line_kind(block.text, block.link_share)) is not None:
                kinds[n] = kind
                furniture_heading = kind is BlockKind.LINK_LIST or furniture_heading
                continue
            if self.title and block.key == self.title and block.number < inside[0].number + 12:
                kinds[n] = BlockKind.HEADLINE
                continue
            heading = block.tag in HEADINGS or (block.bold == len(block.text) and len(block.text) < 60)
            if heading and heads_furniture(block.text) and not self._over_prose(block, most):
                furniture_heading = True
                kinds[n] = BlockKind.LINK_LIST
                continue
            if _is_bare_link(block):
                kinds[n] = BlockKind.LINK_LIST
                continue
            main = _holder(block) in most
            if self.prose[n] and (main or self.votes[n] or not (agreed or furniture_heading)):
                taken.add(n)
                furniture_heading = False
            elif (
                any(e in lists for e in block.above)
                or (block.link_share > 0.9 and not self.votes[n])
                or (furniture_heading and block.link_share > 0.5)
            ):
                kinds[n] = BlockKind.LINK_LIST
            elif block.tag in HEADINGS:
                taken.add(n)
                furniture_heading = False
            elif (
                (main and (block.tag in _OF_PROSE or self.votes[n]))
                or self.votes[n] >= 2
                or (block.tag == "li" and self.votes[n])
            ):
                taken.add(n)
        return self._without_loose_ends(inside, self._once(taken), most)

    def _main_groups(self, inside: Sequence[TextBlock]) -> tuple[set[Element], float]:
        """The elements that hold the paragraphs, and how much prose there is: those with a tenth of it or more, and
        those that are alike in tag and class and hold a third together (a paragraph each, or a few)."""
        groups: dict[Element, float] = defaultdict(float)
        alike: dict[tuple[str, str], float] = defaultdict(float)
        for block in inside:
            if self.roles[block.number] is None and self.prose[block.number]:
                holder = _holder(block)
                groups[holder] += self.prose[block.number]
                if block.tag != "li":
                    alike[str(holder.tag), holder.get("class") or ""] += self.prose[block.number]
        total = sum(groups.values()) or 1.0
        most = {
            element
            for element, mass in groups.items()
            if mass >= 0.1 * total
            or (element.get("class") and alike[str(element.tag), element.get("class")] >= total / 3)
        }
        return most, total

    def _over_prose(self, heading: TextBlock, most: set[Element]) -> bool:
        """Whether a paragraph of the article comes right after the heading, whatever that says."""
        following = next(iter(self.blocks[heading.number + 1 : heading.number + 2]), None)
        return (
            following is not None
            and self.prose[following.number] > 60
            and following.link_share < 0.3
            and self.roles[following.number] is None
            and _holder(following) in most
        )

    def _by_what_is_given(self, body: set[int], inside: Sequence[TextBlock]) -> set[int]:
        """`body` cut to what lies between the first and the last block of the body that the page gives itself,
        and filled up with what is of it, where that is plainly the same text."""
        if not self.given:
            return body
        of_it = {p.number for p in inside if self.prose[p.number] and self.given.contains(p)}
        covered = sum(self.prose[n] for n in of_it & body)
        chosen = sum(self.prose[n] for n in body)
        if not of_it or covered < 0.75 * chosen:
            return body
        known = {n for n in body if not self.prose[n] and self.given.contains(self.blocks[n])}
        first, last = min(of_it | known), max(of_it | known)
        return {n for n in body if first <= n <= last} | of_it

    def _link_lists(self, inside: Iterable[TextBlock]) -> set[Element]:
        """The lists whose items are mostly links."""
        sums: dict[Element, tuple[int, float]] = {}
        for block in inside:
            for element in reversed(block.above):
                if element.tag in _LISTS:
                    length, linked = sums.get(element, (0, 0.0))
                    sums[element] = (length + len(block.text), linked + block.link_share * len(block.text))
                    break
        return {element for element, (length, linked) in sums.items() if linked > 0.6 * length}

    def _once(self, taken: set[int]) -> set[int]:
        """`taken` without what is said a second time: a lead that is repeated, a sentence shown large."""
        seen: set[str] = set()
        whole = "\n".join(self.blocks[n].key for n in sorted(taken) if self.prose[n])
        out: set[int] = set()
        for n in sorted(taken):
            block, words = self.blocks[n], self.blocks[n].key
            if len(words) >= 50 and words in seen:
                continue
            set_apart = block.tag in HEADINGS or any(e.tag == "blockquote" for e in block.above)
            if (
                set_apart
                and len(words) >= 25
                and len(taken) < _MANY
                and whole.count(words) > (self.prose[n] > 0)
            ):
                continue
            seen.add(words)
            out.add(n)
        return out

    def _heads(self, heading: TextBlock, taken: set[int]) -> bool:
        """Whether the next thing that is shown after a heading is of the body."""
        following = self.blocks[heading.number + 1 : heading.number + 4]
        return any(p.number in taken and p.tag not in HEADINGS for p in following)

    def _without_loose_ends(
        self, inside: Sequence[TextBlock], taken: set[int], most: set[Element]
    ) -> set[int]:
        """What stands before the first of the main prose and after the last stays only where the strict witness
        has it; headings that head nothing go."""
        main = [p.number for p in inside if p.number in taken and self.prose[p.number] and _holder(p) in most]
        if not main:
            return taken
        first, last = main[0], main[-1]
        # The lead may stand in an element round that of the rest: what the strict witness has under it is between.
        around = self.blocks[first].above
        lead = min(
            (n for n in taken if self.prose[n] and self.votes[n] >= 2 and _holder(self.blocks[n]) in around),
            default=first,
        )

        def stays(block: TextBlock) -> bool:
            if first <= block.number <= last:
                return True
            if lead < block.number < first and self.votes[block.number] >= 2:
                return True
            beside = _holder(block) in most
            if block.number < first and block.tag in HEADINGS:
                return beside and block.tag != "h1" and self.votes[block.number] > 0
            if block.tag in HEADINGS:
                return self.votes[block.number] >= 2
            return beside or (self.votes[block.number] >= 2 and self.prose[block.number] > 0)

        order = [p for p in inside if p.number in taken and stays(p)]
        order = [p for p in order if p.tag not in HEADINGS or self.votes[p.number] or self._heads(p, taken)]
        while (
            order
            and not self.prose[order[-1].number]
            and (order[-1].tag in HEADINGS or self.votes[order[-1].number] < 2)
        ):
            order.pop()
        return {p.number for p in order}


_KIND_OF_ROLE = {
    Region.CAPTION: BlockKind.CAPTION, Region.AUTHOR: BlockKind.BYLINE, Region.DATE: BlockKind.DATELINE,
    Region.RELATED: BlockKind.LINK_LIST, Region.NEWSLETTER: BlockKind.NEWSLETTER, Region.TAGS: BlockKind.LINK_LIST,
}  # fmt: skip
