"""Read what a page states about itself: JSON-LD of schema.org, Open Graph, meta elements, bylines and dates.

JSON-LD is read here to tell its articles from other items: for a live blog, trafilatura takes the headline and
author of the last entry. Bylines in markup come from trafilatura, the day from htmldate.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any

from tui.article.characters import INVISIBLE_RANGE
from tui.article.html.bylines import is_agency, is_name, is_nobody, is_outlet, names_people, people_and_outlet
from tui.article.html.extractors import find_byline, find_day
from tui.article.html.json_ld import is_article, json_ld_objects, meant, people_named, plain_text
from tui.article.html.marked_bylines import marked_byline
from tui.article.html.text_blocks import Element
from tui.article.html.titles import article_title, heading_words, outlet_in_title
from tui.article.http.urls import safe_link
from tui.article.sanitising import one_line
from tui.article.text.text_boilerplate import date_in

_DATE = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?"
)
_EPOCHS = (
    "0001-01-01",
    "1970-01-01",
    "1900-01-01T00:00:00",
    "1753-01-01",
)  # what databases write for no date
_UNSEEN = re.compile(f"[{INVISIBLE_RANGE}]")
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_]([A-Za-z]{2,4}))?\Z")
_AUTHOR_NAMES = (
    "author article:author dc.creator dcterms.creator byl parsely-author sailthru.author og:author"
    " og:article:author authors creator cxenseparse:author article_author article.author citation_author"
).split()


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
    objects = json_ld_objects(root)
    named = {key: item for item in objects if isinstance(key := item.get("@id"), str) and "name" in item}
    for item in objects:
        if is_article(item):
            _add_json_ld(item, found, named)
    found.is_article = found.is_article or "article" in meta.get("og:type", "").lower()
    element = root.find(".//head/title")
    whole = one_line(element.text_content()) if element is not None else None
    address = _canonical_url(root, meta, url)
    found.site = _without_slogan(
        meta.get("og:site_name")
        or meta.get("application-name")
        or found.site
        or meta.get("dc.publisher")
        or outlet_in_title(whole or "", address)
    )
    found.headline = next((words for h in root.iter("h1") if (words := heading_words(h))), None)
    titles = (found.title, *map(meta.get, ("og:title", "twitter:title", "dc.title")), whole)
    found.title = article_title(root, (unescape(title or "") for title in titles), found.site, address)
    _take_byline(found, root, meta)
    found.published = found.published or _published(root, meta, url)
    found.language = _language(root, meta)
    found.url = address
    return found


def _take_byline(found: Metadata, root: Element, meta: dict[str, str]) -> None:
    """Put the writers into `found`, an outlet or "Staff" only where nobody is named; and the outlet beside them."""
    stated: list[str] = []
    for value in (found.byline, *_stated_authors(root, meta)):
        if (names := _names(value)) is not None:
            stated.append(names)
    chosen = next(
        (names for names in stated if names_people(people_and_outlet(names, found.site)[0], found.site)), None
    )
    chosen = chosen or marked_byline(root) or next(iter(stated), None) or _guessed_byline(root)
    found.byline = None
    if chosen is not None:
        people, outlet = people_and_outlet(chosen, found.site)
        found.byline = None if is_nobody(people) else people or None
        if outlet is not None and found.site is None and is_outlet(outlet) and not is_agency(outlet):
            found.site = outlet


def _guessed_byline(root: Element) -> str | None:
    """Return what trafilatura takes for the byline, if it is an outlet or a whole name, not "Ann", "Submitted"."""
    names = _names(find_byline(root))
    if names is None or not names_people(names):
        return names
    parts = [part.strip() for part in names.split(",")]
    whole = [part for part in parts if is_name(part) and (" " in part or not part.isascii())]
    return ", ".join(whole) or None  # beside a whole name, a single word is where it was written


def _stated_authors(root: Element, meta: dict[str, str]) -> Iterator[str | None]:
    """Yield what the meta elements say of the writers; several of one name are one byline."""
    values: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name in _AUTHOR_NAMES and (names := _names((element.get("content") or "")[:400])):
                values.setdefault(name, []).append(names)
    for name in _AUTHOR_NAMES:
        if name in values:
            yield ", ".join(dict.fromkeys(values[name][:20]))
    for label in ("twitter:label1", "twitter:label2"):
        if meta.get(label, "").strip().rstrip(":").casefold() in ("written by", "by", "author"):
            yield meta.get(label.replace("label", "data"))
    creator = meta.get("twitter:creator", "")
    yield creator if " " in creator and is_name(creator) else None  # mostly a handle, or the outlet
    author = _parsely(meta).get("author")
    named = author if isinstance(author, list) else [author]
    yield ", ".join(each for each in named[:20] if isinstance(each, str))


def _meta_elements(root: Element) -> dict[str, str]:
    """Return the contents of the page's meta elements by name; the first with a name counts."""
    out: dict[str, str] = {}
    for element in root.iter("meta"):
        names = map(element.get, ("property", "name", "itemprop", "http-equiv"))
        name, content = next(filter(None, names), None), element.get("content")
        if name and content and len(name) < 60:
            out.setdefault(name.strip().lower(), content[:4000])
    return out


def _without_slogan(site: str | None) -> str | None:
    """Return an outlet's name without what it says of itself: "The Post | News of the coast", "http://post.example"."""
    name = re.sub(r"\Ahttps?://(?:www\.)?", "", _shortened(site, 100) or "").rstrip("/")
    return re.split(r"\s[|–—-]\s", name)[0] or name if name else None


def _parsely(meta: dict[str, str]) -> dict[str, Any]:
    """Return the object that Parse.ly's older pages keep in one meta element; {} for none."""
    try:
        page = json.loads(meta.get("parsely-page", "{}"))
    except (ValueError, RecursionError):
        return {}
    return page if isinstance(page, dict) else {}


def _add_json_ld(item: dict[str, Any], found: Metadata, named: dict[str, dict[str, Any]]) -> None:
    """Add to `found` what an article of schema.org says and earlier ones did not, and the longest body.

    `named` are the objects that others refer to by their "@id".
    """
    found.is_article = True
    title = item.get("headline") or item.get("name")
    if not found.title and isinstance(title, str):
        found.title = plain_text(title)
    if not found.byline:
        found.byline = people_named(item.get("author"), named) or people_named(item.get("creator"), named)
    if not found.published and isinstance(item.get("datePublished"), str):
        found.published = iso_date(item["datePublished"])
    publisher = meant(item.get("publisher"), named)
    if not found.site and isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        found.site = publisher["name"]
    body = item.get("articleBody") or item.get("text")
    if isinstance(body, list):
        body = "\n".join(part for part in body if isinstance(part, str))
    if isinstance(body, str) and len(body) > len(found.body):
        found.body = plain_text(body, keep_lines=True)


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
    stated = (meta.get("article:published_time"), meta.get("datepublished"), _parsely(meta).get("pub_date"))
    for value in (*stated, *meta.values(), *times):
        value = value if isinstance(value, str) else None
        date = iso_date(value) if value and value[:2].isdigit() else None
        if date is not None and date.startswith(day or date):
            return date
    return day


def _names(value: str | None) -> str | None:
    """Return a byline without "By"; None for an address or anything else that is not a name."""
    text = _shortened(value, 200)
    if not text or text.startswith(("http", "@", "www.")) or "{" in text:
        return None
    text = re.sub(r"\A(?:written\s+)?by:?\s+", "", text, flags=re.IGNORECASE).strip(" ,|-")
    return text if text and not is_nobody(text) else None


def _shortened(value: str | None, longest: int = 300) -> str | None:
    text = _seen_line(unescape(value)) if value else ""
    return text[:longest] if text else None


def _seen_line(text: str) -> str:
    """Return `text` on one line without soft hyphens and other characters that nobody sees."""
    return one_line(_UNSEEN.sub("", text))


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
