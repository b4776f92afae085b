"""The lines of a library's export: JSON objects, whose "what" names one of the classes here.

`tui.library.library_export` writes them, `tui.library.library_import` reads them. Offsets count characters of
the article's text, times are in UTC as in the library, hashes are hexadecimal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tui.analysis.analysis import Analysis
from tui.json_codec import encode
from tui.library.article_texts import ArticleParts

SCHEMA = 1
"""The version, raised when the meaning of a line changes, but not for mere additions."""


@dataclass(frozen=True, slots=True)
class LibraryLine:
    """The first line of an export, with its schema."""

    schema: int
    articles: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine(ArticleParts):
    """An article, with the reader's position in it."""

    text_hash: str
    source: str
    title: str | None
    byline: str | None
    published: str | None
    url: str | None
    site: str | None
    language: str | None
    encoding: str | None
    first: str
    opened: str
    times: int
    position: int | None
    filter: str | None
    text: str


@dataclass(frozen=True, slots=True)
class AnalysisLine:
    """An analysis of an article on an earlier line."""

    text_hash: str
    kept: str
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A correction, as `tui.corrections.correction_json` has it."""

    text_hash: str
    source: str | None
    made: str
    undone: int
    correction: Any


@dataclass(frozen=True, slots=True)
class ClippingLine:
    """A clipping: the fields with columns of their own, and the rest of a `Clipping`."""

    id: str
    text_hash: str
    made: str
    note: str
    tags: tuple[str, ...]
    clipping: Any


@dataclass(frozen=True, slots=True)
class PeopleLine:
    """A `PeopleChange`."""

    id: str
    made: str
    undone: int
    change: Any


@dataclass(frozen=True, slots=True)
class VersionLine:
    """When an article on an earlier line was the version at an address or path."""

    origin: str
    text_hash: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class PreferenceLine:
    """A preference of the reader's, such as the theme."""

    name: str
    value: str


Line = (
    LibraryLine
    | ArticleLine
    | AnalysisLine
    | CorrectionLine
    | ClippingLine
    | PeopleLine
    | VersionLine
    | PreferenceLine
)

KINDS: dict[str, type[Line]] = {
    "library": LibraryLine,
    "article": ArticleLine,
    "analysis": AnalysisLine,
    "correction": CorrectionLine,
    "clipping": ClippingLine,
    "people": PeopleLine,
    "version": VersionLine,
    "preference": PreferenceLine,
}
_NAMES = {kind: name for name, kind in KINDS.items()}


def line_object(line: Line) -> dict[str, Any]:
    """Return a line as the JSON object that is written to an export."""
    return {"what": _NAMES[type(line)], **encode(line)}
