"""Clippings as text, Markdown, CSV, JSON and JSON lines.

Obsidian and Zettlr read the Markdown: YAML front matter whose values are all quoted (YAML 1.2,
section 7.3.1), one heading an article, block quotes, your notes, tags as #tag.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from tui.analysis.analysis import Polarity
from tui.article.cleaning import clean
from tui.library.clippings import PASSAGE, Clipping
from tui.session.citing.bibliographic_reference import Reference
from tui.session.citing.citation import block_quote, cite_words, said_by
from tui.session.exporting.json_escaping import dump_json
from tui.session.exporting.markdown_escaping import escape_markdown
from tui.session.exporting.quotes_export import Format, csv_row
from tui.session.settings import Style

SCHEMA = 1
"""Increased when the meaning of anything in the JSON changes, but not for additions."""

COLUMNS = (
    *("article", "byline", "published", "url", "source", "speaker", "role", "text", "cue", "kind", "stance"),
    *("polarity", "sentence", "certainty", "corrected", "start", "end", "note", "tags", "clipped", "id"),
)

_POLARITIES = {str(each): each for each in Polarity}
_NOT_IN_YAML = re.compile(r"[\ufffe\uffff]")


def export_clippings(clippings: Sequence[Clipping], format: Format) -> str:
    """Return all clippings as the text of a file."""
    if format == "json":
        return dump_json([_object(each) for each in clippings], indent=2) + "\n"
    if format == "jsonl":
        return "".join(dump_json(_object(each)) + "\n" for each in clippings)
    if format == "csv":
        return csv_row(COLUMNS) + "".join(csv_row(_row(each)) for each in clippings)
    if format == "markdown":
        return _markdown(clippings)
    if format == "bibtex":
        return "".join(f"{cite_clipping(each, 'bibtex')}\n\n" for each in clippings)
    if format == "csl-json":
        return dump_json([_csl(each) for each in clippings], indent=2) + "\n"
    return (
        "\n\n".join(cite_clipping(each, "plain") + _noted(each) for each in clippings) + "\n"
        if clippings
        else ""
    )


def cite_clipping(clipping: Clipping, style: Style) -> str:
    """Return a clipping as it is copied: words, speaker and article, without a final line end."""
    return cite_words(clipping.cited, _who(clipping), clipping.place, _reference(clipping), style)


def _csl(it: Clipping) -> dict[str, Any]:
    return next(iter(json.loads(cite_clipping(it, "csl-json"))))


def _reference(it: Clipping) -> Reference:
    return Reference(
        name=clean(it.article),
        titled=it.titled,
        byline=clean(it.byline or ""),
        outlet=clean(it.site or ""),
        published=clean(it.published or ""),
        url=clean(it.url or ""),
        accessed=it.made[:10],
    )


def _who(clipping: Clipping) -> str:
    """Return the speaker of a clipping with the role and notes on the quote; "" for the article's own words."""
    if clipping.kind == PASSAGE:
        return ""
    return said_by(
        clipping.speaker,
        clipping.role,
        clipping.named,
        kind=clipping.kind,
        stance=clipping.stance,
        corrected=clipping.corrected,
        polarity=_POLARITIES.get(clipping.polarity, Polarity.AFFIRMED),
    )


def _noted(clipping: Clipping) -> str:
    note = "\n".join(filter(None, map(clean, clipping.note.splitlines())))
    tags = " ".join(f"#{tag}" for tag in clipping.tags)
    return "".join(f"\n{part}" for part in (note, tags) if part)


def _markdown(clippings: Sequence[Clipping]) -> str:
    tags = dict.fromkeys(tag for each in clippings for tag in each.tags)
    parts = [
        "\n".join(
            [
                "---",
                'title: "Clippings"',
                *([f"date: {_yaml(max(each.made for each in clippings)[:10])}"] if clippings else []),
                f"tags: [{', '.join(map(_yaml, tags))}]",
                f"sources: [{', '.join(map(_yaml, dict.fromkeys(e.url or e.source for e in clippings)))}]",
                "---",
            ]
        )
    ]
    for _, those in groupby(clippings, key=lambda each: (each.text_hash, each.article)):
        found = list(those)
        parts.append(f"## {escape_markdown(clean(found[0].article))}")
        parts.append(_reference(found[0]).line(markdown=True))
        parts += (part for each in found for part in _quote(each))
    return "\n\n".join(parts) + "\n"


def _quote(clipping: Clipping) -> Iterator[str]:
    yield block_quote(clipping.cited, escape_markdown(_who(clipping) or clipping.place or "from the article"))
    lines = [escape_markdown(line) for line in map(clean, clipping.note.splitlines()) if line]
    if lines:
        yield "\n\n".join(lines)
    if clipping.tags:
        yield " ".join(f"#{tag}" for tag in clipping.tags)


def _yaml(text: str) -> str:
    """Return a double-quoted scalar, which JSON and YAML write alike."""
    return dump_json(_NOT_IN_YAML.sub("\ufffd", clean(text)))


def _object(it: Clipping) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "id": it.id,
        "text": it.words,
        "speaker": it.speaker,
        "role": it.role,
        "named": it.named,
        "cue_text": it.cue,
        "kind": it.kind,
        "stance": it.stance,
        "polarity": it.polarity,
        "place": it.place,
        "sentence": it.sentence,
        "certainty": it.certainty,
        "corrected": it.corrected,
        "note": it.note,
        "tags": list(it.tags),
        "clipped": it.made,
        "article": it.article,
        "byline": it.byline,
        "published": it.published,
        "site": it.site,
        "url": it.url,
        "source_name": it.source,
        "text_hash": it.text_hash.hex(),
        "content": _pairs(it.content),
        "cue": _pairs(it.cue_spans),
        "source": _pairs(it.source_spans),
    }


def _pairs(spans: Iterable[tuple[int, int]]) -> list[list[int]]:
    return [list(span) for span in spans]


def _row(it: Clipping) -> Iterator[str]:
    about = (it.article, it.byline, it.published, it.url, it.source, it.speaker or it.named, it.role)
    yield from (clean(value or "") for value in about)
    yield from (clean(it.words), clean(it.cue), it.kind, it.stance, it.polarity)
    yield from (clean(it.sentence), f"{it.certainty:.3f}")
    yield "true" if it.corrected else "false"
    yield from (str(it.content[0].start), str(it.content[-1].end)) if it.content else ("", "")
    yield from (clean(it.note), " ".join(it.tags), it.made, it.id)
