"""Rules over texts and pages: what reads them, attributes, shows, exports and searches them."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from typing import Any

from tui.analysis import parser_input
from tui.analysis.attribution import (
    headline_quotes,
    introductions,
    label_names,
    layout_attributions,
    quotations,
    signatures,
    social_posts,
    transcripts,
)
from tui.analysis.entities import name_parts
from tui.analysis.model import DEFAULT
from tui.analysis.model_loading import load
from tui.analysis.pipeline import Analyser
from tui.article import body_text, files, folding, language, sanitising, source_kind
from tui.article.article import Article, Block, BlockKind
from tui.article.feeds import feed_items, feed_parsing, feed_values, opml
from tui.article.html import mhtml
from tui.article.html import page as html_page
from tui.article.html.dom import NoTree
from tui.article.html.meta_refresh import refresh_target
from tui.article.http import urls
from tui.article.spans import Span
from tui.article.text import charset_labels, decoding, markdown
from tui.library import full_text_search, people_names
from tui.session.exporting import article_text, markdown_escaping
from tui.session.filtering import query
from tui.session.opening import article_links, pasting, typed_sources
from tui.session.reading import quote_text, text_search
from tui.widgets.article import wrapping

ENGLISH = "The mayor said on Monday that the town would wait, and it was good for the people in it.\n\n"
Rule = Callable[[str], object]


def check(spans: Iterable[Any], text: str) -> None:
    """Raise AssertionError unless every span lies in the text."""
    for start, end in spans:
        assert 0 <= start <= end <= len(text), (start, end, len(text))


def article_of(text: str) -> Article:
    """Read a text as a file is read."""
    article = files.from_bytes(text.encode("utf-8", "replace"), "a.txt")
    check((block.span for block in article.blocks), article.text)
    check((link.span for link in article.links), article.text)
    return article


def markdown_article(text: str) -> Article:
    """Read a text as Markdown."""
    article = files.from_bytes(text.encode("utf-8", "replace"), "a.md")
    check((block.span for block in article.blocks), article.text)
    check((link.span for link in article.links), article.text)
    return article


def attributed(text: str) -> None:
    """Run every rule about quotations that needs no model."""
    article = parser_input.split_long_blocks(article_of(text))
    found = quotations.find(article.text, article.blocks)
    check((quotation.span for quotation in found), article.text)
    check((span for quotation in found for span in quotation.pieces), article.text)
    for raw in layout_attributions.find(article.text, article.blocks, found):
        check((*raw.content, *raw.cue, *raw.source), article.text)


def attributed_as(kind: BlockKind) -> Rule:
    """Return the same for a text that is one block of this kind, and the block after it."""

    def run(text: str) -> None:
        text = text.encode("utf-8", "replace").decode()
        blocks = (Block(kind, Span(0, len(text))), Block(BlockKind.PARAGRAPH, Span(len(text), len(text) + 4)))
        text += "Ann."
        found = quotations.find(text, blocks)
        check((quotation.span for quotation in found), text)
        for finder in (signatures.find, introductions.find):
            finder(text, blocks, found)
        social_posts.find(text, blocks)
        transcripts.find(text, blocks)
        headline_quotes.find(text, blocks[0].span)

    return run


def parsed_input(text: str) -> None:
    """Prepare a text for the parser."""
    article = parser_input.split_long_blocks(article_of(text))
    for block in article.blocks:
        words, left_out = parser_input.parsable(article.text, block)
        assert len(words) + len(left_out) == block.span.end - block.span.start


def shown(text: str) -> None:
    """Make a text fit to be drawn, and wrap it."""
    drawn = sanitising.displayable(text)
    assert len(drawn) == len(text)
    sanitising.one_line(text)
    sanitising.stream_safe(text)
    starts = wrapping.wrap(drawn, 60)
    assert starts == sorted(starts)
    folded, offsets = folding.folded_with_offsets(text)
    assert len(offsets) == len(folded) + 1
    assert all(0 <= offset <= len(text) for offset in offsets)


def exported(text: str) -> None:
    """Export an article in every format."""
    article = article_of(text)
    article_text.as_markdown(article)
    article_text.as_text(article)
    article_text.json_object(article)
    markdown_escaping.escape_markdown(" ".join(text.split()))
    markdown_escaping.autolink(f"https://a.b/{text}")
    quote_text.paragraphs(article, Span(0, len(article.text)))
    article_links.links_of(article)
    body_text.body_text(article)


def page(text: str) -> None:
    """Read a page, as the page process does."""
    try:
        found = html_page.read_page(text.encode("utf-8", "replace"), "-", "https://a.b/c", None)
    except NoTree:
        return
    check((block.span for block in found.article.blocks), found.article.text)


def sniffed(text: str) -> None:
    """Tell what a file is, decode it, take it apart."""
    data = text.encode("utf-8", "replace")
    source_kind.source_kind(data, "a")
    for encoding in ("utf-8", "latin-1", "utf-16-le"):
        with suppress(decoding.NotText):
            decoding.decode(text.encode(encoding, "replace"))
    mhtml.archived_page(data)
    refresh_target(data, "https://a.b/")
    feed_parsing.named_by(data, "https://a.b/")
    language.looks_english(text)


def headers(text: str) -> None:
    """Read a header's value, and an address."""
    charset_labels.parse_content_type(text)
    urls.safe_link("https://a.b/c", text)
    urls.display_url(text)
    urls.is_url(text)
    typed_sources.interpret_input(text)
    pasting.interpret_paste(text)


def feed_field(text: str) -> None:
    """Read the fields of a feed."""
    feed_values.plain(text, cut=300)
    feed_values.iso_of(text)


def feed(text: str) -> None:
    """Read a feed, as the feed process does."""
    data = text.encode("utf-8", "replace")
    for read in (
        lambda: feed_items.of_xml(data, "https://a.b/"),
        lambda: feed_items.of_json(data, "https://a.b/"),
        lambda: opml.parse(data, "https://a.b/"),
    ):
        with suppress(ValueError, KeyError, TypeError):  # what the process answers as "damaged"
            read()


def typed(text: str) -> None:
    """Read what somebody typed or pasted."""
    query.parse(text)
    full_text_search.read_words(text[:1000])
    _ = text_search.TextSearch("An article that says a thing.", text).places
    _ = text_search.TextSearch(text, "said Ann").places


def names(text: str) -> None:
    """Read a name."""
    label_names.is_name(text)
    label_names.speaker_key(text)
    name_parts.display(text)
    name_parts.words_of(text)
    name_parts.in_title_case(text)
    people_names.__dict__.get("folded", str)(text)


@cache
def nlp() -> Any:
    """Return the model, which takes seconds to load."""
    return load(DEFAULT)


@cache
def analyser() -> Analyser:
    """Return the analysis."""
    return Analyser(nlp())


def tokenized(text: str) -> None:
    """Cut what the parser is given into words, by spaCy's rules, exceptions and pattern of addresses."""
    article = parser_input.split_long_blocks(article_of(text))
    for block in article.blocks:
        words, _ = parser_input.parsable(article.text, block)
        assert nlp().tokenizer(words).text == words


def analysed(text: str) -> None:
    """Analyse a text as a whole, with the model."""
    article = article_of(ENGLISH + text)
    *_, found = analyser().run(article)
    for quote in found.attributions:
        check((*quote.content, *quote.cue, *quote.source), article.text)
        check((step.span for step in quote.evidence if step.span), article.text)
    check((span for speaker in found.speakers for span in speaker.mentions), article.text)
    check((span for entity in found.entities for span in entity.mentions), article.text)


RULES: dict[str, Rule] = {
    "text": article_of,
    "markdown": markdown_article,
    "markdown marks": markdown.without_marks,
    "attribution": attributed,
    "paragraph": attributed_as(BlockKind.PARAGRAPH),
    "headline": attributed_as(BlockKind.HEADLINE),
    "embed": attributed_as(BlockKind.EMBED),
    "turn": attributed_as(BlockKind.TURN),
    "block quote": attributed_as(BlockKind.BLOCK_QUOTE),
    "parser input": parsed_input,
    "shown": shown,
    "exported": exported,
    "sniffed": sniffed,
    "headers": headers,
    "feed field": feed_field,
    "feed": feed,
    "typed": typed,
    "names": names,
    "page": page,
    "tokenizer": tokenized,
    "analysis": analysed,
}
