"""Quotes as text, Markdown, CSV, JSON and JSON lines."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple, get_args

from tui.analysis.analysis import Analysis, Attribution
from tui.article.article import Article
from tui.article.cleaning import clean
from tui.article.sanitising import stream_safe
from tui.json_codec import encode
from tui.session.citing.citation import cite_all, csl_item
from tui.session.exporting.json_escaping import dump_json
from tui.session.reading.quote_text import span_words, words, words_on_one_line
from tui.session.settings import Style

SCHEMA = 1
"""Increased when the meaning of anything in the JSON changes, but not for additions."""

Format = Literal["text", "markdown", "csv", "json", "jsonl", "bibtex", "csl-json"]
FORMATS: tuple[Format, ...] = get_args(Format)
SUFFIXES: dict[Format, str] = {
    "text": ".txt",
    "markdown": ".md",
    "csv": ".csv",
    "json": ".json",
    "jsonl": ".jsonl",
    "bibtex": ".bib",
    "csl-json": ".csl.json",
}


class Selected(NamedTuple):
    """Quotes to export: an article, its analysis, and indices into `analysis.attributions`."""

    article: Article
    analysis: Analysis
    indices: Sequence[int]

    @property
    def quotes(self) -> list[Attribution]:
        """The attributions themselves."""
        return [self.analysis.attributions[i] for i in self.indices]


def export(selected: Sequence[Selected], format: Format) -> str:
    """Return the quotes of all articles as the text of a file.

    JSON is one object for one article, else an array. CSV has a heading row and CRLF line ends (RFC 4180).
    """
    if format == "json" and len(selected) == 1:
        return json_text(selected[0], indent=2) + "\n"
    return "".join(stream(selected, format))


def encoding_of(format: Format) -> str:
    """Return the encoding of a file: spreadsheets take CSV for UTF-8 only if it begins with a byte order mark."""
    return "utf-8-sig" if format == "csv" else "utf-8"


def stream(selected: Iterable[Selected], format: Format) -> Iterator[str]:
    """Yield the text of each article as it arrives; JSON is always an array here."""
    between = {"json": "[\n", "csl-json": "[\n", "csv": csv_row(COLUMNS)}.get(format, "")
    for each in selected:
        if format == "json":
            yield between + json_text(each)
            between = ",\n"
        elif format == "csl-json":
            if (item := csl_item(each.article, each.analysis, each.quotes)) is not None:
                yield between + dump_json(item)
                between = ",\n"
        elif format == "jsonl":
            yield json_text(each) + "\n"
        elif format == "csv":
            yield between + "".join(map(csv_row, rows(each)))
            between = ""
        elif quotes := cite_all(each.article, each.analysis, each.quotes, _STYLES[format]):
            yield f"{between}{quotes}\n"
            between = "\n\n"
    if format in ("json", "csl-json"):
        yield "[]\n" if between == "[\n" else "\n]\n"
    elif format == "csv" and between:
        yield between


_STYLES: dict[str, Style] = {"text": "plain", "markdown": "markdown", "bibtex": "bibtex"}


# JSON

# Told apart from text by the line ends of the indenting: strings hold none.
_PAIR = re.compile(r"\[\n\s+(\d+),\n\s+(\d+)\n\s+\]")
_ONE_LINE_LIST = re.compile(r"\[\n\s+(\[\d+, \d+\](?:,\n\s+\[\d+, \d+\])*)\n\s+\]")


def json_object(selected: Selected) -> dict[str, Any]:
    """Return the JSON contract's object: offsets are characters of the article's text as it stands in its file.

    `text` of a quote is its cleaned words, that of evidence the words that the step rests on. All speakers and
    entities are given, whichever quotes are selected.
    """
    article, analysis = selected.article, selected.analysis
    data = _stream_safe(encode(analysis))
    found = data["quotes"]
    quotes = []
    for index, quote in zip(selected.indices, selected.quotes, strict=True):
        plain = found[index]
        steps = [
            {**step, "text": clean(article.shown(each.span)) if each.span else None}
            for step, each in zip(plain["evidence"], quote.evidence, strict=True)
        ]
        head = {key: plain[key] for key in ("id", "kind", "stance", "polarity")}
        quotes.append({**head, "text": words(article, quote), **plain, "evidence": steps})
    return {
        "schema": SCHEMA,
        "source": article.source,
        "title": _stream_safe(article.title),
        "byline": _stream_safe(article.byline),
        "published": article.published,
        "url": article.url,
        "model": analysis.model,
        "speakers": data["speakers"],
        "entities": data["entities"],
        "quotes": quotes,
    }


def _stream_safe(data: Any) -> Any:
    """Return JSON values with each string as `stream_safe` returns it."""
    if isinstance(data, str):
        return stream_safe(data)
    if isinstance(data, dict):
        return {key: _stream_safe(value) for key, value in data.items()}
    return [_stream_safe(value) for value in data] if isinstance(data, list) else data


def json_text(selected: Selected, indent: int | None = None) -> str:
    """Return `json_object` as text: one line, or indented with each list of spans on a line of its own."""
    text = dump_json(json_object(selected), indent)
    if indent is not None:
        text = _PAIR.sub(r"[\1, \2]", text)
        text = _ONE_LINE_LIST.sub(lambda found: "[" + " ".join(found[1].split()) + "]", text)
    return text


# CSV

COLUMNS = (
    *("article", "title", "byline", "published", "url", "id", "kind", "stance", "polarity"),
    *("speaker", "role", "text", "cue", "source", "certainty", "start", "end", "corrected"),
)
_RUN = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def rows(selected: Selected) -> Iterator[tuple[str, ...]]:
    """Yield a row for each quote, under COLUMNS; `start` and `end` are offsets that enclose the quote's gaps.

    `corrected` is "true" where the quote or its speaker was corrected by hand, else "false".
    """
    article, analysis = selected.article, selected.analysis
    speakers = {speaker.id: speaker for speaker in analysis.speakers}
    about = (article.source, article.title, article.byline, article.published, article.url)
    for quote in selected.quotes:
        speaker = speakers.get(quote.speaker or "")
        yield (
            *(clean(value or "") for value in about),
            quote.id,
            str(quote.kind),
            str(quote.stance),
            str(quote.polarity),
            clean(speaker.name) if speaker else "",
            clean(speaker.role or "") if speaker else "",
            words_on_one_line(article, quote),
            span_words(article, quote.cue),
            span_words(article, quote.source),
            f"{quote.certainty:.3f}",
            str(quote.start),
            str(quote.end),
            "true" if quote.corrected or (speaker is not None and speaker.corrected) else "false",
        )


def csv_row(cells: Iterable[str]) -> str:
    """Return one line of CSV; a cell that a spreadsheet would run as a formula gets an apostrophe in front."""
    out = io.StringIO()
    safe = [f"'{cell}" if cell.startswith(_RUN) else cell for cell in cells]
    csv.writer(out, lineterminator="\r\n").writerow(safe)
    return out.getvalue()
