"""Read what a page states about itself: JSON-LD of schema.org, Open Graph, meta elements, bylines and dates.

JSON-LD is read here to tell its articles from other items: for a live blog, trafilatura takes the headline and
author of the last entry. Bylines in markup come from trafilatura, the day from htmldate.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any, TypeAlias

from lxml import html

from tui.article.characters import INVISIBLE
from tui.article.html.bylines import is_agency, is_nobody, people_and_outlet
from tui.article.html.extractors import find_byline, find_day
from tui.article.html.text_blocks import squeezed
from tui.article.http.urls import safe_link
from tui.article.sanitising import one_line
from tui.article.text.text_boilerplate import date_in

Element: TypeAlias = html.HtmlElement

_ARTICLE_TYPE = re.compile(r"\w*Article\Z|(?:Live|Social)?(?:Media|Blog)?Posting\Z|(?:Report|Review)\Z")
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")  # properties that may hold an article
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"</p>|</li>|</h\d>|<br\s*/?>|</blockquote>|</div>", re.IGNORECASE)
_DATE = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?"
)
# Some publishers hide it from ancient browsers: "<!-- {…} -->", "//<![CDATA[ … //]]>", "/*<![CDATA[*/ … /*]]>*/".
_WRAPPING_BEGINS = re.compile(r"(?:(?://|/\*)?\s{0,9}<!\[CDATA\[(?:\s{0,9}\*/)?|<!--)")
_WRAPPING_ENDS = re.compile(r"(?:(?://|/\*)?\s{0,9}\]\]>(?:\s{0,9}\*/)?|-->)\Z")
_TRAILING_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\Z))|,(?=\s*+[}\]])', re.DOTALL)  # not those in strings
_BETWEEN_VALUES = re.compile(r"[\s,;]*+")
_MOST_VALUES = 50  # of one script
_EPOCHS = (
    "0001-01-01",
    "1970-01-01",
    "1900-01-01T00:00:00",
    "1753-01-01",
)  # what databases write for no date
_LONGEST_JSON = 3_000_000  # characters of one script; some contain the state of a whole shop
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_]([A-Za-z]{2,4}))?\Z")
_HEADLINE_WORDS = 4  # the fewest of an h1 that is believed whatever the other titles are; in an <article> 3
_OF_SITE = re.compile(
    r"(?:\A|[\s_-])(?:logo|brand(?:ing)?|masthead|site[-_]?(?:title|header|name|description)|tag-?line|slogan|section[-_]?(?:title|header))(?:\Z|[\s_-])",
    re.IGNORECASE,
)
_AUTHOR_NAMES = "author article:author dc.creator byl parsely-author sailthru.author".split()


@dataclass(slots=True)
class Metadata:
    """What is known about an article besides its text; None or "" if the page does not say.

    `published` is a date, or a time with its offset, in ISO 8601; `body` is schema.org's articleBody as plain
    text, one line for each paragraph if it has lines; `headline` is the first h1.
    """

    title: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    body: str = ""
    is_article: bool = False
    headline: str | None = None


def read_metadata(root: Element, url: str | None) -> Metadata:
    """Return the metadata of the page fetched from `url`. Never raises, whatever a page holds."""
    meta = _meta_elements(root)
    found = Metadata()
    objects = _json_ld_objects(root)
    named = {key: item for item in objects if isinstance(key := item.get("@id"), str) and "name" in item}
    for item in objects:
        if _is_article(item):
            _add_json_ld(item, found, named)
    found.is_article = found.is_article or "article" in meta.get("og:type", "").lower()
    found.site = _shortened(meta.get("og:site_name") or meta.get("application-name") or found.site, 100)
    headings = [(h, text) for h in root.iter("h1") if (text := _seen_line(h.text_content()))]
    found.headline = headings[0][1] if headings else None
    found.title = _title(root, meta, found, [h for h, _ in headings])
    bylines = (found.byline, *map(meta.get, _AUTHOR_NAMES))
    names = next((names for names in map(_names, bylines) if names), None) or _names(find_byline(root))
    if names is not None:
        found.byline, outlet = people_and_outlet(names, found.site)
        if outlet is not None and found.site is None and not is_agency(outlet):
            found.site = outlet
    found.byline = (found.byline if names else None) or None
    found.published = found.published or _published(root, meta, url)
    found.language = _language(root, meta)
    found.url = _canonical_url(root, meta, url)
    return found


def _meta_elements(root: Element) -> dict[str, str]:
    """Return the contents of the page's meta elements by name; the first with a name counts."""
    out: dict[str, str] = {}
    for element in root.iter("meta"):
        names = map(element.get, ("property", "name", "itemprop", "http-equiv"))
        name, content = next(filter(None, names), None), element.get("content")
        if name and content and len(name) < 60:
            out.setdefault(name.strip().lower(), content[:4000])
    return out


def _json_ld_objects(root: Element) -> list[dict[str, Any]]:
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


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _ARTICLE_TYPE.match(name.rpartition("/")[2]) for name in names)


def _add_json_ld(item: dict[str, Any], found: Metadata, named: dict[str, dict[str, Any]]) -> None:
    """Add to `found` what an article of schema.org says and earlier ones did not, and the longest body.

    `named` are the objects that others refer to by their "@id".
    """
    found.is_article = True
    title = item.get("headline") or item.get("name")
    if not found.title and isinstance(title, str):
        found.title = plain_text(title)
    if not found.byline:
        found.byline = _people(item.get("author"), named) or _people(item.get("creator"), named)
    if not found.published and isinstance(item.get("datePublished"), str):
        found.published = iso_date(item["datePublished"])
    publisher = _meant(item.get("publisher"), named)
    if not found.site and isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        found.site = publisher["name"]
    body = item.get("articleBody") or item.get("text")
    if isinstance(body, list):
        body = "\n".join(part for part in body if isinstance(part, str))
    if isinstance(body, str) and len(body) > len(found.body):
        found.body = plain_text(body, keep_lines=True)


def _people(value: object, named: dict[str, dict[str, Any]]) -> str | None:
    names: list[str] = []
    for each in (value if isinstance(value, list) else [value])[:20]:
        person = _meant(each, named)
        name = person.get("name") if isinstance(person, dict) else person
        if isinstance(name, list):
            name = ", ".join(part for part in name if isinstance(part, str))
        if isinstance(name, str) and name.strip() and not name.startswith(("http", "#")):
            names.append(plain_text(name))
    return ", ".join(dict.fromkeys(names)) or None


def _meant(value: object, named: dict[str, dict[str, Any]]) -> object:
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


def iso_date(text: str | None) -> str | None:
    """Return the date, or date and time, at the beginning of `text` in ISO 8601; None if it is not a real one."""
    match = _DATE.match(text.strip()) if text else None
    if match is None:
        return date_in(text[:100]) if text else None
    if match[0].startswith(_EPOCHS):
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        return None
    date = f"{year}-{month}-{day}"
    if hour is None:
        return date
    zone = (zone or "") if zone in (None, "Z") or ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return f"{date}T{hour}:{minute}:{second or '00'}{zone}"


def _published(root: Element, meta: dict[str, str], url: str | None) -> str | None:
    """Return when the page was published, with the time of day if an element gives it."""
    times = [element.get("datetime") for element in root.iter("time")]
    day = find_day(root, url)
    for value in (meta.get("article:published_time"), meta.get("datepublished"), *meta.values(), *times):
        date = iso_date(value) if value and value[:2].isdigit() else None
        if date is not None and date.startswith(day or date):
            return date
    return day


def _names(value: str | None) -> str | None:
    """Return a byline without "By"; None for an address or anything else that is not a name."""
    text = _shortened(value, 200)
    if not text or text.startswith(("http", "@", "www.")) or "{" in text:
        return None
    text = re.sub(r"\A(?:written\s+)?by:?\s+", "", text, flags=re.IGNORECASE)
    text = text.strip(" ,|-")
    return text if text and not is_nobody(text) else None


def _shortened(value: str | None, longest: int = 300) -> str | None:
    text = _seen_line(unescape(value)) if value else ""
    return text[:longest] if text else None


def _seen_line(text: str) -> str:
    """Return `text` on one line without soft hyphens and other characters that nobody sees."""
    return one_line(_UNSEEN.sub("", text))


def _title(root: Element, meta: dict[str, str], found: Metadata, headings: list[Element]) -> str | None:
    """Return the only h1 if it is a headline or resembles one of the page's other titles, else the first of those.

    The others are often written for search engines.
    """
    element = root.find(".//head/title")
    titles = (
        found.title,
        meta.get("og:title"),
        meta.get("twitter:title"),
        found.headline,
        meta.get("dc.title"),
        element.text_content() if element is not None else None,
    )
    title = _without_site(next((title for title in map(_shortened, titles) if title), None), found.site)
    if title and len(headings) == 1:
        headline = _shortened(found.headline) or ""
        if _are_alike(headline, title) or _is_headline(headings[0], headline, found.site):
            return headline
    return title


def _is_headline(heading: Element, text: str, site: str | None) -> bool:
    """Tell whether an h1 has the words of a headline, and does not head the site."""
    in_article = any(above.tag == "article" for above in heading.iterancestors())
    if len(text.split()) < _HEADLINE_WORDS - in_article or (site and squeezed(site) in squeezed(text)):
        return False
    for above in heading.iterancestors():
        if above.tag in ("article", "main"):
            break
        names = f"{above.get('class') or ''} {above.get('id') or ''}"[:400]
        if above.tag in ("nav", "footer", "aside") or above.get("role") == "banner" or _OF_SITE.search(names):
            return False
    links = (link.get("href") or "" for link in heading.iter("a"))
    return _OF_SITE.search(heading.get("class") or "") is None and not any(
        href == "/" or href.rstrip("/").count("/") == 2 for href in links
    )


def _without_site(title: str | None, site: str | None) -> str | None:
    """Return a title without the site's name at its end: "Ferry late | The Post", "Ferry late – The Post"."""
    if title is None:
        return None
    head, bar, tail = title.rpartition(" | ")
    if bar and len(tail) < 40 and len(head) > 15:
        return head
    if site and title[-len(site) :].casefold() == site.casefold():
        rest = title[: -len(site)]
        marked = rest.rstrip()
        head = marked[:-1].rstrip()
        is_apart = len(head) < len(marked) - 1 < len(rest) - 1  # white space on either side of the mark
        if is_apart and marked[-1] in "-–—:·»" and len(head) >= 10:
            return head
    return title


def _are_alike(a: str, b: str) -> bool:
    """Tell whether two titles share at least half the words of the shorter."""
    first, second = set(re.findall(r"\w+", a.casefold())), set(re.findall(r"\w+", b.casefold()))
    return len(first & second) >= 0.5 * max(1, min(len(first), len(second)))


def _language(root: Element, meta: dict[str, str]) -> str | None:
    named = (root.get("lang"), root.get("xml:lang"), meta.get("content-language"), meta.get("og:locale"))
    for value in named:
        if value and (match := _LANGUAGE.match(value.strip())):
            return match[1].lower() + (f"-{match[2].upper()}" if match[2] and len(match[2]) == 2 else "")
    return None


def _canonical_url(root: Element, meta: dict[str, str], url: str | None) -> str | None:
    links = (e.get("href") for e in root.iter("link") if "canonical" in (e.get("rel") or "").lower().split())
    for href in (next(links, None), meta.get("og:url")):
        # A canonical address without a path is the site's front page, named by mistake.
        if href and (address := safe_link(url, href)) and address.rstrip("/").count("/") > 2:
            return address
    return url
