"""Social posts embedded in an article, whose author stands on a line above or below the words.

An embed is a run of blocks of that kind; a line that names its author ends it ("— Jane Doe (@janedoe) May 5,
2021", "A post shared by Jane Doe (@janedoe)") or begins it ("Jane Doe (@janedoe)", "Jane Doe @janedoe · 5h").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.analysis.attribution.trailing_links import end_before_links
from tui.article.article import Block, BlockKind
from tui.article.spans import Span

_HANDLE = r"@[\w.\-]{1,60}"
_NAME = r"(?P<name>[^\W_][^\n()@—–―|·]{0,60}?)"
_BELOW = re.compile(
    rf"(?P<cue>[-‐-―]{{1,3}}|(?:A|Una)\s(?:post|video|photo|reel)\s(?:shared|posted)\sby|(?:Posted|Shared)\sby)\s?{_NAME}"
    rf"(?P<handle>\s?\(?{_HANDLE}\)?)?(?:[,.]?\s(?:on\s)?[^\n@]{{0,60}}\d[^\n@]{{0,30}})?\s*\Z"
)
_ABOVE = re.compile(rf"{_NAME}\s?(?P<cue>\(?{_HANDLE}\)?)[^\n]{{0,40}}\Z")
_TAIL = 200  # characters at the end of a block that are searched for its author
_DASHES = tuple("-‐‑‒–—―")


@dataclass(frozen=True, slots=True)
class SocialPost:
    """The words of a post (a span a block), its cue (a dash, a handle, "A post shared by") and its author."""

    content: tuple[Span, ...]
    cue: Span
    name: Span


@dataclass(slots=True)
class _Post:
    content: list[Span]
    author: tuple[Span, Span] | None = None  # cue, name


def find(text: str, blocks: Sequence[Block]) -> list[SocialPost]:
    """Return every embedded post whose author a line names, in reading order."""
    found: list[SocialPost] = []
    for run in _embed_runs(blocks):
        for post in _posts(text, run):
            if post.author is not None and post.content:
                found.append(SocialPost(tuple(post.content), *post.author))
    return found


def _embed_runs(blocks: Sequence[Block]) -> Iterator[list[Span]]:
    run: list[Span] = []
    for block in blocks:
        if block.kind is BlockKind.EMBED:
            run.append(block.span)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _posts(text: str, run: Sequence[Span]) -> Iterator[_Post]:
    """Return the posts of one run of blocks: a line that names an author ends a post or begins the next."""
    post = _Post([])
    for span in run:
        start = max(span.start, span.end - _TAIL)
        below = next(_author_lines(text, Span(start, span.end)), None)
        above = _ABOVE.match(text, *span) if below is None and not _starts_with_dash(text, span) else None
        if above is not None:
            yield post
            post = _Post([], (Span(*above.span("cue")), Span(*above.span("name"))))
            continue
        words = _trim(text, Span(span.start, below.start() if below is not None else span.end))
        if words is not None:
            post.content.append(words)
        if below is not None:
            post.author = post.author or (Span(*below.span("cue")), Span(*below.span("name")))
            yield post
            post = _Post([])
    yield post


def _starts_with_dash(text: str, span: Span) -> bool:
    return text[span.start : span.end][:1] in _DASHES


def _author_lines(text: str, span: Span) -> Iterator[re.Match[str]]:
    """Return matches of author lines at the end of `span`; a dash amid words needs a handle after it."""
    for match in _BELOW.finditer(text, *span):
        whole = match.start() == span.start
        if whole or match["handle"] or match["cue"][0].isalpha():
            yield match


def _trim(text: str, span: Span) -> Span | None:
    """Return `span` without white space, ">" and trailing links; None if no letter is left."""
    start, end = span
    end = end_before_links(text, max(start, end - _TAIL), end)
    while start < end and (text[start].isspace() or text[start] == ">"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ">"):
        end -= 1
    return Span(start, end) if any(map(str.isalnum, text[start:end])) else None
