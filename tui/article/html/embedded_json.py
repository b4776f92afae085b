"""The body of an article that stands only in a page's scripts, as data they would have put on the screen.

Pages made by JavaScript often carry what they show as JSON (`window.__STATE__ = {…}`, `<script
type="application/json">`). Nothing is run: the JSON is read, and the list whose members are paragraphs, or the
string of HTML, that holds most prose is taken. Several of nearly that size mean several articles, of which
nobody can say which is the page's: then nothing is taken.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from tui.article.html.metadata import Element, plain_text

_ENOUGH = 400  # characters
_LONGEST = 5_000_000  # characters of one script
_DEEPEST = 14  # objects one in another, below a paragraph
_VALUES = 200_000  # looked at
_RIVAL = 0.6  # of the most prose: another text with as much
_WORDS = frozenset("text data value content html body copy p paragraph children json nodes items".split())
_BEGIN = re.compile(r"(?:=|\A)\s*(?=[{\[])")


def body_in_scripts(root: Element) -> str:
    """The text, a line a paragraph; "" where no script holds enough of it. Never raises for what a page holds."""
    found: list[str] = []
    for script in root.iter("script"):
        text = script.text or ""
        kind = (script.get("type") or "").lower()
        if _ENOUGH < len(text) < _LONGEST and not kind.startswith("application/ld"):
            found += _bodies(_value(text))
    found = list(dict.fromkeys(found))
    best = max(found, key=len, default="")
    rivals = [body for body in found if len(body) >= _RIVAL * len(best) and body not in best]
    return "" if rivals else best


def _value(text: str) -> object:
    """The first object or list of JSON in a script."""
    begin = _BEGIN.search(text)
    if begin is None:
        return None
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, begin.end())[0]
    except (ValueError, RecursionError):
        return None


def _bodies(value: object) -> Iterator[str]:
    """The texts in `value` that are long enough for a body."""
    queue: list[object] = [value]
    for _ in range(_VALUES):
        if not queue:
            return
        item = queue.pop()
        if isinstance(item, str):
            if len(item) >= _ENOUGH and "<p" in item:
                yield from _long_enough(plain_text(item, keep_lines=True).split("\n"))
        elif isinstance(item, dict):
            queue += item.values()
        elif isinstance(item, list):
            queue += item
            if len(item) >= 3:
                yield from _long_enough(
                    [plain_text("".join(_leaves(member, _DEEPEST))) for member in item[:1000]]
                )


def _long_enough(lines: list[str]) -> Iterator[str]:
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


def _leaves(value: object, depth: int) -> Iterator[str]:
    """The strings below a member of a list that are words to be shown, in order."""
    if isinstance(value, str):
        yield value
    elif depth and isinstance(value, list):
        for member in value[:500]:
            yield from _leaves(member, depth - 1)
    elif depth and isinstance(value, dict):
        for key, member in value.items():
            if key in _WORDS:
                yield from _leaves(member, depth - 1)
