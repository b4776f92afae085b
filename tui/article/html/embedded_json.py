"""Find the body of an article that a page holds only as JSON in its scripts.

Pages built by JavaScript often carry what they show as JSON (`window.__STATE__ = {…}`, `<script
type="application/json">`). No script is run: the JSON is parsed, and the list of paragraphs, or the string of
HTML, with the most prose is the body. If there are several of about that size, they are several articles, and
the page's own cannot be told: then there is no body.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from tui.article.html.json_ld import plain_text
from tui.article.html.text_blocks import Element

_ENOUGH = 400  # characters of a body
_LONGEST = 5_000_000  # characters of one script
_DEEPEST = 14  # levels of nested values in one paragraph
_MOST_VALUES = 200_000  # the most values that are examined
_RIVAL = 0.6  # share of the longest body's length that makes another one a rival
_TEXT_KEYS = frozenset("text data value content html body copy p paragraph children json nodes items".split())
_BEGIN = re.compile(r"(?:=|\A)\s*(?=[{\[])")


def find_embedded_body(root: Element) -> str:
    """Return the body, one line for each paragraph, or "". Never raises, whatever a page holds."""
    found: list[str] = []
    for script in root.iter("script"):
        text = script.text or ""
        kind = (script.get("type") or "").lower()
        if _ENOUGH < len(text) < _LONGEST and not kind.startswith("application/ld"):
            found += _candidate_bodies(_first_json_value(text))
    found = list(dict.fromkeys(found))
    best = max(found, key=len, default="")
    rivals = [body for body in found if len(body) >= _RIVAL * len(best) and body not in best]
    return "" if rivals else best


def _first_json_value(text: str) -> object:
    """Return the first object or list of JSON in a script."""
    begin = _BEGIN.search(text)
    if begin is None:
        return None
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, begin.end())[0]
    except (ValueError, RecursionError):
        return None


def _candidate_bodies(value: object) -> Iterator[str]:
    """Yield the texts in `value` that may be a body, one line for each paragraph."""
    queue: list[object] = [value]
    for _ in range(_MOST_VALUES):
        if not queue:
            return
        item = queue.pop()
        if isinstance(item, str):
            if len(item) >= _ENOUGH and "<p" in item:
                yield from _if_mostly_prose(plain_text(item, keep_lines=True).split("\n"))
        elif isinstance(item, dict):
            queue += item.values()
        elif isinstance(item, list):
            queue += item
            if len(item) >= 3:
                yield from _if_mostly_prose(
                    [plain_text("".join(_displayed_strings(member, _DEEPEST))) for member in item[:1000]]
                )


def _if_mostly_prose(lines: list[str]) -> Iterator[str]:
    """Yield the lines as one body if they are long and mostly prose."""
    lines = [line for line in lines if line]
    prose = [
        line
        for line in lines
        if len(line) > 60 and len(line) < 15 * len(line.split()) and line[-1] in '.!?”"’…'
    ]
    if (
        sum(map(len, prose)) >= _ENOUGH
        and sum(map(len, prose)) > 0.6 * sum(map(len, lines))
        and len(prose) >= 3
    ):
        yield "\n".join(lines)


def _displayed_strings(value: object, depth: int) -> Iterator[str]:
    """Yield, in order, the strings in a list's member whose keys say that they are text to show."""
    if isinstance(value, str):
        yield value
    elif depth and isinstance(value, list):
        for member in value[:500]:
            yield from _displayed_strings(member, depth - 1)
    elif depth and isinstance(value, dict):
        for key, member in value.items():
            if key in _TEXT_KEYS:
                yield from _displayed_strings(member, depth - 1)
