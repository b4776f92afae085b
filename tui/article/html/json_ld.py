"""JSON-LD of schema.org in the scripts of a page, as lenient as publishers are careless."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from typing import Any

from tui.article.html.text_blocks import Element
from tui.article.sanitising import one_line

_ARTICLE_TYPE = re.compile(r"\w*Article\Z|(?:Live|Social)?(?:Media|Blog)?Posting\Z|(?:Report|Review)\Z")
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")  # properties that may hold an article
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"</p>|</li>|</h\d>|<br\s*/?>|</blockquote>|</div>", re.IGNORECASE)
# Some publishers hide it from ancient browsers: "<!-- {…} -->", "//<![CDATA[ … //]]>", "/*<![CDATA[*/ … /*]]>*/".
_WRAPPING_BEGINS = re.compile(r"(?:(?://|/\*)?\s{0,9}<!\[CDATA\[(?:\s{0,9}\*/)?|<!--)")
_WRAPPING_ENDS = re.compile(r"(?:(?://|/\*)?\s{0,9}\]\]>(?:\s{0,9}\*/)?|-->)\Z")
_TRAILING_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\Z))|,(?=\s*+[}\]])', re.DOTALL)  # not those in strings
_BETWEEN_VALUES = re.compile(r"[\s,;]*+")
_MOST_VALUES = 50  # of one script
_LONGEST_JSON = 3_000_000  # characters of one script; some contain the state of a whole shop


def json_ld_objects(root: Element) -> list[dict[str, Any]]:
    """Return the first objects of all scripts of schema.org, those that others hold after them."""
    out: list[dict[str, Any]] = []
    for script in root.iter("script"):
        kind = (script.get("type") or "").partition(";")[0].strip().lower()
        text = script.text or ""
        if kind == "application/ld+json" and len(text) <= _LONGEST_JSON:
            for data in _json_values(_unwrapped(text)):
                out += _objects_in(data)
    return out


def _unwrapped(text: str) -> str:
    """Return the words of a script without what hides them from old browsers, and the semicolon at their end."""
    text = text.strip().rstrip("; \t\r\n")
    if (found := _WRAPPING_BEGINS.match(text)) is not None:
        text = text[found.end() :]
    if (found := _WRAPPING_ENDS.search(text, max(0, len(text) - 40))) is not None:
        text = text[: found.start()]
    return text.strip().rstrip(";")


def _json_values(text: str) -> Iterator[object]:
    """Yield the values of a script: one, or several after another; commas before a closing bracket are ignored."""
    for written in (text, _TRAILING_COMMA.sub(lambda found: found[1] or "", text)):
        decoder = json.JSONDecoder(strict=False)
        values: list[object] = []
        at = 0
        try:
            while at < len(written) and len(values) < _MOST_VALUES:
                value, at = decoder.raw_decode(written, at)
                values.append(value)
                space = _BETWEEN_VALUES.match(written, at)
                at = space.end() if space else at
        except (ValueError, RecursionError):
            if not values:
                continue
        yield from values
        return


def _objects_in(data: object) -> Iterator[dict[str, Any]]:
    """Yield the first 500 objects in `data` that are no values of others, but of `_NESTED`."""
    queue = deque([data])
    for _ in range(500):
        if not queue:
            return
        item = queue.popleft()
        if isinstance(item, list):
            queue += item[:100]
        elif isinstance(item, dict):
            yield item
            queue += [item[key] for key in _NESTED if key in item]


def is_article(item: dict[str, Any]) -> bool:
    """Tell whether an object is an article, of whatever sort."""
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _ARTICLE_TYPE.match(name.rpartition("/")[2]) for name in names)


def people_named(value: object, named: dict[str, dict[str, Any]]) -> str | None:
    """Return the names of the people that a property holds, one after another; None for none."""
    names: list[str] = []
    for each in (value if isinstance(value, list) else [value])[:20]:
        person = meant(each, named)
        name = person.get("name") or _given_and_family(person) if isinstance(person, dict) else person
        if isinstance(name, list):
            name = ", ".join(part for part in name if isinstance(part, str))
        if isinstance(name, str) and name.strip() and not name.startswith(("http", "#")):
            names.append(plain_text(name, keep_lines=True).replace("\n", " | "))
    return ", ".join(dict.fromkeys(names)) or None


def _given_and_family(person: dict[str, Any]) -> str:
    parts = (person.get("givenName"), person.get("familyName"))
    return " ".join(part for part in parts if isinstance(part, str))


def meant(value: object, named: dict[str, dict[str, Any]]) -> object:
    """Return the object that one without a name refers to by its "@id", else `value` itself."""
    if isinstance(value, dict) and "name" not in value and isinstance(key := value.get("@id"), str):
        return named.get(key, value)
    return value


def plain_text(text: str, *, keep_lines: bool = False) -> str:
    """Return a text from a script without the HTML that some publishers leave in it.

    The result is one line, or with `keep_lines` one line for each paragraph.
    """
    if "<" not in text and "&lt;" in text:
        text = unescape(text)
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    text = unescape(unescape(text) if "&amp;" in text else text)
    if not keep_lines:
        return one_line(text)
    return "\n".join(line for raw in re.split(r"[\n\r\u2028\u2029]+", text) if (line := one_line(raw)))
