"""Headlines that name a speaker with a colon or a dash: "Trump: I will win", "I will win: Trump"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.analysis.attribution.label_names import BODIES, NAME, is_name, named_in, speaks_in
from tui.article.spans import Span

_FLAG = re.compile(r"\s*(?:[A-Z]{4,}(?:\s[A-Z]{4,})?|Exclusive|Breaking|Watch|Video)\s?[-–—:|]\s*")
_FIRST = re.compile(
    rf"(?P<name>{NAME}|[A-Z][\w’']+)(?:\s(?:on|On|to|To|at|At)\s[^:\n“‘]{{2,60}})?(?P<colon>:)\s"
)
_LAST = re.compile(rf"(?P<colon>:|\s[-–—])\s(?P<name>{NAME})\s*\Z")
_SHORT = re.compile(r"\s(?:On|To|At|In|For|After|Over|As)\s")
_READ = 100_000  # characters of the article
_I = re.compile(r"\b(?:I|we|We|my|My|our|Our|me|us)\b(?!\.)")


@dataclass(frozen=True, slots=True)
class HeadlineQuote:
    """What a headline says and who it names.

    `sort` is why the label is taken for a speaker: "body" (Police:), "speaks" (the article has it say
    something), "i" (first person follows), "quoted" (a quotation follows), "name" (the article has it as
    somebody's name), "last" (it ends the headline).
    """

    sort: str
    content: Span
    colon: Span
    name: Span


def find(text: str, headline: Span) -> HeadlineQuote | None:
    """The speaker that a headline names, where (the first part of) the article below bears it out."""
    start, end = headline
    end = text.find("\n", start, end) if "\n" in headline.of(text) else end
    while end > start and text[end - 1] in " \t\r\u00a0.;":
        end -= 1
    if (flag := _FLAG.match(text, start, end)) is not None:
        start = flag.end()
    body = text[headline.end : headline.end + _READ]
    if (match := _FIRST.match(text, start, end)) is not None:
        return _first(text, match, end, body)
    if (match := _LAST.search(text, max(start, end - 80), end)) is not None and is_name(match["name"]):
        words = Span(start, match.start())
        quoted = text[start] in "‘“'\"" and text[match.start() - 1] in "’”'\""
        if (
            len(words.of(text).split()) > 2
            and (quoted or _I.search(text, *words))
            and speaks_in(body, match["name"])
        ):
            return HeadlineQuote("last", words, _bare(text, match.span("colon")), Span(*match.span("name")))
    return None


def _first(text: str, match: re.Match[str], end: int, body: str) -> HeadlineQuote | None:
    name, content = _SHORT.split(match["name"])[0], Span(match.end(), end)
    if content.of(text).rstrip("’”'\"").endswith("?") or len(content.of(text).split()) < 3:
        return None
    quoted = text[content.start : content.start + 1] in ("‘", "“", "'", '"')
    if name.split()[-1].casefold() in BODIES and len(name.split()) <= 2:
        sort = "body"
    elif not is_name(name):
        return None
    elif speaks_in(body, name):
        sort = "speaks"
    elif _I.search(text, *content):
        sort = "i"
    elif quoted:
        sort = "quoted"
    elif named_in(body, name):
        sort = "name"
    else:
        return None
    start = match.start("name")
    return HeadlineQuote(sort, content, Span(*match.span("colon")), Span(start, start + len(name)))


def _bare(text: str, span: tuple[int, int]) -> Span:
    start, end = span
    return Span(start + 1, end) if text[start].isspace() else Span(start, end)
