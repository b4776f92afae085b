"""Chooses which text blocks of a page are its article's body.

Three extractors are weighed against each other. The first is the tree: the element with nearly all the prose of
the page once comments, related stories and the like are left out (the idea of Arc90's Readability), and what
stands beside most of the prose in it. The second is trafilatura, favouring precision and by default. The third is
the body that the page states in its metadata (schema.org's articleBody), if any.
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
from tui.article.html.html_boilerplate import boilerplate_kind, heads_boilerplate
from tui.article.html.main_container import find_container
from tui.article.html.text_blocks import HEADINGS, Element, TextBlock, squeezed

_PUNCTUATION = re.compile("[.,;:!?…。，、！？।॥။၊؟،؛።፣។៕·]")
_TRANSPARENT = frozenset("ul ol dl li blockquote".split())
_PROSE_TAGS = frozenset("p li dt dd blockquote pre".split())
_LISTS = frozenset("ul ol dl".split())
_WEIGHT = (0.3, 0.6, 1.0, 1.0)  # of prose by its votes
_MOST_SEARCHED = 3000  # blocks of a body that is searched for repeats of a part of one


@dataclass(slots=True)
class BodyChoice:
    """The numbers of the blocks in the body, and the kinds of blocks near it, as far as they are known.

    `first` and `last` are the numbers of the first and the last block of the element that holds the article.
    """

    body: set[int]
    kinds: dict[int, BlockKind]
    first: int
    last: int


def prose_length(block: TextBlock) -> float:
    """Return how many characters of prose the block holds: 0 for a link, a label or a heading."""
    length, share = len(block.text), block.link_share
    if share > 0.5 or block.tag in HEADINGS or length < 40:
        return 0.0
    stops = len(_PUNCTUATION.findall(block.text[:2000]))
    if (stops == 0 and length < 120) or (stops == 1 and length < 60):
        return 0.0
    return length * (1 - share)


def _container_of(block: TextBlock) -> Element:
    """Return the element that the block is a child of.

    Lists and block quotes do not count, because an article's own stand among its paragraphs.
    """
    element = block.parent
    while element.tag in _TRANSPARENT and (above := element.getparent()) is not None:
        element = above
    return element


def _is_link_paragraph(block: TextBlock) -> bool:
    """Tell whether a paragraph is all link and no sentence, and so leads to another story."""
    return (
        block.tag in ("p", "div")
        and len(block.text) > 20
        and block.link_share >= 0.95
        and block.text[-1] not in '.!?”"’'
    )


class BodyScorer:
    """Chooses the body among `blocks`.

    `votes` holds for each block 2 if trafilatura's precise body contains it, plus 1 if its default body does;
    `prose` how many characters of prose it holds; `roles` what else than prose it is, where that is known.
    """

    def __init__(
        self,
        blocks: Sequence[TextBlock],
        title: str | None,
        precise: ExtractedBody,
        default: ExtractedBody,
        stated: ExtractedBody,
    ) -> None:
        self.blocks = blocks
        self.title = squeezed(title or "")
        self._stated = stated
        self.prose = [prose_length(block) for block in blocks]
        self.votes = [2 * precise.contains(block) + default.contains(block) for block in blocks]
        self.roles = find_roles(
            blocks, [amount * _WEIGHT[v] for amount, v in zip(self.prose, self.votes, strict=True)]
        )

    def choose(self) -> BodyChoice:
        """Return the choice."""
        mass = [
            (amount * _WEIGHT[votes] if role is None else 0.0)
            for amount, role, votes in zip(self.prose, self.roles, self.votes, strict=True)
        ]
        container = find_container(self.blocks, mass, self.votes, self.title)
        kinds: dict[int, BlockKind] = {}
        inside = [p for p in self.blocks if container is None or container in p.ancestors]
        body = self._bounded_by_stated_body(self._body(inside, kinds), inside)
        return BodyChoice(
            body,
            kinds,
            inside[0].number if inside else 0,
            inside[-1].number if inside else len(self.blocks) - 1,
        )

    def _body(self, inside: Sequence[TextBlock], kinds: dict[int, BlockKind]) -> set[int]:
        """Return the numbers of the blocks in the body, and put the kinds of others into `kinds`."""
        most, total = self._main_groups(inside)
        agreed = sum(self.prose[p.number] for p in inside if self.votes[p.number]) >= 0.5 * total
        lists = self._link_lists(inside)
        taken: set[int] = set()
        after_boilerplate_heading = False  # such as "More from the coast"
        for block in inside:
            n = block.number
            role = self.roles[n]
            # A post that the article shows, and not one of a box "From our accounts" beside it.
            if role is Region.EMBED and self.votes[n] >= 2:
                taken.add(n)
                continue
            # In <figcaption>, class="related-stories" and the like.
            if role is not None:
                kinds[n] = _KIND_OF_ROLE.get(role, BlockKind.SUBHEADING)
                continue
            # "Advertisement", "By Mina Sallow": boilerplate by its words.
            if (kind := boilerplate_kind(block.text, block.link_share)) is not None:
                kinds[n] = kind
                after_boilerplate_heading = kind is BlockKind.LINK_LIST or after_boilerplate_heading
                continue
            # The headline, repeated at the top of the article; far below, its words may be a sentence of the text.
            if self.title and block.key == self.title and block.number < inside[0].number + 12:
                kinds[n] = BlockKind.HEADLINE
                continue
            # "More from the coast" over links; but over a paragraph "More than a wall" is a subheading.
            heading = block.tag in HEADINGS or (block.bold == len(block.text) and len(block.text) < 60)
            if heading and heads_boilerplate(block.text) and not self._is_followed_by_prose(block, most):
                after_boilerplate_heading = True
                kinds[n] = BlockKind.LINK_LIST
                continue
            # "Boats: ten things to know", all of it a link, between two paragraphs.
            if _is_link_paragraph(block):
                kinds[n] = BlockKind.LINK_LIST
                continue
            main = _container_of(block) in most
            # A paragraph beside the others, or one that trafilatura also has. Anything else is trusted only where
            # trafilatura missed most of the page and no heading such as "Related" stands over it.
            if self.prose[n] and (main or self.votes[n] or not (agreed or after_boilerplate_heading)):
                taken.add(n)
                after_boilerplate_heading = False
            # An item of "<ul><li><a>Ferry late</a>…", a lone link, or a link under "Related".
            elif (
                any(e in lists for e in block.ancestors)
                or (block.link_share > 0.9 and not self.votes[n])
                or (after_boilerplate_heading and block.link_share > 0.5)
            ):
                kinds[n] = BlockKind.LINK_LIST
            # A subheading; one that heads nothing is dropped below.
            elif block.tag in HEADINGS:
                taken.add(n)
                after_boilerplate_heading = False
            # What is too short for prose: "No.", "a wall" in a list of the article's, a line of a poem.
            elif (
                (main and (block.tag in _PROSE_TAGS or self.votes[n]))
                or self.votes[n] >= 2
                or (block.tag == "li" and self.votes[n])
            ):
                taken.add(n)
        return self._without_stray_ends(inside, self._without_repeats(taken), most)

    def _main_groups(self, inside: Sequence[TextBlock]) -> tuple[set[Element], float]:
        """Return the elements that hold the paragraphs, and the characters of prose in all elements.

        These are elements with a tenth of the prose each, and those with the same tag and class that hold a third
        together, as where each paragraph is in a box of its own.
        """
        groups: dict[Element, float] = defaultdict(float)
        alike: dict[tuple[str, str], float] = defaultdict(float)
        for block in inside:
            if self.roles[block.number] is None and self.prose[block.number]:
                holder = _container_of(block)
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

    def _is_followed_by_prose(self, heading: TextBlock, most: set[Element]) -> bool:
        """Tell whether a paragraph of the article comes right after the heading."""
        following = next(iter(self.blocks[heading.number + 1 : heading.number + 2]), None)
        return (
            following is not None
            and self.prose[following.number] > 60
            and following.link_share < 0.3
            and self.roles[following.number] is None
            and _container_of(following) in most
        )

    def _bounded_by_stated_body(self, body: set[int], inside: Sequence[TextBlock]) -> set[int]:
        """Return `body` between the first and last block of the body that the metadata state, with all of that.

        It is returned unchanged where the two are not plainly the same text.
        """
        if not self._stated:
            return body
        of_it = {p.number for p in inside if self.prose[p.number] and self._stated.contains(p)}
        covered = sum(self.prose[n] for n in of_it & body)
        chosen = sum(self.prose[n] for n in body)
        if not of_it or covered < 0.75 * chosen:
            return body
        known = {n for n in body if not self.prose[n] and self._stated.contains(self.blocks[n])}
        first, last = min(of_it | known), max(of_it | known)
        return {n for n in body if first <= n <= last} | of_it

    def _link_lists(self, inside: Iterable[TextBlock]) -> set[Element]:
        """Return the lists whose items are mostly links."""
        sums: dict[Element, tuple[int, float]] = {}
        for block in inside:
            for element in reversed(block.ancestors):
                if element.tag in _LISTS:
                    length, linked = sums.get(element, (0, 0.0))
                    sums[element] = (length + len(block.text), linked + block.link_share * len(block.text))
                    break
        return {element for element, (length, linked) in sums.items() if linked > 0.6 * length}

    def _without_repeats(self, taken: set[int]) -> set[int]:
        """Return `taken` without repeats: a lead shown twice, a sentence shown once more in large type."""
        seen: set[str] = set()
        whole = "\n".join(self.blocks[n].key for n in sorted(taken) if self.prose[n])
        out: set[int] = set()
        for n in sorted(taken):
            block, words = self.blocks[n], self.blocks[n].key
            if len(words) >= 50 and words in seen:
                continue
            set_apart = block.tag in HEADINGS or any(e.tag == "blockquote" for e in block.ancestors)
            if (
                set_apart
                and len(words) >= 25
                and len(taken) < _MOST_SEARCHED
                and whole.count(words) > (self.prose[n] > 0)
            ):
                continue
            seen.add(words)
            out.add(n)
        return out

    def _heads_body(self, heading: TextBlock, taken: set[int]) -> bool:
        """Tell whether a block of the body comes soon after a heading."""
        following = self.blocks[heading.number + 1 : heading.number + 4]
        return any(p.number in taken and p.tag not in HEADINGS for p in following)

    def _without_stray_ends(
        self, inside: Sequence[TextBlock], taken: set[int], most: set[Element]
    ) -> set[int]:
        """Return `taken` without what does not belong to the article before its first and after its last paragraph.

        That is what trafilatura's precise body does not have. Headings with no text under them are dropped, too.
        """
        main = [
            p.number
            for p in inside
            if p.number in taken and self.prose[p.number] and _container_of(p) in most
        ]
        if not main:
            return taken
        first, last = main[0], main[-1]
        # The lead may stand outside the box with the rest; then what stands between the two belongs to the body.
        around = self.blocks[first].ancestors
        lead = min(
            (
                n
                for n in taken
                if self.prose[n] and self.votes[n] >= 2 and _container_of(self.blocks[n]) in around
            ),
            default=first,
        )

        def belongs(block: TextBlock) -> bool:
            votes = self.votes[block.number]
            if first <= block.number <= last or (lead < block.number < first and votes >= 2):
                return True
            beside = _container_of(block) in most
            if block.number < first and block.tag in HEADINGS:  # "At a glance" over the first paragraph
                return beside and block.tag != "h1" and votes > 0
            if block.tag in HEADINGS:
                return votes >= 2
            return beside or (votes >= 2 and self.prose[block.number] > 0)

        order = [p for p in inside if p.number in taken and belongs(p)]
        order = [
            p for p in order if p.tag not in HEADINGS or self.votes[p.number] or self._heads_body(p, taken)
        ]
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
