"""What the reader and the analysis process say to each other: one JSON object a line, ASCII only.

To the process: {"analyse": n, "article": …, "focus": [start, end] or null} and {"focus": …}. From it:
{"event": "loaded" | "progress" | "part" | "analysis" | "failed", …}. An Analysis comes in parts, so that no
line is long enough to hold up the thread that decodes it, nor, through the interpreter's lock, the screen.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis

_LISTS = ("speakers", "entities", "quotes")
_PART = 100  # items in a line

Message = dict[str, Any]


def line(message: Message) -> bytes:
    """`message` as a line."""
    return json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n"


def article_to_json(article: Article) -> Message:
    """What the analysis needs of an article."""
    return {
        "text": article.text,
        "source": article.source,
        "title": article.title,
        "byline": article.byline,
        "blocks": [[str(b.kind), b.span.start, b.span.end] for b in article.blocks],
    }


def article_from_json(data: Mapping[str, Any]) -> Article:
    """Read back what `article_to_json` gave."""
    return Article(
        text=data["text"],
        source=data["source"],
        title=data["title"],
        byline=data["byline"],
        blocks=tuple(Block(BlockKind(kind), Span(start, end)) for kind, start, end in data["blocks"]),
    )


def analysis_messages(number: int, analysis: Analysis) -> Iterator[Message]:
    """The messages that carry `analysis`, the answer to request `number`; "analysis" is the last."""
    data = analysis.to_json()
    for key in _LISTS:
        items = data.pop(key)
        for i in range(0, len(items), _PART):
            yield {"event": "part", "id": number, "key": key, "items": items[i : i + _PART]}
    yield {"event": "analysis", "id": number, "rest": data}


class Gathering:
    """Puts the messages of an Analysis together again."""

    def __init__(self) -> None:
        self._lists: dict[str, list[Any]] = {key: [] for key in _LISTS}

    def part(self, message: Message) -> None:
        """Take in a "part"."""
        self._lists[message["key"]] += message["items"]

    def analysis(self, message: Message) -> Analysis:
        """Take in the "analysis" that ends the parts, and give what they make."""
        from tui.analysis.analysis import Analysis  # not needed before there is one

        analysis = Analysis.from_json({**message["rest"], **self._lists})
        self._lists = {key: [] for key in _LISTS}
        return analysis


def span_to_json(span: Span | None) -> list[int] | None:
    """A focus as it is sent."""
    return None if span is None else [span.start, span.end]


def span_from_json(pair: list[int] | None) -> Span | None:
    """A focus as it was sent."""
    return None if pair is None else Span(*pair)
