"""Values from outside, believed only as far as they make sense."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from tui.analysis.analysis import Analysis
from tui.article.article import Article
from tui.article.spans import Span
from tui.library.serialisation import parts

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z", re.ASCII)
_FACTS = ("title", "byline", "published", "url", "site", "language", "encoding")
_MOST = 1 << 50
_KINDS = ("person", "organisation", "place", "group", "unknown")


class InvalidValue(ValueError):
    """What was read makes no sense; the message is a clause that says why."""


def text(value: object) -> str:
    """A text that SQLite takes. Raises Refused, as all of these do."""
    if not isinstance(value, str):
        raise InvalidValue("a text is none")
    return value


def digits(value: object) -> int:
    """A whole number from 0 on."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < _MOST:
        raise InvalidValue("a number is none")
    return value


def boolean(value: object) -> bool:
    """True or false, or as SQLite has them."""
    if value not in (0, 1):
        raise InvalidValue("neither true nor false")
    return bool(value)


def listed(value: object) -> list[Any]:
    """A list."""
    if not isinstance(value, list):
        raise InvalidValue("a list is none")
    return value


def moment(value: object) -> str:
    """A moment in UTC as the library writes it."""
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        raise InvalidValue("a moment is none")
    return value


def article_in(data: dict[str, Any]) -> Article:
    """The article of an exported line."""
    words = text(data["text"])
    facts = {name: None if data[name] is None else text(data[name]) for name in _FACTS}
    named = ("blocks", "links", "page")
    blocks, links, page = parts(json.dumps({name: data.get(name) for name in named}), len(words))
    return Article(words, text(data["source"]), blocks, links=links, page=page, **facts)


def analysis_in(data: Any, length: int) -> Analysis:
    """A complete analysis of a text of `length` characters."""
    try:
        found = Analysis.from_json(data)
        strings: list[object] = [found.model, *found.notices]
        spans: list[Span] = []
        for a in found.attributions:
            strings += [a.id, *(step.reason for step in a.evidence)]
            strings += [] if a.speaker is None else [a.speaker]
            spans += [*a.content, *a.cue, *a.source, *(step.span for step in a.evidence if step.span)]
            if not _in_order(a.content) or isinstance(a.certainty, bool) or not 0 <= float(a.certainty) <= 1:
                raise InvalidValue("a quote of it makes no sense")
        for s in found.speakers:
            strings += [s.id, s.name, *([] if s.role is None else [s.role])]
            spans += s.mentions
            if s.kind not in _KINDS:
                raise InvalidValue("a speaker of it is of no kind")
        for e in found.entities:
            strings += [e.id, e.name, e.label]
            spans += e.mentions
        strings += [part for pair in found.applied for part in pair]
    except (KeyError, TypeError, AttributeError, IndexError, OverflowError) as error:
        raise InvalidValue(f"its analysis makes no sense ({type(error).__name__})") from None
    if not all(isinstance(each, str) for each in strings) or not isinstance(found.version, int):
        raise InvalidValue("its analysis makes no sense")
    if found.complete is not True:
        raise InvalidValue("its analysis is not complete")
    _within(spans, length)
    return found


def _in_order(content: Sequence[Span]) -> bool:
    """Whether the pieces of a quote are some, none empty, in reading order and apart."""
    edges = [place for span in content for place in span]
    return bool(content) and edges == sorted(edges) and all(start < end for start, end in content)


def _within(spans: Iterable[Span], length: int) -> None:
    for start, end in spans:
        if type(start) is not int or type(end) is not int or not 0 <= start <= end <= length:
            raise InvalidValue("a span lies outside the text")
