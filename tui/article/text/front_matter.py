"""What a text says of itself before it begins: YAML or TOML between lines of dashes or plus signs, as static
site generators write it (Jekyll, Hugo), or plain lines such as "Title: …" and "Author: …".

Read by line, never executed and without a YAML library: names, strings, dates and lists of strings are all that
is wanted, and what is not understood is passed over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.article.sanitising import one_line
from tui.article.spans import Span
from tui.article.text.text_boilerplate import date_in

_LONGEST = 20_000  # characters of front matter
_LINES = 200
_FENCE = re.compile(r"\s*(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_YAML = re.compile(r"([A-Za-z_][\w .-]{0,40}?)\s*:(?:\s+(.*)|\s*)\Z")
_TOML = re.compile(r"([A-Za-z_][\w.-]{0,40})\s*=\s*(.*)\Z")
_ITEM = re.compile(r"\s*-\s+(.*)\Z")
_PLAIN = re.compile(
    r"(title|headline|author|authors|by|byline|date|published|publication date|url|link|source|source url"
    r"|site|feed|publication|publisher|language|lang)\s*:\s+(\S.*)\Z",
    re.IGNORECASE,
)
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{0,200}\|)?([^\[\]|\n]{1,200})\]\]")
_NAMES = {
    "title": ("title", "headline"),
    "byline": ("author", "authors", "byline", "by", "creator"),
    "published": ("date", "published", "publisheddate", "publishdate", "publicationdate", "datepublished"),
    "url": ("url", "link", "canonical", "canonicalurl", "sourceurl", "source", "originalurl"),
    "site": ("site", "feed", "publication", "publisher", "sitename", "website"),
    "language": ("lang", "language"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields by their names in small letters without marks between words, and the stretch they stand in,
    fences included."""

    fields: dict[str, str]
    span: Span

    def get(self, what: str) -> str | None:
        """Return one of title, byline, published, url, site, language; `published` is ISO 8601 or None."""
        value = next((self.fields[name] for name in _NAMES[what] if self.fields.get(name)), None)
        if value is None:
            return None
        if what == "published":
            return _iso(value)
        if what == "url":
            from tui.article.http.urls import safe_link

            return safe_link(None, value)
        if what == "language":
            return value if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?", value) else None
        return value


def read(text: str) -> FrontMatter | None:
    """Return the front matter `text` begins with; None if it begins with none."""
    fence = _FENCE.match(text)
    return _fenced(text, fence[1], fence.end()) if fence is not None else _plain(text)


def _fenced(text: str, fence: str, begin: int) -> FrontMatter | None:
    fields: dict[str, str] = {}
    name = ""
    at = begin
    for _ in range(_LINES):
        match = _LINE.match(text, at)
        if match is None or at >= len(text) or at - begin > _LONGEST:
            return None
        line = match[0].rstrip()
        if line in (fence, "...") and at > begin:
            start = len(text) - len(text.lstrip())
            return FrontMatter(fields, Span(start, at + len(line))) if fields else None
        at = match.end()
        if not line or line.lstrip().startswith("#"):
            continue
        found = (_YAML if fence == "---" else _TOML).match(line)
        if found is not None:
            name = re.sub(r"[\W_]", "", found[1]).casefold()
            if value := _value(found[2] or ""):
                fields.setdefault(name, value)
        elif (item := _ITEM.match(line)) is not None and name:
            value = _value(item[1].removeprefix("name:").strip())
            fields[name] = f"{fields[name]}, {value}" if fields.get(name) else value
        elif line[0].isspace() and name in ("author", "authors") and "name:" in line:
            fields.setdefault(name, _value(line.partition("name:")[2]))
        elif not line[0].isspace() and fence == "---":
            return None  # prose: the line of dashes was an ornament
    return None


def _plain(text: str) -> FrontMatter | None:
    """Read lines with the names of what they hold, two at least, before the first blank line."""
    fields: dict[str, str] = {}
    start = len(text) - len(text.lstrip())
    at, end = start, start
    for _ in range(len(_NAMES) * 2):
        match = _LINE.match(text, at)
        line = match[0].rstrip() if match else ""
        if match is None or not line:
            break
        found = _PLAIN.match(line)
        if found is None or len(line) > 400:
            return None
        fields.setdefault(re.sub(r"\W", "", found[1]).casefold(), one_line(found[2]))
        end, at = at + len(line), match.end()
    return FrontMatter(fields, Span(start, end)) if len(fields) >= 2 else None


def _value(raw: str) -> str:
    """Return a string as YAML and TOML write it, or the strings of a list on one line, joined by commas.

    Of a link to a note, as Obsidian writes it, its words count: "[[Jo Berg]]", "[[People/Jo Berg|Jo]]".
    """
    raw = _WIKI_LINK.sub(r"\1", raw.strip())
    if raw.startswith("[") and raw.endswith("]"):
        return ", ".join(filter(None, (_string(part.strip(" \t[]")) for part in raw[1:-1].split(","))))
    return _string(raw)


def _string(raw: str) -> str:
    if raw.startswith("{") and (name := re.search(r"""name["']?\s*[:=]\s*["']?([^"',}]{1,100})""", raw)):
        return one_line(name[1])
    if len(raw) > 1 and raw[0] in "\"'" and (end := raw.rfind(raw[0])) > 0:
        inner = raw[1:end]
        return one_line(inner.replace('\\"', '"') if raw[0] == '"' else inner.replace("''", "'"))
    if raw in ("|", ">", "|-", ">-", "~", "null", "true", "false"):
        return ""
    # A comment begins with "#" after white space. (Searched for as `\s+#`, a long run of spaces would take its
    # square in time.)
    comment = re.search(r"\s#", raw)
    return one_line(raw[: comment.start()] if comment else raw)


def _iso(value: str) -> str | None:
    """Return a date, or a date and time, as ISO 8601."""
    from datetime import datetime

    match = re.match(
        r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?", value
    )
    if match is not None:
        try:
            when = datetime.fromisoformat(re.sub(r"\s(?=[+\-Z])", "", match[0]))
        except ValueError:
            return None
        return when.isoformat() if len(match[0]) > 10 else when.date().isoformat()
    return date_in(value)
