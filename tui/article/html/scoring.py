"""Which pieces of a page are its article's body.

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
_MANY = 3000  # pieces


@dataclass(slots=True)
class BodyChoice:
    """`body`: numbers of the pieces that are the body. `kinds`: what others near it are, where that is known.
    `first` and `last`: the pieces that the article lies between."""

    body: set[int]
    kinds: dict[int, BlockKind]
    first: int
    last: int


def prose(piece: TextBlock) -> float:
    """How much prose the piece holds, in characters: none where it is a link, a label or a heading."""
    length, share = len(piece.text), piece.link_share
    if share > 0.5 or piece.tag in HEADINGS or length < 40:
        return 0.0
    stops = len(_STOPS.findall(piece.text[:2000]))
    if (stops == 0 and length < 120) or (stops == 1 and length < 60):
        return 0.0
    return length * (1 - share)


def _holder(piece: TextBlock) -> Element:
    """The element whose child the piece is, lists and quotations looked through: an article's own stand beside its
    paragraphs."""
    element = piece.parent
    while element.tag in _LOOKED_THROUGH and (above := element.getparent()) is not None:
        element = above
    return element


def _is_bare_link(piece: TextBlock) -> bool:
    """Whether a paragraph is nothing but one link, and no sentence: it leads to another story."""
    return (
        piece.tag in ("p", "div")
        and len(piece.text) > 20
        and piece.link_share >= 0.95
        and piece.text[-1] not in '.!?”"’'
    )


class BodyScorer:
    """Chooses the body among `pieces`."""

    def __init__(
        self,
        pieces: Sequence[TextBlock],
        title: str | None,
        strict: ExtractedBody,
        generous: ExtractedBody,
        given: ExtractedBody,
    ) -> None:
        self.pieces = pieces
        self.title = squeezed(title or "")
        self.strict, self.generous, self.given = strict, generous, given
        self.prose = [prose(piece) for piece in pieces]
        self.votes = [self._votes(piece) for piece in pieces]
        self.roles = find_roles(
            pieces, [amount * _WEIGHT[v] for amount, v in zip(self.prose, self.votes, strict=True)]
        )

    def _votes(self, piece: TextBlock) -> int:
        return (2 * self.strict.has(piece)) + self.generous.has(piece)

    def choose(self) -> BodyChoice:
        """Choose."""
        mass = [
            (amount * _WEIGHT[votes] if role is None else 0.0)
            for amount, role, votes in zip(self.prose, self.roles, self.votes, strict=True)
        ]
        container = find_container(self.pieces, mass, self.votes, self.title)
        kinds: dict[int, BlockKind] = {}
        inside = [p for p in self.pieces if container is None or container in p.above]
        body = self._by_what_is_given(self._body(inside, kinds), inside)
        return BodyChoice(
            body,
            kinds,
            inside[0].number if inside else 0,
            inside[-1].number if inside else len(self.pieces) - 1,
        )

    def _body(self, inside: Sequence[TextBlock], kinds: dict[int, BlockKind]) -> set[int]:
        most, total = self._main_groups(inside)
        agreed = sum(self.prose[p.number] for p in inside if self.votes[p.number]) >= 0.5 * total
        lists = self._link_lists(inside)
        taken: set[int] = set()
        furniture_heading = False
        for piece in inside:
            n = piece.number
            role = self.roles[n]
            if role is Region.EMBED and self.votes[n] >= 2:
                taken.add(n)
                continue
            if role is not None:
                kinds[n] = _KIND_OF_ROLE.get(role, BlockKind.SUBHEADING)
                continue
            if (kind := line_kind(piece.text, piece.link_share)) is not None:
                kinds[n] = kind
                furniture_heading = kind is BlockKind.LINK_LIST or furniture_heading
                continue
            if self.title and piece.key == self.title and piece.number < inside[0].number + 12:
                kinds[n] = BlockKind.HEADLINE
                continue
            heading = piece.tag in HEADINGS or (piece.bold == len(piece.text) and len(piece.text) < 60)
            if heading and heads_furniture(piece.text) and not self._over_prose(piece, most):
                furniture_heading = True
                kinds[n] = BlockKind.LINK_LIST
                continue
            if _is_bare_link(piece):
                kinds[n] = BlockKind.LINK_LIST
                continue
            main = _holder(piece) in most
            if self.prose[n] and (main or self.votes[n] or not (agreed or furniture_heading)):
                taken.add(n)
                furniture_heading = False
            elif (
                any(e in lists for e in piece.above)
                or (piece.link_share > 0.9 and not self.votes[n])
                or (furniture_heading and piece.link_share > 0.5)
            ):
                kinds[n] = BlockKind.LINK_LIST
            elif piece.tag in HEADINGS:
                taken.add(n)
                furniture_heading = False
            elif (
                (main and (piece.tag in _OF_PROSE or self.votes[n]))
                or self.votes[n] >= 2
                or (piece.tag == "li" and self.votes[n])
            ):
                taken.add(n)
        return self._without_loose_ends(inside, self._once(taken), most)

    def _main_groups(self, inside: Sequence[TextBlock]) -> tuple[set[Element], float]:
        """The elements that hold the paragraphs, and how much prose there is: those with a tenth of it or more, and
        those that are alike in tag and class and hold a third together (a paragraph each, or a few)."""
        groups: dict[Element, float] = defaultdict(float)
        alike: dict[tuple[str, str], float] = defaultdict(float)
        for piece in inside:
            if self.roles[piece.number] is None and self.prose[piece.number]:
                holder = _holder(piece)
                groups[holder] += self.prose[piece.number]
                if piece.tag != "li":
                    alike[str(holder.tag), holder.get("class") or ""] += self.prose[piece.number]
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
        following = next(iter(self.pieces[heading.number + 1 : heading.number + 2]), None)
        return (
            following is not None
            and self.prose[following.number] > 60
            and following.link_share < 0.3
            and self.roles[following.number] is None
            and _holder(following) in most
        )

    def _by_what_is_given(self, body: set[int], inside: Sequence[TextBlock]) -> set[int]:
        """`body` cut to what lies between the first and the last piece of the body that the page gives itself,
        and filled up with what is of it, where that is plainly the same text."""
        if not self.given:
            return body
        of_it = {p.number for p in inside if self.prose[p.number] and self.given.has(p)}
        covered = sum(self.prose[n] for n in of_it & body)
        chosen = sum(self.prose[n] for n in body)
        if not of_it or covered < 0.75 * chosen:
            return body
        known = {n for n in body if not self.prose[n] and self.given.has(self.pieces[n])}
        first, last = min(of_it | known), max(of_it | known)
        return {n for n in body if first <= n <= last} | of_it

    def _link_lists(self, inside: Iterable[TextBlock]) -> set[Element]:
        """The lists whose items are mostly links."""
        sums: dict[Element, tuple[int, float]] = {}
        for piece in inside:
            for element in reversed(piece.above):
                if element.tag in _LISTS:
                    length, linked = sums.get(element, (0, 0.0))
                    sums[element] = (length + len(piece.text), linked + piece.link_share * len(piece.text))
                    break
        return {element for element, (length, linked) in sums.items() if linked > 0.6 * length}

    def _once(self, taken: set[int]) -> set[int]:
        """`taken` without what is said a second time: a lead that is repeated, a sentence shown large."""
        seen: set[str] = set()
        whole = "\n".join(self.pieces[n].key for n in sorted(taken) if self.prose[n])
        out: set[int] = set()
        for n in sorted(taken):
            piece, words = self.pieces[n], self.pieces[n].key
            if len(words) >= 50 and words in seen:
                continue
            set_apart = piece.tag in HEADINGS or any(e.tag == "blockquote" for e in piece.above)
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
        following = self.pieces[heading.number + 1 : heading.number + 4]
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
        around = self.pieces[first].above
        lead = min(
            (n for n in taken if self.prose[n] and self.votes[n] >= 2 and _holder(self.pieces[n]) in around),
            default=first,
        )

        def stays(piece: TextBlock) -> bool:
            if first <= piece.number <= last:
                return True
            if lead < piece.number < first and self.votes[piece.number] >= 2:
                return True
            beside = _holder(piece) in most
            if piece.number < first and piece.tag in HEADINGS:
                return beside and piece.tag != "h1" and self.votes[piece.number] > 0
            if piece.tag in HEADINGS:
                return self.votes[piece.number] >= 2
            return beside or (self.votes[piece.number] >= 2 and self.prose[piece.number] > 0)

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
