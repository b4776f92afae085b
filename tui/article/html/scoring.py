"""Choose which text blocks of a page are its article's body.

Three extractors are weighed against each other. The first uses the tree: the element with nearly all the prose
of the page once comments, related stories and the like are left out (the idea of Arc90's Readability), and what
is beside most of the prose in it. The second is trafilatura, both favouring precision and by default. The third
is the body that the page states in its metadata (schema.org's articleBody), if any.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui.article.article import BlockKind
from tui.article.html.block_regions import find_regions
from tui.article.html.body_parts import body_parts
from tui.article.html.body_trimming import container_of, without_repeats, without_stray_ends
from tui.article.html.class_hints import Region
from tui.article.html.embedded_posts import is_post_among
from tui.article.html.extractors import ExtractedBody
from tui.article.html.html_boilerplate import boilerplate_kind, heads_boilerplate
from tui.article.html.main_container import find_container
from tui.article.html.text_blocks import HEADINGS, Element, TextBlock, squeezed
from tui.article.text.text_boilerplate import is_time

_PUNCTUATION = re.compile("[.,;:!?…。，、！？।॥။၊؟،؛።፣។៕·]")
_MARKED = re.compile(r"\[[A-Z][A-Z &]{2,20}\]\Z")  # how some papers end the titles of other stories
_PROSE_TAGS = frozenset("p li dt dd blockquote pre".split())
_LISTS = frozenset("ul ol dl".split())
_FEWEST_TIMES, _SHORTEST_POINT = 3, 15  # entries of a live blog; characters of a point in the list over them
_WEIGHT = (0.3, 0.6, 1.0, 1.0)  # the weight of a block's prose, by its votes


@dataclass(slots=True)
class BodyChoice:
    """The numbers of the blocks in the body, and the kinds of blocks near it as far as known.

    `first` and `last` are the numbers of the first and the last block of the element that holds the article.
    """

    body: set[int]
    kinds: dict[int, BlockKind]
    first: int
    last: int


def prose_length(block: TextBlock) -> float:
    """Return the number of characters of prose in the block: 0 for a link, a label or a heading."""
    length, share = len(block.text), block.link_share
    if share > 0.5 or block.tag in HEADINGS or length < 40:
        return 0.0
    stops = len(_PUNCTUATION.findall(block.text[:2000]))
    if (stops == 0 and length < 120) or (stops == 1 and length < 60):
        return 0.0
    return length * (1 - share)


def _is_link_paragraph(block: TextBlock) -> bool:
    """Tell whether a paragraph is all link and no sentence, and therefore leads to another story."""
    return (
        block.tag in ("p", "div")
        and len(block.text) > 20
        and block.link_share >= 0.95
        and block.text[-1] not in '.!?”"’'
    )


def _look(element: Element) -> tuple[str, ...]:
    """Return the tag and class of a box; of one without a class what its parent has, too."""
    if element.get("class"):
        return str(element.tag), element.get("class") or ""
    above = element.getparent()
    names = ("class", "data-component", "data-testid")
    return str(element.tag), *("" if above is None else above.get(name) or "" for name in names)


class BodyScorer:
    """Chooses the body among `blocks`.

    For each block, `votes` is 2 if trafilatura's precise body contains it, plus 1 if its default body does;
    `prose` is the number of characters of prose in it; `regions` is the part of the page that it is in, such as
    comments, None if it may be prose.
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
        self._parts: set[Element] = set()  # the container of the body, and others that go on with it
        self.prose = [prose_length(block) for block in blocks]
        self.votes = [2 * precise.contains(block) + default.contains(block) for block in blocks]
        self.regions = find_regions(
            blocks, [amount * _WEIGHT[v] for amount, v in zip(self.prose, self.votes, strict=True)]
        )

    def choose(self) -> BodyChoice:
        """Choose the body."""
        mass = [
            (amount * _WEIGHT[votes] if region is None else 0.0)
            for amount, region, votes in zip(self.prose, self.regions, self.votes, strict=True)
        ]
        container = find_container(self.blocks, mass, self.votes, self.title)
        kinds: dict[int, BlockKind] = {}
        if container is None:
            inside = list(self.blocks)
        else:
            self._parts = {container, *body_parts(container, self.blocks, self.regions, self.prose)}
            inside = [p for p in self.blocks if not self._parts.isdisjoint(p.ancestors)]
        body = self._bounded_by_stated_body(self._body(inside, kinds), inside)
        return BodyChoice(
            body,
            kinds,
            inside[0].number if inside else 0,
            inside[-1].number if inside else len(self.blocks) - 1,
        )

    def take_all(self) -> BodyChoice:
        """Take everything that its words or its elements do not show to be something else."""
        kinds: dict[int, BlockKind] = {}
        for block in self.blocks:
            region = self.regions[block.number]
            if region is not None and region is not Region.EMBED:
                kinds[block.number] = _KIND_OF_REGION.get(region, BlockKind.SUBHEADING)
            elif (kind := boilerplate_kind(block.text, block.link_share)) is not None:
                kinds[block.number] = kind
        body = {block.number for block in self.blocks} - kinds.keys()
        return BodyChoice(body, kinds, 0, len(self.blocks) - 1)

    def _body(self, inside: Sequence[TextBlock], kinds: dict[int, BlockKind]) -> set[int]:
        """Return the numbers of the blocks in the body, and put the kinds of others into `kinds`."""
        most, total = self._main_groups(inside)
        agreed = sum(self.prose[p.number] for p in inside if self.votes[p.number]) >= 0.5 * total
        lists = self._link_lists(inside)
        taken: set[int] = set()
        after_boilerplate_heading = False  # such as "More from the coast"
        for block in inside:
            n = block.number
            region = self.regions[n]
            # A post that the article shows, and not one of a box "From our accounts" beside it.
            if region is Region.EMBED and (self.votes[n] >= 2 or is_post_among(block, most)):
                taken.add(n)
                continue
            # In <figcaption>, class="related-stories" and the like.
            if region is not None:
                kinds[n] = _KIND_OF_REGION.get(region, BlockKind.SUBHEADING)
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
            # Titles in bold under "DON'T MISS", whose links are lost: "Ferry late again [VIDEO]".
            if after_boilerplate_heading and self._is_title_of_other(block):
                kinds[n] = BlockKind.LINK_LIST
                continue
            # "Boats: ten things to know", all of it a link, between two paragraphs.
            if _is_link_paragraph(block):
                kinds[n] = BlockKind.LINK_LIST
                continue
            main = container_of(block) in most
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
            # Too short for prose: "No.", "a wall" in a list of the article's own, a line of a poem.
            elif (
                (main and (block.tag in _PROSE_TAGS or self.votes[n]))
                or self.votes[n] >= 2
                or (block.tag == "li" and self.votes[n])
            ):
                taken.add(n)
        taken = without_repeats(taken, self.blocks, self.prose)
        taken = without_stray_ends(taken, inside, most, self.blocks, self.prose, self.votes)
        return taken | self._points_of_live_blog(inside, taken, kinds)

    def _points_of_live_blog(
        self, inside: Sequence[TextBlock], taken: set[int], kinds: dict[int, BlockKind]
    ) -> set[int]:
        """Return the short points over the first entry of a live blog, with their heading."""
        times = [p.number for p in inside if kinds.get(p.number) is BlockKind.DATELINE and is_time(p.text)]
        if len(times) < _FEWEST_TIMES or times[0] > min(taken, default=0):
            return set()
        points = {
            p.number
            for p in inside
            if p.number < times[0] and p.tag == "li" and not p.links and len(p.text) >= _SHORTEST_POINT
            if self.regions[p.number] is None and p.number not in kinds
        }
        heads = {n - 1 for n in points if n and self.blocks[n - 1].tag in HEADINGS - {"h1"}}
        return points | heads if len(points) > 1 else set()

    def _main_groups(self, inside: Sequence[TextBlock]) -> tuple[set[Element], float]:
        """Return the elements that hold the paragraphs, and the number of characters of prose in all elements.

        These are elements with a tenth of the prose each, and elements of the same tag and class that together
        hold a third, for pages with each paragraph in its own box.
        """
        groups: dict[Element, float] = defaultdict(float)
        alike: dict[tuple[str, ...], float] = defaultdict(float)
        for block in inside:
            if self.regions[block.number] is None and self.prose[block.number]:
                holder = container_of(block)
                groups[holder] += self.prose[block.number]
                if block.tag != "li":
                    alike[_look(holder)] += self.prose[block.number]
        total = sum(groups.values()) or 1.0
        most = {
            element
            for element, mass in groups.items()
            if mass >= 0.1 * total
            or (any(_look(element)[1:]) and alike[_look(element)] >= total / 3)
            or (element in self._parts and len(self._parts) > 1)
        }
        return most, total

    def _is_title_of_other(self, block: TextBlock) -> bool:
        """Tell whether a line in bold under a heading such as "Don't miss" is the title of another story."""
        if block.bold < 0.8 * len(block.text) or not 20 <= len(block.text) <= 160 or block.tag in HEADINGS:
            return False
        if _MARKED.search(block.text):
            return True
        following = self.blocks[block.number + 1 : block.number + 2]
        return any(each.bold >= 0.8 * len(each.text) and _MARKED.search(each.text) for each in following)

    def _is_followed_by_prose(self, heading: TextBlock, most: set[Element]) -> bool:
        """Tell whether a paragraph of the article comes right after the heading."""
        following = next(iter(self.blocks[heading.number + 1 : heading.number + 2]), None)
        return (
            following is not None
            and self.prose[following.number] > 60
            and following.link_share < 0.3
            and self.regions[following.number] is None
            and container_of(following) in most
        )

    def _bounded_by_stated_body(self, body: set[int], inside: Sequence[TextBlock]) -> set[int]:
        """Return `body` limited to, and completed with, the body that the metadata state.

        It is returned unchanged if the two are not clearly the same text.
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


_KIND_OF_REGION = {
    Region.CAPTION: BlockKind.CAPTION, Region.AUTHOR: BlockKind.BYLINE, Region.DATE: BlockKind.DATELINE,
    Region.RELATED: BlockKind.LINK_LIST, Region.NEWSLETTER: BlockKind.NEWSLETTER, Region.TAGS: BlockKind.LINK_LIST,
}  # fmt: skip
