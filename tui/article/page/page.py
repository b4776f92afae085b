"""A page's bytes to an article in blocks. Runs in the extraction process only: lxml and trafilatura are loaded."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from tui.article.article import Article, Block, BlockKind, Link
from tui.article.body import STANDFIRST
from tui.article.cleaning import one_line
from tui.article.page.choice import Choice, Chooser, Witness
from tui.article.page.chrome import heads_furniture
from tui.article.page.classes import Role
from tui.article.page.metadata import Metadata, read
from tui.article.page.pieces import Element, Piece, PieceLink, pieces, squeezed
from tui.article.page.refusal import refusal
from tui.article.page.scripts import body_in_scripts
from tui.article.page.tree import page_text, parse
from tui.article.page.witnesses import hear
from tui.article.spans import Span
from tui.article.text.blocks import Unit, find_blocks, mark_turns
from tui.article.text.furniture import byline_names, is_dateline
from tui.article.text.headings import is_full
from tui.article.web.addresses import safe_link

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_HEAD_PIECES = 6  # of byline, date and captions, between the headline and the body
_CREDIT = re.compile(
    r"\s*[(\[]?(?:\b(?:photo(?:graph)?|picture|image|credit|video)s?(?:\s(?:by|credit|courtesy\sof))?\s?[:/|]|©).{1,80}\Z",
    re.IGNORECASE,
)
_LINKS_AFTER = 12  # lines of a list of links that follows the article
_NEAR_TITLE = 25  # pieces between the headline and the text among which byline and date are looked for
_ENOUGH, _ENOUGH_OF_ARTICLE = 140, 60  # characters, the latter where the page says that it is an article


@dataclass(slots=True)
class Page:
    """An article, or with `sentence` why there is none; then `article` is all the text of the page."""

    article: Article
    sentence: str | None = None


@dataclass(slots=True)
class _Draft:
    """A block to be: words of one or several lines."""

    kind: BlockKind
    lines: list[str]
    links: list[list[PieceLink]] = field(default_factory=list)


def read_page(data: bytes, source: str, url: str | None = None, charset: str | None = None) -> Page:
    """Read a page. Raises html_tree.NoTree for what is none."""
    text, encoding = page_text(data, charset)
    root = parse(text)
    found = pieces(root)
    meta = read(root, url)
    strict, generous = hear(root, found)
    chooser = Chooser(found, meta.title, Witness(strict), Witness(generous), Witness(meta.body))
    choice = chooser.choose()
    body = [found[n] for n in sorted(choice.body)]
    base = _base(root, meta.url or url)
    drafts = _top(chooser, choice, meta)
    if _lacks(body, meta.body):
        drafts += [_Draft(BlockKind.PARAGRAPH, [line]) for line in meta.body.split("\n")]
        enough = True
    else:
        least = _ENOUGH_OF_ARTICLE if meta.is_article else _ENOUGH
        enough = sum(len(p.text) for p in body if p.tag not in _HEADINGS) >= least
        if not enough and (hidden := body_in_scripts(root)):
            drafts += [_Draft(BlockKind.PARAGRAPH, [line]) for line in hidden.split("\n")]
            enough = True
        else:
            drafts += _middle(chooser, choice)
    sentence = refusal(found, body, meta, enough=enough, root=root)
    if sentence is not None:
        return Page(_raw(found, source, meta, encoding), sentence)
    return Page(_article(drafts, source, meta, encoding, base))


def _lacks(body: Sequence[Piece], given: str) -> bool:
    """Whether the page gives a body to machines that it does not show: its scripts would have put it there."""
    if len(given) < 500:
        return False
    shown = sum(len(p.key) for p in body)
    whole = squeezed(given)
    held = sum(len(words) for p in body if (words := p.key) in whole)
    return shown < 0.5 * len(whole) and (held > 0.5 * shown or shown < 0.2 * len(whole))


def _top(chooser: Chooser, choice: Choice, meta: Metadata) -> list[_Draft]:
    """Headline, byline and date line, the latter two where the page shows them."""
    out = [_Draft(BlockKind.HEADLINE, [meta.title])] if meta.title else []
    first = min(choice.body, default=choice.first)
    title = squeezed(meta.title or "")
    start = next(
        (p.number for p in reversed(chooser.pieces[:first]) if title and p.key == title),
        choice.first,
    )
    seen: set[BlockKind] = set()
    for piece in chooser.pieces[max(start, first - _NEAR_TITLE) : first]:
        role = chooser.roles[piece.number]
        kind = None
        if is_dateline(piece.text) and re.search(r"\d{4}|[^\W\d_]{3}", piece.text):
            kind = BlockKind.DATELINE
        elif (len(piece.text) <= 160 and byline_names(piece.text) is not None) or (
            role is Role.AUTHOR
            and meta.byline
            and len(piece.text) < 160
            and _names_in(meta.byline, piece.text)
        ):
            kind = BlockKind.BYLINE
        elif role is Role.DATE and len(piece.text) < 60 and re.search(r"\d{4}|\d:\d\d", piece.text):
            kind = BlockKind.DATELINE
        if kind is not None and kind not in seen:
            seen.add(kind)
            out.append(_Draft(kind, [piece.text], [piece.links]))
        elif kind is None and _is_standfirst(chooser, choice, piece):
            out.append(_Draft(BlockKind.SUBHEADING, [piece.text], [piece.links]))
    return out


def _is_standfirst(chooser: Chooser, choice: Choice, piece: Piece) -> bool:
    """Whether it is the summary under the headline: a sentence that stands outside the body, which the strict
    witness takes for a part of it all the same."""
    n = piece.number
    return (
        chooser.roles[n] is None
        and n not in choice.kinds
        and chooser.votes[n] >= 2
        and STANDFIRST <= len(piece.text) <= 400
        and piece.tag != "h1"
    )


def _names_in(byline: str, text: str) -> bool:
    """Whether `text` holds the first of the byline's names."""
    return squeezed(re.split(r",|\band\b|&", byline)[0]) in squeezed(text)


def _middle(chooser: Chooser, choice: Choice) -> list[_Draft]:
    """The body, with the captions, lists of links and newsletter boxes that stand in it."""
    if not choice.body:
        return []
    first, last = min(choice.body), max(choice.body)
    kinds: dict[int, BlockKind] = {}
    for n in range(first - 1, max(-1, first - 1 - _HEAD_PIECES), -1):  # of the picture at the head
        kind = choice.kinds.get(n)
        if kind is BlockKind.CAPTION and chooser.roles[n] is Role.CAPTION:
            if _beside(chooser.pieces[n], kind, after=False):
                kinds[n] = kind
        elif kind not in (BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION):
            break
    kinds = dict(sorted(kinds.items()))
    for piece in chooser.pieces[first : min(choice.last, last + _LINKS_AFTER) + 1]:
        n = piece.number
        if n in choice.body:
            kinds[n] = _body_kind(piece, chooser.roles[n])
        elif n in choice.kinds and (kind := _beside(piece, choice.kinds[n], after=n > last)) is not None:
            kinds[n] = kind
    turns(chooser.pieces, kinds)
    numbers: dict[Element, int] = defaultdict(int)
    begun: set[Element] = set()
    told: set[tuple[str, ...]] = set()  # boxes, which some pages show again and again
    out: list[_Draft] = []
    for kind, group in groupby(kinds, key=lambda n: kinds[n]):
        members = [chooser.pieces[n] for n in group]
        if kind in (BlockKind.LINK_LIST, BlockKind.NEWSLETTER):
            if kind is BlockKind.LINK_LIST:
                members = [p for p in members if p.links or heads_furniture(p.text)]
            lines = tuple(p.key for p in members)
            if lines in told or not any(p.links or kind is BlockKind.NEWSLETTER for p in members):
                continue
            told.add(lines)
            out.append(_Draft(kind, [p.text for p in members], [p.links for p in members]))
        elif kind is BlockKind.EMBED:
            out += _posts(members)
        elif kind is BlockKind.LIST_ITEM:
            out += [_item(p, numbers, begun) for p in members]
        elif kind is BlockKind.CAPTION:
            out += [_caption(p) for p in members if not _CREDIT.match(p.text)]
        else:
            out += [_Draft(kind, [p.text], [p.links]) for p in members]
    return out


def _caption(piece: Piece) -> _Draft:
    """What a picture shows, without whose it is: an agency named there has nothing to do with the article."""
    credit = _CREDIT.search(piece.text)
    text = piece.text[: credit.start()] if credit else piece.text
    return _Draft(BlockKind.CAPTION, [text], [[link for link in piece.links if link.end <= len(text)]])


def _body_kind(piece: Piece, role: Role | None) -> BlockKind:
    tags = {str(element.tag) for element in piece.above}
    if role is Role.EMBED:
        return BlockKind.EMBED
    if piece.tag in _HEADINGS:
        return BlockKind.SUBHEADING
    if "li" in tags or piece.tag in ("dd", "dt"):
        return BlockKind.LIST_ITEM
    if "blockquote" in tags:
        return BlockKind.BLOCK_QUOTE
    if piece.bold == len(piece.text) < 80 and not is_full(piece.text):
        return BlockKind.SUBHEADING
    return BlockKind.PARAGRAPH


def _beside(piece: Piece, kind: BlockKind, *, after: bool) -> BlockKind | None:
    """The kind that a piece which is no body is shown as in the middle of it, or after it; None for not at all."""
    if kind is BlockKind.DATELINE and not after and len(piece.text) <= 40:
        return BlockKind.TIMESTAMP
    if kind is BlockKind.LINK_LIST:
        return kind if len(piece.text) <= 200 else None
    if kind is BlockKind.CAPTION:
        return kind if not after and len(piece.text.split()) > 2 else None
    return kind if kind is BlockKind.NEWSLETTER and not after and len(piece.text) <= 400 else None


def turns(found: Sequence[Piece], kinds: dict[int, BlockKind]) -> None:
    """Mark the turns of an interview among what is body."""
    order = list(kinds)
    units = [Unit(Span(0, len(found[n].text)), found[n].text, 0, 1, True) for n in order]
    told = [kinds[n] for n in order]
    mark_turns(units, told)
    kinds.update(zip(order, told, strict=True))


def _posts(members: Sequence[Piece]) -> list[_Draft]:
    """Posts from elsewhere, each with its author's line, "— Name (@name) date", under it."""
    out = [_Draft(BlockKind.EMBED, [])]
    for piece in members:
        if out[-1].lines and out[-1].lines[-1].startswith(("—", "&mdash;")):
            out.append(_Draft(BlockKind.EMBED, []))
        out[-1].lines.append(piece.text)
        out[-1].links.append(piece.links)
    return out


def _item(piece: Piece, numbers: dict[Element, int], begun: set[Element]) -> _Draft:
    """A list item with its bullet or number; pieces after the first of one item have none. `numbers` counts the
    items of each list, `begun` holds those that have their mark."""
    item = next((e for e in reversed(piece.above) if e.tag == "li"), None)
    mark = ""
    if item is not None and item not in begun:
        begun.add(item)
        above = item.getparent()
        numbers[above] += 1
        mark = f"{numbers[above]}. " if above is not None and above.tag == "ol" else "• "
    links = [PieceLink(k.start + len(mark), k.end + len(mark), k.href) for k in piece.links]
    return _Draft(BlockKind.LIST_ITEM, [mark + piece.text], [links])


def _base(root: Element, url: str | None) -> str | None:
    """What relative links of the page lead from."""
    base = root.find(".//base")
    href = base.get("href") if base is not None else None
    return (safe_link(url, href) if href else None) or url


def _article(
    drafts: Sequence[_Draft], source: str, meta: Metadata, encoding: str, base: str | None
) -> Article:
    parts: list[str] = []
    blocks: list[Block] = []
    links: list[Link] = []
    at = 0
    for draft in drafts:
        start = at
        for i, raw in enumerate(draft.lines):
            line = one_line(raw)
            if not line:
                continue
            if at > start:
                parts.append("\n")
                at += 1
            if len(line) == len(raw) and i < len(draft.links):
                for link in draft.links[i]:
                    if (address := safe_link(base, link.href)) is not None and link.end > link.start:
                        links.append(Link(Span(at + link.start, at + link.end), address))
            parts.append(line)
            at += len(line)
        if at > start:
            blocks.append(Block(draft.kind, Span(start, at)))
            parts.append("\n\n")
            at += 2
    text = "".join(parts).rstrip("\n") + "\n"
    return Article(
        text=text, source=source, blocks=tuple(blocks), title=meta.title, byline=meta.byline,
        published=meta.published, url=meta.url, language=meta.language, encoding=encoding, site=meta.site,
        links=tuple(links),
    )  # fmt: skip


def _raw(found: Sequence[Piece], source: str, meta: Metadata, encoding: str) -> Article:
    """All text of the page, to be read where there is no article."""
    text = "\n\n".join(line for piece in found if (line := one_line(piece.text))) + "\n"
    return Article(
        text=text, source=source, blocks=find_blocks(text), title=meta.title, url=meta.url, site=meta.site,
        language=meta.language, encoding=encoding,
    )  # fmt: skip
