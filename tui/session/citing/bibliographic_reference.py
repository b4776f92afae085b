"""What is known of a source, to cite it: who wrote what, where, when, and when it was read.

It is written as a line of text or Markdown, as BibTeX (an @online of biblatex, which BibTeX's own styles take for a
@misc) and as CSL-JSON (version 1.0 of its schema), which Zotero and other reference managers read.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from tui.article.article import Article
from tui.article.cleaning import clean
from tui.session.exporting.markdown_escaping import autolink, escape_markdown
from tui.session.reading.article_name import name_of

_AND = re.compile(r"[,;&]|\band\b", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:written\s+)?by:?\s+", re.IGNORECASE)
_ROLES = frozenset(
    "editor editors correspondent correspondents reporter reporters writer columnist critic".split()
)
_PARTICLES = frozenset("van von der den de del della di da dos du la le ten ter bin al el".split())
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())
_BODIES = frozenset(
    "agency agencies agence associated bureau correspondent correspondents desk editor editorial editors guardian "
    "magazine media network news newspaper office post press reporter reporters service staff team times wire "
    "writer writers".split()
)
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}$&#%_"},
}
_TEX_SIGNS = re.compile(r"[\\~^{}$&#%_]")
_NOT_IN_TEX_ADDRESS = re.compile(r"[{}\\\s\"<>^`|]|%(?![0-9A-Fa-f]{2})")
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
_SMALL = frozenset("a an the of in on at to for and or is are".split())


@dataclass(frozen=True, slots=True)
class Author:
    """A person by family and given name, or a body (`given` is None)."""

    family: str
    given: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A source; what is not known is "". `titled` tells whether `name` is its title, and not that of a file.

    `published` and `accessed` are ISO 8601; `outlet` is who published it, as it calls itself.
    """

    name: str
    titled: bool
    byline: str = ""
    outlet: str = ""
    published: str = ""
    url: str = ""
    accessed: str = ""
    language: str = ""

    @property
    def authors(self) -> tuple[Author, ...]:
        """Who wrote it, by the byline."""
        parts = [part.strip() for part in _AND.split(_BY.sub("", self.byline)) if part.strip()]
        named = [part for part in parts if part.split()[-1].casefold() not in _ROLES]
        return tuple(map(_author, named or parts))

    @property
    def publisher(self) -> str:
        """The outlet, else the host of the address."""
        return self.outlet or (urlsplit(self.url).hostname or "").removeprefix("www.")

    @property
    def key(self) -> str:
        """A key such as reference managers make: "doe2031harbour"."""
        first = self.authors[0].family if self.authors else self.publisher or "anon"
        words = [word for word in map(_ascii, self.name.split()) if word and word not in _SMALL]
        return f"{_ascii(first)}{self.published[:4]}{words[0] if words else ''}" or "quoth"

    def line(self, *, markdown: bool) -> str:
        """Return it on one line of text or Markdown."""
        day = self.published[:10]
        others = [part for part in (self.byline, self.outlet, day) if part]
        accessed = f"accessed {self.accessed}" if self.url and self.accessed else ""
        if markdown:
            parts = [f"*{escape_markdown(self.name)}*", *map(escape_markdown, others)]
            address = [autolink(self.url)] if self.url else []
            return ", ".join([*parts, *address, *filter(None, [accessed])])
        title = f"“{self.name}”" if self.titled else self.name
        return ", ".join(part for part in (title, *others, self.url, accessed) if part)

    def bibtex(self, note: str = "", annotation: str = "") -> str:
        """Return an entry; `annotation` holds what is quoted, `note` where in the source that stands."""
        fields = {
            "author": " and ".join(map(_tex_author, self.authors)),
            "title": f"{{{_tex(self.name)}}}",
            "organization": _tex(self.publisher),
            "date": self.published[:10],
            "url": _NOT_IN_TEX_ADDRESS.sub(_percent, self.url),
            "urldate": self.accessed if self.url else "",
            "note": _tex(note),
            "annotation": _tex(annotation),
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        return "\n".join([f"@online{{{self.key},", *lines, "}"])

    def csl(self, note: str = "") -> dict[str, Any]:
        """Return an item; `note` holds what is quoted and where."""
        item: dict[str, Any] = {
            "id": self.key,
            "type": "article-newspaper" if self.published or self.byline else "webpage",
            "title": self.name,
            "author": [
                {"literal": each.family}
                if each.given is None
                else {"family": each.family, "given": each.given}
                for each in self.authors
            ],
            "container-title": self.publisher,
            "issued": _date_parts(self.published),
            "accessed": _date_parts(self.accessed) if self.url else None,
            "URL": self.url,
            "language": self.language,
            "note": note,
        }
        return {name: value for name, value in item.items() if value}


def reference_of(article: Article, accessed: date | None = None) -> Reference:
    """Return what is known of an article that was read on the day `accessed`, by default today."""
    return Reference(
        name=name_of(article),
        titled=bool(article.title),
        byline=clean(article.byline or ""),
        outlet=clean(article.site or ""),
        published=clean(article.published or ""),
        url=clean(article.url or ""),
        accessed=(accessed or date.today()).isoformat(),
        language=clean(article.language or ""),
    )


def _author(name: str) -> Author:
    words = name.split()
    small = {word.casefold().strip(".,") for word in words}
    shouted = any(len(word) > 1 and word.isupper() and "." not in word for word in words)
    if not 2 <= len(words) <= 5 or small & _BODIES or shouted or not words[-1][:1].isalpha():
        return Author(name)
    suffix = f" {words.pop()}" if words[-1].casefold() in _SUFFIXES and len(words) > 2 else ""
    first = len(words) - 1
    while first > 1 and words[first - 1].casefold() in _PARTICLES:
        first -= 1
    return Author(" ".join(words[first:]), " ".join(words[:first]) + suffix)


def _tex_author(author: Author) -> str:
    if author.given is None:
        return f"{{{_tex(author.family)}}}"  # braces: the words of a body's name are not taken apart
    return f"{_tex(author.family)}, {_tex(author.given)}"


def _tex(text: str) -> str:
    return _TEX_SIGNS.sub(lambda found: _TEX[found[0]], " ".join(text.split()))


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return _NO_LETTERS.sub("", plain)


def _date_parts(day: str) -> dict[str, list[list[int]]] | None:
    found = _DAY.match(day)
    return {"date-parts": [[int(part) for part in found.groups() if part]]} if found else None
