"""Fuzz every rule over text from outside with repeated fragments.

    python tests/fuzzing/repeated_fragments.py --minutes 60 --seed 1

Each round makes a text of a beginning, one or more fragments repeated some thousand times, and an end, and hands it
to one rule. The rule may not raise, may not take time that grows faster than the text (in CPU seconds, measured
again before it counts), and may not give offsets outside the text. What is found is printed with all that is
needed to repeat it; the exit status is 1 if there was anything.
"""

import argparse
import random
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.fuzzing.hostile_strings import pieces
from tests.fuzzing.patterns import all_uses
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
from tui.article.errors import CannotRead
from tui.article.feeds import feed_fields, feed_items, feed_parsing, opml
from tui.article.html import mhtml
from tui.article.html import page as html_page
from tui.article.html.dom import NoTree
from tui.article.html.meta_refresh import refresh_target
from tui.article.http import urls
from tui.article.spans import Span
from tui.article.text import charsets, decoding, markdown
from tui.library import full_text_search, people_names
from tui.session.exporting import article_text, markdown_escaping
from tui.session.filtering import query
from tui.session.opening import article_links, pasting, typed_sources
from tui.session.reading import quote_text, text_search
from tui.widgets.article import wrapping

FRAGMENTS = Path(__file__).with_name("fragments.txt")
ENGLISH = "The mayor said on Monday that the town would wait, and it was good for the people in it.\n\n"
BEGINNINGS = (
    *("", "", "", "---\ntitle: a", "---\nauthor:\n- ", "Title: a\nAuthor: ", "# A\n\n", "Ann Lee said: "),
    *("By Ann", "“", "<html><body><p>", "<rss version='2.0'><channel>", "http://a.b/"),
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n",
    "A headline\n\nWe will do this, said Ann Lee. It was good for the town and the people in it.\n\n",
)
ENDS = (
    *("", "", "!", "\n", " x", "\n---\n\nText.", "”", "</p>", "\n\n— Ann Lee"),
    " — Ann Lee (@ann) January 3, 2020",
)
SIZES = (1_000, 4_000, 16_000)
LONGEST = 64_000
HEAVY = {"analysis": 16}
"""By how much the texts for a rule are shorter: the parser takes some 80 microseconds a character."""
GROWTH = 6  # times the time a character takes in a short text
LEAST = 1.5e-6  # seconds a character; less is noise
NOISE = 0.03  # seconds under which nothing is looked at
STUCK = 20  # CPU seconds after which a rule is stopped

Rule = Callable[[str], object]


class Stuck(BaseException):
    """A rule took too long."""


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
    charsets.parse_content_type(text)
    urls.safe_link("https://a.b/c", text)
    urls.display_url(text)
    urls.is_url(text)
    typed_sources.interpret_input(text)
    pasting.interpret_paste(text)


def feed_field(text: str) -> None:
    """Read the fields of a feed."""
    feed_fields.plain(text, cut=300)
    feed_fields.iso_of(text)


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


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise Stuck in the body after so many CPU seconds; a regular expression is interrupted, too."""

    def stop(*_: object) -> None:
        raise Stuck

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def cost(rule: Rule, text: str) -> float:
    """Return the CPU seconds of one call; infinity where it is stuck."""
    start = time.process_time()
    try:
        with at_most(STUCK):
            rule(text)
    except CannotRead:
        pass
    except Stuck:
        return float("inf")
    return time.process_time() - start


def problem(rule: Rule, make: Callable[[int], str], shorter: int = 1) -> str | None:
    """Return what is wrong with a rule on texts that `make` makes of so many characters, `shorter` times as few."""
    sizes, longest = [size // shorter for size in SIZES], LONGEST // shorter
    try:
        for repeats in (12, 24, 36):  # exponential time shows in a short text
            if (taken := cost(rule, make(repeats * 4))) > 1.5 and cost(rule, make(repeats * 4)) > 1.5:
                return f"{taken:.1f} s for {repeats * 4} characters"
        base = max(LEAST, min(cost(rule, make(sizes[0])) for _ in range(2)) / sizes[0])
        for size in (*sizes[1:], longest):
            limit = max(NOISE, base * size * GROWTH)
            taken = cost(rule, make(size))
            if taken <= limit:
                if size == sizes[-1] and taken < limit / 3:
                    return None
                continue
            base = max(base, min(cost(rule, make(sizes[0])) for _ in range(3)) / sizes[0])
            again = min(cost(rule, make(size)) for _ in range(2))
            if again > max(NOISE, base * size * GROWTH) and (size == longest or again > 2):
                return f"{again:.2f} s for {size} characters, {base * sizes[0]:.4f} s for {sizes[0]}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


def text_of(begin: str, parts: list[str], end: str) -> Callable[[int], str]:
    """Return what makes a text of so many characters."""
    middle = "".join(parts)
    return lambda size: begin + middle * max(1, size // max(1, len(middle))) + end


def fragment_pool() -> list[str]:
    """Return the fragments: those above, and the pieces of every pattern of quoth."""
    words = FRAGMENTS.read_text(encoding="utf-8").partition("\n")[2].split()
    written = [_unescaped(word.replace("\\s", " ")) for word in words]
    uses, _ = all_uses()
    own = {piece for use in uses for piece in pieces(use.pattern) if len(piece) < 200}
    return [*written * 3, *sorted(own)]


def _unescaped(word: str) -> str:
    return word.encode("ascii", "backslashreplace").decode("unicode_escape") if "\\" in word else word


def main() -> int:
    """Fuzz for the time asked for, and return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--rule", choices=RULES, action="append", help="only this rule; may be given again")
    arguments = parser.parse_args()
    seed = arguments.seed if arguments.seed is not None else random.randrange(10**6)
    chance = random.Random(seed)
    pool = fragment_pool()
    rules = {name: RULES[name] for name in arguments.rule or RULES}
    print(f"seed {seed}, {len(pool)} fragments, {len(rules)} rules", flush=True)
    end_at = time.monotonic() + arguments.minutes * 60
    rounds = 0
    found: dict[tuple[str, str], int] = {}
    while time.monotonic() < end_at:
        begin, end = chance.choice(BEGINNINGS), chance.choice(ENDS)
        parts = [chance.choice(pool) for _ in range(chance.choice((1, 1, 2, 2, 3)))]
        name = chance.choice(list(rules))
        rounds += 1
        if (what := problem(rules[name], text_of(begin, parts, end), HEAVY.get(name, 1))) is not None:
            key = (name, what.partition(" for ")[0][-12:] if "Error" not in what else what[:60])
            found[key] = found.get(key, 0) + 1
            print(f"{name}: {what}\n    text_of({begin!r}, {parts!r}, {end!r})", flush=True)
    print(f"{rounds} rounds, {sum(found.values())} findings, seed {seed}", flush=True)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
