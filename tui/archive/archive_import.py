"""Import articles of an archive into the library."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.archive.archive_errors import ArchiveError
from tui.archive.manifest import FILE, Manifest
from tui.archive.tables import to_analysis, to_article
from tui.json_codec import InvalidJson
from tui.session.filtering.query import Query
from tui.session.filtering.quote_index import QuoteIndex

if TYPE_CHECKING:
    from tui.analysis.analysis import Analysis
    from tui.article.article import Article
    from tui.library.library import Library

_PARTS = ("quotes", "speakers", "entities")


def is_archive(path: str) -> bool:
    """Tell whether a path is the folder of an archive."""
    return os.path.isfile(Path(path) / FILE)


def import_archive(folder: str, library: Library, query: Query) -> tuple[int, int]:
    """Keep the articles that have a quote which the query matches; return their number and that of damaged ones."""
    kept = damaged = 0
    for found in _articles(folder):
        if found is None:
            damaged += 1
            continue
        article, analysis = found
        if query.empty or QuoteIndex(article, analysis).matching(query, attitudes=True):
            library.mark_read(article, analysis)
            kept += 1
    return kept, damaged


def _articles(folder: str) -> Iterator[tuple[Article, Analysis] | None]:
    """Yield each article with its analysis; None for one that is damaged. Raises ArchiveError."""
    import pyarrow.parquet as pq

    manifest = Manifest.open_any(folder)
    if manifest.target.format != "parquet":
        raise ArchiveError(
            f"“{folder}” is written as JSON lines, without the articles' texts; only Parquet has them."
        )
    for entry in manifest.entries.values():
        for file in entry.files:
            try:
                tables = {
                    name: pq.read_table(Path(folder) / name / f"{file}.parquet").to_pylist()
                    for name in ("articles", *_PARTS)
                }
            except Exception as error:
                raise ArchiveError(
                    f"“{folder}” is damaged ({type(error).__name__}); quoth archive check says where."
                ) from None
            of_article: dict[str, dict[str, list[Any]]] = {
                row["article"]: {name: [] for name in _PARTS} for row in tables["articles"]
            }
            for name in _PARTS:
                for row in tables[name]:
                    of_article[row["article"]][name].append(row)
            for row in tables["articles"]:
                try:
                    yield to_article(row), to_analysis(row, of_article[row["article"]])
                except (ValueError, KeyError, TypeError, InvalidJson):
                    yield None
