"""A shard read, analysed and written, in a worker."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from tui.analysis.model import CannotAnalyse
from tui.archive.article_analyser import ArticleFailed, analyser
from tui.archive.shards import Document, Shard, first_document, read_shard
from tui.archive.tables import SCHEMAS, Rows, rows_of, table_of
from tui.article.article import Article
from tui.article.errors import CannotRead, NoArticle
from tui.article.files import from_bytes
from tui.session.exporting.json_lines import dump_json
from tui.session.exporting.quotes_export import Selected, json_object


class Target(NamedTuple):
    """Where an archive is written, how, and by which model."""

    folder: str
    format: str = "parquet"  # or "jsonl"
    model: str | None = None


class Report(NamedTuple):
    """What became of a shard."""

    shard: str
    articles: int
    quotes: int
    errors: int


def analyse_shard(shard: Shard, target: Target) -> Report:
    """Analyse the articles of a shard and write its files, each under another name first. Raises OSError."""
    tables: Rows = {name: [] for name in SCHEMAS}
    lines: list[str] = []
    seen: set[str] = set()
    for document in read_shard(shard):
        try:
            if document.id in seen:
                raise ArticleFailed("Its id stands twice in this part of the archive; the first is kept.")
            seen.add(document.id)
            article = _article(document)
            analysis = analyser(target.model).analyse(article)
            contract = json_object(Selected(article, analysis, range(len(analysis.attributions))))
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
    _write(shard, target, tables, lines)
    return Report(shard.id, len(tables["articles"]), len(tables["quotes"]), len(tables["errors"]))


def _sentence(error: Exception) -> str:
    """Return why an article is not among the others."""
    if isinstance(error, ArticleFailed):
        return error.sentence
    if isinstance(error, CannotRead):
        return error.message
    return f"It could not be analysed, which is a fault of quoth ({type(error).__name__})."


def write_failed(shard: Shard, target: Target, sentence: str) -> Report:
    """Write the files of a single article that ends the workers that analyse it: a row of errors."""
    tables: Rows = {name: [] for name in SCHEMAS}
    tables["errors"].append({"article": first_document(shard), "sentence": sentence})
    _write(shard, target, tables, [])
    return Report(shard.id, 0, 0, 1)


def _article(document: Document) -> Article:
    """Return the article of a document. Raises CannotRead."""
    if document.problem:
        raise ArticleFailed(document.problem)
    if document.data is not None:
        from tui.article.sources import read_bytes

        try:
            read = read_bytes(document.data, document.id)
        except NoArticle as error:
            raise CannotRead(error.message) from None
        if not isinstance(read, Article):
            raise ArticleFailed("It is a list of several articles; name them by themselves.")
        article = read
    else:
        article = from_bytes((document.text or "").encode("utf-8", "replace"), document.id)
    known = {name: getattr(document, name) for name in ("title", "byline", "published", "url")}
    return replace(article, source=document.id, **{name: value for name, value in known.items() if value})


def _write(shard: Shard, target: Target, tables: Rows, lines: list[str]) -> None:
    """Write the files of a shard; that of its articles takes its name last, and says by it that all are whole."""
    names = files_of(shard.id, target)
    waiting: list[tuple[Path, Path]] = []
    try:
        for name, final in names.items():
            final.parent.mkdir(parents=True, exist_ok=True)
            beside = final.with_name(f".{final.name}.{os.getpid()}.part")
            waiting.append((beside, final))
            if name == "jsonl":
                beside.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
            elif target.format == "jsonl":
                rows = (json.dumps(row, ensure_ascii=False) for row in tables[name])
                beside.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
            else:
                import pyarrow.parquet as pq

                pq.write_table(table_of(name, tables[name]), beside, compression="zstd", compression_level=9)
        for beside, final in waiting:
            os.replace(beside, final)  # noqa: PTH105
    finally:
        for beside, _ in waiting:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def files_of(shard: str, target: Target) -> dict[str, Path]:
    """Return the files of the shard with this id, the one that is named last at the end."""
    folder = Path(target.folder)
    if target.format == "jsonl":
        return {
            "errors": folder / "errors" / f"{shard}.jsonl",
            "jsonl": folder / "articles" / f"{shard}.jsonl",
        }
    names = [name for name in SCHEMAS if name != "articles"]
    return {name: folder / name / f"{shard}.parquet" for name in (*names, "articles")}
