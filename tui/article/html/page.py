"""Turn a page's bytes into an Article. Runs in the extraction process only, as it loads lxml and trafilatura."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.article.article import Article, Block, BlockKind, Link
from tui.article.body_text import STANDFIRST
from tui.article.html.block_builder import DraftBlock, body_blocks
from tui.article.html.bylines import names_people
from tui.article.html.class_hints import Region
from tui.article.html.dom import NoTree, page_text, parse
from tui.article.html.embedded_json import find_embedded_body
from tui.article.html.extractors import ExtractedBody, extract_bodies
from tui.article.html.metadata import Metadata, read_metadata
from tui.article.html.page_errors import page_error
from tui.article.html.scoring import BodyChoice, BodyScorer
from tui.article.html.text_blocks import HEADINGS, Element, TextBlock, split_into_blocks, squeezed
from tui.article.html.visibility import show_as_seen
from tui.article.http.urls import safe_link
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks
from tui.article.text.headings import is_full
from tui.article.text.text_boilerplate import byline_names, date_in, is_dateline
from tui.article.text_markup import Emphasis, EmphasisedWords

_NEAR_TITLE = 25  # the most blocks before the body in which byline and date are looked for
_ENOUGH, _ENOUGH_OF_ARTICLE = 140, 60  # characters of body; the second if the page says it is an article


@dataclass(slots=True)
class Page:
    """An article; or, if `sentence` says why there is none, all the text of the page."""

    article: Article
    sentence: str | None = None
    is_list: bool = False  # whether the page is a list of links to articles


def read_page(data: bytes, source: str, url: str | None = None, charset: str | None = None) -> Page:
    """Read a page. Raises NoTree for bytes that are not a page."""
    text, encoding = page_text(data, charset)
    root = parse(text)
    show_as_seen(root)
    found = split_into_blocks(root)
    meta = read_metadata(root, url)
    precise, default = extract_bodies(root, found)
    scorer = BodyScorer(
        found, meta.title, ExtractedBody(precise), ExtractedBody(default), ExtractedBody(meta.body)
    )
    choice = scorer.choose()
    body = [found[n] for n in sorted(choice.body)]
    base = _link_base(root, meta.url or url)
    drafts = _opening_blocks(scorer, choice, meta)
    if _hides_body(body, meta.body):
        drafts += [DraftBlock(BlockKind.PARAGRAPH, [line]) for line in meta.body.split("\n")]
        body, enough = [], True
    else:
        least = _ENOUGH_OF_ARTICLE if meta.is_article else _ENOUGH
        enough = sum(len(p.text) for p in body if p.tag not in HEADINGS) >= least
        if not enough and (hidden := meta.body if len(meta.body) >= _ENOUGH else find_embedded_body(root)):
            drafts += [DraftBlock(BlockKind.PARAGRAPH, [line]) for line in hidden.split("\n")]
            body, enough = [], True
        else:
            shown = body_blocks(scorer, choice)
            times = [draft.lines for draft in shown[:1] if draft.kind is BlockKind.TIMESTAMP]
            drafts = [d for d in drafts if d.kind is not BlockKind.DATELINE or d.lines not in times] + shown
    error = page_error(found, body, meta, enough=enough, root=root)
    if error is not None:
        return Page(_whole_text(found, source, meta, encoding), error.sentence, error.is_list)
    return Page(_article(drafts, source, meta, encoding, base))


def read_fragment(root: Element, source: str, title: str | None, url: str | None) -> Article:
    """Read HTML that is nothing but an article, as a feed or a message gives it: all of it is the body.

    What its words and classes say is something else ("Read more: …", a share bar) is told apart as on a page.
    Raises NoTree if there are no words.
    """
    show_as_seen(root)
    found = split_into_blocks(root)
    scorer = BodyScorer(found, title, ExtractedBody(), ExtractedBody(), ExtractedBody())
    choice = scorer.take_all()
    opening = squeezed("".join(block.text for block in found[:5]))
    drafts = (
        [] if not title or opening.startswith(squeezed(title)) else [DraftBlock(BlockKind.HEADLINE, [title])]
    )
    drafts += body_blocks(scorer, choice)
    if not choice.body:
        raise NoTree("a text without words")
    return _article(drafts, source, Metadata(title=title, url=url), "utf-8", url)


def _hides_body(body: Sequence[TextBlock], stated: str) -> bool:
    """Tell whether the metadata contain a body that the page does not show, because its scripts would add it."""
    if len(stated) < 500:
        return False
    shown = sum(len(p.key) for p in body)
    whole = squeezed(stated)
    held = sum(len(words) for p in body if (words := p.key) in whole)
    return shown < 0.5 * len(whole) and (held > 0.5 * shown or shown < 0.2 * len(whole))


def _opening_blocks(scorer: BodyScorer, choice: BodyChoice, meta: Metadata) -> list[DraftBlock]:
    """Return headline, byline, date line and standfirst, as far as the page shows them.

    Adds to `meta` a byline or date that the metadata lack.
    """
    out = [DraftBlock(BlockKind.HEADLINE, [meta.title])] if meta.title else []
    first = min(choice.body, default=choice.first)
    title = squeezed(meta.title or "")
    above = scorer.blocks[:first]
    start = next((p.number for p in reversed(above) if title and p.key == title), None)
    if start is None:  # the title is not shown: another may stand over the article
        headings = [p.number for p in above if p.tag == "h1" and scorer.regions[p.number] is None]
        start = min([choice.first, *headings[-1:]])
    seen: set[BlockKind] = set()
    lead = min((n for n in choice.body if scorer.blocks[n].tag not in HEADINGS), default=first)
    for block in scorer.blocks[max(start, first - _NEAR_TITLE) : lead]:
        if block.number in choice.body:  # a heading between the headline and the byline
            continue
        region = scorer.regions[block.number]
        kind = None
        if is_dateline(block.text) and re.search(r"\d{4}|[^\W\d_]{3}", block.text):
            kind = BlockKind.DATELINE
        elif (len(block.text) <= 160 and byline_names(block.text) is not None) or (
            region is Region.AUTHOR
            and meta.byline
            and len(block.text) < 160
            and _names_in(meta.byline, block.text)
        ):
            kind = BlockKind.BYLINE
        elif region is Region.DATE and len(block.text) < 60 and re.search(r"\d{4}|\d:\d\d", block.text):
            kind = BlockKind.DATELINE
        if kind is not None and kind not in seen:
            seen.add(kind)
            out.append(DraftBlock(kind, [block.text], [block.links]))
            if kind is BlockKind.BYLINE:
                if not (meta.byline and names_people(meta.byline, meta.site)):
                    meta.byline = byline_names(block.text) or meta.byline
            else:
                meta.published = meta.published or date_in(block.text)
        elif kind is None and _is_standfirst(scorer, choice, block):
            out.append(DraftBlock(BlockKind.SUBHEADING, [block.text], [block.links]))
    return out


def _is_standfirst(scorer: BodyScorer, choice: BodyChoice, block: TextBlock) -> bool:
    """Tell whether a block is the summary under the headline.

    This is a sentence outside the body that trafilatura, favouring precision, counts as part of it, or that
    comes right after the h1, in the same box, and is no line of writers and dates.
    """
    n = block.number
    above = scorer.blocks[n - 1]
    heads = n > 0 and above.tag == "h1" and above.parent is block.parent
    return (
        scorer.regions[n] is None
        and n not in choice.kinds
        and (scorer.votes[n] >= 2 or (heads and _has_no_time(block.text)))
        and STANDFIRST <= len(block.text) <= 400
        and block.tag != "h1"
    )


def _has_no_time(text: str) -> bool:
    """Tell whether a text is a sentence without the time of day, or has no figure in it."""
    return not (re.search(r"\d:\d\d", text) if is_full(text) else re.search(r"\d", text))


def _names_in(byline: str, text: str) -> bool:
    """Tell whether `text` contains the first name of the byline."""
    return squeezed(re.split(r",|\band\b|&", byline)[0]) in squeezed(text)


def _link_base(root: Element, url: str | None) -> str | None:
    """Return the address against which relative links of the page are resolved."""
    base = root.find(".//base")
    href = base.get("href") if base is not None else None
    return (safe_link(url, href) if href else None) or url


def _article(
    drafts: Sequence[DraftBlock], source: str, meta: Metadata, encoding: str, base: str | None
) -> Article:
    """Join the blocks into the text of an article, with an empty line between two."""
    parts: list[str] = []
    blocks: list[Block] = []
    links: list[Link] = []
    emphasis: list[EmphasisedWords] = []
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
            if draft.strong:
                emphasis.append(EmphasisedWords(Span(start, at), Emphasis.STRONG))
            parts.append("\n\n")
            at += 2
    text = "".join(parts).rstrip("\n") + "\n"
    return Article(
        text=text, source=source, blocks=tuple(blocks), title=meta.title, byline=meta.byline,
        published=meta.published, url=meta.url, language=meta.language, encoding=encoding, site=meta.site,
        links=tuple(links), emphasis=tuple(emphasis),
    )  # fmt: skip


def _whole_text(found: Sequence[TextBlock], source: str, meta: Metadata, encoding: str) -> Article:
    """Return all the text of the page, to read where there is no article."""
    text = "\n\n".join(line for block in found if (line := one_line(block.text))) + "\n"
    return Article(
        text=text, source=source, blocks=find_blocks(text), title=meta.title, url=meta.url, site=meta.site,
        language=meta.language, encoding=encoding,
    )  # fmt: skip
