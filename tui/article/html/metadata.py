"""What a page says of itself to machines: JSON-LD and microdata of schema.org, Open Graph, plain meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any, TypeAlias

from lxml import html

from tui.article.http.urls import safe_link
from tui.article.sanitising import one_line

Element: TypeAlias = html.HtmlElement

_ARTICLES = re.compile(r"\w*Article\Z|(?:Live|Social)?(?:Media|Blog)?Posting\Z|(?:Report|Review)\Z")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"</p>|</li>|</h\d>|<br\s*/?>|</blockquote>|</div>", re.IGNORECASE)
_DATE = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?"
)
_LONGEST_JSON = 3_000_000  # characters of one script; state of whole shops is kept in some
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_]([A-Za-z]{2,4}))?\Z")


@dataclass(slots=True)
class Metadata:
    """What is known of the article beside its text; None or "" where the page does not say.

    `published` is ISO 8601, a date or a time with its offset; `body` is schema.org's articleBody as plain text,
    a line a paragraph where it has lines.
    """

    title: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    site: str | None = None
    language: str | None = None
    description: str | None = None
    body: str = ""
    is_article: bool = False
    headline: str | None = None  # the h1, where there is just one


def read(root: Element, url: str | None) -> Metadata:
    """Read the metadata of the page fetched from `url`. Never raises for what a page holds."""
    meta = _metas(root)
    found = Metadata()
    for item in _articles(root):
        _from_schema(item, found)
    found.is_article = found.is_article or "article" in meta.get("og:type", "").lower()
    headings = [text for h in root.iter("h1") if (text := one_line(h.text_content()))]
    found.headline = headings[0] if headings else None
    site = meta.get("og:site_name") or meta.get("application-name")
    found.site = _short(site or found.site, 100)
    names = (
        found.title,
        meta.get("og:title"),
        meta.get("twitter:title"),
        found.headline,
        meta.get("dc.title"),
        _title(root),
    )
    found.title = _without_site(next((name for name in map(_short, names) if name), None), found.site)
    if found.headline and found.title and len(headings) == 1 and _like(found.headline, found.title):
        found.title = _short(found.headline)
    authors = (found.byline, meta.get("author"), meta.get("article:author"), meta.get("dc.creator"),
               meta.get("byl"), meta.get("parsely-author"), meta.get("sailthru.author"),
               _by_itemprop(root))  # fmt: skip
    found.byline = next((name for name in map(_names, authors) if name), None)
    dates = (found.published, meta.get("article:published_time"), meta.get("datepublished"), meta.get("date"),
             meta.get("pubdate"), meta.get("publish-date"), meta.get("dc.date"), meta.get("dc.date.issued"),
             meta.get("sailthru.date"), meta.get("parsely-pub-date"), meta.get("article.published"),
             meta.get("dcterms.created"), _by_time(root))  # fmt: skip
    found.published = next((date for date in map(iso_date, dates) if date), None)
    found.language = _language(root, meta)
    found.description = _short(meta.get("og:description") or meta.get("description"), 1000)
    found.url = _canonical(root, meta, url)
    return found


def _metas(root: Element) -> dict[str, str]:
    out: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (
            element.get("property")
            or element.get("name")
            or element.get("itemprop")
            or element.get("http-equiv")
        )
        content = element.get("content")
        if name and content and len(name) < 60:
            out.setdefault(name.strip().lower(), content[:4000])
    return out


def _articles(root: Element) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        kind = (script.get("type") or "").partition(";")[0].strip().lower()
        text = script.text or ""
        if kind != "application/ld+json" or len(text) > _LONGEST_JSON:
            continue
        text = re.sub(
            r"\A\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*\Z", "", text
        )
        try:
            data = json.loads(text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _items(data)


def _items(data: object) -> Iterator[dict[str, Any]]:
    """The objects in `data` that are articles."""
    queue: list[object] = [data]
    for _ in range(500):
        if not queue:
            return
        item = queue.pop(0)
        if isinstance(item, list):
            queue += item[:100]
        elif isinstance(item, dict):
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and _ARTICLES.match(name.rpartition("/")[2]) for name in names):
                yield item
            queue += [
                item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart") if key in item
            ]


def _from_schema(item: dict[str, Any], found: Metadata) -> None:
    found.is_article = True
    title = item.get("headline") or item.get("name")
    if not found.title and isinstance(title, str):
        found.title = plain(title)
    if not found.byline:
        found.byline = _people(item.get("author")) or _people(item.get("creator"))
    if not found.published and isinstance(item.get("datePublished"), str):
        found.published = item["datePublished"]
    publisher = item.get("publisher")
    if not found.site and isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        found.site = publisher["name"]
    body = item.get("articleBody") or item.get("text")
    if isinstance(body, list):
        body = "\n".join(part for part in body if isinstance(part, str))
    if isinstance(body, str) and len(body) > len(found.body):
        found.body = plain(body, lines=True)


def _people(value: object) -> str | None:
    names: list[str] = []
    for person in (value if isinstance(value, list) else [value])[:20]:
        name = person.get("name") if isinstance(person, dict) else person
        if isinstance(name, list):
            name = ", ".join(part for part in name if isinstance(part, str))
        if isinstance(name, str) and name.strip() and not name.startswith("http"):
            names.append(plain(name))
    return ", ".join(dict.fromkeys(names)) or None


def plain(text: str, *, lines: bool = False) -> str:
    """`text` of a script without the HTML some publishers leave in it; on one line, or a line a paragraph."""
    if "<" not in text and "&lt;" in text:
        text = unescape(text)
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    text = unescape(unescape(text) if "&amp;" in text else text)
    if not lines:
        return one_line(text)
    return "\n".join(line for raw in re.split(r"[\n\r\u2028\u2029]+", text) if (line := one_line(raw)))


def iso_date(text: str | None) -> str | None:
    """The date, or date and time, that `text` begins with as ISO 8601; None where it gives none that exists."""
    match = _DATE.match(text.strip()) if text else None
    if match is None:
        from tui.article.text.text_boilerplate import date_in

        return date_in(text[:100]) if text else None
    from datetime import datetime

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


def _by_time(root: Element) -> str | None:
    for element in root.iter("time"):
        when = element.get("datetime") or ""
        if _DATE.match(when.strip()):
            return when
    return None


def _by_itemprop(root: Element) -> str | None:
    for element in root.xpath("//*[@itemprop='author'] | //a[@rel='author']")[:3]:
        inner = element.xpath(".//*[@itemprop='name']")
        text = one_line((inner[0] if inner else element).text_content())
        if 2 < len(text) < 80:
            return text
    return None


def _names(value: str | None) -> str | None:
    """A byline without "By", addresses and what is too long to be names."""
    text = _short(value, 200)
    if not text or text.startswith(("http", "@", "www.")) or "{" in text:
        return None
    text = re.sub(r"\A(?:written\s+)?by:?\s+", "", text, flags=re.IGNORECASE)
    return text.strip(" ,|-") or None


def _short(value: str | None, longest: int = 300) -> str | None:
    text = one_line(unescape(value)) if value else ""
    return text[:longest] if text else None


def _title(root: Element) -> str | None:
    title = root.find(".//head/title")
    return title.text_content() if title is not None else None


def _without_site(title: str | None, site: str | None) -> str | None:
    """A title without the site's name behind a bar or a dash at its end."""
    if title is None:
        return None
    head, bar, tail = title.rpartition(" | ")
    if bar and len(tail) < 40 and len(head) > 15:
        return head
    if site:
        match = re.match(rf"(.{{10,}}?)\s+[-–—:·»]\s+{re.escape(site)}\Z", title, re.IGNORECASE)
        if match:
            return match[1]
    return title


def _like(a: str, b: str) -> bool:
    """Whether two titles share most of their words."""
    first, second = set(re.findall(r"\w+", a.casefold())), set(re.findall(r"\w+", b.casefold()))
    return len(first & second) >= 0.5 * max(1, min(len(first), len(second)))


def _language(root: Element, meta: dict[str, str]) -> str | None:
    for value in (
        root.get("lang"),
        root.get("xml:lang"),
        meta.get("content-language"),
        meta.get("og:locale"),
    ):
        if value and (match := _LANGUAGE.match(value.strip())):
            return match[1].lower() + (f"-{match[2].upper()}" if match[2] and len(match[2]) == 2 else "")
    return None


def _canonical(root: Element, meta: dict[str, str], url: str | None) -> str | None:
    links = [
        link.get("href")
        for link in root.iter("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    ]
    for href in (*links[:1], meta.get("og:url")):
        if href and (address := safe_link(url, href)) and address.rstrip("/").count("/") > 2:
            return address
    return url
