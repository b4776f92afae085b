"""The messages between the reader and the analysis process: JSON objects, one a line.

To the process: {"focus": [start, end] or null} and {"analyse": n, "article": …, "focus": …, "probe": [first, end],
"left_out": [n, …]}: the blocks that are to be probed first, and those to leave alone; the article comes with bytes
(`tui.article.article_transport`). From it: {"event": "loaded" | "working" | "probing" | "progress" | "part" |
"analysis" | "failed", …}; "working" and "probing" say which blocks are looked at next. `tui.json_codec` encodes the
Analysis, which is sent in parts, because decoding one long line would hold the interpreter's lock, and so delay the
screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tui.article.spans import Span
from tui.json_codec import decode, encode
from tui.worker.serving import Message

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis

_LISTS = ("speakers", "entities", "quotes")
_PART_SIZE = 100  # items in a message


def analysis_messages(number: int, analysis: Analysis) -> Iterator[Message]:
    """Yield the messages that carry `analysis`, the answer to request `number`; "analysis" is the last."""
    data = encode(analysis)
    for key in _LISTS:
        items = data.pop(key)
        for i in range(0, len(items), _PART_SIZE):
            yield {"event": "part", "id": number, "key": key, "items": items[i : i + _PART_SIZE]}
    yield {"event": "analysis", "id": number, "rest": data}


class AnalysisAssembler:
    """Puts the parts of an Analysis together again."""

    def __init__(self) -> None:
        self._lists: dict[str, list[Any]] = {key: [] for key in _LISTS}

    def add(self, message: Message) -> None:
        """Take in a "part" message."""
        self._lists[message["key"]] += message["items"]

    def finish(self, message: Message) -> Analysis:
        """Return the Analysis that the "analysis" message completes, and begin the next one."""
        from tui.analysis.analysis import Analysis  # not needed before there is one

        analysis = decode(Analysis, {**message["rest"], **self._lists})
        self._lists = {key: [] for key in _LISTS}
        return analysis


def focus_to_json(span: Span | None) -> list[int] | None:
    """Return a focus as it is sent."""
    return None if span is None else [span.start, span.end]


def focus_from_json(pair: list[int] | None) -> Span | None:
    """Return the focus that was sent."""
    return None if pair is None else Span(*pair)
