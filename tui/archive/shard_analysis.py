"""Read, analyse and write a shard, in a worker."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import NamedTuple

from tui.analysis.model import CannotAnalyse
from tui.analysis.version import VERSION
from tui.archive.article_analyser import ArticleFailed, analyser
from tui.archive.article_ids import hash_identities
from tui.archive.documents import Document
from tui.archive.shard_files import Target, write_shard
from tui.archive.shards import Shard, first_document, read_shard
from tui.archive.tables import SCHEMAS, Rows, rows_of
from tui.article.article import Article
from tui.article.errors import CannotRead, NoArticle
from tui.article.files import from_bytes
from tui.article.source_kind import SourceKind, source_kind
from tui.session.exporting.json_escaping import dump_json
from tui.session.exporting.quotes_export import Selected, json_object

_ALLOCATION = {"MALLOC_TRIM_THRESHOLD_": str(128 << 20), "MALLOC_MMAP_THRESHOLD_": str(32 << 20)}
"""Variables for analysis processes. Dask has workers give each bit of memory back to the system at once, which
costs an analysis, with its many arrays that live shortly, a seventh of its time."""


class Report(NamedTuple):
    """What became of a shard."""

    shard: str
    articles: int
    quotes: int
    errors: int
    lost: int = 0
    """Documents among the errors that may be read another time."""
    identities: bytes = b""
    """A hash of the id of each article (`tui.archive.article_ids`)."""


def prepare(target: Target) -> None:
    """Make this worker ready for shards. Raises CannotAnalyse where it has another version of quoth."""
    if target.analysis != VERSION:
        raise CannotAnalyse("The workers have another version of quoth; install the same one on them.")
    os.environ.update(_ALLOCATION)


def analyse_shard(shard: Shard, target: Target) -> Report:
    """Analyse the articles of a shard and write its files, if it has any.

    Raises OSError if they cannot be written, and CannotAnalyse where this worker cannot do what is wanted.
    """
    prepare(target)
    tables: Rows = {name: [] for name in SCHEMAS}
    lines: list[str] = []
    seen: set[str] = set()
    lost = 0
    for document in read_shard(shard):
        # Names of files and JSON may hold half characters, which no table can.
        lost += document.is_lost
        document = document._replace(id=document.id.encode("utf-8", "replace").decode())
        try:
            if document.id in seen:
                raise ArticleFailed("Its id occurs twice in this part of the archive; the first is kept.")
            article = _article(document)
            analysis = analyser(target.model).analyse(article)
            contract = json_object(Selected(article, analysis, range(len(analysis.attributions))))
            seen.add(document.id)
        except (OSError, MemoryError, CannotAnalyse):
            raise
        except Exception as error:  # a fault of quoth in one article is not to stop a million others
            tables["errors"].append({"article": document.id, "sentence": _sentence(error)})
            continue
        if target.format == "jsonl":
            lines.append(dump_json({"article": document.id, **contract}))
            tables["quotes"] += contract["quotes"]
            tables["articles"].append({"article": document.id})
            continue
        for name, rows in rows_of(document.id, article, analysis, contract).items():
            tables[name] += rows
    if tables["articles"] or tables["errors"]:
        write_shard(shard.id, target, tables, lines)
    articles, quotes, errors = (len(tables[name]) for name in ("articles", "quotes", "errors"))
    identities = hash_identities(row["article"] for row in tables["articles"])
    return Report(shard.id, articles, quotes, errors, lost, identities)


def _sentence(error: Exception) -> str:
    """Return a sentence on why an article is left out."""
    if isinstance(error, ArticleFailed):
        return error.sentence
    if isinstance(error, CannotRead):
        return error.message
    return f"It could not be analysed, which is a fault of quoth ({type(error).__name__})."


def write_failed(shard: Shard, target: Target, sentence: str) -> Report:
    """Write the files of an article that kills the workers that analyse it: a row of errors."""
    tables: Rows = {name: [] for name in SCHEMAS}
    tables["errors"].append({"article": first_document(shard), "sentence": sentence})
    write_shard(shard.id, target, tables, [])
    return Report(shard.id, 0, 0, 1)


def _article(document: Document) -> Article:
    """Return the article of a document. Raises CannotRead."""
    if document.problem:
        raise ArticleFailed(document.problem)
    data = document.data
    if data is None:
        data = (document.text or "").encode("utf-8", "replace")
    if document.data is not None or source_kind(data) is SourceKind.PAGE:
        from tui.article.sources import read_bytes

        try:
            read = read_bytes(data, document.id, charset="utf-8" if document.data is None else None)
        except NoArticle as error:
            raise CannotRead(error.message) from None
        if not isinstance(read, Article):
            raise ArticleFailed("It is a list of several articles; name them by themselves.")
        article = read
    else:
        article = from_bytes(data, document.id)
    known = {name: getattr(document, name) for name in ("title", "byline", "published", "url")}
    return replace(article, source=document.id, **{name: value for name, value in known.items() if value})
