"""An article's title: what the page states, or the headline that it shows where that says more.

What is stated is often written for search engines; an h1 is often the site's name, a section's, or that of a box.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from tui.article.characters import INVISIBLE_RANGE
from tui.article.html.class_hints import Region, hints
from tui.article.html.text_blocks import Element, is_hidden, squeezed
from tui.article.sanitising import one_line

_HEADLINE_WORDS = 4  # the fewest of an h1 that is believed whatever the other titles are; in an <article> 3
_OF_SITE = re.compile(
    r"(?:\A|[\s_-])(?:logo|brand(?:ing)?|masthead|site[-_]?(?:title|header|name|description)|tag-?line|slogan|section[-_]?(?:title|header))(?:\Z|[\s_-])",
    re.IGNORECASE,
)
_FOR_SCREEN_READERS = re.compile(r"sr-?only|visually-?hidden|screen-?reader", re.IGNORECASE)
_OF_A_BOX = frozenset({Region.CHROME, Region.NEWSLETTER, Region.RELATED, Region.COMMENTS, Region.SHARE})
_PROSE, _MOST_BEFORE = 80, 2  # characters of a paragraph; paragraphs above a headline
_LONGEST, _LONGEST_SITE = 300, 40  # characters
_LEAST_TITLE = 10  # characters that stay when the site's name is taken off
_SECOND_LEVEL = frozenset("co com net org ac gov".split())  # "co" of "post.co.uk"
_APART = re.compile(r"\s[|·»]\s|\s[-–—:]\s|\s?\|\s?")
_UNSEEN = re.compile(f"[{INVISIBLE_RANGE}]")
_COMMON = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be has have had it its"
    " his her their this"
    " that what who how why when new news after over up out not no".split()
)


def article_title(
    root: Element, stated: Iterable[str | None], site: str | None, url: str | None
) -> str | None:
    """Return the title of the article on a page, None if it has none.

    `stated` are the titles that its metadata give, the best first; `site` is the outlet's name.
    """
    lines = [one_line(_UNSEEN.sub("", each))[:_LONGEST] for each in stated if each]
    titles = [_without_site(line, site, url) for line in lines if line]
    known = squeezed(site or "")
    title = next((each for each in titles if squeezed(each) != known), None)
    headings = [(h, text) for h in root.iter("h1") if (text := heading_words(h))]
    if title is None:
        headlines = [text for h, text in headings if _is_headline(h, text, site)]
        return next(iter([*headlines, *(text for _, text in headings), *titles]), None)
    if (same := next((text for _, text in headings if _is_same(text, title)), None)) is not None:
        return same
    if squeezed(title) in {squeezed(heading_words(h)) for h in root.iter("h2", "h3")}:
        return title
    alike = [text for _, text in headings if _are_alike(text, title)]
    if len(alike) == 1:
        return alike[0]
    if len(headings) == 1 and _is_headline(*headings[0], site) and _heads_prose(headings[0][0], root):
        return headings[0][1]
    return title


def heading_words(heading: Element) -> str:
    """Return the words of a heading on one line, also where `<br>` parts them."""
    parts: list[str] = []
    for element in heading.iter():
        if isinstance(element.tag, str):
            parts.append(" " if element.tag in ("br", "div", "p") else "")
            parts.append(element.text or "")
        if element is not heading:
            parts.append(element.tail or "")
    return one_line(_UNSEEN.sub("", "".join(parts)))[:_LONGEST]


def _is_same(heading: str, title: str) -> bool:
    """Tell whether a heading is the title, or all of it but what follows a mark: "… - The Post"."""
    own, whole = squeezed(heading), squeezed(title)
    return own == whole or (
        len(own) >= _LEAST_TITLE and whole.startswith(own) and len(whole) - len(own) < _LONGEST_SITE
    )


def _are_alike(a: str, b: str) -> bool:
    """Tell whether two titles share at least half the words of the shorter, and two that not every title has."""
    first, second = ({w for w in re.findall(r"\w+", each.casefold()) if w not in _COMMON} for each in (a, b))
    shorter = min(len(first), len(second))
    return len(first & second) >= max(0.5 * shorter, 2)


def _is_headline(heading: Element, text: str, site: str | None) -> bool:
    """Tell whether an h1 has the words of a headline, and heads neither the site nor a box."""
    in_article = any(above.tag == "article" for above in heading.iterancestors())
    if len(text.split()) < _HEADLINE_WORDS - in_article or (site and squeezed(site) in squeezed(text)):
        return False
    if is_hidden(heading) or _FOR_SCREEN_READERS.search(heading.get("class") or ""):
        return False
    for above in heading.iterancestors():
        if above.tag in ("article", "main"):
            break
        names = f"{above.get('class') or ''} {above.get('id') or ''}"[:400]
        if above.tag in ("nav", "footer", "aside") or above.get("role") == "banner" or _OF_SITE.search(names):
            return False
        if is_hidden(above) or (above.tag != "body" and any(says in _OF_A_BOX for _, says in hints(above))):
            return False
    links = (link.get("href") or "" for link in heading.iter("a"))
    return _OF_SITE.search(heading.get("class") or "") is None and not any(
        href == "/" or href.rstrip("/").count("/") == 2 for href in links
    )


def _heads_prose(heading: Element, root: Element) -> bool:
    """Tell whether the paragraphs of a page stand below a heading, and not under another heading before it."""
    above = 0
    for element in root.iter("h1", "p"):
        if element is heading:
            return above <= _MOST_BEFORE
        above += element.tag == "p" and len(element.text_content()) >= _PROSE
    return False


def outlet_in_title(title: str, url: str | None) -> str | None:
    """Return the site's name at the end of a title, as its address has it: "CNN.com" of "Ferry late - CNN.com"."""
    *_, last = [None, *_APART.finditer(title)]
    name = title[last.end() :].strip() if last is not None else ""
    return name if name and _is_of(name, _names_of_host(url)) else None


def _without_site(title: str, site: str | None, url: str | None) -> str:
    """Return a title without the site's name, at its end or beginning: "Ferry late | News | The Post"."""
    marks = list(_APART.finditer(title))
    names = [*([squeezed(site)] if site else []), *_names_of_host(url)]
    while marks:
        first, last = marks[0], marks[-1]
        head, tail = title[: last.start()], title[last.end() :]
        of_site = _is_of(tail, names) or ("|" in last[0] and len(tail) < _LONGEST_SITE and len(head) > 15)
        if of_site and len(head) >= _LEAST_TITLE:
            title = head.rstrip()
        elif _is_of(title[: first.start()], names) and len(title) - first.end() >= _LEAST_TITLE:
            title = title[first.end() :].lstrip()
        else:
            break
        marks = list(_APART.finditer(title))
    return title


def _names_of_host(url: str | None) -> list[str]:
    """Return how an address's host names the site: "post" and "postexample" of "www.post.example"."""
    try:
        labels = (urlsplit(url or "").hostname or "").split(".")
    except ValueError:
        return []
    own = -3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL else -2
    return [squeezed(labels[own]), squeezed("".join(labels[own:]))] if len(labels) > 1 else []


def _is_of(part: str, names: Sequence[str]) -> bool:
    """Tell whether a part of a title is the site's name."""
    words = squeezed(part)
    bare = words.removeprefix("the")
    return (
        len(words) >= 2
        and len(words) < _LONGEST_SITE
        and any(words == name or bare == name.removeprefix("the") for name in names)
    )
