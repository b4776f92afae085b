"""A page's bytes to an article in blocks. Runs in the extraction process only: lxml and trafilatura are loaded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tui.article.article import Article, Block, BlockKind, Link
from tui.article.body_text import STANDFIRST
from tui.article.html.block_builder import DraftBlock, middle
from tui.article.html.class_hints import Region
from tui.article.html.dom import page_text, parse
from tui.article.html.embedded_json import body_in_scripts
from tui.article.html.extractors import ExtractedBody, extract_bodies
from tui.article.html.metadata import Metadata, read_metadata
from tui.article.html.page_errors import refusal
from tui.article.html.scoring import BodyChoice, BodyScorer
from tui.article.html.text_blocks import HEADINGS, Element, TextBlock, split_into_blocks, squeezed
from tui.article.http.urls import safe_link
from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.article.text.blocks import find_blocks
from tui.article.text.text_boilerplate import byline_names, date_in, is_dateline

_NEAR_TITLE = 25  # blocks between the headline and the text among which byline and date are looked for
_ENOUGH, _ENOUGH_OF_ARTICLE = 140, 60  # characters, the latter where the page says that it is an article


@dataclass(slots=True)
class Page:
    """An article, or with `sentence` why there is none; then `article` is all the text of the page."""

    article: Article
    sentence: str | None = None
    is_list: bool = False  # of links to articles


def read_page(data: bytes, source: str, url: str | None = None, charset: str | None = None) -> Page:
    """Read a page. Raises tree.NoTree for what is none."""
    text, encoding = page_text(data, charset)
    root = parse(text)
    found = split_into_blocks(root)
    meta = read_metadata(root, url)
    strict, generous = extract_bodies(root, found)
    scorer = BodyScorer(
        found, meta.title, ExtractedBody(strict), ExtractedBody(generous), ExtractedBody(meta.body)
    )
    choice = scorer.choose()
    body = [found[n] for n in sorted(choice.body)]
    base = _base(root, meta.url or url)
    drafts = _top(scorer, choice, meta)
    if _lacks(body, meta.body):
        drafts += [DraftBlock(BlockKind.PARAGRAPH, [line]) for line in meta.body.split("\n")]
        body, enough = [], True
    else:
        least = _ENOUGH_OF_ARTICLE if meta.is_article else _ENOUGH
        enough = sum(len(p.text) for p in body if p.tag not in HEADINGS) >= least
        if not enough and (hidden := meta.body if len(meta.body) >= _ENOUGH else body_in_scripts(root)):
            drafts += [DraftBlock(BlockKind.PARAGRAPH, [line]) for line in hidden.split("\n")]
            body, enough = [], True
        else:
            drafts += middle(scorer, choice)
    error = refusal(found, body, meta, enough=enough, root=root)
    if error is not None:
        return Page(_raw(found, source, meta, encoding), error.sentence, error.is_list)
    return Page(_article(drafts, source, meta, encoding, base))


def _lacks(body: Sequence[TextBlock], given: str) -> bool:
    """Whether the page gives a body to machines that it does not show: its scripts would have put it there."""
    if len(given) < 500:
        return False
    shown = sum(len(p.key) for p in body)
    whole = squeezed(given)
    held = sum(len(words) for p in body if (words := p.key) in whole)
    return shown < 0.5 * len(whole) and (held > 0.5 * shown or shown < 0.2 * len(whole))


def _top(scorer: BodyScorer, choice: BodyChoice, meta: Metadata) -> list[DraftBlock]:
    """Headline, byline and date line, the latter two where the page shows them; `meta` learns from them what it
    does not say to machines."""
    out = [DraftBlock(BlockKind.HEADLINE, [meta.title])] if meta.title else []
    first = min(choice.body, default=choice.first)
    title = squeezed(meta.title or "")
    start = next(
        (p.number for p in reversed(scorer.blocks[:first]) if title and p.key == title),
        choice.first,
    )
    seen: set[BlockKind] = set()
    for block in scorer.blocks[max(start, first - _NEAR_TITLE) : first]:
        role = scorer.roles[block.number]
        kind = None
        if is_dateline(block.text) and re.search(r"\d{4}|[^\W\d_]{3}", block.text):
            kind = BlockKind.DATELINE
        elif (len(block.text) <= 160 and byline_names(block.text) is not None) or (
            role is Region.AUTHOR
            and meta.byline
            and len(block.text) < 160
            and _names_in(meta.byline, block.text)
        ):
            kind = BlockKind.BYLINE
        elif role is Region.DATE and len(block.text) < 60 and re.search(r"\d{4}|\d:\d\d", block.text):
            kind = BlockKind.DATELINE
        if kind is not None and kind not in seen:
            seen.add(kind)
            out.append(DraftBlock(kind, [block.text], [block.links]))
            if kind is BlockKind.BYLINE:
                meta.byline = meta.byline or byline_names(block.text)
            else:
                meta.published = meta.published or date_in(block.text)
        elif kind is None and _is_standfirst(scorer, choice, block):
            out.append(DraftBlock(BlockKind.SUBHEADING, [block.text], [block.links]))
    return out


def _is_standfirst(scorer: BodyScorer, choice: BodyChoice, block: TextBlock) -> bool:
    """Whether it is the summary under the headline: a sentence that stands outside the body, which the strict
    witness takes for a part of it all the same."""
    n = block.number
    return (
        scorer.roles[n] is None
        and n not in choice.kinds
        and scorer.votes[n] >= 2
        and STANDFIRST <= len(block.text) <= 400
        and block.tag != "h1"
    )


def _names_in(byline: str, text: str) -> bool:
    """Whether `text` holds the first of the byline's names."""
    return squeezed(re.split(r",|\band\b|&", byline)[0]) in squeezed(text)


def _base(root: Element, url: str | None) -> str | None:
    """What relative links of the page lead from."""
    base = root.find(".//base")
    href = base.get("href") if base is not None else None
    return (safe_link(url, href) if href else None) or url


def _article(
    drafts: Sequence[DraftBlock], source: str, meta: Metadata, encoding: str, base: str | None
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


def _raw(found: Sequence[TextBlock], source: str, meta: Metadata, encoding: str) -> Article:
    """All text of the page, to be read where there is no article."""
    text = "\n\n".join(line for block in found if (line := one_line(block.text))) + "\n"
    return Article(
        text=text, source=source, blocks=find_blocks(text), title=meta.title, url=meta.url, site=meta.site,
        language=meta.language, encoding=encoding,
    )  # fmt: skip
