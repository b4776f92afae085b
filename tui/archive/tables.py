"""The tables of an archive, with the fields of the JSON contract, and the way back to an Article and Analysis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

import pyarrow as pa

from tui.analysis.analysis import Analysis
from tui.article.article import Article, Block, BlockKind
from tui.article.spans import Span
from tui.json_codec import decode

_SPANS = pa.list_(pa.list_(pa.int32()))
_STEP = pa.struct([("reason", pa.string()), ("span", pa.list_(pa.int32())), ("text", pa.string())])

SCHEMAS: dict[str, pa.Schema] = {
    "articles": pa.schema(
        [
            *(
                (name, pa.string())
                for name in ("article", "source", "title", "byline", "published", "url", "model")
            ),
            ("version", pa.int32()),
            ("quote_count", pa.int32()),
            ("notices", pa.list_(pa.string())),
            ("text", pa.string()),
            ("page", pa.bool_()),
            (
                "blocks",
                pa.list_(pa.struct([("kind", pa.string()), ("start", pa.int32()), ("end", pa.int32())])),
            ),
        ]
    ),
    "quotes": pa.schema(
        [
            *((name, pa.string()) for name in ("article", "id", "kind", "stance", "polarity", "text")),
            *((name, _SPANS) for name in ("content", "cue", "source")),
            *((name, pa.string()) for name in ("speaker", "speaker_name")),
            ("certainty", pa.float64()),
            ("evidence", pa.list_(_STEP)),
            ("corrected", pa.bool_()),
        ]
    ),
    "speakers": pa.schema(
        [
            *((name, pa.string()) for name in ("article", "id", "name", "kind", "role")),
            ("mentions", _SPANS),
            ("corrected", pa.bool_()),
        ]
    ),
    "entities": pa.schema(
        [
            *((name, pa.string()) for name in ("article", "id", "name", "label")),
            ("mentions", _SPANS),
            ("corrected", pa.bool_()),
        ]
    ),
    "errors": pa.schema([("article", pa.string()), ("sentence", pa.string())]),
}
"""The columns of each table. `article` ties the rows of one article together."""

Rows = dict[str, list[dict[str, Any]]]


def rows_of(identity: str, article: Article, analysis: Analysis, contract: Mapping[str, Any]) -> Rows:
    """Return the rows of one article; `contract` is its object of the JSON contract."""
    names = {speaker["id"]: speaker["name"] for speaker in contract["speakers"]}
    about = {name: contract[name] for name in ("source", "title", "byline", "published", "url", "model")}
    return {
        "articles": [
            {
                "article": identity,
                **about,
                "version": analysis.version,
                "quote_count": len(contract["quotes"]),
                "notices": list(analysis.notices),
                "text": article.text.encode("utf-8", "replace").decode("utf-8"),
                "page": article.page,
                "blocks": [
                    {"kind": str(block.kind), "start": block.span.start, "end": block.span.end}
                    for block in article.blocks
                ],
            }
        ],
        "quotes": [
            {"article": identity, "speaker_name": names.get(quote["speaker"]), **quote}
            for quote in contract["quotes"]
        ],
        "speakers": [{"article": identity, **each} for each in contract["speakers"]],
        "entities": [{"article": identity, **each} for each in contract["entities"]],
        "errors": [],
    }


def table_of(name: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Return rows as a table; lone halves of characters, which Parquet cannot hold, become question marks."""
    return pa.Table.from_pylist([_encodable(row) for row in rows], schema=SCHEMAS[name])


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _encodable(each) for key, each in value.items()}
    return [_encodable(each) for each in value] if isinstance(value, list) else value


def to_article(row: Mapping[str, Any]) -> Article:
    """Return the Article of a row of the table of articles. Raises ValueError if its blocks make no sense."""
    blocks = tuple(Block(BlockKind(each["kind"]), Span(each["start"], each["end"])) for each in row["blocks"])
    if any(not 0 <= start <= end <= len(row["text"]) for _, (start, end) in blocks):
        raise ValueError("a block lies outside the text")
    names = ("title", "byline", "published", "url")
    return Article(
        row["text"], row["source"], blocks, page=bool(row["page"]), **{name: row[name] for name in names}
    )


def to_analysis(row: Mapping[str, Any], parts: Mapping[str, Sequence[Mapping[str, Any]]]) -> Analysis:
    """Return the Analysis of an article from its row and its rows of the other tables. Raises ValueError."""
    plain = {
        "quotes": [
            {
                **{
                    key: value
                    for key, value in quote.items()
                    if key not in ("article", "text", "speaker_name")
                },
                "evidence": [{key: step[key] for key in ("reason", "span")} for step in quote["evidence"]],
            }
            for quote in parts["quotes"]
        ],
        **{
            name: [{key: value for key, value in each.items() if key != "article"} for each in parts[name]]
            for name in ("speakers", "entities")
        },
        "model": row["model"],
        "version": row["version"],
        "notices": row["notices"],
    }
    known = {each.metadata.get("key", each.name) for each in fields(Analysis)}
    return decode(Analysis, {key: value for key, value in plain.items() if key in known})
